import real from "@tslab/typescript-for-tslab";
import type * as TS from "@tslab/typescript-for-tslab";
import { SharedNames } from "../cell/scope.ts";
import { specifierTransformer } from "../cell/specifiers.ts";
import { cellTransformer } from "../cell/transform.ts";
import type { Compiler } from "./internals.ts";
import { SourceFiles } from "./sourceFiles.ts";
import { type WatchHost, watchProgram } from "./watchProgram.ts";

/** The compiler itself. */
export const ts = real as Compiler;

/** Parsed declarations, kept from program to program. */
export const sourceFiles = new SourceFiles(ts);

/** What is known of the cell that was compiled last. */
export interface Compilation {
  program: TS.Program | undefined;
  diagnostics: readonly TS.Diagnostic[];
  /** The name of the cell's file. */
  cell: string;
  /** The cell's file, once it is emitted. */
  file: TS.SourceFile | undefined;
  javascript: string;
  /** The mappings from the emitted code to the cell. */
  sourceMap: string;
}

const nothing: Compilation = {
  program: undefined,
  diagnostics: [],
  cell: "",
  file: undefined,
  javascript: "",
  sourceMap: "",
};

const compilation: Compilation = { ...nothing };

/** Lets go of the latest compilation, and of the program with it. */
export function forgetCompilation(): void {
  Object.assign(compilation, nothing);
}

/** The compilation of the latest cell. */
export function latestCompilation(): Readonly<Compilation> {
  return compilation;
}

/** Compiler options that differ from tslab's; set before a converter is made. */
export const optionOverrides: TS.CompilerOptions = {};

/** Files that are part of each program besides the cell; set before a converter is made. */
export const declarations = { language: "", node: "", globals: "", library: "" };

const cellName = "__tslab__.ts";
const earlierName = "__prev__.d.ts";

/** What tslab gets when it asks for the TypeScript compiler: the compiler, with the seams this kernel needs. */
export const compilerForTslab: object = {
  ...real,
  createWatchCompilerHost(rootFiles: string[], options: TS.CompilerOptions, system: TS.System): WatchHost {
    // The language and Node are declared in files of ours.
    const kept = { ...options };
    delete kept.lib;
    delete kept.typeRoots;
    return {
      rootFiles: [...rootFiles, ...Object.values(declarations)],
      options: { ...kept, ...optionOverrides },
      system,
      nodeTypes: declarations.node,
    };
  },
  createWatchProgram: (host: WatchHost) => watchProgram(ts, host, sourceFiles, emit),
  getPreEmitDiagnosticsOfFiles(program: TS.Program, files: TS.SourceFile[]) {
    const diagnostics = ts
      .getPreEmitDiagnosticsOfFiles(program, files)
      .filter(({ file }) => file !== undefined);
    Object.assign(compilation, { program, diagnostics, cell: files[0]?.fileName ?? "" });
    return diagnostics;
  },
  transpileModule(text: string, options: TS.TranspileOptions): TS.TranspileOutput {
    // The cell is ready to run when it is emitted; only modules beside it are still turned into CommonJS.
    return text === compilation.javascript ? { outputText: text } : ts.transpileModule(text, options);
  },
};

/** Emits a file: the cell with its names shared and its source map kept, another module as it is. */
function emit(
  program: TS.Program,
  [file, write, , , transformers]: Parameters<TS.Program["emit"]>,
): TS.EmitResult {
  const emitted = (before: TS.CustomTransformers["before"], writeFile: TS.WriteFileCallback | undefined) =>
    program.emit(file, writeFile, undefined, undefined, {
      ...(before ? { before } : {}),
      ...(transformers?.afterDeclarations ? { afterDeclarations: transformers.afterDeclarations } : {}),
    });
  if (!file?.fileName.endsWith(`/${cellName}`)) return emitted([specifierTransformer(ts)], write);
  const earlier = program.getSourceFiles().find(({ fileName }) => fileName.endsWith(`/${earlierName}`));
  const names = new SharedNames(ts, program.getTypeChecker(), file, earlier!);
  compilation.file = file;
  return emitted([cellTransformer(ts, names)], (path, text, ...rest) => {
    if (path.endsWith(".map")) {
      compilation.sourceMap = (JSON.parse(text) as { mappings: string }).mappings;
      return;
    }
    if (path.endsWith(".js")) {
      // What marks a module is no part of the cell, and the map is kept apart; an empty cell is still a cell.
      text = text.replace(/(export \{\};\s*)?\/\/# sourceMappingURL=.*\s*$/, "") || ";";
      compilation.javascript = text;
    }
    write?.(path, text, ...rest);
  });
}
