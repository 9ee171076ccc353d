/**
 * How many wrong versions a search may try: a number of trials and no time, so that the same answer gets the same words
 * on every machine.
 */
export class Effort {
  readonly most: number;
  #tried = 0;

  constructor(most: number) {
    this.most = most;
  }

  get tried(): number {
    return this.#tried;
  }

  /** Whether there is room for one more. */
  get isLeft(): boolean {
    return this.#tried < this.most;
  }

  /** One more is tried; false where there is no room for it. */
  spend(): boolean {
    if (!this.isLeft) return false;
    this.#tried += 1;
    return true;
  }
}
