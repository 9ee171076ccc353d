/** What was done in a folder, on standard output. */
import { join } from "node:path";
import type { Exercise } from "../../exercises/exercise.ts";
import { migratedEvents } from "../../exercises/migrated-events.ts";
import { eventsToCsv, parseEvents, splitId } from "../../exercises/progress-event.ts";
import { counting } from "../../exercises/recall.ts";
import { underPresentIds } from "../../exercises/progress.ts";
import { readFormerNames } from "../../kernel/node/former-names.ts";
import { ProgressFile, progressFileName } from "../../kernel/node/progress-file.ts";
import type { CourseLesson } from "../../rendering/course.ts";
import { wrapped } from "../../system/lines.js";
import { UserError } from "../../system/user-error.js";
import type { Invocation } from "../boot/arguments.js";
import { type LessonOfSummary, summary } from "./summary.ts";

/** The course that was worked on. */
export interface CourseDone {
  readonly library: string;
  readonly lessons: readonly CourseLesson[];
  readonly exercises: ReadonlyMap<string, Exercise>;
}

/** Shows what was done in a folder: as a summary, or every event with `--csv` or `--json`. */
export function showProgress(
  folder: string,
  { library, lessons, exercises }: CourseDone,
  { csv, json }: Invocation["options"],
): void {
  const recorded = parseEvents(linesIn(folder));
  const all = migratedEvents(underPresentIds(recorded, readFormerNames(library)), exercises);
  if (csv === true) process.stdout.write(eventsToCsv(all));
  else if (json === true) process.stdout.write(`${JSON.stringify(all, undefined, 1)}\n`);
  else {
    const none =
      all.length === 0
        ? `${wrapped(`Nothing has been answered yet: ${join(folder, progressFileName)} is not there.`)}\n\n`
        : "";
    process.stdout.write(`${none}${summary(ofSummary(lessons, exercises), all)}\n`);
  }
}

function linesIn(folder: string): string[] {
  try {
    return new ProgressFile(folder).read();
  } catch (error) {
    throw new UserError(
      `${join(folder, progressFileName)} cannot be read (${String((error as NodeJS.ErrnoException).code)})`,
      "It should be a file that you may read: look at what lies there, or name another folder with --dir.",
    );
  }
}

function ofSummary(
  lessons: readonly CourseLesson[],
  exercises: ReadonlyMap<string, Exercise>,
): LessonOfSummary[] {
  return lessons.map(({ name, number, short, optional = false }) => ({
    number,
    title: short,
    optional,
    exercises: [...counting(exercises)]
      .filter(([id]) => splitId(id).lesson === name.slice(number.length + 1))
      .map(([id, { title }]) => [id, title] as const),
  }));
}
