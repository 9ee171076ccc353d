/**
 * Every `await x` in a cell is `await wait(x)`. After an interruption, what cells were waiting for never comes: a loop
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

  /** Lets all that waits now wait for ever. */
  abandon(): void {
    this.#era++;
  }
}
