import { join, resolve } from "node:path";
import { claimFolder, writeFolder } from "../pages/folder.ts";
import { CourseAsked } from "./course.ts";
import { deckToHtml, hasShortPath } from "../presenting/deck.ts";
import { UserError } from "../system/user-error.js";
import { lessonsAsked } from "./lessons.ts";
import type { Command } from "./command.ts";
import { WorkbookParts } from "../rendering/workbook-parts.ts";
import { runLessons } from "./run-lessons.ts";
import { workbookOf } from "./workbook.ts";

/** `fall-line deck LESSON...|--all`: the slides of lessons, run anew, each as one file. */
export const deck: Command = async (invocation, session) => {
  const { words, options } = invocation;
  const { projectDir, callerDir, progress } = session;
  const theme = themeOf(options["theme"]);
  const short = options["short"] === true;
  const course = await CourseAsked.of(invocation, session);
  const asked = lessonsAsked(course.choice(), words, options["all"] === true, "deck");
  const lessons = short ? asked.filter(({ name }) => hasShortPath(course.product.notebooks, name)) : asked;
  if (lessons.length === 0)
    throw new UserError(
      `No cell of ${asked.map(({ name }) => name).join(", ")} is on the short path`,
      "Leave out --short, or choose another lesson.",
    );
  const folder = resolve(callerDir, String(options["out"] ?? "decks"));
  // A folder that will not do is told before the long work, not after.
  claimFolder(folder, "decks");
  const executed = await runLessons(course, lessons, session);
  const exercises = await course.exercises();
  const workbook = new WorkbookParts(await workbookOf(course, lessons, projectDir));
  const ran = lessons.filter(({ name }) => executed.has(name));
  const files = course.each(ran, (lesson) => [
    `${lesson.name}${short ? "-short" : ""}.html`,
    deckToHtml(projectDir, lesson, executed.get(lesson.name)!, { exercises, workbook, short, theme }),
  ]);
  writeFolder(folder, "decks", files);
  progress.line(`\n${[...files.keys()].map((file) => join(folder, file)).join("\n")}`);
  progress.line(
    "Open it in a browser; no network is needed. F5 is full screen, S the speaker's view, ? all keys.",
  );
  return course.code;
};

function themeOf(asked: string | boolean | undefined): "light" | "dark" | undefined {
  if (asked === undefined || asked === "light" || asked === "dark") return asked;
  throw new UserError(
    `--theme must be light or dark, got ${String(asked)}`,
    "Write --theme light or --theme dark.",
  );
}
