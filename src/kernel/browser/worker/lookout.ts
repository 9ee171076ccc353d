import { settleStack } from "../../core/errors/calls.ts";
import { Interrupted, TimeLimitExceeded } from "../../core/errors/report.ts";

/** How often (in milliseconds) it is looked whether the student has pressed Stop. */
const lookEach = 150;

/** After so long (in milliseconds) between two looks each round is looked at, and never more than so many go by. */
const slow = 20;
const most = 256;

const { performance, XMLHttpRequest } = globalThis;

/**
 * Counts what cells do, and stops it. A running script hears no message; what it can do is to read an address, which the
 * page takes away when Stop is pressed. While it stops, whatever is counted throws.
 */
export class Lookout {
  #signal: string | undefined;
  /** What is thrown from when Stop was seen in a running cell until the page has said so too. */
  #stopped: Interrupted | undefined;
  #deadline: { readonly at: number; readonly milliseconds: number } | undefined;
  /** How often a limit was exceeded. */
  #late = 0;
  #counted = 0;
  #step = 1;
  #look = 0;

  /** `hear` is called when the student has pressed Stop, while the cell runs. */
  constructor(private readonly hear: () => void) {}

  /** True while whatever is counted throws. */
  get isStopping(): boolean {
    return this.#stopped !== undefined;
  }

  /** Looks at an address from now on, if addresses can be read: from the disk they cannot. */
  watch(signal: string): void {
    this.#stopped = undefined;
    this.#signal = isThere(signal) ? signal : undefined;
  }

  /** A cell begins. */
  begin(): void {
    this.#look = performance.now() + lookEach;
  }

  /** Called in a round; says how many (at least one) may go by until it is called again. */
  count(): number {
    const now = performance.now();
    this.throwIfStopped();
    if (this.#deadline && now > this.#deadline.at) {
      this.#late++;
      throw new TimeLimitExceeded(this.#deadline.milliseconds);
    }
    if (now >= this.#look) this.#lookAtSignal(now);
    this.#step = now - this.#counted > slow ? 1 : Math.min(2 * this.#step, most);
    this.#counted = now;
    return this.#step;
  }

  /** What must not be done by a cell that was stopped begins with this. */
  throwIfStopped(): void {
    if (this.#stopped) throw this.#stopped;
  }

  /** Lets what stops a cell pass a `catch`; any other error comes there with its stack written. */
  pass(error: unknown): void {
    settleStack(error);
    if (error instanceof Interrupted || error instanceof TimeLimitExceeded) throw error;
  }

  /** Calls a function, and throws when it has not ended in time, though it may have caught what ended it. */
  limit<T>(action: () => T, milliseconds: number): T {
    const outer = this.#deadline;
    const at = performance.now() + milliseconds;
    if (!outer || at < outer.at) this.#deadline = { at, milliseconds };
    const before = this.#late;
    try {
      const result = action();
      this.throwIfStopped();
      if (this.#late > before) throw new TimeLimitExceeded(milliseconds);
      return result;
    } catch (error) {
      settleStack(error);
      throw error;
    } finally {
      this.#deadline = outer;
    }
  }

  #lookAtSignal(now: number): void {
    this.#look = now + lookEach;
    if (this.#signal === undefined || isThere(this.#signal)) return;
    this.#stopped = new Interrupted("the cell was stopped");
    this.hear();
    throw this.#stopped;
  }
}

function isThere(address: string): boolean {
  const request = new XMLHttpRequest();
  request.open("GET", address, false);
  try {
    request.send();
    return true;
  } catch {
    return false;
  }
}
