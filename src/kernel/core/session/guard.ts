/**
 * Every `await x` in a cell is `await wait(x)`, every `for await (... of x)` goes through `each(x)`. After an interruption, what cells were waiting for never comes: a loop
 * that sleeps between its rounds ends like any other.
 */
export class Guard {
  #era = 0;

  /** Waits for a value, unless cells are interrupted meanwhile. */
  wait(value: unknown): Promise<unknown> {
    const era = this.#era;
    const goOn = <T>(how: () => T) => (era === this.#era ? how() : new Promise<never>(() => undefined));
    // A chain by `then`, which stack traces follow.
    return Promise.resolve(value).then(
      (result: unknown) => goOn(() => result),
      (error: unknown) =>
        goOn(() => {
          throw error;
        }),
    );
  }

  /** What an asynchronous loop goes through, until cells are interrupted. */
  async *each<T>(values: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T> {
    const era = this.#era;
    for await (const value of values) {
      if (era !== this.#era) await new Promise<never>(() => undefined);
      yield value;
    }
  }

  /** Lets all that waits now wait for ever. */
  abandon(): void {
    this.#era++;
  }
}
