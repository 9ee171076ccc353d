/** What the kinds have in common in which an update rule is written. */
import { isRecord } from "../arguments.ts";
import { InputError } from "../errors.ts";
import type { Size } from "../figures/names-at-paths.ts";
import { isRule, type Rule } from "../rules/rule.ts";
import type { StepOf } from "./answer.ts";
import type { Block } from "./blocks.ts";
import { conventionsOf } from "./conventions.ts";
import { isRightStepOn } from "./diagnose-step.ts";
import { misconceivedRule, mistakeOf } from "./explain/explain-whole.ts";
import type { Feedback } from "./feedback.ts";
import { type AnyFunction, checked, type Common, type Version } from "./kind.ts";
import { sayMistake } from "./mistake.ts";
import { type Aim, dueAndGiven } from "./path-figure.ts";
import type { Candidate } from "./run/candidate.ts";
import { type Probe, probesFor } from "./run/probe.ts";
import { rightRun } from "./run/rule-run.ts";
import { runStep, type StepRun } from "./run/step-run.ts";
import { codeOf } from "./solution.ts";
import type { Convention, Misconception, StepTarget } from "./step-target.ts";
import { ruleLines } from "./words/step.ts";

/** An exercise that is answered by the step of a rule. */
export interface WithStep extends Common<AnyFunction> {
  readonly target: StepTarget;
  readonly solution: AnyFunction;
}

/** What such an exercise is declared with. */
export interface StepParts<S extends string, H extends string> extends Pick<
  Common,
  "title" | "prompt" | "hints"
> {
  readonly rule: Rule<H>;
  /** A right answer; its own text is what the student is shown as the solution. */
  readonly solution: StepOf<S, H>;
  readonly misconceptions?: readonly Misconception[];
  /** Other forms that are right; those known for the rule when not given, none for an exercise about the difference. */
  readonly conventions?: readonly Convention[];
}

/** What every kind has that asks for a step. */
export const byStep = {
  answered: "by a function",
  earns: "credit",
  mistakes: ({ target: { misconceptions } }: WithStep) => misconceptions.map(mistakeOf),
  isRightOn: ({ target }: WithStep, answer: unknown, seed: number) => isRightStepOn(target, answer, seed),
} as const;

/** The equations of the rule, and the answer as it stands in the file. */
export function stepSolution({ target: { rule }, solution }: WithStep): Block[] {
  return [
    { kind: "equations", groups: [{ title: rule.title, lines: ruleLines(rule) }] },
    { kind: "code", code: codeOf(solution) },
  ];
}

/** Where the rule leads on the first of its probes, and where a step that is handed out does; nothing where that leads nowhere. */
export function stepAim(
  { target: { rule } }: WithStep,
  size: Size,
  handedOut?: AnyFunction,
): Aim | undefined {
  const probe = probesFor(rule).matching[0]!;
  const given = handedOut === undefined ? [] : pathOfStep(handedOut, rule, probe);
  if (given === undefined) return undefined;
  return dueAndGiven(rule, probe, { due: rightRun(rule, probe).path, given, size });
}

/** What an author hands out may throw, or give no next point: that is told where exercises are proven. */
function pathOfStep(step: AnyFunction, rule: Rule, probe: Probe): StepRun["path"] | undefined {
  try {
    return runStep(step as Candidate, rule, probe).path;
  } catch {
    return undefined;
  }
}

/** The rule among its misconceptions. */
export function stepVersions({ target: { rule, misconceptions } }: WithStep): {
  readonly right: string[];
  readonly wrong: Version[];
} {
  const wrong = misconceptions
    .filter(({ equations }) => equations !== undefined)
    .map((one) => ({ lines: ruleLines(misconceivedRule(rule, one)!), what: one.what }));
  return { right: ruleLines(rule), wrong };
}

/** The parts with the rule and all that an answer is compared with as one. */
export function withTarget<P extends StepParts<string, string>>(
  kind: string,
  parts: P,
): Omit<P, "rule" | "misconceptions" | "conventions"> & { readonly target: StepTarget } {
  const { rule, misconceptions = [], conventions, ...rest } = checkedWithRule(kind, parts);
  return { ...rest, target: { rule, misconceptions, conventions: conventions ?? conventionsOf(rule) } };
}

/** @throws InputError when an exercise has no title, question or hints, or none of the rule that it is about */
export function checkedWithRule<P>(kind: string, parts: P): P {
  const { rule } = (isRecord(checked(kind, parts)) ? parts : {}) as { readonly rule?: unknown };
  if (isRule(rule)) return parts;
  throw new InputError({
    what: `exercise.${kind} is about a rule`,
    got: rule,
    cure: "for example: rule: momentum",
  });
}

/** What cannot be computed of that which is declared: as long as there is some, nothing else can be tried. */
export function unreadSteps({ target: { rule, misconceptions } }: WithStep): string[] {
  return misconceptions.flatMap((one) =>
    unread(`the misconception "${one.what}"`, () => misconceivedRule(rule, one)),
  );
}

export function unread(what: string, read: () => unknown): string[] {
  try {
    read();
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return [`${what}: ${error.message}`];
  }
}

/** What is wrong with a solution. */
export function solutionFaults(solved: Feedback): string[] {
  if (solved.outcome === "right") return [];
  if (solved.outcome === "not written") return ["the solution is not written yet"];
  return [`the solution counts as ${solved.outcome}: ${brief(solved)}`];
}

/** What is said of an answer, without what is shown with it. */
function brief({ headline, blocks: [first] }: Feedback): string {
  return first?.kind === "text" ? `${headline} ${first.text.replace(/:$/, ".")}` : headline;
}

/** What an answer counts as, with the mistakes that it shows. */
export function countedAs({ outcome, mistakes }: Pick<Feedback, "outcome" | "mistakes">): string {
  return [outcome, mistakes.map(sayMistake).join("; ")].filter((part) => part !== "").join(": ");
}
