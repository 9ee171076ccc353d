import { ts, type TS } from "../compiler/typescript.ts";
import { lastValue } from "./names.ts";

/**
 * The text of a cell as the compiler gets it, every character in its place: `export` before a declaration says
 * nothing in a cell, where every name is shared, and is blanked.
 */
export function prepareCell(code: string): string {
  const file = ts.createSourceFile("cell.ts", code, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS);
  let text = code;
  const blank = (start: number, end: number) => {
    text = text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, " ") + text.slice(end);
  };
  for (const statement of file.statements) {
    if (ts.isExportDeclaration(statement) && !statement.moduleSpecifier)
      blank(statement.getStart(file), statement.end);
    else if (ts.isExportAssignment(statement))
      blank(statement.getStart(file), statement.expression.getStart(file));
    else if (isNamelessDefault(statement)) {
      const start = statement.getStart(file);
      const end = ts.getModifiers(statement)!.find(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)!.end;
      text = `${text.slice(0, start)}void${" ".repeat(end - start - 4)}${text.slice(end)}`;
    } else if (ts.canHaveModifiers(statement))
      for (const modifier of ts.getModifiers(statement) ?? []) {
        if (modifier.kind === ts.SyntaxKind.ExportKeyword || modifier.kind === ts.SyntaxKind.DefaultKeyword)
          blank(modifier.getStart(file), modifier.end);
      }
  }
  return text;

  /** `export default function () {}` declares nothing; as an expression it is allowed. */
  function isNamelessDefault(node: TS.Statement): node is TS.FunctionDeclaration | TS.ClassDeclaration {
    return (
      (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) &&
      !node.name &&
      node.modifiers !== undefined
    );
  }
}

/** True for a cell that is an object and nothing else, `{ a: 1, b: 2 }`, which the language takes for a block. */
export function isObjectAlone(code: string): boolean {
  if (!/^\s*\{[\s\S]*\}\s*$/.test(code)) return false;
  const file = ts.createSourceFile("cell.ts", `(${code})`, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS);
  return parseErrors(file).length === 0;
}

export function parseErrors(file: TS.SourceFile): TS.Diagnostic[] {
  return (file as TS.SourceFile & { parseDiagnostics: TS.Diagnostic[] }).parseDiagnostics;
}

/** True when a cell, or a part of one, awaits something outside of its functions. */
export function awaitsAtTop(part: TS.Node): boolean {
  const awaits = (node: TS.Node): boolean => {
    if (ts.isFunctionLike(node) || ts.isTypeNode(node)) return false;
    if (ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier)) return true;
    if (ts.isVariableDeclarationList(node) && usingOf(node) === "await using") return true;
    return ts.forEachChild(node, awaits) ?? false;
  };
  return awaits(part);
}

/** Whether variables are declared with `using`, and how; undefined for others. */
export function usingOf({ flags }: TS.VariableDeclarationList): "using" | "await using" | undefined {
  const kind: number = flags & ts.NodeFlags.BlockScoped;
  if (kind === (ts.NodeFlags.AwaitUsing as number)) return "await using";
  return kind === (ts.NodeFlags.Using as number) ? "using" : undefined;
}

/** A name of the kernel's own that is no concern of the student's. */
export function isInternalName(name: string): boolean {
  return name === lastValue || name === "__tslab__" || name.startsWith("tsLastExpr");
}

/** Whether a text is a whole cell, the beginning of one (with the indentation of its next line), or neither. */
export function completeness(
  code: string,
): { status: "complete" | "invalid" } | { status: "incomplete"; indent: string } {
  const file = ts.createSourceFile("cell.ts", code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const parseDiagnostics = parseErrors(file);
  if (parseDiagnostics.length === 0) return { status: "complete" };
  const end = code.trimEnd().length;
  const unterminated = new Set([1160, 1010, 1161]);
  // A text between " or ' ends on its line, or never.
  const openText = 1002;
  const atEnd = parseDiagnostics.some(
    ({ start, code: number }) => number !== openText && ((start ?? 0) >= end || unterminated.has(number)),
  );
  if (!atEnd) return { status: "invalid" };
  const line = code.slice(code.lastIndexOf("\n") + 1);
  const indent = /^\s*/.exec(line)![0];
  return { status: "incomplete", indent: /[{([]\s*$/.test(line) ? `${indent}  ` : indent };
}
