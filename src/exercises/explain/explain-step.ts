import type { Rule } from "../../rules/rule.ts";
import { isOfWrongLength } from "../earned.ts";
import { DECLARED, type Mistake } from "../mistake.ts";
import type { Misconception, StepTarget } from "../step-target.ts";
import type { Cases } from "../run/cases.ts";
import { sourceOf } from "../run/source.ts";
import { isSquare } from "../search/edits/edit.ts";
import { Effort } from "../search/effort.ts";
import { hasNumbers } from "../search/columns.ts";
import { ALIKE } from "../search/finding.ts";
import { otherForms } from "../search/forms.ts";
import type { Reach } from "../search/line-search.ts";
import { linesOf, type Lines, outcomeOf } from "../search/lines.ts";
import { apply, has, keyOf, mapped, partsUnlike, type Tree } from "../search/tree.ts";
import { isMadeBy, isMadeByEither, isSame } from "./claim.ts";
import { type Base, type ByLines, explainLines } from "./explain-lines.ts";
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
import type { Setting } from "./setting.ts";

/** What an answer's steps are explained by. */
export interface StepExplanation extends WholeExplanation {
  /** The quantities that come out wrong and that nothing explains. */
  readonly unexplained: readonly string[];
  /** How many wrong versions were tried line by line; never more than MOST_TRIED. */
  readonly tried: number;
}

/** Find what explains the numbers of an answer, where it was tried first, and elsewhere where nothing is wrong there. */
export function explainStep(asked: Asked): StepExplanation {
  const { unseen } = asked;
  const explained = explainSeen(asked);
  const isSilent = explained.mistakes.length === 0 && explained.unexplained.length === 0;
  return isSilent && unseen !== undefined ? explainSeen({ ...asked, ...unseen, unseen: asked }) : explained;
}

/** What is declared, neighbours, one slip in the rule, then line by line. */
function explainSeen(asked: Asked): StepExplanation {
  const { form } = asked;
  if (form.w === undefined) return { mistakes: form.faults, claims: [], unexplained: [], tried: 0 };
  const whole = form.states.size === linesOf(asked.target.rule).states.size ? explainWhole(asked) : undefined;
  if (whole !== undefined)
    return { ...whole, mistakes: [...form.faults, ...whole.mistakes], unexplained: [], tried: 0 };
  return explainByLines(asked);
}

/** What was explained from some lines. */
interface Explained extends ByLines {
  readonly base: Base;
}

/**
 * Line by line: from the rule itself, from a form of it that is right too, or from what an answer was to mend; then from what
 * is declared, with a slip besides.
 */
function explainByLines(asked: Asked): StepExplanation {
  const { target, cases, form, unseen } = asked;
  const { rule, misconceptions } = target;
  const isSoElsewhere = ({ base, claims }: Explained): boolean =>
    base.prior.length === 0 || unseen === undefined || claims.every(({ holds }) => holds(unseen));
  const declared = misconceptions.flatMap((one) => baseOf(one, rule, cases) ?? []);
  const isUnmended = ({ prior: [mistake] }: Base): boolean => mistake?.id === DECLARED + UNMENDED;
  const itself: Base = { rule, lines: linesOf(rule), prior: [] };
  const rightForms = formsOf(target, cases);
  /** What was to be mended is told against the form that it is in. */
  const givenForm = rightForms.find(({ isGiven }) => isGiven === true) ?? itself;
  const bases: Base[] = [itself, ...rightForms, ...declared.filter(isUnmended)];
  const forms = bases.flatMap((base) =>
    otherForms(base.lines).map((lines) => ({ ...base, lines, formOf: base.lines })),
  );
  const unmended = misconceptions.find(({ id }) => id === UNMENDED);
  const hasStates = unmended !== undefined && outcomeOfStep(unmended, cases, rule).states.size > 0;
  const setting: Setting = {
    ...settingOf(asked),
    ...(hasStates && { given: (some: Cases) => outcomeOfStep(unmended, some, rule).states }),
  };
  const at = (some: readonly Base[], reach: Reach): Explained[] =>
    some
      .map((base) => ({ ...explainLines(base, setting, reach), base }))
      .filter((one) => (one.base.isMeant?.(one, setting) ?? true) && isSoElsewhere(one));
  let all = at(bases, 1);
  let found = best(all);
  const more = (
    some: readonly Base[],
    reach: Reach,
    which: (one: Explained) => boolean = () => true,
  ): void => {
    if (isWhole(found)) return;
    all = at(some, reach).filter(which);
    found = best([found, ...all]);
  };
  more(bases, 2);
  more(forms, 2);
  more(declared, 1, isWhole);
  more([itself, ...bases.filter(({ isGiven }) => isGiven === true)], 3);
  more(forms, 3);
  more(declared, 2, isWhole);
  if (form.faults.length === 0) more([itself], 4);
  const { mistakes, unexplained, lines, claims, base } = found;
  return {
    mistakes: [...form.faults, ...withOtherForm(mistakes, found, all)],
    claims,
    unexplained: unexplained.filter((quantity) => !isToldByForm(quantity, form)),
    tried: setting.effort.tried,
    ...(mistakes.length > 0 ? { from: (isUnmended(base) ? givenForm : base).rule } : {}),
    ...(isWhole(found) && lines !== undefined && (unseen === undefined || isMadeBy(lines)(unseen))
      ? { computes: lines, lines: shownLines(lines) }
      : {}),
  };
}

/** Where hardly any number came or too many did, what is wrong with how quantities are returned is all that can be said. */
function isToldByForm(quantity: string, { w, states, faults }: Form): boolean {
  const came = quantity === "w" ? w! : states.get(quantity)!;
  const own = faults.filter((fault) => fault.quantity === quantity);
  return isOfWrongLength(own) || (!hasNumbers(came) && faults.some((fault) => fault.quantity !== undefined));
}

const isWhole = ({ unexplained }: ByLines): boolean => unexplained.length === 0;

/** The other forms of a rule: one is meant where the states come as it has them, or where what is to be mended is in that form. */
function formsOf({ rule, conventions, misconceptions }: StepTarget, cases: Cases): Base[] {
  const right = linesOf(rule);
  const given = misconceptions.find(({ id }) => id === UNMENDED);
  const states = given && outcomeOfStep(given, cases, rule).states;
  return conventions.map(({ name, rule: other }) => {
    const lines = linesOf(other);
    const due = outcomeOf(lines, cases.columns).states;
    const isGiven = states !== undefined && [...states].every(([state, one]) => isSame(due.get(state)!, one));
    const own = differing(lines, right);
    const isMeant = ({ changed }: ByLines): boolean => isGiven || !own.some((state) => changed.has(state));
    return { rule: other, lines, prior: [], isMeant, isGiven, form: name };
  });
}

/** The states whose lines are not the same. */
function differing(some: Lines, right: Lines): string[] {
  const isOther = (state: string, tree: Tree): boolean => {
    const other = right.states.get(state);
    return other === undefined || keyOf(tree) !== keyOf(other);
  };
  return [...some.states].filter(([state, tree]) => isOther(state, tree)).map(([state]) => state);
}

/** One mistake in the rule that is, in another form of it, one mistake too: both are told, the rule's own first. */
function withOtherForm(
  mistakes: readonly Mistake[],
  found: Explained,
  all: readonly Explained[],
): readonly Mistake[] {
  const [only] = mistakes;
  if (
    mistakes.length !== 1 ||
    only?.what === undefined ||
    only.or !== undefined ||
    found.base.form !== undefined
  )
    return mistakes;
  const other = all.find(
    (one) =>
      one.base.form !== undefined &&
      isWhole(one) &&
      one.mistakes.length === 1 &&
      one.mistakes[0]!.what !== undefined &&
      one.cost <= found.cost + ALIKE,
  );
  return other === undefined
    ? mistakes
    : [{ ...only, or: `in ${other.base.form!}, ${other.mistakes[0]!.what!}` }];
}

/** So many wrong versions of a rule's lines are tried at most. */
export const MOST_TRIED = 80_000;

const settingOf = ({ cases, form, source, unseen }: Omit<Asked, "target">): Setting => ({
  cases,
  form,
  source,
  unseen,
  effort: new Effort(MOST_TRIED),
  searches: new Map(),
});

/** What explains most, and of those the simplest; another form of the rule only where it is clearly simpler. */
function best(all: readonly Explained[]): Explained {
  const cost = ({ cost, base }: Explained): number => cost + (base.form === undefined ? 0 : ALIKE);
  return all.reduce((a, b) =>
    b.unexplained.length < a.unexplained.length ||
    (b.unexplained.length === a.unexplained.length && cost(b) < cost(a))
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
    // What was to be mended may be mended in some cases; then it is in the others.
    known = {
      base: lines && {
        rule,
        lines,
        prior: [mistakeOf(one)],
        isMeant: isIn(lines, rule),
        holdsAlone: one.id === UNMENDED ? isMadeByEither(lines, linesOf(rule)) : isMadeBy(lines),
      },
    };
    bases.set(one, known);
  }
  return known.base;
}

/** "α·m is left out", but not "the factor α is left out" or "1 is left out". */
const LEAVES_OUT_A_TERM = /^(?!.*\bthe (?:factor|power|root)\b).*[^\d ] is left out$/;

/**
 * A mistake is not in an answer that has one of its states right, nor in one that leaves out a term of its lines, or has
 * something else in the place of what is wrong in them.
 */
function isIn(lines: Lines, rule: Rule): NonNullable<Base["isMeant"]> {
  const own = differing(lines, linesOf(rule));
  return ({ mistakes, lines: found }, { cases, form }) => {
    if (found !== undefined && isReplaced(lines, linesOf(rule), found)) return false;
    const right = outcomeOf(linesOf(rule), cases.columns).states;
    const isMended = own.some((state) => {
      const came = form.states.get(state);
      return came !== undefined && isSame(right.get(state)!, came);
    });
    return !isMended && !mistakes.some(({ what = "" }) => LEAVES_OUT_A_TERM.test(what));
  };
}

/** Whether something that only wrong lines have has gone, so that nothing else may be said to stand in its place. */
function isReplaced(wrong: Lines, right: Lines, found: Lines): boolean {
  const all = ({ states, w }: Lines): Tree => apply("all", ...states.values(), w);
  const [was, due, is] = [all(wrong), all(right), all(found)];
  const isThere = (part: Tree): boolean => has(due, part) || [part, ...part.args].some((one) => has(is, one));
  return !partsUnlike(was, is).every(isThere);
}

/** The lines of a wrong step. */
function linesOfStep(one: Misconception, rule: Rule, cases: Cases): Lines | undefined {
  const form = { ...outcomeOfStep(one, cases, rule), faults: [] };
  const setting = settingOf({ cases, form, source: sourceOf(one.step) });
  const reach = one.id === UNMENDED ? 3 : 2;
  const found = explainLines({ rule, lines: linesOf(rule), prior: [] }, setting, reach);
  return found.unexplained.length > 0 || found.lines === undefined ? undefined : plain(found.lines);
}

/** The root of a square is a size. */
const plain = ({ states, w }: Lines): Lines => ({
  states: new Map([...states].map(([state, tree]) => [state, mapped(tree, sizeOfRoot)])),
  w: mapped(w, sizeOfRoot),
});

const sizeOfRoot = (node: Tree): Tree =>
  node.op === "sqrt" && isSquare(node.args[0]!) ? apply("abs", node.args[0]!.args[0]!) : node;
