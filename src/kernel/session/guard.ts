/**
 * Every `await x` in a cell is `await wait(x)`. After an interruption, what cells were waiting for never comes: a loop
 * that sleeps between its rounds ends like any other.
 */
export class Guard {
  #era = 0;

  /** Waits for a value, unless cells are interrupted meanwhile. */
  wait(value: unknown): PromiseLike<unknown> {
    const era = this.#era;
    // A bare thenable, which await takes as it is: the promise it asks is asked when it is awaited.
    return {
      then: (resolve: (value: unknown) => void, reject: (reason: unknown) => void) => {
        Promise.resolve(value).then(
          (result: unknown) => era === this.#era && resolve(result),
          (error: unknown) => era === this.#era && reject(error),
        );
      },
    } as PromiseLike<unknown>;
  }

  /** Lets all that waits now wait for ever. */
  abandon(): void {
    this.#era++;
  }
}
