import type { Header } from "../channel.ts";
import type { Parents } from "./parents.ts";

/** What an await in a cell ended with, and for whom it goes on. */
export interface Awaited {
  value?: unknown;
  thrown?: { error: unknown };
  parent: Header | undefined;
}

/**
 * Every `await x` in a cell is `resume(await wait(x))`. After an interruption, what cells were waiting for never
 * comes: a loop that sleeps between its rounds ends like any other. What a cell prints after an await is still its own.
 */
export class Guard {
  readonly #parents: Parents;
  #era = 0;

  constructor(parents: Parents) {
    this.#parents = parents;
  }

  /** Waits for a value, unless cells are interrupted meanwhile. */
  wait(value: unknown): PromiseLike<Awaited> {
    const era = this.#era;
    const parent = this.#parents.current;
    return {
      then: (resolve) => {
        const settle = (awaited: Awaited) => {
          if (era === this.#era) resolve?.(awaited);
        };
        Promise.resolve(value).then(
          (result: unknown) => settle({ value: result, parent }),
          (error: unknown) => settle({ thrown: { error }, parent }),
        );
      },
    } as PromiseLike<Awaited>;
  }

  /** Goes on after the await. */
  resume({ value, thrown, parent }: Awaited): unknown {
    this.#parents.resume(parent);
    if (thrown) throw thrown.error;
    return value;
  }

  /** Lets all that waits now wait for ever. */
  abandon(): void {
    this.#era++;
  }
}
