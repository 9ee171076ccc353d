import { plainDeclarations } from "../cell/declarations.ts";
import { assignedInFunctions } from "../cell/loops.ts";
import { onlyMakesFunctions } from "../cell/only-functions.ts";
import { countingTransformer } from "../cell/rounds.ts";
import { SharedNames } from "../cell/scope.ts";
import { SharedScope } from "../cell/shared-scope.ts";
import { cellTransformer } from "../cell/transform.ts";
import { type Places, platform } from "../platform.ts";
import { EarlierCells } from "./earlier.ts";
import { moduleOfFile } from "./paths.ts";
import { CellProgram, modulesOf, type WatchHost } from "./program.ts";
import { RefusedNames } from "./refused.ts";
import { completionsAt, faultsIn, quickInfoAt, signatureAt } from "./services.ts";
import { SourceFiles } from "./source-files.ts";
import { ts, type TS } from "./typescript.ts";

/** Parsed declarations, kept from program to program. */
export const sourceFiles = new SourceFiles();

/** What the cells before declared. */
export const earlierCells = new EarlierCells();

/** What the compiler has refused. */
export const refusedNames = new RefusedNames();

/** What cells share. */
export const sharedScope = new SharedScope();

/** What is known of the cell that was compiled last. */
export interface Compilation {
  program: TS.Program | undefined;
  diagnostics: readonly TS.Diagnostic[];
  /** Whether the cell is to run all the same, so that what it declares can be checked. */
  isTried: boolean;
  /** The name of the cell's file. */
  cell: string;
  /** The cell's file, once it is emitted. */
  file: TS.SourceFile | undefined;
  /** The mappings from the emitted code to the cell. */
  sourceMap: string;
}

const nothing: Compilation = {
  program: undefined,
  diagnostics: [],
  isTried: false,
  cell: "",
  file: undefined,
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

/** Files that are part of each program besides the cell, and the options; set before a converter is made. */
export const setting = {
  declarations: [] as string[],
  nodeTypes: { globals: "", modules: "" } as Places["types"],
  options: {} as TS.CompilerOptions,
};

let compilerHost: TS.CompilerHost;
let latestProgram: () => TS.Program | undefined;

/** What tslab gets when it asks for its own build of the compiler: ours, and the functions that only its build has. */
export const compilerForTslab: object = {
  // Not a copy: what the compiler has is looked up when it is asked for.
  __proto__: ts,
  __esModule: true,
  getDefaultTypeRoots: () => [],
  getNullTransformationContext: () => undefined,
  createWatchCompilerHost: (
    rootFiles: string[],
    { rootDir, outDir, allowJs, jsx }: TS.CompilerOptions,
    system: TS.System,
  ): WatchHost => ({
    rootFiles: [...rootFiles, ...setting.declarations],
    options: { ...setting.options, rootDir, outDir, allowJs, jsx } as TS.CompilerOptions,
    system,
    nodeTypes: setting.nodeTypes,
    emit,
    hostMade(host, program) {
      compilerHost = host;
      latestProgram = program;
    },
  }),
  createWatchProgram: (host: WatchHost) => new CellProgram(host, sourceFiles, earlierCells),
  getPreEmitDiagnosticsOfFiles(program: TS.Program, [cell]: [TS.SourceFile]) {
    const faults = faultsIn(program, [cell, ...modulesOf(program, cell)]);
    const diagnostics = [...faults, ...refusedNames.usesIn(program, cell, earlierCells)];
    const isTried = diagnostics.length > 0 && isRead(program, cell, faults) && onlyMakesFunctions(cell);
    Object.assign(compilation, { program, diagnostics, isTried, cell: cell.fileName });
    return isTried ? [] : diagnostics;
  },
  getQuickInfoAtPosition: (file: TS.SourceFile, checker: TS.TypeChecker, _: unknown, position: number) =>
    quickInfoAt(file, checker, position) ?? signatureAt(latestProgram()!, file, position),
  Completions: {
    getCompletionsAtPositionForTslab: (
      _host: unknown,
      program: TS.Program,
      _log: unknown,
      file: TS.SourceFile,
      position: number,
    ) => completionsAt(program, compilerHost, file, position, modulesOfNode),
  },
  // The cell is ready to run when it is emitted.
  transpileModule: (text: string): TS.TranspileOutput => ({ outputText: text }),
};

/** Whether types are all that the compiler has against a cell. */
function isRead(program: TS.Program, cell: TS.SourceFile, faults: readonly TS.Diagnostic[]): boolean {
  return program.getSyntacticDiagnostics(cell).length === 0 && faults.every(({ file }) => file === cell);
}

/** The modules of Node that are declared by themselves. */
function modulesOfNode(): string[] {
  const { modules } = setting.nodeTypes;
  return ts.sys.readDirectory(modules, [".d.ts"]).map((path) => moduleOfFile(path.slice(modules.length + 1)));
}

/** Emits the cell, with its names shared and its source map kept. */
function emit(
  program: TS.Program,
  [file, write, , , transformers]: Parameters<TS.Program["emit"]>,
): TS.EmitResult {
  const names = new SharedNames(program.getTypeChecker(), file!, earlierCells, sharedScope);
  for (const name of assignedInFunctions(names, file!)) sharedScope.changing.add(name);
  compilation.file = file;
  const writeFile: TS.WriteFileCallback = (path, text, ...rest) => {
    if (path.endsWith(".map")) {
      compilation.sourceMap = (JSON.parse(text) as { mappings: string }).mappings;
      return;
    }
    if (path.endsWith(".js")) {
      // What marks a module is no part of the cell, and the map is kept apart; an empty cell is still a cell.
      text = text.replace(/(export \{\};\s*)?\/\/# sourceMappingURL=.*\s*$/, "") || ";";
      if (program.getDeclarationDiagnostics(file).length > 0)
        write?.(path.replace(/js$/, "d.ts"), plainDeclarations(program.getTypeChecker(), file!), ...rest);
    }
    write?.(path, text, ...rest);
  };
  return program.emit(file, writeFile, undefined, undefined, {
    before: [cellTransformer(names), ...(platform.countsRounds ? [countingTransformer] : [])],
    ...(transformers?.afterDeclarations ? { afterDeclarations: transformers.afterDeclarations } : {}),
  });
}
