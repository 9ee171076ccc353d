import { remembered } from "../../remembered.ts";
import { uniform } from "../../math/random.ts";
import { noisy } from "../../objectives/noise.ts";
import { objective, type Objective, withChanges } from "../../objectives/objective.ts";
import { quadratic } from "../../objectives/quadratic.ts";
import type { Rule } from "../../rules/rule.ts";
import { compileSchedule, type Schedule, schedules } from "../../schedules/schedule.ts";

/** One place on which an answer is tried: a surface, a start, hyperparameters and how the rate changes. */
export interface Probe {
  /** In words: what a student is told about it. */
  readonly name: string;
  readonly objective: Objective;
  readonly start: readonly number[];
  readonly steps: number;
  readonly hyper: Readonly<Record<string, number>>;
  readonly schedule: Schedule;
  /** What t is in the first step: 1, or more for what divides by 0 there. */
  readonly firstT: number;
}

/** The probes of a rule: those that an explanation is matched with, and those that only confirm it. */
export interface Probes {
  readonly matching: readonly Probe[];
  readonly fresh: Probe;
  /** Where an answer that is right by luck seldom is: one coordinate and many, far out and on flat ground, late, uphill. */
  readonly far: readonly Probe[];
}

const STEPS = 12;

const made = new WeakMap<Rule, Map<number, Probes>>();

/** The probes of a rule; made once for a seed. */
export function probesFor(rule: Rule, seed = 1): Probes {
  const known = remembered(made, rule, () => new Map<number, Probes>());
  return remembered(known, seed, () => makeProbes(rule, seed));
}

/**
 * Seeded probes for a rule: a quadratic with round numbers, a surface that is not quadratic, a noisy one with a changing
 * rate, and a fourth one, noisy and not quadratic, to confirm with.
 */
function makeProbes(rule: Rule, seed: number): Probes {
  const random = (place: number, low: number, high: number): number =>
    round(low + (high - low) * uniform(seed, place));
  const point = (place: number, n: number): number[] =>
    Array.from({ length: n }, (_, i) => {
      const size = random(place * 10 + i, 0.6, 1.6);
      return (i % 2 === 0) === uniform(seed, place, 99) < 0.5 ? size : -size;
    });
  // Its slope grows no faster than that of a quadratic, so that wrong versions which climb stay finite and can be told.
  const curved = (place: number, name: string): Objective => {
    const [a, b, c] = [random(place, 0.2, 0.4), random(place + 1, 0.4, 0.8), random(place + 2, -0.2, 0.2)];
    return objective(`${a}*x^2 + sqrt(1 + x^2) + ${b}*y^2 + sqrt(4 + (y - 1)^2) + ${c}*x*y`, {
      name,
    });
  };
  const probe = (place: number, on: Objective, start: readonly number[], schedule: Schedule): Probe => ({
    name: on.name,
    objective: on,
    start,
    steps: STEPS,
    hyper: place === 0 ? roundHyper(rule) : randomHyper(rule, seed, place),
    schedule,
    firstT: 1,
  });
  const rough = quadratic([random(40, 0.3, 0.6), random(41, 0.8, 1.2), random(42, 1.4, 2)], {
    name: "a noisy quadratic with a changing rate",
    seed: seed + 7,
  });
  const fresh = curved(60, "a noisy surface with a changing rate");
  return {
    matching: [
      probe(0, quadratic([0.5, 2], { name: "a quadratic" }), [2, -1], schedules.constant()),
      probe(1, curved(20, "a surface that is no quadratic"), point(3, 2), schedules.constant()),
      probe(
        2,
        named(noisy(rough, { size: 0.3, seed: seed + 1 }), rough.name),
        point(5, 3),
        schedules.exponential({ k: 0.15 }),
      ),
    ],
    fresh: probe(
      3,
      named(noisy(fresh, { size: 0.2, seed: seed + 2 }), fresh.name),
      point(7, 2),
      schedules.exponential({ k: 0.1 }),
    ),
    far: farProbes(rule, seed),
  };
}

function farProbes(rule: Rule, seed: number): Probe[] {
  const probe = (place: number, on: Objective, start: readonly number[], firstT: number): Probe => ({
    name: on.name,
    objective: on,
    start,
    steps: STEPS,
    hyper: unusualHyper(rule, seed, place),
    schedule: schedules.inverseTime({ k: 0.02 }),
    firstT,
  });
  const flat = quadratic([0.2, 0.5, 0.9, 1.2, 1.6], { name: "flat ground in five dimensions", seed });
  const saddle = quadratic([0.8, -0.3, 1.1, -0.6], { name: "a saddle in four dimensions", seed: seed + 3 });
  return [
    probe(4, quadratic([0.9], { name: "a long steep slope" }), [300], 1),
    probe(5, flat, [0.02, -0.01, 0.03, -0.02, 0.01], 200),
    probe(6, saddle, [1.5, -0.8, -1.1, 0.6], 30),
  ];
}

const named = (on: Objective, name: string): Objective => withChanges(on, { name });

/** Round numbers, so that a worked step can be followed with a pencil; no two alike, so that a mix-up shows. */
function roundHyper(rule: Rule): Record<string, number> {
  let fractions = 0;
  return hyperOf(rule, (name, range) => {
    if (name === rule.rate) return 0.1;
    if (range === "fraction" || range === "share") return [0.9, 0.8, 0.7][fractions++ % 3]!;
    return range === "non-negative" ? 0.01 : 0.5;
  });
}

function randomHyper(rule: Rule, seed: number, place: number): Record<string, number> {
  const names = Object.keys(rule.hyperparameters);
  return hyperOf(rule, (name, range) => {
    const u = uniform(seed, 500, place, names.indexOf(name));
    if (name === rule.rate) return round(0.05 + 0.1 * u);
    if (range === "fraction" || range === "share") return round(0.45 + 0.4 * u);
    return range === "non-negative" ? round(0.02 + 0.1 * u) : round(0.3 + 0.5 * u);
  });
}

/** Small shares, and a large rate. */
function unusualHyper(rule: Rule, seed: number, place: number): Record<string, number> {
  const names = Object.keys(rule.hyperparameters);
  return hyperOf(rule, (name, range) => {
    const u = uniform(seed, 500, place, names.indexOf(name));
    if (range === "fraction" || range === "share") return round(0.05 + 0.3 * u);
    return range === "non-negative" ? round(0.5 + u) : round(0.6 + 0.5 * u);
  });
}

function hyperOf(rule: Rule, value: (name: string, range: string) => number): Record<string, number> {
  return Object.fromEntries(
    Object.entries(rule.hyperparameters).map(([name, { range }]) => [name, value(name, range)]),
  );
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}

const factors = new WeakMap<Schedule, (t: number) => number>();

/** The rate in force at each step of a probe; 1 for a rule without a rate. */
export function rateOf(rule: Pick<Rule, "rate">, { schedule, hyper }: Probe): (t: number) => number {
  const factor = factors.get(schedule) ?? compileSchedule(schedule, 1);
  factors.set(schedule, factor);
  const base = rule.rate === undefined ? 1 : (hyper[rule.rate] ?? 1);
  return (t) => base * factor(t);
}
