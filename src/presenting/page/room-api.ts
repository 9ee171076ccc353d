import type { RevealApi } from "reveal.js";
import type { Command } from "./command.ts";

/** What a deck has of the room behind it. */
export interface DeckRoom {
  readonly commands: readonly Command[];
  /** The slide that is shown, or how far it has come, is another. */
  follow(): void;
  /** Shows the votes with what is right, before the answer itself; false when there is nothing to show. */
  goOn(): boolean;
  /** Puts the votes away; false when they are not shown. */
  goBack(): boolean;
  /** What only the speaker sees. */
  forSpeaker(): readonly Node[];
}

/** What a room does to the deck before it. */
export interface BeforeRoom {
  /** Something that the speaker sees has changed. */
  readonly changed: () => void;
  /** Shows the answer of a slide's question. */
  readonly showAnswer: (slide: HTMLElement) => void;
  /** Sets a slide anew, whose choices have got counts beside them or lost them. */
  readonly fit: (slide: HTMLElement) => void;
}

export type MakeDeckRoom = (deck: RevealApi, before: BeforeRoom) => DeckRoom;

/** Under this name the script of the room leaves what makes one, among the globals. A deck without a room has no such script. */
export const DECK_ROOM = Symbol.for("fall-line.deck-room");

/** The room behind the deck, if there is one. */
export function roomBehind(...parts: Parameters<MakeDeckRoom>): DeckRoom | undefined {
  return (globalThis as unknown as Record<symbol, MakeDeckRoom | undefined>)[DECK_ROOM]?.(...parts);
}
