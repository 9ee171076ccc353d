import {
  type FormulaTarget,
  alikeInAll,
  formulaSlips,
  formulasOf,
  type Point,
  same,
  valuesOf,
} from "../formula-target.ts";
import { DECLARED, type Mistake } from "../mistake.ts";
import { onlyStatementOf } from "../run/assigned.ts";
import type { FormulaCandidate } from "../run/candidate.ts";
import { guarded } from "../run/guard.ts";
import { watchFormula } from "../run/watch-formula.ts";
import { type Column, firstDifference, hasNumbers } from "../search/columns.ts";
import { type Edit, wholeEdit } from "../search/edits.ts";
import { Effort } from "../search/effort.ts";
import { holdsIn, type WrongLine } from "../search/finding.ts";
import { LineSearch, type Reach } from "../search/line-search.ts";
import { apply, name, show, type Tree, treeOf } from "../search/tree.ts";
import { settingOf, type Setting } from "./formula-setting.ts";
import { slipInCommon } from "./common-part.ts";
import { compounded } from "./compounded.ts";
import { mistakeOf } from "./found.ts";
import { formulaWithoutNumbers, notGiven } from "./numberless.ts";

interface Tried {
  readonly target: FormulaTarget;
  readonly right: readonly string[];
  readonly points: readonly Point[];
  /** What came, where it can be read as it was asked for. */
  readonly got: readonly (readonly number[])[] | undefined;
  readonly results: readonly unknown[];
  readonly candidate: FormulaCandidate;
  readonly source: string;
  /** What came at points that are not searched: what is found must hold there too. */
  readonly unseen?: Came | undefined;
}

/** What a function made of some points. */
export interface Came {
  readonly points: readonly Point[];
  readonly got: readonly (readonly number[])[];
}

export interface FormulaExplanation {
  readonly mistakes: readonly Mistake[];
  /** What computes what the answer computes. */
  readonly computes?: readonly Tree[];
  /** The same as it is shown. */
  readonly lines?: readonly string[];
  /** What is claimed with its mistakes, in a form that can be tried at any points; nothing where only the text is spoken of. */
  readonly holds?: (came: Came) => boolean;
  /** How many wrong versions were tried, where they were searched for; never more than MOST_TRIED. */
  readonly tried?: number;
}

/** What explains the numbers of a function. */
export function explainFormula(tried: Tried): FormulaExplanation {
  const { target, right, points, got, source, unseen } = tried;
  if (got === undefined) return { mistakes: onlyNumber(tried) };
  const columns = columnsIn(got, right.length);
  const everywhere = [{ points, got }, ...(unseen === undefined ? [] : [unseen])];
  const fits = (formulas: readonly string[]): boolean => everywhere.every(isMadeBy(formulas));
  if (columns.every((column) => column.every(Number.isNaN))) {
    const misread = askedFor(tried);
    if (misread !== undefined) return { mistakes: [misread] };
  }
  const declared = [...target.misconceptions, ...target.neighbours].filter(({ formula }) =>
    fits(formulasOf(formula)),
  );
  if (declared.length > 0) {
    const [first] = declared as [(typeof declared)[0]];
    return {
      mistakes: [mistakeOfFormula(first)],
      ...shown(formulasOf(first.formula).map(treeOf)),
      holds: isMadeBy(formulasOf(first.formula)),
    };
  }
  const slips = [...formulaSlips(target), ...alikeInAll(formulasOf(target.formula))];
  const [slip, second] = slips.filter(({ formula }) => fits(formula));
  if (slip !== undefined) {
    return {
      mistakes: [
        {
          id: `slip: ${slip.formula.join("; ")}`,
          what: slip.what,
          ...(second === undefined ? {} : { or: second.what }),
        },
      ],
      ...shown(slip.formula.map(treeOf)),
      holds: isMadeBy(slip.formula),
    };
  }
  const setting = settingOf(right, points, source);
  const explained = explainEach(tried, columns, setting);
  if (explained.mistakes.length > 0) return explained;
  if (!columns.every((column) => hasNumbers(column))) {
    const known = formulaWithoutNumbers(source);
    return known === undefined ? explained : { ...explained, mistakes: [known] };
  }
  const decays = ({ points, got }: Came): Mistake | undefined =>
    compounded(right.map(treeOf), columnsIn(got, right.length), settingOf(right, points, "").columns);
  return everywhere.every((one) => decays(one) !== undefined)
    ? { ...explained, mistakes: [decays({ points, got })!], holds: (one) => decays(one) !== undefined }
    : explained;
}

const isMadeBy =
  (formulas: readonly string[]) =>
  ({ points, got }: Came): boolean =>
    same(valuesOf(formulas, points), got);

/** What came of each formula at some points, as columns. */
function partsOf({ points, got }: Came, right: readonly string[]): NonNullable<WrongLine["unseen"]>[] {
  const { columns } = settingOf(right, points, "");
  return columnsIn(got, right.length).map((column) => ({ columns, got: column }));
}

const columnsIn = (rows: readonly (readonly number[])[], count: number): Column[] =>
  Array.from({ length: count }, (_, i) => Float64Array.from(rows, (row) => row[i]!));

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

const shown = (computes: readonly Tree[]): Pick<FormulaExplanation, "computes" | "lines"> => ({
  computes,
  lines: computes.map(show),
});

/** So many wrong versions of the formulas of one function are tried at most. */
export const MOST_TRIED = 100_000;

/** What is declared of a single formula, for it may come with a slip besides. */
function knownOf({ formula, misconceptions }: FormulaTarget, right: Tree): Edit[] {
  if (typeof formula !== "string") return [];
  return misconceptions.map(({ formula: wrong, what }) => {
    const [text] = formulasOf(wrong) as [string];
    return wholeEdit(right, treeOf(text), "known", 1.4, () => what, () => text); // prettier-ignore
  });
}

/** The formula, where there is one. */
const ONLY = { name: "", place: "" };

/** How often what is given stands in a text that is one expression, and 1. */
function namesSpoken(source: string, { words }: Setting): Map<string, number> | undefined {
  const said = onlyStatementOf(source)?.match(/(?<![\w$.])(?:[A-Za-z_]\w*|1(?![\w.]))/g);
  const counts = [...words.names, "1"].map(
    (name) => [name, said?.filter((one) => one === name).length ?? 0] as const,
  );
  return new Map(counts.filter(([, count]) => count > 0));
}

/** A slip in what the wrong formulas have in common, and each by itself besides; else each by itself. */
function explainEach(tried: Tried, got: readonly Column[], setting: Setting): FormulaExplanation {
  const effort = new Effort(MOST_TRIED);
  const right = tried.right.map(treeOf);
  const unseen = tried.unseen && partsOf(tried.unseen, tried.right);
  const common = slipInCommon(right, got, setting, unseen, effort);
  const explained = common && explainFrom(common.trees, 1, tried, got, setting, effort);
  if (explained?.computes === undefined)
    return (
      inReverse(tried, right, got, setting, effort) ?? explainFrom(right, 4, tried, got, setting, effort)
    );
  const { slip } = common!;
  const where = right.length === 2 ? "in both numbers, " : "in all numbers that have it, ";
  const said = { id: `common: ${slip.kind} of ${slip.of()}`, what: where + slip.what() };
  return { ...explained, mistakes: [together([said, ...explained.mistakes])] };
}

/** The reverse order and a slip in one number besides, where the numbers as they stand show more than one slip each. */
function inReverse(
  tried: Tried,
  right: readonly Tree[],
  got: readonly Column[],
  setting: Setting,
  effort: Effort,
): FormulaExplanation | undefined {
  const wrongOf = (base: readonly Tree[]): number =>
    base.filter((tree, i) => firstDifference(setting.columns.compute(tree), got[i]!) >= 0).length;
  const reversed = right.toReversed();
  if (wrongOf(right) < 2 || wrongOf(reversed) !== 1) return undefined;
  if (explainFrom(right, 2, tried, got, setting, effort).computes !== undefined) return undefined;
  const found = explainFrom(reversed, 2, tried, got, setting, effort);
  const [besides] = found.mistakes;
  if (besides === undefined) return undefined;
  const what = `the numbers stand in the reverse order; besides, ${besides.what!}`;
  return { ...found, mistakes: [{ id: `reverse; ${besides.id}`, what }] };
}

/** Each formula by itself. @param base what it is compared with */
function explainFrom(
  base: readonly Tree[],
  reach: Reach,
  { target, right: formulas, source, unseen }: Tried,
  got: readonly Column[],
  setting: Setting,
  effort: Effort,
): FormulaExplanation {
  const parts = unseen && partsOf(unseen, formulas);
  const isWrong = base.map((tree, i) => firstDifference(setting.columns.compute(tree), got[i]!) >= 0);
  const found = base.map((tree, i) =>
    isWrong[i] === true
      ? new LineSearch(
          {
            right: tree,
            got: got[i]!,
            ...setting,
            known: knownOf(target, tree),
            unseen: parts?.[i],
            spoken: base.length === 1 ? namesSpoken(source, setting) : undefined,
          },
          effort,
        ).upTo(reach)
      : [],
  );
  const each = found.flatMap((all, i) =>
    all.length === 0
      ? []
      : [mistakeOf(all, base.length === 1 ? ONLY : { name: String(i + 1), place: `in number ${i + 1}, ` })],
  );
  const computes = base.map((tree, i) => (isWrong[i] === true ? found[i]![0]?.tree : tree));
  return {
    mistakes: each.length < 2 ? each : [together(each)],
    tried: effort.tried,
    holds: (came) =>
      partsOf(came, formulas).every((part, i) => {
        const [finding] = found[i]!;
        if (finding !== undefined) return holdsIn(finding, base[i]!, part);
        return isWrong[i] === true || firstDifference(part.columns.compute(base[i]!), part.got) < 0;
      }),
    ...(computes.every((tree) => tree !== undefined) ? shown(computes) : {}),
  };
}

/** One mistake in several numbers of a list, or one in each. */
function together(each: readonly Mistake[]): Mistake {
  return { id: each.map(({ id }) => id).join(" + "), what: each.map(({ what }) => what).join("; ") };
}

/** What it asks for that is not given, or takes for a number. */
function askedFor({ candidate, points }: Tried): Mistake | undefined {
  const [point] = points as [Point];
  const tried = guarded(() => watchFormula(candidate, point));
  const { missing, asWhole } = "value" in tried ? tried.value : { missing: [], asWhole: false };
  const names = Object.keys(point);
  const [first] = missing;
  if (first !== undefined) return notGiven(first, names);
  return asWhole
    ? {
        id: "argument: not taken apart",
        sentence: "what is given is an object, and it is computed with as if it were a number",
        cure: `Take it apart: ({ ${names.join(", ")} }) => ....`,
      }
    : undefined;
}

/** Where one number came in the place of a list, or a list in the place of a number: what it is. */
function onlyNumber({ right, points, results, source }: Tried): Mistake[] {
  if (right.length < 2) return [];
  const numbers = results.map((value) =>
    Array.isArray(value) && value.length === 1 ? (value[0] as unknown) : value,
  );
  if (!numbers.every((value) => typeof value === "number")) return [];
  const got = Float64Array.from(numbers);
  const setting = settingOf(right, points, source);
  const trees = right.map(treeOf);
  const known: readonly (readonly [string, Tree, string])[] = [
    ...trees.map((tree, i) => [`only ${i + 1}`, tree, `it is number ${i + 1} of the list alone`] as const),
    ["sum", trees.reduce((a, b) => apply("add", a, b)), "it is the sum of the numbers of the list"],
    ["size", name("size"), "it is the length of the list, taken as an arrow"],
  ];
  const found = known.find(([, tree]) => firstDifference(setting.columns.compute(tree), got) < 0);
  return found === undefined ? [] : [{ id: `value: ${found[0]}`, sentence: found[2] }];
}
