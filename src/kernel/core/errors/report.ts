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
