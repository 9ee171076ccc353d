/** The numbers that the cards of lessons 05 to 10 ask for, computed by the rules that the lessons run. */
import { describe, expect, test } from "vitest";
import {
  adagrad,
  adam,
  adamIncomplete,
  beale,
  descend,
  exponential,
  gradientDescent,
  inverseTime,
  lessonExercises,
  newton,
  objective,
  parabola,
  type PlainObjective,
  quadratic,
  quartic,
  ravine,
  rmsprop,
  type Rule,
  type Schedule,
  step,
} from "../../src/index.ts";

const { byId } = lessonExercises;

/** The answers of a card, by the names of its fields. */
function answersOf(fields: Readonly<Record<string, { answer: number; within: number }>>) {
  return Object.fromEntries(Object.entries(fields).map(([name, { answer }]) => [name, answer]));
}

/** Each answer is the number computed, to one part in a hundred. */
function expectAnswers(
  fields: Readonly<Record<string, { answer: number; within: number }>>,
  computed: Readonly<Record<string, number>>,
) {
  const answers = answersOf(fields);
  expect(Object.keys(computed)).toEqual(Object.keys(answers));
  for (const [name, value] of Object.entries(computed))
    expect(answers[name]! / value, name).toBeCloseTo(1, 2);
}

const slopes = (gradient: (t: number) => number): PlainObjective => ({
  value: () => 0,
  gradient: (_w, _out, t) => [gradient(t)],
});

describe("lesson 05", () => {
  const narrow = quadratic([0.1, 10]);
  const blue = descend(narrow, adagrad, { start: [-8, 1.5], steps: 1, hyper: { lambda: 1 } });

  test("the first step of the blue ball and its two rates", () => {
    const [x, y] = blue.at(1).update;
    expectAnswers(byId["adagrad/start"].fields, { x: Math.abs(x!), y: Math.abs(y!) });
    const [rateX, rateY] = blue.effectiveRates(1);
    expectAnswers(byId["adagrad/ratio"].fields, { ratio: rateX! / rateY! });
  });

  test("step 2 with a pencil", () => {
    const run = descend(parabola, adagrad, { start: [1], steps: 2, hyper: { lambda: 0.1 } });
    expectAnswers(byId["adagrad/second"].fields, { kappa: run.at(2).kappa[0]!, x: run.end.w[0]! });
  });

  test("the rare weight", () => {
    const rare: PlainObjective = {
      value: () => 0,
      gradient: (w, _out, t) => [t % 50 === 0 ? w[0]! - ((t / 50) % 2 === 1 ? 2 : 0) : 0],
    };
    const run = descend(rare, gradientDescent, { start: [0], steps: 1000, hyper: { lambda: 0.01 } });
    expect(run.end.w[0]).toBeCloseTo(byId["adagrad/rare"].fields.weight.answer, 2);
  });

  test("steps after the cliff until the rate is half of what it was", () => {
    const more = byId["adagrad/cliff"].fields.steps.answer;
    const cliff = slopes((t) => (t <= 3 ? 100 : 1));
    const run = descend(cliff, adagrad, { start: [0], steps: more + 3, hyper: { lambda: 1 } });
    expect(run.effectiveRates(more + 3)[0]! / run.effectiveRates(3)[0]!).toBeCloseTo(0.5, 9);
  });

  test("exercise 6: every rate from about 1.5 reaches the mark", () => {
    const end = (lambda: number) =>
      descend(ravine, adagrad, { start: [-8, 1.5], steps: 30, hyper: { lambda } }).end.loss;
    for (const lambda of [1.5, 3, 10]) expect(end(lambda)).toBeLessThan(0.01);
    expect(end(1.2)).toBeGreaterThan(0.01);
  });
});

describe("lesson 06", () => {
  test("step 1 with a pencil", () => {
    const run = descend(parabola, rmsprop, { start: [1], steps: 1, hyper: { lambda: 0.1, zeta: 0.9 } });
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

describe("lesson 07", () => {
  test("a slope of 3, 1, 3, 1: mean, variance, second moment", () => {
    const { mean, variance, second } = answersOf(byId["adam/moments"].fields);
    expect([mean, second]).toEqual([(3 + 1) / 2, (9 + 1) / 2]);
    expect(variance).toBe(second! - mean! ** 2);
  });

  test("the weights of ten steps", () => {
    expectAnswers(byId["adam/shares"].fields, { m: 1 - 0.9 ** 10, v: 1 - 0.999 ** 10 });
  });

  test("Adam's second step, and the incomplete rule's", () => {
    const second = (rule: Rule, rate: string) =>
      Math.abs(descend(parabola, rule, { start: [5], steps: 2, hyper: { [rate]: 0.1 } }).at(2).update[0]!);
    expectAnswers(byId["adam/step"].fields, { length: second(adam, "eta") });
    expect(second(adamIncomplete, "lambda")).toBeCloseTo(0.135, 3);
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

describe("lesson 08", () => {
  const rateAt = (schedule: Schedule, t: number, lambda: number) =>
    descend(parabola, gradientDescent, { start: [1], steps: t, hyper: { lambda }, schedule }).at(t).rate;

  test("three decays with a pencil", () => {
    expectAnswers(byId["decay/pencil"].fields, {
      halved: rateAt(step({ factor: 0.5, every: 2 }), 3, 0.8),
      exponential: rateAt(exponential({ k: 0.5 }), 3, 0.8),
      inverse: rateAt(inverseTime({ k: 0.5 }), 3, 0.8),
    });
  });

  test("the next half, and the next", () => {
    const { second, third } = byId["decay/halvings"].fields;
    const after = (steps: number) => rateAt(inverseTime({ k: 0.1 }), steps + 1, 1);
    expect(after(10)).toBeCloseTo(1 / 2, 12);
    expect(after(10 + second.answer)).toBeCloseTo(1 / 4, 12);
    expect(after(10 + second.answer + third.answer)).toBeCloseTo(1 / 8, 12);
  });

  test("how far exponential decay gets", () => {
    const { hundred, tenThousand } = byId["decay/travel"].fields;
    const run = descend("-x", gradientDescent, {
      start: [0],
      steps: 10_000,
      hyper: { lambda: 0.1 },
      schedule: exponential({ k: 0.1 }),
    });
    expect(run.at(100).w[0]).toBeCloseTo(hundred.answer, 2);
    expect(run.end.w[0]).toBeCloseTo(tenThousand.answer, 2);
  });

  test("in the explorer exponential decay with k = 0.05 freezes at -5.3, 1/t decay is at -2.7", () => {
    const x = (schedule: Schedule, steps: number) =>
      descend(ravine, rmsprop, { start: [-8, 1.5], steps, hyper: { lambda: 0.1, zeta: 0.9 }, schedule }).end
        .w[0];
    expect(x(exponential({ k: 0.05 }), 200)).toBeCloseTo(-5.33, 2);
    expect(x(exponential({ k: 0.05 }), 2000)).toBeCloseTo(-5.33, 2);
    expect(x(inverseTime({ k: 0.05 }), 200)).toBeCloseTo(-2.7, 1);
  });
});

describe("lesson 09", () => {
  test("four numbers", () => {
    const hessian = new Float64Array(4);
    objective("x^2 + x*y + 2*y^2").hessian(Float64Array.of(3, 1), hessian);
    const { xx, yx, xy, yy } = answersOf(byId["newton/four"].fields);
    expect([xx, xy, yx, yy]).toEqual([...hessian]);
  });

  test("where Newton lands on the parabola, and on Beale", () => {
    const { near, far } = answersOf(byId["newton/landing"].fields);
    const from = (x: number) => descend("x^2", newton, { start: [x], steps: 1 }).end.w[0];
    expect([from(3), from(300)]).toEqual([near, far]);
    const { x, y } = answersOf(byId["newton/beale"].fields);
    expect([...descend(beale, newton, { start: [1, 1], steps: 1 }).end.w]).toEqual([x, y]);
  });

  test("digits after four and five steps", () => {
    const { path } = descend(quartic, newton, { start: [3], steps: 5 });
    const [four, five] = [4, 5].map((t) => -Math.log10(path[t]![0]! - 2.25));
    expectAnswers(byId["newton/digits"].fields, { four: four!, five: five! });
  });

  test("the bill", () => {
    const { entries, petabytes, years } = answersOf(byId["newton/bill"].fields);
    expect([entries, petabytes]).toEqual([1e8 ** 2, (8 * 1e8 ** 2) / 1e15]);
    expect(years).toBeCloseTo(1e8 ** 3 / 3 / 1e15 / (365 * 24 * 3600), 1);
  });
});
