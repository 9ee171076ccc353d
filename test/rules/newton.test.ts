import { describe, expect, test } from "vitest";
import { beale, dampedNewton, descend, himmelblau, newton, rosenbrock } from "fall-line";
import { near, xOf } from "./numbers.ts";

describe("pure Newton", () => {
  test("on Rosenbrock", () => {
    const { losses } = descend(rosenbrock, newton, { steps: 5 });
    expect(losses.slice(0, 5)).toEqual(near([24.2, 4.731884, 1411.8452, 0.0559655, 0.3131891], 3));
    expect(losses[5]).toBeCloseTo(1.85e-11, 13);
  });

  test("on Beale lands on the saddle; the damped one finds the minimum", () => {
    const pure = descend(beale, newton, { steps: 1 });
    expect([...pure.end.w]).toEqual([expect.closeTo(0, 12), expect.closeTo(1, 12)]);
    expect(pure.end.loss).toBeCloseTo(14.203125, 12);
    expect(descend(beale, dampedNewton, { steps: 20 }).end.loss).toBeLessThan(1e-20);
  });

  test("on Himmelblau climbs to the maximum; the damped one descends", () => {
    const pure = descend(himmelblau, newton, { steps: 10 });
    expect([...pure.end.w]).toEqual([expect.closeTo(-0.2708, 4), expect.closeTo(-0.923, 4)]);
    expect(pure.end.loss).toBeCloseTo(181.6165, 4);
    expect(descend(himmelblau, dampedNewton, { steps: 20 }).end.loss).toBeLessThan(1e-20);
  });
});

describe("damped Newton", () => {
  test("raises the curvatures 2 and -2 of a saddle to 5 and 1, and goes down: from (1, 1) to (3/5, 3)", () => {
    const path = descend("x^2 - y^2", dampedNewton, { start: [1, 1], steps: 1, hyper: { delta: 1 } });
    expect([path.at(1).curvature, path.at(1).damping]).toEqual(near([-2, 3], 12));
    expect([...path.at(1).p]).toEqual(near([-2 / 5, 2], 12));
    expect([...path.end.w]).toEqual(near([3 / 5, 3], 12));
  });

  test("leaves a curvature above delta as it is, and halves a step that does not pay", () => {
    const path = descend("sqrt(1 + x^2)", dampedNewton, { start: [2], steps: 1, hyper: { delta: 1e-3 } });
    expect(path.at(1).damping).toBe(0);
    // g = 2/sqrt(5), h = 1/5^(3/2): the whole step is -10, and a half goes to -3; a quarter, to -1/2, pays.
    expect(path.at(1).p[0]).toBeCloseTo(-10, 12);
    expect(path.at(1).length).toBe(1 / 4);
    expect(xOf(path)[1]).toBeCloseTo(-1 / 2, 12);
  });
});
