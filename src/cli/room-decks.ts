import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deckToHtml } from "../presenting/deck.ts";
import { WorkbookParts } from "../rendering/workbook-parts.ts";
import { newSecret } from "../room/keys.ts";
import { Pictures, questionsIn } from "../room/lesson.ts";
import type { RoomData } from "../room/protocol.ts";
import type { KnownQuestion } from "../room/question.ts";
import type { RoomDeck } from "../room/served.ts";
import { stateFolder } from "../system/state.js";
import { CourseAsked } from "./course.ts";
import type { Invocation } from "./boot/arguments.js";
import type { Session } from "./command.ts";
import { lessonsAsked } from "./lessons.ts";
import { runLessons } from "./run-lessons.ts";
import { workbookOf } from "./workbook.ts";

type Questions = ReadonlyMap<string, KnownQuestion>;

/** The decks of a room, whose lessons have been run. */
export interface RoomDecks {
  /** What the class is about. */
  readonly title: string;
  readonly questions: Questions;
  readonly pictures: ReadonlyMap<string, string>;
  /** Not 0 where something was wrong with a lesson. */
  readonly code: number;
  /** Writes the pages of the decks into a folder that only their owner can look into. @param data what a deck with these questions knows */
  readonly write: (port: number, data: (questions: Questions) => Omit<RoomData, "key">) => WrittenDecks;
}

export interface WrittenDecks {
  readonly decks: ReadonlyMap<string, RoomDeck>;
  readonly remove: () => void;
}

/** Runs the lessons that a room was asked for. What takes memory is let go when their decks are written. */
export async function roomDecks(invocation: Invocation, session: Session): Promise<RoomDecks> {
  const { words, options } = invocation;
  const { projectDir } = session;
  const course = await CourseAsked.of(invocation, session);
  const lessons = lessonsAsked(course.choice(), words, options["all"] === true, "room");
  const executed = await runLessons(course, lessons, session);
  const exercises = await course.exercises();
  const workbook = new WorkbookParts(await workbookOf(course, lessons, projectDir));
  const ran = lessons.filter(({ name }) => executed.has(name));
  const pictures = new Pictures();
  const own = course.each(ran, (lesson) => [
    lesson.name,
    questionsIn(lesson, executed.get(lesson.name)!, exercises, pictures),
  ]);
  const shown = ran.filter(({ name }) => own.has(name));
  return {
    title: shown.length === 1 ? shown[0]!.title : "fall-line",
    questions: new Map([...own.values()].flatMap((all) => [...all])),
    pictures: pictures.all,
    code: course.code,
    write: (port, data) => {
      // The key stands in no file: what stands in its place is exchanged for it when a deck is asked for.
      const place = newSecret();
      const files = shown.map(({ name }) => join(stateFolder(projectDir, "room"), `${port}-${name}.html`));
      const decks = shown.map((lesson, i): [string, RoomDeck] => {
        const room = { ...data(own.get(lesson.name)!), key: place };
        const made = { exercises, workbook, short: false, room };
        writeFileSync(files[i]!, deckToHtml(projectDir, lesson, executed.get(lesson.name)!, made), {
          mode: 0o600,
        });
        const html = (key: string): string => readFileSync(files[i]!, "utf8").replace(place, () => key);
        return [lesson.name, { title: lesson.title, html }];
      });
      return {
        decks: new Map(decks),
        remove: () => {
          for (const file of files) rmSync(file, { force: true });
        },
      };
    },
  };
}
