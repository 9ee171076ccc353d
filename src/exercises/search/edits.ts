import { everywhere, exchanges, parallels, squares } from "./edits/alike.ts";
import { LIKELY } from "./edits/likely.ts";
import { apply, filled, keyOf, name, type Place, placesIn, readName, type Tree } from "./tree.ts";
import { type Edit, type Vocabulary, type Family, wholeEdit } from "./edits/edit.ts";
import {
  otherNames,
  constantNames,
  leftOfOthers,
  isProduct,
  otherNumbers,
  replacement,
  smallTrees,
  writtenNumbers,
} from "./edits/replaced.ts";
import { around, squared } from "./edits/around.ts";
import { bounds } from "./edits/bounds.ts";
import { otherPlaces } from "./edits/gradients.ts";
import { averages } from "./edits/averages.ts";
import { compounds, decays, falls, schedules } from "./edits/decays.ts";
import { averaged, stairs, stepwise } from "./edits/stepwise.ts";
import { again, corrections, extras, longTerms, means, otherLengths, shrunkSteps } from "./edits/extras.ts";

export { type Condition, edited, type Edit, unedited, type Vocabulary, wholeEdit } from "./edits/edit.ts";
export { exchanges } from "./edits/alike.ts";
export { shrunkSteps } from "./edits/extras.ts";
export { replacement, smallTrees } from "./edits/replaced.ts";

const UNLIKELY: readonly Family[] = [
  around,
  constantNames,
  leftOfOthers,
  otherNumbers,
  averages,
  decays,
  schedules,
  compounds,
  falls,
  extras,
  means,
  corrections,
  longTerms,
  otherLengths,
  bounds,
  otherPlaces,
  stepwise,
  stairs,
  averaged,
];

const FAMILIES: readonly Family[] = [otherNames, ...LIKELY, ...UNLIKELY];

/** Tells which wrong versions are wanted. They are many: the others are forgotten at once. */
type Sieve = (edit: Edit) => boolean;

const inPlaces = (root: Tree, words: Vocabulary, families: readonly Family[], keep: Sieve): Edit[] =>
  placesIn(root).flatMap((place) => families.flatMap((family) => family(place, words).filter(keep)));

const isLikely = ({ cost }: Edit): boolean => cost <= 2.1;

/** Of the wrong versions by one slip the likely ones. */
export function likelyEditsOf(
  root: Tree,
  words: Vocabulary,
  withNames: boolean,
  keep: Sieve = () => true,
): Edit[] {
  const families = withNames ? [otherNames, ...LIKELY] : LIKELY;
  const isWanted = (edit: Edit): boolean => isLikely(edit) && keep(edit);
  return [...inPlaces(root, words, families, isWanted), ...exchanges(root).filter(isWanted)];
}

/** Wrong versions to begin with where two slips are looked for. */
export function firstEditsOf(root: Tree, words: Vocabulary): Edit[] {
  const families = [writtenNumbers, oneOffs];
  return [...likelyEditsOf(root, words, false), ...inPlaces(root, words, families, () => true)];
}

/** In a formula, an argument with 1 too many or too few, where the text has a 1. */
const oneOffs: Family = (place, words) =>
  place.node.op === "name" && words.names.length === words.numbers.length && words.written?.includes(1)
    ? extras(place, { ...words, names: [], asides: [], constants: [1] })
    : [];

/** Wrong versions of what has parts, which may be wrong besides. */
export function widerEditsOf(root: Tree, words: Vocabulary): Edit[] {
  return placesIn(root)
    .filter(({ node }) => node.args.length > 0)
    .flatMap((place) => [
      ...LIKELY.flatMap((family) => family(place, words)).filter((edit) => !isLikely(edit)),
      ...UNLIKELY.flatMap((family) => family(place, words)),
    ]);
}

/** Slips that the text has the sign of: an operation of it around something, a bound. */
const RARE: readonly Family[] = [around, otherLengths, bounds, otherPlaces, stairs, stepwise];

export const rareIn = (place: Place, words: Vocabulary): Edit[] =>
  RARE.flatMap((family) => family(place, words));

/** Wrong versions of which one may come with another one of any kind. */
export function rareEditsOf(root: Tree, words: Vocabulary): Edit[] {
  const ways = [everywhere, squares, parallels];
  return [...inPlaces(root, words, RARE, () => true), ...ways.flatMap((way) => way(root, words))];
}

/** What may stand in a place by one slip of any kind. */
export const anyIn = (place: Place, words: Vocabulary): Edit[] =>
  FAMILIES.flatMap((family) => family(place, words));

/** What is likely to stand in a place by one slip that comes with another: a square and a number of the text too. */
export const likelyIn = (place: Place, words: Vocabulary): Edit[] =>
  [otherNames, ...LIKELY, squared, writtenNumbers].flatMap((family) => family(place, words)).filter(isLikely);

/** Small products and quotients in a place. */
export const smallIn = (place: Place, words: Vocabulary): Edit[] =>
  smallTrees(words)
    .filter(isProduct)
    .map((by) => replacement(place, by));

/** What is compared: "only g should be", "it takes in w too", "stands where w should". */
export const COMPARES = /\b(?:too|alone|only .* should|should be|stands where .* should)\b.*/;

const compared = ({ what }: Edit): string | undefined => COMPARES.exec(what())?.[0];

/** Whether what a slip compares is so in a place too in which another slip is made, or mended; it is not where there is none. */
export function comparesIn(place: Place | undefined, slip: Edit, words: Vocabulary): boolean {
  const said = compared(slip);
  if (said === undefined || place === undefined) return said === undefined;
  if (keyOf(place.node) === keyOf(slip.place.node)) return true;
  const ofAll = place.parent === undefined ? [exchanges, shrunkSteps] : [];
  return [...anyIn(place, words), ...ofAll.flatMap((way) => way(place.node))].some(
    (one) => one.kind === slip.kind && compared(one) === said,
  );
}

/** Every wrong version of an expression by one slip of a known kind, the likely ones first. */
export function editsOf(root: Tree, words: Vocabulary, keep: Sieve): Edit[] {
  const ways = [exchanges, everywhere, squares, parallels, again, shrunkSteps];
  return [
    ...inPlaces(root, words, FAMILIES, keep),
    ...ways.flatMap((way) => way(root, words).filter(keep)),
  ].sort((a, b) => a.cost - b.cost);
}

/** What is said where some coordinates alone are changed. */
export const COORDINATES: Readonly<Record<string, string>> = {
  butLast: "the last coordinate is left as it was",
  butFirst: "the first coordinate is left as it was: its index is 0",
  onlyFirst: "only the first coordinate is changed",
};

const nowOf = (before: string): string => readName(before.replace(/Old$/, ""));

/** A quantity that stays what it was. */
export function unchangedOf(root: Tree, before: string): Edit {
  return wholeEdit(root, name(before), "unchanged", 1.2, () => `${nowOf(before)} stays as it was`, () => before); // prettier-ignore
}

/** A quantity that goes through its line twice. */
export function twiceOf(root: Tree, before: string): Edit {
  const by = filled(root, new Map([[before, root]]));
  return wholeEdit(root, by, "twice", 2.2, () => `${nowOf(before)} goes through its line twice`, () => before); // prettier-ignore
}

/** Coordinates that stay what they were, for a quantity that was something before. */
export function unmovedOf(root: Tree, before: string): Edit[] {
  return Object.entries(COORDINATES).map(([op, what]) =>
    wholeEdit(
      root,
      apply(op, root, name(before)),
      op,
      1.6,
      () => what,
      () => before,
    ),
  );
}
