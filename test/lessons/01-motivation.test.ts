/** What lesson 01 says in numbers, computed again. */
import { describe, expect, test } from "vitest";
import {
  adagrad,
  adam,
  beale,
  descend,
  gradientDescent,
  momentum,
  nesterov,
  noisy,
  objective,
  type Objective,
  parabola,
  quadratic,
  ravine,
  rmsprop,
  type Rule,
  saddle,
  tune,
  twoWells,
} from "fall-line";
import { answersOf, byId, expectOnlyRight } from "./cards.ts";
import { mean, plainAt } from "./ravine.ts";

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
    // of the directions that the card names, the one across falls most steeply
    const falls = { along: [1, 0], lowest: [8, -1.5], contour: [gy!, -gx!], across: [-gx!, -gy!] };
    const fall = Object.entries(falls).map(([name, [x = 0, y = 0]]) => ({
      name,
      by: -(gx! * x + gy! * y) / Math.hypot(x, y),
    }));
    const most = Math.max(...fall.map(({ by }) => by));
    expectOnlyRight(
      byId["motivation/arrow"].options,
      Object.fromEntries(fall.map(({ name, by }) => [name, by === most])),
    );
    expect(fall.find(({ name }) => name === "contour")!.by).toBeCloseTo(0, 12);
  });

  test("one step in the ravine, and one on the parabola", () => {
    const { x, y } = byId["motivation/step"].fields;
    expect(Array.from(plainAt(0.1, 1).end.w)).toEqual([expect.closeTo(x.answer), expect.closeTo(y.answer)]);
    const once = descend(parabola, gradientDescent, { start: [3], steps: 1, hyper: { lambda: 0.25 } });
    expect(once.end.w[0]).toBe(byId["motivation/once"].fields.x.answer);
  });

  test("the small rate covers a bit more than three quarters, the large one zigzags and gets further", () => {
    const covered = 1 - plainAt(0.3).end.w[0]! / -8;
    expect(covered).toBeCloseTo(0.78, 2);
    expectOnlyRight(byId["motivation/fifty"].options, {
      all: covered >= 0.99,
      most: covered > 0.5 && covered < 0.9,
      half: covered < 0.5,
    });
    expect(plainAt(0.3).at(1).w[0]! / -8).toBeCloseTo(0.97, 9);
    const signs = plainAt(0.95).path.map(([, y]) => Math.sign(y!));
    expect(signs.every((sign, t) => t === 0 || sign === -signs[t - 1]!)).toBe(true);
    expect(Math.abs(plainAt(0.95).end.w[0]!)).toBeLessThan(Math.abs(plainAt(0.3).end.w[0]!));
  });

  test("on the plain it moves by about 0.1 in 100 steps, is flat for 300, and in the crater at 400", () => {
    const settings = { start: [2.5, 0.5], steps: 400, hyper: { lambda: 0.1 } };
    const lost = descend("1 - exp(-(x^2 + y^2))", gradientDescent, settings);
    expect(Math.hypot(lost.at(100).w[0]! - 2.5, lost.at(100).w[1]! - 0.5)).toBeCloseTo(0.1, 1);
    expect(lost.losses[300]).toBeGreaterThan(0.93);
    expect(lost.losses[400]).toBeLessThan(1e-9);
    const [x = 0, y = 0] = lost.end.w;
    expectOnlyRight(byId["motivation/plateau"].options, {
      fourfold: Math.hypot(x - 2.5, y - 0.5) < 0.6,
      half: Math.abs(Math.hypot(x, y) / Math.hypot(2.5, 0.5) - 0.5) < 0.2,
      bottom: Math.hypot(x, y) < 1e-6,
    });
  });

  test("plain descent ends in the worse well, momentum in the deeper one", () => {
    const from = { start: [2, 0.8], steps: 200 };
    const plain = descend(twoWells, gradientDescent, { ...from, hyper: { lambda: 0.02 } });
    const heavy = descend(twoWells, momentum, { ...from, hyper: { lambda: 0.02, alpha: 0.9 } });
    const ends = (x: number) => ({ left: Math.abs(x + 0.936) < 0.01, right: Math.abs(x - 0.905) < 0.01 });
    expectOnlyRight(byId["motivation/wells"].options, ends(plain.end.w[0]!));
    expectOnlyRight(byId["motivation/speed"].options, ends(heavy.end.w[0]!));
    expect(plain.end.loss).toBeGreaterThan(heavy.end.loss);
  });

  test("of 81 starts none ends in the deeper well with 0.8 of the speed, about half with 0.9 and more", () => {
    const nine = Array.from({ length: 9 }, (_, k) => k);
    const starts = nine.flatMap((i) => nine.map((j) => [0.4 + 0.2 * i, -0.8 + 0.2 * j]));
    const counts = [0, 0.8, 0.9, 0.95, 0.99].map((alpha) => {
      const settings = { steps: 2000, hyper: { lambda: 0.02, alpha }, record: "none" } as const;
      const ends = starts.map((start) => descend(twoWells, momentum, { start, ...settings }).end);
      expect(ends.every(({ loss }) => loss < -1)).toBe(true); // each has come to rest in a well
      return ends.filter(({ w }) => w[0]! < 0).length;
    });
    const [still, at80, ...more] = counts as [number, number, ...number[]];
    expect(still).toBe(0);
    expectOnlyRight(byId["motivation/starts"].options, {
      all: more.at(-1) === 81,
      none: counts.every((count) => count === 0),
      half: at80 === 0 && more.every((count) => Math.abs(count / 81 - 0.5) < 0.1),
      fewer: at80 === 81,
    });
  });

  test("on the ridge of the saddle the ball stays, beside it the loss passes a shelf", () => {
    const run = (y: number) =>
      descend(saddle, gradientDescent, { start: [1, y], steps: 50, hyper: { lambda: 0.05 } });
    expect(run(0).end.w[1]).toBe(0);
    expect(Math.abs(run(0.01).losses[25]!)).toBeLessThan(0.01);
    expect(run(0.01).end.loss).toBeLessThan(-1);
    expect(run(0.01).at(10).w[1]! / run(0.01).at(9).w[1]!).toBeCloseTo(1.1, 9);
  });

  test("from the ridge AdaGrad and RMSProp leave in one step, gradient descent before momentum, whose rate is a twelfth", () => {
    const rateOf = (rule: Rule) => tune(beale, rule, { steps: 60 }).rate;
    const leaves = (rule: Rule, lambda: number) => {
      const path = descend(saddle, rule, { start: [1, 0.01], steps: 60, hyper: { [rule.rate!]: lambda } });
      return path.path.findIndex(([, y]) => Math.abs(y!) > 0.4);
    };
    for (const rule of [adagrad, rmsprop]) expect(leaves(rule, rateOf(rule))).toBe(1);
    const [quick, slow] = [rateOf(gradientDescent), rateOf(momentum)];
    expect(quick).toBeCloseTo(0.068, 3);
    expect(quick / slow).toBeCloseTo(12, 0);
    expect(leaves(gradientDescent, quick)).toBeLessThan(leaves(momentum, slow));
    expect(leaves(momentum, quick)).toBeLessThan(leaves(gradientDescent, quick));
  });

  test("at the saddle the ball slows down and passes; on the ridge it stays", () => {
    const run = (y: number) =>
      descend(saddle, gradientDescent, { start: [1, y], steps: 50, hyper: { lambda: 0.05 } });
    const lengths = Array.from({ length: 50 }, (_, k) => {
      const [from, to] = [run(0.01).path[k]!, run(0.01).path[k + 1]!];
      return Math.hypot(to[0]! - from[0]!, to[1]! - from[1]!);
    });
    const slowed = Math.min(...lengths) < lengths[0]! / 5;
    expect(lengths[0]! / Math.min(...lengths)).toBeCloseTo(8, 0);
    const passed = Math.abs(run(0.01).end.w[1]!) > 1;
    expectOnlyRight(byId["motivation/saddle"].options, {
      stops: slowed && !passed,
      slowly: slowed && passed,
      straight: !slowed && passed,
    });
    const onRidge = descend(saddle, gradientDescent, { start: [1, 0], steps: 5000, hyper: { lambda: 0.05 } });
    expectOnlyRight(byId["motivation/ridge"].options, {
      slips: onRidge.path.some(([, y]) => y !== 0),
      stays: onRidge.path.every(([, y]) => y === 0),
    });
  });

  test("by the coin's model one flat point in 1024 of ten directions is a minimum", () => {
    expect(answersOf(byId["motivation/coins"].fields)).toEqual({ points: 2 ** 10 });
  });

  test("with noise the ball gets down and does not come to rest, whatever the seed", () => {
    const settings = { start: [-8, 1.5], steps: 300, hyper: { lambda: 0.3 } };
    const late = Array.from({ length: 100 }, (_, k) =>
      descend(noisy(ravine, { size: 1, seed: k + 1 }), gradientDescent, settings).losses.slice(-100),
    );
    const isDown = late.every((losses) => mean(losses) < 5.45 / 10);
    const rests = late.some((losses) => Math.max(...losses) < 0.1);
    expectOnlyRight(byId["motivation/noise"].options, {
      lost: !isDown,
      rests: isDown && rests,
      shivers: isDown && !rests,
    });
  });

  test("with its best rate alone Nesterov gets lowest on Beale's surface; with every number searched others win", () => {
    const runners: Rule[] = [gradientDescent, momentum, nesterov, adagrad, rmsprop, adam];
    const shares = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];
    const memories = [0.5, 0.9, 0.99, 0.999];
    const choices: Record<string, Record<string, number>[]> = {
      momentum: shares.map((alpha) => ({ alpha })),
      nesterov: shares.map((alpha) => ({ alpha })),
      rmsprop: memories.map((zeta) => ({ zeta })),
      adam: shares.flatMap((beta1) => memories.map((beta2) => ({ beta1, beta2 }))),
    };
    const winner = (on: Objective, all: boolean, start?: number[]) => {
      const from = { steps: 60, ...(start === undefined ? {} : { start }) };
      const lowest = (rule: Rule) =>
        Math.min(
          ...((all ? choices[rule.id] : undefined) ?? [{}]).map(
            (hyper) => tune(on, rule, { ...from, hyper }).loss,
          ),
        );
      return runners.map((rule) => ({ rule, loss: lowest(rule) })).sort((a, b) => a.loss - b.loss)[0]!.rule;
    };
    expect(winner(beale, false)).toBe(nesterov);
    const [here, there] = [winner(beale, true), winner(ravine, true)];
    expect([adagrad, rmsprop]).toContain(there);
    expectOnlyRight(byId["motivation/race"].options, {
      nesterov: here === nesterov && there === nesterov,
      plain: [here, there].includes(gradientDescent),
      same: here === there && here !== nesterov && here !== gradientDescent,
      two: here !== there && ![here, there].some((rule) => rule === nesterov || rule === gradientDescent),
    });
    expect(here).toBe(adam);
    // turned by 45 degrees, the ravine is momentum's
    const s = Math.SQRT1_2;
    expect(winner(quadratic([0.1, 2], { angle: 45 }), true, [-9.5 * s, -6.5 * s])).toBe(momentum);
  });
});
