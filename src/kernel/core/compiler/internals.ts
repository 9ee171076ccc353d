import type * as TS from "@tslab/typescript-for-tslab";

/** Functions of the compiler that tslab's build exports without declaring them. */
interface Internals {
  /** True for an identifier (and other nodes) that stands for a value where it stands. */
  isExpressionNode(node: TS.Node): boolean;
  /** Fills in `locals` and the parents of the nodes. */
  bindSourceFile(file: TS.SourceFile, options: TS.CompilerOptions): void;
  /** All that the compiler has to say against some files of a program. */
  getPreEmitDiagnosticsOfFiles(program: TS.Program, files: TS.SourceFile[]): TS.Diagnostic[];
}

/** A module's or file's own names, filled in by the binder. */
export type Locals = Map<TS.__String, TS.Symbol>;

/** The compiler, with what tslab's build exports besides its declarations. */
export type Compiler = typeof TS & Internals;

/** The names declared at the top of a bound file. */
export function localsOf(file: TS.SourceFile): Locals {
  return (file as TS.SourceFile & { locals?: Locals }).locals ?? new Map<TS.__String, TS.Symbol>();
}
