/** What lesson 06 says in numbers, computed again. */
import { describe, expect, test } from "vitest";
import {
  adagrad,
  adam,
  beale,
  check,
  compareConventions,
  descend,
  noisy,
  objective,
  parabola,
  type PlainObjective,
  ravine,
  rmsprop,
  schedules,
} from "fall-line";
import { byId, expectAnswers, expectOnlyRight, slopes } from "./cards.ts";

const hop = (zeta: number, from: number, steps: number) =>
  descend(parabola, rmsprop, { start: [from], steps, hyper: { lambda: 0.1, zeta } });

describe("lesson 06", () => {
  test("blue stops short on Beale's surface with a rate near 0.00004, black arrives and its rate grows", () => {
    const settings = { start: [4, 2], steps: 100 };
    const blue = descend(beale, adagrad, { ...settings, hyper: { lambda: 0.2 } });
    const black = descend(beale, rmsprop, { ...settings, hyper: { lambda: 0.2, zeta: 0.9 } });
    expect(blue.at(1).g[1]).toBeCloseTo(3440, 6);
    expect(blue.at(50).g[1]).toBeCloseTo(112, 0);
    expect(Math.abs(blue.at(50).update[1]!)).toBeLessThan(0.01);
    expect(blue.effectiveRates(100)[1]).toBeCloseTo(0.00004, 5);
    expect(black.effectiveRates(100)[1]! / black.effectiveRates(1)[1]!).toBeGreaterThan(100);
    expect(blue.end.loss).toBeCloseTo(6.1, 1);
    expect(black.end.loss).toBeCloseTo(0.007, 3);
    const larger = descend(beale, adagrad, { ...settings, hyper: { lambda: 1 } });
    expect(larger.end.loss).toBeCloseTo(0.03, 2);
    expect(Math.abs(black.at(1).update[1]!)).toBeCloseTo(0.63, 2);
    expect(Math.abs(blue.at(1).update[1]!)).toBeCloseTo(0.2, 9);
    const cured = descend(beale, adam, { ...settings, hyper: { eta: 0.2, beta1: 0, beta2: 0.9 } });
    expect(Math.abs(cured.at(1).update[1]!)).toBeCloseTo(0.2, 9);
    expect(cured.end.loss).toBeCloseTo(0.012, 3);
  });

  test("by hand: kappa 0.4 and x 0.842, three times as far as the rate", () => {
    const run = descend(parabola, rmsprop, { start: [1], steps: 1, hyper: { lambda: 0.05, zeta: 0.9 } });
    expect(run.at(1).kappa[0]).toBeCloseTo(0.4, 9);
    expect(1 - run.end.w[0]!).toBeCloseTo(0.158, 3);
    expect([0.4, 3.6, 4].map(Math.sqrt)).toEqual([expect.closeTo(0.632, 3), expect.closeTo(1.897, 3), 2]);
  });

  test("after one memory a bit more than a third is left", () => {
    for (const zeta of [0.9, 0.99, 0.999]) {
      const left = zeta ** Math.round(1 / (1 - zeta));
      expect(left).toBeGreaterThan(1 / 3);
      expect(left).toBeLessThan(0.37);
    }
  });

  test("the cliff leaves 297, counts for less than the land after 570 steps, and is gone after 2000", () => {
    const cliff: PlainObjective = { value: () => 0, gradient: (_w, _out, t) => [t <= 3 ? -100 : -1] };
    const run = descend(cliff, rmsprop, { start: [0], steps: 2000, hyper: { lambda: 1, zeta: 0.99 } });
    expect(run.at(3).kappa[0]).toBeCloseTo(297, 1);
    expect(297 * 0.99 ** 566).toBeGreaterThan(1);
    expect(297 * 0.99 ** 567).toBeLessThan(1);
    expect(run.effectiveRates(2000)[0]).toBeCloseTo(1, 5);
    const near = (n: number) => 297 * 0.99 ** (n / 2) > 1 && 297 * 0.99 ** (n * 2) < 1;
    expectOnlyRight(byId["rmsprop/forgotten"].options, {
      sixty: near(60),
      sixHundred: near(600),
      sixThousand: near(6000),
      never: false,
    });
    expect(1 + 297 * 0.99 ** 6000).toBe(1);
    expect(567).toBeLessThan(Math.log(100 ** 2) / (1 - 0.99)); // the card's ln c² memories
    const third = (n: number) => Math.abs(0.99 ** n - 1 / 3) < 0.05;
    expectOnlyRight(byId["rmsprop/memory"].options, {
      ten: third(10),
      hundred: third(100),
      thousand: third(1000),
    });
  });

  test("the first step is 1/sqrt(1 - zeta) times as long as it should be, and the weights of t steps add up to 1 - zeta^t", () => {
    for (const [zeta, times] of [
      [0.9, 3.16],
      [0.99, 10],
      [0.999, 31.6],
    ] as const) {
      const run = descend("-3*x", rmsprop, { start: [0], steps: 20, hyper: { lambda: 0.01, zeta } });
      expect(run.at(1).update[0]! / 0.01 / times).toBeCloseTo(1, 2);
      expect(run.at(20).kappa[0]! / 9).toBeCloseTo(1 - zeta ** 20, 12);
    }
    expect(hop(0.999, 1, 1).end.w[0]).toBeLessThan(-2);
    const seven = descend("-7*x", rmsprop, { start: [0], steps: 1, hyper: { lambda: 0.1, zeta: 0.75 } });
    expect(seven.end.w[0]).toBeCloseTo(0.2, 7);
  });

  test("signs alone go eight steps away in ten batches, a slow leak cancels them", () => {
    const batches: PlainObjective = {
      value: () => 0,
      gradient: (_w, _out, t) => [t % 10 === 0 ? -0.9 : 0.1],
    };
    const run = (zeta: number) =>
      descend(batches, rmsprop, { start: [0], steps: 3000, hyper: { lambda: 0.01, zeta } });
    const drift = (zeta: number) => (run(zeta).at(3000).w[0]! - run(zeta).at(2990).w[0]!) / 0.01;
    expect(drift(0)).toBeCloseTo(-8, 3);
    expect(Math.abs(drift(0.99))).toBeLessThan(0.1);
    expect(run(0.99).at(10).w[0]! / 0.01, "a young kappa").toBeCloseTo(-38, 0);
    expect(Math.sqrt(run(0.999).at(3000).kappa[0]!)).toBeCloseTo(0.3, 1);
  });

  test("at a constant rate it dives, is thrown out when its rate passes 2/h, and hops by half the rate", () => {
    const run = hop(0.9, 2, 400);
    const passes = run.recordedSteps.slice(1).find((t) => run.effectiveRates(t)[0]! > 1)!;
    expect(Math.abs(run.at(passes).w[0]!)).toBeLessThan(1e-15);
    const far = run.path.map(([x]) => Math.abs(x!));
    expect([passes, far.indexOf(Math.max(...far.slice(passes)))]).toEqual([68, 101]);
    expect(far[101]).toBeCloseTo(0.23, 2);
    expect([run.at(399).w[0], run.at(400).w[0]].map((x) => Math.abs(x!))).toEqual([
      expect.closeTo(0.05, 4),
      expect.closeTo(0.05, 4),
    ]);
    expect(run.effectiveRates(400)[0]).toBeCloseTo(1, 4);
    const at = (t: number, x: number) => Math.abs(Math.abs(run.at(t).w[0]!) - x) < 1e-3;
    expectOnlyRight(byId["rmsprop/rest"].options, {
      minimum: at(60, 0) && at(400, 0),
      arrives: at(60, 0.05) && at(400, 0),
      thrown: at(60, 0) && at(400, 0.05),
    });
    const both = descend(ravine, rmsprop, { steps: 300, hyper: { lambda: 0.1, zeta: 0.9 } }).end.w;
    expect(Array.from(both, Math.abs)).toEqual([expect.closeTo(0.05, 3), expect.closeTo(0.05, 3)]);
  });

  test("it hops by half the rate whatever the curvature, until epsilon counts", () => {
    const end = (curvature: number) => {
      const on = objective(`${curvature}*x^2/2`);
      const run = descend(on, rmsprop, { start: [2], steps: 5000, hyper: { lambda: 0.1, zeta: 0.9 } });
      return Math.abs(run.end.w[0]!);
    };
    for (const curvature of [0.1, 2, 20]) expect(end(curvature)).toBeCloseTo(0.05, 3);
    expect(end(0.004)).toBeLessThan(1e-100);
  });

  test.each([0.03, 0.05, 0.1, 0.3, 1, 3])(
    "in the explorer RMSProp with lambda %f hops at the end",
    (lambda) => {
      const [last, end] = descend(ravine, rmsprop, { steps: 400, hyper: { lambda, zeta: 0.9 } }).path.slice(
        -2,
      );
      expect(Math.abs(end![1]!)).toBeGreaterThan(0.45 * lambda);
      expect(last![1]! * end![1]!).toBeLessThan(0);
    },
  );

  test("in the explorer AdaGrad with lambda 3 comes to rest", () => {
    expect(descend(ravine, adagrad, { steps: 400, hyper: { lambda: 3 } }).end.loss).toBeLessThan(1e-20);
  });

  test("a longer memory takes longer and ends in a wider throw", () => {
    const thrown = (zeta: number) => {
      const run = hop(zeta, 2, 1500);
      const passes = run.recordedSteps.slice(1).find((t) => run.effectiveRates(t)[0]! > 1)!;
      return { passes, to: Math.max(...run.path.slice(passes).map(([x]) => Math.abs(x!))) };
    };
    const [usual, long] = [thrown(0.9), thrown(0.99)];
    expect([usual.passes, long.passes]).toEqual([68, 308]);
    expect([usual.to, long.to]).toEqual([expect.closeTo(0.23, 2), expect.closeTo(0.66, 2)]);
    for (const zeta of [0.5, 0.9, 0.95, 0.99])
      for (const lambda of [0.01, 0.1, 0.5])
        for (const x of [2, 0.3]) {
          const settings = { start: [x], steps: 20_000, hyper: { lambda, zeta }, record: "none" } as const;
          const end = Math.abs(descend(parabola, rmsprop, settings).end.w[0]!);
          expect(end / (lambda / 2), `${zeta}, ${lambda}, ${x}`).toBeCloseTo(1, 1);
        }
    const deep = {
      start: [0.3],
      steps: 60_000,
      hyper: { lambda: 0.5, zeta: 0.999 },
      record: "none",
    } as const;
    expect(descend(parabola, rmsprop, deep).end.w[0], "a memory of a thousand steps").toBe(0);
    const hops = Math.abs(hop(0.99, 2, 1500).end.w[0]!) > 0.01;
    expectOnlyRight(byId["rmsprop/longer"].options, {
      cured: !hops,
      later: hops && long.passes > 1.5 * usual.passes,
      alike: hops && Math.abs(long.passes / usual.passes - 1) < 0.5,
    });
  });

  test("with noise of size 1 it is 0.16 away, three times as far, and half the rate is half the loss", () => {
    const loss = (lambda: number, zeta: number) => {
      let sum = 0;
      for (let seed = 1; seed <= 100; seed++) {
        const on = noisy(parabola, { size: 1, seed });
        const { path } = descend(on, rmsprop, { start: [2], steps: 600, hyper: { lambda, zeta } });
        for (const [x] of path.slice(401)) sum += x! ** 2 / 200 / 100;
      }
      return sum;
    };
    const [whole, half, quarter] = [0.1, 0.05, 0.025].map((lambda) => loss(lambda, 0.9)) as [
      number,
      number,
      number,
    ];
    const away = Math.sqrt(whole);
    expect(away).toBeCloseTo(0.16, 2);
    expect(half / whole).toBeCloseTo(1 / 2, 1);
    expect(quarter / half).toBeCloseTo(1 / 2, 1);
    expect(loss(0.1, 0.99) / whole).toBeCloseTo(1, 1);
    expectOnlyRight(byId["rmsprop/rough"].options, {
      calmer: away < 0.04,
      same: away > 0.04 && away < 0.06,
      wider: away > 0.14 && away < 0.18,
    });
    const run = descend(noisy(parabola, { size: 1, seed: 1 }), rmsprop, {
      start: [2],
      steps: 600,
      hyper: { lambda: 0.1, zeta: 0.99 },
    });
    expect(Math.sqrt(run.at(600).kappa[0]!)).toBeCloseTo(1, 0);
  });

  test("the hops halve with the rate, the loss is quartered", () => {
    const schedule = schedules.step({ factor: 0.5, every: 100 });
    const hyper = { lambda: 0.1, zeta: 0.9 };
    const run = descend(parabola, rmsprop, { start: [2], steps: 800, hyper, schedule });
    expect(run.at(400).loss / run.at(300).loss).toBeCloseTo(1 / 4, 1);
    expect(run.at(600).loss / run.at(400).loss).toBeCloseTo(1 / 16, 1);
    const furthest = Array.from({ length: 8 }, (_, halvings) =>
      Math.max(...run.path.slice(100 * halvings + 80, 100 * (halvings + 1) + 1).map(([x]) => Math.abs(x!))),
    );
    expectAnswers(byId["rmsprop/within"].fields, { halvings: furthest.findIndex((x) => x < 0.002) });
    expect(Math.max(...furthest.slice(5)), "and its hops no longer reach it").toBeLessThan(0.002);
  });

  test("PyTorch's first step is thirty times Keras's as they come; alike otherwise to ten digits", () => {
    const first = ({ traces }: ReturnType<typeof compareConventions>) =>
      traces.map((run) => run.at(1).update[0]!);
    const [torch, keras] = first(compareConventions("rmsprop", "torch", "keras", beale, { start: [4, 2] }));
    expect(torch! / keras!).toBeGreaterThan(30);
    const same = { start: [4, 2], hyper: { lambda: 0.2, zeta: 0.9 } };
    const [a, b] = first(compareConventions("rmsprop", "torch", "keras", beale, same));
    expect(Math.abs(a! / b! - 1)).toBeLessThan(1e-8);
  });

  test("exercise 6: halving every 25 steps reaches the mark, too seldom and too often do not", () => {
    const furthest = (every: number) => {
      const schedule = schedules.step({ factor: 0.5, every });
      const hyper = { lambda: 0.1, zeta: 0.9 };
      const run = descend(parabola, rmsprop, { start: [2], steps: 560, hyper, schedule });
      return Math.max(...run.path.slice(280).map(([x]) => Math.abs(x!)));
    };
    const outcomes = [25, 299, 8].map((every) => check("rmsprop/halving", { every }).outcome);
    expect(outcomes).toEqual(["right", "not yet", "not yet"]);
    expect([25, 299, 8].map((every) => furthest(every) < 0.001)).toEqual([true, false, false]);
    const right = (every: number) => check("rmsprop/halving", { every }).outcome === "right";
    for (const every of [12, 18, 30, 39])
      expect([right(every), furthest(every) < 0.001]).toEqual([true, true]);
    const dives = [45, 50, 66, 80, 90, 91, 92, 93, 130, 250]; // near 0 at step 280, and then thrown out
    for (const every of dives) expect([right(every), furthest(every) < 0.001]).toEqual([false, false]);
  });
});

describe("the numbers that cards of lesson 06 ask for", () => {
  test("step 1 with a pencil", () => {
    const run = descend(parabola, rmsprop, { start: [1], steps: 1, hyper: { lambda: 0.05, zeta: 0.9 } });
    expectAnswers(byId["rmsprop/pencil"].fields, { kappa: run.at(1).kappa[0]!, x: run.end.w[0]! });
  });

  test("the first step with 0.99", () => {
    const run = descend("-3*x", rmsprop, { start: [0], steps: 1, hyper: { lambda: 0.01, zeta: 0.99 } });
    expectAnswers(byId["rmsprop/jump"].fields, { times: run.end.w[0]! / 0.01 });
  });

  test("ten batches", () => {
    const drift = (zeta: number) => {
      const hyper = { lambda: 0.01, zeta };
      const batches = slopes((t) => (t % 10 === 0 ? -0.9 : 0.1));
      const run = descend(batches, rmsprop, { start: [0], steps: 3000, hyper });
      return (run.at(3000).w[0]! - run.at(2990).w[0]!) / 0.01;
    };
    const { signs, slow } = byId["rmsprop/batches"].fields;
    expect(drift(0)).toBeCloseTo(signs.answer, 2);
    expect(Math.abs(drift(0.99) - slow.answer)).toBeLessThan(slow.within);
  });
});
