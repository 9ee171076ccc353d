import { describe, expect, test } from "vitest";
import { gradientDescent, InputError, momentum, newton, objective, schedules, tune } from "fall-line";
import { tryRates } from "../../src/search/tune.ts";

// One step of gradient descent on x^2 from 1 goes to 1 - 2 lambda, and the loss there is its square.
const loss = (lambda: number): number => (1 - 2 * lambda) ** 2;
const one = { steps: 1, start: [1] };

describe("tryRates", () => {
  test("gives the loss behind the last step at every rate", () => {
    for (const { rate, loss: got } of tryRates("x^2", gradientDescent, one, [0.1, 0.3, 0.9]))
      expect(got).toBeCloseTo(loss(rate), 12);
  });

  test("a descent that left the finite numbers has no loss", () => {
    const [small, large] = tryRates("x^4", gradientDescent, { steps: 100, start: [1] }, [0.1, 10]);
    expect(small!.loss).toBeLessThan(1);
    expect(large!.loss).toBe(Infinity);
  });

  test("keeps the other hyperparameters, and the schedule", () => {
    const settings = {
      steps: 2,
      start: [1],
      hyper: { alpha: 0 },
      schedule: schedules.step({ factor: 0, every: 1 }),
    };
    expect(tryRates("x^2", momentum, settings, [0.1])[0]!.loss).toBeCloseTo(loss(0.1), 12);
  });

  test("a rule without a rate has nothing to try", () => {
    expect(() => tryRates("x^2", newton, one, [1])).toThrow(InputError);
  });
});

describe("tune", () => {
  test("tries three rates to a decade from 0.0001 to 1, in the place of one that is given", () => {
    const { tried, widened } = tune("x^2", gradientDescent, { ...one, hyper: { lambda: 0.2 } });
    const decades = [1e-4, 1e-3, 1e-2, 0.1].flatMap((least) => [1, 2.15, 4.64].map((k) => k * least));
    expect(widened).toBe(0);
    for (const rate of [...decades, 1]) {
      const found = tried.find((candidate) => Math.abs(candidate.rate / rate - 1) < 2e-3);
      expect(found?.loss, `${rate}`).toBeCloseTo(loss(found!.rate), 12);
    }
    expect([tried[0]!.rate, tried.at(-1)!.rate]).toEqual([1e-4, 1]);
  });

  test("widens by the step with which the grid begins or ends", () => {
    // The best rate for x^2 is 1/2, for 1000 x^2 it is 1/2000.
    const rates = (formula: string, grid: number[]) =>
      tune(formula, gradientDescent, { ...one, grid }).tried.map(({ rate }) => rate);
    expect(rates("1000*x^2", [0.1, 0.5, 1])).toEqual(expect.arrayContaining([0.02, 0.004, 0.0008, 0.00016]));
    expect(rates("x^2", [0.01, 0.02, 0.06])).toEqual(expect.arrayContaining([0.18, 0.54, 1.62]));
  });

  test("widens the grid at the edge where the best stands, and looks between", () => {
    for (const grid of [
      [0.01, 0.02],
      [3, 6],
    ]) {
      const { rate, widened, atEdge, tried } = tune("x^2", gradientDescent, { ...one, grid });
      expect(widened).toBeGreaterThan(0);
      expect(atEdge).toBe(false);
      expect(rate).toBeCloseTo(0.5, 1);
      const rates = tried.map((one) => one.rate);
      expect(rates).toEqual([...rates].sort((a, b) => a - b));
      expect(Math.min(...tried.map((one) => one.loss))).toBe(
        tune("x^2", gradientDescent, { ...one, grid }).loss,
      );
    }
  });

  test("widens by the ratio that the grid has there, and looks three times halfway by ratio", () => {
    const { tried, widened } = tune("x^2", gradientDescent, { ...one, grid: [0.1, 0.2] });
    // 0.4 is better than 0.2, and 0.8 is worse: then between 0.4 and its neighbours.
    expect(widened).toBe(2);
    const halfway = [Math.sqrt(0.2 * 0.4), Math.sqrt(0.4 * 0.8)];
    for (const rate of [0.1, 0.2, 0.4, 0.8, ...halfway])
      expect(tried.map((one) => one.rate)).toContainEqual(expect.closeTo(rate, 2));
    expect(tried).toHaveLength(4 + 3 * 2);
  });

  test("tries three rates to a decade from 1e-4 to 1 where no grid is given", () => {
    const { tried, rate } = tune("x^2", gradientDescent, one);
    const decades = [1e-4, 1e-3, 1e-2, 1e-1].flatMap((x) => [x, x * Math.cbrt(10), x * Math.cbrt(100)]);
    for (const due of [...decades, 1])
      expect(tried.some((one) => Math.abs(one.rate / due - 1) < 0.01)).toBe(true);
    expect(rate).toBeCloseTo(0.5, 1);
  });

  test("says so where the loss gets ever lower at an edge", () => {
    const slope = objective("-x");
    const { atEdge, widened, rate } = tune(slope, gradientDescent, { ...one, grid: [0.1, 1] });
    expect([atEdge, widened]).toEqual([true, 24]);
    expect(rate).toBe(1e24);
  });
});
