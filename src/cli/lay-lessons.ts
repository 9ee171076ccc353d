import { resolve } from "node:path";
import { plainLine } from "../grading/output/plain.ts";
import { handOut } from "../hub/homes/hand-out.ts";
import { layLessons, readLessons } from "../jupyter/lessons.ts";
import type { Command, Session } from "./command.ts";
import { CourseAsked } from "./course.ts";
import { homesAsked } from "./homes.ts";

/** `fall-line lessons [--dir PATH]`: lays the lessons into a folder, by the rules of work/; with `--homes` into those of a class. */
export const lessons: Command = async (invocation, session) => {
  const { options } = invocation;
  const course = await CourseAsked.of(invocation, session);
  const { notebooks, work } = course.product;
  if (options["homes"] !== undefined)
    return Math.max(course.code, toHomes(session, notebooks, String(options["homes"]), options["dir"]));
  const folder = options["dir"] === undefined ? work : resolve(session.callerDir, String(options["dir"]));
  for (const notice of layLessons(readLessons(notebooks), folder, folder === work).notices)
    session.progress.line(notice);
  session.progress.line(`The lessons are in ${folder}`);
  return course.code;
};

function toHomes(
  session: Session,
  notebooks: string,
  homes: string,
  folder: string | boolean = "fall-line",
): number {
  const { progress } = session;
  const all = handOut(homesAsked(session, homes), { files: readLessons(notebooks), folder: String(folder) });
  for (const { student, notices, fault } of all) {
    for (const notice of notices) progress.line(`${plainLine(student)}: ${plainLine(notice)}`);
    if (fault !== undefined) process.stderr.write(`fall-line: ${plainLine(student)}: ${plainLine(fault)}\n`);
  }
  const faults = all.filter(({ fault }) => fault !== undefined).length;
  progress.line(`The lessons are in ${all.length - faults} of ${all.length} homes that have had lessons.`);
  return faults > 0 ? 1 : 0;
}
