import {
  type FormulaSlip,
  type FormulaTarget,
  alikeInAll,
  formulaSlips,
  formulasOf,
  type Point,
  valuesOf,
} from "../formula-target.ts";
import { DECLARED, type Mistake } from "../mistake.ts";
import { mendedText, type Range } from "../own-text/mend.ts";
import type { Trial } from "../own-text/rerun.ts";
import { explains, hasNumbers } from "../search/columns.ts";
import { isWritten } from "../search/finding.ts";
import { type Tree, treeOf } from "../search/tree.ts";
import { settingOf } from "./formula-setting.ts";
import { compounded } from "./compounded.ts";
import { explainEach, spokenIn } from "./explain-each.ts";
import { askedFor, onlyNumber } from "./misread-formula.ts";
import { formulaWithoutNumbers, seenInText } from "./numberless.ts";
import { formulaTrials } from "./trials.ts";
import { type Came, columnsIn, type FormulaExplanation, shown, type Tried } from "./tried-formula.ts";

/** What explains the numbers of a function. */
export function explainFormula(tried: Tried): FormulaExplanation {
  const { target, right, points, got, source, unseen } = tried;
  if (got === undefined) return { mistakes: onlyNumber(tried) };
  const columns = columnsIn(got, right.length);
  const everywhere = [{ points, got }, ...(unseen === undefined ? [] : [unseen])];
  if (columns.every((column) => column.every(Number.isNaN))) {
    const misread = askedFor(tried);
    if (misread !== undefined) return { mistakes: [misread] };
  }
  const lost = inText(tried, "certain");
  if (lost !== undefined) return lost;
  const setting = settingOf(right, points, source, columns);
  const spoken = right.length === 1 ? spokenIn(source, setting) : undefined;
  const whole = explainWhole(target, (formulas) => everywhere.every(isMadeBy(formulas)));
  const isWhole = (formulas: readonly Tree[]): boolean =>
    isWritten({ tree: formulas[0]! }, { right: treeOf(right[0]!), spoken });
  if (whole !== undefined && isWhole(whole.computes)) return whole;
  const again = decaysAgain(tried, everywhere);
  if (again !== undefined) return again;
  const explained = explainEach(tried, columns, setting, spoken, () => inText(tried, "likely"));
  // What is known by itself is likelier than two slips.
  const [first] = explained.mistakes;
  if (first !== undefined && (whole === undefined || !first.id.includes(" + "))) return explained;
  const mended = whole ?? inText(tried, "any") ?? inText(tried, "two");
  if (mended !== undefined) return mended;
  const isOfNumbers = columns.every((column) => hasNumbers(column));
  const reason = isOfNumbers ? seenInText(source) : formulaWithoutNumbers(source);
  return reason === undefined ? explained : { ...explained, mistakes: [reason] };
}

/** One change of the text mends all. */
function inText({ right, points, got, source, unseen }: Tried, range: Range): FormulaExplanation | undefined {
  if (!columnsIn(got!, right.length).every((column) => hasNumbers(column))) return undefined;
  const trials = (some: readonly Point[]): Trial[] => formulaTrials(right, some);
  const mended = mendedText(source, trials([...points, ...(unseen?.points ?? [])]), range);
  return mended && { mistakes: [mended.mistake], holds: (came) => mended.isRightIn(trials(came.points)) };
}

/** What has decayed already decays again. */
function decaysAgain({ right }: Tried, everywhere: readonly Came[]): FormulaExplanation | undefined {
  const decays = ({ points, got }: Came): Mistake | undefined =>
    compounded(right.map(treeOf), columnsIn(got, right.length), settingOf(right, points, "").columns);
  const [first] = everywhere.map(decays);
  const holds = (one: Came): boolean => decays(one) !== undefined;
  return first !== undefined && everywhere.every(holds) ? { mistakes: [first], holds } : undefined;
}

/** What is declared, or a slip in all that is computed. */
function explainWhole(
  target: FormulaTarget,
  fits: (formulas: readonly string[]) => boolean,
): (FormulaExplanation & { readonly computes: readonly Tree[] }) | undefined {
  const made = (mistake: Mistake, formula: readonly string[]) => ({
    mistakes: [mistake],
    ...shown(formula.map(treeOf)),
    holds: isMadeBy(formula),
  });
  const known = [...target.misconceptions, ...target.neighbours];
  const declared = known.find(({ formula }) => fits(formulasOf(formula)));
  if (declared !== undefined) return made(mistakeOfFormula(declared), formulasOf(declared.formula));
  const slips = [
    ...formulaSlips(target),
    ...alikeInAll(formulasOf(target.formula)),
    ...known.map(neverBelowZero),
  ];
  const slip = slips.find(({ formula }) => fits(formula));
  return slip && made({ id: `slip: ${slip.formula.join("; ")}`, what: slip.what }, slip.formula);
}

/** What is declared, cut off at 0. */
const neverBelowZero = ({ what, formula }: FormulaTarget["neighbours"][number]): FormulaSlip => ({
  what: `${what}, and ends at 0`,
  formula: formulasOf(formula).map((one) => `max(0, ${one})`),
});

const isMadeBy =
  (formulas: readonly string[]) =>
  ({ points, got }: Came): boolean =>
    columnsIn(valuesOf(formulas, points), formulas.length).every((due, k) =>
      explains(due, columnsIn(got, formulas.length)[k]!),
    );

/** A declared mistake. */
export function mistakeOfFormula({
  id,
  what,
  formula,
  credit,
}: FormulaTarget["misconceptions"][number]): Mistake {
  return {
    id: DECLARED + (id ?? [formula].flat().join("; ")),
    what,
    ...(credit === undefined ? {} : { credit }),
  };
}
