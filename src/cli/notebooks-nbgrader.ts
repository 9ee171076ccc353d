import { copyFileSync, existsSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { loadCourse } from "../course/load.ts";
import { readLesson } from "../course/lesson.ts";
import { renderLesson } from "../course/render.ts";
import { gradedLesson } from "../notebook/graded-lesson.ts";
import { makeFolder } from "../system/folders.js";
import { writing } from "../system/user-error.js";
import { CourseAsked } from "./course.ts";
import { placeNamed } from "./lessons.ts";
import type { Command } from "./command.ts";

/**
 * `fall-line notebooks --nbgrader [LESSON...]`: a course of nbgrader's, its sources and its configuration. A configuration that
 * is there stays: it may have been changed.
 */
export const notebooksForNbgrader: Command = async (invocation, session) => {
  const { words, options } = invocation;
  const { projectDir, callerDir, progress } = session;
  const course = await CourseAsked.of(invocation, session);
  const places = course.product.course.lessons;
  const asked = words.length === 0 ? places : [...new Set(words.map((word) => placeNamed(places, word)))];
  const folder = resolve(callerDir, String(options["out"] ?? "nbgrader"));
  makeFolder(folder);
  const library = await loadCourse(course.product.library);
  for (const place of asked) {
    try {
      const lesson = gradedLesson(await readLesson(place), library.lessonExercises.all);
      const text = await renderLesson(lesson, library, "mark");
      const path = join(folder, "source", place.subject, `${place.name}.ipynb`);
      makeFolder(dirname(path));
      writing(path, () => writeFileSync(path, text));
      progress.line(path);
    } catch (error) {
      course.passOver(error);
    }
  }
  const config = join(folder, "nbgrader_config.py");
  if (!existsSync(config))
    writing(config, () => copyFileSync(join(projectDir, "src", "notebook", "nbgrader_config.py"), config));
  progress.line(config);
  return course.code;
};
