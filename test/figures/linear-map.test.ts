import { describe, expect, test } from "vitest";
import { defineRule, momentum, nesterov, newton, rmsprop } from "fall-line";
import { spectralRadius, stepMap } from "../../src/figures/linear-map.ts";

describe("the linear map of a step", () => {
  test("has the hyperparameters that are given, and the rule's own for the others", () => {
    // Momentum: m' = αm - λhw, w' = w + m'.
    const rounded = (matrix: readonly (readonly number[])[]) =>
      matrix.map((row) => row.map((x) => Number(x.toFixed(9))));
    expect(rounded(stepMap(momentum)({ lambda: 0.5, alpha: 0.8 }, 2))).toEqual([[0, 0.8], [-1, 0.8]]); // prettier-ignore
    expect(rounded(stepMap(momentum)({ lambda: 0.5 }, 2))).toEqual([[0, 0.9], [-1, 0.9]]); // prettier-ignore
    expect(rounded(stepMap(nesterov)({ lambda: 0.5, alpha: 0.8 }, 2))).toEqual([[0, 0], [-1, 0]]); // prettier-ignore
    expect(rounded(stepMap(newton)({}, 2))).toEqual([[0]]);
  });

  test("is that of the first step, of a rule that counts them", () => {
    const slowing = defineRule({ id: "slowing", title: "Slowing", equations: { w: "w - 0.5*g/t" } });
    expect(stepMap(slowing)({}, 1)).toEqual([[0.5]]);
  });

  test("is of one state at most, and none of a rule that divides", () => {
    const two = defineRule({
      id: "two",
      title: "Two states",
      state: {
        m: { shape: "vector", start: 0, meaning: "one" },
        k: { shape: "vector", start: 0, meaning: "other" },
      } as never,
      equations: { m: "0.5*m + g", k: "0.5*k + m", w: "w - 0.1*k" },
    });
    for (const rule of [two, rmsprop])
      expect(() => stepMap(rule)).toThrow(
        `the step of ${rule.title} is not a linear map of w and one state; take a rule such as`,
      );
  });

  test("has the largest size of its eigenvalues as radius, real or complex", () => {
    expect(spectralRadius([[-3]])).toBe(3);
    expect(spectralRadius([[2, 0], [0, -5]])).toBe(5); // prettier-ignore
    expect(spectralRadius([[0, 4], [1, 0]])).toBe(2); // prettier-ignore
    expect(spectralRadius([[0, -4], [1, 0]])).toBe(2); // prettier-ignore
    expect(spectralRadius([[1, -1], [1, 1]])).toBeCloseTo(Math.SQRT2, 12); // prettier-ignore
  });
});
