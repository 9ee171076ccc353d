/** What lesson 08 says in numbers, computed again. */
import { describe, expect, test } from "vitest";
import {
  adagrad,
  descend,
  adam,
  gradientDescent,
  iris,
  miniBatch,
  momentum,
  network,
  noisy,
  objective,
  parabola,
  quadratic,
  ravine,
  rmsprop,
  type Rule,
  type Schedule,
  schedules,
} from "fall-line";
import { firstUnlessLong, isLong } from "../long.ts";
import { byId, expectAnswers, expectOnlyRight } from "./cards.ts";

const rough = noisy(quadratic([1]), { size: 1, seed: 1 });
const mean = (losses: readonly number[]) => losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
const rates = (schedule: Schedule, steps: number, lambda = 1) =>
  descend("x^2", gradientDescent, { start: [0], steps, hyper: { lambda }, schedule })
    .term("rate")
    .slice(1);

describe("lesson 08", () => {
  test("RMSProp hops at a constant rate and settles under decay", () => {
    const hop = { start: [-8, 1.5], steps: 400, hyper: { lambda: 0.1, zeta: 0.9 } };
    const [before, after] = descend(ravine, rmsprop, hop)
      .path.slice(-2)
      .map(([, y]) => y!);
    expect(before).toBeCloseTo(-after!, 3);
    expect(Math.abs(after!)).toBeGreaterThan(0.04);
    expect(
      descend(ravine, rmsprop, { ...hop, schedule: schedules.exponential({ k: 0.01 }) }).end.loss,
    ).toBeLessThan(1e-5);
  });

  test.each([0.1, 0.01, 0.001])("the floor under the rate %f is about a quarter of it", (lambda) => {
    const { losses } = descend(rough, gradientDescent, { start: [0], steps: 200_000, hyper: { lambda } });
    // For f = x²/2 and unit noise the variance of x is λ/(2 - λ), so the mean loss is λ/(2(2 - λ)).
    const floor = lambda / (2 * (2 - lambda));
    expect(mean(losses.slice(-190_000)) / floor).toBeGreaterThan(0.85);
    expect(mean(losses.slice(-190_000)) / floor).toBeLessThan(1.15);
  });

  test("the half-lives: ln 2 / k for exponential decay; 10, then 20, then 40 steps for 1/t", () => {
    const halved = (all: readonly number[], part: number) => all.findIndex((rate) => rate <= part + 1e-12);
    expect(
      [1 / 2, 1 / 4, 1 / 8].map((part) => halved(rates(schedules.inverseTime({ k: 0.1 }), 200), part)),
    ).toEqual([10, 30, 70]);
    expect(halved(rates(schedules.exponential({ k: 0.01 }), 200), 1 / 4)).toBe(
      Math.ceil((2 * Math.log(2)) / 0.01),
    );
  });

  test("exponential decay freezes at the sum of a geometric series; 1/t goes on", () => {
    const travel = (schedule: Schedule, steps: number) =>
      descend(objective("-x"), gradientDescent, {
        start: [0],
        steps,
        hyper: { lambda: 0.1 },
        schedule,
      }).end.w[0]!;
    expect(travel(schedules.exponential({ k: 0.1 }), 10_000)).toBeCloseTo(0.1 / (1 - Math.exp(-0.1)), 12);
    expect(travel(schedules.exponential({ k: 0.1 }), 100)).toBeCloseTo(1.05, 2);
    expect(travel(schedules.inverseTime({ k: 0.1 }), 10_000)).toBeGreaterThan(6.9);
  });

  test("of the five rules AdaGrad alone keeps getting lower without decay", () => {
    const falls = (rule: Rule, hyper: Record<string, number>) => {
      const { losses } = descend(rough, rule, { start: [5], steps: 50_000, hyper });
      return mean(losses.slice(40_000)) / mean(losses.slice(4000, 5000)) < 0.5;
    };
    const falling = [
      falls(gradientDescent, { lambda: 0.1 }),
      falls(momentum, { lambda: 0.01 }),
      falls(adagrad, { lambda: 1 }),
      falls(rmsprop, { lambda: 0.1 }),
      falls(adam, { eta: 0.1 }),
    ];
    expect(falling).toEqual([false, false, true, false, false]);
  });

  test("a tenth of the rate makes a tenth of the floor, by its formula; ten times is the only true option", () => {
    const floor = (lambda: number) => lambda / (2 * (2 - lambda));
    const lower = floor(0.1) / floor(0.01);
    const about = (times: number) => Math.abs(lower / times - 1) < 0.1;
    const isTrue = { same: about(1), three: about(Math.sqrt(10)), ten: about(10) };
    expectOnlyRight(byId["learning-rate-decay/floor"].options, isTrue);
  });

  test("1/√t settles on the noisy bowl, later than 1/t with a good k, earlier than with one too large", () => {
    const schedule = (factor: string): Schedule => ({ id: "mine", factor, parameters: {} });
    const run = (factor: string) =>
      descend(rough, gradientDescent, {
        start: [5],
        steps: 40_000,
        hyper: { lambda: 1 },
        schedule: schedule(factor),
      });
    const late = (factor: string, end: number) => mean(run(factor).losses.slice(end / 2, end));
    expect(late("1/sqrt(t)", 40_000) / late("1/sqrt(t)", 4000)).toBeLessThan(0.5);
    expect(late("1/t", 40_000)).toBeLessThan(late("1/sqrt(t)", 40_000) / 5);
    expect(late("1/(1 + 10*(t - 1))", 40_000)).toBeGreaterThan(late("1/sqrt(t)", 40_000) * 5);
  });

  test("exercise 2: after the cut the mean loss needs some 200 steps, by the recursion of its second moment", () => {
    let square = 0.1 / (2 - 0.1); // of x, on the old floor: λ/(2 - λ)
    const path = [square];
    for (let t = 1; t <= 1000; t++) path.push((square = 0.99 ** 2 * square + 0.01 ** 2));
    const comesDown = path.findIndex((x) => x < 1.2 * path[1000]!);
    expect(path[0]! / path[1000]!).toBeCloseTo(10.5, 1);
    const isTrue = {
      atOnce: comesDown < 2,
      twenty: comesDown > 10 && comesDown < 40,
      hundreds: comesDown > 100 && comesDown < 400,
      never: comesDown === -1,
    };
    expectOnlyRight(byId["learning-rate-decay/cut"].options, isTrue);
  });

  test("1/√t: the sum of its rates has no bound, and neither has that of its squares", () => {
    const sum = (power: number, count: number) => {
      let total = 0;
      for (let t = 1; t <= count; t++) total += t ** -power;
      return total;
    };
    // Doublings add ever more, or the same again, where there is no bound; where there is one they add ever less.
    const grows = (power: number) => {
      const [a, b, c] = [10_000, 20_000, 40_000].map((n) => sum(power, n)) as [number, number, number];
      return (c - b) / (b - a) > 0.99;
    };
    const [travels, settles] = [grows(1 / 2), !grows(1)];
    expect([grows(2), sum(1, 10_000), sum(2, 10_000)]).toEqual([
      false,
      expect.closeTo(9.788, 3),
      expect.closeTo(1.645, 3),
    ]);
    expectOnlyRight(byId["learning-rate-decay/root"].options, {
      travels: travels && !settles,
      settles: settles && !travels,
      both: travels && settles,
    });
  });
});

describe("the network of lesson 08", () => {
  const FIVE = [1, 2, 3, 4, 5];
  const TEN = [6, 7, 8, 9, 10, 11, 12, 13, 14, 15];
  const train = (seeds: number[], rule: Rule, steps: number, lambda: number, schedule: Schedule) =>
    seeds.map((seed) => {
      const learner = miniBatch(network(iris(), { hidden: [8], seed }), { size: 10, seed });
      return descend(learner, rule, { steps, hyper: { lambda }, schedule }).losses;
    });
  const late = (seeds: number[], lambda: number, schedule: Schedule) =>
    train(seeds, gradientDescent, 400, lambda, schedule).map((losses) => mean(losses.slice(-50)));
  const linear = schedules.linear({ steps: 400 });
  const kept = schedules.constant();
  const lowerOn = (decayed: number[], others: number[]) =>
    decayed.filter((loss, i) => loss < others[i]!).length;

  test("from 3 each decay ends lower on each seed; from 0.3 linear and exponential decay end higher on each", () => {
    const exponential = schedules.exponential({ k: 0.0075 });
    const plateau = schedules.plateau({ factor: 0.5, patience: 20 });
    const table = [0.3, 3].map((rate) =>
      [kept, exponential, linear, plateau].map((one) => late(FIVE, rate, one)),
    );
    const means = [
      [0.058, 0.0941, 0.0685, 0.0564],
      [0.1112, 0.038, 0.0317, 0.0418],
    ];
    expect(table.map((row) => row.map(mean))).toEqual(
      means.map((row) => row.map((x): unknown => expect.closeTo(x, 3))),
    );
    const [small, large] = table.map(([first, ...decayed]) => decayed.map((one) => lowerOn(one, first!)));
    expect(large).toEqual([5, 5, 5]);
    expect(small!.slice(0, 2)).toEqual([0, 0]);
    expect(small![2]).toBe(3);
    const lower = means.map(([first, , decayed]) => decayed! < first!);
    expectOnlyRight(byId["learning-rate-decay/network"].options, {
      both: lower[0]! && lower[1]!,
      small: lower[0]! && !lower[1]!,
      large: !lower[0]! && lower[1]!,
      neither: !lower[0]! && !lower[1]!,
    });
  });

  test("of eight rates from 0.1 to 5 none that is kept ends as low as linear decay from 3", () => {
    const others = firstUnlessLong([1, 0.1, 0.6, 1.5, 2, 5]);
    for (const rate of others) expect(mean(late(FIVE, rate, kept)), `${rate}`).toBeGreaterThan(0.058);
    for (const rate of others) expect(mean(late(FIVE, rate, linear)), `${rate}`).toBeGreaterThan(0.032);
  });

  test("from 0.3 decay on a plateau cuts late, on three of the five seeds", () => {
    const plateau = schedules.plateau({ factor: 0.5, patience: 20 });
    const cuts = FIVE.map((seed) => {
      const learner = miniBatch(network(iris(), { hidden: [8], seed }), { size: 10, seed });
      const run = descend(learner, gradientDescent, {
        steps: 400,
        hyper: { lambda: 0.3 },
        schedule: plateau,
      });
      return run.term("rate").findIndex((rate) => rate < 0.3);
    });
    const late = cuts.filter((step) => step !== -1);
    expect(late).toHaveLength(3);
    expect(Math.min(...late)).toBeGreaterThan(250);
  });

  test("ten other seeds say the same of linear decay, each of them", () => {
    const others = [...firstUnlessLong(TEN, 2)];
    const lower = [0.3, 3].map((rate) => lowerOn(late(others, rate, linear), late(others, rate, kept)));
    expect(lower).toEqual([0, others.length]);
  });

  test("after 1500 steps linear decay from 0.3 ends lower as well, by a little", () => {
    for (const seed of firstUnlessLong(FIVE)) {
      const end = (schedule: Schedule) =>
        mean(train([seed], gradientDescent, 1500, 0.3, schedule)[0]!.slice(-50));
      const ratio = end(schedules.linear({ steps: 1500 })) / end(kept);
      expect(ratio).toBeLessThan(1.001);
      expect(ratio).toBeGreaterThan(0.9);
    }
  });

  const warmed = (warm: number): Schedule => ({
    id: "warm-up, then linear",
    factor: "min(1, t/warm)*max(0, 1 - (t - 1)/300)",
    parameters: { warm },
  });
  const ends = (seeds: number[], rate: number, warm: number) =>
    train(seeds, momentum, 300, rate, warmed(warm));
  const last = (runs: number[][]) => runs.map((losses) => losses[300]!);

  test("on five seeds a warm-up helps with the first rate 1, and not with 0.3", () => {
    const table = [0.3, 1].map((rate) => [1, 100].map((warm) => ends(FIVE, rate, warm)));
    const [[cold, warm], [coldLarge, warmLarge]] = table as [number[][][], number[][][]];
    const means = [cold!, warm!, coldLarge!, warmLarge!].map((runs) => mean(last(runs)));
    expect(means).toEqual([0.0394, 0.0422, 0.0913, 0.0314].map((x): unknown => expect.closeTo(x, 3)));
    expect(lowerOn(last(warm!), last(cold!))).toBe(0);
    const peak = (runs: number[][]) => Math.max(...runs.map((losses) => Math.max(...losses) / losses[0]!));
    expect(lowerOn(last(warmLarge!), last(coldLarge!))).toBe(4);
    expect(peak(coldLarge!)).toBeCloseTo(3.3, 1);
    expect(peak(warmLarge!)).toBeCloseTo(1.9, 1);
    expect(peak(cold!)).toBe(1);
    const highest = descend("x^2", momentum, {
      start: [0],
      steps: 300,
      hyper: { lambda: 1 },
      schedule: warmed(100),
    }).term("rate");
    expectAnswers(byId["learning-rate-decay/slowStart"].fields, { highest: Math.max(...highest.slice(1)) });
    expect(mean(last(ends(FIVE, 0.67, 1)))).toBeCloseTo(0.048, 3);
  });

  if (isLong)
    test("on forty other seeds a warm-up at 1 and the rate 0.67 alone are alike, and 0.3 alone ends below both", () => {
      const blocks = [6, 16, 26, 36].map((from) => TEN.map((_, i) => from + i));
      const runs = (rate: number, warm: number) => blocks.map((seeds) => ends(seeds, rate, warm));
      const [warm, low, small] = [runs(1, 100), runs(0.67, 1), runs(0.3, 1)];
      for (const [i, block] of small.entries())
        for (const other of [warm, low]) expect(mean(last(block))).toBeLessThan(mean(last(other[i]!)));
      const climb = (losses: number[]) => Math.max(...losses) / losses[0]!;
      for (const of of [(losses: number[]) => losses[300]!, climb]) {
        const less = mean(warm.flat().map((losses, i) => +(of(losses) < of(low.flat()[i]!))));
        expect(less).toBeGreaterThan(0.25);
        expect(less).toBeLessThan(0.75);
      }
    });
});

describe("the numbers that cards of lesson 08 ask for", () => {
  const rateAt = (schedule: Schedule, t: number, lambda: number) =>
    descend(parabola, gradientDescent, { start: [1], steps: t, hyper: { lambda }, schedule }).at(t).rate;

  test("three decays with a pencil", () => {
    expectAnswers(byId["learning-rate-decay/pencil"].fields, {
      halved: rateAt(schedules.step({ factor: 0.5, every: 2 }), 3, 0.8),
      exponential: rateAt(schedules.exponential({ k: 0.5 }), 3, 0.8),
      inverse: rateAt(schedules.inverseTime({ k: 0.5 }), 3, 0.8),
    });
  });

  test("when decay on a plateau cuts", () => {
    const told = [5, 3, 3, 4, 2, 2, 2, 2, 1];
    let turn = 0;
    const screen = { value: () => told[turn++]!, gradient: () => [0] };
    const schedule = schedules.plateau({ factor: 0.5, patience: 2 });
    const seen = descend(screen, gradientDescent, { start: [0], steps: 8, hyper: { lambda: 0.8 }, schedule });
    const [four, eight] = [4, 8].map((t) => seen.at(t).rate);
    expectAnswers(byId["learning-rate-decay/plateau"].fields, { four: four!, eight: eight! });
  });

  test("exercise 5: decayed twice the rate at step 51 is 1/36 of the first, where 1/6 is meant", () => {
    const meant = rateAt(schedules.inverseTime({ k: 0.1 }), 51, 1);
    expect([meant, meant ** 2]).toEqual([expect.closeTo(1 / 6, 12), expect.closeTo(1 / 36, 12)]);
  });

  test("exercise 6: the least loss is 0.01; with k = 1 it is at 0.80 after 60 steps, and still on its way", () => {
    const edge = objective("sqrt(x^2 + 0.0001) + x^2/20");
    expect(edge.value(Float64Array.of(0))).toBeCloseTo(0.01, 12);
    const losses = (k: number) =>
      descend(edge, gradientDescent, {
        start: [3],
        steps: 600,
        hyper: { lambda: 0.4 },
        schedule: schedules.inverseTime({ k }),
      }).losses;
    const slow = losses(1);
    expect(slow[60]).toBeCloseTo(0.8, 2);
    expect(slow.findIndex((loss) => loss < 0.02)).toBe(369);
    expect(Math.max(...slow.slice(369))).toBeLessThan(0.02);
    expect(Math.max(...losses(0.3).slice(60))).toBeLessThan(0.02);
    expect(Math.min(...losses(0))).toBeGreaterThan(0.1);
  });

  test("1/t lasts longer than exponential decay", () => {
    const times = (steps: number) =>
      rateAt(schedules.inverseTime({ k: 0.1 }), steps + 1, 1) /
      rateAt(schedules.exponential({ k: 0.1 }), steps + 1, 1);
    expect(times(100)).toBeCloseTo(2000, -2);
    expectOnlyRight(byId["learning-rate-decay/longer"].options, {
      tens: times(200) < 100,
      thousands: times(200) > 1000 && times(200) < 10_000,
      millions: times(200) > 1e7,
    });
    expect(Math.exp(-20)).toBeCloseTo(2e-9, 9);
  });

  test("exercise 1: three halvings take 41.6 steps", () => {
    const half = Math.log(2) / 0.05;
    expect(half).toBeCloseTo(13.9, 1);
    expectAnswers(byId["learning-rate-decay/halving"].fields, { steps: 3 * half });
  });

  test("the next half, and the next", () => {
    const { second, third } = byId["learning-rate-decay/halvings"].fields;
    const after = (steps: number) => rateAt(schedules.inverseTime({ k: 0.1 }), steps + 1, 1);
    expect(after(10)).toBeCloseTo(1 / 2, 12);
    expect(after(10 + second.answer)).toBeCloseTo(1 / 4, 12);
    expect(after(10 + second.answer + third.answer)).toBeCloseTo(1 / 8, 12);
  });

  test("how far exponential decay gets", () => {
    const { hundred, tenThousand } = byId["learning-rate-decay/travel"].fields;
    const run = descend("-x", gradientDescent, {
      start: [0],
      steps: 10_000,
      hyper: { lambda: 0.1 },
      schedule: schedules.exponential({ k: 0.1 }),
    });
    expect(run.at(100).w[0]).toBeCloseTo(hundred.answer, 2);
    expect(run.end.w[0]).toBeCloseTo(tenThousand.answer, 2);
  });

  test("in the explorer exponential decay with k = 0.05 freezes at -5.3, a third of the way; 1/t decay is at -2.7", () => {
    const x = (schedule: Schedule, steps: number) =>
      descend(ravine, rmsprop, { start: [-8, 1.5], steps, hyper: { lambda: 0.1, zeta: 0.9 }, schedule }).end
        .w[0];
    expect(x(schedules.exponential({ k: 0.05 }), 200)).toBeCloseTo(-5.33, 2);
    expect(x(schedules.exponential({ k: 0.05 }), 2000)).toBeCloseTo(-5.33, 2);
    expect((8 - 5.33) / 8).toBeCloseTo(1 / 3, 2);
    expect(x(schedules.inverseTime({ k: 0.05 }), 200)).toBeCloseTo(-2.7, 1);
  });
});
