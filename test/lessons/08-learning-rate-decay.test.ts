/** What lesson 08 says in numbers, computed again. */
import { describe, expect, test } from "vitest";
import {
  adagrad,
  descend,
  gradientDescent,
  noisy,
  objective,
  parabola,
  quadratic,
  ravine,
  rmsprop,
  type Schedule,
  schedules,
} from "fall-line";
import { byId, expectAnswers } from "./cards.ts";

const rough = noisy(quadratic([1]), { size: 1, seed: 1 });
const mean = (losses: readonly number[]) => losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
const roll = (schedule?: Schedule) =>
  descend(rough, gradientDescent, {
    start: [5],
    steps: 2000,
    hyper: { lambda: 0.1 },
    ...(schedule === undefined ? {} : { schedule }),
  });
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

  test("every decay gets far below the floor of the constant rate", () => {
    const constantFloor = mean(roll().losses.slice(-200));
    for (const schedule of [
      schedules.step({ factor: 0.5, every: 250 }),
      schedules.exponential({ k: 0.0028 }),
      schedules.inverseTime({ k: 0.1 }),
    ]) {
      expect(mean(roll(schedule).losses.slice(-200))).toBeLessThan(constantFloor / 10);
    }
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

  test("AdaGrad alone of the five keeps getting lower without decay", () => {
    const { losses } = descend(rough, adagrad, { start: [5], steps: 50_000, hyper: { lambda: 1 } });
    expect(mean(losses.slice(40_000)) / mean(losses.slice(4000, 5000))).toBeLessThan(0.3);
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

  test("in the explorer exponential decay with k = 0.05 freezes at -5.3, 1/t decay is at -2.7", () => {
    const x = (schedule: Schedule, steps: number) =>
      descend(ravine, rmsprop, { start: [-8, 1.5], steps, hyper: { lambda: 0.1, zeta: 0.9 }, schedule }).end
        .w[0];
    expect(x(schedules.exponential({ k: 0.05 }), 200)).toBeCloseTo(-5.33, 2);
    expect(x(schedules.exponential({ k: 0.05 }), 2000)).toBeCloseTo(-5.33, 2);
    expect(x(schedules.inverseTime({ k: 0.05 }), 200)).toBeCloseTo(-2.7, 1);
  });
});
