import type { MathNode } from "mathjs";
import { remembered } from "../remembered.ts";
import { parse, symbolsOf } from "./expression.ts";
import { FUNCTION_NAMES } from "./functions.ts";
import type { Operation } from "./operation.ts";
import { partOf } from "./tree.ts";

const nodes = new Map<string, MathNode>();

/** How many operations a line of a rule may have. */
const MOST_IN_LINE = 1000;

/** The parsed right side of a line of a rule, in which every documented function may be called. */
export function parseLine(text: string, symbols?: Iterable<string>): MathNode {
  return parse(text, { symbols, functions: FUNCTION_NAMES, most: MOST_IN_LINE });
}

/** The same, parsed once for each text. It is never changed. */
export function lineNode(text: string): MathNode {
  return remembered(nodes, text, () => parseLine(text));
}

const symbols = new Map<string, ReadonlySet<string>>();

/** The symbols that a line reads. */
export function symbolsIn(text: string): ReadonlySet<string> {
  return remembered(symbols, text, () => new Set(symbolsOf(lineNode(text))));
}

/** Whether there is an operation in a line of which this holds. */
export function calls(node: MathNode, holds: (operation: Operation) => boolean): boolean {
  const part = partOf(node);
  return part.kind === "operation" && (holds(part.operation) || part.args.some((one) => calls(one, holds)));
}

/** Whether a line can't be computed coordinate by coordinate. */
export const callsWholeVectors = (node: MathNode): boolean =>
  calls(node, ({ shapes }) => shapes !== undefined);
