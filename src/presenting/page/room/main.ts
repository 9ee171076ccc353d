/** The script of a deck with a room behind it. It stands before the deck's own, which looks for what it leaves. */
import { parsed } from "../../../schema.ts";
import { ROOM_DATA, ROOM_DATA_ID } from "../../../room/protocol.ts";
import { DECK_ROOM, type MakeDeckRoom } from "../room-api.ts";
import { RoomBehind } from "./behind.ts";

const make: MakeDeckRoom = (deck, changed) => {
  const text = document.getElementById(ROOM_DATA_ID)!.textContent;
  return new RoomBehind(
    deck,
    parsed(ROOM_DATA, JSON.parse(text), "what the deck knows of its room"),
    changed,
  );
};

Object.assign(globalThis, { [DECK_ROOM]: make });
