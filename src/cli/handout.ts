import { join, resolve } from "node:path";
import { claimFolder, writeFolder } from "../pages/folder.ts";
import { handoutToHtml } from "../presenting/handout.ts";
import { CourseAsked } from "./course.ts";
import { lessonsAsked } from "./lessons.ts";
import type { Command } from "./command.ts";
import { runLessons } from "./run-lessons.ts";

/** `fall-line handout LESSON...|--all [--answers]`: pages to print, with the pictures of lessons that are run anew. */
export const handout: Command = async (invocation, session) => {
  const { words, options } = invocation;
  const { projectDir, callerDir, progress } = session;
  const answers = options["answers"] === true;
  const course = await CourseAsked.of(invocation, session);
  const lessons = lessonsAsked(course.choice(), words, options["all"] === true, "handout");
  const folder = resolve(callerDir, String(options["out"] ?? "handouts"));
  claimFolder(folder, "handouts");
  const executed = await runLessons(course, lessons, session);
  const exercises = await course.exercises();
  const ran = lessons.filter(({ name }) => executed.has(name));
  const files = course.each(ran, (lesson) => [
    `${lesson.name}${answers ? "-answers" : ""}.html`,
    handoutToHtml(projectDir, lesson, executed.get(lesson.name)!, { answers, exercises }),
  ]);
  writeFolder(folder, "handouts", files);
  progress.line([...files.keys()].map((file) => join(folder, file)).join("\n"));
  return course.code;
};
