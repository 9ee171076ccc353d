/** What an answer may be compared with besides the rule itself: its other forms, and what is declared to be wrong. */
import { remembered } from "../../remembered.ts";
import type { Rule } from "../../rules/rule.ts";
import { DECLARED, type Mistake, withoutConsequence } from "../mistake.ts";
import type { Misconception, StepTarget } from "../step-target.ts";
import type { Cases } from "../run/cases.ts";
import { sourceOf } from "../run/source.ts";
import { COMPARES } from "../search/edits.ts";
import { isSquare } from "../search/edits/edit.ts";
import { linesOf, type Lines, outcomeOf } from "../search/lines.ts";
import { apply, has, keyOf, mapped, partsUnlike, placesIn, type Tree } from "../search/tree.ts";
import { isMadeBy, isMadeByEither, isSame, type Seen } from "./claim.ts";
import { type Base, type ByLines, explainLines } from "./explain-lines.ts";
import { misconceivedRule, mistakeOf, outcomeOfStep } from "./explain-whole.ts";
import { settingOf } from "./setting.ts";

/** The name of the mistake that an answer was to mend. */
export const UNMENDED = "not mended";

/** The other forms of a rule: one is meant where the states come as it has them, or w does, or where what is to be mended is in that form. */
export function formsOf({ rule, conventions, misconceptions }: StepTarget, cases: Cases): Base[] {
  const right = linesOf(rule);
  const given = misconceptions.find(({ id }) => id === UNMENDED);
  const states = given && outcomeOfStep(given, cases, rule).states;
  return conventions.map(({ name, rule: other }) => {
    const lines = linesOf(other);
    const due = outcomeOf(lines, cases.columns).states;
    const own = differing(lines, right);
    const hasStates = (): boolean => [...states!].every(([state, one]) => isSame(due.get(state)!, one));
    const isGiven =
      states !== undefined && (own.length > 0 ? hasStates() : isNearer(given!, other, rule, cases));
    const isStepOwn = given === undefined && keyOf(lines.w) !== keyOf(right.w);
    const isMeant = ({ changed }: ByLines): boolean =>
      isGiven || !own.some((state) => changed.has(state)) || (isStepOwn && !changed.has("w"));
    return { rule: other, lines, prior: [], isMeant, isGiven, form: name };
  });
}

/** Whether what is to be mended is told with fewer slips of a form than of a rule. */
const isNearer = (given: Misconception, form: Rule, rule: Rule, cases: Cases): boolean =>
  slipsIn(ofStep(given, form, cases)) < slipsIn(ofStep(given, rule, cases));

/** The states whose lines are not the same. */
function differing(some: Lines, right: Lines): string[] {
  const isOther = (state: string, tree: Tree): boolean => {
    const other = right.states.get(state);
    return other === undefined || keyOf(tree) !== keyOf(other);
  };
  return [...some.states].filter(([state, tree]) => isOther(state, tree)).map(([state]) => state);
}

/** What is declared to be wrong, as lines to start from, told against the form that an answer was to mend. */
export function declaredBases(target: StepTarget, cases: Cases): Base[] {
  const { rule, conventions, misconceptions } = target;
  const given = formsOf(target, cases).find(({ isGiven }) => isGiven === true)?.rule ?? rule;
  const forms = [given, rule, ...conventions.map((other) => other.rule)] as const;
  return misconceptions.flatMap((one) => baseOf(one, rule, cases, forms) ?? []);
}

export const isUnmended = ({ prior: [mistake] }: Base): boolean => mistake?.id === DECLARED + UNMENDED;

const bases = new WeakMap<Misconception, { readonly base: Base | undefined }>();

/**
 * What is declared, as lines to start from; none where a wrong step has no lines that compute it.
 * @param forms those that are right, the one first in which a wrong step is: what was to be mended is told against that of which
 * it is the fewest slips away
 */
export function baseOf(
  one: Misconception,
  rule: Rule,
  cases: Cases,
  [form, ...others]: readonly [Rule, ...Rule[]] = [rule],
): Base | undefined {
  return remembered(bases, one, () => {
    const wrong = misconceivedRule(rule, one);
    const own: InLines = wrong === undefined ? ofStep(one, form, cases) : { lines: linesOf(wrong) };
    const { lines } = own;
    const against = one.id === UNMENDED ? others.filter(hasStatesOf(form)) : [];
    const { mistakes = [] } = against.map((other) => ofStep(one, other, cases)).reduce(simpler, own);
    const said = one.id === UNMENDED ? mistakes.flatMap(({ what = "" }) => what).join("; ") : "";
    // What was to be mended may be mended in some cases; then it is in the others.
    const base = lines && {
      rule,
      lines,
      prior: [besideAnother({ ...mistakeOf(one), what: one.what + (said && `: ${said}`) })],
      isMeant: isIn(lines, rule, one.id === UNMENDED),
      holdsAlone: one.id === UNMENDED ? isMadeByEither(lines, linesOf(rule)) : isMadeBy(lines),
    };
    return { base };
  }).base;
}

/** What was to be mended in the lines of the states alone, beside something else in w as a form has it. */
export function inStatesAlone({ lines: { states, w }, ...base }: Base, form: Rule): Base[] {
  const right = linesOf(form);
  const lines = { states, w: right.w };
  if (keyOf(w) === keyOf(right.w) || differing(lines, right).length === 0) return [];
  const isThere = isIn(lines, form, true);
  const isMeant: NonNullable<Base["isMeant"]> = (found, seen) =>
    found.mistakes.length > 1 && isThere(found, seen);
  return [{ ...base, lines, isMeant, holdsAlone: isMadeByEither(lines, right) }];
}

/** The same lines, written otherwise; a square as a product is not there where a root is taken of one of its factors. */
export function inForm(base: Base, lines: Lines): Base {
  const form = { ...base, lines, formOf: base.lines };
  if (!isUnmended(base) || differing(lines, base.lines).length > 0) return form;
  const isThere = isIn(lines, base.rule, true);
  return {
    ...form,
    isMeant: (found, seen) =>
      !found.mistakes.some(({ what = "" }) => /\broot of\b/.test(what)) && isThere(found, seen),
  };
}

const hasStatesOf =
  (form: Rule) =>
  (other: Rule): boolean =>
    other !== form &&
    other.gradientAt === form.gradientAt &&
    differing(linesOf(other), linesOf(form)).length === 0;

type InLines = Partial<Pick<ByLines, "lines" | "mistakes">>;

/** What is told with fewer slips. */
const simpler = (one: InLines, other: InLines): InLines => (slipsIn(other) < slipsIn(one) ? other : one);

const slipsIn = ({ mistakes }: InLines): number =>
  mistakes?.flatMap(({ id }) => id.split(" + ")).length ?? Infinity;

const besideAnother = (one: Mistake): Mistake =>
  one.what === undefined ? one : { ...one, what: withoutConsequence(one.what) };

/** "α·m is left out", but not "the factor α is left out" or "1 is left out". */
const LEAVES_OUT_A_TERM = /^(?!.*\bthe (?:factor|power|root)\b).*[^\d ] is left out$/;

/**
 * A mistake is not in an answer that has one of its states right, nor in one that leaves out a term of its lines, or has
 * something else in the place of what is wrong in them.
 */
function isIn(lines: Lines, rule: Rule, isToMend = false): NonNullable<Base["isMeant"]> {
  const [was, due] = [inOne(lines), inOne(linesOf(rule))];
  return ({ mistakes: [, ...besides], lines: found }, { cases, form }) => {
    const is = found && inOne(found);
    // What should be is not to be seen in what is wrong itself.
    const isRight = is && partsUnlike(was, is).every((part) => has(due, part));
    if (isRight !== true && besides.some(({ what = "" }) => COMPARES.test(what))) return false;
    if (
      is !== undefined &&
      (isReplaced(was, due, is, isToMend) ||
        (isToMend && was.args.some((line, k) => isBroughtOtherwise(line, due.args[k]!, is.args[k]!))))
    )
      return false;
    return (
      !hasMended(lines, rule, { cases, form }) &&
      !besides.some(({ what = "" }) => LEAVES_OUT_A_TERM.test(what))
    );
  };
}

const inOne = ({ states, w }: Lines): Tree => apply("all", ...states.values(), w);

/**
 * Whether something that only wrong lines have has gone, somewhere or everywhere, so that nothing else may be said to stand in its
 * place; what is to be mended may be wrong in itself too.
 */
function isReplaced(was: Tree, due: Tree, is: Tree, isToMend: boolean): boolean {
  if (was.args.every((line) => has(is, line))) return false;
  const isThere = (part: Tree): boolean => has(due, part) || [part, ...part.args].some((one) => has(is, one));
  const isLeft = (part: Tree): boolean =>
    has(is, part) ||
    (part.args.length > 0 && part.args.every(isLeft)) ||
    part.args.some((arg) => !has(due, arg) && isLeft(arg));
  const count = (tree: Tree, part: Tree): number =>
    placesIn(tree).filter(({ node }) => keyOf(node) === keyOf(part)).length;
  const brought = partsUnlike(was, due);
  const own = brought.filter((part) => !has(due, part));
  const gone = brought.filter((part) => !isLeft(part));
  const isWithin = (part: Tree): boolean => !isToMend && !has(due, part) && own.some((one) => has(one, part));
  return (
    own.some((part) => has(is, part) && count(is, part) < count(was, part)) ||
    partsUnlike(was, is).some(
      (part) => !isThere(part) || isWithin(part) || gone.some((one) => has(part, one)),
    )
  );
}

/** Whether one of the states is right that are wrong in some lines. */
export function hasMended(lines: Lines, rule: Rule, { cases, form }: Seen): boolean {
  const right = outcomeOf(linesOf(rule), cases.columns).states;
  return differing(lines, linesOf(rule)).some((state) => {
    const came = form.states.get(state);
    return came !== undefined && isSame(right.get(state)!, came);
  });
}

/** Whether what is right is wrapped in something that is not there as it was: m̂ stored, where m̂ times something is. */
function isBroughtOtherwise(was: Tree, due: Tree, is: Tree): boolean {
  if (keyOf(was) === keyOf(due)) return false;
  const at = was.args.findIndex((arg) => keyOf(arg) === keyOf(due));
  if (at >= 0)
    return !placesIn(is).some(
      ({ node: { op, args } }) =>
        op === was.op &&
        was.args.every(
          (arg, i) =>
            keyOf(arg) === keyOf(args[i]!) || (arg.args.length > 0 && [arg.op, "pow"].includes(args[i]!.op)),
        ),
    );
  const isAlike = was.op === due.op && was.args.length === due.args.length;
  return isAlike && was.args.some((arg, i) => isBroughtOtherwise(arg, due.args[i]!, is));
}

const inLines = new WeakMap<Misconception, Map<Rule, InLines>>();

/** The lines of a wrong step, and what is wrong in them. */
function ofStep(one: Misconception, rule: Rule, cases: Cases): InLines {
  const known = remembered(inLines, one, () => new Map<Rule, InLines>());
  return remembered(known, rule, () => {
    const form = { ...outcomeOfStep(one, cases, rule), faults: [] };
    const setting = settingOf({ cases, form, source: sourceOf(one.step) });
    const reach = one.id === UNMENDED ? 3 : 2;
    const base = { rule, lines: linesOf(rule), prior: [] };
    const { unexplained, lines, mistakes } = explainLines(base, setting, reach);
    return unexplained.length > 0 || lines === undefined ? {} : { lines: plain(lines), mistakes };
  });
}

/** The root of a square is a size. */
const plain = ({ states, w }: Lines): Lines => ({
  states: new Map([...states].map(([state, tree]) => [state, mapped(tree, sizeOfRoot)])),
  w: mapped(w, sizeOfRoot),
});

const sizeOfRoot = (node: Tree): Tree =>
  node.op === "sqrt" && isSquare(node.args[0]!) ? apply("abs", node.args[0]!.args[0]!) : node;
