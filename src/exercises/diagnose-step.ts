import { usesSymbol } from "../rules/program.ts";
import { variant } from "../rules/variant.ts";
import type { Rule } from "../rules/rule.ts";
import { NotWrittenYet } from "./answer.ts";
import { explains, explanationsOf, type Paths } from "./mutations/mutants.ts";
import { type Failure, guarded } from "./run/guard.ts";
import { PRINTED } from "./run/locked.ts";
import { type Probe, type Probes, probesFor } from "./run/probe.ts";
import { differs, pathOf } from "./run/rule-run.ts";
import { type Candidate, runStep, type StepRun, WrongResult } from "./run/step-run.ts";

/** Another form of the same rule, which is right too. */
export interface Convention {
  /** "the PyTorch form" */
  readonly name: string;
  readonly rule: Rule;
  /** In what it differs: a sentence. */
  readonly note: string;
}

/** A mistake worth its own words. */
export interface Misconception {
  /** What the answer behaves like, after "Your answer behaves like a rule in which ...". */
  readonly what: string;
  /** The wrong rule: changed equations and the place of the gradient. */
  readonly equations?: Readonly<Record<string, string>>;
  readonly gradientAt?: string;
  /** Or, where the equations of a rule can't say it, a wrong answer, and its equations as they are to be shown. */
  readonly step?: (now: never, hyper: never) => unknown;
  readonly lines?: readonly string[];
  /** Share of the credit for an answer with it; half when not given. */
  readonly credit?: number;
}

/** What an answer to "write the rule" is compared with. */
export interface StepTarget {
  readonly rule: Rule;
  readonly conventions: readonly Convention[];
  readonly misconceptions: readonly Misconception[];
}

/** An explanation that reproduces the student's parameters. */
export interface Explanation {
  /** A clause for each slip. */
  readonly what: readonly string[];
  readonly rule?: Rule;
  /** Equations to show where there is no rule. */
  readonly lines?: readonly string[];
  readonly credit?: number;
}

/** Where an answer first leaves the right path. */
export interface Departure {
  readonly probe: Probe;
  readonly step: number;
  readonly before: readonly number[];
  /** What departs first: "w". */
  readonly quantity: string;
  readonly expected: readonly number[];
  readonly got: readonly number[];
  /** The answer's whole path on this probe. */
  readonly path: readonly (readonly number[])[];
  /** Inputs that make no difference to the answer, though they should. */
  readonly unused: readonly string[];
}

/** What is known about an answer after it was tried. */
export type StepDiagnosis =
  | {
      readonly kind: "right";
      readonly run: StepRun;
      readonly convention?: Convention;
      readonly foundPatched: readonly string[];
    }
  | {
      readonly kind: "misconception";
      readonly explanations: readonly Explanation[];
      readonly departure: Departure;
    }
  | { readonly kind: "departs"; readonly departure: Departure }
  | { readonly kind: "not finite"; readonly departure: Departure }
  | { readonly kind: "unrepeatable" }
  | { readonly kind: "not written" }
  | { readonly kind: "no function"; readonly got: unknown }
  | { readonly kind: "wrong result"; readonly result: WrongResult }
  | { readonly kind: "patched"; readonly names: readonly string[] }
  | { readonly kind: "failure"; readonly failure: Failure };

/** Try an answer and find out what it computes. Never throws. */
export function diagnoseStep(target: StepTarget, answer: unknown): StepDiagnosis {
  if (answer === undefined || answer === null) return { kind: "not written" };
  if (typeof answer !== "function") return { kind: "no function", got: answer };
  const { rule } = target;
  const probes = probesFor(rule);
  const all = [...probes.matching, probes.fresh];
  const candidate = answer as Candidate;
  const tried = guarded(() => [...all, all[0]!].map((probe) => runStep(candidate, rule, probe)), PRINTED);
  if (tried.patched.length > 0) return { kind: "patched", names: tried.patched };
  if ("failure" in tried) return failed(tried.failure);
  const runs = tried.value;
  if (!sameRun(runs[0]!, runs.at(-1)!)) return { kind: "unrepeatable" };
  const paths = { matching: runs.slice(0, -2).map(({ path }) => path), fresh: runs.at(-2)!.path };
  if (explains(rule, probes, paths))
    return { kind: "right", run: runs[0]!, foundPatched: tried.foundPatched };
  const convention = target.conventions.find((other) => explains(other.rule, probes, paths));
  if (convention !== undefined) {
    return { kind: "right", run: runs[0]!, convention, foundPatched: tried.foundPatched };
  }
  const departure = { ...departureOf(rule, all, runs), unused: [] };
  if (runs.some(({ brokenAt }) => brokenAt > 0)) {
    const explanations = explainBroken(target, candidate, all, runs);
    return explanations.length > 0
      ? { kind: "misconception", explanations, departure }
      : { kind: "not finite", departure };
  }
  const explanations = explain(target, probes, paths);
  if (explanations.length > 0) return { kind: "misconception", explanations, departure };
  return {
    kind: "departs",
    departure: { ...departure, unused: unusedInputs(candidate, rule, all[0]!, runs[0]!) },
  };
}

function failed(failure: Failure): StepDiagnosis {
  if (failure.kind !== "threw") return { kind: "failure", failure };
  const { error } = failure;
  if (error instanceof NotWrittenYet) return { kind: "not written" };
  if (error instanceof WrongResult) return { kind: "wrong result", result: error };
  if (error instanceof Error && /^not written yet/i.test(error.message)) return { kind: "not written" };
  return { kind: "failure", failure };
}

function sameRun(a: StepRun, b: StepRun): boolean {
  return (
    a.path.length === b.path.length && a.path.every((w, t) => w.every((x, i) => Object.is(x, b.path[t]![i])))
  );
}

/** The rule that a misconception of equations describes. */
export function misconceivedRule(
  rule: Rule,
  { equations, gradientAt, what }: Misconception,
): Rule | undefined {
  if (equations === undefined && gradientAt === undefined) return undefined;
  return variant(rule, {
    id: rule.id,
    title: what,
    ...(equations === undefined ? {} : { equations }),
    ...(gradientAt === undefined ? {} : { gradientAt }),
  });
}

function explain(target: StepTarget, probes: Probes, paths: Paths): Explanation[] {
  const declared = target.misconceptions.filter((misconception) => {
    const rule = misconceivedRule(target.rule, misconception);
    return rule === undefined
      ? stepsAlike(misconception, target.rule, probes, paths)
      : explains(rule, probes, paths);
  });
  if (declared.length > 0) {
    return declared.map((misconception) => {
      const { what, lines, credit } = misconception;
      const rule = misconceivedRule(target.rule, misconception);
      return {
        what: [what],
        ...(rule === undefined ? {} : { rule }),
        ...(lines === undefined ? {} : { lines }),
        ...(credit === undefined ? {} : { credit }),
      };
    });
  }
  return explanationsOf(target.rule, probes, paths).map(({ what, rule }) => ({ what, rule }));
}

/**
 * What breaks at once because it divides by 0, such as a correction with t from 0, is told apart by a later clock: with t
 * from 2 the explanation must reproduce it, and with t from 1 break at the same step.
 */
function explainBroken(
  target: StepTarget,
  candidate: Candidate,
  probes: readonly Probe[],
  runs: readonly StepRun[],
): Explanation[] {
  const { rule } = target;
  if (!usesSymbol(rule, "t")) return [];
  const later = probesFor(rule, 1, 2);
  const tried = guarded(() =>
    [...later.matching, later.fresh].map((probe) => runStep(candidate, rule, probe)),
  );
  if (!("value" in tried) || tried.value.some(({ brokenAt }) => brokenAt > 0)) return [];
  const paths = tried.value.map(({ path }) => path);
  const breaksAlike = ({ rule: wrong }: Explanation): boolean =>
    wrong !== undefined &&
    probes.every((probe, i) => {
      const { brokenAt, path } = runs[i]!;
      return pathOf(wrong, probe).length === (brokenAt === 0 ? path.length : brokenAt - 1);
    });
  return explain(target, later, { matching: paths.slice(0, -1), fresh: paths.at(-1)! }).filter(breaksAlike);
}

function stepsAlike({ step }: Misconception, rule: Rule, probes: Probes, paths: Paths): boolean {
  const alike = (probe: Probe, path: Paths["fresh"]): boolean => {
    const run = runStep(step as Candidate, rule, probe);
    return run.path.length === path.length && run.path.every((w, t) => differs(w, path[t]!) < 0);
  };
  return (
    probes.matching.every((probe, i) => alike(probe, paths.matching[i]!)) && alike(probes.fresh, paths.fresh)
  );
}

/** The first step at which an answer departs: on the first probe on which it does. */
function departureOf(
  rule: Rule,
  probes: readonly Probe[],
  runs: readonly StepRun[],
): Omit<Departure, "unused"> {
  for (const [i, probe] of probes.entries()) {
    const { path } = runs[i]!;
    const right = pathOf(rule, probe);
    const at = right.findIndex((w, t) => differs(w, path[t] ?? []) >= 0);
    if (at < 0) continue;
    return {
      probe,
      step: at + 1,
      before: at === 0 ? probe.start : Array.from(right[at - 1]!),
      quantity: "w",
      expected: Array.from(right[at]!),
      got: path[at] ?? [],
      path,
    };
  }
  const [probe] = probes as [Probe];
  return { probe, step: 1, before: probe.start, quantity: "w", expected: [], got: [], path: [] };
}

/** The hyperparameters that can be changed without changing the answer's path, where they change that of the rule. */
function unusedInputs(candidate: Candidate, rule: Rule, probe: Probe, run: StepRun): string[] {
  return Object.keys(probe.hyper).filter((name) => {
    const other = { ...probe, hyper: { ...probe.hyper, [name]: 0.7 * probe.hyper[name]! } };
    const right = pathOf(rule, other);
    if (right.every((w, t) => differs(w, pathOf(rule, probe)[t]!) < 0)) return false;
    const tried = guarded(() => runStep(candidate, rule, other));
    return "value" in tried && sameRun(tried.value, run);
  });
}
