import * as tslab from "tslab";
import { countName, passName } from "../../core/cell/counting-nodes.ts";
import { type CalledByCells, namespaceOf, onRequire } from "../../core/session/called.ts";
import type { Lookout } from "./lookout.ts";

/** `require` as cells get it, which carries what transformed cells call. */
export function cellRequire(library: object, lookout: Lookout, called: CalledByCells): object {
  const modules = new Map<unknown, object>([
    ["fall-line", library],
    ["tslab", tslab],
  ]);
  const require = (id: unknown): object => {
    const found = modules.get(id);
    if (found === undefined) throw new Error(`there is no module "${String(id)}" in a page`);
    return found;
  };
  return Object.assign(require, onRequire(called), {
    load: (id: unknown) => Promise.resolve().then(() => namespaceOf(require(id))),
    meta: {},
    [countName]: lookout.count.bind(lookout),
    [passName]: lookout.pass.bind(lookout),
  });
}
