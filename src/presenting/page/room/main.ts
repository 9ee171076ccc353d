/** The script of a deck with a room behind it. It stands before the deck's own, which looks for what it leaves. */
import { parsed } from "../../../schema.ts";
import { DECK_KEPT, ROOM_DATA, ROOM_DATA_ID, type RoomData } from "../../../room/protocol.ts";
import { DECK_ROOM, type MakeDeckRoom } from "../room-api.ts";
import { RoomBehind } from "./behind.ts";

const make: MakeDeckRoom = (deck, before) => {
  const text = document.getElementById(ROOM_DATA_ID)!.textContent;
  const data = parsed(ROOM_DATA, JSON.parse(text), "what the deck knows of its room");
  keepInTab(data);
  return new RoomBehind(deck, data, before);
};

/** The tab asks the door for the deck again when it is loaded anew; one that keeps nothing shows the door, which asks for the key. */
function keepInTab({ key, deck }: RoomData): void {
  try {
    sessionStorage.setItem(DECK_KEPT, JSON.stringify({ key, deck }));
    // It came by a form: so it is not asked whether that is to be sent again.
    history.replaceState(history.state, "");
  } catch {
    // The browser refuses to keep anything.
  }
}

Object.assign(globalThis, { [DECK_ROOM]: make });
