/**
 * Every `await` in a cell goes through here. After an interruption, what cells were waiting for never comes: a loop
 * that sleeps between its rounds ends like any other.
 */
export class Guard {
  #era = 0;

  /** Waits for a value, unless cells are interrupted meanwhile. */
  wait(value: unknown): unknown {
    const era = this.#era;
    return {
      then: (resolve: (value: unknown) => void, reject: (reason: unknown) => void) => {
        Promise.resolve(value).then(
          (result) => era === this.#era && resolve(result),
          (error: unknown) => era === this.#era && reject(error),
        );
      },
    };
  }

  /** Lets all that waits now wait for ever. */
  abandon(): void {
    this.#era++;
  }
}
