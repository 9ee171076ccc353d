import { resolve } from "node:path";
import { layLessons } from "../jupyter/lessons.ts";
import type { Command } from "./command.ts";
import { CourseAsked } from "./course.ts";

/** `fall-line lessons [--dir PATH]`: lays the lessons into a folder, by the rules of work/. */
export const lessons: Command = async (invocation, session) => {
  const { options } = invocation;
  const course = await CourseAsked.of(invocation, session);
  const { notebooks, work } = course.product;
  const folder = options["dir"] === undefined ? work : resolve(session.callerDir, String(options["dir"]));
  for (const notice of layLessons(notebooks, folder, folder === work).notices) session.progress.line(notice);
  session.progress.line(`The lessons are in ${folder}`);
  return course.code;
};
