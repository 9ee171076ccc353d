import { join, resolve } from "node:path";
import { readCourse } from "../pages/course.ts";
import { executeLessons } from "../pages/execute.ts";
import { checkFolder, writeFolder } from "../pages/folder.ts";
import { ownExercises } from "./course.ts";
import { deckToHtml, hasShortPath } from "../presenting/deck.ts";
import { Trouble } from "../system/trouble.js";
import { lessonsAsked } from "./lessons.ts";
import type { Command } from "./command.ts";
import { setUpJupyter } from "./setup.ts";

/** `fall-line deck LESSON...|--all`: the slides of lessons, run anew, each as one file. */
export const deck: Command = async ({ words, options }, session) => {
  const { projectDir, callerDir, progress } = session;
  const theme = themeOf(options["theme"]);
  const short = options["short"] === true;
  const course = readCourse(join(projectDir, "notebooks"));
  const asked = lessonsAsked(course, words, options["all"] === true, "deck");
  const lessons = short ? asked.filter((lesson) => hasShortPath(projectDir, lesson)) : asked;
  if (lessons.length === 0) {
    throw new Trouble(
      `No cell of ${asked.map(({ name }) => name).join(", ")} is on the short path`,
      "Leave out --short, or choose another lesson.",
    );
  }
  const folder = resolve(callerDir, String(options["out"] ?? "decks"));
  // A folder that will not do is told before the long work, not after.
  checkFolder(folder, "decks");
  const python = await setUpJupyter(session);
  const executed = await progress.during("Lessons", "running", (stage) => {
    let count = 0;
    const names = lessons.map(({ name }) => name);
    return executeLessons({ projectDir, python }, names, (name) => {
      count += 1;
      stage.note(`${count} of ${names.length}: ${name}`);
    });
  });
  const exercises = await ownExercises(projectDir);
  const files = new Map(
    lessons.map((lesson) => [
      `${lesson.name}${short ? "-short" : ""}.html`,
      deckToHtml(projectDir, lesson, executed.get(lesson.name)!, { exercises, short, theme }),
    ]),
  );
  writeFolder(folder, "decks", files);
  progress.line(`\n${[...files.keys()].map((file) => join(folder, file)).join("\n")}`);
  progress.line(
    "Open it in a browser; no network is needed. F5 is full screen, S the speaker's view, ? all keys.",
  );
  return 0;
};

function themeOf(asked: string | boolean | undefined): "light" | "dark" | undefined {
  if (asked === undefined || asked === "light" || asked === "dark") return asked;
  throw new Trouble(
    `--theme must be light or dark, got ${String(asked)}`,
    "Write --theme light or --theme dark.",
  );
}
