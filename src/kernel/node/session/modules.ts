import { remembered } from "../../../remembered.ts";
import { readFileSync, statSync } from "node:fs";
import { createRequire, isBuiltin } from "node:module";
import { dirname, extname, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { compileFunction, constants, Script } from "node:vm";
import * as tslab from "tslab";
import { type CompiledModule, compileModule, moduleLoad, moduleMeta } from "../../core/cell/module.ts";
import { setting } from "../../core/compiler/for-tslab.ts";
import type { Stacks } from "../../core/errors/stack.ts";
import type { Library } from "../../core/session/library.ts";
import { platform, type Places } from "../../core/platform.ts";

interface Loaded {
  /** What tells that its source has changed. */
  stamp: string | undefined;
  exports: unknown;
  /** Settles when a module that awaits at its top has come to its end. */
  done?: Promise<void>;
}

const extensions = [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", ".json"];
const parameters = ["exports", "require", "module", "__filename", "__dirname", moduleMeta, moduleLoad];

/**
 * What cells and the student's own modules import. A file beside the notebook that has changed is run anew, and so are
 * those that import it; the lesson library is known from any folder.
 */
export class Modules {
  readonly #library: string;
  readonly #kept: Library | undefined;
  readonly #stacks: Stacks;
  readonly #loaded = new Map<string, Loaded>();
  readonly #importers = new Map<string, Set<string>>();
  readonly #compiled = new Map<string, { stamp: string | undefined; module: CompiledModule }>();
  /** Packages that only `import()` finds or runs, by the file that asks and the name. */
  readonly #imported = new Map<string, unknown>();
  /** Modules that were written in a cell, by path. */
  readonly #written = new Map<string, string>();

  /** `kept` is the library, where it need not be loaded. */
  constructor({ library }: Places, stacks: Stacks, kept?: Library) {
    this.#library = library.code;
    this.#kept = kept;
    this.#stacks = stacks;
  }

  /** Takes a module that was written in a cell. */
  write(path: string, text: string): void {
    this.#written.set(path, text);
  }

  /** Lets go of what has changed since it was loaded, and of what imports it. */
  refresh(): void {
    for (const [path, { stamp }] of [...this.#loaded]) if (stamp !== this.#stampOf(path)) this.#forget(path);
  }

  /** `require` as a file gets it. */
  requireOf(file: string): NodeJS.Require {
    const fromFile = createRequire(file);
    const require = (id: string): unknown => {
      if (id === "tslab") return tslab;
      if (id === "fall-line") return this.#kept ?? fromFile(this.#library);
      const path = this.#pathOf(id, file);
      if (path === undefined) return this.#imported.get(`${file} ${id}`) ?? fromFile(id);
      remembered(this.#importers, path, () => new Set()).add(file);
      return (this.#loaded.get(path) ?? this.#load(path)).exports;
    };
    const resolve = (id: string, options?: { paths?: string[] }) =>
      id === "fall-line" ? this.#library : fromFile.resolve(id, options);
    return Object.assign(require, fromFile, { resolve: Object.assign(resolve, fromFile.resolve) });
  }

  /** `import.meta` of a file. */
  metaOf(file: string): ImportMeta {
    const require = this.requireOf(file);
    return {
      dirname: dirname(file),
      filename: file,
      url: pathToFileURL(file).href,
      resolve: (id: string) => pathToFileURL(require.resolve(id)).href,
    };
  }

  /** `import()` in a file. */
  async import(id: string, file: string): Promise<unknown> {
    await this.ready([id], file);
    return this.requireOf(file)(id);
  }

  /** Waits for modules and packages that await something at their top, and for those that they import. */
  async ready(ids: readonly string[], file: string, seen = new Set<string>()): Promise<void> {
    for (const id of ids) {
      const path = this.#pathOf(id, file);
      if (path === undefined) await this.#importPackage(id, file);
      if (path === undefined || path.endsWith(".json") || seen.has(path)) continue;
      seen.add(path);
      const compiled = this.#compile(path);
      await this.ready(compiled.imports, path, seen);
      if (compiled.awaits && !this.#loaded.has(path)) this.#start(path, compiled);
      await this.#loaded.get(path)?.done;
    }
  }

  /** Imports a package that `require` does not find, as it is meant for `import` alone, or that awaits at its top. */
  async #importPackage(id: string, file: string): Promise<void> {
    if (isBuiltin(id) || id === "tslab" || id === "fall-line") return;
    try {
      createRequire(file)(id);
    } catch (error) {
      // Whatever else is wrong is told where the cell asks for it.
      if (!importedOnly.has((error as NodeJS.ErrnoException).code ?? "")) return;
      this.#imported.set(`${file} ${id}`, await dynamicImport(id, file));
    }
  }

  /** The path of one of the student's own files; undefined for what is none. */
  #pathOf(id: string, from: string): string | undefined {
    if (!/^\.{0,2}(\/|$)/.test(id)) return undefined;
    const path = resolve(dirname(from), id);
    const source = path.replace(/\.([mc]?)js$/, ".$1ts");
    const candidates = [
      path,
      source,
      ...extensions.map((extension) => path + extension),
      ...extensions.map((extension) => resolve(path, `index${extension}`)),
    ];
    const found = candidates.find((candidate) => this.#stampOf(candidate) !== undefined);
    const isOurs = found !== undefined && extensions.includes(extname(found));
    return isOurs && !found.includes(`${sep}node_modules${sep}`) ? found : undefined;
  }

  #stampOf(path: string): string | undefined {
    const written = this.#written.get(path);
    if (written !== undefined) return written;
    return statSync(path, { throwIfNoEntry: false })?.isFile() ? platform.stampOf(path) : undefined;
  }

  #load(path: string): Loaded {
    if (path.endsWith(".json")) {
      const loaded = { stamp: this.#stampOf(path), exports: this.#dataIn(path) };
      this.#loaded.set(path, loaded);
      return loaded;
    }
    const compiled = this.#compile(path);
    if (compiled.awaits)
      throw new Error(
        `${platform.shortName(path)} awaits something at its top, so it cannot be asked for with require; ` +
          `write: import ... from "./${platform.shortName(path)}"`,
      );
    return this.#start(path, compiled);
  }

  #dataIn(path: string): unknown {
    try {
      return JSON.parse(this.#read(path));
    } catch (error) {
      throw new SyntaxError(`${platform.shortName(path)}: ${(error as Error).message}`);
    }
  }

  /** Runs a module; one that awaits at its top has not come to its end yet. */
  #start(path: string, { code, awaits }: CompiledModule): Loaded {
    const loaded: Loaded = { stamp: this.#stampOf(path), exports: {} };
    const body = awaits ? `return (async () => {${code}\n})()` : code;
    const run = compileFunction(body, parameters, { filename: path });
    const forget = (error: unknown) => {
      this.#loaded.delete(path);
      throw error;
    };
    // Before it runs: modules may import each other.
    this.#loaded.set(path, loaded);
    const load = (id: string) => this.import(id, path);
    try {
      const args = [
        loaded.exports,
        this.requireOf(path),
        loaded,
        path,
        dirname(path),
        this.metaOf(path),
        load,
      ];
      const done = run.apply(loaded.exports, args) as unknown;
      if (awaits) loaded.done = (done as Promise<void>).catch(forget);
    } catch (error) {
      forget(error);
    }
    return loaded;
  }

  #compile(path: string): CompiledModule {
    const stamp = this.#stampOf(path);
    const known = this.#compiled.get(path);
    if (known && known.stamp === stamp) return known.module;
    const module = compileModule(path, this.#read(path), setting.options);
    this.#compiled.set(path, { stamp, module });
    this.#stacks.rememberModule(path, module.mappings);
    return module;
  }

  #read(path: string): string {
    return this.#written.get(path) ?? readFileSync(path, "utf8");
  }

  #forget(path: string): void {
    if (!this.#loaded.delete(path)) return;
    for (const importer of this.#importers.get(path) ?? []) this.#forget(importer);
  }
}

/** What `require` says of a package that `import()` can have. */
const importedOnly = new Set([
  "ERR_REQUIRE_ASYNC_MODULE",
  "ERR_REQUIRE_ESM",
  "ERR_PACKAGE_PATH_NOT_EXPORTED",
]);

/** `import()` as a file would call it, which the code of a start-up snapshot cannot call itself. */
function dynamicImport(id: string, filename: string): Promise<unknown> {
  const script = new Script("(id) => import(id)", {
    filename,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  return (script.runInThisContext() as (id: string) => Promise<unknown>)(id);
}
