import { describe, expect, test } from "vitest";
import { adam, gradientDescent, gradientDescentClipped, momentum, rmsprop, schedules } from "fall-line";
import { type Probe, probesFor, rateOf } from "../../src/exercises/run/probe.ts";

const SEEDS = [1, 2, 3, 4, 5];
const all = (seed: number): Probe[] => {
  const { matching, fresh } = probesFor(adam, seed);
  return [...matching, fresh];
};

function gradient({ objective }: Probe, w: readonly number[], t: number): number[] {
  const g = new Float64Array(w.length);
  objective.gradient(Float64Array.from(w), g, t);
  return [...g];
}

describe("the probes on which an answer is tried", () => {
  test("start with a quadratic that can be followed with a pencil: 0.5x² + y² from (2, -1)", () => {
    const [first] = probesFor(adam).matching;
    expect(first).toMatchObject({ start: [2, -1], steps: 12, firstT: 1, schedule: schedules.constant() });
    // Its curvatures are 0.5 and 2.
    expect(gradient(first!, [2, -1], 1)).toEqual([1, -2]);
    expect(first!.objective.value(Float64Array.of(2, -1))).toBe(2);
  });

  test("give no two hyperparameters one value, so that a mix-up shows", () => {
    for (const seed of SEEDS) {
      for (const { hyper } of all(seed)) expect(new Set(Object.values(hyper)).size).toBe(4);
    }
    expect(probesFor(momentum).matching[0]!.hyper).toEqual({ lambda: 0.1, alpha: 0.9 });
    expect(probesFor(adam).matching[0]!.hyper).toMatchObject({ beta1: 0.9, beta2: 0.8 });
    expect(probesFor(rmsprop).matching[0]!.hyper).toMatchObject({ epsilon: 0.01 });
  });

  test("lie on both sides of 0 in each coordinate's turn, and never near it", () => {
    for (const seed of SEEDS) {
      for (const { start } of all(seed)) {
        for (const x of start) expect(Math.abs(x)).toBeGreaterThanOrEqual(0.6);
        for (let i = 1; i < start.length; i++) expect(start[i]! * start[i - 1]!).toBeLessThan(0);
      }
    }
  });

  test("are noisy twice and exact twice: the slope at one place is another in another step, or the same", () => {
    for (const seed of SEEDS) {
      const changes = all(seed).map((probe) => {
        const [one, two] = [gradient(probe, probe.start, 1), gradient(probe, probe.start, 2)];
        return one.every((g, i) => g !== two[i]);
      });
      expect(changes).toEqual([false, false, true, true]);
    }
  });

  test("bend as a quadratic does, or do not: the slope's second difference is 0, or is not", () => {
    for (const seed of SEEDS) {
      const bends = all(seed).map((probe) => {
        const at = (x: number): number => gradient(probe, [x, ...probe.start.slice(1)], 1)[0]!;
        return Math.abs(at(1) - 2 * at(0) + at(-1)) > 1e-3 || Math.abs(at(3) - 2 * at(2) + at(1)) > 1e-3;
      });
      expect(bends).toEqual([false, true, false, true]);
    }
  });

  test("change the rate where they say so: by e^(-0.15 (t - 1)), and by e^(-0.1 (t - 1))", () => {
    const { matching, fresh } = probesFor(gradientDescent);
    const shrink = [matching[0]!, matching[1]!, matching[2]!, fresh].map((probe) => {
      const rate = rateOf(gradientDescent, probe);
      expect(rate(1)).toBe(probe.hyper["lambda"]);
      return rate(5) / rate(1);
    });
    [1, 1, Math.exp(-0.6), Math.exp(-0.4)].forEach((ratio, i) => expect(shrink[i]).toBeCloseTo(ratio, 12));
    for (const probe of probesFor(gradientDescent).far) {
      const rate = rateOf(gradientDescent, probe);
      expect(rate(51) / rate(1)).toBeCloseTo(1 / (1 + 0.02 * 50), 12);
    }
  });

  test("take small steps and remember long, and far out large steps with a short memory", () => {
    const between = (low: number, high: number, ...values: (number | undefined)[]): void => {
      for (const value of values)
        expect(value! >= low && value! <= high, `${value} in ${low}..${high}`).toBe(true);
    };
    for (const seed of SEEDS) {
      for (const { hyper } of all(seed).slice(1)) {
        between(0.05, 0.15, hyper["eta"]);
        between(0.45, 0.85, hyper["beta1"], hyper["beta2"]);
        between(0.02, 0.12, hyper["epsilon"]);
      }
      for (const { hyper } of probesFor(adam, seed).far) {
        between(0.6, 1.1, hyper["eta"]);
        between(0.05, 0.35, hyper["beta1"], hyper["beta2"]);
        between(0.5, 1.5, hyper["epsilon"]);
      }
      const { matching, fresh, far } = probesFor(gradientDescentClipped, seed);
      expect(matching[0]!.hyper).toMatchObject({ bound: 0.5 });
      for (const { hyper } of [...matching.slice(1), fresh]) between(0.3, 0.8, hyper["bound"]);
      for (const { hyper } of far) between(0.6, 1.1, hyper["bound"]);
    }
  });

  test("lie, besides, far out, on flat ground, late, uphill and in another number of dimensions", () => {
    for (const seed of SEEDS) {
      const { far } = probesFor(adam, seed);
      const slopes = far.map((probe) => gradient(probe, probe.start, 1).map(Math.abs));
      expect(far.map(({ start }) => start.length)).toEqual([1, 5, 4]);
      expect(slopes[0]![0]).toBeGreaterThan(100);
      expect(Math.max(...slopes[1]!)).toBeLessThan(0.1);
      expect(far.map(({ firstT }) => firstT)).toEqual([1, 200, 30]);
      // A matrix that bends up everywhere is no larger than its trace.
      const bendsDown = far.map((probe) => {
        const n = probe.start.length;
        const H = new Float64Array(n * n);
        probe.objective.hessian!(Float64Array.from(probe.start), H);
        return Math.hypot(...H) > Array.from({ length: n }, (_, i) => H[i * n + i]!).reduce((x, y) => x + y);
      });
      expect(bendsDown).toEqual([false, false, true]);
    }
  });

  test("are the same for the same seed, others for another, and the first is the same for all", () => {
    const plain = (seed: number) => all(seed).map(({ start, hyper }) => ({ start, hyper }));
    expect(probesFor(adam, 3)).toBe(probesFor(adam, 3));
    expect(plain(3)[0]).toEqual(plain(4)[0]);
    for (const place of [1, 2, 3]) expect(plain(3)[place]).not.toEqual(plain(4)[place]);
  });
});
