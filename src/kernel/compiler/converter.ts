import { createConverter } from "tslab/dist/converter.js";
import type { Converter, ConvertResult } from "tslab/dist/converter.js";
import { awaitsAtTop, prepareCell } from "../cell/prepare.ts";
import type { Paths } from "../paths.ts";
import { globalFiles, latestCompilation, optionOverrides, sourceFiles, ts } from "./facade.ts";

/** Says where a cell's code comes from, in stack traces. */
export function cellUrl(count: number): string {
  return `cell-${String(count)}`;
}

/** tslab's converter, fed with prepared cells, and keeping by itself what earlier cells declared. */
export class CellConverter implements Converter {
  readonly #converter: Converter;
  /** Declarations of the names that earlier cells left. */
  declarations = "";
  #made = "";
  /** The number of the cell to be converted next. */
  count = 0;

  constructor(paths: Paths) {
    configure(paths);
    this.#converter = createConverter();
  }

  convert(_declarations: string, code: string): ConvertResult {
    const result = this.#converter.convert(this.declarations, prepareCell(ts, code));
    const { file } = latestCompilation();
    this.#made = this.declarations;
    if (result.output === undefined || !file) return result;
    result.hasToplevelAwait = awaitsAtTop(ts, file);
    delete result.lastExpressionVar;
    this.#made = result.declOutput ?? "";
    // A line of its own, so that columns in stack traces are those of the cell.
    result.output = `\n${result.output}\n//# sourceURL=${cellUrl(this.count)}`;
    return result;
  }

  /** Keeps what the latest cell declared: it has run. */
  keep(): void {
    this.declarations = this.#made;
  }

  inspect(_declarations: string, code: string, position: number) {
    return this.#converter.inspect(this.declarations, code, position);
  }

  complete(_declarations: string, code: string, position: number) {
    return this.#converter.complete(this.declarations, code, position);
  }

  addModule: Converter["addModule"] = (...args) => this.#converter.addModule(...args);

  close(): void {
    this.#converter.close();
  }
}

function configure(paths: Paths): void {
  ts.sys.getExecutingFilePath = () => paths.compiler;
  ts.sys.getCurrentDirectory = () => process.cwd();
  globalFiles.splice(0, globalFiles.length, paths.globals);
  Object.assign(optionOverrides, {
    disableTopLevelAwait: false,
    sourceMap: true,
    allowImportingTsExtensions: true,
    typeRoots: [paths.typeRoot],
    types: ["node"],
    paths: { "fall-line": [paths.library.types] },
  });
}

/** Compiles a first cell, so that what every cell needs is read and ready. */
export function warmUp(converter: CellConverter): void {
  converter.convert(
    "",
    'import * as library from "fall-line";\nconst [first] = [1, 2].map((x) => `${x}`);\nfirst;\n',
  );
  sourceFiles.settle();
}
