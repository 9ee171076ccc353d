import { remembered } from "../../remembered.ts";
import { defined } from "../../defined.ts";
import { nameText } from "../../math/text.ts";
import type { Rule } from "../../rules/rule.ts";
import { variant } from "../../rules/variant.ts";
import { DECLARED, type Mistake } from "../mistake.ts";
import { slipsOf } from "../mutations/rule.ts";
import { assignmentOf } from "../run/assigned.ts";
import type { Cases } from "../run/cases.ts";
import { type Reply, repliesOf } from "../run/observe.ts";
import { constantsIn } from "../run/source.ts";
import type { Candidate } from "../run/candidate.ts";
import { type Column, hasNumbers } from "../search/columns.ts";
import { linesOf, type Lines, type Outcome, outcomeOf } from "../search/lines.ts";
import { keyOf, namesIn, show } from "../search/tree.ts";
import type { Misconception, StepTarget } from "../step-target.ts";
import { agrees, type Claim, isLike, isMadeBy, isUnmoved, type Seen, whereItCame } from "./claim.ts";
import type { Form } from "./form.ts";
import { neighboursOf } from "./neighbours.ts";
import type { Program } from "./program.ts";
import { programsOf } from "./programs.ts";
import { isReturnedOld } from "./unmoved.ts";

/** What the steps of a student's answer are compared with. */
export interface Asked {
  readonly target: StepTarget;
  readonly cases: Cases;
  readonly form: Form;
  readonly source: string;
  /** What it did in cases that are not searched: what is found must hold there too. */
  readonly unseen?: Seen | undefined;
}

/** What explains an answer as a whole. */
export interface WholeExplanation {
  readonly mistakes: readonly Mistake[];
  /** What computes what the answer computes; none where only its form is wrong. */
  readonly computes?: Lines;
  /** The same as it is shown. */
  readonly lines?: readonly string[];
  /** The rule, or the form of it, that the mistakes are told against; none where they are told against nothing. */
  readonly from?: Rule;
  readonly claims: readonly Claim[];
}

/** Another explanation of the same, and what is claimed with it. */
interface OtherWords {
  readonly what: string;
  readonly holds: Claim["holds"];
}

/** Lines as they are shown: "m = α·m − λ·g". */
export function shownLines({ states, w }: Lines): string[] {
  return [...[...states].map(([name, tree]) => `${nameText(name)} = ${show(tree)}`), `w = ${show(w)}`];
}

/**
 * A whole other rule that computes the same: w and each state in every case.
 * @param given the form of the rule in which what is to be mended is: its slips come first
 */
export function explainWhole(asked: Asked, given: Rule | undefined): WholeExplanation | undefined {
  const { target, cases, form, unseen } = asked;
  const { rule } = target;
  if (!hasNumbers(form.w!)) return undefined;
  const few = cases.columns.only(0);
  const fits = (holds: Claim["holds"]): boolean => holds(asked) && (unseen === undefined || holds(unseen));
  const mayBe = ({ w }: Outcome): boolean =>
    isLike(w, form.w!.subarray(0, w.length), whereItCame("w", asked)?.subarray(0, w.length));
  const isOther = (other: Rule): boolean =>
    mayBe(outcomeOf(linesOf(other), few)) && fits(isMadeBy(linesOf(other)));
  const explanation = (mistake: Mistake, holds: Claim["holds"], other?: OtherWords): WholeExplanation => ({
    mistakes: [{ ...mistake, ...defined({ or: other?.what }) }],
    claims: [holds, ...(other === undefined ? [] : [other.holds])].map((one) => ({ of: mistake.id, holds: one })), // prettier-ignore
  });
  const claimOf = (one: Misconception): Claim["holds"] => {
    const wrong = misconceivedRule(rule, one);
    return wrong === undefined
      ? (seen) => agrees(outcomeOfStep(one, seen.cases, rule), seen)
      : isMadeBy(linesOf(wrong));
  };
  const declared = target.misconceptions.filter((one) => fits(claimOf(one)));
  if (declared.length > 0) {
    const [first, second] = declared as [Misconception, Misconception?];
    const wrong = misconceivedRule(rule, first);
    const other = second && { what: second.what, holds: claimOf(second) };
    return {
      ...explanation(mistakeOf(first), claimOf(first), other),
      ...(wrong === undefined ? { lines: first.lines ?? [] } : { from: rule, ...shown(wrong) }),
    };
  }
  if (isOther(rule)) return { mistakes: [], claims: [] };
  if (isUnmoved(asked) && !isReturnedOld(asked.source)) return undefined;
  const constants = constantsIn(asked.source);
  for (const right of [rule, ...target.conventions.map((one) => one.rule)]) {
    for (const neighbour of neighboursOf(right, constants, right === given)) {
      if (!isOther(neighbour.rule)) continue;
      const { id, what } = neighbour;
      const claimed = explanation({ id, what }, isMadeBy(linesOf(neighbour.rule)));
      return { ...claimed, from: right, ...shown(neighbour.rule) };
    }
  }
  const looksNowhereAhead = rule.gradientAt !== "w" && !/\bgradient\b/.test(asked.source);
  const program = programsOf(target, asked.source).find((one) => fits(isRunOf(one)));
  if (program !== undefined) {
    const { mistake, lines } = program;
    return { ...explanation(mistake, isRunOf(program)), ...(lines && { computes: lines, lines: shownLines(lines) }) }; // prettier-ignore
  }
  for (const from of given === undefined ? [rule] : [given, rule]) {
    const isSaid = (wrong: Rule): boolean =>
      from === rule || looksNowhereAhead || isWrittenOut(wrong, asked.source);
    const first = slipsOf(from).find(({ rule: wrong }) => isOther(wrong) && isSaid(wrong));
    if (first === undefined) continue;
    const other = from === rule ? slipInOtherForm(target, isOther) : undefined;
    const mistake = { id: `slip: ${first.key}`, what: first.what };
    return { ...explanation(mistake, isMadeBy(linesOf(first.rule)), other), from, ...shown(first.rule) };
  }
  return undefined;
}

/** Does an answer compute w with all hyperparameters that a rule does, in one statement? Otherwise it has its step from elsewhere. */
function isWrittenOut(rule: Rule, source: string): boolean {
  const statement = assignmentOf(source, "w", Object.keys(rule.state)) ?? "";
  const used = Object.keys(rule.hyperparameters).filter((one) => namesIn(linesOf(rule).w).has(one));
  return used.every((one) => new RegExp(String.raw`\b${one}\b`).test(statement));
}

/** A slip in the line of w of another form, where the states are as that form has them and not as the rule does. */
function slipInOtherForm(
  { rule, conventions }: StepTarget,
  isOther: (wrong: Rule) => boolean,
): OtherWords | undefined {
  const key = (one: Rule): string => [...linesOf(one).states.values()].map(keyOf).join("; ");
  for (const { name, rule: form } of conventions) {
    if (key(form) === key(rule)) continue;
    const slip = slipsOf(form).find(({ rule: wrong }) => key(wrong) === key(form) && isOther(wrong));
    if (slip !== undefined) return { what: `in ${name}, ${slip.what}`, holds: isMadeBy(linesOf(slip.rule)) };
  }
  return undefined;
}

const isRunOf =
  ({ run }: Program): Claim["holds"] =>
  (seen) =>
    agrees(run(seen.cases), seen);

function shown(rule: Rule): Pick<WholeExplanation, "computes" | "lines"> {
  const computes = linesOf(rule);
  return { computes, lines: shownLines(computes) };
}

export function mistakeOf({ what, id, credit, equations, gradientAt }: Misconception): Mistake {
  const place = gradientAt === undefined ? [] : [`g at ${gradientAt}`];
  const lines = Object.entries(equations ?? {}).map(([line, text]) => `${line} = ${text}`);
  return {
    id: DECLARED + (id ?? [...place, ...lines].join("; ")),
    what,
    ...(credit === undefined ? {} : { credit }),
  };
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

const stepOutcomes = new WeakMap<Misconception, WeakMap<Cases, Outcome>>();

/** What a wrong answer that is given as a function makes of some cases. */
export function outcomeOfStep(misconception: Misconception, cases: Cases, rule: Rule): Outcome {
  const known = remembered(stepOutcomes, misconception, () => new WeakMap<Cases, Outcome>());
  return remembered(known, cases, () => {
    const replies: Reply[] = repliesOf(misconception.step as Candidate, cases);
    const column = (name: string): Column =>
      Float64Array.from(replies.flatMap(({ result }) => (result as Record<string, number[]>)[name]!));
    return {
      w: column("w"),
      states: new Map(Object.keys(rule.state).map((name) => [name, column(name)])),
    };
  });
}
