import { pageFiles } from "../pages/export.ts";
import { deckToHtml } from "../presenting/deck.ts";
import { WorkbookParts } from "../rendering/workbook-parts.ts";
import { writeComposed } from "../room/composed.ts";
import { newSecret } from "../room/keys.ts";
import { Pictures, questionsIn } from "../room/lesson.ts";
import type { Command } from "./command.ts";
import { CourseAsked } from "./course.ts";
import { lessonsAsked } from "./lessons.ts";
import { runLessons } from "./run-lessons.ts";
import { workbookOf } from "./workbook.ts";

/** `fall-line room-decks LESSON...|--all --into FOLDER`: runs lessons, and composes what `room` serves of them. */
export const roomDecks: Command = async (invocation, session) => {
  const { words, options } = invocation;
  const { projectDir, stop } = session;
  // Who waits for this says how it all ends.
  stop.farewell = "";
  const course = await CourseAsked.of(invocation, session);
  const lessons = lessonsAsked(course.choice(), words, options["all"] === true, "room");
  const executed = await runLessons(course, lessons, session);
  const exercises = await course.exercises();
  const source = await workbookOf(course, lessons, projectDir);
  const workbook = new WorkbookParts(source);
  const ran = lessons.filter(({ name }) => executed.has(name));
  const lessonPages = pageFiles(projectDir, ran, executed, source);
  const pictures = new Pictures();
  const place = `<!-- ${newSecret()} -->`;
  const made = course.each(ran, (lesson) => {
    const { name, title } = lesson;
    const notebook = executed.get(name)!;
    const questions = questionsIn(lesson, notebook, exercises, pictures);
    const parts = { exercises, workbook, short: false, room: place };
    const deck = deckToHtml(projectDir, lesson, notebook, parts);
    const pages = { deck, lesson: String(lessonPages.get(`${name}.html`)) };
    return [name, { about: { name, title, questions }, pages }];
  });
  const decks = Array.from(made.values(), ({ about }) => about);
  if (decks.length === 0) return course.code;
  const title = decks.length === 1 ? decks[0]!.title : "fall-line";
  const pages = new Map(Array.from(made, ([name, one]) => [name, one.pages]));
  const composed = { title, place, decks, pictures: Object.fromEntries(pictures.all) };
  writeComposed(String(options["into"]), composed, pages);
  return course.code;
};
