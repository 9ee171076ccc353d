import { symbolsIn } from "../../math/line.ts";
import { nameText } from "../../math/text.ts";
import type { Rule } from "../../rules/rule.ts";
import { isOfWrongLength, SHORT_BY_ONE } from "../earned.ts";
import type { Mistake } from "../mistake.ts";
import { mendedText, type Range } from "../own-text/mend.ts";
import type { Trial } from "../own-text/rerun.ts";
import type { Cases } from "../run/cases.ts";
import { hasNumbers } from "../search/columns.ts";
import { ALIKE } from "../search/finding.ts";
import { otherForms } from "../search/forms.ts";
import type { Reach } from "../search/line-search.ts";
import { linesOf } from "../search/lines.ts";
import { declaredBases, formsOf, hasMended, inForm, inStatesAlone, isUnmended } from "./bases.ts";
import { isMadeBy, type Seen } from "./claim.ts";
import { type Base, type ByLines, explainLines, slippedIn } from "./explain-lines.ts";
import { type Asked, explainWhole, shownLines, type WholeExplanation } from "./explain-whole.ts";
import type { Form } from "./form.ts";
import { settingOf } from "./setting.ts";
import { stepTrials } from "./trials.ts";

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
  const lost = inText(asked, "certain");
  if (lost !== undefined) return lost;
  const isComplete = form.states.size === linesOf(asked.target.rule).states.size;
  const whole = isComplete ? explainWhole(asked, givenFormOf(asked)?.rule) : undefined;
  if (whole !== undefined)
    return { ...whole, mistakes: [...form.faults, ...whole.mistakes], unexplained: [], tried: 0 };
  return explainByLines(asked);
}

/** The other form of the rule in which what is to be mended is. */
const givenFormOf = ({ target, cases }: Asked): Base | undefined =>
  formsOf(target, cases).find(({ isGiven }) => isGiven === true);

/** What was explained from some lines. */
interface Explained extends ByLines {
  readonly base: Base;
}

/**
 * Line by line: from the rule itself, from a form of it that is right too, or from what an answer was to mend; then from what
 * is declared, with a slip besides.
 */
function explainByLines(asked: Asked): StepExplanation {
  const { target, cases, form, source, unseen } = asked;
  const { rule } = target;
  const isSoElsewhere = ({ base, claims }: Explained): boolean =>
    base.prior.length === 0 || unseen === undefined || claims.every(({ holds }) => holds(unseen));
  const own: Base = { rule, lines: linesOf(rule), prior: [] };
  const rightForms = formsOf(target, cases);
  /** What was to be mended is told against the form that it is in. */
  const givenForm = rightForms.find(({ isGiven }) => isGiven === true) ?? own;
  const declared = declaredBases(target, cases).filter(({ lines }) => !hasMended(lines, rule, asked));
  const itself = givenForm === own ? own : { ...own, isMeant: speaksOfNoOther(givenForm.rule, source) };
  const still = declared.filter(isUnmended).flatMap((one) => [one, ...inStatesAlone(one, givenForm.rule)]);
  const bases: Base[] = [itself, ...rightForms, ...still];
  const forms = bases.flatMap((base) => otherForms(base.lines).map((lines) => inForm(base, lines)));
  const setting = settingOf(asked);
  const at = (some: readonly Base[], reach: Reach): Explained[] =>
    some
      .map((base) => ({ ...explainLines(base, setting, reach), base }))
      // What was to be mended is not said to be there where something else is not explained.
      .filter((one) => !isUnmended(one.base) || isWhole(one))
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
  more(
    all
      .filter(({ unexplained }) => unexplained.some((one) => one !== "w"))
      .flatMap(({ base }) => slippedIn(base, setting)),
    2,
    isWhole,
  );
  // What was to be mended is not still there where one slip in a form of the lines says all.
  if (isWhole(found) && found.base.prior.length > 0) found = best([found, ...at(forms, 1)]);
  more(forms, 2);
  more(declared, 1, isWhole);
  const mended = (range: Range): StepExplanation | undefined =>
    isWhole(found) ? undefined : inText(asked, range);
  const likely = mended("likely");
  if (likely !== undefined) return likely;
  more([...bases.filter(({ isGiven }) => isGiven === true), itself], 3);
  more(declared, 2, isWhole);
  if (form.faults.length === 0) more([itself], 4);
  const any = mended("any") ?? mended("two");
  if (any !== undefined) return any;
  const { lines, base } = found;
  const { mistakes, claims, unexplained } = withoutDoubtful(found, rule);
  const isShort = ({ quantity }: Mistake): boolean =>
    form.faults.some((fault) => fault.quantity === quantity && fault.id.endsWith(SHORT_BY_ONE));
  const isNews = (one: Mistake): boolean => !isSaidOfStates(one, mistakes) && !isShort(one);
  return {
    mistakes: [...form.faults, ...mistakes.filter(isNews)],
    claims: claims.map((claim) =>
      mistakes.some((one) => one.id === claim.of && !isNews(one)) ? { ...claim, place: undefined } : claim,
    ),
    unexplained: unexplained.filter((quantity) => !isToldByForm(quantity, form)),
    tried: setting.effort.tried,
    ...(mistakes.length > 0 ? { from: (isUnmended(base) ? givenForm : base).rule } : {}),
    ...(isWhole(found) && lines !== undefined && (unseen === undefined || isMadeBy(lines)(unseen))
      ? { computes: lines, lines: shownLines(lines) }
      : {}),
  };
}

/** One change of the text mends all. */
function inText(
  { target: { rule, conventions }, cases, form, source, unseen }: Asked,
  range: Range,
): StepExplanation | undefined {
  if (form.faults.length > 0 || !hasNumbers(form.w!)) return undefined;
  const forms = [rule, ...conventions.map((one) => one.rule)];
  const trials = (some: Cases): Trial[] => stepTrials(forms, some);
  const mended = mendedText(
    source,
    [cases, ...(unseen === undefined ? [] : [unseen.cases])].flatMap(trials),
    range,
  );
  if (mended === undefined) return undefined;
  const { mistake, isRightIn } = mended;
  const claims = [{ of: mistake.id, holds: (seen: Seen) => isRightIn(trials(seen.cases)) }];
  return { mistakes: [mistake], claims, unexplained: [], tried: 0 };
}

/** Where what is to be mended takes the gradient at w, and a text takes it nowhere else, nothing is said of where it is taken. */
const speaksOfNoOther =
  ({ gradientAt }: Rule, source: string): NonNullable<Base["isMeant"]> =>
  ({ mistakes }) =>
    gradientAt !== "w" ||
    /\bgradient\b/.test(source) ||
    !mistakes.some(({ what = "" }) => what.includes("gradient"));

/** Where hardly any number came or too many did, what is wrong with how quantities are returned is all that can be said. */
function isToldByForm(quantity: string, { w, states, faults }: Form): boolean {
  const came = quantity === "w" ? w! : states.get(quantity)!;
  const own = faults.filter((fault) => fault.quantity === quantity);
  return isOfWrongLength(own) || (!hasNumbers(came) && faults.some((fault) => fault.quantity !== undefined));
}

const isWhole = ({ unexplained }: ByLines): boolean => unexplained.length === 0;

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

/** What w leaves out may have been done already to a state that nothing explains. */
function withoutDoubtful(found: Explained, { equations }: Rule): Explained {
  const unclear = found.unexplained.filter((one) => one !== "w");
  const reading = Object.keys(equations)
    .filter((name) => unclear.some((one) => symbolsIn(equations[name]!.text).has(one)))
    .map((name) => `in the ${nameText(name)} that w `);
  const isDoubtful = ({ quantity, what = "" }: Mistake): boolean =>
    quantity === "w" && reading.some((place) => what.startsWith(place));
  const doubtful = found.mistakes.filter(isDoubtful);
  if (doubtful.length === 0) return found;
  return {
    ...found,
    mistakes: found.mistakes.filter((one) => !isDoubtful(one)),
    claims: found.claims.filter(({ of }) => doubtful.every(({ id }) => id !== of)),
    unexplained: ["w", ...found.unexplained],
  };
}

const IN_LINES = /^(?:in the lines? of|in the(?=[^,]+ computed with,)|where w is computed, in) [^,]+, /;

/** What is said with a mistake, without the lines that it is in. */
const clausesOf = ({ what = "" }: Mistake): string[] =>
  what.split(/; (?:besides, )?|, and /).map((clause) => clause.replace(IN_LINES, ""));

/** Whether w is wrong by what was said of the states already, which it is computed with once more, or in the same words as another. */
function isSaidOfStates(one: Mistake, all: readonly Mistake[]): boolean {
  const said = all.filter(({ quantity }) => quantity !== "w").flatMap(clausesOf);
  const [place] = IN_LINES.exec(one.what ?? "") ?? [];
  const isElsewhere = one.quantity === "w" && place !== undefined && !/^in the lines? of w\b/.test(place);
  const isAgain = one.what !== undefined && all.slice(0, all.indexOf(one)).some(({ what }) => what?.includes(one.what!)); // prettier-ignore
  return isAgain || (isElsewhere && clausesOf(one).every((clause) => said.includes(clause)));
}
