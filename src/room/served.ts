import type { Room } from "./room.ts";
import type { Site } from "./site.ts";

export interface RoomDeck {
  readonly title: string;
  /** Its page, which holds the teacher's key. */
  readonly html: (key: string) => string;
}

export interface ServedRoom {
  readonly room: Room;
  readonly site: Site;
  /** How many may sit in the room. */
  readonly seats: number;
  readonly code: string;
  /** The marks of the keys that open a deck. */
  readonly keys: readonly string[];
  /** By their names. */
  readonly decks: ReadonlyMap<string, RoomDeck>;
  /** The page of phones, and what a browser may do with it. */
  readonly phone: { readonly html: string; readonly policy: string };
  /** The files of lessons as pages, by the names of these. */
  readonly lessons: ReadonlyMap<string, string>;
  /** SVG by their addresses. */
  readonly pictures: ReadonlyMap<string, string>;
  /** Is told that something was asked or answered. */
  readonly changed: () => void;
}
