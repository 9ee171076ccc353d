import { assignedInFunctions } from "../../kernel/core/cell/loops.ts";
import { SharedNames } from "../../kernel/core/cell/scope.ts";
import { SharedScope } from "../../kernel/core/cell/shared-scope.ts";
import { cellTransformer } from "../../kernel/core/cell/transform.ts";
import { localsOf, type TS } from "../../kernel/core/compiler/typescript.ts";
import type { Places } from "../../kernel/core/platform.ts";
import { Programs } from "./programs.ts";
import { refusalIn, refusalsIn } from "./refusals.ts";

/** The language of notebooks, as the kernel has it. */
export class Language {
  readonly #programs: Programs;
  readonly #compiled = new WeakMap<readonly TS.SourceFile[], Compiled>();

  constructor(places: Places) {
    this.#programs = new Programs(places);
  }

  /** Compiles the cells of a notebook, each in sight of what those before it declare. */
  compile(cells: readonly TS.SourceFile[]): Compiled {
    const compiled = this.#compiled.get(cells) ?? new Compiled(this.#programs, cells);
    this.#compiled.set(cells, compiled);
    return compiled;
  }
}

/** A notebook that was compiled, and not run. */
export class Compiled {
  readonly #program: TS.Program;
  readonly #names: ReadonlyMap<TS.SourceFile, SharedNames>;
  readonly #scope = new SharedScope();
  #alone: TS.Program | undefined;

  constructor(
    private readonly programs: Programs,
    private readonly cells: readonly TS.SourceFile[],
  ) {
    this.#program = programs.with(cells);
    const checker = this.#program.getTypeChecker();
    // A name is looked up in its cell, and from there in the one before.
    cells.forEach((cell, i) => Object.assign(cell, { parent: cells[i - 1] }));
    const isOfCell = new Set(cells);
    const earlier = {
      declares(symbol: TS.Symbol): boolean {
        const file = symbol.declarations?.[0]?.getSourceFile();
        return file !== undefined && isOfCell.has(file) && localsOf(file).get(symbol.escapedName) === symbol;
      },
    };
    this.#names = new Map(cells.map((cell) => [cell, new SharedNames(checker, cell, earlier, this.#scope)]));
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
    for (const name of assignedInFunctions(names, cell)) this.#scope.changing.add(name);
    let code = "";
    const only: TS.TransformerFactory<TS.SourceFile> =
      ({ factory }) =>
      (file) =>
        factory.updateSourceFile(file, kept(factory));
    this.#program.emit(cell, (path, text) => (code = path.endsWith(".js") ? text : code), undefined, false, {
      before: [only, cellTransformer(names)],
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
  refusal(cell: TS.SourceFile, within: TS.TextRange = cell): string | undefined {
    const refused = (program: TS.Program): TS.Diagnostic | undefined =>
      refusalsIn(program, cell, this.cells).find(
        ({ start = 0 }) => within.pos <= start && start <= within.end,
      );
    if (refused(this.#program) === undefined) return undefined;
    // In words that no other notebook has a part in.
    const fault = refused((this.#alone ??= this.programs.alone(this.cells)));
    return fault && refusalIn(cell, fault);
  }
}
