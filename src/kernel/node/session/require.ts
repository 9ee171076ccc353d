import { type CalledByCells, namespaceOf, onRequire, type OnRequire } from "../../core/session/called.ts";
import type { Modules } from "./modules.ts";

/** `require` as cells get it, which carries what transformed cells call. */
export interface CellRequire extends NodeJS.Require, OnRequire {
  load: (id: string) => Promise<unknown>;
  ready: (ids: readonly string[]) => Promise<void>;
  meta: ImportMeta;
}

/** Builds the `require` of the cells of a notebook. */
export function cellRequire(notebook: string, modules: Modules, called: CalledByCells): CellRequire {
  return Object.assign(modules.requireOf(notebook), onRequire(called), {
    load: async (id: string) => namespaceOf(await modules.import(id, notebook)),
    ready: (ids: readonly string[]) => modules.ready(ids, notebook),
    // A notebook is no module: `import.meta` speaks of one in its place.
    meta: modules.metaOf(notebook),
  });
}
