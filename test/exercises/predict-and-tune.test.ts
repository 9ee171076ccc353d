import { expect, test } from "vitest";
import { defineExercises, exercise, gradientDescent, momentum, objective, parabola, tune } from "fall-line";

const mine = defineExercises("mine", {
  // Halves and quarters are exact in binary, so the borders of what counts as near are too.
  guess: exercise.predict({
    title: "A guess",
    prompt: "How far?",
    fields: { x: { label: "x", answer: 1.5, within: 0.25 }, count: { label: "count", answer: 3, within: 0 } },
    because: "So it is.",
    hints: ["Think."],
  }),
  runaway: exercise.tune({
    title: "A surface without a bottom",
    prompt: "Come below -100 within 20 steps.",
    rule: gradientDescent,
    on: objective("-x^2"),
    start: [1],
    steps: 20,
    below: -100,
    given: { lambda: 0.01 },
    solution: { lambda: 0.1 },
    because: "Each step is longer than the one before.",
    hints: ["Longer steps."],
  }),
});

const settling = defineExercises("settling", {
  swing: exercise.tune({
    title: "Three steps",
    prompt: "Come below 0.01 within 3 steps, and stay there.",
    rule: momentum,
    on: parabola,
    start: [1],
    steps: 3,
    below: 0.01,
    given: { lambda: 0.01, alpha: 0.9 },
    solution: { lambda: 0.5, alpha: 0 },
    because: "With λ = 0.5 the first step ends at the bottom.",
    hints: ["A longer step."],
  }),
  halve: exercise.tune({
    title: "One step",
    prompt: "Come below 0.25 in one step, and stay there.",
    rule: gradientDescent,
    on: parabola,
    start: [1],
    steps: 1,
    below: 0.25,
    given: { lambda: 0.01 },
    solution: { lambda: 0.3 },
    because: "A step takes x to (1 - 2λ)·x.",
    hints: ["A longer step."],
  }),
});

const foreseen = "Well foreseen.";
const inPart = "Foreseen in part.";
const differently = "It comes out differently.";

test.each([
  [1.5, 3, foreseen],
  [1.75, 3, foreseen],
  [1.25, 3, foreseen],
  [1.7500001, 3, inPart],
  [1.2499999, 3, inPart],
  [1.5, 4, inPart],
  [1.5, 3.0000001, inPart],
  [-1.5, -3, differently],
  [2, 2, differently],
])("where 1.5 (± 0.25) and 3 are right, a prediction of %d and %d is answered: %s", (x, count, headline) => {
  expect(mine.check("mine/guess", { x, count }).headline).toBe(headline);
});

test("a learning rate is right when the descent comes below the mark and takes every step", () => {
  // After 20 steps of factor 1.2 the loss is -(1.2^40) = -1469.77.
  const { outcome, text } = mine.check("mine/runaway", { lambda: 0.1 });
  expect(outcome).toBe("right");
  expect(text).toContain("After 20 steps the loss is −1469.77");
});

test("a learning rate that diverges is not right, however low the loss was before", () => {
  // Of factor 2e10: the 15th step would leave the largest numbers, and the loss before it is -(2e10)^28.
  const { outcome, text } = mine.check("mine/runaway", { lambda: 1e10 });
  expect(outcome).toBe("not yet");
  expect(text).toMatch(/diverged/i);
});

test("a loss that only touches the mark is not right", () => {
  // By hand: x = 0.8, 0.46, 0.062, -0.3086; the third is below the mark and the fourth is not.
  const { outcome, text } = settling.check("settling/swing", { lambda: 0.1, alpha: 0.9 });
  expect(outcome).toBe("not yet");
  expect(text).toContain("Not yet: it comes below the mark and does not stay there.");
  expect(text).toContain("After 3 steps the loss is 0.003844, below the mark of 0.01.");
  expect(text).toContain("After 4 steps the loss is 0.0952");
  expect(settling.check("settling/swing", { lambda: 0.5, alpha: 0 }).outcome).toBe("right");
});

test.each([
  [0.25, "Not yet: still above the mark."],
  [0.26, "Right: below the mark."],
  [0.74, "Right: below the mark."],
  [0.75, "Not yet: still above the mark."],
  [1.01, "Not yet: it ends higher than it started."],
  [1e100, "Not yet: it ends higher than it started."],
  [1e200, "Not yet: it breaks off."],
])("a step that takes x to (1 - 2λ)·x, with λ = %d: %s", (lambda, headline) => {
  expect(settling.check("settling/halve", { lambda }).headline).toBe(headline);
});

test("tune() takes no rate at which the descent diverges, however low the loss was before", () => {
  const { tried } = tune("-x^2", gradientDescent, { steps: 20, start: [1], grid: [0.1, 1e10] });
  expect(tried.find(({ rate }) => rate === 1e10)?.loss).toBe(Infinity);
  expect(tried.find(({ rate }) => rate === 0.1)?.loss).toBeCloseTo(-(1.2 ** 40), 6);
});

test("a learning rate with which the descent leaves the finite numbers, once the steps are over, is not right", () => {
  // x grows by 1 + 2λ in each step: (2·10⁴)²⁰ is finite, and so is its square; the square of (2·10⁴)³⁶ is not.
  const { outcome, text } = mine.check("mine/runaway", { lambda: 1e4 });
  expect(outcome).toBe("not yet");
  expect(text).toMatch(/does not stay there.*left the finite numbers/s);
});

const steep = exercise.tune({
  title: "A bowl",
  prompt: "Come below 0.01 within 2 steps, and stay there.",
  rule: momentum,
  on: objective("x^2 + y^2"),
  start: [1, 1],
  steps: 2,
  below: 0.01,
  given: { lambda: 0.01, alpha: 0.5 },
  solution: { lambda: 0.5, alpha: 0 },
  because: "The first step ends at the bottom.",
  hints: ["A longer step."],
});
const bowl = defineExercises("bowl", {
  steep,
  deep: { ...steep, on: objective("x^2 + y^2 + z^2"), start: [1, 1, 1] },
});

test("settings that are right are told why, with the path that they took over the steps there are", () => {
  const { outcome, credit, picked, blocks } = bowl.check("bowl/steep", { lambda: 0.5, alpha: 0 });
  expect({ outcome, credit, picked }).toEqual({
    outcome: "right",
    credit: 1,
    picked: { lambda: 0.5, alpha: 0 },
  });
  expect(blocks.map((block) => (block.kind === "text" ? block.text : block.kind))).toEqual([
    "After 2 steps the loss is 0; the mark is 0.01.",
    "The first step ends at the bottom.",
    "figure",
  ]);
  const [figure] = blocks.flatMap((block) => (block.kind === "figure" ? [block.figure] : []));
  const drawn = figure!.data.find(({ name }) => name === "Momentum")!;
  expect(Array.from(drawn["x"] as number[])).toEqual([1, 0, 0]);
});

test("settings that are not are told where they lead, and not why, and cost no more than the attempt", () => {
  const { outcome, credit, text } = bowl.check("bowl/steep", { lambda: 0.1, alpha: 0 });
  // x is multiplied by 0.8 in each step: the loss is 2·0.8⁴.
  expect([outcome, credit]).toEqual(["not yet", 0]);
  expect(text).toBe(
    "→ Not yet: still above the mark.\n\nAfter 2 steps the loss is 0.8192; the mark is 0.01.",
  );
});

test("settings of which one alone is another are tuned, and what else was given is named", () => {
  expect(bowl.check("bowl/steep", { lambda: 0.01, alpha: 0.6 }).outcome).toBe("not yet");
  expect(bowl.check("bowl/steep", { lambda: 0.01, alpha: 0.5 }).outcome).toBe("not written");
  const loose = bowl.check as unknown as (id: string, answer: unknown) => ReturnType<typeof bowl.check>;
  expect(loose("bowl/steep", { lambda: 0.5, alpha: 0, mass: 1 }).text).toContain('"mass" is not asked for');
});

test("a setting that the rule does not take is told so", () => {
  const { outcome, credit, headline } = bowl.check("bowl/steep", { lambda: -1, alpha: 0 });
  expect([outcome, credit]).toEqual(["not yet", 0]);
  expect(headline).toMatch(/^Not yet: .*lambda.*-1/);
});

test("in more than two dimensions there is no picture", () => {
  const { blocks } = bowl.check("bowl/deep", { lambda: 0.5, alpha: 0 });
  expect(blocks.map(({ kind }) => kind)).toEqual(["text", "text"]);
});

test("a descent that breaks off is told after which step, and why", () => {
  const { headline, text } = settling.check("settling/swing", { lambda: 1e200, alpha: 0.9 });
  expect(headline).toBe("Not yet: it breaks off.");
  expect(text).toMatch(/After [012] steps? the loss is .*; the mark is 0\.01\.\n\n\S/);
});

test("a loss that ends where it started is above the mark, and no higher", () => {
  // x goes to −x and back: with λ = 1 on x².
  expect(settling.check("settling/halve", { lambda: 1 }).headline).toBe("Not yet: still above the mark.");
});
