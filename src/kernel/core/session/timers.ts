import type { Header } from "../channel.ts";
import type { LatestParents } from "./parents.ts";

export type Callback = (...args: unknown[]) => unknown;
/** `setTimeout` and its like. */
export type Start = (callback: Callback, ...args: unknown[]) => unknown;
export type Kind = "Timeout" | "Interval" | "Immediate";
type End = (timer: unknown) => void;

interface Active {
  readonly header: Header | undefined;
  readonly end: End;
}

/** The timers of cells: what they print belongs to the cell that set them, and an interruption stops them. */
export class Timers {
  readonly #active = new Map<unknown, Active>();

  constructor(private readonly parents: LatestParents) {}

  /** Stops the timers that a cell has set; of all cells, when none is named. */
  stop(header?: Header): void {
    for (const [timer, { header: of, end }] of [...this.#active]) {
      if (header && of !== header) continue;
      end(timer);
      this.#active.delete(timer);
    }
  }

  /** Puts ours in the place of the global functions that start and end a kind of timers; gives the one that starts. */
  replace(kind: Kind, start: Start, end: End): Start {
    const set: Start = (callback, ...args) => {
      const run = (...given: unknown[]) => {
        if (kind !== "Interval") this.#active.delete(timer);
        return callback(...given);
      };
      const timer = start(typeof callback === "function" ? this.parents.carry(run) : callback, ...args);
      this.#active.set(timer, { header: this.parents.current, end });
      return timer;
    };
    const clear = (timer: unknown) => {
      this.#active.delete(timer);
      end(timer);
    };
    Object.assign(globalThis, {
      [`set${kind}`]: Object.defineProperty(set, "name", { value: `set${kind}` }),
      [`clear${kind}`]: Object.defineProperty(clear, "name", { value: `clear${kind}` }),
    });
    return set;
  }

  /** A callback that is run on behalf of the request that hands it over; what is no function is left as it is. */
  carried<T extends Callback>(callback: T): T {
    return typeof callback === "function" ? (this.parents.carry(callback) as T) : callback;
  }
}
