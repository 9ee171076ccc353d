/** Decks and their questions in a folder: a process composes them and ends, and the room's own never holds what that takes. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { dataElement } from "../rendering/data-element.ts";
import { parsed, recordOf } from "../schema.ts";
import { KNOWN, type Questions } from "./known.ts";
import { ROOM_DATA_ID, type RoomData } from "./protocol.ts";
import type { RoomDeck } from "./served.ts";

const COMPOSED = v.object({
  /** What the class is about. */
  title: v.string(),
  /** Stands in the page of each deck where the page looks for its `ROOM_DATA`. */
  place: v.string(),
  decks: v.array(v.object({ name: v.string(), title: v.string(), questions: recordOf(KNOWN) })),
  /** SVG by their addresses. */
  pictures: recordOf(v.string()),
});
export type Composed = v.InferOutput<typeof COMPOSED>;

const LIST = "room.json";

const pageIn = (folder: string, name: string, kind: "deck" | "lesson"): string =>
  join(folder, `${kind}-${name}.html`);

/** The pages of a lesson: its deck, and itself. */
export interface ComposedPages {
  readonly deck: string;
  readonly lesson: string;
}

/** @param pages by the names of the lessons */
export function writeComposed(
  folder: string,
  composed: Composed,
  pages: ReadonlyMap<string, ComposedPages>,
): void {
  const write = (file: string, text: string): void => writeFileSync(file, text, { mode: 0o600 });
  for (const [name, { deck, lesson }] of pages) {
    write(pageIn(folder, name, "deck"), deck);
    write(pageIn(folder, name, "lesson"), lesson);
  }
  write(join(folder, LIST), JSON.stringify(composed));
}

/** What was composed; nothing where there was nothing to serve. */
export function readComposed(folder: string): Composed | undefined {
  const file = join(folder, LIST);
  if (!existsSync(file)) return undefined;
  return parsed(COMPOSED, JSON.parse(readFileSync(file, "utf8")), "what was composed for a room");
}

/** Of all decks. */
export function questionsOf({ decks }: Composed): Questions {
  return new Map(decks.flatMap(({ questions }) => Object.entries(questions)));
}

/** The decks, each page of which is read when it is asked for: the key stands in no file. */
export function decksOf(
  { place, decks }: Composed,
  folder: string,
  data: Omit<RoomData, "deck" | "key" | "questions">,
): Map<string, RoomDeck> {
  return new Map(
    decks.map(({ name, title, questions }) => {
      const known = Object.entries(questions).map(
        ([id, { asked, truth }]) => [id, { asked, ...truth }] as const,
      );
      const html = (key: string): string => {
        const own: RoomData = { ...data, deck: name, key, questions: Object.fromEntries(known) };
        const page = readFileSync(pageIn(folder, name, "deck"), "utf8");
        return page.replace(place, () => dataElement(JSON.stringify(own), ROOM_DATA_ID));
      };
      return [name, { title, html }];
    }),
  );
}

/** The files of the lessons, by the names of their pages. */
export function lessonsIn({ decks }: Composed, folder: string): Map<string, string> {
  return new Map(decks.map(({ name }) => [`${name}.html`, pageIn(folder, name, "lesson")]));
}
