/** What lesson 09 says in numbers, computed again. */
import { describe, expect, test } from "vitest";
import {
  beale,
  dampedNewton,
  descend,
  gradientDescent,
  himmelblau,
  lbfgs,
  newton,
  objective,
  quartic,
  ravine,
  rosenbrock,
} from "fall-line";
import { answersOf, byId, expectAnswers } from "./cards.ts";

const hessianOf = (surface: typeof beale, at: number[]) => {
  const H = new Float64Array(4);
  surface.hessian(Float64Array.from(at), H);
  return Array.from(H);
};

describe("lesson 09", () => {
  test("one step solves the ravine, with a rate of 10 along it and one half across", () => {
    const jump = descend(ravine, newton, { start: [-8, 1.5], steps: 1 });
    expect(Array.from(jump.end.w)).toEqual([0, 0]);
    expect(Array.from(jump.effectiveRates(1))).toEqual([10, 0.5]);
  });

  test("the correct digits about double on the quartic", () => {
    const errors = descend(quartic, newton, { start: [3], steps: 5 }).path.map(([x]) => x! - 2.25);
    expect(errors[3]).toBeCloseTo(0.00146, 5);
    const digits = errors.slice(1).map((error) => -Math.log10(error));
    for (const [i, more] of digits.slice(1).entries()) expect(more / digits[i]!).toBeGreaterThan(1.9);
  });

  test("on Rosenbrock the second step is a leap to a loss above 1400", () => {
    const { losses } = descend(rosenbrock, newton, { steps: 6 });
    expect(losses[1]).toBeCloseTo(4.731884, 6);
    expect(losses[2]).toBeCloseTo(1411.8452, 4);
    expect(losses[6]).toBeLessThan(1e-15);
  });

  test("on Beale the step goes sideways onto the saddle, and the loss keeps every digit", () => {
    expect(hessianOf(beale, [1, 1])).toEqual([0, 27.75, 27.75, 68.5]);
    const trapped = descend(beale, newton, { start: [1, 1], steps: 3 });
    expect(Array.from(trapped.at(1).g)).toEqual([0, 27.75]);
    expect(trapped.path.slice(1).map((w) => Array.from(w))).toEqual([
      [0, 1],
      [0, 1],
      [0, 1],
    ]);
    expect(trapped.losses).toEqual([14.203125, 14.203125, 14.203125, 14.203125]);
  });

  test("on Himmelblau every step goes uphill, to the maximum; both curvatures are negative", () => {
    const { losses, end } = descend(himmelblau, newton, { start: [0.5, 0.5], steps: 6 });
    for (const [t, loss] of losses.slice(1).entries()) expect(loss - losses[t]!).toBeGreaterThan(-1e-9);
    expect(end.w[0]).toBeCloseTo(-0.2708, 4);
    expect(end.w[1]).toBeCloseTo(-0.923, 4);
    const [a, b, , d] = hessianOf(himmelblau, [0.5, 0.5]) as [number, number, number, number];
    expect(a + d).toBeLessThan(0);
    expect(a * d - b * b).toBeGreaterThan(0);
  });

  test("damped, both runs end in a minimum", () => {
    for (const [surface, start] of [
      [beale, [1, 1]],
      [himmelblau, [0.5, 0.5]],
    ] as const) {
      expect(
        descend(surface, dampedNewton, { start, steps: 40, hyper: { delta: 0.1 } }).end.loss,
      ).toBeLessThan(1e-20);
    }
  });

  test("L-BFGS needs about twice the steps of damped Newton; plain descent is not there after 20,000", () => {
    const goal = { steps: 20_000, tolerance: 1e-6 };
    const exact = descend(rosenbrock, dampedNewton, goal).steps;
    const remembered = descend(rosenbrock, lbfgs, goal);
    expect(exact).toBeGreaterThanOrEqual(20);
    expect(exact).toBeLessThanOrEqual(30);
    expect(remembered.steps / exact).toBeGreaterThan(1.5);
    expect(remembered.steps / exact).toBeLessThan(2.5);
    expect(remembered.evaluations.hessian).toBe(0);
    const plain = descend(rosenbrock, gradientDescent, { ...goal, hyper: { lambda: 0.001 } });
    expect(plain.stop.reason).toBe("steps");
  });

  test("the bill for 100 million parameters", () => {
    const n = 100e6;
    expect(n ** 2).toBe(1e16);
    expect((8 * n ** 2) / 1e15).toBe(80);
    expect(n ** 3 / 3 / 1e15 / (365 * 24 * 3600)).toBeCloseTo(10.6, 1);
  });
});

describe("the numbers that cards of lesson 09 ask for", () => {
  test("four numbers", () => {
    const hessian = new Float64Array(4);
    objective("x^2 + x*y + 2*y^2").hessian(Float64Array.of(3, 1), hessian);
    const { xx, yx, xy, yy } = answersOf(byId["second-order/four"].fields);
    expect([xx, xy, yx, yy]).toEqual([...hessian]);
  });

  test("where Newton lands on the parabola, and on Beale", () => {
    const { near, far } = answersOf(byId["second-order/landing"].fields);
    const from = (x: number) => descend("x^2", newton, { start: [x], steps: 1 }).end.w[0];
    expect([from(3), from(300)]).toEqual([near, far]);
    const { x, y } = answersOf(byId["second-order/beale"].fields);
    expect([...descend(beale, newton, { start: [1, 1], steps: 1 }).end.w]).toEqual([x, y]);
  });

  test("digits after four and five steps", () => {
    const { path } = descend(quartic, newton, { start: [3], steps: 5 });
    const [four, five] = [4, 5].map((t) => -Math.log10(path[t]![0]! - 2.25));
    expectAnswers(byId["second-order/digits"].fields, { four: four!, five: five! });
  });

  test("the bill", () => {
    const { entries, petabytes, years } = answersOf(byId["second-order/bill"].fields);
    expect([entries, petabytes]).toEqual([1e8 ** 2, (8 * 1e8 ** 2) / 1e15]);
    expect(years).toBeCloseTo(1e8 ** 3 / 3 / 1e15 / (365 * 24 * 3600), 1);
  });
});
