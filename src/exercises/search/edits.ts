import { again, everywhere, exchanges, parallels, squares } from "./edits/alike.ts";
import { LIKELY } from "./edits/likely.ts";
import { apply, keyOf, name, number, placesIn, type Tree } from "./tree.ts";
import { type Edit, type Vocabulary, type Family, clause, OPERATORS } from "./edits/edit.ts";
import { otherNames, constantNames, otherNumbers } from "./edits/replaced.ts";
import { around } from "./edits/around.ts";
import { means, corrections, extras } from "./edits/extras.ts";

export type { Edit, Vocabulary } from "./edits/edit.ts";

const FAMILIES: readonly Family[] = [
  otherNames,
  ...LIKELY,
  around,
  constantNames,
  otherNumbers,
  extras,
  means,
  corrections,
];

/** Of the wrong versions by one slip those that come in twos. */
export function likelyEditsOf(root: Tree, words: Vocabulary, withNames: boolean): Edit[] {
  const families = withNames ? [otherNames, ...LIKELY] : LIKELY;
  const all = placesIn(root).flatMap((place) => families.flatMap((family) => family(place, words)));
  return [...all, ...exchanges(root)].filter(({ cost }) => cost <= 2.1);
}

/** Every wrong version of an expression by one slip of a known kind, the likely ones first. */
export function editsOf(root: Tree, words: Vocabulary): Edit[] {
  const all = placesIn(root).flatMap((place) => FAMILIES.flatMap((family) => family(place, words)));
  const far = [...everywhere(root, words), ...squares(root), ...parallels(root, words), ...again(root)];
  return [...all, ...exchanges(root), ...far].sort((a, b) => a.cost - b.cost);
}

const COORDINATES: Readonly<Record<string, string>> = {
  butLast: "the last coordinate is left as it was",
  butFirst: "the first coordinate is left as it was: its index is 0",
  onlyFirst: "only the first coordinate is changed",
};

/** Coordinates that stay what they were, for a quantity that was something before. */
export function unmovedOf(root: Tree, before: string): Edit[] {
  return Object.entries(COORDINATES).map(([op, what]) => ({
    tree: apply(op, root, name(before)),
    kind: op,
    of: before,
    what: () => what,
    cost: 1.6,
  }));
}

/** Small expressions in the place of a part, for what no kind of slip says. */
export function* replacementsOf(root: Tree, { names, constants }: Vocabulary): Generator<Edit> {
  const leaves = [...names.map((one) => name(one)), ...constants.map(number)];
  const small = leaves.flatMap((a) =>
    leaves.flatMap((b) =>
      a.op === "number" && b.op === "number" ? [] : OPERATORS.map((op) => apply(op, a, b)),
    ),
  );
  for (const place of placesIn(root)) {
    const x = clause(place.node);
    for (const by of small) {
      yield {
        tree: place.put(by),
        kind: "replaced",
        of: keyOf(place.node),
        what: () => `${clause(by)} stands where ${x} should`,
        cost: 4,
      };
    }
  }
}
