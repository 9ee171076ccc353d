import { expect, test } from "vitest";
import { compareRules, defineRule, descend, gradientDescent, hyper, Trace } from "fall-line";

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

test("a trace keeps the sign of 0 and every digit on its way through JSON", () => {
  const path = descend("x^2 + y^2", gradientDescent, {
    start: [-0, 1 / 3],
    steps: 2,
    hyper: { lambda: 0.1 },
  });
  const back = Trace.fromJSON(JSON.parse(JSON.stringify(path.toJSON())));
  expect(Object.is(path.at(0).w[0], -0)).toBe(true);
  for (const t of [0, 1, 2]) {
    expect([...back.at(t).w].map((x, i) => Object.is(x, path.at(t).w[i]))).toEqual([true, true]);
  }
});
