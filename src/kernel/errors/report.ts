/** An error as the protocol tells it. */
export interface Report {
  ename: string;
  evalue: string;
  traceback: string[];
}

/** Thrown in a cell that the student has stopped. */
export class Interrupted extends Error {
  override name = "Interrupted";
}
