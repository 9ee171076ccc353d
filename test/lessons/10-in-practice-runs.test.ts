/** The six runs of lesson 10 that have something, and the same runs mended. */
import { describe, expect, test } from "vitest";
import {
  adam,
  type Dataset,
  descend,
  digits,
  gradientDescent,
  miniBatch,
  network,
  randomSplit,
  rmsprop,
  type Rule,
  type Schedule,
  schedules,
  subset,
} from "fall-line";

const [learned, held] = randomSplit(digits(), { sizes: [150, 150], seed: 7 }) as [Dataset, Dataset];

interface Run {
  readonly data?: Dataset;
  readonly rule: Rule;
  readonly rate: number;
  readonly shrunk?: number;
  readonly schedule?: Schedule;
}

/** The steps that are looked at: the first five, and each fifth. */
const STEPS = Array.from({ length: 201 }, (_, t) => t).filter((t) => t <= 5 || t % 5 === 0);

/** Training and validation losses at these steps. */
function watched({ data = learned, rule, rate, shrunk = 1, schedule }: Run) {
  const on = network(data, { hidden: [16], seed: 7 });
  const onHeld = network(held, { hidden: [16], seed: 7 });
  const batches = miniBatch(on, { size: 30, seed: 7 });
  const training: number[] = [];
  const validation: number[] = [];
  const look = (t: number, w: Float64Array) => {
    if (!STEPS.includes(t)) return;
    training.push(on.value(w));
    validation.push(onHeld.value(w));
  };
  const { end } = descend({ gradient: (w, out, t) => batches.gradient(w, out, t), value: () => 0 }, rule, {
    ...{ start: on.start.map((x) => shrunk * x), steps: 200, hyper: { [rule.rate!]: rate } },
    ...(schedule && { schedule }),
    record: "none",
    until: (t, w) => {
      look(t - 1, w);
      return false;
    },
  });
  look(200, end.w);
  return { training, validation };
}

const lowest = (losses: readonly number[]) => Math.min(...losses);
const GUESS = Math.log(10);

describe("of the six runs of lesson 10", () => {
  test("A is slow: training ends at 1.84, with sixty times the rate at 0.03", () => {
    const slow = watched({ rule: gradientDescent, rate: 0.01 });
    const mended = watched({ rule: gradientDescent, rate: 0.6 });
    expect([slow, mended].map(({ training }) => training.at(-1)!.toFixed(2))).toEqual(["1.84", "0.03"]);
    expect(slow.training.every((loss, t) => t === 0 || loss < slow.training[t - 1]!)).toBe(true);
    expect(slow.validation.every((loss, t) => Math.abs(loss - slow.training[t]!) < 0.12)).toBe(true);
  });

  test("B over-fits: training ends at 0.00, validation turns up; with 150 pictures less so", () => {
    const few = watched({ data: subset(learned, (i) => i < 40), rule: adam, rate: 0.03 });
    const mended = watched({ rule: adam, rate: 0.03 });
    expect(few.training.at(-1)!.toFixed(2)).toBe("0.00");
    expect([few, mended].map(({ validation }) => validation.at(-1)!.toFixed(2))).toEqual(["1.03", "0.53"]);
    for (const { validation } of [few, mended]) {
      expect(STEPS[validation.indexOf(lowest(validation))]).toBeLessThan(100);
      expect(validation.at(-1)! - lowest(validation)).toBeGreaterThan(0.04);
    }
  });

  test("C stands on a plateau at a guess's 2.30 for thirty steps; with the usual weights it falls at once", () => {
    const level = watched({ rule: gradientDescent, rate: 0.4, shrunk: 0.01 });
    const mended = watched({ rule: gradientDescent, rate: 0.4 });
    for (const loss of [level.training, level.validation].flatMap((losses) =>
      losses.slice(0, STEPS.indexOf(30) + 1),
    ))
      expect(Math.abs(loss - GUESS)).toBeLessThan(0.03);
    expect(level.training[STEPS.indexOf(100)]).toBeLessThan(1);
    expect(mended.training[5]).toBeLessThan(1.9);
  });

  test("D learns wrong labels by heart: validation never gets below a guess", () => {
    const slipped = { ...learned, labels: [...learned.labels.slice(1), learned.labels[0]!] };
    const { training, validation } = watched({ data: slipped, rule: adam, rate: 0.01 });
    expect(training.at(-1)).toBeLessThan(1.3);
    expect(lowest(validation)).toBeGreaterThan(GUESS);
    expect(validation.at(-1)).toBeGreaterThan(2.9);
    expect(watched({ rule: adam, rate: 0.01 }).validation.at(-1)).toBeLessThan(0.5);
  });

  test("E climbs to 4.0 within four steps and comes back; with a warm-up it falls at once and stays below its start", () => {
    const cold = watched({ rule: rmsprop, rate: 0.03 });
    const warm = watched({ rule: rmsprop, rate: 0.03, schedule: schedules.warmUp({ steps: 20 }) });
    expect(cold.training.indexOf(Math.max(...cold.training))).toBe(4);
    expect(cold.training[4]!.toFixed(1)).toBe("4.0");
    expect(cold.training.at(-1)).toBeLessThan(0.02);
    const third = watched({ rule: rmsprop, rate: 0.01 });
    for (const of of ["training", "validation"] as const)
      expect(third[of].at(-1)).toBeGreaterThan(cold[of].at(-1)!);
    for (const of of [warm.training, warm.validation]) expect(Math.max(...of)).toBe(of[0]);
    expect(Math.abs(warm.validation.at(-1)! - cold.validation.at(-1)!)).toBeLessThan(0.05);
  });

  test("F is thrown to more than six times its start and ends above it; with a tenth of the rate it falls", () => {
    const { training } = watched({ rule: gradientDescent, rate: 2.5 });
    expect(Math.max(...training) / training[0]!).toBeGreaterThan(6);
    expect(training.at(-1)).toBeGreaterThan(training[0]!);
    expect(watched({ rule: gradientDescent, rate: 0.25 }).training.at(-1)).toBeLessThan(0.2);
  });
});
