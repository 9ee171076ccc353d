import { expect, test } from "vitest";
import { labelsOf } from "../../src/figures/labels.ts";
import { adam, descend, gradientDescent, momentum } from "../../src/index.ts";

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

test("labelsOf(traces) names the starts where they differ", () => {
  const elsewhere = descend("x^2", gradientDescent, { start: [2], steps: 2, hyper: { lambda: 0.1 } });
  expect(labelsOf([run(0.1), elsewhere])).toEqual([
    "Gradient descent, from (1)",
    "Gradient descent, from (2)",
  ]);
});
