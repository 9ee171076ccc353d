import type * as TS from "typescript";
import type { Places } from "../platform.ts";
import type { EarlierCells } from "./earlier.ts";
import { nameOf } from "./paths.ts";
import { Resolution } from "./resolution.ts";
import type { SourceFiles } from "./source-files.ts";
import { ts } from "./typescript.ts";

/** What tslab's converter uses of a builder program. */
export interface Builder {
  getProgram(): TS.Program;
  getSourceFile(path: string): TS.SourceFile | undefined;
  getAllDependencies(file: TS.SourceFile): string[];
  emit: TS.Program["emit"];
}

/** What tslab's converter uses of a watch host, and what a program needs. */
export interface WatchHost {
  rootFiles: string[];
  options: TS.CompilerOptions;
  system: TS.System;
  nodeTypes: Places["types"];
  /** How a program of ours emits a file; the cell is transformed here. */
  emit: (program: TS.Program, args: Parameters<TS.Program["emit"]>) => TS.EmitResult;
  /** Called when there is a host of the programs, and with what gives the latest program. */
  hostMade: (host: TS.CompilerHost, program: () => TS.Program | undefined) => void;
  afterProgramCreate?: (builder: Builder) => void;
}

/** An empty file that stands, for tslab, for what earlier cells declared; names are looked up from there on. */
const declarationsName = "__prev__.d.ts";

/**
 * Stands in for the compiler's watch program, which tslab drives by telling it that the cell has changed. This one
 * watches nothing: it looks at the student's files when a cell is compiled, keeps parsed files for good, and makes the
 * program only when it is asked for something that needs one.
 */
export function watchProgram(host: WatchHost, files: SourceFiles, earlier: EarlierCells) {
  const { system, options } = host;
  const cwd = system.getCurrentDirectory();
  let rootFiles = host.rootFiles;
  // The cell, and what tslab takes for the declarations of earlier cells.
  const cellFiles = rootFiles.filter((path) => nameOf(path).startsWith("__"));
  let scheduled: unknown;
  let last: TS.Program | undefined;
  const resolution = new Resolution(options, cwd, host.nodeTypes);
  const isLasting = (path: string) =>
    path.includes("/node_modules/") || files.has(path) || resolution.isOfNode(path);
  const parseOptions: TS.CreateSourceFileOptions = { languageVersion: options.target! };

  const compilerHost: TS.CompilerHost = {
    getSourceFile: (path) => readSourceFile(path),
    getDefaultLibFileName: ts.getDefaultLibFileName,
    getCurrentDirectory: () => cwd,
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    writeFile: () => undefined,
    fileExists: (path) => earlier.file(path) !== undefined || system.fileExists(path),
    readFile: (path) => system.readFile(path),
    directoryExists: (path) => system.directoryExists(path),
    getDirectories: (path) => system.getDirectories(path),
    readDirectory: (path, ...rest) => system.readDirectory(path, ...rest),
    ...(system.realpath ? { realpath: (path: string) => system.realpath!(path) } : {}),
    resolveModuleNameLiterals(literals, path) {
      const cell = earlier.file(path);
      return literals.map(({ text }) =>
        cell
          ? resolution.resolveOfCell(text, cell, compilerHost)
          : resolution.resolve(text, path, compilerHost, isLasting(path)),
      );
    },
    resolveTypeReferenceDirectiveReferences: (references, file) =>
      resolution.resolveTypes(references, file, compilerHost),
    // What an earlier cell imports is found once, as what lasts.
    hasInvalidatedResolutions: (path) => !isLasting(path) && earlier.file(path) === undefined,
  };
  host.hostMade(compilerHost, () => last);

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
    return (
      earlier.file(path) ??
      files.get(path, parseOptions, (of) => {
        const text = system.readFile(of);
        return text !== undefined && cellFiles.includes(of) ? withPlainExports(text) : text;
      })
    );
  }

  function askedFor(): string[] {
    const texts = cellFiles.map((path) => readSourceFile(path)?.text);
    return resolution.filesAskedFor(texts.join("\n"), compilerHost);
  }

  function builder(): Builder {
    let made: TS.Program | undefined;
    const program = () =>
      (made ??= last =
        ts.createProgram({
          rootNames: [...rootFiles, ...earlier.paths, ...askedFor()],
          options,
          host: compilerHost,
          ...(last ? { oldProgram: last } : {}),
        }));
    return {
      getProgram: program,
      getSourceFile(path) {
        const file = made ? made.getSourceFile(path) : readSourceFile(path);
        if (!file) return undefined;
        if (!made) ts.bindSourceFile(file, options);
        return nameOf(path) === declarationsName ? Object.assign(file, { parent: earlier.latest }) : file;
      },
      // Modules beside the notebook are compiled when they are run.
      getAllDependencies: (file) => [file.fileName],
      emit: (...args) => host.emit(program(), args),
    };
  }
}

/** The student's own modules that a file imports, directly or not. */
export function modulesOf(program: TS.Program, file: TS.SourceFile): TS.SourceFile[] {
  const found = new Set<TS.SourceFile>();
  const checker = program.getTypeChecker();
  const visit = (from: TS.SourceFile) => {
    for (const statement of from.statements) {
      if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) continue;
      const specifier = statement.moduleSpecifier;
      const target = specifier && checker.getSymbolAtLocation(specifier)?.valueDeclaration;
      if (!target || !ts.isSourceFile(target) || found.has(target)) continue;
      if (target.isDeclarationFile || target.fileName.includes("/node_modules/")) continue;
      found.add(target);
      visit(target);
    }
  };
  visit(file);
  return [...found];
}

/** Whether a file imports an installed package: some can only be waited for. */
export function importsPackage(program: TS.Program, file: TS.SourceFile): boolean {
  const checker = program.getTypeChecker();
  return file.statements.some((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return false;
    const { moduleSpecifier: from } = statement;
    if (!from || !ts.isStringLiteral(from) || ts.isExternalModuleNameRelative(from.text)) return false;
    // One without types is known to nobody.
    const declared = checker.getSymbolAtLocation(from)?.declarations?.[0]?.getSourceFile().fileName;
    return declared === undefined || declared.includes("/node_modules/");
  });
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
