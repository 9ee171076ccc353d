import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { readCourse } from "../pages/course.ts";
import { readNotebook } from "../pages/executed.ts";
import { checkFolder, writeFolder } from "../pages/folder.ts";
import { handoutToHtml } from "../presenting/handout.ts";
import { ownExercises } from "./course.ts";
import { lessonsAsked } from "./lessons.ts";
import type { Command } from "./command.ts";

/** `fall-line handout LESSON...|--all [--answers]`: pages to print. */
export const handout: Command = async ({ words, options }, { projectDir, callerDir, progress }) => {
  const answers = options["answers"] === true;
  const notebooks = join(projectDir, "notebooks");
  const lessons = lessonsAsked(readCourse(notebooks), words, options["all"] === true, "handout");
  const folder = resolve(callerDir, String(options["out"] ?? "handouts"));
  checkFolder(folder, "handouts");
  const exercises = await ownExercises(projectDir);
  const files = new Map(
    lessons.map((lesson) => {
      const notebook = readNotebook(readFileSync(join(notebooks, `${lesson.name}.ipynb`), "utf8"));
      const html = handoutToHtml(projectDir, lesson, notebook, { answers, exercises });
      return [`${lesson.name}${answers ? "-answers" : ""}.html`, html];
    }),
  );
  writeFolder(folder, "handouts", files);
  progress.line([...files.keys()].map((file) => join(folder, file)).join("\n"));
  return 0;
};
