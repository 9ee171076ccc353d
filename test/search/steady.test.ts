import { describe, expect, test } from "vitest";
import {
  adam,
  beale,
  defineRule,
  descend,
  gradientDescent,
  momentum,
  nesterov,
  objective,
  ravine,
  type Rule,
} from "../../src/index.ts";
import { steadyHyper } from "../../src/search/steady.ts";

const steps = 60;
const endOf = (
  on: typeof beale,
  rule: Rule,
  start: readonly number[],
  hyper: Record<string, number>,
): number => {
  const { end, stop } = descend(on, rule, { steps, start: [...start], hyper });
  return stop.reason === "diverged" ? Infinity : end.loss;
};

describe("steadyHyper(objective, rule, { steps })", () => {
  test.each([
    ["momentum on the ravine", ravine, momentum, [-8, 1.5]],
    ["Nesterov on Beale's", beale, nesterov, [1, 1]],
    ["Adam on Beale's", beale, adam, [1, 1]],
  ] as const)("gets %s far below its defaults, and so do the numbers beside them", (_, on, rule, start) => {
    const hyper = steadyHyper(on, rule, { steps, start }) as Record<string, number>;
    const [usual, found] = [{}, hyper].map((one) => endOf(on, rule, start, one)) as [number, number]; // prettier-ignore
    expect(found).toBeLessThan(usual / 10);
    const rate = rule.rate!;
    for (const times of [0.9, 1.1])
      expect(endOf(on, rule, start, { ...hyper, [rate]: hyper[rate]! * times }), `${rate} times ${times}`).toBeLessThan(usual / 10); // prettier-ignore
    for (const share of ["alpha", "beta1"].filter((name) => name in hyper))
      for (const times of [0.9, 1.1])
        expect(endOf(on, rule, start, { ...hyper, [share]: 1 - (1 - hyper[share]!) * times })).toBeLessThan(usual / 10); // prettier-ignore
  });

  test("takes no rate whose last step alone lands well: along a bowl's wall the best is next to the one that runs away", () => {
    // Above 1 descent on a curvature of 2 runs away, and just below it swings for long; 0.95 is lowest of a narrow search.
    const lambda = steadyHyper(ravine, gradientDescent, { steps, start: [-8, 1.5] })["lambda"]!;
    expect(lambda * 1.2).toBeLessThan(1);
    expect(lambda).toBeGreaterThan(0.3);
  });

  test("finds the longer memory that a narrower ravine asks for: α near (1 − 2/(√κ + 1))²", () => {
    // Of curvatures 0.01 and 1 the best is ((10 − 1)/(10 + 1))² = 0.67, of 0.0001 and 1 it is 0.96.
    const alpha = (narrow: number): number =>
      steadyHyper(objective(`${narrow / 2}*x^2 + 0.5*y^2`), momentum, { steps: 200, start: [5, 5] })[
        "alpha"
      ]!;
    expect([0.5, 0.8]).toContain(alpha(0.01));
    expect(alpha(0.0001)).toBeGreaterThanOrEqual(0.9);
  });

  test("leaves a rule without a rate as it is, and one of which no rate holds", () => {
    const plain = defineRule({
      id: "plain",
      title: "Plain",
      hyperparameters: {},
      equations: { w: "w - 0.1*g" },
    });
    expect(steadyHyper(ravine, plain, { steps })).toEqual({});
    const runsAway = defineRule({
      id: "away",
      title: "Away",
      hyperparameters: {
        lambda: { tex: "\\lambda", default: 3, meaning: "rate", range: "positive" },
        alpha: { tex: "\\alpha", default: 0.9, meaning: "share", range: "fraction" },
      },
      rate: "lambda",
      equations: { w: "w + alpha*lambda*1e300*(1 + abs(w))*1e300" },
    });
    expect(steadyHyper(ravine, runsAway, { steps: 5 })).toEqual({ lambda: 3, alpha: 0.9 });
  });
});
