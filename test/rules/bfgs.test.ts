import { describe, expect, test } from "vitest";
import { bfgs, descend, lbfgs, objective, quadratic } from "fall-line";
import { near } from "./numbers.ts";

/** (x^2 + 4 y^2)/2 from (4, 1): the gradient is (4, 4), and the line search takes a half of the step. */
const on = objective("x^2/2 + 2*y^2");
const options = { start: [4, 1], steps: 2 };

describe("BFGS", () => {
  test("steps against the gradient first, by the first of 1, 1/2, 1/4, ... that pays: to (2, -1)", () => {
    const path = descend(on, bfgs, options);
    expect(path.at(1).length).toBe(1 / 2);
    expect([...path.at(1).w]).toEqual([2, -1]);
  });

  test("then has learned, from s = (-2, -2) and y = (-2, -8), the inverse (37 -3; -3 7)/25, and goes along (-86, 34)/25", () => {
    // With s y = 20, formula 6.17 by hand: (I - s y'/20)(I - y s'/20) + s s'/20.
    const { y, c, B, p } = descend(on, bfgs, options).at(2);
    expect([...y]).toEqual([-2, -8]);
    expect(c).toBe(20);
    expect([...B]).toEqual(near([37 / 25, -3 / 25, -3 / 25, 7 / 25], 14));
    expect([...p]).toEqual(near([-86 / 25, 34 / 25], 14));
  });

  test("holds the secant equation: B y is the last step", () => {
    const path = descend(on, bfgs, { start: [4, 1], steps: 6 });
    for (const t of [2, 3, 4, 5]) {
      const { B, y } = path.at(t);
      const before = path.at(t - 1).s;
      expect([B[0]! * y[0]! + B[1]! * y[1]!, B[2]! * y[0]! + B[3]! * y[1]!]).toEqual(near([...before], 10));
    }
  });

  test("stays where it is at the bottom, however long it goes on", () => {
    for (const rule of [bfgs, lbfgs]) {
      const path = descend(quadratic([1, 50]), rule, { start: [2, 1], steps: 60 });
      expect(path.stop.reason).toBe("steps");
      expect(path.end.loss).toBeLessThan(1e-25);
    }
  });
});

describe("L-BFGS", () => {
  test("starts that formula from 5/17 of the identity, s y over y y, and goes along (-62, 58)/85", () => {
    const { p } = descend(on, lbfgs, options).at(2);
    expect([...p]).toEqual(near([-62 / 85, 58 / 85], 14));
  });
});
