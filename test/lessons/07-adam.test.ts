/** What lesson 07 says in numbers, computed again. */
import { describe, expect, test } from "vitest";
import {
  adam,
  adamIncomplete,
  adamPrinted,
  adamw,
  amsgrad,
  beale,
  convention,
  descend,
  iris,
  momentum,
  network,
  objective,
  parabola,
  type PlainObjective,
  rmsprop,
  type Rule,
} from "fall-line";
import { answersOf, byId, expectAnswers, expectOnlyRight, slopes } from "./cards.ts";

const start = [1, 1];
const repeating = (slopes: readonly number[]): PlainObjective => ({
  value: () => 0,
  gradient: (_w, _out, t) => [-slopes[t % slopes.length]!],
});

/** Steps on a steady slope, in units of the rate, from step 1. */
const lengths = (zeta: number) => {
  const hyper = { lambda: 0.01, zeta };
  const run = descend("-x", adamIncomplete, { start: [0], steps: 200, hyper });
  const updates = run.term("update").slice(1);
  return updates.map(([x]) => x! / 0.01);
};

describe("lesson 07", () => {
  test("on a flipping slope RMSProp steps by lambda, the average of slopes by a twentieth of it", () => {
    const last = (rule: Rule) =>
      descend(repeating([1, -1]), rule, { start: [0], steps: 2000, hyper: { lambda: 0.01 } }).at(2000)
        .update[0]!;
    expect(Math.abs(last(rmsprop)) / 0.01).toBeCloseTo(1, 4);
    expect(Math.abs(last(adamIncomplete)) / 0.01).toBeCloseTo(0.1 / 1.9, 4);
    const near = (length: number) => Math.abs(Math.abs(last(adamIncomplete)) / 0.01 / length - 1) < 0.2;
    expectOnlyRight(byId["adam/flip"].options, { one: near(1), tenth: near(0.1), little: near(0.05) });
  });

  test("slide 14 by hand: kappa 1 and a first step of lambda", () => {
    const run = descend(parabola, adamIncomplete, { start: [5], steps: 1, hyper: { lambda: 0.1 } });
    expect(run.at(1).kappa[0]).toBeCloseTo(1, 12);
    expect(run.at(1).update[0]).toBeCloseTo(-0.1, 6);
  });

  test("slide 14's own numbers peak at 2.13 at step 13; with 0.999 it begins at 3.16 and peaks at 6.57 at step 12", () => {
    const own = lengths(0.99);
    expect(own[0]).toBeCloseTo(1, 5);
    expect(Math.max(...own)).toBeCloseTo(2.13, 2);
    expect(own.indexOf(Math.max(...own)) + 1).toBe(13);
    const today = lengths(0.999);
    expect(today[0]).toBeCloseTo(3.16, 2);
    expect(Math.max(...today)).toBeCloseTo(6.57, 2);
    expect(today.indexOf(Math.max(...today)) + 1).toBe(12);
    expect(today.at(-1)).toBeGreaterThan(2);
    const near = (length: number) => Math.abs(today[0]! / length - 1) < 0.1;
    const options = { same: near(1), short: near(0.1), long: near(3.16) };
    expectOnlyRight(byId["adam/uncorrected"].options, options);
  });

  test("the weights of t steps add up to 1 - beta^t", () => {
    const run = descend("-x", adam, { start: [0], steps: 100, hyper: { eta: 0.01 } });
    for (const t of [1, 10, 100]) {
      expect(-run.at(t).m[0]!).toBeCloseTo(1 - 0.9 ** t, 12);
      expect(run.at(t).v[0]).toBeCloseTo(1 - 0.999 ** t, 12);
    }
    expect([1 - 0.9 ** 10, 1 - 0.999 ** 10]).toEqual([expect.closeTo(0.65, 2), expect.closeTo(0.01, 2)]);
  });

  test("Adam by hand on x^2 from 5", () => {
    const run = descend(parabola, adam, { start: [5], steps: 5, hyper: { eta: 0.1 } });
    const path = run.path.map(([x]) => x!);
    [5, 4.9, 4.800058, 4.700213, 4.600508, 4.500983].forEach((x, t) => expect(path[t]).toBeCloseTo(x, 6));
  });

  test("the scale of the loss makes no difference to Adam; 5 takes more than 5000 steps of 0.001", () => {
    const end = (on: string) => descend(on, adam, { start: [5], steps: 3, hyper: { eta: 0.1 } }).end.w[0]!;
    expect(end("1000*x^2")).toBeCloseTo(end("x^2"), 6);
    const patient = descend(parabola, adam, { start: [5], steps: 10_000 });
    expect(patient.path.findIndex(([x]) => Math.abs(x!) < 0.1)).toBe(7430);
    const wide = descend("x^2 + (y/1000)^2", adam, { start: [5, 5000], steps: 7430 }).end.w;
    expect(Math.abs(wide[0]!)).toBeLessThan(0.1);
    expect((5000 - wide[1]!) / (5 - wide[0]!)).toBeLessThan(2); // it has 1000 times as far to go, at the same pace
    expect(Math.abs(patient.at(1).update[0]!)).toBeCloseTo(0.001, 6);
  });

  test("a flat, then a cliff: 3.1 eta at once, 6.1 at the twelfth step, never more than 7.27", () => {
    const edge = slopes((t) => (t <= 2000 ? -0.01 : -1));
    const run = descend(edge, adam, { start: [0], steps: 2300, hyper: { eta: 0.01 } });
    const lengths = Array.from({ length: 2300 }, (_, i) => run.at(i + 1).update[0]! / 0.01);
    expect(lengths[1999]).toBeCloseTo(1, 5);
    expect(lengths[2000]).toBeCloseTo(3.1, 1);
    const longest = Math.max(...lengths);
    expect(lengths.indexOf(longest) + 1).toBe(2012);
    expect(lengths[2199]).toBeGreaterThan(2);
    expectOnlyRight(byId["adam/edge"].options, {
      shorter: longest < 0.9,
      eta: Math.abs(longest - 1) < 0.2,
      three: Math.abs(longest - 3.1) < 0.3,
      six: Math.abs(longest - 6.1) < 0.1,
    });
    const bound = (1 - 0.9) / Math.sqrt((1 - 0.999) * (1 - 0.9 ** 2 / 0.999));
    expect(bound).toBeCloseTo(7.27, 2);
    expect((1 - 0.9) / Math.sqrt(1 - 0.999)).toBeCloseTo(3.16, 2);
    for (let t = 1; t < 20_000; t = Math.ceil(t * 1.1)) {
      const powers = (1 - (0.81 / 0.999) ** t) / (1 - 0.81 / 0.999);
      const worst = Math.sqrt((0.01 / 0.001) * powers * (1 - 0.999 ** t)) / (1 - 0.9 ** t);
      expect(worst).toBeLessThan(7.28);
    }
    const worstSlopes = slopes((t) => -Math.max(1e-9, (0.9 / 0.999) ** (8000 - t))); // Cauchy's equality
    const worst = descend(worstSlopes, adam, {
      start: [0],
      steps: 8000,
      hyper: { eta: 0.01, epsilon: 1e-300 },
    });
    expect(worst.at(8000).update[0]! / 0.01).toBeCloseTo(7.27, 1);
  });

  test("decay in the loss is divided: 0.89 and nearly 0; AdamW takes both to 0.37", () => {
    const flips = (pull: number): PlainObjective => ({
      value: () => 0,
      gradient: (w, _out, t) => [10, 0.1].map((size, i) => (t % 2 ? size : -size) + pull * w[i]!),
    });
    const two = { start: [1, 1], steps: 1000 };
    const [steep, gentle] = descend(flips(0.1), adam, { ...two, hyper: { eta: 0.01 } }).end.w;
    expect([steep, gentle]).toEqual([expect.closeTo(0.89, 2), expect.closeTo(0, 2)]);
    expectOnlyRight(byId["adam/decay"].options, {
      steep: steep! < gentle! - 0.1,
      gentle: gentle! < steep! - 0.1,
      alike: Math.abs(steep! - gentle!) < 0.1,
    });
    const outside = descend(flips(0), adamw, { ...two, hyper: { eta: 0.01, decay: 0.1 } }).end.w;
    for (const w of outside) expect(w).toBeCloseTo(0.999 ** 1000, 1);
    for (const w of outside) expect(w).toBeCloseTo(0.361, 3);
    expect(outside[0]).toBeCloseTo(outside[1]!, 6);
    expect(0.999 ** 1000).toBeCloseTo(0.37, 2);
    for (const w of outside) expect(w - 0.999 ** 1000).toBeCloseTo(-0.006, 3);
  });

  test("the mean step is eta times mean over root of second moment", () => {
    for (const slopes of [[1], [5], [1, 1, 1, -1], [1, 1, -1], [1, -1]]) {
      const run = descend(repeating(slopes), adam, { start: [0], steps: 6000, hyper: { eta: 0.01 } });
      const mean = (values: number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
      const step = (run.at(6000).w[0]! - run.at(5988).w[0]!) / 12 / 0.01;
      expect(step).toBeCloseTo(mean(slopes) / Math.sqrt(mean(slopes.map((g) => g * g))), 6);
    }
  });

  test("in the opening momentum swings across the valley and RMSProp ends hopping", () => {
    const race = { start, steps: 150 };
    const heavy = descend(beale, momentum, { ...race, hyper: { lambda: 0.005, alpha: 0.9 } });
    const ys = heavy.path.map(([, y]) => y!);
    const turns = ys.filter((y, t) => (y - ys[t - 1]!) * (ys[t + 1]! - y) < 0).length;
    expect(turns).toBeGreaterThan(4);
    const black = descend(beale, rmsprop, { ...race, hyper: { lambda: 0.1, zeta: 0.9 } });
    const jumps = black.term("update").slice(-20);
    for (const [k, [x]] of jumps.entries()) {
      expect(Math.abs(x!)).toBeGreaterThan(0.05);
      if (k > 0) expect(x! * jumps[k - 1]![0]!).toBeLessThan(0);
    }
  });

  test("from (4, 2) eta 0.5 overshoots and is far behind after 100 steps, and ahead of 0.1 after 1000", () => {
    const at = (eta: number, steps: number) =>
      descend(beale, adam, { start: [4, 2], steps, hyper: { eta } }).end;
    expect(Array.from(at(0.5, 100).w)).toEqual([expect.closeTo(0.8, 2), expect.closeTo(-1.13, 2)]);
    expect(at(0.5, 100).loss).toBeCloseTo(6.6, 1);
    expect(at(0.1, 100).loss).toBeCloseTo(0.02, 2);
    expect(at(0.1, 1000).w[0]).toBeCloseTo(2.91, 2);
    const [x, y] = at(0.5, 1000).w;
    expect(Math.hypot(x! - 3, y! - 0.5)).toBeLessThan(0.01);
  });

  test("from (4, 2) eta 0.5 takes shorter steps at once, all of them over the valley; without m it does not overshoot", () => {
    const run = (beta1: number) =>
      descend(beale, adam, { start: [4, 2], steps: 100, hyper: { eta: 0.5, beta1 } });
    const lengths = Array.from({ length: 10 }, (_, k) =>
      Array.from(run(0.9).at(k + 1).update, (x) => x / -0.5),
    );
    expect(run(0.9).at(1).g[1]).toBeCloseTo(3440, 6);
    expect(lengths[0]).toEqual([expect.closeTo(1, 6), expect.closeTo(1, 6)]);
    for (let k = 1; k < 10; k++)
      for (const i of [0, 1]) {
        expect(lengths[k]![i]!).toBeGreaterThan(0);
        expect(lengths[k]![i]!).toBeLessThan(lengths[k - 1]![i]!);
      }
    expect(Math.min(...run(0.9).path.map(([, y]) => y!))).toBeLessThan(-1.3);
    const bare = run(0);
    expect(Math.min(...bare.path.map(([x]) => x!))).toBeGreaterThan(3);
    expect(Math.min(...bare.path.map(([, y]) => y!))).toBeGreaterThan(0.5);
    expect(bare.end.loss).toBeCloseTo(0.02, 2);
  });

  test("in a network the first step is eta for each weight, the middle one of step 400 a twentieth or less, 40 degrees from downhill", () => {
    const inOrder = (numbers: Iterable<number>) => Array.from(numbers, Math.abs).sort((a, b) => a - b);
    const middles = [1, 2, 3].map((seed) => {
      const net = network(iris(), { hidden: [6], seed });
      const run = descend(net, adam, { steps: 400, hyper: { eta: 0.01 } });
      const [first, last] = [1, 400].map((t) => ({
        g: inOrder(run.at(t).g),
        step: inOrder(run.at(t).update),
      }));
      expect(first!.g).toHaveLength(51);
      expect(first!.g[0]).toBeGreaterThan(0.001);
      expect(first!.g[50]).toBeLessThan(0.52);
      for (const length of first!.step) expect(length / 0.01).toBeCloseTo(1, 3);
      expect(first!.g[50]! / last!.g[50]!, "a hundred times smaller").toBeGreaterThan(80);
      for (const t of [1, 10, 50, 100, 400]) {
        const { g, update } = run.at(t);
        const downhill = -g.reduce((sum, slope, i) => sum + slope * update[i]!, 0);
        const degrees = (Math.acos(downhill / Math.hypot(...g) / Math.hypot(...update)) * 180) / Math.PI;
        expect(Math.abs(degrees - 40), `${seed}, ${t}`).toBeLessThan(8);
      }
      return last!.step[25]! / 0.01;
    });
    const all = (from: number, to: number) => middles.every((length) => length > from && length < to);
    const isTrue = { eta: all(0.8, 1.2), twentieth: all(0, 1.05 / 20), six: all(2, 8) };
    expectOnlyRight(byId["adam/network"].options, isTrue);
  });

  test("in the game Adam goes to the wrong wall, AMSGrad to the right one, and so does Adam with 0.999", () => {
    const game: PlainObjective = {
      value: (w) => w[0]! / 3,
      gradient: (_w, _out, t) => [t % 3 === 1 ? 3 : -1],
    };
    const settings = (beta2: number) => ({
      start: [0],
      steps: 3000,
      hyper: { eta: 0.5, beta1: 0, beta2 },
      schedule: { id: "root", factor: "1/sqrt(t)", parameters: {} },
      project: { low: -1, high: 1 },
    });
    const lost = descend(game, adam, settings(0.1));
    const [end] = lost.end.w;
    expectOnlyRight(byId["adam/game"].options, {
      left: end! < -0.9,
      middle: Math.abs(end!) < 0.5,
      right: end === 1,
    });
    expect(descend(game, amsgrad, settings(0.1)).end.w[0]).toBeLessThan(-0.95);
    expect(descend(game, adam, settings(0.999)).end.w[0]).toBeLessThan(-0.95);
    const root = (t: number) => Math.sqrt(lost.at(t).vHat[0]!);
    expect([3 / root(598), 1 / root(599), 1 / root(600)]).toEqual([
      expect.closeTo(1.05, 2),
      expect.closeTo(0.76, 2),
      expect.closeTo(0.97, 2),
    ]);
    expect(1 / Math.sqrt(descend(game, amsgrad, settings(0.1)).at(600).vHat[0]!)).toBeCloseTo(0.35, 2);
  });

  test("at a slope of a millionth Keras's first step is a quarter of PyTorch's", () => {
    const first = (rule: Rule) =>
      descend(objective("-0.000001*x"), rule, { start: [0], steps: 1, hyper: { eta: 1 } }).end.w[0]!;
    expect(first(convention("adam", "keras")) / first(convention("adam", "torch"))).toBeCloseTo(0.25, 1);
  });

  test("slide 21 as printed takes a first step ten times too short", () => {
    const printed = descend(parabola, adamPrinted, { start: [5], steps: 1, hyper: { eta: 0.1 } });
    expect(printed.at(1).update[0]).toBeCloseTo(-0.01, 6);
    const near = (times: number) => Math.abs(-printed.at(1).update[0]! / 0.1 / times - 1) < 0.2;
    const options = { whole: near(1), tenth: near(0.1), three: near(3) };
    expectOnlyRight(byId["adam/printed"].options, options);
  });
});

describe("the numbers that cards of lesson 07 ask for", () => {
  test("a slope of 3, 1, 3, 1: mean, variance, second moment", () => {
    const { mean, variance, second } = answersOf(byId["adam/moments"].fields);
    expect([mean, second]).toEqual([(3 + 1) / 2, (9 + 1) / 2]);
    expect(mean! / Math.sqrt(second!)).toBeCloseTo(0.89, 2);
    expect(variance).toBe(second! - mean! ** 2);
  });

  test("the weights of ten steps", () => {
    expectAnswers(byId["adam/shares"].fields, { m: 1 - 0.9 ** 10, v: 1 - 0.999 ** 10 });
  });

  test("Adam's second step by hand is nearly eta", () => {
    const run = descend(parabola, adam, { start: [5], steps: 2, hyper: { eta: 0.1 } });
    expect(Math.abs(run.at(2).update[0]!)).toBeCloseTo(0.1, 3);
  });

  test("exercise 1: after a slope of 2 and then none the second step is 0.067", () => {
    const run = descend(
      slopes((t) => (t === 1 ? 2 : 0)),
      adam,
      { start: [0], steps: 2, hyper: { eta: 0.1 } },
    );
    expect(-run.at(1).update[0]!).toBeCloseTo(0.1, 6);
    expectAnswers(byId["adam/first"].fields, { second: -run.at(2).update[0]! });
  });

  test("exercise 8: with m and v kept and t from 1 again a step is a third of eta", () => {
    const run = descend("-x", adam, { start: [0], steps: 10_000, hyper: { eta: 0.01 } });
    const m = 0.9 * run.at(10_000).m[0]! + 0.1 * -1;
    const v = 0.999 * run.at(10_000).v[0]! + 0.001;
    const length = Math.abs(m / (1 - 0.9)) / Math.sqrt(v / (1 - 0.999));
    const near = (times: number) => Math.abs(length / times - 1) < 0.1;
    const options = { same: near(1), short: near(1 / 3), long: near(3), ten: near(10) };
    expectOnlyRight(byId["adam/correction"].options, options);
  });

  test("five weights", () => {
    const meanStep = (pattern: number[]) => {
      const repeated = slopes((t) => -pattern[t % pattern.length]!);
      const run = descend(repeated, adam, { start: [0], steps: 6000, hyper: { eta: 0.01 } });
      return (run.at(6000).w[0]! - run.at(5988).w[0]!) / 12 / 0.01;
    };
    const { b, c, d, e } = answersOf(byId["adam/order"].fields);
    const computed = [[5], [1, 1, 1, -1], [1, 1, -1], [1, -1]].map(meanStep);
    computed.forEach((value, i) => {
      expect(value).toBeCloseTo([b, c, d, e][i]!, 2);
    });
  });
});
