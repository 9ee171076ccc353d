/** What lesson 11 says in numbers, computed again. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  adamw,
  descend,
  gradientDescent,
  gradientDescentAveraged,
  gradientDescentClipped,
  gradientDescentEma,
  muon,
  noisy,
  objective,
  quadratic,
  schedules,
  type Schedule,
} from "fall-line";
import {
  DRAWS,
  endOf,
  type End,
  experiment,
  firstLayerOf,
  type PlanName,
  RATES,
  type Result,
  STEPS,
} from "../../lessons/11-used-today/experiment.ts";
import { firstUnlessLong, isLong } from "../long.ts";
import { byId, expectAnswers, expectOnlyRight } from "./cards.ts";

const file = (name: string) =>
  readFileSync(new URL(`../../lessons/11-used-today/${name}`, import.meta.url), "utf8");
const results = JSON.parse(file("experiment.json")) as Result[];
const lesson = file("lesson.ts");
const cards = file("exercises.ts");

const mean = (xs: readonly number[]) => xs.reduce((sum, x) => sum + x, 0) / xs.length;
const errorOf = (xs: readonly number[]) =>
  Math.sqrt(xs.reduce((sum, x) => sum + (x - mean(xs)) ** 2, 0) / (xs.length - 1) / xs.length);
const minus = (a: readonly number[], b: readonly number[]) => a.map((x, i) => x - b[i]!);
const isLower = (a: readonly number[], b: readonly number[]) => mean(minus(a, b)) < -3 * errorOf(minus(a, b));
const words = (xs: readonly number[]) =>
  `${mean(xs).toFixed(3).replace("-", "−")} ± ${errorOf(xs).toFixed(3)}`;
const endsOf = (plan: PlanName, rate: number, of: keyof End) =>
  results.find((row) => row.plan === plan && row.rate === rate)!.ends.map((end) => end[of]);

describe("the cliff", () => {
  const cliff = objective("x + exp(-15*x) + y^2/8");
  const xs = (bound: number, from: number, steps = 60) =>
    descend(cliff, gradientDescentClipped, {
      start: [from, 2],
      steps,
      hyper: { lambda: 0.4, bound },
    }).path.map(([x]) => x!);
  const starts = Array.from({ length: 40 }, (_, k) => 4 + k / 100);

  test("throws the ball back beyond its start from 4.3: a slope of about -23.7, a step of 9.5", () => {
    const path = descend(cliff, gradientDescent, { start: [4.3, 2], steps: 60, hyper: { lambda: 0.4 } });
    const x = path.path.map((w) => w[0]!);
    const thrown = x.findIndex((at, t) => t > 0 && at > x[t - 1]!);
    expect([thrown, x[thrown]! > 4.3]).toEqual([12, true]);
    expect(x[thrown]! - x[thrown - 1]!).toBeCloseTo(9.5, 1);
    expect(path.at(thrown).g[0]).toBeCloseTo(-23.7, 1);
    expect(path.at(thrown - 1).g[0]).toBeCloseTo(0.83, 2);
  });

  test("throws it from any start, far back; clipped, it hops below 0.6", () => {
    for (const from of starts) {
      const arrived = xs(1, from).findIndex((x) => x < 0.6);
      expect(Math.max(...xs(1, from, 200).slice(arrived))).toBeLessThan(0.6);
      expect(Math.max(...xs(1e9, from, 200).slice(arrived))).toBeGreaterThan(3);
    }
    const late = xs(1, 4.3).slice(-10);
    expect([Math.min(...late), Math.max(...late)]).toEqual([
      expect.closeTo(0.12, 2),
      expect.closeTo(0.53, 2),
    ]);
  });

  test("a clipped step is as long as the card says", () => {
    const { w } = descend("30*x + 40*y", gradientDescentClipped, {
      start: [0, 0],
      steps: 1,
      hyper: { lambda: 0.1, bound: 5 },
    }).end;
    expectAnswers(byId["used-today/clip"].fields, { x: w[0]!, length: Math.hypot(...w) });
  });
});

describe("the two plans", () => {
  const rateAt = (schedule: Schedule, t: number) =>
    descend("x^2", gradientDescent, { start: [0], steps: 50, hyper: { lambda: 0.8 }, schedule }).at(t).rate;
  const [bent, stable] = [
    schedules.warmUpCosine({ warm: 5, steps: 50 }),
    schedules.wsd({ warm: 5, decay: 10, steps: 50 }),
  ];

  test("grow to step 5 alike; then the one bends by half of 1 + cos, the other stays and falls in the last ten steps", () => {
    expect(rateAt(bent, 2)).toBe(rateAt(stable, 2));
    // Before step 21 fifteen of the cosine's 45 steps have passed: (1 + cos 60°)/2.
    expect([rateAt(bent, 2), rateAt(bent, 21), rateAt(stable, 40), rateAt(stable, 48)]).toEqual(
      [0.32, 0.6, 0.8, 0.24].map((x): unknown => expect.closeTo(x, 12)),
    );
  });

  test("three budgets: 7000 steps of cosines, 4600 of one stable run and its decays", () => {
    const budgets = [1000, 2000, 4000];
    const sum = (xs: number[]) => xs.reduce((a, b) => a + b, 0);
    const decays = budgets.map((steps) => steps / 5);
    expectAnswers(byId["used-today/trunk"].fields, {
      cosine: sum(budgets),
      wsd: 4000 - decays[2]! + sum(decays),
    });
  });
});

describe("on the network", () => {
  test("the tables of the lesson are those of the stored runs", () => {
    const row = (rate: number) =>
      (["kept", "cosine", "wsd"] as const)
        .map((plan) => `${plan === "wsd" ? "WSD" : plan}: "${words(endsOf(plan, rate, "test"))}"`)
        .join(", ");
    for (const rate of RATES) expect(lesson).toContain(`{ rate: ${rate}, ${row(rate)} }`);
    const won = RATES.map((rate) => minus(endsOf("kept", rate, "meanTest"), endsOf("kept", rate, "test")));
    for (const ofOne of won.slice(0, 3)) expect(lesson).toContain(words(ofOne));
    expect(won[3]!.filter((x) => x < 0)).toHaveLength(4);
    expect(mean(endsOf("kept", 0.03, "training"))).toBeCloseTo(0.002, 3);
  });

  test("a plan ends clearly lower with 0.3, in each of the six runs, and with no other rate", () => {
    const helps = (plan: PlanName, rate: number) =>
      isLower(endsOf(plan, rate, "test"), endsOf("kept", rate, "test"));
    const rates = RATES.filter((rate) => helps("cosine", rate) || helps("wsd", rate));
    expectOnlyRight(byId["used-today/reach"].options, {
      all: rates.length === 4,
      small: String(rates) === "0.01",
      large: String(rates) === "0.3",
      none: rates.length === 0,
    });
    for (const plan of ["cosine", "wsd"] as const) {
      const apart = minus(endsOf(plan, 0.3, "test"), endsOf("kept", 0.3, "test"));
      expect(apart.filter((x) => x < 0)).toHaveLength(6);
    }
    const right = (["kept", "cosine", "wsd"] as const).map((plan) => mean(endsOf(plan, 0.3, "right")));
    expect(right).toEqual([0.738, 0.905, 0.888].map((x): unknown => expect.closeTo(x, 3)));
    expect(isLower(endsOf("kept", 0.01, "test"), endsOf("cosine", 0.01, "test"))).toBe(true);
    const least = Math.min(
      ...(["kept", "cosine", "wsd"] as const).flatMap((plan) =>
        RATES.map((rate) => mean(endsOf(plan, rate, "test"))),
      ),
    );
    expect(mean(endsOf("kept", 0.01, "test"))).toBe(least);
  });

  test("a mean of the weights wins nothing there but at 0.3, and at 0.1 loses less than lesson 10 would tell apart", () => {
    const apart = RATES.map(
      (rate) => [endsOf("kept", rate, "meanTest"), endsOf("kept", rate, "test")] as const,
    );
    expect(apart.map(([ofMean, last]) => isLower(ofMean, last))).toEqual([false, false, false, false]);
    expect(mean(apart[3]![0]) / mean(apart[0]![1])).toBeCloseTo(4, 0);
    // Five degrees of freedom: 99 in a hundred of intervals of 4.03 standard errors hold the truth.
    const lost = minus(...apart[2]!);
    expect(mean(lost)).toBeLessThan(4.03 * errorOf(lost));
  });

  test("Muon trains the first layer lower than AdamW and tests it higher, on each draw", () => {
    const best = (plan: PlanName) =>
      RATES.reduce((a, b) => (mean(endsOf(plan, b, "training")) < mean(endsOf(plan, a, "training")) ? b : a));
    expect([best("firstByAdamW"), best("firstByMuon")]).toEqual([0.03, 0.1]);
    const [training, onTest] = (["training", "test"] as const).map((of) => {
      const [byMuon, byAdamW] = [endsOf("firstByMuon", 0.1, of), endsOf("firstByAdamW", 0.03, of)];
      const less = minus(byMuon, byAdamW);
      const stored = less.map((x) => Number(x.toFixed(4))).join(", ");
      expect(lesson).toContain(`"${of} loss": [${stored}]`);
      for (const losses of [byAdamW, byMuon]) expect(cards).toContain(mean(losses).toFixed(3));
      return less;
    });
    expectOnlyRight(byId["used-today/layer"].options, {
      both: training!.every((x) => x < 0) && onTest!.every((x) => x < 0),
      train: training!.every((x) => x < 0) && onTest!.every((x) => x > 0),
      neither: training!.every((x) => x > 0) && onTest!.every((x) => x > 0),
    });
    expect(mean(endsOf("firstByMuon", 0.03, "test"))).toBeCloseTo(0.704, 3);
    expect(cards).toContain("0.704");
  });

  test("a finer rate, and no decay, do not bring AdamW down to Muon", () => {
    const ends = firstUnlessLong(DRAWS, 1).map((draw) => {
      const { learning, parts } = firstLayerOf(draw);
      const { start } = learning;
      const run = { start, steps: STEPS, record: "none", hyper: { eta: 0.05, decay: 0 } } as const;
      const { w } = descend(learning, adamw, run).end;
      return { training: parts[0]!.value(w), test: parts[2]!.value(w) };
    });
    ends.forEach(({ training, test }, k) => {
      expect(training).toBeGreaterThan(endsOf("firstByMuon", 0.1, "training")[k]! + 0.03);
      expect(test).toBeLessThan(endsOf("firstByMuon", 0.1, "test")[k]!);
    });
    if (!isLong) return;
    const means = [ends.map(({ training }) => training), ends.map(({ test }) => test)].map(mean);
    expect(means.map((x) => x.toFixed(3))).toEqual(["0.466", "0.692"]);
  });

  test("the stored runs are those of the program: a part of them, made again", () => {
    const again = isLong
      ? experiment()
      : (
          [
            ["wsd", 0.01],
            ["firstByMuon", 0.03],
          ] as const
        ).map(([plan, rate]) => ({ plan, rate, ends: [endOf(plan, rate, DRAWS[0]!)] }));
    for (const { plan, rate, ends } of again)
      ends.forEach((end, i) => {
        for (const of of ["training", "test", "right", "meanTest"] as const)
          expect(Math.abs(end[of] - endsOf(plan, rate, of)[i]!), `${plan} at ${rate}, ${of}`).toBeLessThan(
            1e-6,
          );
      });
  });
});

describe("averages on the bowl with noise", () => {
  const seeds = Array.from({ length: 40 }, (_, i) => i + 1);
  const losses = (lambda: number) => {
    const on = seeds.map((seed) => noisy(quadratic([1]), { size: 1, seed }));
    const run = { start: [5], steps: 2000 };
    const means = on.map((bowl) =>
      descend(bowl, gradientDescentAveraged, { ...run, hyper: { lambda, from: 1000 } }).at(2000),
    );
    const moving = on.map((bowl) =>
      descend(bowl, gradientDescentEma, { ...run, hyper: { lambda } }).at(2000),
    );
    const of = (xs: readonly number[]) => mean(xs.map((x) => x ** 2 / 2));
    return {
      w: of(means.map(({ w }) => w[0]!)),
      mean: of(means.map(({ a }) => a[0]!)),
      moving: of(moving.map(({ a }) => a[0]!)),
    };
  };

  test("the mean is about 1/(2n) at each rate, and the moving average a few times that", () => {
    for (const lambda of [0.3, 0.1, 0.03]) {
      const { mean: ofMean, moving } = losses(lambda);
      expect(ofMean * 2 * 1000).toBeGreaterThan(0.7);
      expect(ofMean * 2 * 1000).toBeLessThan(1.4);
      expect(moving / ofMean).toBeGreaterThan(2);
      expect(moving / ofMean).toBeLessThan(6);
    }
    const { w, mean: ofMean } = losses(0.1);
    const times = w / ofMean;
    expect(times).toBeCloseTo(71, 0);
    // Without luck: w has the variance λ/(2 − λ), and the mean of n points about 1/n.
    expect((0.1 / (2 - 0.1)) * 1000).toBeCloseTo(53, 0);
    const early = losses(0.001);
    expect(early.mean).toBeGreaterThan(early.w);
    expectOnlyRight(byId["used-today/average"].options, {
      same: times < 1.5,
      few: times >= 2 && times <= 5,
      tens: times > 20,
    });
  });
});

describe("Muon", () => {
  const after = (s: number, steps: number): number =>
    steps === 0 ? s : after(3.4445 * s - 4.775 * s ** 3 + 2.0315 * s ** 5, steps - 1);

  test("makes singular values of 0.75 and 1.13 of two that are three to one", () => {
    const { o } = descend("3*a + 0*b + 4*c + 5*d", muon, { start: [1, 1, 1, 1], steps: 1 }).at(1);
    // The singular values are the roots of the eigenvalues of O'O, by its trace and determinant.
    const values = ([a, b, c, d]: readonly [number, number, number, number]) => {
      const [trace, determinant] = [a * a + b * b + c * c + d * d, (a * d - b * c) ** 2];
      const root = Math.sqrt(trace ** 2 / 4 - determinant);
      return [trace / 2 + root, trace / 2 - root].map(Math.sqrt) as [number, number];
    };
    expect(values([3, 0, 4, 5])).toEqual([expect.closeTo(6.7, 1), expect.closeTo(2.2, 1)]);
    const [larger, smaller] = values([...o] as unknown as [number, number, number, number]);
    expect([larger, smaller]).toEqual([expect.closeTo(1.13, 2), expect.closeTo(0.75, 2)]);
    const moved = Math.abs(o[1]! / o[0]!);
    expectOnlyRight(byId["used-today/noSlope"].options, {
      nothing: o[1] === 0,
      little: moved > 0 && moved < 0.1,
      far: moved > 1 / 3,
    });
    expect([o[0], o[1]]).toEqual([expect.closeTo(0.93, 2), expect.closeTo(-0.59, 2)]);
  });

  test("lifts a tiny singular value 485-fold, and one of a five-hundredth into the band", () => {
    expect(3.4445 ** 5).toBeCloseTo(485, 0);
    expect(after(0.0001, 5)).toBeCloseTo(0.0485, 4);
    const [near, small, tiny] = [0.95, 0.1, 0.0001].map((s) => after(s, 5) > 0.68 && after(s, 5) < 1.14);
    expectOnlyRight(byId["used-today/lifted"].options, {
      all: near! && small! && tiny!,
      two: near! && small! && !tiny!,
      first: near! && !small! && !tiny!,
      middle: !near! && small! && !tiny!,
    });
    for (const steps of [0, 1, 2, 3, 4, 5]) {
      expect(after(0.95, steps)).toBeGreaterThan(0.68);
      expect(after(0.95, steps)).toBeLessThan(1.14);
    }
    expect(after(0.1, 2)).toBeCloseTo(0.99, 2);
    expect(after(1 / 500, 5)).toBeGreaterThan(0.68);
    expect(after(1 / 700, 5)).toBeLessThan(0.68);
  });
});
