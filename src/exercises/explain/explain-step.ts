import type { Rule } from "../../rules/rule.ts";
import type { Misconception } from "../step-target.ts";
import type { Cases } from "../run/cases.ts";
import { sourceOf } from "../run/source.ts";
import { Effort } from "../search/effort.ts";
import type { Reach } from "../search/line-search.ts";
import { otherForms } from "../search/forms.ts";
import { linesOf, type Lines } from "../search/lines.ts";
import { type Base, type ByLines, explainLines, type Setting } from "./explain-lines.ts";
import {
  type Asked,
  explainWhole,
  misconceivedRule,
  mistakeOf,
  outcomeOfStep,
  shownLines,
  type WholeExplanation,
} from "./explain-whole.ts";
import type { Form } from "./form.ts";

/** What an answer's steps are explained by. */
export interface StepExplanation extends WholeExplanation {
  /** The quantities that come out wrong and that nothing explains. */
  readonly unexplained: readonly string[];
  /** How many wrong versions were tried line by line; never more than MOST_TRIED. */
  readonly tried: number;
}

/** Find what explains the numbers of an answer: what is declared, neighbours, one slip in the rule, then line by line. */
export function explainStep(asked: Asked): StepExplanation {
  const { form } = asked;
  if (form.w === undefined) return { mistakes: form.faults, unexplained: [], tried: 0 };
  const whole = form.states.size === linesOf(asked.target.rule).states.size ? explainWhole(asked) : undefined;
  if (whole !== undefined)
    return { ...whole, mistakes: [...form.faults, ...whole.mistakes], unexplained: [], tried: 0 };
  return explainByLines(asked);
}

/**
 * Line by line: from the rule itself, from a form of it that is right too, or from what an answer was to mend; then from what
 * is declared, with a slip besides.
 */
function explainByLines(asked: Asked): StepExplanation {
  const { target, cases, form, source } = asked;
  const { rule, conventions, misconceptions } = target;
  const declared = misconceptions.flatMap((one) => baseOf(one, rule, cases) ?? []);
  const isUnmended = ({ prior: [mistake] }: Base): boolean => mistake?.id === `known: ${UNMENDED}`;
  const bases: Base[] = [
    { rule, lines: linesOf(rule), prior: [] },
    ...conventions.map((one) => ({ rule: one.rule, lines: linesOf(one.rule), prior: [] })),
    ...declared.filter(isUnmended),
  ];
  const forms = bases.flatMap((base) =>
    otherForms(base.lines).map((lines) => ({ ...base, lines, formOf: base.lines })),
  );
  const unmended = misconceptions.find(({ id }) => id === UNMENDED);
  const given = unmended && outcomeOfStep(unmended, cases, rule).states;
  const setting = { ...settingOf(cases, form, source), ...(given?.size === 0 ? {} : { given }) };
  const at = (some: readonly Base[], reach: Reach): ByLines[] =>
    some.map((base) => explainLines(base, setting, reach));
  const isWhole = ({ unexplained }: ByLines): boolean => unexplained.length === 0;
  let found = best(at(bases, 1));
  if (!isWhole(found)) found = best([found, ...at(bases, 2)]);
  if (!isWhole(found)) found = best([found, ...at(forms, 2)]);
  if (!isWhole(found)) found = best([found, ...at(bases.slice(0, 1), 3)]);
  if (!isWhole(found)) found = best([found, ...at(forms, 3)]);
  if (!isWhole(found)) found = best([found, ...at(declared, 2).filter(isWhole)]);
  if (!isWhole(found) && form.faults.length === 0) found = best([found, ...at(bases.slice(0, 1), 4)]);
  const { mistakes, unexplained, lines } = found;
  return {
    mistakes: [...form.faults, ...mistakes],
    unexplained,
    tried: setting.effort.tried,
    ...(isWhole(found) && lines !== undefined ? { computes: lines, lines: shownLines(lines) } : {}),
  };
}

/** So many wrong versions of a rule's lines are tried at most. */
export const MOST_TRIED = 80_000;

const settingOf = (cases: Cases, form: Form, source: string): Setting => ({
  cases,
  form,
  source,
  effort: new Effort(MOST_TRIED),
  searches: new Map(),
});

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

const bases = new WeakMap<Misconception, { readonly base: Base | undefined }>();

/** What is declared, as lines to start from; none where a wrong step has no lines that compute it. */
function baseOf(one: Misconception, rule: Rule, cases: Cases): Base | undefined {
  let known = bases.get(one);
  if (known === undefined) {
    const wrong = misconceivedRule(rule, one);
    const lines = wrong === undefined ? linesOfStep(one, rule, cases) : linesOf(wrong);
    known = { base: lines && { rule, lines, prior: [mistakeOf(one)] } };
    bases.set(one, known);
  }
  return known.base;
}

/** The lines of a wrong step. */
function linesOfStep(one: Misconception, rule: Rule, cases: Cases): Lines | undefined {
  const { w, states } = outcomeOfStep(one, cases, rule);
  const setting = settingOf(cases, { w, states, faults: [] }, sourceOf(one.step));
  const reach = one.id === UNMENDED ? 3 : 2;
  const found = explainLines({ rule, lines: linesOf(rule), prior: [] }, setting, reach);
  return found.unexplained.length === 0 ? found.lines : undefined;
}
