import { describe, expect, test } from "vitest";
import { exercise } from "fall-line";
import type { Block } from "../../src/exercises/blocks.ts";
import { type CardExercise, type Exercise, kindOf } from "../../src/exercises/exercise.ts";
import { assessmentOf, isAnswered } from "../../src/exercises/guess.ts";
import { migratedEvents } from "../../src/exercises/migrated-events.ts";
import type { ProgressEvent } from "../../src/exercises/progress-event.ts";

const asked = { title: "T", prompt: "P?", hints: ["H."] } as const;
const text = (said: string): Block => ({ kind: "text", text: said });
const aboutGuess = (one: CardExercise, answer: unknown) => assessmentOf(kindOf(one).about, one, answer);
const pair = exercise.predict({
  ...asked,
  fields: {
    x: { label: "how far", answer: 1.5, within: 0.25 },
    count: { label: "how often", answer: 3, within: 0 },
  },
  because: "So it is.",
});
const single = exercise.predict({
  ...asked,
  fields: { x: { label: "how far", answer: 1.5, within: 0.25 } },
  because: "So it is.",
  explanation: "It *rolls*.",
});
const options = {
  up: { text: "Up.", reason: "It would need a push." },
  down: { text: "Down.", reason: "It is steep.", right: true },
  back: { text: "Back.", reason: "It is steep." },
};
const foresee = exercise.foresee({ ...asked, options });
const choose = exercise.choose({ ...asked, options, explanation: "It *rolls*." });

describe("what is said of numbers", () => {
  test("is what was said beside what it is, each by its label, with what counts as near, and why", () => {
    expect(aboutGuess(pair, { x: 1.25, count: 4 })).toEqual({
      outcome: "otherwise",
      headline: "Foreseen in part.",
      blocks: [
        {
          kind: "said",
          said: ["how far: 1.25", "how often: 4"],
          is: ["how far: 1.5 (± 0.25)", "how often: 3"],
        },
        text("So it is."),
      ],
      picked: { x: 1.25, count: 4 },
    });
  });

  test("is without a label where one is asked for, and ends with the explanation", () => {
    expect(aboutGuess(single, 9)).toEqual({
      outcome: "otherwise",
      headline: "It comes out differently.",
      blocks: [
        { kind: "said", said: ["9"], is: ["1.5 (± 0.25)"] },
        text("So it is."),
        { kind: "prose", source: "It *rolls*." },
      ],
      picked: { x: 9 },
    });
  });

  test("writes numbers as they are written everywhere", () => {
    const below = exercise.predict({
      ...asked,
      fields: { x: { label: "how far", answer: -1.5, within: 0 } },
      because: "So it is.",
    });
    expect(aboutGuess(below, -1e-7).blocks![0]).toEqual({ kind: "said", said: ["−10⁻⁷"], is: ["−1.5"] });
  });

  test("names what was left out at the end", () => {
    expect(aboutGuess(pair, { x: 1.5, count: 3, mass: 1 }).blocks?.at(-1)).toEqual(
      text('"mass" is not asked for, and was left out; asked for: x, count.'),
    );
  });

  test.each([{ x: "?" }, { x: undefined, count: "" }, { count: null }])(
    "is nothing where all are still to come: %j",
    (answer) => {
      expect(aboutGuess(pair, answer).outcome).toBe("not written");
    },
  );

  test.each([{}, { y: "?" }, { x: 1, count: "?" }, { x: "?", count: 3 }])(
    "is a note where some are: %j",
    (answer) => {
      expect(aboutGuess(pair, answer).outcome).toBe("note");
    },
  );
});

describe("what is said of an option", () => {
  const optionOf = (name: string) => ({
    id: `option: ${name}`,
    what: options[name as keyof typeof options].text,
  });
  test.each([
    ["down", "right", "Down, as you said.", [text("It is steep.")]],
    [
      "up",
      "otherwise",
      "It comes out differently.",
      [{ kind: "said", said: ["Up"], is: ["Down"] }, text("It would need a push."), text("It is steep.")],
    ],
    [
      "back",
      "otherwise",
      "It comes out differently.",
      [{ kind: "said", said: ["Back"], is: ["Down"] }, text("It is steep.")],
    ],
  ])("that was foreseen: %s", (answer, outcome, headline, blocks) => {
    const mistakes = outcome === "right" ? undefined : [optionOf(answer)];
    expect(aboutGuess(foresee, answer)).toEqual({ outcome, headline, blocks, mistakes, picked: answer });
  });

  test("that was chosen is its reason and its credit; the explanation waits for the right one", () => {
    expect(aboutGuess(choose, "up")).toEqual({
      outcome: "not yet",
      headline: "Not this one.",
      blocks: [text("It would need a push.")],
      credit: 0,
      mistakes: [optionOf("up")],
      picked: "up",
    });
    expect(aboutGuess(choose, "down")).toEqual({
      outcome: "right",
      headline: "Right.",
      blocks: [text("It is steep."), { kind: "prose", source: "It *rolls*." }],
      credit: 1,
      mistakes: [],
      picked: "down",
    });
  });
});

test("nothing is left to answer of what is right or came out otherwise", () => {
  const outcomes = ["right", "otherwise", "not yet", "note", "not written", "almost"] as const;
  expect(outcomes.filter((outcome) => isAnswered({ outcome }))).toEqual(["right", "otherwise"]);
});

describe("judged(events, exercises)", () => {
  const exercises = new Map<string, Exercise>([
    ["a/pair", pair],
    ["a/pick", choose],
  ]);
  const event = (more: Partial<ProgressEvent>): ProgressEvent => ({
    v: 2,
    time: "",
    lesson: "a",
    exercise: "pair",
    event: "attempt",
    ...more,
  });

  test.each<[string, Partial<ProgressEvent>]>([
    ["is judged already", { right: false, outcome: "otherwise", picked: { x: 1.5, count: 3 } }],
    ["is no attempt", { event: "hint", picked: { x: 1.5, count: 3 } }],
    ["has nothing picked", { outcome: "kept" }],
    ["is of an exercise that is gone", { exercise: "gone", picked: { x: 1.5, count: 3 } }],
    ["can't be read any more", { picked: "strange" }],
  ])("leaves what %s", (_, more) => {
    expect(migratedEvents([event(more)], exercises)).toEqual([event(more)]);
  });

  test("says of the others whether they were right, and what came of them", () => {
    const right = event({ outcome: "kept", picked: { x: 1.5, count: 3 } });
    const wrong = event({ exercise: "pick", outcome: "kept", picked: "up" });
    expect(migratedEvents([right, wrong], exercises)).toEqual([
      { ...right, right: true, outcome: "right" },
      { ...wrong, right: false, outcome: "not yet" },
    ]);
  });
});
