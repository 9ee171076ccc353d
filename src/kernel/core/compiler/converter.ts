import { createConverter } from "tslab/dist/converter.js";
import type { Converter, ConvertResult } from "tslab/dist/converter.js";
import { blockVariables, declaredNames, keptDeclarations } from "../cell/declarations.ts";
import { awaitsAtTop, isObjectAlone, prepareCell } from "../cell/prepare.ts";
import { awaitModules } from "../cell/imports.ts";
import type { Report } from "../errors/report.ts";
import { cellUrl, type Stacks } from "../errors/stack.ts";
import { typeErrorReport } from "../errors/type-errors.ts";
import { Notes } from "../notes/notes.ts";
import { type Places, platform } from "../platform.ts";
import {
  earlierCells,
  forgetCompilation,
  latestCompilation,
  refusedNames,
  setting,
  sharedScope,
  sourceFiles,
} from "./for-tslab.ts";
import { cellOptions } from "./compiler-options.ts";
import { importsPackage, modulesOf } from "./program.ts";
import { Sources } from "./sources.ts";
import { ts } from "./typescript.ts";

/** What the converter tells of. */
interface ConverterHooks {
  /** A cell is compiled and about to run; `notes` finds what in it is hardly meant. */
  beforeRun(notes: () => readonly string[]): void;
  /** A module was written in a cell. */
  writeModule(path: string, text: string): void;
}

/** tslab's converter, fed with prepared cells, and keeping by itself what earlier cells declared. */
export class CellConverter implements Converter {
  readonly #converter: Converter;
  readonly #library: string;
  readonly #stacks: Stacks;
  readonly #hooks: ConverterHooks;
  readonly #notes = new Notes();
  /** What the latest cell declares, once it has run. */
  #declarations = "";
  #code = "";
  /** By how many columns the first line of what was compiled is further right. */
  #shift = 0;
  #isRefused = false;
  #refusal: Report | undefined;
  /** The names that cells declare which did not run to their end, and the number of the cell. */
  readonly #failed = new Map<string, number>();
  readonly #sources: Sources;
  /** The number of the cell to be converted next. */
  count = 0;

  constructor(places: Places, stacks: Stacks, hooks: ConverterHooks) {
    configure(places);
    this.#library = places.library.types;
    this.#sources = new Sources(places.library);
    this.#stacks = stacks;
    this.#hooks = hooks;
    this.#converter = createConverter();
  }

  convert(_declarations: string, code: string): ConvertResult {
    this.#code = code;
    this.#shift = isObjectAlone(code) ? 1 : 0;
    const text = this.#shift === 1 ? `(${code})` : prepareCell(code);
    const result = this.#converter.convert("", text);
    const { program, file, sourceMap, diagnostics, isTried } = latestCompilation();
    this.#isRefused = diagnostics.length > 0;
    this.#refusal = isTried ? this.rejection() : undefined;
    if (result.output === undefined || !program || !file) return result;
    const modules = modulesOf(program, file);
    const waits =
      modules.some((module) => awaitsAtTop(module)) ||
      [file, ...modules].some((module) => importsPackage(program, module));
    result.hasToplevelAwait = waits || awaitsAtTop(file);
    delete result.lastExpressionVar;
    // On a line of its own, so that columns in stack traces are those of the cell. Strict, as modules are.
    result.output = `"use strict"; ${sharedScope.prologue}${waits ? awaitModules(file) : ""}\n${result.output}\n//# sourceURL=${cellUrl(this.count)}`;
    this.#declarations = (result.declOutput ?? "") + blockVariables(program.getTypeChecker(), file);
    this.#stacks.remember(this.count, code, sourceMap);
    this.#hooks.beforeRun(() =>
      isTried ? [] : this.#notes.about({ file, checker: program.getTypeChecker() }),
    );
    return result;
  }

  /** Keeps what the latest cell declared: it has run. If it did not run to its end, only what `reached` says. */
  keep(reached?: (name: string) => boolean): void {
    const kept = reached ? keptDeclarations(this.#declarations, reached) : this.#declarations;
    if (/^(?!export \{\};$)./m.test(kept)) earlierCells.add(kept, setting.options.target!);
    this.#declarations = "";
    for (const name of declaredNames(this.#code)) {
      const isReached = reached?.(name) !== false;
      if (isReached) this.#sources.take(name, this.#code, this.count);
      else this.#failed.set(name, this.count);
      this.#keepRefused(name, isReached);
    }
  }

  #keepRefused(name: string, isReached: boolean): void {
    const tried = isReached ? this.#refusal : undefined;
    if (this.#isRefused) refusedNames.set(name, { count: this.count, ...(tried && { tried }) });
    else if (isReached) refusedNames.delete(name);
  }

  /** Why the compiler refuses the latest cell, where it is tried all the same. */
  get refusal(): Report | undefined {
    return this.#refusal;
  }

  /** Why the compiler refuses the cell of an answer that can be checked. @param valueOf what a name stands for */
  refusalOf(answer: unknown, valueOf: (name: string) => unknown): Report | undefined {
    return this.#refusal ?? refusedNames.tried.find(([name]) => valueOf(name) === answer)?.[1];
  }

  /** What the compiler has against the latest cell. */
  rejection(): Report {
    const { program, diagnostics, cell } = latestCompilation();
    return typeErrorReport({
      program: program!,
      diagnostics,
      code: this.#code,
      shift: this.#shift,
      count: this.count,
      cell,
      library: this.#library,
      failed: this.#failed,
    });
  }

  /** Compiles a small cell for practice, and nothing comes of it. */
  practise(index: number): void {
    const code = `const first = [1, 2].map((x) => x * ${String(index)});\nconsole.log(first);\nfirst.length`;
    this.#converter.convert("", code);
  }

  inspect(_declarations: string, code: string, position: number) {
    return this.#converter.inspect("", prepareCell(code), position);
  }

  complete(_declarations: string, code: string, position: number) {
    return this.#converter.complete("", prepareCell(code), position);
  }

  /** The names that cells have declared, this one included. */
  namesWith(code: string): ReadonlySet<string> {
    return new Set([...earlierCells.names, ...declaredNames(code)]);
  }

  /** How a name was declared, as it was written there. */
  sourceOf(name: string): string | undefined {
    return this.#sources.of(name);
  }

  addModule: Converter["addModule"] = (name, text, meta) => {
    this.#hooks.writeModule(`${platform.folder()}/${name}.ts${meta?.jsx ? "x" : ""}`, text);
    return this.#converter.addModule(name, text, meta);
  };

  close(): void {
    this.#converter.close();
  }
}

function configure(places: Places): void {
  ts.sys.getExecutingFilePath = () => places.compiler;
  ts.sys.getCurrentDirectory = () => platform.folder();
  setting.declarations = [places.types.globals, places.library.types];
  setting.nodeTypes = places.types;
  setting.options = cellOptions(places);
}

/** Compiles a first cell, so that what every cell needs is read and ready. */
export function warmUp(converter: CellConverter): void {
  converter.convert(
    "",
    'import * as library from "fall-line";\nconst [first] = [1, 2].map((x) => `${x}`);\nfirst;\n',
  );
  sourceFiles.settle();
  forgetCompilation();
}
