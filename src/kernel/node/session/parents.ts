import { promiseHooks } from "node:v8";
import type { Header } from "../../core/channel.ts";
import { LatestParents } from "../../core/session/parents.ts";

/**
 * Which request the code that runs now belongs to, also when it runs long after its cell: promises and timers carry it
 * on. (Node's own AsyncLocalStorage does not survive that a loop is terminated.)
 */
export class TrackedParents extends LatestParents {
  /** From now on promises carry the request on in which they were made. */
  install(): void {
    promiseHooks.createHook({
      init: (promise) => {
        new Origin(promise, this.current);
      },
      before: (promise) => {
        this.current = Origin.of(promise) ?? this.latest;
      },
      after: () => {
        this.current = this.latest;
      },
    });
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
