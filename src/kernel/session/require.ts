import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { constants, Script } from "node:vm";
import type { Guard } from "./guard.ts";
import type { Paths } from "../paths.ts";

/** `require` as cells get it: it knows the lesson library from any folder, and carries what transformed cells call. */
export interface CellRequire {
  (id: string): unknown;
  default: (module: unknown) => unknown;
  namespace: (module: unknown) => unknown;
  load: (id: string) => Promise<unknown>;
  wait: Guard["wait"];
  meta: ImportMeta;
}

/** Builds the cells' `require` on that of tslab's executor. */
export function cellRequire(inner: NodeJS.Require, paths: Paths, guard: Guard): CellRequire {
  const resolve = (id: string) => (id === "fall-line" ? paths.library.code : id);
  const require = (id: string): unknown => inner(resolve(id.replace(/^(\.{1,2}\/.*)\.ts$/, "$1")));
  return Object.assign(require, {
    default: defaultOf,
    namespace: namespaceOf,
    load,
    wait,
    meta: metaOf(inner),
  });

  function wait(value: unknown) {
    return guard.wait(value);
  }

  async function load(id: string): Promise<unknown> {
    const found = resolve(id);
    if (/^\.{1,2}\//.test(found)) return namespaceOf(require(found));
    try {
      return namespaceOf(require(found));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ERR_REQUIRE_ASYNC_MODULE") throw error;
      return dynamicImport(pathToFileURL(inner.resolve(found)).href);
    }
  }
}

/** `import.meta` of cells: a notebook has no module of its own, so it speaks of one in its folder. */
function metaOf(require: NodeJS.Require): ImportMeta {
  const filename = join(process.cwd(), "notebook.ts");
  return {
    dirname: process.cwd(),
    filename,
    url: pathToFileURL(filename).href,
    resolve: (id: string) => pathToFileURL(require.resolve(id)).href,
  };
}

function defaultOf(module: unknown): unknown {
  return isEsModule(module) ? module.default : module;
}

function namespaceOf(module: unknown): unknown {
  if (isEsModule(module) || typeof module !== "object" || module === null) return module;
  return "default" in module ? module : { ...module, default: module };
}

function isEsModule(module: unknown): module is { default: unknown } {
  if (typeof module !== "object" || module === null) return false;
  return (
    "__esModule" in module || (module as { [Symbol.toStringTag]?: string })[Symbol.toStringTag] === "Module"
  );
}

/** `import()`, which the code of a start-up snapshot cannot call itself. */
function dynamicImport(url: string): Promise<unknown> {
  const script = new Script("(url) => import(url)", {
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  return (script.runInThisContext() as (url: string) => Promise<unknown>)(url);
}
