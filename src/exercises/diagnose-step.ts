import { symbolsIn } from "../math/line.ts";
import { OLD } from "../math/text.ts";
import type { Rule } from "../rules/rule.ts";
import { rightOf, whyNothing } from "./earned.ts";
import { withCure, withLine, withReasons } from "./explain/completed.ts";
import { stepDiffering } from "./explain/differing.ts";
import { type Departure, departureOf, notesOn } from "./explain/departure.ts";
import type { Seen } from "./explain/claim.ts";
import { explainStep, type StepExplanation } from "./explain/explain-step.ts";
import { type Failed, failed } from "./explain/failed.ts";
import { type Form, readForm } from "./explain/form.ts";
import { isRight, quantitiesOf } from "./explain/compared-quantities.ts";
import type { Mistake } from "./mistake.ts";
import type { Convention, StepTarget } from "./step-target.ts";
import { type Cases, casesFor, unseenCasesFor } from "./run/cases.ts";
import { type Failure, guarded } from "./run/guard.ts";
import { PRINTED } from "./run/locked.ts";
import { type Reply, repliesOf } from "./run/observe.ts";
import { type Probe, type Probes, probesFor } from "./run/probe.ts";
import { rightRun } from "./run/rule-run.ts";
import { notesOnSingular } from "./run/singular.ts";
import { sourceOf, thresholdsIn } from "./run/source.ts";
import type { Candidate } from "./run/candidate.ts";
import { runStep, type StepRun, WrongResult } from "./run/step-run.ts";
import { type Column, hasNumbers, sameNumbers } from "./search/columns.ts";
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
      /** Why it earns nothing, whatever mistakes it shows: a sentence. */
      readonly nothing?: string | undefined;
      /** The quantities that come out right in all cases. */
      readonly right: readonly string[];
      /** How the first quantity differs that nothing explains: sentences. */
      readonly differing: readonly string[];
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
  if (String(form.w) !== String(again.w) || String(runs?.[0]!.path) !== String(runs?.at(-1)!.path))
    return { kind: "outside", mistake: CHANGING };
  const probes = allOf(probesFor(rule));
  if (runs !== undefined && form.faults.length === 0) {
    const found = formOf(target, probes, runs, { cases, form });
    if (found !== undefined) {
      const convention = target.conventions.find((one) => one.rule === found);
      return {
        kind: "right",
        ...(convention === undefined ? {} : { convention }),
        notes: [...notesOn(replies.first, runs), ...notesOnSingular(answer as Candidate, rule)],
        foundPatched: tried.foundPatched,
      };
    }
  }
  const unseen = unseenOf(answer as Candidate, rule, source);
  const explained = withReasons(
    explainStep({ target, cases, form, source, unseen }),
    answer as Candidate,
    rule,
    cases,
    form,
    source,
  );
  const quantities = quantitiesOf(rule, { cases, form });
  const stateNames = [...right.states.keys()];
  const givenIn = ({ columns }: Cases): Column[] =>
    ["w", "g", ...stateNames.map((name) => name + OLD)].flatMap((name) => columns.value(name) ?? []);
  const nothingIn = (seen: Seen): string | undefined =>
    whyNothing(quantitiesOf(rule, seen), givenIn(seen.cases));
  const nothing = nothingIn({ cases, form });
  const departure = runs === undefined ? undefined : departureOf(target, probes, runs, explained);
  const [unexplained] = explained.unexplained;
  const isComparable = unexplained !== undefined && form.faults.length === 0;
  const all = [{ cases, form }, ...(unseen === undefined ? [] : [unseen])];
  const { says, holds } = isComparable
    ? stepDiffering(unexplained, rule, answer as Candidate, all)
    : { says: [], holds: () => true };
  const isWrongElsewhere = (name: string): boolean =>
    departure?.quantity === name ||
    (unseen !== undefined && quantitiesOf(rule, unseen).some((part) => part.name === name && !isRight(part)));
  return {
    kind: "wrong",
    ...withLine(withCure(explained, source), rule, cases, source),
    claims: [...explained.claims, ...says.map((of) => ({ of, holds }))],
    differing: says,
    departure,
    isReadable: form.w !== undefined && hasNumbers(form.w),
    nothing: unseen === undefined || nothingIn(unseen) !== undefined ? nothing : nothing && nearly(nothing),
    right: rightOf(quantities, givenIn(cases))
      .map(({ name }) => name)
      .filter((name) => !isWrongElsewhere(name)),
  };
}

/** What is not so in a few places that were tried besides. */
const nearly = (sentence: string): string =>
  `Nearly everywhere ${sentence.slice(0, 1).toLowerCase()}${sentence.slice(1)}`;

/** Is an answer right on the probes and in the cases of a seed? One that knows those of every notebook by heart is not. */
export function isRightStepOn({ rule, conventions }: StepTarget, answer: unknown, seed: number): boolean {
  const tried = tryStep(rule, answer as Candidate, seed);
  if ("kind" in tried || tried.runs === undefined) return false;
  const { cases, replies, runs, source } = tried;
  const form = readForm(cases, replies.first, outcomeOf(linesOf(rule), cases.columns), source);
  const probes = allOf(probesFor(rule, seed));
  return (
    form.faults.length === 0 && formOf({ rule, conventions }, probes, runs, { cases, form }) !== undefined
  );
}

/** What an answer did when it was tried. */
interface TriedStep {
  readonly source: string;
  readonly cases: Cases;
  readonly replies: { readonly first: readonly Reply[]; readonly again: readonly Reply[] };
  readonly runs: readonly StepRun[] | undefined;
  readonly foundPatched: readonly string[];
}

function tryStep(rule: Rule, candidate: Candidate, seed?: number): TriedStep | StepDiagnosis {
  const source = sourceOf(candidate);
  const probes = allOf(probesFor(rule, seed));
  const cases = casesFor(rule, seed);
  const tried = guarded(
    () => ({
      runs: runsOf(candidate, rule, probes),
      first: repliesOf(candidate, cases),
      again: repliesOf(candidate, cases),
    }),
    PRINTED,
  );
  if (tried.patched.length > 0) return { kind: "patched", names: tried.patched };
  if ("failure" in tried) return boundTo(candidate, rule, tried.failure) ?? failed(tried.failure, source);
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

/** What it makes of cases that are not searched; nothing where it does not come through. */
function unseenOf(candidate: Candidate, rule: Rule, source: string): Seen | undefined {
  const cases = unseenCasesFor(rule, thresholdsIn(source));
  const tried = guarded(() => repliesOf(candidate, cases));
  if (!("value" in tried)) return undefined;
  return { cases, form: readForm(cases, tried.value, outcomeOf(linesOf(rule), cases.columns), source) };
}

/** Where an answer stops with an error because it bears one number of coordinates only: which one. */
function boundTo(candidate: Candidate, rule: Rule, failure: Failure): Failed | undefined {
  if (failure.kind !== "threw") return undefined;
  const cases = casesFor(rule);
  const bears = (n: number): boolean => {
    const all = cases.all.filter(({ w }) => w.length === n);
    return "value" in guarded(() => repliesOf(candidate, { ...cases, all }));
  };
  if (!bears(2) || bears(1)) return undefined;
  return {
    kind: "failure",
    failure,
    mistake: {
      id: "coordinates: 2",
      sentence: "it is written for two coordinates, and stops where there is one",
      cure:
        "It should work for any number of coordinates: " +
        (rule.equations["p"] === undefined ? "go through them with map or a loop." : "solve(H, g) does."),
    },
  };
}

const allOf = ({ matching, fresh, far }: Probes): Probe[] => [...matching, fresh, ...far];

/**
 * The form of the rule that an answer has: it takes its path on every probe and computes the same in every case. Its states
 * may be others than those of any form that is known; then they are so throughout, and not in a few places.
 */
function formOf(
  { rule, conventions }: Pick<StepTarget, "rule" | "conventions">,
  probes: readonly Probe[],
  runs: readonly StepRun[],
  { cases, form }: { readonly cases: Cases; readonly form: Form },
): Rule | undefined {
  const { starts } = cases.columns;
  const all = [rule, ...conventions.map((one) => one.rule)].map((one) => {
    const due = outcomeOf(linesOf(one), cases.columns);
    const remembering = cases.all.filter((_, i) =>
      [...due.states].every(([name, column]) => {
        const got = form.states.get(name)?.subarray(starts[i], starts[i + 1]);
        return got !== undefined && sameNumbers(column.subarray(starts[i], starts[i + 1]), got);
      }),
    ).length;
    return { one, remembering, hasItsW: sameNumbers(due.w, form.w!) };
  });
  const following = all.filter(({ one }) => follows(one, probes, runs));
  const same = following.find(({ remembering, hasItsW }) => remembering === cases.all.length && hasItsW);
  const isAnother = remembersForW(rule) && all.every(({ remembering }) => 3 * remembering < cases.all.length);
  return (same ?? (isAnother ? following[0] : undefined))?.one;
}

/** Does w hang on all that a rule remembers? Then another memory with the same path is as good; else it is asked for itself. */
function remembersForW({ equations, gradientAt, state }: Rule): boolean {
  const read = new Set(["w", ...symbolsIn(gradientAt)]);
  for (const name of read) for (const other of symbolsIn(equations[name]?.text ?? "0")) read.add(other);
  return Object.keys(state).every((name) => read.has(name));
}

/** Does an answer take the path of a rule on every probe? */
function follows(rule: Rule, probes: readonly Probe[], runs: readonly StepRun[]): boolean {
  return probes.every((probe, i) => {
    const { path } = rightRun(rule, probe);
    return path.length === runs[i]!.path.length && path.every((w, t) => sameNumbers(w, runs[i]!.path[t]!));
  });
}

/** What is said of an answer that two equal calls make two different things of. */
const CHANGING: Mistake = {
  id: "outside: memory",
  sentence:
    "your function uses something outside of itself that changes from call to call, such as a variable of another cell",
  cure: "Keep what must be remembered in what you return.",
};
