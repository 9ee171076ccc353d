import type { Rule } from "../rules/rule.ts";
import { type Departure, departureOf, notesOn } from "./explain/departure.ts";
import { explainStep, type StepExplanation } from "./explain/explain-step.ts";
import { type Failed, failed } from "./explain/failed.ts";
import { type Form, readForm } from "./explain/form.ts";
import { nothingButNaN, numberless, seenInText } from "./explain/numberless.ts";
import type { Mistake } from "./mistake.ts";
import type { Convention, StepTarget } from "./step-target.ts";
import { type Cases, casesFor } from "./run/cases.ts";
import { guarded, WATCHED_LIMIT } from "./run/guard.ts";
import { PRINTED } from "./run/locked.ts";
import { type Reply, repliesOf } from "./run/observe.ts";
import { type Probe, type Probes, probesFor } from "./run/probe.ts";
import { rightRun } from "./run/rule-run.ts";
import { sourceOf } from "./run/source.ts";
import { type Candidate, runStep, type StepRun, WrongResult } from "./run/step-run.ts";
import { watch } from "./run/watch.ts";
import { sameNumbers } from "./search/columns.ts";
import { linesOf, outcomeOf } from "./search/lines.ts";

/** What is known about an answer after it was tried. */
export type StepDiagnosis =
  | {
      readonly kind: "right";
      readonly convention?: Convention;
      /** What is right and yet worth a word. */
      readonly notes: readonly Mistake[];
      readonly foundPatched: readonly string[];
    }
  | (StepExplanation & {
      readonly kind: "wrong";
      readonly departure: Departure | undefined;
      /** Whether any number came. */
      readonly isReadable: boolean;
    })
  | { readonly kind: "outside"; readonly mistake: Mistake }
  | { readonly kind: "no function"; readonly got: unknown }
  | { readonly kind: "patched"; readonly names: readonly string[] }
  | Failed;

/** Try an answer and find out what it computes. Never throws. */
export function diagnoseStep(target: StepTarget, answer: unknown): StepDiagnosis {
  if (answer === undefined || answer === null) return { kind: "not written" };
  if (typeof answer !== "function") return { kind: "no function", got: answer };
  const tried = tryStep(target.rule, answer as Candidate);
  if ("kind" in tried) return tried;
  const { rule } = target;
  const { cases, replies, runs, source } = tried;
  const right = outcomeOf(linesOf(rule), cases.columns);
  const form = readForm(cases, replies.first, right, source);
  const again = readForm(cases, replies.again, right, source);
  const isChanging = (form.w ?? []).some((x, i) => bothFinite(x, again.w?.[i]) && x !== again.w![i]);
  if (isChanging || (runs !== undefined && !sameRun(runs[0]!, runs.at(-1)!)))
    return { kind: "outside", mistake: outside(source) };
  const probes = allOf(probesFor(rule));
  if (runs !== undefined && form.faults.length === 0) {
    const fits = (other: Rule, exactly: boolean): boolean =>
      isRight(other, probes, runs, { cases, form, exactly });
    const isAsked = fits(rule, true);
    const convention = isAsked
      ? undefined
      : (target.conventions.find((other) => fits(other.rule, true)) ??
        (fits(rule, false) ? undefined : target.conventions.find((other) => fits(other.rule, false))));
    if (isAsked || convention !== undefined || fits(rule, false)) {
      const notes = notesOn(replies.first, runs);
      return {
        kind: "right",
        ...(convention === undefined ? {} : { convention }),
        notes,
        foundPatched: tried.foundPatched,
      };
    }
  }
  const explained = withReasons(
    explainStep({ target, cases, form, source }),
    answer as Candidate,
    rule,
    cases,
    form,
    source,
  );
  return {
    kind: "wrong",
    ...explained,
    departure: runs === undefined ? undefined : departureOf(rule, probes, runs, explained.computes),
    isReadable: form.w?.some(Number.isFinite) === true,
  };
}

/** What an answer did when it was tried. */
interface TriedStep {
  readonly source: string;
  readonly cases: Cases;
  readonly replies: { readonly first: readonly Reply[]; readonly again: readonly Reply[] };
  readonly runs: readonly StepRun[] | undefined;
  readonly foundPatched: readonly string[];
}

function tryStep(rule: Rule, candidate: Candidate): TriedStep | StepDiagnosis {
  const source = sourceOf(candidate);
  const probes = allOf(probesFor(rule));
  const cases = casesFor(rule);
  const tried = guarded(
    () => ({
      runs: runsOf(candidate, rule, probes),
      first: repliesOf(candidate, cases),
      again: repliesOf(candidate, cases),
    }),
    PRINTED,
  );
  if (tried.patched.length > 0) return { kind: "patched", names: tried.patched };
  if ("failure" in tried) return failed(tried.failure, source);
  const { runs, ...replies } = tried.value;
  return { source, cases, replies, runs, foundPatched: tried.foundPatched };
}

/** Its runs on the probes, the first one twice; none where what it returns is no next point. */
function runsOf(candidate: Candidate, rule: Rule, probes: readonly Probe[]): StepRun[] | undefined {
  try {
    return [...probes, probes[0]!].map((probe) => runStep(candidate, rule, probe));
  } catch (error) {
    if (error instanceof WrongResult) return undefined;
    throw error;
  }
}

const bothFinite = (a: number | undefined, b: number | undefined): boolean =>
  Number.isFinite(a) && Number.isFinite(b);

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
  const tried = guarded(() => watch(candidate, cases.all[0]!), 0, WATCHED_LIMIT);
  if (!("value" in tried)) return explained;
  const reason = numberless(
    tried.value,
    ["w", "g", "t", ...Object.keys(rule.state)],
    Object.keys(rule.hyperparameters),
  );
  if (reason === undefined) {
    const isNaN = form.w?.every((x) => Number.isNaN(x)) === true && explained.mistakes.length === 0;
    const found = isNaN
      ? nothingButNaN(source)
      : explained.mistakes.length === 0
        ? seenInText(source)
        : undefined;
    return found === undefined ? explained : { ...explained, mistakes: [found], unexplained: [] };
  }
  const others = explained.mistakes.filter(({ id }) => !/NaN|text/.test(id));
  return { ...explained, mistakes: [reason, ...others], unexplained: [] };
}

const allOf = ({ matching, fresh }: Probes): Probe[] => [...matching, fresh];

/**
 * Does an answer take the path of this rule on every probe and, as far as its states are the rule's, in every case?
 * Exactly: are its states the rule's?
 */
function isRight(
  rule: Rule,
  probes: readonly Probe[],
  runs: readonly StepRun[],
  { cases, form, exactly }: { readonly cases: Cases; readonly form: Form; readonly exactly: boolean },
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
  return remembers ? sameNumbers(due.w, form.w!) : !exactly;
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
