import { nodesIn, ts, type TS } from "../../compiler/typescript.ts";
import type { TextPosition } from "../source-map.ts";

/** A place and how many characters it spans. */
export interface Span extends TextPosition {
  length: number;
}

/**
 * Where in a call the option stands that an error of the library speaks of: the first of the call's options whose name
 * is a word of the message.
 */
export function optionPlace(code: string, call: TextPosition, message: string): Span | undefined {
  const file = ts.createSourceFile("cell.ts", code, ts.ScriptTarget.Latest, true);
  const at = file.getPositionOfLineAndCharacter(call.line, call.column);
  const found = callAt(file, at);
  if (!found) return undefined;
  const options = found.arguments
    .flatMap((given) => nodesIn(given, ts.isFunctionLike))
    .filter((node) => ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node));
  const words = message.split(/[^\w$]+/);
  const named = options
    .map((option) => ({ option, index: words.indexOf(option.name.getText(file).replace(/["']/g, "")) }))
    .filter(({ index }) => index >= 0)
    .sort((a, b) => a.index - b.index)[0]?.option;
  if (!named) return undefined;
  const { line, character } = file.getLineAndCharacterOfPosition(named.getStart(file));
  return { line, column: character, length: named.name.getWidth(file) };
}

/** The call whose name is at a position. */
function callAt(file: TS.SourceFile, position: number): TS.CallExpression | undefined {
  return nodesIn(file, (node) => position < node.getStart(file) || position >= node.end)
    .filter(ts.isCallExpression)
    .findLast(({ expression }) => position <= expression.end);
}
