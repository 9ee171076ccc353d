import { ts, type TS } from "../../compiler/typescript.ts";
import { nodeSpanning } from "./kinds.ts";
import { nodeAt, type Scene, type Words } from "./scene.ts";

/** A function that should give something back and does not. */
export function returnWords({ program, diagnostic, message }: Scene): Words | undefined {
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
  if (isOfNothing(program, diagnostic, message))
    return {
      reason: "here is no value: the function that should give one returns nothing",
      help: "write `return` before the value in its { ... }, or leave the braces out: (x) => 2 * x",
    };
  const wanted = /Type 'void' is not assignable to type '([^']+)'/.exec(message)?.[1];
  if (wanted === undefined) return undefined;
  const at = nodeAt(diagnostic);
  const fn = at && (ts.findAncestor(at, isWritten) ?? functionIn(at.parent));
  const arrow = fn !== undefined && ts.isArrowFunction(fn);
  const help = arrow
    ? "write `return` before the value in { ... }, or leave the braces out: (x) => 2 * x"
    : "write `return` before the value";
  const what = /^\w+$/.test(wanted) ? wanted : "a value";
  return { reason: `the function returns nothing, and ${what} is wanted`, help };
}

/** Arithmetic on what a function without a `return` gives, a property of it, a question about it. */
function isOfNothing(program: TS.Program, diagnostic: TS.Diagnostic, message: string): boolean {
  if (/types? '[^']*\bvoid\b[^']*'( and|\.?$)|and 'void'|type 'void' cannot be tested/.test(message))
    return true;
  const node = nodeSpanning(diagnostic);
  const isOperand = node !== undefined && ts.isExpression(node) && ts.isBinaryExpression(node.parent);
  return isOperand && (program.getTypeChecker().getTypeAtLocation(node).flags & ts.TypeFlags.Void) !== 0;
}

function functionIn(node: TS.Node): TS.Node | undefined {
  return ts.forEachChild(node, (child) => (isWritten(child) ? child : undefined));
}

function isWritten(node: TS.Node): node is TS.ArrowFunction | TS.FunctionExpression | TS.FunctionDeclaration {
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isFunctionDeclaration(node);
}
