import { remembered } from "../../remembered.ts";
import type { MathNode } from "../../math/expression.ts";
import { lineNode } from "../../math/line.ts";
import { formulaText, nameText } from "../../math/text.ts";
import { partOf } from "../../math/tree.ts";
import { ACTIONS } from "./actions.ts";

/** An expression as the search changes it: small, never changed itself, and with more operations than a rule may have. */
export interface Tree {
  /** "number", "name", or an operation: "add", "sqrt", "first". */
  readonly op: string;
  readonly args: readonly Tree[];
  readonly name?: string;
  readonly value?: number;
  /** The line that it is the whole of, where lines are put into one another. */
  readonly line?: string;
}

export const number = (value: number): Tree => ({ op: "number", args: [], value });
export const name = (text: string): Tree => ({ op: "name", args: [], name: text });
export const apply = (op: string, ...args: Tree[]): Tree => ({ op, args });

const read = new Map<string, Tree>();

/** An expression of the library's language as a tree; the same text is read once. */
export function treeOf(text: string): Tree {
  return remembered(read, text, () => fromNode(lineNode(text)));
}

function fromNode(node: MathNode): Tree {
  const part = partOf(node);
  if (part.kind === "number") return number(part.value);
  if (part.kind === "symbol") return name(part.name);
  const args = part.args.map(fromNode);
  if (args.length > 2 && isOfMany(part.name)) return nested(part.name, args);
  // There is one matrix here, the Hessian, and it is always the first operand.
  return apply(part.name, ...(args[0]!.name === "H" ? args.slice(1) : args));
}

const isOfMany = (op: string): boolean => op === "min" || op === "max";

/** The smallest of three is the smaller one of the first and the smaller one of the others. */
const nested = (op: string, [first, ...others]: readonly Tree[]): Tree =>
  others.length === 0 ? first! : apply(op, first!, nested(op, others));

/** The tree with every name that stands for another tree replaced by it, but within operations that are left alone. */
export function filled(tree: Tree, by: ReadonlyMap<string, Tree>, alone?: string): Tree {
  if (tree.op === "name") return by.get(tree.name!) ?? tree;
  if (tree.args.length === 0 || tree.op === alone) return tree;
  const args = tree.args.map((arg) => filled(arg, by, alone));
  return args.every((arg, i) => arg === tree.args[i]) ? tree : { ...tree, args };
}

/** The tree with each node changed, the innermost first. */
export function mapped(tree: Tree, change: (node: Tree) => Tree): Tree {
  return change(
    tree.args.length === 0 ? tree : { ...tree, args: tree.args.map((arg) => mapped(arg, change)) },
  );
}

/** The tree with some of its parts exchanged for others: these very ones, and not those that are like them. */
export function swapped(tree: Tree, by: ReadonlyMap<Tree, Tree>): Tree {
  const found = by.get(tree);
  if (found !== undefined) return found;
  const args = tree.args.map((arg) => swapped(arg, by));
  return args.every((arg, i) => arg === tree.args[i]) ? tree : { ...tree, args };
}

const keys = new WeakMap<Tree, string>();

/** A key that equal trees share. */
export function keyOf(tree: Tree): string {
  if (tree.op === "number") return String(tree.value);
  if (tree.op === "name") return tree.name!;
  return remembered(keys, tree, () => `${tree.op}(${tree.args.map(keyOf).join()})`);
}

/** How many operations, names and numbers there are in it. */
export function sizeOf(tree: Tree): number {
  return 1 + tree.args.reduce((sum, arg) => sum + sizeOf(arg), 0);
}

/** The names in it. */
export function namesIn(tree: Tree): Set<string> {
  return new Set(tree.op === "name" ? [tree.name!] : tree.args.flatMap((arg) => [...namesIn(arg)]));
}

/** A part of a tree and the way back up. */
export class Place {
  readonly node: Tree;
  readonly parent: Place | undefined;
  /** Which operand of its parent it is. */
  readonly index: number;
  readonly size: number;

  constructor(node: Tree, parent?: Place, index = 0) {
    this.node = node;
    this.size = sizeOf(node);
    this.parent = parent;
    this.index = index;
  }

  /** What the whole becomes with something else in this place. */
  put(other: Tree): Tree {
    if (this.parent === undefined) return other;
    const { node } = this.parent;
    return this.parent.put({ ...node, args: node.args.with(this.index, other) });
  }
}

/** The whole that a place is in. */
export const rootOf = ({ node, parent }: Place): Tree => (parent === undefined ? node : rootOf(parent));

/** All places in a tree, the root first. */
export function placesIn(root: Tree): Place[] {
  const places: Place[] = [];
  const visit = (place: Place): void => {
    places.push(place);
    place.node.args.forEach((arg, i) => {
      visit(new Place(arg, place, i));
    });
  };
  visit(new Place(root));
  return places;
}

/** The name of w after the step, where something is computed of it. */
export const NEW_W = "wNew";

/** How names are read that are none in a formula. */
const READ: Readonly<Record<string, string>> = {
  [NEW_W]: "(new w)",
  n: "the number of coordinates",
  i: "the index of the coordinate",
  curvature: "H[i][i]",
  rowSum: "the sum of its row of H",
  rowLength: "the length of its row of H",
  rowFirst: "H[i][0]",
  rowOpposite: "the entry of H on the other diagonal",
  firstCurvature: "H[0][0]",
  trace: "the sum of the diagonal of H",
  largestEntry: "the largest entry of H",
  leastCurvature: "the smallest eigenvalue of H",
  determinant: "the determinant of H",
  leastDiagonal: "the smallest entry of the diagonal of H",
  rowInverse: "the sum of 1 over each entry of its row of H",
  greatestEntry: "the greatest entry of H",
  size: "the length of the arrow",
  entry1: "the first number",
  entry2: "the second number",
};

/** Whether a part is read off the Hessian, or computed with it. */
export const isOfHessian = ({ op, name }: Tree): boolean =>
  /^(?:solve|mul$)/.test(op) || (READ[name ?? ""]?.includes("H") ?? false);

/** A name as it is read. */
export const readName = (one: string): string => READ[one] ?? nameText(one);

const INFIX: Readonly<Record<string, string>> = {
  add: "+",
  subtract: "-",
  multiply: "*",
  divide: "/",
  pow: "^",
  smaller: "<",
  smallerEq: "<=",
  larger: ">",
  largerEq: ">=",
  unequal: "!=",
  and: " and ",
  or: " or ",
};

const shown = new WeakMap<Tree, string>();

/** The tree as plain text, as formulas are shown: "w − λ·g". */
export function show(tree: Tree): string {
  return remembered(shown, tree, () => textOf(tree));
}

function textOf(tree: Tree): string {
  const pieces = new Map<string, string>();
  const source = toSource(tree, pieces);
  return formulaText(source, (symbol) => pieces.get(symbol) ?? readName(symbol));
}

/** The expression in the library's own language. */
export const sourceOf = (tree: Tree): string => toSource(tree, new Map());

/** Whether the library's own language knows all that is in an expression. */
export const isInLanguage = ({ op, args }: Tree): boolean =>
  ACTIONS[op]?.text === undefined && args.every(isInLanguage);

/** The expression in the library's own language; what that does not know becomes a name of its own. */
function toSource(tree: Tree, pieces: Map<string, string>): string {
  if (tree.op === "number") return tree.value! < 0 ? `(${tree.value!})` : String(tree.value);
  if (tree.op === "name") return tree.name!;
  const infix = INFIX[tree.op];
  const action = ACTIONS[tree.op];
  if (action?.text !== undefined) {
    const symbol = `unknown${pieces.size}piece`;
    pieces.set(symbol, "");
    pieces.set(symbol, action.text(tree.args.map(show) as [string, string, string], tree.args.map(isLone)));
    return symbol;
  }
  const args = tree.args.map((arg) => toSource(arg, pieces));
  if (tree.op === "unaryMinus") return `(-(${args[0]!}))`;
  if (tree.op === "conditional") return `((${args[0]!}) ? (${args[1]!}) : (${args[2]!}))`;
  if (infix !== undefined) return `((${args[0]!})${infix}(${args[1]!}))`;
  if (tree.op === "solve" || tree.op === "mul") return `${tree.op}(H, ${args.at(-1)!})`;
  const inner = isOfMany(tree.op) ? args.map((arg, i) => withoutCall(tree.op, tree.args[i]!, arg)) : args;
  return `${tree.op}(${inner.join(", ")})`;
}

/** What a call of the same kind holds. */
const withoutCall = (op: string, tree: Tree, text: string): string =>
  tree.op === op ? text.slice(op.length + 1, -1) : text;

const isLone = ({ op }: Tree): boolean => op === "name" || op === "number";

/** The smallest parts of a tree that another does not have in their places. */
export function partsUnlike(tree: Tree, other: Tree): Tree[] {
  if (keyOf(tree) === keyOf(other)) return [];
  const isAlike = tree.op === other.op && tree.args.length === other.args.length && tree.args.length > 0;
  return isAlike ? tree.args.flatMap((arg, i) => partsUnlike(arg, other.args[i]!)) : [tree];
}

/** Whether a tree has a part that is equal to another tree. */
export const has = (tree: Tree, part: Tree): boolean =>
  keyOf(tree) === keyOf(part) || tree.args.some((arg) => has(arg, part));
