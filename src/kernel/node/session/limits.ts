import { Script } from "node:vm";
import { TimeLimitExceeded } from "../../core/errors/report.ts";

const slot = Symbol.for("fall-line.limits");

/**
 * Makes `globalThis[Symbol.for("fall-line.limits")].runWithTimeLimit(fn, milliseconds)` known: it calls a function and
 * gives back what it returns; an endless loop in it is stopped, and `TimeLimitExceeded` thrown, where it was called.
 */
export function installLimits(): void {
  const call = new Script(
    `(() => { const { action } = globalThis[Symbol.for("fall-line.limits")]; return action(); })()`,
  );
  const host = {
    /** What the script calls. */
    action: undefined as (() => unknown) | undefined,
    runWithTimeLimit<T>(action: () => T, milliseconds: number): T {
      host.action = action;
      try {
        return call.runInThisContext({ timeout: milliseconds, displayErrors: false }) as T;
      } catch (error) {
        if ((error as NodeJS.ErrnoException | undefined)?.code !== "ERR_SCRIPT_EXECUTION_TIMEOUT")
          throw error;
        throw new TimeLimitExceeded(milliseconds);
      }
    },
  };
  Object.defineProperty(globalThis, slot, { value: host, configurable: true });
}
