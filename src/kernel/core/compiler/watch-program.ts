import type * as TS from "@tslab/typescript-for-tslab";
import { type Compiler } from "./internals.ts";
import { nameOf } from "./paths.ts";
import { Resolution } from "./resolution.ts";
import type { SourceFiles } from "./source-files.ts";

/** What tslab's converter uses of a builder program. */
export interface Builder {
  getProgram(): TS.Program;
  getSourceFile(path: string): TS.SourceFile | undefined;
  getAllDependencies(file: TS.SourceFile): string[];
  emit: TS.Program["emit"];
}

/** What tslab's converter uses of a watch host. */
export interface WatchHost {
  rootFiles: string[];
  options: TS.CompilerOptions;
  system: TS.System;
  /** The file with Node's declarations. */
  nodeTypes: string;
  afterProgramCreate?: (builder: Builder) => void;
}

/** How a program of ours emits a file; the cell is transformed here. */
export type Emit = (program: TS.Program, args: Parameters<TS.Program["emit"]>) => TS.EmitResult;

/**
 * Stands in for the compiler's watch program, which tslab drives by telling it that the cell has changed. This one
 * watches nothing: it looks at the student's files when a cell is compiled, keeps parsed files for good, and makes the
 * program only when it is asked for something that needs one.
 */
export function watchProgram(ts: Compiler, host: WatchHost, files: SourceFiles, emit: Emit) {
  const { system, options } = host;
  const cwd = system.getCurrentDirectory();
  let rootFiles = host.rootFiles;
  // The cell, and the declarations that earlier cells have left.
  const cellFiles = rootFiles.filter((path) => nameOf(path).startsWith("__"));
  let scheduled: unknown;
  // The student's modules as they were converted, and what tells the converter that one has changed.
  const converted = new Map<string, TS.SourceFile>();
  const changed = new Map<string, TS.FileWatcherCallback>();
  ts.sys.watchFile = (path, callback) => {
    changed.set(path, callback);
    return { close: () => undefined };
  };
  let last: TS.Program | undefined;

  const resolution = new Resolution(ts, options, cwd, host.nodeTypes);
  const isLasting = (path: string) => path.includes("/node_modules/") || files.has(path);
  const parseOptions: TS.CreateSourceFileOptions = {
    languageVersion: options.target ?? ts.ScriptTarget.ES2022,
  };

  const compilerHost: TS.CompilerHost = {
    getSourceFile: (path) => readSourceFile(path),
    getSourceFileByPath: (path) => readSourceFile(path),
    getDefaultLibFileName: (of) => `${libraryDir()}/${ts.getDefaultLibFileName(of)}`,
    getDefaultLibLocation: libraryDir,
    getCurrentDirectory: () => cwd,
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    writeFile: () => undefined,
    fileExists: (path) => system.fileExists(path),
    readFile: (path) => system.readFile(path),
    directoryExists: (path) => system.directoryExists(path),
    getDirectories: (path) => system.getDirectories(path),
    ...(system.realpath ? { realpath: (path: string) => system.realpath!(path) } : {}),
    resolveModuleNameLiterals: (literals, file, _redirect, _options, source) => {
      return resolution.resolve(literals, file, source, compilerHost, isLasting(file));
    },
    resolveTypeReferenceDirectiveReferences: (references, file) =>
      resolution.resolveTypes(references, file, compilerHost),
    hasInvalidatedResolutions: (path) => !isLasting(path),
  };

  // The converter keeps these call-backs and calls them when the text of the cell has changed.
  for (const path of cellFiles) system.watchFile?.(path, schedule);
  rebuild();

  return {
    close: () => undefined,
    updateRootFileNames(paths: string[]) {
      rootFiles = [...new Set([...rootFiles, ...paths])];
      schedule();
    },
  };

  function libraryDir(): string {
    return system.getExecutingFilePath().replace(/\/[^/]*$/, "");
  }

  function schedule(): void {
    if (scheduled !== undefined) system.clearTimeout?.(scheduled);
    scheduled = system.setTimeout?.(rebuild, 0);
  }

  function rebuild(): void {
    scheduled = undefined;
    // The converter takes nodes out of what it is given: it gets these files anew each time.
    for (const path of cellFiles) files.drop(path);
    host.afterProgramCreate?.(builder());
  }

  function readSourceFile(path: string): TS.SourceFile | undefined {
    // The language is declared in one file of ours; packages that refer to a part of it have it already.
    if (/\/lib\.(es|decorators)[^/]*\.d\.ts$/.test(path)) return files.fromText(path, "", parseOptions);
    return files.get(path, parseOptions, (of) => {
      const text = system.readFile(of);
      return text !== undefined && cellFiles.includes(of) ? withPlainExports(text) : text;
    });
  }

  function builder(): Builder {
    let made: TS.Program | undefined;
    const program = () => (made ??= last = createProgram());
    return {
      getProgram: program,
      getSourceFile(path) {
        if (made) return made.getSourceFile(path);
        const file = readSourceFile(path);
        if (file) ts.bindSourceFile(file, options);
        return file;
      },
      getAllDependencies: (file) => dependencies(program(), file),
      emit: (...args) => emit(program(), args),
    };
  }

  function createProgram(): TS.Program {
    return ts.createProgram({
      rootNames: rootFiles,
      options,
      host: compilerHost,
      ...(last ? { oldProgram: last } : {}),
    });
  }

  /** The file and the student's own modules it imports, directly or not. */
  function dependencies(program: TS.Program, file: TS.SourceFile): string[] {
    const found = new Set<string>([file.fileName]);
    const visit = (from: TS.SourceFile) => {
      for (const path of resolution.importsOf(from)) {
        if (found.has(path) || path.endsWith(".d.ts") || path.includes("/node_modules/")) continue;
        const imported = program.getSourceFile(path);
        if (!imported) continue;
        found.add(path);
        noteChange(path, imported);
        visit(imported);
      }
    };
    visit(file);
    return [...found];
  }

  /** A module that is not what it was when it was converted is converted anew. */
  function noteChange(path: string, file: TS.SourceFile): void {
    if (converted.get(path) === file) return;
    if (!converted.has(path)) system.watchFile?.(path, () => undefined);
    converted.set(path, file);
    changed.get(path)?.(path, ts.FileWatcherEventKind.Changed);
  }
}

/**
 * The converter ends a cell with an export of all its names, written as the compiler keeps them: those that begin with
 * two underscores have a third, and `declare global` is among them.
 */
function withPlainExports(text: string): string {
  return text.replace(/\nexport \{[^}]*\}$/, (names) =>
    names.replace(/\b__global(, )?/, "").replace(/\b_(?=__)/g, ""),
  );
}
