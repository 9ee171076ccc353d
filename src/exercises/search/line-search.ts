import { type Column, type Columns, explains } from "./columns.ts";
import { type Edit, editsOf, likelyEditsOf, replacementsOf, unmovedOf, type Vocabulary } from "./edits.ts";
import { number, type Tree } from "./tree.ts";

/** A line that came out wrong: how it should be, and what came. */
export interface WrongLine {
  readonly right: Tree;
  readonly got: Column;
  /** All cases, and the first few, in which most of what is wrong shows. */
  readonly columns: Columns;
  readonly screen: Columns;
  readonly words: Vocabulary;
  /** The name of what the quantity was before, where it was something. */
  readonly before?: string;
  /** Wrong versions that have words of their own. */
  readonly known?: readonly Edit[];
}

/** Slips that explain a line: one, or two at once. */
export interface LineFinding {
  readonly edits: readonly Edit[];
  readonly tree: Tree;
  readonly cost: number;
}

/** How far apart two explanations may be to be told both. */
const ALIKE = 0.05;
const MOST_PAIRS = 6000;

/** What explains a line by one slip of the likely kinds. */
export function explainNear(line: WrongLine): LineFinding[] {
  const { right, words, before, known = [] } = line;
  const unmoved = before === undefined ? [] : unmovedOf(right, before);
  return fitting(line, [...known, ...unmoved, ...likelyEditsOf(right, words, true)]);
}

/** What explains a line by one slip of any kind; of those that fit alike, the likely ones. Nothing where nothing fits. */
export function explainLine(line: WrongLine): LineFinding[] {
  return fitting(line, [...alwaysOf(line), ...editsOf(line.right, line.words)]);
}

/** The same number everywhere. */
function alwaysOf({ got }: WrongLine): Edit[] {
  const [value] = got as unknown as [number];
  if (!Number.isFinite(value) || got.some((x) => x !== value)) return [];
  return [
    {
      tree: number(value),
      kind: "always",
      of: String(value),
      what: () => `the result is always ${value}, whatever is given`,
      cost: 1,
    },
  ];
}

function fitting(line: WrongLine, edits: readonly Edit[]): LineFinding[] {
  const fits = fitterOf(line);
  const found = edits.filter(({ tree }) => fits(tree));
  return likely(found.map((edit) => ({ edits: [edit], tree: edit.tree, cost: edit.cost })));
}

/** The same for what no single slip explains: a small expression in the place of a part, or two slips. */
export function explainFar(line: WrongLine): LineFinding[] {
  const fits = fitterOf(line);
  const pairs = likely(pairsOf(line, fits));
  if (pairs.length > 0) return pairs;
  for (const edit of replacementsOf(line.right, line.words))
    if (fits(edit.tree)) return [{ edits: [edit], tree: edit.tree, cost: edit.cost }];
  return [];
}

function likely(all: readonly LineFinding[]): LineFinding[] {
  const least = Math.min(...all.map(({ cost }) => cost));
  return all.filter(({ cost }) => cost <= least + ALIKE);
}

/** Two slips in one line, each of the likely kinds. */
function pairsOf({ right, words, known = [] }: WrongLine, fits: (tree: Tree) => boolean): LineFinding[] {
  const found: LineFinding[] = [];
  let tried = 0;
  for (const first of [...known, ...likelyEditsOf(right, words, false)]) {
    for (const second of likelyEditsOf(first.tree, words, true)) {
      if (++tried > MOST_PAIRS) return found;
      if (fits(second.tree))
        found.push({ edits: [first, second], tree: second.tree, cost: first.cost + second.cost });
    }
  }
  return found;
}

/** Does a tree compute what came, first in a few cases and then in all? Somewhere it must be a number. */
export function fitterOf({ right, got, columns, screen }: WrongLine): (tree: Tree) => boolean {
  const few = got.subarray(0, screen.length);
  screen.prepare(right);
  columns.prepare(right);
  if (got.filter(Number.isFinite).length < got.length / 4) return () => false;
  return (tree) => explains(screen.compute(tree), few) && explains(columns.compute(tree), got);
}
