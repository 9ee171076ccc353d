import { AsyncLocalStorage } from "node:async_hooks";
import type { Header } from "../channel.ts";

/** Which request the code that runs now belongs to, also when it runs long after its cell. */
export class Parents {
  readonly #storage = new AsyncLocalStorage<Header>();
  #latest: Header | undefined;

  /** Runs `action` and all it starts on behalf of the request. */
  run<T>(header: Header, action: () => T): T {
    this.#latest = header;
    return this.#storage.run(header, action);
  }

  /** The request whose code runs now; for code of unknown origin, the latest. */
  get current(): Header | undefined {
    return this.#storage.getStore() ?? this.#latest;
  }
}
