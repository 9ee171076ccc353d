import { lstatSync } from "node:fs";
import { join } from "node:path";
import { layLessons, type LessonFiles } from "../../jupyter/lessons.ts";
import { asOwner, type Home, whyNot } from "./homes.ts";

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
 * @param folder the one that the lessons are in, in each home
 */
export function handOut(homes: readonly Home[], lessons: LessonFiles, folder: string): HandedOut[] {
  return homes.flatMap((home) => {
    const { student } = home;
    const place = join(home.path, folder);
    try {
      return asOwner(home, () => {
        const isThere = lstatSync(place, { throwIfNoEntry: false })?.isDirectory() === true;
        return isThere ? [{ student, notices: layLessons(lessons, place).notices }] : [];
      });
    } catch (error) {
      return [{ student, notices: [], fault: whyNot(error) }];
    }
  });
}
