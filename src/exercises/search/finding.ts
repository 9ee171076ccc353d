import { type Column, type Columns, explains, sameNumber } from "./columns.ts";
import { type Condition, type Edit, edited, type Vocabulary } from "./edits/edit.ts";
import { cancels } from "./edits/grouping.ts";
import { placesIn, type Tree } from "./tree.ts";

/** A line that came out wrong: how it should be, and what came. */
export interface WrongLine {
  readonly right: Tree;
  readonly got: Column;
  readonly columns: Columns;
  readonly words: Vocabulary;
  /** The name of what the quantity was before, where it was something. */
  readonly before?: string;
  /** Wrong versions that have words of their own. */
  readonly known?: readonly Edit[];
  /** Only the entries in which this is not 0 are to be explained. */
  readonly where?: Column;
  /** What stands in the student's text, where all of it is one expression. */
  readonly spoken?: Spoken | undefined;
  /** The same line in cases that are not searched: what is found must hold there too. */
  readonly unseen?: Pick<WrongLine, "got" | "columns" | "where"> | undefined;
}

/** What stands in an expression. */
export interface Spoken {
  /** How often each name does, and 1. */
  readonly counts: ReadonlyMap<string, number>;
  /** The numbers, where they are those of its arithmetic. */
  readonly numbers: readonly number[] | undefined;
  /** How often a number stands there that does so more than once: x·x·x is a power. */
  readonly repeats: readonly number[];
}

/** Slips that explain a line: one, or two at once. */
export interface LineFinding {
  readonly edits: readonly Edit[];
  /** What computes what came. */
  readonly tree: Tree;
  /** What stands before the edits when they are told: where they are made, if not everywhere. */
  readonly where?: Condition;
  readonly cost: number;
}

/** How far apart two explanations may be to be told both. */
export const ALIKE = 0.05;

/** Does what was found compute what came? */
export const holdsIn = (
  { tree }: LineFinding,
  { got, columns, where }: Pick<WrongLine, "got" | "columns" | "where">,
): boolean => explains(columns.compute(tree), got, where);

/**
 * Would someone write what was found: a sum without 1 − 1, and, where it is known what was written, no name more often, and
 * the same numbers?
 */
export function isWritten(
  { tree }: Pick<LineFinding, "tree">,
  { right, spoken }: Pick<WrongLine, "right" | "spoken">,
): boolean {
  const nodes = placesIn(tree).map(({ node }) => node);
  if (spoken === undefined) return !nodes.some(cancels);
  const { counts, numbers } = spoken;
  const count = (name: string): number => nodes.filter((node) => node.name === name).length;
  const hasOnes = (counts.get("1") ?? 0) > 1;
  return (
    (hasOnes || !nodes.some(cancels)) &&
    [...counts].every(([name, most]) => count(name) <= most) &&
    (numbers === undefined || hasNumbersOf(tree, numbers, [...numbersIn(right), ...spoken.repeats]))
  );
}

/** Are all numbers that were written in what was found, and besides them only those that may be? */
function hasNumbersOf(tree: Tree, written: readonly number[], maybe: readonly number[]): boolean {
  const found = numbersIn(tree);
  return (
    found.every((one) => [...maybe, ...written].some(isOf(one))) &&
    written.every((one) => found.some(isOf(one)))
  );
}

const numbersIn = (tree: Tree): number[] => placesIn(tree).flatMap(({ node }) => node.value ?? []);

/** Is it this number, what is left of 1, or 1 divided by it? */
const isOf =
  (value: number) =>
  (other: number): boolean =>
    [other, 1 - other, 1 / other].some((one) => sameNumber(value, one));

/** One slip each. */
export const found = (edits: readonly Edit[]): LineFinding[] =>
  edits.map((edit) => ({ edits: [edit], tree: edited(edit), cost: edit.cost }));

/** Of findings those that are hardly more far-fetched than the simplest. */
export function likely(all: readonly LineFinding[]): LineFinding[] {
  const least = Math.min(...all.map(({ cost }) => cost));
  return all.filter(({ cost }) => cost <= least + ALIKE);
}
