import real from "@tslab/typescript-for-tslab";
import type * as TS from "@tslab/typescript-for-tslab";
import { plainDeclarations } from "../cell/declarations.ts";
import { SharedNames } from "../cell/scope.ts";
import { specifierTransformer } from "../cell/specifiers.ts";
import { cellTransformer } from "../cell/transform.ts";
import type { Compiler } from "./internals.ts";
import { SourceFiles } from "./source-files.ts";
import { type WatchHost, watchProgram } from "./watch-program.ts";

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
  /** The student's modules that were compiled with the cell. */
  modules: CompiledModule[];
}

/** A module beside the notebook, compiled in steps. */
export interface CompiledModule {
  /** The path of its source. */
  source: string;
  javascript: string;
  /** The mappings of each step, the latest first. */
  mappings: string[];
}

const nothing: Compilation = {
  program: undefined,
  diagnostics: [],
  cell: "",
  file: undefined,
  javascript: "",
  sourceMap: "",
  modules: [],
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

/** "Import assignment cannot be used when targeting ECMAScript modules": in a cell it can. */
const importEquals = 1202;

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
    // What speaks against the declarations that are made of a cell does not speak against the cell.
    const ofDeclarations = new Set<TS.Diagnostic>(
      files.flatMap((file) => program.getDeclarationDiagnostics(file)),
    );
    const diagnostics = ts
      .getPreEmitDiagnosticsOfFiles(program, files)
      .filter(
        (found) => found.file !== undefined && found.code !== importEquals && !ofDeclarations.has(found),
      );
    Object.assign(compilation, { program, diagnostics, cell: files[0]?.fileName ?? "", modules: [] });
    return diagnostics;
  },
  transpileModule(text: string, options: TS.TranspileOptions): TS.TranspileOutput {
    // The cell is ready to run when it is emitted; only modules beside it are still turned into CommonJS.
    if (text === compilation.javascript) return { outputText: text };
    const output = ts.transpileModule(text, {
      ...options,
      compilerOptions: { ...options.compilerOptions, sourceMap: true },
    });
    const module = compilation.modules.find(({ javascript }) => javascript === text);
    if (module) {
      module.javascript = output.outputText;
      module.mappings.unshift(mappingsOf(output.sourceMapText!));
    }
    return output;
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
  let mappings = "";
  if (!file?.fileName.endsWith(`/${cellName}`))
    return emitted([specifierTransformer(ts)], (path, text, ...rest) => {
      if (path.endsWith(".map")) mappings = mappingsOf(text);
      else if (path.endsWith(".js") && file)
        compilation.modules.push({ source: file.fileName, javascript: text, mappings: [mappings] });
      write?.(path, text, ...rest);
    });
  const earlier = program.getSourceFiles().find(({ fileName }) => fileName.endsWith(`/${earlierName}`));
  const names = new SharedNames(ts, program.getTypeChecker(), file, earlier!);
  compilation.file = file;
  return emitted([cellTransformer(ts, names)], (path, text, ...rest) => {
    if (path.endsWith(".map")) {
      compilation.sourceMap = mappingsOf(text);
      return;
    }
    if (path.endsWith(".js")) {
      // What marks a module is no part of the cell, and the map is kept apart; an empty cell is still a cell.
      text = text.replace(/(export \{\};\s*)?\/\/# sourceMappingURL=.*\s*$/, "") || ";";
      compilation.javascript = text;
      if (program.getDeclarationDiagnostics(file).length > 0)
        write?.(path.replace(/js$/, "d.ts"), plainDeclarations(ts, program.getTypeChecker(), file), ...rest);
    }
    write?.(path, text, ...rest);
  });
}

function mappingsOf(sourceMap: string): string {
  return (JSON.parse(sourceMap) as { mappings: string }).mappings;
}
