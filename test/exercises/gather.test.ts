import { afterEach, beforeEach, expect, test } from "vitest";
import { exercise } from "fall-line";
import { idOf, parseEvents } from "../../src/exercises/progress-event.ts";
import { gatherExercises, type OfFormerIds, type OfLesson } from "fall-line/tools";

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

const hints = ["Not a."] as const;
const options = { a: { text: "A.", reason: "No." }, b: { text: "B.", reason: "Yes.", right: true } };
const ebb = {
  formerName: "tides",
  formerExercises: { telling: "pick" },
  retiredExercises: { moon: "the moon has a lesson of its own." },
  exercises: { pick: exercise.choose({ title: "A choice", prompt: "Which?", options, hints }) },
} as const;
const { check, hint, showSolution, startOver, ask, showProgress, all } = gatherExercises<
  OfLesson<"ebb-and-flow", typeof ebb>,
  OfFormerIds<"ebb-and-flow", typeof ebb>
>({ "ebb-and-flow": ebb });

test("the id of an exercise is the lesson's name and its own", () => {
  expect([...all.keys()]).toEqual(["ebb-and-flow/pick"]);
  expect(check("ebb-and-flow/pick", "b").outcome).toBe("right");
});

test("the id that it had before works as well, and what is recorded has the new one", () => {
  expect(check("tides/pick", "b")).toMatchObject({ id: "ebb-and-flow/pick", outcome: "right" });
  expect(hint("tides/pick").text).toContain("Not a.");
  expect(showSolution("tides/pick").text).toContain("B. Yes.");
  expect(ask("tides/pick")).toMatchObject({ id: "ebb-and-flow/pick" });
  expect(startOver("tides/pick").headline).toBe("A choice: started over.");
  const ids = parseEvents(lines).map(idOf);
  expect(new Set(ids)).toEqual(new Set(["ebb-and-flow/pick"]));
});

test("an exercise's own old name works in the lesson, and in the lesson's old name", () => {
  for (const id of ["ebb-and-flow/telling", "tides/telling"] as const) {
    expect(check(id, "b")).toMatchObject({ id: "ebb-and-flow/pick", outcome: "right" });
    expect(ask(id)).toMatchObject({ id: "ebb-and-flow/pick" });
  }
});

test.each(["ebb-and-flow/moon", "tides/moon"] as const)(
  "an exercise that is no longer asked says so, as %s, whatever is handed in, and counts nothing",
  (id) => {
    const answers = [check(id, 3), check(id, () => 1), ask(id), hint(id), showSolution(id), startOver(id)];
    for (const { text, ...said } of answers) {
      expect(said).toMatchObject({ id: "ebb-and-flow/moon", outcome: "note" });
      expect(text).toContain("ebb-and-flow/moon is no longer asked: the moon has a lesson of its own.");
      expect(text).toContain("What you answered before is kept.");
    }
    expect(lines).toEqual([]);
    expect(showProgress().rows).toHaveLength(1);
  },
);

test.each(["tides/pick", "ebb-and-flow/telling", "tides/telling"])("what was recorded as %s counts", (id) => {
  lines.push(JSON.stringify({ v: 1, at: "", id, event: "attempt", outcome: "right", credit: 1 }));
  expect(showProgress().rows).toMatchObject([{ id: "ebb-and-flow/pick", state: "done", attempts: 1 }]);
});

test("an old id with a slip is told the nearest of today", () => {
  const loose = check as (id: string, answer: unknown) => ReturnType<typeof check>;
  expect(loose("tides/pik", "a").headline).toBe(
    'There is no exercise "ebb-and-flow/pik"; did you mean "ebb-and-flow/pick"?',
  );
});
