import { describe, expect, test } from "vitest";
import { gradientDescent, newton } from "fall-line";
import { costOf } from "../../src/search/contest.ts";

describe("contest", () => {
  test("a Hessian of n parameters costs n gradients, besides the gradient itself", () => {
    expect([costOf(gradientDescent, 5), costOf(newton, 5)]).toEqual([1, 6]);
  });
});
