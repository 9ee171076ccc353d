import type { Stacks } from "../errors/stack.ts";
import type { Disposables } from "./disposables.ts";
import type { Guard } from "./guard.ts";

/** What transformed cells call of the core. */
export interface CalledByCells {
  readonly guard: Guard;
  readonly disposables: Disposables;
  readonly stacks: Pick<Stacks, "throwing">;
}

/** What hangs on the `require` of cells in every place. */
export interface OnRequire {
  default: (module: unknown) => unknown;
  namespace: (module: unknown) => unknown;
  wait: Guard["wait"];
  each: Guard["each"];
  use: Disposables["use"];
  throwing: Stacks["throwing"];
}

export function onRequire({ guard, disposables, stacks }: CalledByCells): OnRequire {
  return {
    default: defaultOf,
    namespace: namespaceOf,
    wait: guard.wait.bind(guard),
    each: guard.each.bind(guard),
    use: disposables.use.bind(disposables),
    throwing: stacks.throwing.bind(stacks),
  };
}

/** Of a module without a default, as the lesson library is, the whole. */
function defaultOf(module: unknown): unknown {
  return isEsModule(module) && "default" in module ? module.default : module;
}

/** A module as `import * as` gives it. */
export function namespaceOf(module: unknown): unknown {
  if (isEsModule(module) || typeof module !== "object" || module === null) return module;
  return "default" in module ? module : { ...module, default: module };
}

function isEsModule(module: unknown): module is { default: unknown } {
  if (typeof module !== "object" || module === null) return false;
  return (
    "__esModule" in module || (module as { [Symbol.toStringTag]?: string })[Symbol.toStringTag] === "Module"
  );
}
