import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { exercise } from "fall-line";
import { gatherExercises } from "fall-line/tools";
import { Card } from "../../src/exercises/card.ts";
import type { CardExercise, Exercise } from "../../src/exercises/exercise.ts";
import { eventsToCsv, parseEvents, type ProgressEvent } from "../../src/exercises/progress-event.ts";
import { counting, forgotten, withoutRecalls } from "../../src/exercises/recall.ts";

const PROGRESS = Symbol.for("fall-line.progress");
let lines: string[];
beforeEach(() => {
  lines = [];
  const value = { append: (line: string) => void lines.push(line), read: () => lines };
  Object.defineProperty(globalThis, PROGRESS, { value, configurable: true });
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, PROGRESS);
});

const common = { prompt: "Which?", hints: ["Not a."] as const };
const options = { a: { text: "A.", reason: "No." }, b: { text: "B.", reason: "Yes.", right: true } };
const waves = {
  formerName: "swell",
  formerExercises: { old: "crest" },
  exercises: { crest: exercise.choose({ title: "The crest", ...common, options }) },
} as const;
const again = (recalls: string) => exercise.choose({ title: "Again", ...common, options, recalls });
const tides = { exercises: { again: again("waves/crest") } };

const course = (lessons: Parameters<typeof gatherExercises>[0]) =>
  gatherExercises<Record<string, Exercise>, object>(lessons);

describe("what a card asks again", () => {
  test("is recorded with all that happens with the card, whose answers change nothing of the original", () => {
    const { check, hint, showProgress } = course({ waves, tides });
    check("waves/crest", "b");
    const before = showProgress().rows;
    hint("tides/again");
    check("tides/again", "a");
    check("tides/again", "b");
    expect(parseEvents(lines).slice(1)).toMatchObject([
      { lesson: "tides", exercise: "again", event: "hint", recalls: "waves/crest" },
      { event: "attempt", right: false, recalls: "waves/crest" },
      { event: "attempt", right: true, recalls: "waves/crest" },
    ]);
    expect(parseEvents(lines)[0]).not.toHaveProperty("recalls");
    expect(showProgress().rows).toEqual(before);
    expect(before.map(({ id }) => id)).toEqual(["waves/crest"]);
    expect(eventsToCsv(parseEvents(lines)).match(/,waves\/crest,/g)).toHaveLength(3);
  });

  test("is told as forgotten where the first answer was not right, until one starts over", () => {
    const { check, startOver, showProgress } = course({ waves, tides });
    check("tides/again", "b");
    check("tides/again", "a");
    expect(showProgress().forgotten).toEqual([]);
    startOver("tides/again");
    check("tides/again", "a");
    check("tides/again", "b");
    expect(showProgress()).toMatchObject({ forgotten: ["waves/crest"], done: 0 });
    expect(showProgress().text.split("\n").at(-1)).toBe(
      "Forgotten when it was asked again: The crest (waves)",
    );
    startOver("tides/again");
    expect(showProgress().forgotten).toEqual([]);
  });

  test("stands in the card as it travels into a page", () => {
    const card = new Card("tides/again", tides.exercises.again);
    expect(card.specification()).toMatchObject({ recalls: "waves/crest" });
    expect(new Card("waves/crest", waves.exercises.crest as CardExercise).specification()).not.toHaveProperty(
      "recalls",
    );
  });

  test.each<[string, Parameters<typeof gatherExercises>[0]]>([
    ["without the lesson", { tides }],
    ["in which the lesson comes later", { tides, waves }],
    ["in which the lesson is its own", { waves: { exercises: { again: again("waves/crest") } } }],
  ])("is left out of a course %s, and says why", (_, lessons) => {
    const { all, check } = course(lessons);
    expect([...all.values()].map(({ title }) => title)).not.toContain("Again");
    const id = "tides" in lessons ? "tides/again" : "waves/again";
    expect(check(id, "b")).toMatchObject({ outcome: "note" });
    expect(check(id, "b").headline).toContain("It recalls waves/crest");
    expect(lines).toEqual([]);
  });

  test("may have been called otherwise, in the card and in what is recorded", () => {
    const named = { exercises: { again: again("swell/old") } };
    const { all, check, showProgress } = course({ waves, tides: named });
    expect([...all.keys()]).toEqual(["waves/crest", "tides/again"]);
    check("tides/again", "a");
    expect(showProgress().forgotten).toEqual(["waves/crest"]);
  });
});

test("what counts is all but what recalls", () => {
  const all = new Map<string, Exercise>([
    ["waves/crest", waves.exercises.crest],
    ["tides/again", tides.exercises.again],
  ]);
  expect([...counting(all).keys()]).toEqual(["waves/crest"]);
});

test("of what was recorded each thing forgotten is named once, and nothing of a card that recalls counts", () => {
  const event = (id: string, more: Partial<ProgressEvent>): ProgressEvent => {
    const [lesson = "", name = ""] = id.split("/");
    return { v: 2, time: "", lesson, exercise: name, event: "attempt", ...more };
  };
  const recalls = "waves/crest";
  const all = [
    event("waves/crest", { right: false }),
    event("tides/a", { right: false, recalls }),
    event("tides/b", { right: false, recalls }),
    event("tides/c", { right: true, recalls: "waves/trough" }),
    event("tides/c", { right: false, recalls: "waves/trough" }),
    event("tides/a", { event: "hint" }),
    event("tides/d", { event: "hint", recalls: "waves/foam" }),
  ];
  expect(forgotten(all)).toEqual(["waves/crest"]);
  expect(withoutRecalls(all)).toEqual([all[0]]);
});
