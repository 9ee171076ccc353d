import { called, isShort, STEP } from "../called.ts";
import { keyOf, Place, type Tree } from "../tree.ts";

/** A wrong version of an expression: another part in one of its places, and what is said of it. */
export interface Edit {
  readonly place: Place;
  readonly by: Tree;
  /** The kind of slip, by a name that stays: "sign", "left out". */
  readonly kind: string;
  /** Where, by a name that stays. */
  readonly of: () => string;
  /** A clause: "the sign of λ·g is flipped". */
  readonly what: () => string;
  /** How far-fetched: of two that fit alike, the lower one is told. */
  readonly cost: number;
}

/** What may stand in an expression. */
export interface Vocabulary {
  /** Names that have a value. */
  readonly names: readonly string[];
  /** Names of hyperparameters among them. */
  readonly numbers: readonly string[];
  /** Numbers that stand in the student's text, and usual ones. */
  readonly constants: readonly number[];
  /** Those that stand in the text. */
  readonly written?: readonly number[];
  /** Operations that a student may have put around something. */
  readonly actions: readonly string[];
  /** Names that may only come in besides. */
  readonly asides?: readonly string[];
  /** Operations with two operands that a student may have used: "max", "or", "remainder". */
  readonly operators?: readonly string[];
  /** Where a gradient may be taken, where one can be. */
  readonly places?: readonly Tree[];
  /** Where an answer may do something else than it should. */
  readonly conditions?: readonly Condition[];
}

/** Where an answer may do something else: a tree that is 1 there and 0 elsewhere, and how it reads. */
export interface Condition {
  readonly tree: Tree;
  /** "in step 1", "where g is below 0" */
  readonly says: string;
}

export type Family = (place: Place, words: Vocabulary) => Edit[];

export const clause = (x: Tree): string => called(x);

/** Is a place what is added to w, or subtracted from it? */
export const isStep = ({ parent, index }: Place): boolean =>
  index === 1 &&
  (parent?.node.op === "add" || parent?.node.op === "subtract") &&
  parent.node.args[0]!.name === "w";

/** What something is done to: as it is written, or, where that is long, by its place. */
export const told = (place: Place): string =>
  called(place.node, place.parent === undefined ? "the result" : isStep(place) ? STEP : undefined);

export const edit = (
  place: Place,
  by: Tree,
  kind: string,
  cost: number,
  what: () => string,
  of: () => string = () => keyOf(place.node),
): Edit => ({ place, by, kind, of, what, cost: cost + 0.002 * place.size });

/** Another expression in the place of the whole one. */
export const wholeEdit = (
  root: Tree,
  by: Tree,
  kind: string,
  cost: number,
  what: () => string,
  of: () => string,
): Edit => ({ place: new Place(root), by, kind, of, what, cost });

/** The expression with the slip in it. */
export const edited = ({ place, by }: Edit): Tree =>
  place.put(place.node.line === undefined ? by : { ...by, line: place.node.line });

/** What it was without the slip. */
export const unedited = ({ place }: Edit): Tree => place.put(place.node);

/** "x stands where y should" */
export const instead = (by: Tree, node: Tree) => (): string =>
  isShort(by) || isShort(node)
    ? `${clause(by)} stands where ${clause(node)} should`
    : `${clause(node)} is computed otherwise`;

/** What an operation with two operands does to the first: "λ is added to w". */
export const DONE: Readonly<Record<string, (a: string, b: string) => string>> = {
  add: (a, b) => `${b} is added to ${a}`,
  subtract: (a, b) => `${b} is subtracted from ${a}`,
  multiply: (a, b) => `${a} is multiplied by ${b}`,
  divide: (a, b) => `${a} is divided by ${b}`,
  pow: (a, b) => (b === "2" ? `${a} is squared` : `${a} is raised to the power of ${b}`),
};

export const OPERATORS = ["add", "subtract", "multiply", "divide", "pow"];

export const isSquare = ({ op, args }: Tree): boolean => op === "pow" && args[1]!.value === 2;
