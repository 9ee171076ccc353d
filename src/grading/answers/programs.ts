import { remembered } from "../../remembered.ts";
import { existsSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { cellOptions } from "../../kernel/core/compiler/compiler-options.ts";
import { Resolution } from "../../kernel/core/compiler/resolution.ts";
import { ts, type TS } from "../../kernel/core/compiler/typescript.ts";
import type { Places } from "../../kernel/core/platform.ts";

/** How many notebooks one program takes in; what it knows of them is gone with it. */
const MOST_GUESTS = 100;

/** What a program does that the compiler does not declare. */
interface Resolving {
  getResolvedModule: (file: TS.SourceFile, name: string, mode: TS.ResolutionMode) => unknown;
}

/** A program that takes in one notebook after another: what the library declares is worked out once for all of them. */
interface Shared {
  readonly program: TS.Program;
  readonly guests: Set<TS.SourceFile>;
  notebooks: number;
}

/** The programs in which notebooks are compiled; what is declared in their language is read once. */
export class Programs {
  readonly #options: TS.CompilerOptions;
  readonly #declared = new Map<string, TS.SourceFile>();
  #shared: Shared | undefined;
  #files = 0;

  constructor(private readonly places: Places) {
    const options = { ...cellOptions(places), removeComments: true };
    delete options.declaration;
    delete options.sourceMap;
    this.#options = options;
  }

  /** A program with the cells of a notebook: one that others are in too, where they import nothing but the library. */
  with(cells: readonly TS.SourceFile[]): TS.Program {
    for (const cell of cells) rename(cell, `/cells/${String(this.#files++)}.ts`);
    if (!cells.every(isOfLibraryAlone)) return this.alone(cells);
    if (this.#shared === undefined || this.#shared.notebooks >= MOST_GUESTS) this.#shared = this.#share();
    this.#shared.notebooks += 1;
    for (const cell of cells) this.#shared.guests.add(withImports(cell, []));
    return this.#shared.program;
  }

  /** A program with these cells and no others. */
  alone(cells: readonly TS.SourceFile[]): TS.Program {
    const byPath = new Map(cells.map((file) => [file.fileName, withImports(file, undefined)]));
    const host: TS.CompilerHost = {
      getSourceFile: (path) => byPath.get(path) ?? this.#declarations(path),
      getDefaultLibFileName: () => "",
      getCurrentDirectory: () => "/cells",
      getCanonicalFileName: (path) => path,
      useCaseSensitiveFileNames: () => true,
      getNewLine: () => "\n",
      fileExists: this.#isOurs,
      readFile: () => undefined,
      getDirectories: () => [],
      writeFile: () => undefined,
      resolveModuleNameLiterals: (literals, path) =>
        literals.map(({ text }) => resolution.resolve(text, path, host, false)),
      resolveTypeReferenceDirectiveReferences: (references, file) =>
        resolution.resolveTypes(references, file, host),
    };
    const resolution = new Resolution(this.#options, "/cells", this.places.types);
    return ts.createProgram({
      rootNames: [...byPath.keys(), this.places.types.globals, this.places.library.types],
      options: this.#options,
      host,
    });
  }

  #share(): Shared {
    const first = ts.createSourceFile("/cells/first.ts", `import "${LIBRARY}";`, this.#options.target!);
    const program = this.alone([first]) as TS.Program & Resolving;
    const guests = new Set<TS.SourceFile>();
    const resolved = program.getResolvedModule;
    program.getResolvedModule = (file, ...asked) => resolved(guests.has(file) ? first : file, ...asked);
    return { program, guests, notebooks: 0 };
  }

  /** Nothing else is read, whatever a notebook imports or refers to: what the compiler says could tell of it. */
  readonly #isOurs = (path: string): boolean => {
    const { library, types } = this.places;
    return path === library.types || (path.startsWith(`${dirname(types.globals)}/`) && existsSync(path));
  };

  #declarations(path: string): TS.SourceFile | undefined {
    if (!this.#isOurs(path)) return undefined;
    return remembered(this.#declared, path, () =>
      ts.createSourceFile(path, readFileSync(path, "utf8"), this.#options.target!),
    );
  }
}

const LIBRARY = "fall-line";

/** Whether a cell asks for nothing but the library, and declares nothing outside of itself. */
function isOfLibraryAlone({ text }: TS.SourceFile): boolean {
  const { importedFiles, referencedFiles, typeReferenceDirectives, ambientExternalModules } =
    ts.preProcessFile(text, true, true);
  return (
    importedFiles.every(({ fileName }) => fileName === LIBRARY) &&
    [...referencedFiles, ...typeReferenceDirectives, ...(ambientExternalModules ?? [])].length === 0 &&
    !/\bdeclare\s+(?:global|module)\b/.test(text)
  );
}

/** What a file imports by the compiler's own list; a program makes it where there is none. */
function withImports(file: TS.SourceFile, imports: readonly TS.StringLiteral[] | undefined): TS.SourceFile {
  return Object.assign(file, { imports });
}

/** A checker keeps by its name what it finds in a file. */
function rename(file: TS.SourceFile, path: string): void {
  Object.assign(file, { fileName: path, originalFileName: path, path, resolvedPath: path });
}
