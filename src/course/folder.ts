/** Where the lessons of a course lie: a folder for each, `03-momentum/`, with `lesson.ts` and what belongs to it. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** A lesson's place. */
export interface LessonPlace {
  /** The folder's name: `03-momentum`. */
  readonly name: string;
  /** The name without its number, with which the ids of its exercises begin: `momentum`. */
  readonly subject: string;
  readonly folder: string;
}

const NAME = /^\d\d-([a-z0-9]+(?:-[a-z0-9]+)*)$/;

/** The lessons in a folder, in the order of their numbers. */
export function lessonsIn(folder: string): LessonPlace[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const place = lessonPlace(folder, name);
      return place !== undefined && existsSync(lessonFile(place.folder)) ? [place] : [];
    });
}

/** Where the lesson of a name lies, whether it is there or not; nothing for what is no name of a lesson. */
export function lessonPlace(folder: string, name: string): LessonPlace | undefined {
  const [, subject] = NAME.exec(name) ?? [];
  return subject === undefined ? undefined : { name, subject, folder: join(folder, name) };
}

/** The program of a lesson. */
export function lessonFile(folder: string): string {
  return join(folder, "lesson.ts");
}

/** The file of a lesson's exercises, if it has any. */
export function exercisesFile(folder: string): string | undefined {
  const file = join(folder, "exercises.ts");
  return existsSync(file) ? file : undefined;
}
