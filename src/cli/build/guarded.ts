import ts from "typescript";
import { nodesIn } from "../../kernel/core/compiler/typescript.ts";

/**
 * A program that counts what it does: each turn of a loop and each call of a function runs `check` first, which may throw.
 * A library that is made so can be left when it takes too long, wherever in it that is.
 * @param check a statement
 */
export function guarded(program: string, check: string): string {
  const source = ts.createSourceFile("program.js", program, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS);
  const insertions: [position: number, text: string][] = [];
  const before = (body: ts.Statement): void => {
    if (ts.isBlock(body)) insertions.push([body.statements.pos, check]);
    else insertions.push([body.getStart(source), `{${check}`], [body.end, "}"]);
  };
  for (const node of nodesIn(source)) {
    if (ts.isIterationStatement(node, false)) before(node.statement);
    if (ts.isFunctionLike(node) && "body" in node && node.body !== undefined && ts.isBlock(node.body))
      insertions.push([afterDirectives(node.body), check]);
  }
  return withInsertions(program, insertions);
}

/** Behind "use strict", which counts only where it comes first. */
function afterDirectives({ statements }: ts.Block): number {
  const first = statements.findIndex(
    (one) => !(ts.isExpressionStatement(one) && ts.isStringLiteral(one.expression)),
  );
  return first <= 0 ? statements.pos : statements[first - 1]!.end;
}

function withInsertions(program: string, insertions: [position: number, text: string][]): string {
  const inOrder = insertions.sort(([a], [b]) => a - b);
  const parts: string[] = [];
  let from = 0;
  for (const [position, text] of inOrder) {
    parts.push(program.slice(from, position), text);
    from = position;
  }
  return [...parts, program.slice(from)].join("");
}
