import type { Header } from "../channel.ts";

/**
 * Which request the code that runs now belongs to, also when it runs long after its cell. Timers and the awaits of
 * cells carry it on. (Node's own AsyncLocalStorage does not survive that a loop is terminated.)
 */
export class Parents {
  #current: Header | undefined;

  /** The request whose code runs now; for code of unknown origin, the one before. */
  get current(): Header | undefined {
    return this.#current;
  }

  /** Runs `action` on behalf of a request. */
  run<T>(header: Header | undefined, action: () => T): T {
    const before = this.#current;
    this.#current = header;
    try {
      return action();
    } finally {
      this.#current = before;
    }
  }

  /** Goes on on behalf of a request, after an await. */
  resume(header: Header | undefined): void {
    this.#current = header;
  }
}
