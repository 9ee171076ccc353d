import { existsSync, readFileSync } from "node:fs";
import ts from "typescript";
import { UserError } from "../../system/user-error.js";

/**
 * The text of a file in which an exported record has one entry more, at its end.
 * @param entry its lines
 * @param begun the text of the file where there is none yet, with the record empty
 */
export function withEntry(path: string, record: string, key: string, entry: string, begun: string): string {
  const text = existsSync(path) ? readFileSync(path, "utf8") : begun;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022);
  const object = file.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations)
    .find(({ name }) => ts.isIdentifier(name) && name.text === record)?.initializer;
  if (object === undefined || !ts.isObjectLiteralExpression(object))
    throw new UserError(
      `${path} has no record of ${record}`,
      `Write export const ${record} = { ... }; in it.`,
    );
  const { properties } = object;
  if (properties.some(({ name }) => name !== undefined && ts.isIdentifier(name) && name.text === key))
    throw new UserError(`${path} has ${key} already`, "Choose another name.");
  const [start, end] = [object.getStart(file) + 1, object.end - 1];
  const inside = text.slice(start, end);
  const before = inside.includes("\n")
    ? withComma(inside, properties)
    : `\n${properties.map((one) => `  ${one.getText(file)},\n`).join("")}`;
  return `${text.slice(0, start)}${before}${entry}${text.slice(end)}`;
}

/** What stands in a record of several lines, its last entry with a comma behind it. */
function withComma(inside: string, entries: ts.NodeArray<ts.ObjectLiteralElementLike>): string {
  if (entries.length === 0 || entries.hasTrailingComma) return inside;
  const length = entries.end - entries.pos;
  return `${inside.slice(0, length)},${inside.slice(length)}`;
}
