import { join, resolve } from "node:path";
import type { Exercise } from "../exercises/exercise.ts";
import { judged } from "../exercises/judged.ts";
import { eventsToCsv, parseEvents, splitId } from "../exercises/progress-event.ts";
import { underPresentIds } from "../exercises/progress.ts";
import { readFormerNames } from "../kernel/node/former-names.ts";
import { ProgressFile, progressFileName } from "../kernel/node/progress-file.ts";
import { wrapped } from "../system/lines.js";
import { CourseAsked } from "./course.ts";
import type { Command } from "./command.ts";
import { type LessonOfSummary, summary } from "./progress/summary.ts";

/** `fall-line progress [--dir PATH] [--csv | --json]`: what was done in a working folder; every event as data. */
export const progress: Command = async (invocation, session) => {
  const { dir, csv, json } = invocation.options;
  const course = await CourseAsked.of(invocation, session);
  const { library, work } = course.product;
  const folder = dir === undefined ? work : resolve(session.callerDir, String(dir));
  const recorded = parseEvents(new ProgressFile(folder).read());
  const exercises = await course.exercises();
  const all = judged(underPresentIds(recorded, readFormerNames(library)), exercises);
  if (csv === true) process.stdout.write(eventsToCsv(all));
  else if (json === true) process.stdout.write(`${JSON.stringify(all, undefined, 1)}\n`);
  else {
    const none =
      all.length === 0
        ? `${wrapped(`Nothing has been answered yet: ${join(folder, progressFileName)} is not there.`)}\n\n`
        : "";
    process.stdout.write(`${none}${summary(lessonsOf(course, exercises), all)}\n`);
  }
  return 0;
};

function lessonsOf(course: CourseAsked, exercises: ReadonlyMap<string, Exercise>): LessonOfSummary[] {
  return course.lessons().map(({ name, number, short }) => ({
    number,
    title: short,
    exercises: [...exercises]
      .filter(([id]) => splitId(id).lesson === name.slice(number.length + 1))
      .map(([id, { title }]) => [id, title] as const),
  }));
}
