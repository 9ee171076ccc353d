/** What lesson 01 says in numbers, computed again. */
import { describe, expect, test } from "vitest";
import {
  adagrad,
  adam,
  beale,
  descend,
  gradientDescent,
  lessonExercises,
  momentum,
  nesterov,
  noisy,
  objective,
  type Objective,
  parabola,
  ravine,
  rmsprop,
  type Rule,
  saddle,
  tune,
  twoWells,
} from "fall-line";
import { plainAt } from "./ravine.ts";

const { byId } = lessonExercises;

describe("lesson 01", () => {
  test("the smallest model has the loss 16 and the slope -16", () => {
    const model = objective("(2*w - 6)^2", { variables: ["w"] });
    const walk = descend(model, gradientDescent, { start: [1], steps: 1, hyper: { lambda: 0.1 } });
    expect(walk.losses[0]).toBe(byId["motivation/smallest"].fields.loss.answer);
    expect(walk.at(1).g[0]).toBe(byId["motivation/smallest"].fields.slope.answer);
  });

  test("the way down misses the lowest point by 64 degrees", () => {
    const [gx, gy] = plainAt(0.1, 1).at(1).g;
    const degrees = ((Math.atan2(-gy!, -gx!) - Math.atan2(-1.5, 8)) * 180) / Math.PI;
    expect(Math.abs(degrees)).toBeCloseTo(64.4, 1);
  });

  test("one step in the ravine, and one on the parabola", () => {
    const { x, y } = byId["motivation/step"].fields;
    expect(Array.from(plainAt(0.1, 1).end.w)).toEqual([expect.closeTo(x.answer), expect.closeTo(y.answer)]);
    const once = descend(parabola, gradientDescent, { start: [3], steps: 1, hyper: { lambda: 0.25 } });
    expect(once.end.w[0]).toBe(byId["motivation/once"].fields.x.answer);
  });

  test("the small rate covers a bit more than three quarters, the large one zigzags, a little more climbs out", () => {
    expect(1 - plainAt(0.3).end.w[0]! / -8).toBeCloseTo(0.78, 2);
    expect(plainAt(0.3).at(1).w[0]! / -8).toBeCloseTo(0.97, 9);
    const signs = plainAt(0.95).path.map(([, y]) => Math.sign(y!));
    expect(signs.every((sign, t) => t === 0 || sign === -signs[t - 1]!)).toBe(true);
    expect(Math.abs(plainAt(0.95).end.w[0]!)).toBeLessThan(Math.abs(plainAt(0.3).end.w[0]!));
    expect(plainAt(1.05).end.loss).toBeGreaterThan(1000);
  });

  test("on the plain it moves by about 0.1 in 100 steps, is flat for 300, and in the crater at 400", () => {
    const settings = { start: [2.5, 0.5], steps: 400, hyper: { lambda: 0.1 } };
    const lost = descend("1 - exp(-(x^2 + y^2))", gradientDescent, settings);
    expect(Math.hypot(lost.at(100).w[0]! - 2.5, lost.at(100).w[1]! - 0.5)).toBeCloseTo(0.1, 1);
    expect(lost.losses[300]).toBeGreaterThan(0.93);
    expect(lost.losses[400]).toBeLessThan(1e-9);
  });

  test("plain descent ends in the worse well, momentum in the deeper one, more of it in the worse one", () => {
    const from = (at: number[], steps: number) => ({ start: at, steps });
    const plain = descend(twoWells, gradientDescent, { ...from([2, 0.8], 200), hyper: { lambda: 0.02 } });
    const hyper = { lambda: 0.02, alpha: 0.9 };
    const heavy = descend(twoWells, momentum, { ...from([2, 0.8], 200), hyper });
    const luck = descend(twoWells, momentum, { ...from([2, 0], 400), hyper: { ...hyper, alpha: 0.95 } });
    expect([plain, heavy, luck].map(({ end }) => Math.sign(end.w[0]!))).toEqual([1, -1, 1]);
    expect(plain.end.loss).toBeGreaterThan(heavy.end.loss);
    expect(Math.min(...luck.path.map(([x]) => x!))).toBeLessThan(-1); // it was in the deep well
  });

  test("on the ridge of the saddle the ball stays, beside it the loss passes a shelf", () => {
    const run = (y: number) =>
      descend(saddle, gradientDescent, { start: [1, y], steps: 50, hyper: { lambda: 0.05 } });
    expect(run(0).end.w[1]).toBe(0);
    expect(Math.abs(run(0.01).losses[25]!)).toBeLessThan(0.01);
    expect(run(0.01).end.loss).toBeLessThan(-1);
    expect(run(0.01).at(10).w[1]! / run(0.01).at(9).w[1]!).toBeCloseTo(1.1, 9);
  });

  test("from the ridge AdaGrad and RMSProp leave in one step, momentum and Nesterov are close to it after 60", () => {
    const tuned = (rule: Rule, steps: number) => {
      const hyper = { lambda: tune(beale, rule, { steps: 60 }).rate };
      return descend(saddle, rule, { start: [1, 0.01], steps, hyper }).end.w[1]!;
    };
    for (const rule of [adagrad, rmsprop]) expect(tuned(rule, 1)).toBeGreaterThan(0.9);
    for (const rule of [momentum, nesterov]) expect(tuned(rule, 60)).toBeLessThan(0.6);
  });

  test("with noise the ball gets down and does not come to rest", () => {
    const rough = noisy(ravine, { size: 1, seed: 1 });
    const settings = { start: [-8, 1.5], steps: 300, hyper: { lambda: 0.3 } };
    const late = descend(rough, gradientDescent, settings).losses.slice(100);
    expect(Math.max(...late)).toBeLessThan(5.45 / 2);
    expect(Math.max(...late)).toBeGreaterThan(0.5);
  });

  test("on Beale's surface Nesterov momentum gets lowest, in the ravine AdaGrad, by far", () => {
    const runners: Rule[] = [gradientDescent, momentum, nesterov, adagrad, rmsprop, adam];
    const order = (on: Objective) =>
      runners
        .map((rule) => ({ id: rule.id, loss: tune(on, rule, { steps: 60 }).loss }))
        .sort((a, b) => a.loss - b.loss);
    expect(order(beale)[0]!.id).toBe(nesterov.id);
    const [first, second] = order(ravine);
    expect(first!.id).toBe(adagrad.id);
    expect(first!.loss).toBeLessThan(second!.loss * 1e-20);
  });
});
