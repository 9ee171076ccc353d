import { nameText } from "../../math/text.ts";
import { variant } from "../../rules/variant.ts";
import type { Rule } from "../../rules/rule.ts";
import type { Misconception, StepTarget } from "../step-target.ts";
import type { Mistake } from "../mistake.ts";
import { slipsOf } from "../mutations/rule.ts";
import { type Cases, screenOf } from "../run/cases.ts";
import { type Reply, repliesOf } from "../run/observe.ts";
import { constantsIn, sourceOf } from "../run/source.ts";
import type { Candidate } from "../run/step-run.ts";
import { type Column, explains } from "../search/columns.ts";
import { linesOf, type Lines, type Outcome, outcomeOf } from "../search/lines.ts";
import { show } from "../search/tree.ts";
import { type Base, type ByLines, explainLines } from "./explain-lines.ts";
import type { Form } from "./form.ts";
import { neighboursOf } from "./neighbours.ts";

/** What an answer's steps are explained by. */
export interface StepExplanation {
  readonly mistakes: readonly Mistake[];
  /** What computes what the answer computes; none where only its form is wrong. */
  readonly computes?: Lines;
  /** The same as it is shown. */
  readonly lines?: readonly string[];
  /** The quantities that come out wrong and that nothing explains. */
  readonly unexplained: readonly string[];
}

/** What the steps of a student's answer are compared with. */
interface Asked {
  readonly target: StepTarget;
  readonly cases: Cases;
  readonly form: Form;
  readonly source: string;
}

/** Find what explains the numbers of an answer: what is declared, neighbours, one slip in the rule, then line by line. */
export function explainStep(asked: Asked): StepExplanation {
  const { form } = asked;
  if (form.w === undefined) return { mistakes: form.faults, unexplained: [] };
  const whole = form.states.size === linesOf(asked.target.rule).states.size ? explainWhole(asked) : undefined;
  if (whole !== undefined) return { ...whole, mistakes: [...form.faults, ...whole.mistakes] };
  return explainByLines(asked);
}

/** Line by line, from the rule itself, from a form of it that is right too, or from what an answer was to mend. */
function explainByLines(asked: Asked): StepExplanation {
  const { target, cases, form, source } = asked;
  const { rule, conventions, misconceptions } = target;
  const given = misconceptions.find(({ id }) => id === UNMENDED);
  const bug = given === undefined ? undefined : linesOfStep(given, rule, cases);
  const bases: Base[] = [
    { rule, lines: linesOf(rule), prior: [] },
    ...conventions.map((one) => ({ rule: one.rule, lines: linesOf(one.rule), prior: [] })),
    ...(bug === undefined ? [] : [{ rule, lines: bug, prior: [mistakeOf(given!)] }]),
  ];
  const setting = { cases, form, source };
  let near = best(bases.map((base) => explainLines(base, setting, 1)));
  if (near.unexplained.length > 0)
    near = best([near, ...bases.map((base) => explainLines(base, setting, 2))]);
  const found = near.unexplained.length === 0 ? near : best([near, explainLines(bases[0]!, setting, 3)]);
  const { mistakes, unexplained, lines } = found;
  return {
    mistakes: [...form.faults, ...mistakes],
    unexplained,
    ...(unexplained.length === 0 ? { computes: lines, lines: shownLines(lines) } : {}),
  };
}

/** What explains most, and of those the simplest. */
function best(all: readonly ByLines[]): ByLines {
  return all.reduce((a, b) =>
    b.unexplained.length < a.unexplained.length ||
    (b.unexplained.length === a.unexplained.length && b.cost < a.cost)
      ? b
      : a,
  );
}

/** The name of the mistake that an answer was to mend. */
export const UNMENDED = "not mended";

const bugs = new WeakMap<Misconception, { readonly lines: Lines | undefined }>();

/** The lines of what is given to be mended, where one slip explains each. */
function linesOfStep(given: Misconception, rule: Rule, cases: Cases): Lines | undefined {
  let known = bugs.get(given);
  if (known === undefined) {
    const { w, states } = outcomeOfStep(given, cases, rule);
    const form: Form = { w, states, faults: [] };
    const setting = { cases, form, source: sourceOf(given.step) };
    const found = explainLines({ rule, lines: linesOf(rule), prior: [] }, setting, 3);
    bugs.set(given, (known = { lines: found.unexplained.length === 0 ? found.lines : undefined }));
  }
  return known.lines;
}

/** Lines as they are shown: "m = α·m − λ·g". */
function shownLines({ states, w }: Lines): string[] {
  return [...[...states].map(([name, tree]) => `${nameText(name)} = ${show(tree)}`), `w = ${show(w)}`];
}

/** A whole other rule that computes the same: w and each state in every case. */
function explainWhole(asked: Asked): StepExplanation | undefined {
  const { target, cases, form } = asked;
  const { rule } = target;
  const screen = screenOf(cases);
  const fits = (other: Rule): boolean =>
    agrees(outcomeOf(linesOf(other), screen.columns), form) &&
    agrees(outcomeOf(linesOf(other), cases.columns), form);
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
      unexplained: [],
    };
  }
  if (fits(rule)) return { mistakes: [], unexplained: [] };
  for (const neighbour of neighboursOf(rule, constantsIn(asked.source))) {
    if (!fits(neighbour.rule)) continue;
    return {
      mistakes: [{ id: neighbour.id, what: neighbour.what }],
      ...shown(neighbour.rule),
      unexplained: [],
    };
  }
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
    unexplained: [],
  };
}

function shown(rule: Rule): Pick<StepExplanation, "computes" | "lines"> {
  const computes = linesOf(rule);
  return { computes, lines: shownLines(computes) };
}

function mistakeOf({ what, id, credit, equations, gradientAt }: Misconception): Mistake {
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
function outcomeOfStep(misconception: Misconception, cases: Cases, rule: Rule): Outcome {
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
