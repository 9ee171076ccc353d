/** Reads a text. */
import { type AnyNode, parse, parseExpressionAt, type Statement } from "acorn";
import type { Part } from "./part.ts";

const VERSION = { ecmaVersion: 2023 } as const;

/** An expression. */
export const parsed = (text: string): AnyNode => parseExpressionAt(text, 0, VERSION);

/** A statement. */
export const statement = (text: string): Statement => parse(text, VERSION).body[0] as Statement;

/** A function from its text; nothing where that is none. */
export function functionIn(source: string): AnyNode | undefined {
  try {
    return parsed(source);
  } catch {
    return undefined;
  }
}

/** Where names are given, called or filled, and not used. */
const NOT_COMPUTED: Readonly<Record<string, readonly string[]>> = {
  VariableDeclarator: ["id"],
  ArrowFunctionExpression: ["params"],
  FunctionExpression: ["params", "id"],
  FunctionDeclaration: ["params", "id"],
  AssignmentExpression: ["left"],
  UpdateExpression: ["argument"],
  CallExpression: ["callee"],
  NewExpression: ["callee"],
};

/** All parts of a text that compute something or do something. */
export function partsOf(node: AnyNode): Part[] {
  const left = NOT_COMPUTED[node.type] ?? [];
  const isName = (key: string): boolean =>
    (key === "key" || key === "property") && "computed" in node && !node.computed;
  const owner = "callee" in node && node.callee.type === "MemberExpression" ? [node.callee.object] : [];
  const entries: [string, unknown][] = [...Object.entries(node), ["owner", owner]];
  return entries
    .filter(([key]) => !left.includes(key) && !isName(key))
    .flatMap(([, value]) => [value].flat())
    .filter((one): one is AnyNode => typeof (one as AnyNode | null)?.type === "string")
    .flatMap((one) => [{ node: one, parent: node }, ...partsOf(one)]);
}
