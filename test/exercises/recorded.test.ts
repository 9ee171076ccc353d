/** What of answers, hints and explanations is kept, and what is said of it later. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { defineExercises, exercise, type Feedback, gradientDescent } from "fall-line";
import { bundleOf } from "fall-line/tools";
import { parseEvents, type ProgressEvent } from "../../src/exercises/progress-event.ts";
import { Exercises } from "../../src/exercises/exercises.ts";

const PROGRESS = Symbol.for("fall-line.progress");
let lines: string[];
const recordInto = (more: object): void => {
  const value = { append: (line: string) => void lines.push(line), read: () => lines, ...more };
  Object.defineProperty(globalThis, PROGRESS, { value, configurable: true });
};
beforeEach(() => {
  lines = [];
  recordInto({ library: "1.2.3" });
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, PROGRESS);
});
const kept = (): ProgressEvent[] => parseEvents(lines);

const own = {
  guess: exercise.predict({
    title: "A guess",
    prompt: "How far?",
    fields: { x: { label: "x", answer: 1.2, within: 0.1 } },
    because: "So it is.",
    hints: ["First hint.", "Second hint."],
  }),
  pick: exercise.choose({
    title: "A choice",
    prompt: "Which?",
    options: { a: { text: "A.", reason: "No." }, b: { text: "B.", reason: "Yes.", right: true } },
    hints: ["Not a."],
  }),
  words: exercise.explain({
    title: "Words",
    prompt: "Why?",
    model: "Because.",
    lookFor: { cause: "It names the cause.", effect: "It names the effect.", end: "It ends." },
    hints: ["Think."],
  }),
  fall: exercise.write<never, "lambda">({
    title: "A step",
    prompt: "Go down.",
    rule: gradientDescent,
    solution: ({ w, g }, { lambda }) => ({ w: w.map((x, i) => x - lambda * g[i]!) }),
    hints: ["Against the slope."],
  }),
};
const mine = defineExercises("mine", own);
const check = mine.check as unknown as (id: string, answer: unknown) => Feedback;

interface Now {
  readonly w: number[];
  readonly g: number[];
}
const step =
  (way: (x: number, g: number, lambda: number) => number) =>
  ({ w, g }: Now, { lambda }: { lambda: number }) => ({ w: w.map((x, i) => way(x, g[i]!, lambda)) });
const uphill = step((x, g, lambda) => x + lambda * g);
const unlike = step((x, g) => Math.tan(x) * Math.cos(g + 1));

describe("an attempt is kept", () => {
  test("with the version that writes it, its credit, and what was picked", () => {
    check("mine/pick", "a");
    check("mine/pick", "b");
    check("mine/guess", 1.2);
    expect(kept()).toEqual([
      expect.objectContaining({ v: 2, library: "1.2.3", lesson: "mine", exercise: "pick", event: "attempt" }),
      expect.objectContaining({ attempt: 2, outcome: "right", right: true, credit: 1, picked: "b" }),
      expect.objectContaining({ exercise: "guess", attempt: 1, right: true, picked: { x: 1.2 } }),
    ]);
    expect(kept()[0]).toMatchObject({ attempt: 1, outcome: "not yet", right: false, credit: 0, picked: "a" });
    expect(kept()[2]).not.toHaveProperty("credit");
    recordInto({});
    check("mine/pick", "b");
    expect(kept().at(-1)).not.toHaveProperty("library");
  });

  test("of a function with its mistakes, and without what is no mistake of a right one", () => {
    check("mine/fall", uphill);
    check("mine/fall", ({ w, g }: Now, { lambda }: { lambda: number }) => {
      for (let i = 0; i < w.length; i++) w[i]! -= lambda * g[i]!;
    });
    expect(kept()[0]).toMatchObject({
      mistakes: [{ id: expect.stringContaining("slip") as string }],
      named: false,
    });
    expect(kept()[1]).toMatchObject({ right: true, credit: 1 });
    for (const name of ["mistakes", "picked", "named"]) expect(kept()[1]).not.toHaveProperty(name);
  });

  test("and nothing is kept of what can't be read, or of a look at the exercise", () => {
    check("mine/guess", "far");
    check("mine/words", ["causes"]);
    check("mine/fall", undefined);
    mine.ask("mine/guess");
    mine.showProgress();
    expect(lines).toEqual([]);
  });
});

describe("the card of", () => {
  const kindOf = (feedback: Feedback): unknown =>
    ((bundleOf(feedback) as Record<string, unknown>)["application/vnd.fall-line+json"] as { kind: string })
      .kind;

  test("what was not readable is its feedback, and of what is still to be made the question", () => {
    expect(kindOf(check("mine/guess", "far"))).toBe("card-feedback");
    expect(kindOf(check("mine/guess", "?"))).toBe("card-predict");
    expect(kindOf(check("mine/pick", "c"))).toBe("card-feedback");
  });
});

describe("hint(id)", () => {
  test("names the mistake with what is known of it, once, and then counts its hints", () => {
    check("mine/fall", uphill);
    expect(mine.hint("mine/fall").text).toMatch(
      /^i Your answer behaves like a rule in which the sign of λ·g is flipped\.\n\n.*It behaves like:\n {2}w = w \+ λ·g/s,
    );
    expect(mine.hint("mine/fall").headline).toBe("Hint 1 of 1");
    expect(mine.hint("mine/fall").headline).toBe("These are all the hints there are.");
    expect(kept().map(({ event }) => event)).toEqual(["attempt", "name", "hint"]);
  });

  test("numbers several from 1", () => {
    expect([1, 2, 3].map(() => mine.hint("mine/guess").headline)).toEqual([
      "Hint 1 of 2",
      "Hint 2 of 2",
      "These are all the hints there are.",
    ]);
  });

  test("names no mistake of before a fresh start", () => {
    check("mine/fall", uphill);
    mine.startOver("mine/fall");
    expect(mine.hint("mine/fall").headline).toBe("Hint 1 of 1");
  });
});

test("an answer with no mistake that is known is never told to show one again", () => {
  check("mine/fall", unlike);
  const again = check("mine/fall", unlike);
  expect([again.outcome, again.isNamed, again.name]).toEqual(["not yet", false, undefined]);
});

test("showSolution(id) says how many hints there are before it is asked again, and starts anew with the exercise", () => {
  expect(mine.showSolution("mine/guess").text).toBe(
    'i Would a hint do? Ask again to see the solution.\n\nhint("mine/guess") gives 2 hints, one at a time.',
  );
  expect(mine.showSolution("mine/fall").text).toContain("gives 1 hint, one at a time.");
  expect(mine.showSolution("mine/guess").headline).toBe("One right answer");
  mine.startOver("mine/guess");
  expect(mine.showSolution("mine/guess").headline).toMatch(/^Would a hint do/);
});

describe("of an explanation one says what it had", () => {
  test("in the order in which it was to be looked for, and is told what it had not", () => {
    check("mine/words", "It is.");
    expect(check("mine/words", ["end", "cause"]).text).toBe(
      "i Kept: you had 2 of 3.\n\nNot in yours: It names the effect.",
    );
    expect(kept().at(-1)).toMatchObject({ event: "compare", picked: ["cause", "end"] });
    expect(check("mine/words", []).text).toMatch(/^i Kept: you had 0 of 3\.\n\nNot in yours: It names/);
    expect(check("mine/words", ["end", "effect", "cause"]).text).toBe("i Kept: you had 3 of 3.");
  });

  test.each([
    [["effekt"], '"effekt". Did you mean "effect"?'],
    [["cause", 3], "3."],
    [["something else"], '"something else".'],
  ])("and %j is told to be none of them", (had, told) => {
    expect(check("mine/words", had).text).toBe(
      `i There is nothing to look for that is called ${told}\n\nThere are: cause, effect, end.\n\nNothing was counted.`,
    );
  });
});

test("a guess that version 1 has kept counts as what it was", () => {
  const line = { v: 1, at: "", id: "mine/guess", event: "attempt", outcome: "done", answer: { x: 1.25 } };
  lines.push(JSON.stringify(line));
  expect(mine.showProgress()).toMatchObject({ done: 1, right: 1 });
});

test("the name of a lesson of before, by itself, is told to be no exercise of today's", () => {
  const named = new Exercises({ "new/pick": own.pick }, { old: "new" });
  expect((named.hint as unknown as (id: string) => { readonly text: string })("old").text).toBe(
    'i There is no exercise "new"\n\nThere are: new/pick.',
  );
});
