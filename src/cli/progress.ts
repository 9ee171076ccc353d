import { resolve } from "node:path";
import type { Command } from "./command.ts";
import { CourseAsked } from "./course.ts";
import { showProgress } from "./progress/show.ts";

/** `fall-line progress [--dir PATH] [--csv | --json]`: what was done in a working folder; every event as data. */
export const progress: Command = async (invocation, session) => {
  const { options } = invocation;
  const course = await CourseAsked.of(invocation, session);
  const { library, work } = course.product;
  const folder = options["dir"] === undefined ? work : resolve(session.callerDir, String(options["dir"]));
  showProgress(folder, { library, lessons: course.lessons(), exercises: await course.exercises() }, options);
  return 0;
};
