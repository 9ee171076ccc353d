/** What a rule for lessons is, and what it says where a lesson keeps none. */
import type { Exercise } from "../exercises/exercise.ts";
import type { Cell, Lesson } from "../notebook/lesson.ts";

/** Something that is wrong with a lesson. */
export interface Fault {
  /** `03-momentum/lesson.ts:15`. */
  readonly place: string;
  readonly what: string;
  readonly cure: string;
  /** A line that belongs to the cure, to be copied as it is. */
  readonly paste?: string;
}

/** What a lesson stands among. */
export interface Surroundings {
  /** The names of all lessons of the course. */
  readonly lessons: readonly string[];
  /** All its exercises, by their ids. */
  readonly exercises: ReadonlyMap<string, Exercise>;
  /** The titles of the slides that it is about, in their order; a course that is about no slides has none. */
  readonly deck: readonly string[];
}

/** Something that a lesson must have. */
export interface LessonRule {
  /** One sentence: what the documentation says. */
  readonly says: string;
  readonly faults: (lesson: Lesson, among: Surroundings) => readonly Fault[];
}

/** Something that is wrong with one cell. */
export const fault = ({ place }: Cell, what: string, cure: string): Fault => ({ place, what, cure });
