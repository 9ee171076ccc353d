import type { Places } from "../platform.ts";
import { compilerHostOf } from "./compiler-host.ts";
import type { EarlierCells } from "./earlier.ts";
import { nameOf } from "./paths.ts";
import { Resolution } from "./resolution.ts";
import type { SourceFiles } from "./source-files.ts";
import { ts, type TS } from "./typescript.ts";

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
export class CellProgram {
  readonly #resolution: Resolution;
  readonly #compilerHost: TS.CompilerHost;
  readonly #parseOptions: TS.CreateSourceFileOptions;
  /** The cell, and what tslab takes for the declarations of earlier cells. */
  readonly #cellFiles: readonly string[];
  #rootFiles: readonly string[];
  #scheduled: unknown;
  #last: TS.Program | undefined;

  constructor(
    private readonly host: WatchHost,
    private readonly files: SourceFiles,
    private readonly earlier: EarlierCells,
  ) {
    const { system, options, rootFiles, nodeTypes } = host;
    const resolution = new Resolution(options, system.getCurrentDirectory(), nodeTypes);
    this.#resolution = resolution;
    this.#compilerHost = compilerHostOf({
      ...{ system, earlier, resolution },
      getSourceFile: (path) => this.#sourceFile(path),
      isLasting: (path) => path.includes("/node_modules/") || files.has(path) || resolution.isOfNode(path),
    });
    this.#parseOptions = { languageVersion: options.target! };
    this.#cellFiles = rootFiles.filter((path) => nameOf(path).startsWith("__"));
    this.#rootFiles = rootFiles;
    host.hostMade(this.#compilerHost, () => this.#last);
    // The converter keeps these call-backs and calls them when the text of the cell has changed.
    for (const path of this.#cellFiles) system.watchFile?.(path, () => this.#schedule());
    this.#rebuild();
  }

  updateRootFileNames(paths: readonly string[]): void {
    this.#rootFiles = [...new Set([...this.#rootFiles, ...paths])];
    this.#schedule();
  }

  close(): void {
    // Nothing is watched.
  }

  #schedule(): void {
    const { system } = this.host;
    if (this.#scheduled !== undefined) system.clearTimeout?.(this.#scheduled);
    this.#scheduled = system.setTimeout?.(() => this.#rebuild(), 0);
  }

  #rebuild(): void {
    this.#scheduled = undefined;
    // The converter takes nodes out of what it is given: it gets these files anew each time.
    for (const path of this.#cellFiles) this.files.drop(path);
    this.host.afterProgramCreate?.(this.#builder());
  }

  #builder(): Builder {
    let made: TS.Program | undefined;
    const program = (): TS.Program => (made ??= this.#makeProgram());
    return {
      getProgram: program,
      getSourceFile: (path) => {
        const file = made ? made.getSourceFile(path) : this.#boundFile(path);
        const isPrevious = nameOf(path) === declarationsName;
        return file && isPrevious ? Object.assign(file, { parent: this.earlier.latest }) : file;
      },
      // Modules beside the notebook are compiled when they are run.
      getAllDependencies: (file) => [file.fileName],
      emit: (...args) => this.host.emit(program(), args),
    };
  }

  #makeProgram(): TS.Program {
    this.#last = ts.createProgram({
      rootNames: [...this.#rootFiles, ...this.earlier.paths, ...this.#filesAskedFor()],
      options: this.host.options,
      host: this.#compilerHost,
      ...(this.#last ? { oldProgram: this.#last } : {}),
    });
    return this.#last;
  }

  /** Modules of Node that the cell asks for without an import. */
  #filesAskedFor(): string[] {
    const texts = this.#cellFiles.map((path) => this.#sourceFile(path)?.text);
    return this.#resolution.filesAskedFor(texts.join("\n"), this.#compilerHost);
  }

  /** A file with its names known, as it is in a program. */
  #boundFile(path: string): TS.SourceFile | undefined {
    const file = this.#sourceFile(path);
    if (file) ts.bindSourceFile(file, this.host.options);
    return file;
  }

  #sourceFile(path: string): TS.SourceFile | undefined {
    // The language is declared in one file of ours; packages that refer to a part of it have it already.
    if (/\/lib\.(es|decorators)[^/]*\.d\.ts$/.test(path))
      return this.files.fromText(path, "", this.#parseOptions);
    return this.earlier.file(path) ?? this.files.get(path, this.#parseOptions, (of) => this.#textOf(of));
  }

  #textOf(path: string): string | undefined {
    const text = this.host.system.readFile(path);
    return text !== undefined && this.#cellFiles.includes(path) ? withPlainExports(text) : text;
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
