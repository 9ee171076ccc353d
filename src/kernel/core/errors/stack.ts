import { platform, type Places } from "../platform.ts";
import { type Call, writeStacks } from "./calls.ts";
import { lineInCell } from "./own-line.ts";
import { SourceMap, type TextPosition } from "./source-map.ts";

interface RunCell {
  code: string;
  mappings: string;
  map?: SourceMap;
}

interface RunModule {
  source: string;
  mappings: string;
  map?: SourceMap;
}

/** A place in a cell. */
export interface CellPlace extends TextPosition {
  count: number;
  code: string;
}

/** Says where a cell's code comes from, in stack traces. */
export function cellUrl(count: number): string {
  return `cell-${String(count)}`;
}

/** Makes stack traces speak of cells and their lines, and of nothing inside the kernel. */
export class Stacks {
  readonly #library: string;
  /** The folder of the kernel's own code. */
  readonly #kernel: string;
  readonly #cells = new Map<string, RunCell>();
  readonly #modules = new Map<string, RunModule>();
  readonly #places = new WeakMap<Error, CellPlace>();
  /** What was thrown last that is no error, and an error that was made there. */
  #thrown: { value: unknown; at: Error } | undefined;

  constructor({ library, compiler }: Places) {
    this.#library = library.code;
    this.#kernel = compiler.replace(/[^\\/]*$/, "");
  }

  /** Remembers a cell that is about to run: its text, and the mappings from the code made of it to the text. */
  remember(count: number, code: string, mappings: string): void {
    this.#cells.set(cellUrl(count), { code, mappings });
  }

  /** Remembers a module of the student's: the mappings from its code to its source. */
  rememberModule(source: string, mappings: string): void {
    this.#modules.set(source, { source, mappings });
  }

  /** Writes the stack traces of all errors from now on, and tells exercises where in a cell a line stands. */
  install(): void {
    Object.defineProperty(globalThis, Symbol.for("fall-line.places"), {
      value: { placeOfLine: this.#placeOfLine.bind(this) },
      configurable: true,
    });
    writeStacks((error, calls) => {
      const lines = calls.flatMap((call) => this.#line(call) ?? []);
      const place = calls.map((call) => this.#cellPlace(call)).find((found) => found !== undefined);
      if (place) this.#places.set(error, place);
      return [heading(error), ...lines.map((line) => `    at ${line}`)].join("\n");
    });
  }

  /** Takes what a cell is about to throw, and gives it back. */
  throwing<T>(value: T): T {
    if (!(value instanceof Error)) this.#thrown = { value, at: new Error() };
    return value;
  }

  /** An error that was made outside of all cells, as by Node, gets the place that has waited for it. */
  reached(error: unknown): void {
    if (!(error instanceof Error) || typeof error.stack !== "string" || this.#places.has(error)) return;
    const here = new Error();
    const calls = /\n {4}at [^]*/.exec(here.stack ?? "")?.[0];
    const place = this.#places.get(here);
    if (!place || calls === undefined) return;
    this.#places.set(error, place);
    Reflect.set(error, "stack", error.stack + calls);
  }

  /** An error that was made where a value was thrown, if it was thrown last. */
  whereThrown(value: unknown): Error | undefined {
    return this.#thrown && Object.is(this.#thrown.value, value) ? this.#thrown.at : undefined;
  }

  /** Where in a cell an error was made, once its stack was written. */
  placeOf(error: Error): CellPlace | undefined {
    return this.#places.get(error);
  }

  /** "line 3 of cell 4": where a line of a function stands, in the last cell that has the function. */
  #placeOfLine(whole: string, line: string): string | undefined {
    for (const [url, { code }] of [...this.#cells].reverse()) {
      const found = lineInCell(code, whole, line);
      if (found !== undefined) return `line ${String(found)} of cell ${url.slice("cell-".length)}`;
    }
    return undefined;
  }

  #line(call: Call): string | undefined {
    const cell = this.#cellPlace(call);
    const named = (where: string) => (call.name ? `${call.name} (${where})` : where);
    if (cell) return named(`cell ${String(cell.count)}, line ${String(cell.line + 1)}`);
    const file = pathOf(call);
    if (file === undefined || file.startsWith(this.#kernel)) return undefined;
    // How the library came to its error is of no use to a student.
    if (file === this.#library) return undefined;
    const module = this.#modules.get(file);
    if (module) return named(modulePlace(module, call));
    return named(`${platform.shortName(file)}:${String(call.line + 1)}`);
  }

  #cellPlace({ file, line, column }: Call): CellPlace | undefined {
    const cell = this.#cells.get(file);
    if (!cell) return undefined;
    cell.map ??= new SourceMap(cell.mappings);
    // Both texts begin with a line of their own: the code, and what the compiler took for the cell.
    const place = cell.map.find({ line: line - 1, column });
    if (!place) return undefined;
    return {
      line: place.line - 1,
      column: place.column,
      count: Number(file.slice("cell-".length)),
      code: cell.code,
    };
  }
}

/** "helper.ts, line 2" */
function modulePlace(module: RunModule, called: TextPosition): string {
  module.map ??= new SourceMap(module.mappings);
  const name = platform.shortName(module.source);
  const place = module.map.find(called);
  return place ? `${name}, line ${String(place.line + 1)}` : name;
}

/** The path of the script of a call, unless it lies in Node. */
function pathOf({ file }: Call): string | undefined {
  const path = file.startsWith("file://") ? platform.pathOf(file) : file;
  return path.startsWith("/") || /^[A-Za-z]:/.test(path) ? path : undefined;
}

/** Names as the student wrote them: `(0 , __scope.f) is not a function` is about `f`. */
export function withoutMachinery(text: string): string {
  return text
    .replace(/\(0 ?, ?(__scope\d*\.|__local_)([\w$]+)\)/g, "$2")
    .replace(/\b(__scope\d*\.|__local_)([\w$]+)/g, "$2")
    .replace(/\b__kernel\.\w+\(/g, "(")
    .replace(/\nRequire stack:(\n- .*)*/, "");
}

/** "TypeError: x is not a function", whatever has been done to the error. */
export function heading(error: Error): string {
  try {
    return withoutMachinery(Error.prototype.toString.call(error));
  } catch {
    return "Error";
  }
}
