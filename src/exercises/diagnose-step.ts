import { nameText } from "../math/text.ts";
import type { Rule } from "../rules/rule.ts";
import { NotWrittenYet } from "./answer.ts";
import { explainError } from "./explain/crash.ts";
import { explainStep, type StepExplanation } from "./explain/explain-step.ts";
import { type Form, readForm } from "./explain/form.ts";
import { nothingButNaN, numberless } from "./explain/numberless.ts";
import type { Mistake } from "./mistake.ts";
import { type Cases, casesFor } from "./run/cases.ts";
import { type Failure, guarded } from "./run/guard.ts";
import { PRINTED } from "./run/locked.ts";
import { type Reply, repliesOf } from "./run/observe.ts";
import { type Probe, type Probes, probesFor } from "./run/probe.ts";
import { rightRun } from "./run/rule-run.ts";
import { sourceOf } from "./run/source.ts";
import { type Candidate, runStep, type StepRun } from "./run/step-run.ts";
import { watch } from "./run/watch.ts";
import { sameNumber } from "./search/columns.ts";
import { linesOf, outcomeOf } from "./search/lines.ts";

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
  /** A name that stays when the words change; the words themselves where there is none. */
  readonly id?: string;
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

/** Where an answer first leaves the right path, and by which quantity: a state before w. */
export interface Departure {
  readonly probe: Probe;
  readonly step: number;
  /** Where it stood before. */
  readonly before: readonly number[];
  /** "w", or the name of a state. */
  readonly quantity: string;
  readonly expected: readonly number[];
  readonly got: readonly number[];
  /** The answer's whole path on this probe. */
  readonly path: readonly (readonly number[])[];
}

/** What is known about an answer after it was tried. */
export type StepDiagnosis =
  | {
      readonly kind: "right";
      readonly convention?: Convention;
      /** What is right and yet worth a word. */
      readonly notes: readonly Mistake[];
      readonly foundPatched: readonly string[];
    }
  | (StepExplanation & { readonly kind: "wrong"; readonly departure: Departure | undefined })
  | { readonly kind: "outside"; readonly mistake: Mistake }
  | { readonly kind: "not written" }
  | { readonly kind: "no function"; readonly got: unknown }
  | { readonly kind: "patched"; readonly names: readonly string[] }
  | { readonly kind: "failure"; readonly failure: Failure; readonly mistake?: Mistake };

/** Try an answer and find out what it computes. Never throws. */
export function diagnoseStep(target: StepTarget, answer: unknown): StepDiagnosis {
  if (answer === undefined || answer === null) return { kind: "not written" };
  if (typeof answer !== "function") return { kind: "no function", got: answer };
  const { rule } = target;
  const cases = casesFor(rule);
  const candidate = answer as Candidate;
  const source = sourceOf(answer);
  const tried = guarded(() => [...repliesOf(candidate, cases), ...repliesOf(candidate, cases)], PRINTED);
  if (tried.patched.length > 0) return { kind: "patched", names: tried.patched };
  if ("failure" in tried) return failed(tried.failure, source);
  const replies = tried.value.slice(0, cases.all.length);
  const form = readForm(cases, replies, outcomeOf(linesOf(rule), cases.columns), source);
  const again = readForm(
    cases,
    tried.value.slice(cases.all.length),
    outcomeOf(linesOf(rule), cases.columns),
    source,
  );
  if (form.w?.some((x, i) => Number.isFinite(x) && Number.isFinite(again.w?.[i]) && x !== again.w![i]))
    return { kind: "outside", mistake: outside(source) };
  const probes = allOf(probesFor(rule));
  const walked =
    form.w === undefined
      ? undefined
      : guarded(() => [...probes, probes[0]!].map((probe) => runStep(candidate, rule, probe)), 0);
  const runs = walked !== undefined && "value" in walked ? walked.value : undefined;
  if (runs !== undefined && !sameRun(runs[0]!, runs.at(-1)!))
    return { kind: "outside", mistake: outside(source) };
  if (runs !== undefined && form.faults.length === 0) {
    const accepted = [undefined, ...target.conventions].find((other) =>
      isRight(other?.rule ?? rule, probes, runs, cases, form),
    );
    const isAsked = isRight(rule, probes, runs, cases, form);
    if (isAsked || accepted !== undefined) {
      return {
        kind: "right",
        ...(isAsked || accepted === undefined ? {} : { convention: accepted }),
        notes: notesOn(replies, runs),
        foundPatched: tried.foundPatched,
      };
    }
  }
  const explained = explainStep({ target, cases, form, source });
  const departure = runs === undefined ? undefined : departureOf(rule, probes, runs);
  return { kind: "wrong", ...withReasons(explained, candidate, rule, cases, form, source), departure };
}

/** Where no number came, what was read tells why. */
function withReasons(
  explained: StepExplanation,
  candidate: Candidate,
  rule: Rule,
  cases: Cases,
  form: Form,
  source: string,
): StepExplanation {
  const isKnown = explained.mistakes.some(({ id }) => !/undefined|NaN|text|entries/.test(id));
  if (isKnown && explained.unexplained.length === 0) return explained;
  const tried = guarded(() => watch(candidate, cases.all[0]!));
  if (!("value" in tried)) return explained;
  const reason = numberless(
    tried.value,
    ["w", "g", "t", ...Object.keys(rule.state)],
    Object.keys(rule.hyperparameters),
  );
  if (reason === undefined) {
    const isNaN = form.w?.every((x) => Number.isNaN(x)) === true && explained.mistakes.length === 0;
    return isNaN ? { ...explained, mistakes: [nothingButNaN(source)], unexplained: [] } : explained;
  }
  const others = explained.mistakes.filter(({ id }) => !/NaN|text/.test(id));
  return { ...explained, mistakes: [reason, ...others], unexplained: [] };
}

const allOf = ({ matching, fresh }: Probes): Probe[] => [...matching, fresh];

/** Does an answer take the path of this rule on every probe, and, as far as its states are the rule's, in every case? */
function isRight(
  rule: Rule,
  probes: readonly Probe[],
  runs: readonly StepRun[],
  cases: Cases,
  form: Form,
): boolean {
  const follows = probes.every((probe, i) => {
    const { path } = rightRun(rule, probe);
    return path.length === runs[i]!.path.length && path.every((w, t) => sameNumbers(w, runs[i]!.path[t]!));
  });
  if (!follows) return false;
  const lines = linesOf(rule);
  const due = outcomeOf(lines, cases.columns);
  const remembers = [...due.states].every(([name, column]) => {
    const got = form.states.get(name);
    return got !== undefined && sameNumbers(column, got);
  });
  return !remembers || sameNumbers(due.w, form.w!);
}

function sameNumbers(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  return a.length === b.length && Array.prototype.every.call(a, (x: number, i) => sameNumber(x, b[i]!));
}

function failed(failure: Failure, source: string): StepDiagnosis {
  if (failure.kind !== "threw") return { kind: "failure", failure };
  const { error } = failure;
  const unwritten =
    error instanceof NotWrittenYet || (error instanceof Error && /^not written yet/i.test(error.message));
  if (unwritten && !/\breturn\b/.test(source)) return { kind: "not written" };
  const mistake = explainError(error);
  return { kind: "failure", failure, ...(mistake === undefined ? {} : { mistake }) };
}

function sameRun(a: StepRun, b: StepRun): boolean {
  return a.path.every((w, t) =>
    w.every((x, i) => !Number.isFinite(x) || !Number.isFinite(b.path[t]?.[i]) || x === b.path[t]![i]),
  );
}

/** What is said of an answer that two equal calls make two different things of. */
function outside(source: string): Mistake {
  return /Math\.random/.test(source)
    ? {
        id: "outside: random",
        sentence: "your function uses random numbers, so that it gives something else each time",
        cure: "Take Math.random out.",
      }
    : {
        id: "outside: memory",
        sentence:
          "your function uses something outside of itself that changes from call to call, such as a variable of another cell",
        cure: "Keep what must be remembered in what you return.",
      };
}

/** What a right answer does besides. */
function notesOn(replies: readonly Reply[], runs: readonly StepRun[]): Mistake[] {
  const wrote = [...new Set(replies.flatMap((reply) => reply.wrote))];
  const hyper = [...new Set(runs.flatMap(({ changedHyper }) => changedHyper))];
  return [
    ...(wrote.length === 0
      ? []
      : [
          {
            id: `in place: ${wrote.join(", ")}`,
            sentence: `it writes into the list${wrote.length === 1 ? "" : "s"} that it is given (${wrote.map(nameText).join(", ")}) and makes no new one${wrote.length === 1 ? "" : "s"}. Here that does no harm; elsewhere somebody may still need the old values`,
          },
        ]),
    ...(hyper.length === 0
      ? []
      : [
          {
            id: `in place: ${hyper.join(", ")}`,
            sentence: `it changes what it is given (${hyper.map(nameText).join(", ")}), which has no effect here`,
          },
        ]),
  ];
}

/** The first step at which an answer departs, on the first probe on which it does, and the first quantity that does. */
function departureOf(rule: Rule, probes: readonly Probe[], runs: readonly StepRun[]): Departure | undefined {
  for (const [i, probe] of probes.entries()) {
    const { path, states } = runs[i]!;
    const right = rightRun(rule, probe);
    for (let t = 0; t < right.path.length; t++) {
      const names = [...Object.keys(rule.state), "w"];
      const due = (name: string): readonly number[] =>
        name === "w" ? right.path[t]! : right.states[t]![name]!;
      const got = (name: string): readonly number[] => (name === "w" ? path[t] : states[t]?.[name]) ?? [];
      const quantity = names.find((name) => !sameNumbers(due(name), got(name)));
      if (quantity === undefined) continue;
      const before = t === 0 ? probe.start : right.path[t - 1]!;
      return { probe, step: t + 1, before, quantity, expected: due(quantity), got: got(quantity), path };
    }
  }
  return undefined;
}
