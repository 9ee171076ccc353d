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
import { answersOf, byId, expectAnswers, expectOnlyRight } from "./cards.ts";

const hessianOf = (surface: typeof beale, at: number[]) => {
  const H = new Float64Array(4);
  surface.hessian(Float64Array.from(at), H);
  return Array.from(H);
};
const eigenvaluesOf = (surface: typeof beale, at: number[]) => {
  const [a, b, , c] = hessianOf(surface, at) as [number, number, number, number];
  return [-1, 1].map((sign) => (a + c) / 2 + sign * Math.hypot((a - c) / 2, b));
};
/** How steeply the surface falls along Newton's step from a point: the gradient times the step. */
const fallOf = (surface: typeof beale, at: number[]) => {
  const first = descend(surface, newton, { start: at, steps: 1 });
  const g = first.at(1).g;
  return first.end.w.reduce((sum, x, i) => sum + g[i]! * (at[i]! - x), 0);
};
/** Numbers from 0 to 1, the same ones each time. */
const uniform = (seed: number) => () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
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

  test("that leap set out downhill: both eigenvalues are above 0 there, and a short part of it lowers the loss", () => {
    const { path, losses } = descend(rosenbrock, newton, { steps: 2 });
    const [from, to] = path.slice(1).map((w) => Array.from(w)) as [number[], number[]];
    expect(Math.min(...eigenvaluesOf(rosenbrock, from))).toBeGreaterThan(0);
    expect(fallOf(rosenbrock, from)).toBeGreaterThan(0);
    const partWay = from.map((x, i) => x + 0.01 * (to[i]! - x));
    expect(rosenbrock.value(Float64Array.from(partWay))).toBeLessThan(losses[1]!);
  });

  test("a step goes downhill for certain where both eigenvalues are above 0, and on no other condition asked", () => {
    const next = uniform(7);
    const starts = Array.from({ length: 400 }, () => [10 * next() - 5, 10 * next() - 5]);
    const isDownhill = (condition: (w: number[]) => boolean) =>
      starts
        .concat([[-0.27, -0.92]])
        .filter(condition)
        .every((w) => fallOf(himmelblau, w) > 0);
    const slope = (w: number[]) => {
      const g = new Float64Array(2);
      himmelblau.gradient(Float64Array.from(w), g, 1);
      return Math.hypot(...g);
    };
    expectOnlyRight(byId["second-order/downhill"].options, {
      always: isDownhill(() => true),
      positive: isDownhill((w) => Math.min(...eigenvaluesOf(himmelblau, w)) > 0),
      small: isDownhill((w) => slope(w) < 1),
      invertible: isDownhill((w) => eigenvaluesOf(himmelblau, w).every((h) => Math.abs(h) > 1e-6)),
    });
  });

  test("of random starts on Himmelblau about 58 % end in a minimum, 36 % on a saddle, 6 % on the hilltop", () => {
    const next = uniform(12345);
    const ends = { minimum: 0, saddle: 0, hilltop: 0 };
    const places = new Set<string>();
    for (let i = 0; i < 4000; i++) {
      const start = [10 * next() - 5, 10 * next() - 5];
      const { end } = descend(himmelblau, newton, { start, steps: 100, record: "none" });
      const [least, most] = eigenvaluesOf(himmelblau, Array.from(end.w)) as [number, number];
      const kind = least > 0 ? "minimum" : most < 0 ? "hilltop" : "saddle";
      ends[kind]++;
      places.add(`${kind} ${Array.from(end.w, (x) => x.toFixed(3)).join(" ")}`);
    }
    // 200,000 starts, in another language: 57.7, 36.1 and 6.1.
    for (const [kind, percent] of [
      ["minimum", 58],
      ["saddle", 36],
      ["hilltop", 6],
    ] as const)
      expect(Math.abs(ends[kind] / 40 - percent), kind).toBeLessThan(2);
    const count = (kind: string) => [...places].filter((place) => place.startsWith(kind)).length;
    expect(["minimum", "saddle", "hilltop"].map(count)).toEqual([4, 4, 1]);
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
    expect([a, b, d]).toEqual([-37, 4, -21]);
    expect(eigenvaluesOf(himmelblau, [0.5, 0.5]).map(Math.round)).toEqual([-38, -20]);
  });

  test("damped, both runs end in a minimum; so they do with far smaller δ, and with too large a one they are not there", () => {
    for (const [surface, start] of [
      [beale, [1, 1]],
      [himmelblau, [0.5, 0.5]],
    ] as const) {
      expect(
        descend(surface, dampedNewton, { start, steps: 40, hyper: { delta: 0.2 } }).end.loss,
      ).toBeLessThan(1e-20);
      const inTen = (delta: number) =>
        descend(surface, dampedNewton, { start, steps: 10, hyper: { delta } }).end.loss;
      for (const delta of [1e-6, 0.001]) expect(inTen(delta)).toBeLessThan(1e-9);
      expect(inTen(1000)).toBeGreaterThan(0.01);
    }
    const copied = descend(beale, dampedNewton, { start: [1, 1], steps: 10, hyper: { delta: 0.2 } });
    expect(copied.end.loss).toBeGreaterThan(1e-6);
  });

  test("L-BFGS needs about twice the steps of damped Newton; plain descent about 17,000, near its largest rate", () => {
    const goal = { steps: 20_000, tolerance: 1e-6 };
    const exact = descend(rosenbrock, dampedNewton, goal).steps;
    const remembered = descend(rosenbrock, lbfgs, goal);
    expect([exact, remembered.steps]).toEqual([21, 47]);
    expect(remembered.evaluations.hessian).toBe(0);
    const names = Array.from({ length: 10 }, (_, i) => `x${i}`);
    const pairs = names.slice(1).map((x, i) => `100*(${x} - ${names[i]!}^2)^2 + (1 - ${names[i]!})^2`);
    const long = objective(pairs.join(" + "), { variables: names });
    const far = { ...goal, start: names.map((_, i) => (i % 2 === 0 ? -1.2 : 1)) };
    const ratio = descend(long, lbfgs, far).steps / descend(long, dampedNewton, far).steps;
    expect(ratio, "in ten dimensions").toBeCloseTo(3, 0);
    const plain = (lambda: number) => descend(rosenbrock, gradientDescent, { ...goal, hyper: { lambda } });
    expect([plain(0.0019).stop.reason, plain(0.0019).steps]).toEqual(["converged", 16_851]);
    expect(plain(0.002).stop.reason).toBe("steps");
  });

  test("the tilted bowl: trace 6, determinant 7, eigenvalues 3 ± √2", () => {
    const [a, b, c, d] = hessianOf(objective("x^2 + x*y + 2*y^2"), [3, 1]) as [
      number,
      number,
      number,
      number,
    ];
    expect([a, b, c, d]).toEqual([2, 1, 1, 4]);
    for (const h of [3 + Math.SQRT2, 3 - Math.SQRT2]) expect((a - h) * (d - h) - b * c).toBeCloseTo(0, 12);
    expect([3 - Math.SQRT2, 3 + Math.SQRT2]).toEqual([expect.closeTo(1.6, 1), expect.closeTo(4.4, 1)]);
  });

  test("two gradients give a Hessian-vector product, the better the nearer they are", () => {
    const p = [1, 2];
    const gradientAt = (w: number[]) => {
      const g = new Float64Array(2);
      beale.gradient(Float64Array.from(w), g, 1);
      return g;
    };
    const here = gradientAt([1, 1]);
    const quotient = (epsilon: number) =>
      Array.from(gradientAt(p.map((x) => 1 + epsilon * x)), (g, i) => (g - here[i]!) / epsilon);
    const exact = [27.75 * 2, 27.75 + 68.5 * 2];
    expect(exact).toEqual([55.5, 164.75]);
    for (const i of [0, 1]) expect(quotient(1e-5)[i]! / exact[i]!).toBeCloseTo(1, 4);
    expect(Math.abs(quotient(0.1)[0]! - exact[0]!)).toBeGreaterThan(10);
  });

  test("Gauss-Newton at Beale's (1, 1): the lines of the errors, a trough, straight down to a lower loss", () => {
    const errors = [1, 2, 3].map((power) => ({
      at: (x: number, y: number) => [1.5, 2.25, 2.625][power - 1]! - x + x * y ** power,
      line: (y: number) => [1.5, 2.25, 2.625][power - 1]! + power * (y - 1),
    }));
    for (const { at, line } of errors) {
      expect(at(1, 1)).toBe(line(1));
      expect((at(1 + 1e-6, 1) - at(1, 1)) / 1e-6).toBeCloseTo(0, 5);
      expect((at(1, 1 + 1e-6) - at(1, 1)) / 1e-6).toBeCloseTo(line(2) - line(1), 4);
    }
    const trough = objective("(1.5 + (y - 1))^2 + (2.25 + 2*(y - 1))^2 + (2.625 + 3*(y - 1))^2 + 0*x");
    const { end } = descend(trough, dampedNewton, { start: [1, 1], steps: 1, hyper: { delta: 0.2 } });
    expect([...end.w]).toEqual([1, expect.closeTo(0.016, 3)]);
    const bottom = new Float64Array(2);
    trough.gradient(Float64Array.of(1, 0.25 / 28), bottom, 1);
    expect(bottom[1]).toBeCloseTo(0, 12);
    expect(0.25 / 28).toBeCloseTo(0.009, 3);
    expect(beale.value(end.w)).toBeLessThan(14.203125 / 3);
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

  test("the gradient a step away", () => {
    const g = new Float64Array(2);
    objective("x^2 + x*y + 2*y^2").gradient(Float64Array.of(4, 0), g, 1);
    const { x, y } = answersOf(byId["second-order/product"].fields);
    expect([...g]).toEqual([x, y]);
  });

  test("on Himmelblau it ends on the hilltop, and nowhere else", () => {
    const { end } = descend(himmelblau, newton, { start: [0.5, 0.5], steps: 40 });
    expect(end.loss).toBeCloseTo(181.617, 3);
    const { x, y } = byId["second-order/between"].answer;
    expect([x, y]).toEqual([expect.closeTo(end.w[0]!, 6), expect.closeTo(end.w[1]!, 6)]);
  });

  test("where Newton lands on the parabola, and on Beale", () => {
    const from = (x: number) => descend("x^2 - 6*x", newton, { start: [x], steps: 1 }).end.w[0];
    expect([from(4), from(300)]).toEqual([3, 3]);
    const { x, y } = byId["second-order/solved"].answer;
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
    const [table, pairs] = [1e8 ** 2, 10 * 2 * 1e8];
    expectAnswers(byId["second-order/pairs"].fields, { times: table / pairs });
    expect((8 * pairs) / 1e9, "gigabytes").toBe(16);
  });
});
