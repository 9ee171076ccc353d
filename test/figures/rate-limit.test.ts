import { describe, expect, test } from "vitest";
import {
  adam,
  defineRule,
  gradientDescent,
  hyper,
  momentum,
  nesterov,
  newton,
  objective,
  ravine,
  rosenbrock,
  saddle,
} from "fall-line";
import { rateLimitOf } from "../../src/figures/rate-limit.ts";

describe("the limit of the learning rate that theory knows", () => {
  test("is 2/h for gradient descent, h being the largest curvature", () => {
    const limit = rateLimitOf(ravine, gradientDescent, { lambda: 0.3 })!;
    expect(limit.below).toBeCloseTo(1, 9);
    expect(limit).toMatchObject({ formula: "2/h", curvature: 2 });
  });

  test("is (2 + 2α)/h for momentum and (2 + 2α)/((1 + 2α)h) for Nesterov", () => {
    const heavy = rateLimitOf(ravine, momentum, { lambda: 0.1, alpha: 0.9 })!;
    expect(heavy.below).toBeCloseTo(1.9, 9);
    expect(heavy.formula).toBe("(2 + 2α)/h");
    const looking = rateLimitOf(ravine, nesterov, { lambda: 0.1, alpha: 0.9 })!;
    expect(looking.below).toBeCloseTo(3.8 / 2.8 / 2, 9);
    expect(looking.formula).toBe("(2 + 2α)/((1 + 2α)h)");
  });

  test("holds on bowls askew: x² + xy + y² has curvatures 1 and 3", () => {
    const askew = objective("x^2 + x*y + y^2");
    expect(rateLimitOf(askew, gradientDescent, { lambda: 0.3 })!.below).toBeCloseTo(2 / 3, 9);
  });

  test("is not known on other surfaces, nor for rules whose step is not linear", () => {
    for (const surface of [rosenbrock, saddle, objective("x^4 + x^2 + y^2")])
      expect(rateLimitOf(surface, gradientDescent, { lambda: 0.3 })).toBeUndefined();
    expect(rateLimitOf(ravine, adam, { eta: 0.1 })).toBeUndefined();
  });
});

describe("the limit of a rate", () => {
  test("has a formula where there is a closed one alone", () => {
    const mine = (equations: { w: string }) =>
      defineRule({
        id: "mine",
        title: "Mine",
        hyperparameters: {
          lambda: hyper.positive({ tex: "\\lambda", default: 0.1, meaning: "learning rate" }),
          c: hyper.positive({ tex: "c", default: 3, meaning: "factor" }),
        },
        rate: "lambda",
        equations,
      });
    const bowl = objective("x^2 + 2*y^2");
    const limit = rateLimitOf(bowl, mine({ w: "w - c*lambda*g" }), { lambda: 0.1, c: 3 })!;
    expect([limit.below, limit.curvature, limit.formula]).toEqual([expect.closeTo(2 / 12, 9), 4, undefined]);
    expect(rateLimitOf(bowl, mine({ w: "w + c*lambda*g" }), { lambda: 0.1, c: 3 })).toBeUndefined();
    expect(
      rateLimitOf(bowl, mine({ w: "w - 0.4*g*lambda/(c + lambda)" }), { lambda: 0.1, c: 3 }),
    ).toBeUndefined();
    // A curvature of 0 is no bowl.
    expect(rateLimitOf(objective("x^2 + 0*y"), gradientDescent, { lambda: 0.1 })).toBeUndefined();
    expect(rateLimitOf(bowl, newton, {})).toBeUndefined();
  });
});
