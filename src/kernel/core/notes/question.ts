import { ts, type TS } from "../compiler/typescript.ts";

/** A cell that is about to run: nothing the compiler has against it. */
export interface Accepted {
  readonly file: TS.SourceFile;
  readonly checker: TS.TypeChecker;
}

/** What is to be said of a node, where it is hardly meant as it stands. */
export type Question = (node: TS.Node, cell: Accepted) => string | undefined;

export function isNumber({ checker }: Accepted, node: TS.Node): boolean {
  return isOf(checker.getTypeAtLocation(node), ts.TypeFlags.NumberLike);
}

/** A type of which every value is of a kind. */
export function isOf(type: TS.Type, kind: TS.TypeFlags): boolean {
  return type.isUnion() ? type.types.every((part) => isOf(part, kind)) : (type.flags & kind) !== 0;
}

/** `list.method(...)`: its parts, where a node is one. */
export function methodCall(
  node: TS.Node,
): { call: TS.CallExpression; owner: TS.Expression; name: string } | undefined {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  return { call: node, owner: node.expression.expression, name: node.expression.name.text };
}

/** Whether a statement's value is the one that the cell shows. */
export function isValueOfCell(node: TS.Node, { file }: Accepted): boolean {
  return node === file.statements.findLast((one) => !ts.isExportDeclaration(one));
}

/** The code of a node as it can be repeated in a sentence. */
export function shortText(node: TS.Node, { file }: Accepted, most = 40): string | undefined {
  const text = node.getText(file);
  return text.length <= most && !text.includes("\n") ? text : undefined;
}
