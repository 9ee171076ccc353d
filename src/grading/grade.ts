import type { Outcome } from "../exercises/outcome.ts";
import type { RecordedMistake } from "../exercises/mistake.ts";

/** What came of an answer; "not graded" is no word on the answer: something else went wrong, and a teacher has to see to it. */
export type GradedOutcome = Outcome | "missing" | "not graded";

/** What came of one exercise of one student: a row of the table. Plain data, as it goes from process to process. */
export interface Row {
  readonly student: string;
  /** `momentum/rule`. */
  readonly exercise: string;
  /** Share of the credit, from 0 to 1; nothing for what a teacher has to read, or could not be graded. */
  readonly credit?: number;
  readonly outcome: GradedOutcome;
  readonly mistakes: readonly RecordedMistake[];
  /** What went wrong, in a sentence. */
  readonly error?: string;
  /** A teacher gave the credit: why, and what was graded, where it was. */
  readonly override?: { readonly reason: string; readonly graded?: number };
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
  /** Nothing of it could be graded: why is its note. */
  readonly isBroken?: true;
  /** When it was handed in, ISO 8601, where that is known. */
  readonly handedIn?: string;
  /** Files that could not be read. */
  readonly unread?: number;
  /** More time that a teacher gave: until when (ISO 8601), the same as it was written, and why. */
  readonly extension?: { readonly due: string; readonly until: string; readonly reason: string };
}

/** Exercises that could not be graded, and why; without an exercise where it is all of a submission. */
export function notGradedIn({ rows, notes, isBroken }: Graded): { exercise?: string; reason: string }[] {
  if (isBroken === true) return [{ reason: notes.join("; ") }];
  return rows.flatMap(({ outcome, exercise, credit, error = "" }) =>
    outcome === "not graded" && credit === undefined ? [{ exercise, reason: error }] : [],
  );
}
