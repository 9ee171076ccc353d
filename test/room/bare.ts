/** A room without decks, of questions that are written out: for whoever joins it. */
import { newSecret } from "../../src/room/keys.ts";
import type { KnownQuestion } from "../../src/room/known.ts";
import type { Asked } from "../../src/room/protocol.ts";
import { Room } from "../../src/room/room.ts";
import type { ServedRoom } from "../../src/room/served.ts";
import { serveRoom } from "../../src/room/server.ts";
import { ALONE } from "../../src/room/site.ts";

const CODE = "BCDFGH";

export interface BareRoom {
  readonly room: Room;
  /** Address and code, as they stand on the screen. */
  readonly place: string;
  readonly close: () => Promise<void>;
}

export async function openBareRoom(
  asked: readonly Asked[],
  { seats = 1, ...parts }: Partial<ServedRoom> = {},
): Promise<BareRoom> {
  const questions = new Map(asked.map((one) => [one.id, known(one)]));
  const room = new Room({ questions, most: seats, newSeat: newSecret });
  const running = await serveRoom(
    {
      ...{ room, site: ALONE, seats, code: CODE, keys: [], changed: () => undefined },
      ...{ decks: new Map(), lessons: new Map(), pictures: new Map(), phone: PHONE },
      ...parts,
    },
    0,
    "127.0.0.1",
  );
  return { room, place: `127.0.0.1:${running.port}/${CODE}`, close: () => running.close() };
}

/** A page that shows nothing. */
const PHONE = { html: '<link rel="icon" href="data:,">', policy: "connect-src 'self'" };

function known(asked: Asked): KnownQuestion {
  return {
    asked,
    truth: { right: [], why: "" },
    hands: [],
    takesCode: asked.kind === "code",
    mistakes: {},
  };
}
