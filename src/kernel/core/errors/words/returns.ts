import type * as TS from "typescript";
import { ts } from "../../compiler/typescript.ts";
import { nodeAt, type Scene, type Words } from "./scene.ts";

/** A function that should give something back and does not. */
export function returnWords({ diagnostic, message }: Scene): Words | undefined {
  switch (diagnostic.code) {
    case 7030:
      return {
        reason: "the function returns a value in some cases and nothing in the others",
        help: "end it with a `return ...` for the other cases",
      };
    case 2366:
    case 2355:
      return {
        reason: "the function says that it returns a value, but it can come to its end without one",
        help: "end it with `return ...`",
      };
  }
  const wanted = /Type 'void' is not assignable to type '([^']+)'/.exec(message)?.[1];
  if (wanted === undefined) return undefined;
  const at = nodeAt(diagnostic);
  const fn = at && (ts.findAncestor(at, isWritten) ?? functionIn(at.parent));
  const arrow = fn !== undefined && ts.isArrowFunction(fn);
  const help = arrow
    ? "write `return` before the value in { ... }, or leave the braces out: (x) => 2 * x"
    : "write `return` before the value";
  return { reason: `the function returns nothing, and ${wanted} is wanted`, help };
}

function functionIn(node: TS.Node): TS.Node | undefined {
  return ts.forEachChild(node, (child) => (isWritten(child) ? child : undefined));
}

function isWritten(node: TS.Node): node is TS.ArrowFunction | TS.FunctionExpression | TS.FunctionDeclaration {
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isFunctionDeclaration(node);
}
