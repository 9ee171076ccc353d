import { existsSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import type * as TS from "typescript";
import { assignedInFunctions } from "../../kernel/core/cell/loops.ts";
import { SharedNames } from "../../kernel/core/cell/scope.ts";
import { SharedScope } from "../../kernel/core/cell/shared-scope.ts";
import { cellTransformer } from "../../kernel/core/cell/transform.ts";
import { cellOptions } from "../../kernel/core/compiler/compiler-options.ts";
import { Resolution } from "../../kernel/core/compiler/resolution.ts";
import { faultsIn } from "../../kernel/core/compiler/services.ts";
import { localsOf, ts } from "../../kernel/core/compiler/typescript.ts";
import type { Places } from "../../kernel/core/platform.ts";

/** "Cannot find module": what a student had installed is not there where answers are graded. */
const NO_MODULE = 2307;

/** "Used before being assigned", and "implicitly has type any": said of a name of another cell, whose changes are not followed. */
const NOT_FOLLOWED = new Set([2454, 7005]);

/** "Implicitly has type any in some locations": only of use where the cell has such a location. */
const SOME_LOCATIONS = 7034;

/** "Cannot find name", also with a similar one, and in `{ name }`. */
const NO_NAME = new Set([2304, 2552, 18004]);

/** The language of notebooks, as the kernel has it: its options, and what is declared in it, read once for all notebooks. */
export class Language {
  readonly #options: TS.CompilerOptions;
  readonly #places: Places;
  readonly #declared = new Map<string, TS.SourceFile>();
  readonly #compiled = new WeakMap<readonly TS.SourceFile[], Compiled>();

  constructor(places: Places) {
    this.#places = places;
    const options = { ...cellOptions(places), removeComments: true };
    delete options.declaration;
    delete options.sourceMap;
    this.#options = options;
  }

  /** Compiles the cells of a notebook, each in sight of what those before it declare. */
  compile(cells: readonly TS.SourceFile[]): Compiled {
    const compiled = this.#compiled.get(cells) ?? new Compiled(this.#program(cells), cells);
    this.#compiled.set(cells, compiled);
    return compiled;
  }

  #program(cells: readonly TS.SourceFile[]): TS.Program {
    const byPath = new Map(cells.map((file) => [file.fileName, file]));
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
    const resolution = new Resolution(this.#options, "/cells", this.#places.types);
    return ts.createProgram({
      rootNames: [...byPath.keys(), this.#places.types.globals, this.#places.library.types],
      options: this.#options,
      host,
    });
  }

  /** Nothing else is read, whatever a notebook imports or refers to: what the compiler says could tell of it. */
  readonly #isOurs = (path: string): boolean => {
    const { library, types } = this.#places;
    return path === library.types || (path.startsWith(`${dirname(types.globals)}/`) && existsSync(path));
  };

  #declarations(path: string): TS.SourceFile | undefined {
    if (!this.#isOurs(path)) return undefined;
    const known = this.#declared.get(path);
    if (known !== undefined) return known;
    const file = ts.createSourceFile(path, readFileSync(path, "utf8"), this.#options.target!);
    this.#declared.set(path, file);
    return file;
  }
}

/** A notebook that was compiled, and not run. */
export class Compiled {
  readonly #program: TS.Program;
  readonly #names: ReadonlyMap<TS.SourceFile, SharedNames>;
  readonly #scope = new SharedScope();

  constructor(program: TS.Program, cells: readonly TS.SourceFile[]) {
    this.#program = program;
    const checker = program.getTypeChecker();
    // A name is looked up in its cell, and from there in the one before.
    cells.forEach((cell, i) => Object.assign(cell, { parent: cells[i - 1] }));
    const isOfCell = new Set(cells);
    const earlier = {
      declares(symbol: TS.Symbol): boolean {
        const file = symbol.declarations?.[0]?.getSourceFile();
        return file !== undefined && isOfCell.has(file) && localsOf(file).get(symbol.escapedName) === symbol;
      },
    };
    this.#names = new Map(
      cells.map((cell) => [cell, new SharedNames(ts, checker, cell, earlier, this.#scope)]),
    );
  }

  /** The first line of a program of such cells: where they have the names that they share. */
  get prologue(): string {
    return this.#scope.prologue;
  }

  /** Some statements of a cell, as the kernel runs them. */
  codeOf(cell: TS.SourceFile, statements: ReadonlySet<TS.Statement>): string {
    return this.#emitted(cell, () => cell.statements.filter((one) => statements.has(one)));
  }

  /** An expression of a cell, which becomes the value of the program's last cell. */
  valueOf(cell: TS.SourceFile, expression: TS.Expression): string {
    return this.#emitted(cell, (factory) => [factory.createExpressionStatement(expression)]);
  }

  #emitted(cell: TS.SourceFile, kept: (factory: TS.NodeFactory) => readonly TS.Statement[]): string {
    const names = this.#names.get(cell)!;
    for (const name of assignedInFunctions(ts, names, cell)) this.#scope.changing.add(name);
    let code = "";
    const only: TS.TransformerFactory<TS.SourceFile> =
      ({ factory }) =>
      (file) =>
        factory.updateSourceFile(file, kept(factory));
    this.#program.emit(cell, (path, text) => (code = path.endsWith(".js") ? text : code), undefined, false, {
      before: [only, cellTransformer(ts, names)],
    });
    return code.replace(/export \{\};\s*$/, "").trim();
  }

  /** What stands for a name in a program of such cells. */
  placeOf(name: string): string {
    return `${this.#scope.holderOf(name)}.${name}`;
  }

  /** Why a cell cannot be read as TypeScript; nothing where it can. */
  unreadable(cell: TS.SourceFile): string | undefined {
    const [fault] = this.#program.getSyntacticDiagnostics(cell);
    return fault && refusalIn(cell, fault);
  }

  /** Why the compiler refuses a cell, or a part of one; nothing where it does not. */
  refusal(
    cell: TS.SourceFile,
    within: { readonly pos: number; readonly end: number } = cell,
  ): string | undefined {
    const faults = faultsIn(this.#program, [cell]).filter((one) => !this.#isOfOthers(cell, one));
    const hasLocation = faults.some(({ code }) => NOT_FOLLOWED.has(code));
    const fault = faults.find(
      ({ code, start = 0 }) =>
        within.pos <= start && start <= within.end && (code !== SOME_LOCATIONS || hasLocation),
    );
    return fault && refusalIn(cell, fault);
  }

  /** Of names of other cells: those below may have been run before, and what was installed is known to its owner. */
  #isOfOthers(cell: TS.SourceFile, { code, start = 0, length = 0 }: TS.Diagnostic): boolean {
    const name = ts.escapeLeadingUnderscores(cell.text.slice(start, start + length));
    const isElsewhere = [...this.#names.keys()].some((one) => localsOf(one).has(name));
    if (NOT_FOLLOWED.has(code)) return isElsewhere && !localsOf(cell).has(name);
    return code === NO_MODULE || (NO_NAME.has(code) && isElsewhere);
  }
}

function refusalIn(cell: TS.SourceFile, { start = 0, messageText }: TS.Diagnostic): string {
  const line = cell.getLineAndCharacterOfPosition(start).line + 1;
  return `the compiler refuses line ${line} of the cell: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
}
