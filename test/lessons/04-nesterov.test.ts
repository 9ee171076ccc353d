/** What lesson 04 says in numbers, computed again. */
import { describe, expect, test } from "vitest";
import {
  contractionFactor,
  convention,
  descend,
  lessonExercises,
  momentum,
  nesterov,
  nesterovRewritten,
  parabola,
  quadratic,
  quadraticTheory,
  schedules,
} from "fall-line";
import { heavyAt, lookingAt } from "./ravine.ts";

const { byId } = lessonExercises;
const looking = lookingAt(0.3, 0.9);

describe("lesson 04", () => {
  test("the pink ball's loss is about 190 times smaller", () => {
    expect(heavyAt(0.3, 0.9).end.loss / looking.end.loss).toBeCloseTo(190, -1);
  });

  test("green ends nearer to the floor than blue, red points up, and is longer in step 3", () => {
    const [before, after] = [looking.at(1), looking.at(2)];
    const blue = before.w[1]! + 0.9 * before.m[1]! - 0.3 * 2 * before.w[1]!;
    expect(Math.abs(after.w[1]!)).toBeLessThan(Math.abs(blue));
    expect(-0.3 * after.g[1]!).toBeGreaterThan(0);
    expect(Math.hypot(...looking.at(3).g)).toBeGreaterThan(Math.hypot(...after.g));
  });

  test("0.873 of the velocity is kept along and 0.36 across, and momentum with 0.36 takes the same steps", () => {
    const { along, across } = byId["nesterov/kept"].fields;
    expect(0.9 * (1 - 0.3 * 0.1)).toBeCloseTo(along.answer, 12);
    expect(0.9 * (1 - 0.3 * 2)).toBeCloseTo(across.answer, 12);
    const run = (rule: typeof nesterov | typeof momentum, alpha: number) =>
      descend(quadratic([2]), rule, { start: [1.5], steps: 5, hyper: { lambda: 0.3, alpha } });
    const [ahead, weak] = [run(nesterov, 0.9), run(momentum, 0.36)];
    for (const t of [1, 2, 3, 4, 5]) expect(ahead.at(t).w[0]).toBeCloseTo(weak.at(t).w[0]!, 12);
  });

  test("the limit is about 1.36 at alpha 0.9, in the ravine at a rate of 0.68", () => {
    const limit = quadraticTheory([1]).nesterov.stableBelow(0.9);
    expect(limit).toBeCloseTo(1.36, 2);
    expect(limit / 2).toBeCloseTo(0.68, 2);
    expect(lookingAt((0.99 * limit) / 2, 0.9, 400).end.loss).toBeLessThan(1);
    expect(lookingAt((1.01 * limit) / 2, 0.9, 400).end.loss).toBeGreaterThan(1);
    expect(quadraticTheory([1]).momentum.stableBelow(0.9)).toBeCloseTo(3.8, 12);
  });

  test("at its best pair it leaves 0.74 of the error a step in the ravine, momentum 0.63", () => {
    const root = Math.sqrt(3 * 20 + 1);
    const best = { lambda: 4 / (3 * 2 + 0.1), alpha: (root - 2) / (root + 2) }; // Lessard et al. 2016
    const worse = (at: typeof best) => Math.max(...[0.1, 2].map((h) => contractionFactor(h, at, "nesterov")));
    expect(worse(best)).toBeCloseTo(0.74, 2);
    for (const [a, b] of [
      [0.01, 0],
      [-0.01, 0],
      [0, 0.01],
      [0, -0.01],
    ] as const)
      expect(worse({ lambda: best.lambda + a, alpha: best.alpha + b })).toBeGreaterThan(worse(best));
    expect(quadraticTheory([0.1, 2]).momentum.rate).toBeCloseTo(0.63, 2);
  });

  test("Keras and PyTorch store the look-ahead point; after a cut at step 3 PyTorch parts from it", () => {
    const how = { start: [1], steps: 4, hyper: { lambda: 0.1, alpha: 0.9 } };
    const torch = convention("nesterov", "torch");
    const three = (options: typeof how & { schedule?: ReturnType<typeof schedules.step> }, t: number) => {
      const slide8 = descend(parabola, nesterov, options).at(t);
      const keras = descend(parabola, nesterovRewritten, options).at(t).w[0]!;
      return [slide8.w[0]! + 0.9 * slide8.m[0]!, keras, descend(parabola, torch, options).at(t).w[0]!];
    };
    for (const t of [1, 2, 3, 4]) {
      const [next, keras, pytorch] = three(how, t);
      expect(keras).toBeCloseTo(next!, 12);
      expect(pytorch).toBeCloseTo(next!, 12);
    }
    const [next, keras, pytorch] = three({ ...how, schedule: schedules.step({ factor: 0.1, every: 2 }) }, 3);
    expect(keras).toBeCloseTo(next!, 12);
    expect(next).toBeCloseTo(-0.0323, 4);
    expect(pytorch).toBeCloseTo(0.1893, 4);
  });

  test("where lambda h is 1 it lands in one step and stays, for any alpha", () => {
    for (const alpha of [0.3, 0.9, 0.99]) {
      const { path } = descend(quadratic([1]), nesterov, {
        start: [1],
        steps: 3,
        hyper: { lambda: 1, alpha },
      });
      for (const [x] of path.slice(1)) expect(x).toBeCloseTo(0, 12);
    }
  });
});
