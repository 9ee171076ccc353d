/**
 * Where the cells of a percent-format program begin. A mark is a `// %%` comment at the start of a line, outside of
 * every string, template literal, regular expression and block comment.
 */
import ts from "typescript";

/** A `// %%` line: its line number (from 0) and what follows the two percent signs. */
export interface Mark {
  readonly line: number;
  readonly text: string;
}

const MARK = /^\/\/ %%(?:\s+(.*?))?\s*$/;

/** The cell marks of a program, in order. */
export function findMarks(source: string): Mark[] {
  const file = ts.createSourceFile("lesson.ts", source, ts.ScriptTarget.ES2022);
  const marks: Mark[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJSDoc(node)) return; // is a comment itself
    const children = ts.isTemplateExpression(node) ? [] : node.getChildren(file);
    children.forEach(visit);
    if (children.length > 0 || node.kind === ts.SyntaxKind.SyntaxList) return;
    for (const { kind, pos, end } of ts.getLeadingCommentRanges(source, node.pos) ?? []) {
      const { line, character } = file.getLineAndCharacterOfPosition(pos);
      const isLine = kind === ts.SyntaxKind.SingleLineCommentTrivia && character === 0;
      const match = isLine ? MARK.exec(source.slice(pos, end)) : null;
      if (match) marks.push({ line, text: match[1] ?? "" });
    }
  };
  visit(file);
  return marks;
}
