/** What an answer may be compared with besides the rule itself: its other forms, and what is declared to be wrong. */
import { remembered } from "../../remembered.ts";
import type { Rule } from "../../rules/rule.ts";
import { type Mistake, withoutConsequence } from "../mistake.ts";
import type { Misconception, StepTarget } from "../step-target.ts";
import type { Cases } from "../run/cases.ts";
import { sourceOf } from "../run/source.ts";
import { COMPARES } from "../search/edits.ts";
import { isSquare } from "../search/edits/edit.ts";
import { linesOf, type Lines, outcomeOf } from "../search/lines.ts";
import { apply, has, keyOf, mapped, partsUnlike, placesIn, type Tree } from "../search/tree.ts";
import { isMadeBy, isMadeByEither, isSame } from "./claim.ts";
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
    const isGiven = states !== undefined && own.length > 0 && hasStates();
    const isStepOwn = given === undefined && keyOf(lines.w) !== keyOf(right.w);
    const isMeant = ({ changed }: ByLines): boolean =>
      isGiven || !own.some((state) => changed.has(state)) || (isStepOwn && !changed.has("w"));
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
  const own = differing(lines, linesOf(rule));
  const [was, due] = [inOne(lines), inOne(linesOf(rule))];
  return ({ mistakes: [, ...besides], lines: found }, { cases, form }) => {
    const is = found && inOne(found);
    // What should be is not to be seen in what is wrong itself.
    const isRight = is && partsUnlike(was, is).every((part) => has(due, part));
    if (isRight !== true && besides.some(({ what = "" }) => COMPARES.test(what))) return false;
    if (is !== undefined && isReplaced(was, due, is, isToMend)) return false;
    const right = outcomeOf(linesOf(rule), cases.columns).states;
    const isMended = own.some((state) => {
      const came = form.states.get(state);
      return came !== undefined && isSame(right.get(state)!, came);
    });
    return !isMended && !besides.some(({ what = "" }) => LEAVES_OUT_A_TERM.test(what));
  };
}

const inOne = ({ states, w }: Lines): Tree => apply("all", ...states.values(), w);

/**
 * Whether something that only wrong lines have has gone, somewhere or everywhere, so that nothing else may be said to stand in its
 * place; what is to be mended may be wrong in itself too.
 */
function isReplaced(was: Tree, due: Tree, is: Tree, isToMend: boolean): boolean {
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

/** The lines of a wrong step, and what is wrong in them. */
function ofStep(one: Misconception, rule: Rule, cases: Cases): InLines {
  const form = { ...outcomeOfStep(one, cases, rule), faults: [] };
  const setting = settingOf({ cases, form, source: sourceOf(one.step) });
  const reach = one.id === UNMENDED ? 3 : 2;
  const { unexplained, lines, mistakes } = explainLines(
    { rule, lines: linesOf(rule), prior: [] },
    setting,
    reach,
  );
  return unexplained.length > 0 || lines === undefined ? {} : { lines: plain(lines), mistakes };
}

/** The root of a square is a size. */
const plain = ({ states, w }: Lines): Lines => ({
  states: new Map([...states].map(([state, tree]) => [state, mapped(tree, sizeOfRoot)])),
  w: mapped(w, sizeOfRoot),
});

const sizeOfRoot = (node: Tree): Tree =>
  node.op === "sqrt" && isSquare(node.args[0]!) ? apply("abs", node.args[0]!.args[0]!) : node;
