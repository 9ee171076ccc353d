import { descend, exercise, gradientDescent, momentum, ravine } from "fall-line/library";
import { expect, test } from "vitest";
import { checkAnswer } from "../../src/exercises/check-answer.ts";
import { proveExercise } from "../../src/exercises/prove.ts";
import { readAt, sheetOf, stepsOf } from "../../src/exercises/sketch/sheet.ts";

const run = { start: [-8, 1.5], steps: 50, hyper: { lambda: 0.1, alpha: 0.9 } } as const;
const about = { title: "T", prompt: "P?", hints: ["h"] as [string] };
const parts = {
  ...about,
  on: ravine,
  view: [0.001, 10],
  known: [{ rule: gradientDescent, ...run, hyper: { lambda: 0.1 }, name: "plain" }],
  ball: { rule: momentum, ...run, name: "the ball" },
  options: {
    falls: { text: "It falls.", reason: "It rolls.", right: true, shape: [[0, 5], [50, 0.02]] }, // prettier-ignore
    stays: { text: "It stays.", reason: "There is a slope.", shape: [[0, 5], [50, 5]] }, // prettier-ignore
  },
} as const;
const curve = exercise.sketch(parts);
const { losses } = descend(ravine, momentum, run);
const sheet = sheetOf(curve.picture);

test("a drawn curve is told by the word whose curve is nearest, and how far off it was", () => {
  expect(stepsOf(sheet)).toEqual(Array.from({ length: 20 }, (_, k) => Math.round(2.5 * (k + 1))));
  const drawn = (loss: (step: number) => number): Record<string, number> =>
    Object.fromEntries(stepsOf(sheet).map((step) => [step, loss(step)]));
  const level = checkAnswer(
    "a/b",
    curve,
    drawn(() => 4),
  );
  expect([level.outcome, level.mistakes, level.credit]).toEqual([
    "otherwise",
    [{ id: "option: stays", what: "It stays." }],
    undefined,
  ]);
  // Where the loss that was computed is least, of the steps that are drawn.
  const least = stepsOf(sheet).reduce((a, b) => (losses[b]! < losses[a]! ? b : a));
  expect(level.text).toContain(`furthest off at step ${least}: you drew 4, and it is ${Number(losses[least]!.toPrecision(3))}`); // prettier-ignore
  expect(level.text).toContain("It stays: 4 at step 50");
  expect(level.text).toContain(`It falls: ${Number(losses[50]!.toPrecision(3))} at step 50`);
  expect(
    checkAnswer(
      "a/b",
      curve,
      drawn((step) => losses[step]!),
    ).outcome,
  ).toBe("right");
});

test("a curve may be a word, and is read in straight lines along its axis", () => {
  expect(checkAnswer("a/b", curve, "stays").outcome).toBe("otherwise");
  for (const odd of ["up", 3, { 1: 2 }]) expect(checkAnswer("a/b", curve, odd).outcome).toBe("note");
  // Halfway between two powers of ten, on an axis of logarithms; their mean on a plain one.
  const half = (one: typeof sheet): number => readAt(one, [[0, 1], [10, 100]], 5); // prettier-ignore
  expect(half(sheet)).toBeCloseTo(10, 12);
  expect(half({ ...sheet, view: [0, 10] })).toBeCloseTo(50.5, 12);
});

test("a word whose curve is that of another, and a right one that is not what happens, are told", () => {
  const { falls, stays } = parts.options;
  const faults = (options: Record<string, typeof stays | typeof falls>): string[] =>
    proveExercise("a/b", exercise.sketch({ ...parts, options }));
  expect(faults(parts.options)).toEqual([]);
  expect(faults({ falls, stays: { ...stays, shape: falls.shape } } as never).join()).toContain("stays is not found to be itself"); // prettier-ignore
  expect(faults({ falls: { ...falls, shape: stays.shape }, stays: { ...stays, shape: falls.shape } } as never).join()).toContain("what happens looks like stays"); // prettier-ignore
});
