import { localsOf, ts, type TS } from "../compiler/typescript.ts";

/** The statement of a cell that declares a name at its top, with the comment before it. */
export function sourceIn(code: string, name: string): string {
  const file = ts.createSourceFile("cell.ts", `export {};\n${code}`, ts.ScriptTarget.Latest, true);
  ts.bindSourceFile(file, {});
  const declarations = localsOf(file).get(ts.escapeLeadingUnderscores(name))?.declarations ?? [];
  const statementOf = (node: TS.Node) => ts.findAncestor(node, ({ parent }) => (parent as unknown) === file);
  const statements = new Set(declarations.map((one) => statementOf(one)));
  return [...statements].map((statement) => statement?.getFullText().trim() ?? "").join("\n");
}
