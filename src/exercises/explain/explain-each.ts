/** Formulas searched one by one, from what is right or from that in another order. */
import { type FormulaTarget, formulasOf } from "../formula-target.ts";
import type { Mistake } from "../mistake.ts";
import { inlinedStatementOf, onlyStatementOf } from "../run/assigned.ts";
import { type Column, explains } from "../search/columns.ts";
import { type Edit, wholeEdit } from "../search/edits.ts";
import { Effort } from "../search/effort.ts";
import { holdsIn, type Spoken, type WrongLine } from "../search/finding.ts";
import { LineSearch, type Reach } from "../search/line-search.ts";
import { type Tree, treeOf } from "../search/tree.ts";
import { settingOf, type Setting } from "./formula-setting.ts";
import { mistakeOf } from "./found.ts";
import { type Came, columnsIn, type FormulaExplanation, shown, type Tried } from "./tried-formula.ts";

/** What came of each formula at some points, as columns. */
function partsOf({ points, got }: Came, right: readonly string[]): NonNullable<WrongLine["unseen"]>[] {
  const { columns } = settingOf(right, points, "");
  return columnsIn(got, right.length).map((column) => ({ columns, got: column }));
}

/** So many wrong versions of the formulas of one function are tried at most. */
export const MOST_TRIED = 100_000;

/** What is declared of a single formula, for it may come with a slip besides; of one of several, the others. */
function knownOf({ formula, misconceptions, neighbours }: FormulaTarget, right: Tree): Edit[] {
  const known = (text: string, what: string): Edit =>
    wholeEdit(right, treeOf(text), "known", 1.4, () => what, () => text); // prettier-ignore
  return typeof formula === "string"
    ? [...misconceptions, ...neighbours].map((one) => known(formulasOf(one.formula)[0]!, one.what))
    : formula.map((text, i) => known(text, `what should be number ${i + 1} comes out`));
}

/** The formula, where there is one. */
const ONLY = { name: "", place: "" };

/** What stands in a text that is one expression. */
export function spokenIn(source: string, { words }: Setting): Spoken | undefined {
  const said = onlyStatementOf(source) ?? inlinedStatementOf(source);
  if (said === undefined) return undefined;
  const all = said.match(/(?<![\w$.])(?:[A-Za-z_]\w*|1(?![\w.]))/g) ?? [];
  const counts = [...words.names, "1"].map(
    (name) => [name, all.filter((one) => one === name).length] as const,
  );
  // In lists and functions numbers may be anything.
  const numbers = said.match(/(?<![\w.])(?!1\s*\/)\d[\d.]*/g)?.map(Number) ?? [];
  const repeats = numbers.map((one) => numbers.filter((other) => other === one).length);
  return {
    counts: new Map(counts.filter(([, count]) => count > 0)),
    numbers: /\[|=>|round|floor|ceil|trunc/.test(said) ? undefined : numbers,
    // In 1/x and x·1/2 the 1 is no number of the formula.
    repeats: [...repeats.filter((times) => times > 1), ...(/(?<![\w.])1\s*\//.test(said) ? [1] : [])],
  };
}

/** Each by itself, or as it should be in the reverse order. @param before what is tried before two slips are */
export function explainEach(
  tried: Tried,
  got: readonly Column[],
  setting: Setting,
  spoken: Spoken | undefined,
  before: () => FormulaExplanation | undefined,
): FormulaExplanation {
  const effort = new Effort(MOST_TRIED);
  const right = tried.right.map(treeOf);
  const search = (base: readonly Tree[]): Search =>
    searchFrom(base, tried, got, { ...setting, spoken }, effort);
  const itself = search(right);
  const further = (): FormulaExplanation =>
    itself.upTo(2).computes === undefined ? (before() ?? itself.upTo(4)) : itself.upTo(2);
  if (itself.wrong < 2) return further();
  const reversed = search(right.toReversed());
  // A number that is right in another place is there for its order.
  const isTurned = reversed.wrong === 1 && reversed.upTo(1).computes !== undefined;
  if (!isTurned && itself.upTo(2).computes !== undefined) return itself.upTo(2);
  return inReverse(reversed.upTo(reversed.wrong === 1 ? 2 : 1), reversed.wrong) ?? further();
}

/** Formulas that are searched further and further; what was searched once is not searched again. */
interface Search {
  /** How many of them come out wrong. */
  readonly wrong: number;
  readonly upTo: (reach: Reach) => FormulaExplanation;
}

const IN_ALL = /^in (?:both|all) numbers/;

/** The reverse order and a slip besides: in one number, or the same in all. */
function inReverse(found: FormulaExplanation, wrong: number): FormulaExplanation | undefined {
  const [besides] = found.mistakes;
  if (besides === undefined || (wrong > 1 && !IN_ALL.test(besides.what!))) return undefined;
  const what = `the numbers stand in the reverse order; besides, ${besides.what!.replace(/ besides$/, "")}`;
  return { ...found, mistakes: [{ id: `reverse; ${besides.id}`, what }] };
}

/** Each formula by itself. @param base what it is compared with */
function searchFrom(
  base: readonly Tree[],
  { target, right: formulas, unseen }: Tried,
  got: readonly Column[],
  setting: Setting & Pick<WrongLine, "spoken">,
  effort: Effort,
): Search {
  const parts = unseen && partsOf(unseen, formulas);
  const isOnly = base.length === 1;
  const lines = base.map((right, i) =>
    explains(setting.columns.compute(right), got[i]!)
      ? undefined
      : new LineSearch(
          { right, got: got[i]!, ...setting, known: knownOf(target, right), unseen: parts?.[i] },
          effort,
        ),
  );
  return {
    wrong: lines.filter((line) => line !== undefined).length,
    upTo: (reach) => {
      const found = lines.map((line) => line?.upTo(reach) ?? []);
      const each = found.flatMap((all, i) =>
        all.length === 0
          ? []
          : [mistakeOf(all, isOnly ? ONLY : { name: String(i + 1), place: `in number ${i + 1}, ` })],
      );
      const computes = base.map((tree, i) => (lines[i] === undefined ? tree : found[i]![0]?.tree));
      return {
        mistakes: each.length < 2 ? each : [together(each, base.length)],
        tried: effort.tried,
        holds: (came) =>
          partsOf(came, formulas).every((part, i) => {
            const [finding] = found[i]!;
            if (finding !== undefined) return holdsIn(finding, part);
            return lines[i] !== undefined || explains(part.columns.compute(base[i]!), part.got);
          }),
        ...(computes.every((tree) => tree !== undefined) ? shown(computes) : {}),
      };
    },
  };
}

/** One mistake in several numbers of a list, or one in each; what is the same in each is said once. */
function together(each: readonly Mistake[], count: number): Mistake {
  const said = new Set(each.map(({ what = "" }) => what.replace(/^in number \d+, /, "")));
  const all = count === 2 ? "in both numbers" : "in all numbers";
  const where = each.length === count ? all : `in ${each.length} of the ${count} numbers`;
  const isSame = said.size === 1 && each.length > 1;
  return {
    id: each.map(({ id }) => id).join(" + "),
    what: isSame ? `${where}, ${[...said][0]!}` : each.map(({ what }) => what).join("; "),
  };
}
