import { describe, expect, test } from "vitest";
import {
  adagrad,
  contractionFactor,
  descend,
  gradientDescent,
  momentum,
  nesterov,
  quadratic,
  quadraticTheory,
  type Rule,
} from "fall-line";
import { symmetricEigen } from "../../src/math/linear.ts";

describe("quadratic", () => {
  test.each([
    ["aligned", {}, [1, 2]],
    ["turned by an angle", { angle: 45 }, [0.1, 10]],
    ["turned at random in three dimensions", { seed: 4 }, [1, 2, 9]],
    ["turned at random in six", { seed: 4 }, [1, 2, 3, 4, 5, 9]],
    ["in five, aligned", {}, [1, 2, 3, 4, 5]],
  ])("%s has the curvatures asked for", (_title, options, curvatures) => {
    const on = quadratic(curvatures, options);
    const H = new Float64Array(on.dimension ** 2);
    on.hessian(new Float64Array(on.dimension), H);
    symmetricEigen(H).values.forEach((h, i) => {
      expect(h).toBeCloseTo(curvatures[i]!, 9);
    });
  });

  test("is named by all of its curvatures up to three, and then by the first and the last", () => {
    expect(quadratic([1, 2, 3]).name).toBe("quadratic with curvatures 1, 2, 3");
    expect(quadratic([1, 2, 3, 4]).name).toBe("quadratic with curvatures 1 ... 4");
  });

  test("is a formula in up to three dimensions", () => {
    expect(quadratic([0.1, 10], { angle: 45 }).expression).toBe("2.525*x^2 - 4.95*x*y + 2.525*y^2");
    expect(quadratic([2], { center: [3] }).expression).toBe("1*(x - 3)^2");
  });

  test.each([
    [() => quadratic([]), "the curvatures must be finite numbers"],
    [() => quadratic([1, NaN]), "the curvatures must be finite numbers"],
    [() => quadratic([1, 2, 3], { angle: 30 }), "an angle turns two dimensions only"],
    [() => quadratic([1, 2], { center: [1] }), "center must have one number per curvature"],
  ])("%s is refused", (make, message) => {
    expect(make).toThrow(message);
  });
});

describe("quadraticTheory", () => {
  const theory = quadraticTheory([1, 20]);

  test("knows Q, the best rates and what they promise", () => {
    expect(theory.condition).toBe(20);
    expect(theory.gradientDescent).toEqual({ lambda: 2 / 21, rate: 19 / 21, stableBelow: 0.1 });
    expect(theory.momentum.rate).toBeCloseTo(0.6345, 4);
    expect(theory.momentum.stableBelow(0.9) * 20).toBeCloseTo(3.8, 12);
    expect(theory.nesterov.stableBelow(0.9) * 20).toBeCloseTo(1.357, 3);
  });

  test("its best choices are where the contraction is what it promises", () => {
    const { nesterov } = theory;
    for (const h of [1, 20]) expect(contractionFactor(h, nesterov, "nesterov")).toBeCloseTo(nesterov.rate, 6);
    expect(nesterov.rate).toBeCloseTo(1 - 2 / Math.sqrt(61), 12);
    const { lambda, alpha, rate } = theory.momentum;
    for (const h of [1, 20]) {
      expect(contractionFactor(h, { lambda, alpha })).toBeCloseTo(rate, 6);
      expect(contractionFactor(h, theory.gradientDescent)).toBeCloseTo(theory.gradientDescent.rate, 12);
    }
  });

  test("complex roots contract by the root of alpha", () => {
    expect(contractionFactor(1, { lambda: 0.5, alpha: 0.81 })).toBeCloseTo(0.9, 12);
  });

  test("over 50 steps the measured rate is still .68, for the root is double", () => {
    const { lambda, alpha } = theory.momentum;
    const path = descend(quadratic([1, 20]), momentum, {
      start: [10, 1],
      steps: 50,
      hyper: { lambda, alpha },
    });
    const size = (t: number): number => Math.hypot(...path.at(t).w);
    expect((size(50) / size(0)) ** (1 / 50)).toBeCloseTo(0.676, 2);
  });

  test.each([
    ["gd", gradientDescent, {}, 2],
    ["momentum", momentum, { alpha: 0.9 }, 3.8],
    ["nesterov", nesterov, { alpha: 0.9 }, 2.8 / 2.8 + 1 / 2.8],
  ] as [string, Rule, Record<string, number>, number][])(
    "%s is stable up to its limit and not beyond",
    (_id, rule, hyper, limit) => {
      const size = (lambda: number): number =>
        Math.abs(
          descend("0.5*x^2", rule, { start: [1], steps: 3000, hyper: { ...hyper, lambda } }).end.w[0]!,
        );
      expect(size(0.99 * limit)).toBeLessThan(1);
      expect(size(1.01 * limit)).toBeGreaterThan(1);
    },
  );

  test("is about curvatures above 0", () => {
    expect(() => quadraticTheory([1, -1])).toThrow("this theory is about curvatures above 0");
  });
});

test("elementwise scaling sees only axes: AdaGrad wins when aligned and loses when turned by 45 degrees", () => {
  const run = (rule: Rule, angle: number, lambda: number): number =>
    descend(quadratic([0.1, 10], { angle }), rule, { start: [1, 0.5], steps: 100, hyper: { lambda } }).end
      .loss;
  const best = (rule: Rule, angle: number): number =>
    Math.min(
      ...Array.from({ length: 60 }, (_, i) => run(rule, angle, 0.005 * 1.15 ** i)).filter(Number.isFinite),
    );
  expect(best(adagrad, 0)).toBeLessThan(best(gradientDescent, 0));
  expect(best(adagrad, 45)).toBeGreaterThan(best(gradientDescent, 45));
});
