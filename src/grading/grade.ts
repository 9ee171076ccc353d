import type { Outcome } from "../exercises/feedback.ts";

/** What came of one exercise of one student: a row of the table. Plain data, as it goes from thread to thread. */
export interface Row {
  readonly student: string;
  /** `momentum/rule`. */
  readonly exercise: string;
  /** Share of the credit, from 0 to 1; nothing for what a teacher has to read. */
  readonly credit?: number;
  readonly outcome: Outcome | "missing";
  /** Ids of the mistakes. */
  readonly mistakes: readonly string[];
  readonly ms: number;
  /** What went wrong, in a sentence. */
  readonly error?: string;
}

/** What a student's page shows of one exercise. */
export interface Shown {
  readonly exercise: string;
  readonly title: string;
  readonly prompt: string;
  /** What the student wrote or picked. */
  readonly written: string;
  readonly headline: string;
  /** Sentences on what the answer does. */
  readonly remarks: readonly string[];
  /** A right answer, where it may be seen: HTML that was made here. */
  readonly solution?: string;
}

/** All that came of a submission. */
export interface Graded {
  readonly student: string;
  readonly rows: readonly Row[];
  readonly shown: readonly Shown[];
  /** Sentences on files that could not be read, cells that were deleted. */
  readonly notes: readonly string[];
  /** It broke the thread that graded it: another run may have more luck. */
  readonly isBroken?: true;
  /** When it was handed in, ISO 8601, where that is known. */
  readonly handedIn?: string;
}
