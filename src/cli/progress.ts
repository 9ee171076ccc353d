import { statSync } from "node:fs";
import { resolve } from "node:path";
import { UserError } from "../system/user-error.js";
import type { Command } from "./command.ts";
import { CourseAsked } from "./course.ts";
import { showProgress } from "./progress/show.ts";

/** `fall-line progress [--dir PATH] [--csv | --json]`: what was done in a working folder; every event as data. */
export const progress: Command = async (invocation, session) => {
  const { options } = invocation;
  if (options["csv"] === true && options["json"] === true)
    throw new UserError("progress prints either CSV or JSON, got both", "Write --csv or --json.");
  const course = await CourseAsked.of(invocation, session);
  const { library, work } = course.product;
  const folder = options["dir"] === undefined ? work : resolve(session.callerDir, String(options["dir"]));
  if (options["dir"] !== undefined && !statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UserError(
      `There is no folder ${folder}`,
      "Name the folder with --dir that the lessons are in.",
    );
  showProgress(folder, { library, lessons: course.lessons(), exercises: await course.exercises() }, options);
  return 0;
};
