/** What an answer may use. Steps and not seconds are counted, so that a grade is the same on every machine. */
export const LIMITS = {
  /** Looks of the engine at whether to go on: one for ten thousand jumps back and calls. */
  looks: 1000,
  /** Rounds and calls of the engine itself, of which an ordinary round of an answer takes some tens: built-ins work by these alone. */
  work: 5_000_000_000,
  /** Pages of 64 KB: 64 MB for what an answer makes, and room for the engine itself. */
  pages: 1024 + 96,
  /** After how many calls a right answer has to be right still, drawn from a secret; fewer of one whose calls take many looks. */
  endured: {
    short: { least: 2500, most: 3500, looks: 300 },
    long: { least: 10_000, most: 20_000, looks: 1000 },
  },
  /** Characters that may be printed before it is ended. */
  printed: 1_000_000,
  /** Room for calls within calls, in bytes. */
  stack: 256 * 1024,
} as const;

/** Why an answer was ended. */
export type Ended = "time" | "work" | "memory" | "output" | "depth";

/** What is said of an answer that was ended. */
export const ENDED: Readonly<Record<Ended, string>> = {
  time: `it did not end: it was stopped after ${(LIMITS.looks / 100).toLocaleString("en")} million rounds and calls`,
  work: `it did not end: it was stopped after ${LIMITS.work / 1e9} billion steps within built-in functions`,
  memory: "it filled its memory of 64 MB",
  output: `it printed more than ${LIMITS.printed / 1_000_000} million characters`,
  depth: "it calls itself without end",
};

/** Thrown into the checker when an answer was ended. */
export class AnswerEnded extends Error {
  override readonly name = "AnswerEnded";
  readonly why: Ended;

  constructor(why: Ended) {
    super(ENDED[why]);
    this.why = why;
    this.stack = "";
  }
}
