import timers from "node:timers";
import { promisify } from "node:util";
import type { Header } from "../../core/channel.ts";
import type { TrackedParents } from "./parents.ts";

type Callback = (...args: unknown[]) => unknown;
type Start = (callback: Callback, ...args: unknown[]) => unknown;
type Kind = "Timeout" | "Interval" | "Immediate";

/**
 * The timers, ticks and microtasks of cells: what they print belongs to the cell that set them, and an interruption
 * stops the timers.
 */
export class Timers {
  readonly #parents: TrackedParents;
  readonly #active = new Map<unknown, Header | undefined>();

  constructor(parents: TrackedParents) {
    this.#parents = parents;
  }

  /** Puts ours in the place of the global ones. */
  install(): void {
    for (const kind of ["Timeout", "Interval", "Immediate"] as const) this.#replace(kind);
    const queueMicrotask = globalThis.queueMicrotask;
    globalThis.queueMicrotask = (callback) => queueMicrotask(this.#carried(callback));
    const nextTick = process.nextTick.bind(process);
    process.nextTick = (callback: Callback, ...args: unknown[]) => nextTick(this.#carried(callback), ...args);
  }

  /** Stops the timers that a cell has set; of all cells, when none is named. */
  stop(header?: Header): void {
    for (const [timer, of] of [...this.#active]) {
      if (header && of !== header) continue;
      timers.clearTimeout(timer as NodeJS.Timeout);
      timers.clearImmediate(timer as NodeJS.Immediate);
      this.#active.delete(timer);
    }
  }

  #replace(kind: Kind): void {
    const start = timers[`set${kind}`] as unknown as Start & { [promisify.custom]?: unknown };
    const end = timers[`clear${kind}`] as (timer: unknown) => void;
    const set: Start = (callback, ...args) => {
      const run = (...given: unknown[]) => {
        if (kind !== "Interval") this.#active.delete(timer);
        return callback(...given);
      };
      const timer = start(typeof callback === "function" ? this.#parents.carry(run) : callback, ...args);
      this.#active.set(timer, this.#parents.current);
      return timer;
    };
    const clear = (timer: unknown) => {
      this.#active.delete(timer);
      end(timer);
    };
    if (start[promisify.custom] !== undefined)
      Object.defineProperty(set, promisify.custom, { value: start[promisify.custom] });
    Object.assign(globalThis, {
      [`set${kind}`]: Object.defineProperty(set, "name", { value: `set${kind}` }),
      [`clear${kind}`]: Object.defineProperty(clear, "name", { value: `clear${kind}` }),
    });
  }

  /** What is no function is left for Node to complain of. */
  #carried<T extends Callback>(callback: T): T {
    return typeof callback === "function" ? (this.#parents.carry(callback) as T) : callback;
  }
}
