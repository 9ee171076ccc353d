import { nameText } from "../../math/text.ts";
import type { Rule } from "../../rules/rule.ts";
import { variant } from "../../rules/variant.ts";
import type { Mistake } from "../mistake.ts";
import { slipsOf } from "../mutations/rule.ts";
import type { Cases } from "../run/cases.ts";
import { type Reply, repliesOf } from "../run/observe.ts";
import { constantsIn } from "../run/source.ts";
import type { Candidate } from "../run/candidate.ts";
import { type Column, explains, hasNumbers } from "../search/columns.ts";
import { linesOf, type Lines, type Outcome, outcomeOf } from "../search/lines.ts";
import { show } from "../search/tree.ts";
import type { Misconception, StepTarget } from "../step-target.ts";
import type { Form } from "./form.ts";
import { neighboursOf } from "./neighbours.ts";
import { oneByOne } from "./one-by-one.ts";

/** What the steps of a student's answer are compared with. */
export interface Asked {
  readonly target: StepTarget;
  readonly cases: Cases;
  readonly form: Form;
  readonly source: string;
}

/** What explains an answer as a whole. */
export interface WholeExplanation {
  readonly mistakes: readonly Mistake[];
  /** What computes what the answer computes; none where only its form is wrong. */
  readonly computes?: Lines;
  /** The same as it is shown. */
  readonly lines?: readonly string[];
}

/** Lines as they are shown: "m = α·m − λ·g". */
export function shownLines({ states, w }: Lines): string[] {
  return [...[...states].map(([name, tree]) => `${nameText(name)} = ${show(tree)}`), `w = ${show(w)}`];
}

/** A whole other rule that computes the same: w and each state in every case. */
export function explainWhole(asked: Asked): WholeExplanation | undefined {
  const { target, cases, form } = asked;
  const { rule } = target;
  if (!hasNumbers(form.w!)) return undefined;
  const few = cases.columns.only(0);
  const fits = (other: Rule): boolean =>
    [few, cases.columns].every((columns) => agrees(outcomeOf(linesOf(other), columns), form));
  const declared = target.misconceptions.filter((one) => {
    const wrong = misconceivedRule(rule, one);
    return wrong === undefined ? agrees(outcomeOfStep(one, cases, rule), form) : fits(wrong);
  });
  if (declared.length > 0) {
    const [first] = declared as [Misconception];
    const wrong = misconceivedRule(rule, first);
    return {
      mistakes: [{ ...mistakeOf(first), ...(declared[1] === undefined ? {} : { or: declared[1].what }) }],
      ...(wrong === undefined ? { lines: first.lines ?? [] } : shown(wrong)),
    };
  }
  if (fits(rule)) return { mistakes: [] };
  const constants = constantsIn(asked.source);
  for (const right of [rule, ...target.conventions.map((one) => one.rule)]) {
    for (const neighbour of neighboursOf(right, constants)) {
      if (!fits(neighbour.rule)) continue;
      return { mistakes: [{ id: neighbour.id, what: neighbour.what }], ...shown(neighbour.rule) };
    }
  }
  const inTurn = changedInTurn(asked);
  if (inTurn !== undefined) return { mistakes: [inTurn] };
  const slips = slipsOf(rule).filter(({ rule: wrong }) => fits(wrong));
  if (slips.length === 0) return undefined;
  const [first, second] = slips as [(typeof slips)[0], (typeof slips)[0]?];
  return {
    mistakes: [
      {
        id: `slip: ${first.key}`,
        what: first.what.join(", and "),
        ...(second === undefined ? {} : { or: second.what.join(", and ") }),
      },
    ],
    ...shown(first.rule),
  };
}

/** Coordinates that are changed one after the other, while the gradient is taken again for each. */
function changedInTurn({ target, cases, form, source }: Asked): Mistake | undefined {
  if (!/\bgradient\b/.test(source)) return undefined;
  const states = [...form.states.keys()];
  const fits = [target.rule, ...target.conventions.map(({ rule }) => rule)].some((rule) =>
    [[], states].some((keeps) => agrees(oneByOne(linesOf(rule), cases, keeps), form)),
  );
  return fits
    ? {
        id: "in turn: gradient",
        what: "the coordinates are changed one after the other, and the gradient of each is taken where those before it have moved already",
        cure: "Take the gradient once, before anything is changed.",
      }
    : undefined;
}

function shown(rule: Rule): Pick<WholeExplanation, "computes" | "lines"> {
  const computes = linesOf(rule);
  return { computes, lines: shownLines(computes) };
}

export function mistakeOf({ what, id, credit, equations, gradientAt }: Misconception): Mistake {
  const place = gradientAt === undefined ? [] : [`g at ${gradientAt}`];
  const lines = Object.entries(equations ?? {}).map(([line, text]) => `${line} = ${text}`);
  return {
    id: `known: ${id ?? [...place, ...lines].join("; ")}`,
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

interface Numbers {
  readonly w: Column | undefined;
  readonly states: ReadonlyMap<string, Column>;
}

/** Are the numbers that came the first of these? */
function agrees(outcome: Numbers, form: Numbers): boolean {
  if (outcome.w === undefined || form.w === undefined) return false;
  const same = (a: Column, b: Column): boolean => explains(a, b.subarray(0, a.length));
  return (
    same(outcome.w, form.w) &&
    [...form.states].every(
      ([name, column]) => outcome.states.has(name) && same(outcome.states.get(name)!, column),
    )
  );
}

const stepOutcomes = new WeakMap<Misconception, Outcome>();

/** What a wrong answer that is given as a function makes of the cases. */
export function outcomeOfStep(misconception: Misconception, cases: Cases, rule: Rule): Outcome {
  let outcome = stepOutcomes.get(misconception);
  if (outcome === undefined) {
    const replies: Reply[] = repliesOf(misconception.step as Candidate, cases);
    const column = (name: string): Column =>
      Float64Array.from(replies.flatMap(({ result }) => (result as Record<string, number[]>)[name]!));
    outcome = {
      w: column("w"),
      states: new Map(Object.keys(rule.state).map((name) => [name, column(name)])),
    };
    stepOutcomes.set(misconception, outcome);
  }
  return outcome;
}
