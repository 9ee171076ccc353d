import type { Home } from "./homes.ts";
import type { Lessons } from "./in-home/works.ts";

/** What became of the lessons in a home. */
export interface HandedOut {
  readonly student: string;
  /** A line for each newer version that was laid beside a student's own copy. */
  readonly notices: readonly string[];
  readonly fault?: string;
}

/**
 * Lays lessons into the homes that have had some, as a student's server does when it starts: one that is running shows them
 * too. Homes without any get them from their server.
 */
export function handOut(homes: readonly Home[], lessons: Lessons): HandedOut[] {
  return homes.flatMap(({ student, do: inHome }): HandedOut[] => {
    const outcome = inHome("handOut", lessons);
    if ("fault" in outcome) return [{ student, notices: [], fault: outcome.fault }];
    return outcome.answer === undefined ? [] : [{ student, notices: outcome.answer }];
  });
}
