import { promiseHooks } from "node:v8";
import type { Header } from "../../core/channel.ts";
import type { Parents } from "../../core/session/parents.ts";

/**
 * Which request the code that runs now belongs to, also when it runs long after its cell: promises and timers carry it
 * on. What comes from elsewhere, as an event of a file or a server, counts for the latest cell. (Node's own
 * AsyncLocalStorage does not survive that a loop is terminated.)
 */
export class TrackedParents implements Parents {
  #current: Header | undefined;
  #latest: Header | undefined;

  /** The request whose code runs now. */
  get current(): Header | undefined {
    return this.#current;
  }

  /** From now on promises carry the request on in which they were made. */
  install(): void {
    promiseHooks.createHook({
      init: (promise) => {
        new Origin(promise, this.#current);
      },
      before: (promise) => {
        this.#current = Origin.of(promise) ?? this.#latest;
      },
      after: () => {
        this.#current = this.#latest;
      },
    });
  }

  /** The action, to be run later on behalf of the request whose code runs now. */
  carry<A extends unknown[], T>(action: (...args: A) => T): (...args: A) => T {
    const header = this.#current;
    return (...args) => {
      this.#current = header;
      try {
        return action(...args);
      } finally {
        this.#current = this.#latest;
      }
    };
  }

  /** Begins, or goes on, on behalf of a request. */
  resume(header: Header): void {
    this.#current = this.#latest = header;
  }
}

/** As what a constructor gives back becomes `this` of the class that extends it, this puts private fields on an object. */
const Given = function (object: object) {
  return object;
} as unknown as new (object: object) => object;

/** A mark on a promise that no code sees: the request in which it was made. */
class Origin extends Given {
  readonly #header: Header | undefined;

  constructor(promise: object, header: Header | undefined) {
    super(promise);
    this.#header = header;
  }

  static of(promise: object): Header | undefined {
    return #header in promise ? promise.#header : undefined;
  }
}
