import ts from "typescript";
import { boundNames, type Code, type Statement } from "./cells.ts";

/** An answer as it stands in a notebook: an expression, and the cell up to which names count before later ones. */
export interface Expression {
  readonly node: ts.Expression | string;
  readonly file?: ts.SourceFile;
  readonly cell: number;
}

/** A program for the sandbox: the answer is its last expression. */
export interface Program {
  readonly text: string;
  /** What the student wrote of it, types and all. */
  readonly written: string;
  /** Names of the library that it asks for: they are not there. */
  readonly missing: readonly string[];
  /** What keeps it from being read as TypeScript, in a sentence. */
  readonly fault?: string;
}

/** The answer with what it needs from other cells, and nothing else. */
export function programOf(code: Code, answer: Expression): Program {
  const needed = statementsFor(code, answer);
  const expression = textOf(answer);
  const written = [
    ...needed.map(({ node, file }) => node.getText(file)),
    ...(isName(answer) ? [] : [expression]),
  ].join("\n\n");
  // Each statement is a whole one, whatever the next begins with: cells are programs of their own.
  const source = [...needed.map(asVariable), `(${expression}\n)`].join("\n;\n");
  const { outputText, diagnostics = [] } = ts.transpileModule(source, {
    reportDiagnostics: true,
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.None,
      alwaysStrict: true,
      // Two answers that differ in comments alone are the same.
      removeComments: true,
    },
  });
  const [fault] = diagnostics;
  return {
    text: outputText,
    written,
    missing: [...freeNames(code, answer, needed)].filter((name) => code.imported.has(name)),
    ...(fault === undefined ? {} : { fault: ts.flattenDiagnosticMessageText(fault.messageText, " ") }),
  };
}

/** The declaration of a name that an answer sees: the last one above it, else the first below. */
export function declarationOf(code: Code, name: string, cell: number): Statement | undefined {
  const all = code.statements.filter(({ declares }) => declares.includes(name));
  return all.filter((one) => one.cell <= cell).at(-1) ?? all[0];
}

/** What changes a name between its declaration and the end of a cell: where it is run, or read. */
export function changesOf(
  code: Code,
  name: string,
  last: number,
  declaration: Statement | undefined,
  names: "assigns" | "alters",
): Statement[] {
  const first = declaration?.cell ?? 0;
  return code.statements.filter(
    (statement) => statement[names].includes(name) && first <= statement.cell && statement.cell <= last,
  );
}

function statementsFor(code: Code, answer: Expression): Statement[] {
  const needed = new Set<Statement>();
  const open = [...namesIn(answer)];
  const seen = new Set<string>();
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const declaration = declarationOf(code, name, answer.cell);
    if (declaration === undefined) continue;
    const changes = changesOf(code, name, answer.cell, declaration, "assigns").filter(
      ({ node }) => ![...usedBy(node)].some((used) => code.imported.has(used)),
    );
    for (const statement of [declaration, ...changes]) {
      needed.add(statement);
      open.push(...usedBy(statement.node));
    }
  }
  return code.statements.filter((statement) => needed.has(statement));
}

function freeNames(code: Code, answer: Expression, needed: readonly Statement[]): Set<string> {
  return new Set([...namesIn(answer), ...needed.flatMap(({ node }) => [...usedBy(node)])]);
}

const isName = ({ node }: Expression): boolean => typeof node === "string" || ts.isIdentifier(node);

function textOf({ node, file }: Expression): string {
  return typeof node === "string" ? node : node.getText(file);
}

function namesIn({ node }: Expression): Set<string> {
  return typeof node === "string" ? new Set([node]) : usedBy(node);
}

/** The names that a part of a program takes from outside of itself. */
function usedBy(part: ts.Node): Set<string> {
  const used = new Set<string>();
  const own = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return;
    if (ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node)) return;
    if (ts.isParameter(node) || ts.isVariableDeclaration(node))
      for (const name of boundNames(node.name)) own.add(name);
    if (
      (ts.isFunctionDeclaration(node) || ts.isFunctionExpression(node) || ts.isClassLike(node)) &&
      node.name !== undefined
    )
      own.add(node.name.text);
    if (ts.isIdentifier(node) && isReference(node)) used.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(part);
  for (const name of own) used.delete(name);
  return used;
}

function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isBindingElement(parent)) return parent.initializer === node;
  if (ts.isMethodDeclaration(parent) || ts.isPropertyDeclaration(parent)) return false;
  return !ts.isLabeledStatement(parent) && !ts.isBreakOrContinueStatement(parent);
}

/** A statement in which const, let and class make variables: cells may declare a name anew. */
function asVariable({ node, file }: Statement): string {
  const text = node.getText(file).replace(/^export\s+(default\s+)?/, "");
  if (ts.isVariableStatement(node)) return text.replace(/^(const|let)\b/, "var");
  if (ts.isClassDeclaration(node) && node.name !== undefined) return `var ${node.name.text} = ${text};`;
  return text;
}
