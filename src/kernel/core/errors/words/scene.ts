import { ts, type TS } from "../../compiler/typescript.ts";

/** A type error, where it is, and what can be asked about it. */
export interface Scene {
  program: TS.Program;
  diagnostic: TS.Diagnostic;
  /** What the compiler says, in one or more lines. */
  message: string;
  /** The file with the lesson library's types. */
  library: string;
  /** The cells that declare a name and did not run to their end. */
  failed: ReadonlyMap<string, number>;
}

/** A name of which nothing is known but that another cell may declare it. */
export interface Lacking {
  /** The name, where that is so. */
  readonly lacks?: string | undefined;
  /** Whether the lesson library has it. */
  readonly isExported?: boolean | undefined;
}

/** An error in words: what is wrong, what to write instead, and the place when another one says more. */
export interface Words extends Lacking {
  /** The same for errors of which one is told for all; without it the reason is. */
  cause?: string;
  reason?: string;
  help?: string;
  place?: Stretch;
  /** How a name is declared that the statement around gives a value and nothing declares: told with what is wrong in the value. */
  declares?: string | undefined;
  /** Where other errors come from this one, and are not told. */
  covers?: Stretch;
}

/** A part of a file. */
export interface Stretch {
  start: number;
  length: number;
}

/** Where a node stands. */
export function stretchOf(node: TS.Node): Stretch {
  return { start: node.getStart(), length: node.getWidth() };
}

/** The innermost node where the error is. */
export function nodeAt({ file, start }: Pick<TS.Diagnostic, "file" | "start">): TS.Node | undefined {
  if (!file || start === undefined) return undefined;
  const find = (node: TS.Node): TS.Node | undefined => {
    if (start < node.getStart(file) || start >= node.end) return undefined;
    return ts.forEachChild(node, find) ?? node;
  };
  return find(file);
}

/** What stands in round brackets, if it stands in some. */
export function withoutBrackets(node: TS.Expression): TS.Expression {
  return ts.isParenthesizedExpression(node) ? withoutBrackets(node.expression) : node;
}

/** `a = b` */
export function isAssigned(node: TS.Node): node is TS.BinaryExpression {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
}

/** Of a line that is longer, as one with data in it, what is near is looked at: nobody's patience is without an end. */
const near = 500;

/** The line of a text where a position is, or the last one before it that is not empty; of a long line what is near. */
export function lineAt(text: string, position: number): Stretch & { text: string } {
  const startOf = (at: number): number => text.slice(0, at).lastIndexOf("\n") + 1;
  let start = startOf(position);
  let end = text.indexOf("\n", position);
  if (end < 0) end = text.length;
  while (start > 0 && text.slice(start, end).trim() === "") {
    end = start - 1;
    start = startOf(end);
  }
  const at = Math.min(position, end);
  [start, end] = [Math.max(start, at - near), Math.min(end, at + near)];
  return { start, length: end - start, text: text.slice(start, end) };
}

/** What stands before a position, as far as it is near. */
export function textBefore(text: string, position: number): string {
  return text.slice(Math.max(0, position - near), position);
}

/** What stands in single quotes. */
export function quoted(message: string): string[] {
  return [...message.matchAll(/'([^']*)'/g)].map(([, text]) => text!);
}

/** A line with blanks in the place of what is quoted in it. */
export function withoutStrings(line: string): string {
  return line.replace(/(["'`])(?:\\.|(?!\1).)*\1/g, (text) => " ".repeat(text.length));
}

/** How many names a sentence lists at most. */
export const maxListed = 8;

/** Names as a sentence lists them. */
export function listed(names: readonly string[], most = maxListed): string {
  return `${names.slice(0, most).join(", ")}${names.length > most ? ", ..." : ""}`;
}
