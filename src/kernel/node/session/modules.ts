import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import * as tslab from "tslab";
import { compileFunction } from "node:vm";
import type { Paths } from "../paths.ts";

interface Loaded {
  exports: unknown;
}

/**
 * What cells and the student's own modules import. A module beside the notebook that has changed is run anew, and so
 * are those that import it; the lesson library is known from any folder.
 */
export class Modules {
  readonly #library: string;
  /** The compiled code of the student's modules, by path. */
  readonly #code = new Map<string, string>();
  readonly #loaded = new Map<string, Loaded>();
  readonly #importers = new Map<string, Set<string>>();

  constructor(paths: Paths) {
    this.#library = paths.library.code;
  }

  /** Takes a module that was compiled, for the first time or anew. */
  take(path: string, code: string): void {
    this.#code.set(path, code);
    this.#forget(path);
  }

  /** `require` as a file gets it. */
  requireOf(file: string): NodeJS.Require {
    const fromFile = createRequire(file);
    const require = (id: string): unknown => {
      if (id === "tslab") return tslab;
      if (id === "fall-line") return fromFile(this.#library);
      const path = this.#pathOf(id, file);
      if (path === undefined) return fromFile(id);
      this.#importers.set(path, (this.#importers.get(path) ?? new Set()).add(file));
      return (this.#loaded.get(path) ?? this.#load(path)).exports;
    };
    const resolve = (id: string, options?: { paths?: string[] }) =>
      id === "fall-line" ? this.#library : fromFile.resolve(id, options);
    return Object.assign(require, fromFile, { resolve: Object.assign(resolve, fromFile.resolve) });
  }

  /** The path of one of the student's modules; undefined for what is none. */
  #pathOf(id: string, from: string): string | undefined {
    if (!/^\.{0,2}\//.test(id)) return undefined;
    const path = resolve(dirname(from), id);
    const compiled = [path.replace(/\.tsx?$/, ".js"), `${path}.js`, resolve(path, "index.js")];
    return compiled.find((candidate) => this.#code.has(candidate));
  }

  #load(path: string): Loaded {
    const module: Loaded = { exports: {} };
    const parameters = ["exports", "require", "module", "__filename", "__dirname"];
    const run = compileFunction(this.#code.get(path)!, parameters, { filename: path });
    // Before it runs: modules may import each other.
    this.#loaded.set(path, module);
    try {
      run.call(module.exports, module.exports, this.requireOf(path), module, path, dirname(path));
    } catch (error) {
      this.#loaded.delete(path);
      throw error;
    }
    return module;
  }

  #forget(path: string): void {
    if (!this.#loaded.delete(path)) return;
    for (const importer of this.#importers.get(path) ?? []) this.#forget(importer);
  }
}
