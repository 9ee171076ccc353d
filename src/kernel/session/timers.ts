import timers from "node:timers";
import { promisify } from "node:util";
import type { Parents } from "./parents.ts";

type Callback = (...args: unknown[]) => unknown;
type Start = (callback: Callback, ...args: unknown[]) => unknown;

/** The timers of cells: what they print belongs to the cell that set them, and an interruption stops them all. */
export class Timers {
  readonly #parents: Parents;
  readonly #active = new Set<unknown>();

  constructor(parents: Parents) {
    this.#parents = parents;
  }

  /** Puts our timers in the place of the global ones. */
  install(): void {
    const replace = (name: "setTimeout" | "setInterval" | "setImmediate", once: boolean) => {
      const start = timers[name] as unknown as Start;
      const replacement: Start = (callback, ...args) => this.#start(start, once, callback, args);
      const promised = (timers[name] as { [promisify.custom]?: unknown })[promisify.custom];
      if (promised !== undefined) Object.defineProperty(replacement, promisify.custom, { value: promised });
      Object.defineProperty(replacement, "name", { value: name });
      Object.assign(globalThis, { [name]: replacement });
    };
    replace("setTimeout", true);
    replace("setInterval", false);
    replace("setImmediate", true);
  }

  /** Stops all timers that cells have set. */
  stop(): void {
    for (const timer of this.#active) {
      timers.clearTimeout(timer as NodeJS.Timeout);
      timers.clearImmediate(timer as NodeJS.Immediate);
    }
    this.#active.clear();
  }

  #start(start: Start, once: boolean, callback: Callback, args: unknown[]): unknown {
    if (typeof callback !== "function") return start(callback, ...args);
    const parent = this.#parents.current;
    const timer = start(
      (...given: unknown[]) => {
        if (once) this.#active.delete(timer);
        return this.#parents.run(parent, () => callback(...given));
      },
      ...args,
    );
    this.#active.add(timer);
    return timer;
  }
}
