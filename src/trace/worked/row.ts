/** Takes the right side of a line apart into quantities and what stands between them. */
import type { MathNode } from "mathjs";
import { computationOf, type Value } from "../../math/evaluate.ts";
import { calls, callsWholeVectors } from "../../math/line.ts";
import { atom, type Piece } from "../../math/notation.ts";
import { toSource } from "../../math/source.ts";
import { formulaText } from "../../math/text.ts";
import { bare, partOf } from "../../math/tree.ts";

/** What a row asks about the names in it. */
export interface Names {
  /** The letter of a name here, with its index. */
  letter(name: string): string;
  /** Whether a name is a number that was chosen, and the same in each step. */
  isGiven(name: string): boolean;
  /** Whether its value stands in a row above. */
  isAbove(name: string): boolean;
  /** Whether all coordinates of vectors are shown. */
  readonly areAllShown: boolean;
  /** The value that a name has here; nothing where it was not recorded. */
  value(name: string): Value | undefined;
}

/** A part of an expression that is shown as one quantity. */
export interface Found {
  /** The expression itself. */
  readonly source: string;
  readonly letter: string;
  /** The names in it. */
  readonly names: readonly string[];
}

/** A right side taken apart. */
export interface Row {
  readonly cells: readonly Found[];
  /** What is printed, with characters from U+E000 on in the places of the cells. */
  readonly printed: string;
  /** The expression over the names cell0, cell1, ... */
  readonly source: string;
  /** Which case of a conditional holds, in words. */
  readonly remarks: readonly string[];
}

const FIRST = 0xe000;

/** The place of a cell in what is printed. */
export const cellIndexOf = (character: string): number => character.charCodeAt(0) - FIRST;

/** The characters that stand for cells in what is printed. */
export const PLACES = /[\uE000-\uF8FF]/g;

export function takeApart(line: MathNode, names: Names): Row {
  const cells: Found[] = [];
  const known = new Map<MathNode, number>();
  const remarks: string[] = [];
  let root = line;
  for (let branch = branchOf(root, names, remarks); branch !== undefined;)
    branch = branchOf((root = branch), names, remarks);
  const isOfNumbersChosen = symbolsOf(root).every((name) => names.isGiven(name));

  const cellFor = (node: MathNode): number | undefined => {
    const place = known.get(node);
    if (place !== undefined) return place;
    if (!isCell(node, root, names, isOfNumbersChosen)) return undefined;
    known.set(node, cells.length);
    cells.push({ source: toSource(node), letter: letterOfNode(node, names), names: symbolsOf(node) });
    return cells.length - 1;
  };
  const replaceWith =
    (write: (place: number) => string) =>
    (node: MathNode): MathNode | Piece | undefined => {
      const branch = branchOf(node, names, remarks);
      if (branch !== undefined) return branch;
      const place = cellFor(node);
      return place === undefined ? undefined : atom(write(place));
    };
  const printed = formulaText(
    root,
    undefined,
    replaceWith((place) => String.fromCharCode(FIRST + place)),
  );
  const source = toSource(
    root,
    undefined,
    replaceWith((place) => `cell${place}`),
  );
  return { cells, printed, source, remarks: [...new Set(remarks)] };
}

/** The names that an expression reads. */
export function symbolsOf(node: MathNode): string[] {
  const part = partOf(node);
  if (part.kind === "symbol") return [part.name];
  return part.kind === "number" ? [] : [...new Set(part.args.flatMap(symbolsOf))];
}

/**
 * Names and numbers are cells. So are powers, functions and sums in parentheses of numbers chosen, and of one quantity
 * that stands in a row above: one number under them says enough. A function of whole vectors is one where not all that it
 * is computed from is shown.
 */
function isCell(node: MathNode, root: MathNode, names: Names, areAllChosen: boolean): boolean {
  const part = partOf(node);
  if (part.kind !== "operation") return true;
  const { name, operation } = part;
  if (operation.shapes !== undefined && !names.areAllShown) return true;
  const isTogether =
    node.type === "ParenthesisNode"
      ? name === "add" || name === "subtract"
      : name === "pow" || (node.type === "FunctionNode" && operation.shapes === undefined);
  if (!isTogether || isSame(node, root) || callsWholeVectors(node)) return false;
  const own = symbolsOf(node).filter((symbol) => !names.isGiven(symbol));
  if (own.length === 0) return !areAllChosen;
  return own.length === 1 && names.isAbove(own[0]!);
}

const isSame = (node: MathNode, root: MathNode): boolean => bare(node) === bare(root);

function letterOfNode(node: MathNode, names: Names): string {
  const letter = formulaText(node, (name) => names.letter(name)).replace(/\^(-?\d+)/g, "^{$1}");
  return node.type === "ParenthesisNode" && partOf(node).kind === "operation" ? `(${letter})` : letter;
}

/** The case of a conditional that holds here, where one holds for all coordinates. */
function branchOf(node: MathNode, names: Names, remarks: string[]): MathNode | undefined {
  const part = partOf(node);
  if (part.kind !== "operation" || part.name !== "conditional") return undefined;
  const [test, yes, no] = part.args as [MathNode, MathNode, MathNode];
  const held = valueOf(test, names);
  if (held === undefined || (typeof held !== "number" && new Set(held as Float64Array).size > 1))
    return undefined;
  const holds = (typeof held === "number" ? held : (held as Float64Array)[0]) !== 0;
  const words = formulaText(test, (name) => names.letter(name));
  remarks.push(holds ? `as ${words}` : `as ${words} does not hold`);
  return holds ? yes : no;
}

/**
 * The value of a part of a line, with all digits; nothing where it can't be computed from what was recorded, as what a line
 * search finds.
 */
export function valueOf(node: MathNode, names: Names): Value | undefined {
  if (calls(node, ({ is }) => is === "trials")) return undefined;
  const values: Record<string, Value> = {};
  for (const symbol of symbolsOf(node)) {
    const value = names.value(symbol);
    if (value === undefined) return undefined;
    values[symbol] = value;
  }
  return computationOf(toSource(node))(values);
}
