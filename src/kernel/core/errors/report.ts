/** An error as the protocol tells it. */
export interface Report {
  ename: string;
  evalue: string;
  traceback: string[];
}

/** Thrown in a cell that was stopped. */
export class Interrupted extends Error {
  override name = "Interrupted";
}

/** Thrown where a function was called with a time limit and has not come to its end. */
export class TimeLimitExceeded extends Error {
  override name = "TimeLimitExceeded";

  constructor(milliseconds: number) {
    super(`not finished after ${String(milliseconds)} ms; is there a loop without an end?`);
  }
}
