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
  const workbook = new WorkbookParts(await workbookOf(course, lessons, projectDir));
  const pictures = new Pictures();
  const place = `<!-- ${newSecret()} -->`;
  const made = course.each(
    lessons.filter(({ name }) => executed.has(name)),
    (lesson) => {
      const notebook = executed.get(lesson.name)!;
      const questions = questionsIn(lesson, notebook, exercises, pictures);
      const html = deckToHtml(projectDir, lesson, notebook, {
        exercises,
        workbook,
        short: false,
        room: place,
      });
      return [lesson.name, { deck: { name: lesson.name, title: lesson.title, questions }, html }];
    },
  );
  const decks = Array.from(made.values(), ({ deck }) => deck);
  if (decks.length === 0) return course.code;
  const title = decks.length === 1 ? decks[0]!.title : "fall-line";
  const pages = new Map(Array.from(made, ([name, { html }]) => [name, html]));
  const composed = { title, place, decks, pictures: Object.fromEntries(pictures.all) };
  writeComposed(String(options["into"]), composed, pages);
  return course.code;
};
