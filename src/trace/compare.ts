import { type MimeBundle, printsItself, RICH } from "../display.ts";
import { checkNames, type Names } from "../arguments.ts";
import { numberText } from "../math/numerals.ts";
import type { Objective, PlainObjective } from "../objectives/objective.ts";
import { convention, type ConventionOf, type Method } from "../rules/conventions.ts";
import { checkRuleGiven } from "../rules/given.ts";
import { ofRole } from "../rules/program.ts";
import type { Rule } from "../rules/rule.ts";
import { type Schedule, schedules } from "../schedules/schedule.ts";
import { descend } from "./descend.ts";
import type { Trace } from "./trace.ts";

/** How alike two rules are. */
export type Verdict = "same" | "same-up-to-lookahead" | "same-until-rate-changes" | "different";

/** The first place at which two descents part. */
export interface Parting {
  readonly step: number;
  /** What parts: the name of the first rule's quantity. */
  readonly quantity: string;
  /** The name of the second rule's quantity of the same role. */
  readonly counterpart: string;
  readonly values: readonly [number | Float64Array, number | Float64Array];
}

export interface CompareOptions {
  readonly start?: ArrayLike<number>;
  readonly steps?: number;
  /** Set in both rules, where they have the name; otherwise each keeps its own default. */
  readonly hyper?: Readonly<Partial<Record<string, number>>>;
  readonly schedule?: Schedule;
}

/** Two rules side by side. */
export class Comparison {
  readonly verdict: Verdict;
  /** What the one stores as w where the other stores w itself, such as `w + alpha*m`. */
  readonly upTo: string | undefined;
  readonly parting: Parting | undefined;
  /** Hyperparameters in force that are not the same in both. */
  readonly settings: readonly string[];
  readonly traces: readonly [Trace, Trace];

  constructor(parts: Pick<Comparison, "verdict" | "upTo" | "parting" | "settings" | "traces">) {
    this.verdict = parts.verdict;
    this.upTo = parts.upTo;
    this.parting = parts.parting;
    this.settings = parts.settings;
    this.traces = parts.traces;
  }

  /** The verdict in words. */
  get sentence(): string {
    const [a, b] = this.traces.map(({ rule }) => rule.title) as [string, string];
    const both = `${a} and ${b} are`;
    const ahead = this.upTo === undefined ? "" : ` up to ${this.upTo}`;
    switch (this.verdict) {
      case "same":
        return `${both} the same: they take the same steps.`;
      case "same-up-to-lookahead":
        return `${both} the same${ahead}: that is what the one keeps where the other keeps w.`;
      case "same-until-rate-changes":
        return `${both} the same${ahead} until the rate changes: then they part ${place(this.parting!)}.`;
      case "different":
        return `${both} different: they part ${place(this.parting!)}.${settings(this.settings)}`;
    }
  }

  static {
    printsItself(this, "Comparison");
  }

  [RICH](): MimeBundle {
    return { "text/plain": this.sentence };
  }
}

function place({ step, quantity, counterpart, values }: Parting): string {
  const names = quantity === counterpart ? quantity : `${quantity} (${counterpart})`;
  const [a, b] = values.map((value) => inWords(value, numberText)) as [string, string];
  const different = a === b ? values.map((value) => inWords(value, String)) : [a, b];
  return `at step ${step}, in ${names}: ${different.join(" against ")}`;
}

function inWords(value: number | Float64Array, format: (x: number) => string): string {
  return typeof value === "number" ? format(value) : `[${Array.from(value, format).join(", ")}]`;
}

const settings = (differing: readonly string[]): string =>
  differing.length === 0 ? "" : ` Their settings differ: ${differing.join("; ")}.`;

/**
 * Run one method in two conventions, and say how alike they are and where they part.
 * @example
 * compareConventions("nesterov", "deck", "torch", "x^2", { start: [1], hyper: { lambda: 0.1, alpha: 0.9 } });
 */
export function compareConventions<M extends Method>(
  method: M,
  first: ConventionOf<M>,
  second: ConventionOf<M>,
  on: Objective | PlainObjective | string,
  options: CompareOptions = {},
): Comparison {
  const [a, b] = [convention(method, first), convention(method, second)] as [Rule, Rule];
  return compareRules(a, b, on, options);
}

const CALL = "compareRules(rule, rule, objective, options)";
const NAMES: Names<CompareOptions> = { start: true, steps: true, hyper: true, schedule: true };

/**
 * Run two rules from the same start and say how alike they are. Compared are quantities of the same role. Whether they
 * part when the rate changes is tried too: by the schedule given, or else by a tenth of the rate in the second half.
 * @example compareRules(nesterov, nesterovRewritten, "x^2", { start: [1] }).verdict // "same-up-to-lookahead"
 */
export function compareRules(
  a: Rule,
  b: Rule,
  on: Objective | PlainObjective | string,
  options: CompareOptions = {},
): Comparison {
  for (const rule of [a, b]) checkRuleGiven(rule, CALL);
  checkNames(options, "compareRules", NAMES, "{ start: [1], steps: 20 }");
  const { start, steps = 20, hyper = {}, schedule } = options;
  const run = (rule: Rule, rate: Schedule): Trace =>
    descend(on, rule, {
      steps,
      ...(start === undefined ? {} : { start }),
      hyper: ownPart(rule, [a, b], hyper),
      schedule: rate,
      record: "all",
    });
  const pair = (rate: Schedule): [Trace, Trace] => [run(a, rate), run(b, rate)];
  const steady = pair(schedules.constant());
  const changing = pair(
    schedule ?? schedules.step({ factor: 0.1, every: Math.max(1, Math.ceil(steps / 2)) }),
  );
  const traces = schedule === undefined ? steady : changing;
  const settings = differentSettings(steady);

  const plainly = parting(...steady);
  if (plainly === undefined) return verdictOf(undefined, parting(...changing));
  const ahead = [0, 1].find(
    (side) => steady[side]!.rule.gradientAt !== "w" && aheadParting(steady, side) === undefined,
  );
  if (ahead !== undefined) return verdictOf(steady[ahead]!.rule.gradientAt, aheadParting(changing, ahead));
  return new Comparison({
    verdict: "different",
    upTo: undefined,
    parting: parting(...traces) ?? plainly,
    settings,
    traces,
  });

  function verdictOf(upTo: string | undefined, later: Parting | undefined): Comparison {
    const verdict =
      later !== undefined ? "same-until-rate-changes" : upTo === undefined ? "same" : "same-up-to-lookahead";
    return new Comparison({
      verdict,
      upTo,
      parting: later,
      settings,
      traces: later === undefined ? traces : changing,
    });
  }
}

/** Those of the settings that a rule has; one that neither has is left in, to be refused. */
function ownPart(
  rule: Rule,
  both: readonly Rule[],
  hyper: CompareOptions["hyper"] & object,
): Record<string, number> {
  const has = ({ hyperparameters }: Rule, name: string): boolean => Object.hasOwn(hyperparameters, name);
  return Object.fromEntries(
    Object.entries(hyper).filter(([name]) => has(rule, name) || !both.some((one) => has(one, name))),
  ) as Record<string, number>;
}

function differentSettings([a, b]: readonly [Trace, Trace]): string[] {
  const names = [...new Set([...Object.keys(a.hyper), ...Object.keys(b.hyper)])];
  const show = (value: number | undefined): string => (value === undefined ? "none" : numberText(value));
  return names.flatMap((name) =>
    a.hyper[name] === b.hyper[name] ? [] : [`${name} ${show(a.hyper[name])} against ${show(b.hyper[name])}`],
  );
}

/** The first step and quantity at which two descents from one start part. */
function parting(a: Trace, b: Trace): Parting | undefined {
  const pairs = commonQuantities(a.rule, b.rule);
  for (let t = 1; t <= Math.min(a.steps, b.steps); t++) {
    for (const [quantity, counterpart] of pairs) {
      const values = [a.value(quantity, t), b.value(counterpart, t)] as const;
      if (differ(...values)) return { step: t, quantity, counterpart, values };
    }
  }
  return a.steps === b.steps
    ? undefined
    : {
        step: Math.min(a.steps, b.steps),
        quantity: "steps",
        counterpart: "steps",
        values: [a.steps, b.steps],
      };
}

/** Pairs of names of the same role, in the order in which the first rule computes them. */
function commonQuantities(a: Rule, b: Rule): [string, string][] {
  const gradient: [string, string][] = a.gradientAt === b.gradientAt ? [["g", "g"]] : [];
  const lines = Object.entries(a.equations).flatMap(([name, { role }]): [string, string][] => {
    if (name === "w") return [["w", "w"]];
    if (role === undefined) return [];
    const counterpart = b.equations[name]?.role === role ? name : ofRole(b, role);
    return counterpart === undefined ? [] : [[name, counterpart]];
  });
  return [...gradient, ...lines];
}

/** Where the points at which one takes its gradients leave the other's w; `side` says whose gradients. */
function aheadParting(traces: readonly [Trace, Trace], side: number): Parting | undefined {
  const [looking, other] = [traces[side]!, traces[1 - side]!];
  const last = Math.min(looking.steps - 1, other.steps);
  for (let t = 0; t <= last; t++) {
    const points = [looking.value("lookahead", t + 1), other.value("w", t)] as const;
    if (!differ(...points)) continue;
    const names = [looking.rule.gradientAt, "w"] as const;
    const [quantity, counterpart] = side === 0 ? names : [names[1], names[0]];
    return { step: t, quantity, counterpart, values: side === 0 ? points : [points[1], points[0]] };
  }
  return undefined;
}

function differ(a: number | Float64Array, b: number | Float64Array): boolean {
  if (typeof a === "number" || typeof b === "number") return !close(a as number, b as number);
  return a.some((x, i) => !close(x, b[i]!));
}

/** Equal up to rounding: conventions part by as little as where epsilon stands. */
const close = (x: number, y: number): boolean =>
  Math.abs(x - y) <= 1e-14 + 1e-12 * Math.max(Math.abs(x), Math.abs(y));
