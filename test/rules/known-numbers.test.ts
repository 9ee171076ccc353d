import { describe, expect, test } from "vitest";
import * as lib from "fall-line";
import {
  adagrad,
  adam,
  adamIncomplete,
  adamPrinted,
  amsgrad,
  beale,
  convention,
  dampedNewton,
  descend,
  himmelblau,
  momentum,
  nesterov,
  newton,
  rmsprop,
  rmspropOutside,
  rosenbrock,
  step,
} from "fall-line";

/** Numbers to be met to so many digits. */
const near = (numbers: readonly number[], digits: number): unknown[] =>
  numbers.map((x): unknown => expect.closeTo(x, digits));

const xOf = (path: lib.Trace): number[] => path.path.map((w) => w[0]!);
const slope = (g: number): string => `${g}*x`;
const firstStep = (rule: lib.Rule, g: number, hyper: Record<string, number>): number =>
  -descend(slope(g), rule, { start: [0], steps: 1, hyper }).end.w[0]!;

describe("x^2 from 1 with lambda 0.1 and alpha 0.9", () => {
  const options = { start: [1], steps: 3, hyper: { lambda: 0.1, alpha: 0.9 } };

  test("look-ahead Nesterov passes .8, .496, .17792, and looks from .62, .2224, -.108352", () => {
    const path = descend("x^2", nesterov, { ...options, steps: 4 });
    expect(xOf(path).slice(1, 4)).toEqual(near([0.8, 0.496, 0.17792], 12));
    const looks = path.term("lookahead").map((w) => w[0]!);
    expect(looks.slice(2)).toEqual(near([0.62, 0.2224, -0.108352], 12));
  });

  test.each(["torch", "keras", "optax", "cs231n"] as const)("%s stores those look-ahead points", (name) => {
    const path = descend("x^2", convention("nesterov", name) as lib.Rule, options);
    expect(xOf(path).slice(1)).toEqual(near([0.62, 0.2224, -0.108352], 12));
  });

  test("they part when lambda drops to .01 at step 3", () => {
    const schedule = step({ factor: 0.1, every: 2 });
    const third = (name: "torch" | "cs231n"): number =>
      descend("x^2", convention("nesterov", name) as lib.Rule, { ...options, schedule }).end.w[0]!;
    expect(third("cs231n")).toBeCloseTo(-0.0323, 4);
    expect(third("torch")).toBeCloseTo(0.1893, 4);
  });

  test("momentum passes .8, .46, .062 with the rate inside or outside the velocity", () => {
    for (const rule of [momentum, convention("momentum", "torch")] as lib.Rule[]) {
      expect(xOf(descend("x^2", rule, options)).slice(1)).toEqual(near([0.8, 0.46, 0.062], 12));
    }
  });

  test("and parts there when the rate drops at step 3: .1448 against .4202", () => {
    const schedule = step({ factor: 0.1, every: 2 });
    expect(descend("x^2", momentum, { ...options, schedule }).end.w[0]).toBeCloseTo(0.1448, 4);
    expect(descend("x^2", convention("momentum", "torch"), { ...options, schedule }).end.w[0]).toBeCloseTo(
      0.4202,
      4,
    );
  });

  test("PyTorch's dampening of .9 passes .8, .604, .41552", () => {
    const path = descend("x^2", convention("momentum", "torch"), {
      ...options,
      hyper: { ...options.hyper, tau: 0.9 },
    });
    expect(xOf(path).slice(1)).toEqual(near([0.8, 0.604, 0.41552], 12));
  });
});

describe("first steps, in units of the rate", () => {
  test("Adam 1", () => {
    expect(firstStep(adam, 3, { eta: 1, epsilon: 0 })).toBeCloseTo(1, 12);
  });

  test.each([
    [0.9, 3.1623],
    [0.99, 10],
    [0.999, 31.623],
  ])("RMSProp with zeta %f: %f", (zeta, expected) => {
    expect(firstStep(rmsprop, 3, { lambda: 1, zeta, epsilon: 0 })).toBeCloseTo(expected, 3);
  });

  test("Keras's AdaGrad at g = .01: .0316, where the deck's takes 1", () => {
    expect(firstStep(convention("adagrad", "keras"), 0.01, { lambda: 1 })).toBeCloseTo(0.0316, 4);
    expect(firstStep(adagrad, 0.01, { lambda: 1, epsilon: 0 })).toBeCloseTo(1, 9);
  });

  test("slide 14 with its own constants: 1, growing to 2.13 at t = 13; with beta2 = .999: 3.16, growing to 6.57 at t = 12", () => {
    const steps = (zeta: number): number[] => {
      const path = descend("x", adamIncomplete, {
        start: [0],
        steps: 40,
        hyper: { lambda: 1, zeta, epsilon: 0 },
      });
      return path
        .term("update")
        .slice(1)
        .map((u) => -u[0]!);
    };
    const own = steps(0.99);
    expect(own[0]).toBeCloseTo(1, 9);
    expect(Math.max(...own)).toBeCloseTo(2.13, 2);
    expect(own.indexOf(Math.max(...own)) + 1).toBe(13);
    const slow = steps(0.999);
    expect(slow[0]).toBeCloseTo(3.162, 3);
    expect(Math.max(...slow)).toBeCloseTo(6.57, 2);
    expect(slow.indexOf(Math.max(...slow)) + 1).toBe(12);
  });

  test("slide 21 as printed: ten times too short", () => {
    expect(firstStep(adamPrinted, 3, { eta: 1, epsilon: 0 })).toBeCloseTo(0.1, 12);
  });

  test("epsilon at |g| = 1e-4: .30 inside the root, .999 outside", () => {
    const hyper = { lambda: 1, zeta: 0, epsilon: 1e-7 };
    expect(firstStep(rmsprop, 1e-4, hyper)).toBeCloseTo(0.3015, 4);
    expect(firstStep(rmspropOutside, 1e-4, hyper)).toBeCloseTo(0.999, 3);
  });
});

describe("known runs", () => {
  test("AdaGrad's t-th step on a constant slope is lambda over the root of t", () => {
    const path = descend("3*x", adagrad, { start: [0], steps: 100, hyper: { lambda: 0.5, epsilon: 0 } });
    for (const t of [1, 4, 100]) expect(path.updateLength(t)).toBeCloseTo(0.5 / Math.sqrt(t), 12);
  });

  test("Adam on x^2 from 5 with eta .1", () => {
    const path = descend("x^2", adam, { start: [5], steps: 5, hyper: { eta: 0.1 } });
    expect(xOf(path).slice(1)).toEqual(near([4.9, 4.800058, 4.700213, 4.600508, 4.500983], 6));
  });

  test("pure Newton on Rosenbrock", () => {
    const { losses } = descend(rosenbrock, newton, { steps: 5 });
    expect(losses.slice(0, 5)).toEqual(near([24.2, 4.731884, 1411.8452, 0.0559655, 0.3131891], 3));
    expect(losses[5]).toBeCloseTo(1.85e-11, 13);
  });

  test("pure Newton on Beale lands on the saddle; the damped one finds the minimum", () => {
    const pure = descend(beale, newton, { steps: 1 });
    expect([...pure.end.w]).toEqual([expect.closeTo(0, 12), expect.closeTo(1, 12)]);
    expect(pure.end.loss).toBeCloseTo(14.203125, 12);
    expect(descend(beale, dampedNewton, { steps: 20 }).end.loss).toBeLessThan(1e-20);
  });

  test("pure Newton on Himmelblau climbs to the maximum; the damped one descends", () => {
    const pure = descend(himmelblau, newton, { steps: 10 });
    expect([...pure.end.w]).toEqual([expect.closeTo(-0.2708, 4), expect.closeTo(-0.923, 4)]);
    expect(pure.end.loss).toBeCloseTo(181.6165, 4);
    expect(descend(himmelblau, dampedNewton, { steps: 20 }).end.loss).toBeLessThan(1e-20);
  });

  test("RMSProp at a constant rate hops between +-.055", () => {
    const path = descend("x^2", rmsprop, { start: [1], steps: 2000, hyper: { lambda: 0.1 } });
    expect(Math.max(...xOf(path).slice(-50).map(Math.abs))).toBeCloseTo(0.055, 2);
  });

  test("Reddi's example: Adam ends at the wrong end of [-1, 1], AMSGrad near the right one", () => {
    const sawtooth = {
      name: "Reddi's example",
      value: (w: Float64Array) => (w[0]! * (3 - 2)) / 3,
      gradient: (_w: Float64Array, out: Float64Array, t: number) => {
        out[0] = t % 3 === 1 ? 3 : -1;
      },
    };
    const shrinking: lib.Schedule = { id: "root", factor: "1/sqrt(t)", parameters: {} };
    const end = (rule: lib.Rule): number =>
      descend(sawtooth, rule, {
        start: [0],
        steps: 5000,
        hyper: { eta: 0.5, beta1: 0, beta2: 1 / (1 + 3 ** 2), epsilon: 0 },
        schedule: shrinking,
        project: { low: -1, high: 1 },
      }).end.w[0]!;
    expect(end(adam)).toBeGreaterThan(0.9);
    expect(end(amsgrad)).toBeLessThan(-0.9);
  });
});
