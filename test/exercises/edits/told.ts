import {
  type Edit,
  edited,
  type Family,
  instead,
  type Vocabulary,
} from "../../../src/exercises/search/edits/edit.ts";
import { placesIn, show, type Tree, treeOf } from "../../../src/exercises/search/tree.ts";

/** What there is to make wrong versions with; places are written as formulas. */
export type Given = Partial<Omit<Vocabulary, "places">> & { readonly places?: readonly string[] };

/** A way to make wrong versions of a whole line. */
export type Way = (root: Tree, words: Vocabulary) => Edit[];

/**
 * The whole with each slip in it, how far-fetched that is, and what is said of it; nothing where that is only what stands
 * there and what should.
 */
export type Rows = readonly (readonly [whole: string, cost: number, says?: string])[];

function wordsOf({ places, ...more }: Given): Vocabulary {
  return {
    ...{ names: [], numbers: [], constants: [], actions: [] },
    ...more,
    ...(places && { places: places.map(treeOf) }),
  };
}

function rowOf(edit: Edit, cost: number): Rows[number] {
  const [whole, says] = [show(edited(edit)), edit.what()];
  const rounded = Math.round(cost * 1e4) / 1e4;
  return says === instead(edit.by, edit.place.node)() ? [whole, rounded] : [whole, rounded, says];
}

/** Of wrong versions of a part; how far-fetched is without what a larger part adds, two thousandths for each of its symbols. */
export function toldOfPart(family: Family, text: string, words: Given, place: number): Rows {
  const at = placesIn(treeOf(text))[place]!;
  return family(at, wordsOf(words)).map((edit) => rowOf(edit, edit.cost - 0.002 * at.size));
}

/** The same of a whole line. */
export function toldOfLine(way: Way, text: string, words: Given): Rows {
  return way(treeOf(text), wordsOf(words)).map((edit) => rowOf(edit, edit.cost));
}
