import real from "typescript";
import type * as TS from "typescript";

/** The types of what it works with. */
export type { TS };

/** Functions that the compiler exports without declaring them. */
interface Internals {
  /** True for an identifier (and other nodes) that stands for a value where it stands. */
  isExpressionNode(node: TS.Node): boolean;
  /** True for `=`, `+=` and their like. */
  isAssignmentOperator(kind: TS.SyntaxKind): boolean;
  /** Fills in `locals` and the parents of the nodes. */
  bindSourceFile(file: TS.SourceFile, options: TS.CompilerOptions): void;
  /** The innermost name or token at a position. */
  getTouchingPropertyName(file: TS.SourceFile, position: number): TS.Node;
  /** Puts a system in the place of Node's. */
  setSys(system: TS.System): void;
  SymbolDisplay: {
    getSymbolDisplayPartsDocumentationAndSymbolKind(
      checker: TS.TypeChecker,
      symbol: TS.Symbol,
      file: TS.SourceFile,
      enclosing: TS.Node | undefined,
      node: TS.Node,
    ): Pick<TS.QuickInfo, "displayParts" | "documentation" | "tags"> & { symbolKind: TS.ScriptElementKind };
  };
  Completions: { getCompletionsAtPosition(...args: unknown[]): TS.CompletionInfo | undefined };
  SignatureHelp: {
    getSignatureHelpItems(
      program: TS.Program,
      file: TS.SourceFile,
      position: number,
      reason: TS.SignatureHelpTriggerReason | undefined,
      token: TS.CancellationToken,
    ): TS.SignatureHelpItems | undefined;
  };
}

/** A module's or file's own names, filled in by the binder. */
export type Locals = Map<TS.__String, TS.Symbol>;

/** The compiler, with what it exports besides its declarations. */
type Compiler = typeof TS & Internals;

/** The compiler, the one that the project is built with: cells and lessons are in one language. */
export const ts = real as unknown as Compiler;

/** Makes nodes: the same in all its transformations. */
export const { factory } = ts;

/** A node and what is within it, in the order of the text; what `skips` holds is left out with all within it. */
export function nodesIn(node: TS.Node, skips?: (node: TS.Node) => boolean): TS.Node[] {
  const found: TS.Node[] = [];
  const visit = (one: TS.Node): void => {
    if (skips?.(one) === true) return;
    found.push(one);
    ts.forEachChild(one, visit);
  };
  visit(node);
  return found;
}

/** Where in a file the first place is that cannot be read. */
export function firstUnread(file: TS.SourceFile): number | undefined {
  const { parseDiagnostics } = file as TS.SourceFile & {
    parseDiagnostics?: readonly TS.DiagnosticWithLocation[];
  };
  return parseDiagnostics?.[0]?.start;
}

/** The names declared at the top of a bound file. */
export function localsOf(file: TS.SourceFile): Locals {
  return (file as TS.SourceFile & { locals?: Locals }).locals ?? new Map<TS.__String, TS.Symbol>();
}
