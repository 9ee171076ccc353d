type Dispose = () => unknown;

/** What a cell declared with `using`: it is disposed of when the cell has ended, the latest first. */
export class Disposables {
  #waiting: Dispose[] = [];

  /** Takes the value of `using x = value`, or of `await using`, and gives it back. */
  use<T>(value: T, mayWait = false): T {
    if (value === null || value === undefined) return value;
    const methods = value as { [Symbol.dispose]?: Dispose; [Symbol.asyncDispose]?: Dispose };
    const dispose = (mayWait ? methods[Symbol.asyncDispose] : undefined) ?? methods[Symbol.dispose];
    if (typeof dispose !== "function")
      throw new TypeError(
        "what is declared with `using` has no method [Symbol.dispose]; write `const` instead",
      );
    this.#waiting.push(() => dispose.call(value));
    return value;
  }

  /** True when there is something to dispose of. */
  get areWaiting(): boolean {
    return this.#waiting.length > 0;
  }

  /** Disposes of all that waits; throws the first error, after all had their turn. */
  async dispose(): Promise<void> {
    const errors: unknown[] = [];
    for (let next = this.#waiting.pop(); next; next = this.#waiting.pop()) {
      try {
        await next();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw errors[0];
  }
}
