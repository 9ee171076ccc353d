import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { constants, Script } from "node:vm";
import type { Guard } from "../../core/session/guard.ts";
import type { Modules } from "./modules.ts";

/** `require` as cells get it, which carries what transformed cells call. */
export interface CellRequire extends NodeJS.Require {
  default: (module: unknown) => unknown;
  namespace: (module: unknown) => unknown;
  load: (id: string) => Promise<unknown>;
  wait: Guard["wait"];
  each: Guard["each"];
  meta: ImportMeta;
}

/** Builds the `require` of the cells of a notebook. */
export function cellRequire(notebook: string, modules: Modules, guard: Guard): CellRequire {
  const require = modules.requireOf(notebook);
  const load = async (id: string): Promise<unknown> => {
    try {
      return namespaceOf(require(id));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ERR_REQUIRE_ASYNC_MODULE") throw error;
      return dynamicImport(pathToFileURL(require.resolve(id)).href);
    }
  };
  return Object.assign(require, {
    default: defaultOf,
    namespace: namespaceOf,
    load,
    wait: guard.wait.bind(guard),
    each: guard.each.bind(guard),
    // A notebook is no module: `import.meta` speaks of one in its place.
    meta: {
      dirname: dirname(notebook),
      filename: notebook,
      url: pathToFileURL(notebook).href,
      resolve: (id: string) => pathToFileURL(require.resolve(id)).href,
    },
  });
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
