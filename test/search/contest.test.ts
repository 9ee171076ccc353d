import { describe, expect, test } from "vitest";
import { gradientDescent, InputError, newton, objective, schedules, tune } from "fall-line";
import { contest, costOf } from "../../src/search/contest.ts";

const bowl = objective("x^2 + 2*y^2");
const start = [1, 1];

describe("contest", () => {
  test("a Hessian of n parameters costs n gradients, besides the gradient itself", () => {
    expect([costOf(gradientDescent, 5), costOf(newton, 5)]).toEqual([1, 6]);
  });

  test("everyone takes as many steps as the budget pays for", () => {
    const [plain, second] = contest(bowl, [{ rule: gradientDescent }, { rule: newton }], {
      budget: 8,
      start,
    });
    expect([plain!.steps, second!.steps]).toEqual([8, 2]);
  });

  test("a budget that pays for no step is refused, with one that does", () => {
    const poor = () => contest(bowl, [{ rule: newton }], { budget: 2, start });
    expect(poor).toThrow(InputError);
    expect(poor).toThrow("allowed: 3 gradients or more; for example: budget: 60");
  });

  test("tuned, each gets the rate that the search finds; else its own", () => {
    const halving = schedules.step({ factor: 0.5, every: 2 });
    const [tuned] = contest(bowl, [{ rule: gradientDescent, schedule: halving }], {
      budget: 4,
      start,
      tuned: true,
    });
    const found = tune(bowl, gradientDescent, { steps: 4, start, schedule: halving });
    expect(tuned!.hyper["lambda"]).toBe(found.rate);
    expect(tuned!.end.loss).toBe(found.loss);
    const [own] = contest(bowl, [{ rule: gradientDescent, hyper: { lambda: 0.07 } }], { budget: 4, start });
    expect(own!.hyper["lambda"]).toBe(0.07);
  });
});
