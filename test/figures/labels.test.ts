import { expect, test } from "vitest";
import { labelsOf, letter } from "../../src/figures/labels.ts";
import { adam, descend, gradientDescent, momentum, schedules } from "../../src/index.ts";

const run = (lambda: number) => descend("x^2", gradientDescent, { start: [1], steps: 2, hyper: { lambda } });

test("labelsOf(traces) names the rule alone when no other run has it", () => {
  const heavy = descend("x^2", momentum, { start: [1], steps: 2 });
  expect(labelsOf([run(0.1), heavy])).toEqual(["Gradient descent", "Momentum"]);
});

test("labelsOf(traces) adds what tells runs of one rule apart, and nothing else", () => {
  expect(labelsOf([run(0.1), run(1)])).toEqual(["Gradient descent, λ = 0.1", "Gradient descent, λ = 1"]);
  const [slow, fast] = [0.5, 0.9].map((beta1) =>
    descend("x^2", adam, { start: [1], steps: 2, hyper: { beta1 } }),
  );
  expect(labelsOf([slow!, fast!])[1]).toBe("Adam, β1 = 0.9");
});

test("labelsOf(traces) tells rules of one title apart by what they were run with, as its words are all one sees", () => {
  const twin = descend(
    "x^2",
    { ...gradientDescent, id: "twin" },
    { start: [1], steps: 2, hyper: { lambda: 1 } },
  );
  expect(labelsOf([run(0.1), twin])).toEqual(["Gradient descent, λ = 0.1", "Gradient descent, λ = 1"]);
});

test("labelsOf(traces) names the starts where they differ", () => {
  const elsewhere = descend("x^2", gradientDescent, { start: [2], steps: 2, hyper: { lambda: 0.1 } });
  expect(labelsOf([run(0.1), elsewhere])).toEqual([
    "Gradient descent, from (1)",
    "Gradient descent, from (2)",
  ]);
});

test("labelsOf(traces) names schedules where they differ, and a rate that does not change is constant", () => {
  const hyper = { lambda: 0.1 };
  const slowing = descend("x^2", gradientDescent, {
    start: [1],
    steps: 2,
    hyper,
    schedule: schedules.exponential({ k: 0.1 }),
  });
  expect(labelsOf([run(0.1), slowing])).toEqual([
    "Gradient descent, schedule constant",
    "Gradient descent, schedule exponential",
  ]);
  expect(labelsOf([slowing, slowing])).toEqual(["Gradient descent", "Gradient descent"]);
});

test("labelsOf(traces) names four numbers of a start, and none where no points were recorded", () => {
  const from = (start: readonly number[], record: "path" | "none" = "path") =>
    descend(start.map((_, i) => `x${i + 1}^2`).join(" + "), gradientDescent, {
      start: [...start],
      steps: 1,
      hyper: { lambda: 0.1 },
      record,
    });
  expect(labelsOf([from([1, 2, 3, 4]), from([2, 2, 3, 4.5])])[1]).toBe(
    "Gradient descent, from (2, 2, 3, 4.5)",
  );
  expect(labelsOf([from([1, 2, 3, 4, 5]), from([2, 2, 3, 4, 5])])[0]).toBe(
    "Gradient descent, from (1, 2, 3, 4, ...)",
  );
  expect(labelsOf([from([1]), from([2], "none")])).toEqual([
    "Gradient descent, from (1)",
    "Gradient descent",
  ]);
});

test.each([
  ["alpha", "α"],
  ["beta1", "β1"],
  ["vHat", "v\u0302"],
  ["rate", "rate"],
  ["w", "w"],
])("letter(%j) is %s", (name, written) => {
  expect(letter(name)).toBe(written);
});
