import { expect, test } from "vitest";
import { compareRules, defineRule, gradientDescent, hyper } from "fall-line";

const scaled = (factor: string) =>
  defineRule({
    id: "scaled",
    title: "Scaled descent",
    source: { key: "none", where: "this test" },
    hyperparameters: { lambda: hyper.positive({ tex: "\\lambda", default: 0.1, meaning: "learning rate" }) },
    rate: "lambda",
    equations: { w: `w - ${factor}*lambda*g` },
  });

test("two rules that differ by rounding are the same, and by a billionth they are different", () => {
  const verdict = (factor: string) =>
    compareRules(gradientDescent, scaled(factor), "x^2", { start: [1], hyper: { lambda: 0.1 } }).verdict;
  expect(["1", "(0.1 + 0.2)/0.3", "1.000000001", "0.999999999"].map(verdict)).toEqual([
    "same",
    "same",
    "different",
    "different",
  ]);
});
