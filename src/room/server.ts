/** The room over HTTP: the deck for the teacher, a page for phones, events to both. `protocol.ts` says what goes over it. */
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { paced } from "./paced.ts";
import type { Change } from "./room.ts";
import { routesOf } from "./routes.ts";
import type { ServedRoom } from "./served.ts";
import { Streams } from "./streams.ts";

/** How long phones and decks are told no more numbers when they have been told some, in milliseconds; in a large room longer. */
const PAUSE = { phones: 1000, eachSeat: 4, decks: 150 };

/** How long a request may take, in milliseconds: its head, all of it; how often that is looked at. */
const PATIENCE = { headersTimeout: 10_000, requestTimeout: 15_000, connectionsCheckingInterval: 2_000 };

/** A seat may have so many pages open, and the teacher so many decks. */
const MOST = { pages: 3, decks: 10 };

/**
 * Serves a room until it is closed.
 * @param port 0 for any that is free
 * @param host where it listens: "127.0.0.1" for this machine alone
 */
export async function serveRoom(served: ServedRoom, port: number, host: string): Promise<RunningRoom> {
  const phones = new Streams(MOST.pages);
  const decks = new Streams(MOST.decks);
  served.room.changed = telling(served, phones, decks);
  const server = createAdaptorServer({
    fetch: routesOf(served, phones, decks).fetch,
    overrideGlobalObjects: false,
    serverOptions: { ...PATIENCE, maxHeaderSize: 8 * 1024 },
  }) as Server;
  server.maxConnections = 100 + (MOST.pages + 1) * served.seats;
  await new Promise<void>((ready, failed) => {
    server.once("error", failed);
    server.listen(port, host, ready);
  });
  return new RunningRoom(server, [phones, decks]);
}

class RunningRoom {
  constructor(
    private readonly server: Server,
    private readonly streams: readonly Streams[],
  ) {}

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Ends all connections. */
  async close(): Promise<void> {
    for (const one of this.streams) one.end();
    await new Promise((closed) => {
      this.server.close(closed);
      this.server.closeAllConnections();
    });
  }
}

/** Tells all pages what has changed: another question at once, numbers now and then. */
function telling(
  { room, seats, changed }: ServedRoom,
  phones: Streams,
  decks: Streams,
): (change: Change) => void {
  const toDecks = (): void => {
    decks.sendAll(room.now());
    const tally = room.tally();
    if (tally !== undefined) decks.sendAll(tally);
  };
  const numbersToDecks = paced(PAUSE.decks, toDecks);
  const numbersToPhones = paced(Math.max(PAUSE.phones, PAUSE.eachSeat * seats), () => {
    const numbers = room.counted();
    if (numbers !== undefined) phones.sendAll(numbers);
  });
  return (change) => {
    changed();
    if (change === "scene") {
      phones.send(room.scenes());
      toDecks();
    } else {
      numbersToDecks();
      numbersToPhones();
    }
  };
}
