import type { Disposables } from "../../core/session/disposables.ts";
import type { Guard } from "../../core/session/guard.ts";
import type { CalledByCells } from "../../core/session/host.ts";
import type { Modules } from "./modules.ts";

/** `require` as cells get it, which carries what transformed cells call. */
export interface CellRequire extends NodeJS.Require {
  default: (module: unknown) => unknown;
  namespace: (module: unknown) => unknown;
  load: (id: string) => Promise<unknown>;
  ready: (ids: readonly string[]) => Promise<void>;
  wait: Guard["wait"];
  each: Guard["each"];
  use: Disposables["use"];
  meta: ImportMeta;
}

/** Builds the `require` of the cells of a notebook. */
export function cellRequire(
  notebook: string,
  modules: Modules,
  { guard, disposables }: CalledByCells,
): CellRequire {
  return Object.assign(modules.requireOf(notebook), {
    default: defaultOf,
    namespace: namespaceOf,
    load: async (id: string) => namespaceOf(await modules.import(id, notebook)),
    ready: (ids: readonly string[]) => modules.ready(ids, notebook),
    wait: guard.wait.bind(guard),
    each: guard.each.bind(guard),
    use: disposables.use.bind(disposables),
    // A notebook is no module: `import.meta` speaks of one in its place.
    meta: modules.metaOf(notebook),
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
