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

/** @param changed something that the speaker sees has changed */
export type MakeDeckRoom = (deck: RevealApi, changed: () => void) => DeckRoom;

/** Under this name the script of the room leaves what makes one, among the globals. A deck without a room has no such script. */
export const DECK_ROOM = Symbol.for("fall-line.deck-room");

/** The room behind the deck, if there is one. */
export function roomBehind(...parts: Parameters<MakeDeckRoom>): DeckRoom | undefined {
  return (globalThis as unknown as Record<symbol, MakeDeckRoom | undefined>)[DECK_ROOM]?.(...parts);
}
