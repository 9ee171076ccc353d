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
  type Trace,
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

  test("the slopes of 3x^2 + xy are 6x + y and x", () => {
    const slopes = new Float64Array(2);
    objective("3*x^2 + x*y").gradient(Float64Array.of(2, 5), slopes, 1);
    expect([...slopes]).toEqual([6 * 2 + 5, 2]);
  });

  test("one step in the ravine, and one on the parabola", () => {
    const { x, y } = byId["motivation/step"].fields;
    expect([...plainAt(0.1, 1).at(1).g]).toEqual([-0.8, 3]);
    expect(plainAt(0.3).at(1).w[0]).toBeCloseTo(-7.76, 12);
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

  test("on the plain it moves by about 0.1 in 100 steps, is flat for 250, and in the crater at 400", () => {
    const settings = { start: [2.5, 0.5], steps: 400, hyper: { lambda: 0.1 } };
    const lost = descend("1 - exp(-(x^2 + y^2))", gradientDescent, settings);
    expect(Math.hypot(lost.at(100).w[0]! - 2.5, lost.at(100).w[1]! - 0.5)).toBeCloseTo(0.1, 1);
    expect(Math.min(...lost.losses.slice(0, 251))).toBeGreaterThan(0.98);
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
    const ends = ({ end }: Trace) => ({
      left: Math.abs(end.w[0]! + 0.936) < 0.01,
      right: Math.abs(end.w[0]! - 0.905) < 0.01,
    });
    const [first, second] = [ends(plain), ends(heavy)];
    expectOnlyRight(byId["motivation/wells"].options, {
      near: first.right && second.right,
      deep: first.left && second.left,
      apart: first.right && second.left,
      crossed: first.left && second.right,
      rim: first.right && !second.left && !second.right,
    });
    expect(plain.end.loss).toBeGreaterThan(heavy.end.loss);
  });

  test("of 81 starts none ends in the deeper well with 0.8 of the speed, about half with 0.9 and more", () => {
    const nine = Array.from({ length: 9 }, (_, k) => k);
    const starts = nine.flatMap((i) => nine.map((j) => [0.4 + 0.2 * i, -0.8 + 0.2 * j]));
    const leftFrom = (alpha: number, lambda = 0.02) => {
      const settings = { steps: 2000, hyper: { lambda, alpha }, record: "none" } as const;
      const ends = starts.map((start) => descend(twoWells, momentum, { start, ...settings }).end);
      expect(ends.every(({ loss }) => loss < -1)).toBe(true); // each has come to rest in a well
      return ends.filter(({ w }) => w[0]! < 0).length;
    };
    expect([0.82, 0.84, 0.86].map((alpha) => leftFrom(alpha))).toEqual([10, 18, 29]);
    const counts = [0, 0.8, 0.9, 0.95, 0.99].map((alpha) => leftFrom(alpha));
    const [still, at80, ...more] = counts as [number, number, ...number[]];
    expect(still).toBe(0);
    expectOnlyRight(byId["motivation/starts"].options, {
      all: more.at(-1) === 81,
      each: [at80, ...more].every((count) => Math.abs(count / 81 - 0.5) < 0.1),
      half: at80 === 0 && more.every((count) => Math.abs(count / 81 - 0.5) < 0.1),
      fewer: at80 === 81,
    });
    expect(more.at(-1)!).toBeLessThanOrEqual(more[0]!);
    expect([leftFrom(0.8, 0.04), leftFrom(0.9, 0.005)], "with another rate").toEqual([29, 1]);
  });

  test("on the ridge of the saddle the ball stays, beside it the loss passes a shelf", () => {
    const run = (y: number) =>
      descend(saddle, gradientDescent, { start: [1, y], steps: 50, hyper: { lambda: 0.05 } });
    expect(run(0).end.w[1]).toBe(0);
    expect(Math.abs(run(0).end.w[0]!), "on the way to the middle").toBeLessThan(0.01);
    expect(Math.abs(run(0.01).losses[25]!)).toBeLessThan(0.01);
    expect(run(0.01).end.loss).toBeLessThan(-1);
    expect(run(0.01).at(10).w[1]! / run(0.01).at(9).w[1]!).toBeCloseTo(1.1, 9);
  });

  test("from beside the ridge, all with the rate 0.05, y is above 1 after 2, 19, 49 and 56 steps", () => {
    const steps = [rmsprop, momentum, gradientDescent, adagrad].map((rule: Rule) => {
      const settings = { start: [1, 0.01], steps: 60, hyper: { lambda: 0.05 } };
      return descend(saddle, rule, settings).path.findIndex(([, y]) => y! > 1);
    });
    expect(steps).toEqual([2, 19, 49, 56]);
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
    const onRidge = descend(saddle, gradientDescent, { start: [1, 0], steps: 5000, hyper: { lambda: 0.05 } });
    const slips = onRidge.path.some(([, y]) => y !== 0);
    const rests = Math.hypot(...onRidge.end.w) < 1e-9;
    expectOnlyRight(byId["motivation/saddle"].options, {
      rest: !passed && rests,
      later: slowed && passed && slips,
      one: slowed && passed && rests,
      straight: !slowed && passed && rests,
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
      away: late.some((losses) => mean(losses) > 5.45),
      lost: !isDown,
      rests: isDown && rests,
      shivers: isDown && !rests,
    });
  });

  describe("the race", () => {
    const runners: Rule[] = [gradientDescent, momentum, nesterov, adagrad, rmsprop, adam];
    const shares = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];
    const memories = [0.5, 0.9, 0.99, 0.999];
    const choices: Record<string, Record<string, number>[]> = {
      momentum: shares.map((alpha) => ({ alpha })),
      nesterov: shares.map((alpha) => ({ alpha })),
      rmsprop: memories.map((zeta) => ({ zeta })),
      adam: shares.flatMap((beta1) => memories.map((beta2) => ({ beta1, beta2 }))),
    };
    const settingsOf = (rule: Rule): Record<string, number>[] => choices[rule.id] ?? [{}];
    const lossesOf = (on: Objective, settings: (rule: Rule) => Record<string, number>[], start?: number[]) =>
      runners
        .map((rule) => {
          const from = { steps: 60, ...(start === undefined ? {} : { start }) };
          const losses = settings(rule).map((hyper) => tune(on, rule, { ...from, hyper }).loss);
          return { rule, loss: Math.min(...losses) };
        })
        .sort((a, b) => a.loss - b.loss);
    const onBeale = lossesOf(beale, settingsOf);
    const inRavine = lossesOf(ravine, settingsOf);
    const of = (losses: typeof onBeale, rule: Rule) => losses.find((one) => one.rule === rule)!.loss;

    test("with its best rate alone Nesterov gets lowest on Beale's surface; with every number searched others win", () => {
      expect(lossesOf(beale, () => [{}])[0]!.rule).toBe(nesterov);
      const here = onBeale[0]!.rule;
      expect(here).toBe(adam);
      expectOnlyRight(byId["motivation/race"].options, {
        nesterov: here === nesterov,
        plain: here === gradientDescent,
        momentum: here === momentum,
        rmsprop: here === rmsprop,
        adam: here === adam,
      });
      expect(of(onBeale, adam)).toBeLessThan(1e-8);
      expect(of(onBeale, rmsprop) / 2e-4).toBeCloseTo(1, 0);
      // turned by 45 degrees, the ravine is momentum's; as it lies it is not
      expect([adagrad, rmsprop]).toContain(inRavine[0]!.rule);
      const s = Math.SQRT1_2;
      const turned = lossesOf(quadratic([0.1, 2], { angle: 45 }), settingsOf, [-9.5 * s, -6.5 * s]);
      expect(turned[0]!.rule).toBe(momentum);
    });

    test("28 settings are not why Adam wins, and in the ravine momentum and Adam have arrived too", () => {
      expect(runners.map((rule) => settingsOf(rule).length)).toEqual([1, 7, 7, 1, 4, 28]);
      const held = shares.map(
        (beta1) => tune(beale, adam, { steps: 60, hyper: { beta1, beta2: 0.999 } }).loss,
      );
      expect(Math.min(...held) / 3e-9).toBeCloseTo(1, 1);
      expect(of(onBeale, momentum) / 2.2e-8).toBeCloseTo(1, 1);
      for (const rule of [adagrad, rmsprop]) expect(of(inRavine, rule)).toBeLessThan(1e-80);
      for (const rule of [momentum, adam]) expect(of(inRavine, rule)).toBeLessThan(1e-17);
      expect(of(inRavine, nesterov)).toBeCloseTo(1.6e-12, 13);
      expect(of(inRavine, gradientDescent)).toBeCloseTo(3.5e-5, 6);
    });

    test("about 20 rates are tried", () => {
      const best = (on: Objective, rule: Rule) =>
        settingsOf(rule)
          .map((hyper) => ({ hyper, ...tune(on, rule, { steps: 60, hyper }) }))
          .sort((a, b) => a.loss - b.loss)[0]!;
      for (const on of [beale, ravine])
        for (const rule of runners) expect(Math.abs(best(on, rule).tried.length - 20)).toBeLessThan(5);
    });

    test("with the rates from the top gradient descent is lowest from (-1, -1), RMSProp from (1, -1)", () => {
      const rates = runners.map((rule) => tune(beale, rule, { steps: 60, start: [1, 1] }).rate);
      const lowestFrom = (start: number[]) =>
        runners
          .map((rule, k) => {
            const hyper = { [rule.rate!]: rates[k]! };
            return { rule, loss: descend(beale, rule, { start, steps: 60, hyper }).end.loss };
          })
          .sort((a, b) => a.loss - b.loss)[0]!.rule;
      expect(lowestFrom([1, 1])).toBe(nesterov);
      expect(lowestFrom([-1, -1])).toBe(gradientDescent);
      expect(lowestFrom([1, -1])).toBe(rmsprop);
    });

    test("searched again from other starts, momentum and Nesterov momentum are lowest", () => {
      const lowestFrom = (start: number[]) => lossesOf(beale, settingsOf, start)[0]!.rule;
      expect(lowestFrom([0, 0])).toBe(momentum);
      expect(lowestFrom([-2, 0])).toBe(nesterov);
    });

    test("on a finer grid of rates Adam is lowest too", () => {
      const rates = Array.from({ length: 51 }, (_, k) => 10 ** (k / 10 - 4));
      const lossAt = (rule: Rule, hyper: Record<string, number>) =>
        descend(beale, rule, { start: [1, 1], steps: 60, record: "none", hyper }).end.loss;
      const least = (rule: Rule) =>
        Math.min(
          ...settingsOf(rule).flatMap((hyper) =>
            rates.map((rate) => lossAt(rule, { ...hyper, [rule.rate!]: rate })).filter(Number.isFinite),
          ),
        );
      const others = runners.filter((rule) => rule !== adam).map(least);
      expect(least(adam)).toBeLessThan(Math.min(...others) / 10);
    });
  });
});
