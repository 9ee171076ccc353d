import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { readNotebook } from "../pages/executed.ts";
import { checkFolder, writeFolder } from "../pages/folder.ts";
import { handoutToHtml } from "../presenting/handout.ts";
import { CourseAsked } from "./course.ts";
import { lessonsAsked } from "./lessons.ts";
import type { Command } from "./command.ts";

/** `fall-line handout LESSON...|--all [--answers]`: pages to print. */
export const handout: Command = async (invocation, session) => {
  const { words, options } = invocation;
  const { projectDir, callerDir, progress } = session;
  const answers = options["answers"] === true;
  const course = await CourseAsked.of(invocation, session);
  const lessons = lessonsAsked(course.lessons(), words, options["all"] === true, "handout");
  const folder = resolve(callerDir, String(options["out"] ?? "handouts"));
  checkFolder(folder, "handouts");
  const exercises = await course.exercises();
  const files = course.each(lessons, (lesson) => {
    const path = join(course.product.notebooks, `${lesson.name}.ipynb`);
    const notebook = readNotebook(readFileSync(path, "utf8"));
    const html = handoutToHtml(projectDir, lesson, notebook, { answers, exercises });
    return [`${lesson.name}${answers ? "-answers" : ""}.html`, html];
  });
  writeFolder(folder, "handouts", files);
  progress.line([...files.keys()].map((file) => join(folder, file)).join("\n"));
  return course.code;
};
