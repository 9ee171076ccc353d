import * as v from "valibot";
import { type MimeBundle, RICH } from "../../display.ts";
import { idOf, type ProgressEvent } from "../progress-event.ts";
import { type RoomAddress, readAddress } from "./address.ts";
import { roomAnswer } from "./answer.ts";
import { listenToEvents, stopListening } from "./joined.ts";

/** Of `fetch`, what is used of it: Node, workers and pages all have it. */
type Fetch = (
  address: string,
  options: { method: string; headers: Record<string, string>; body?: string },
) => Promise<{ readonly ok: boolean; json(): Promise<unknown> }>;

const SEAT = v.object({ seat: v.string() });
const REFUSED = v.object({ refused: v.string(), said: v.string() });
const NOW = v.object({
  state: v.string(),
  asked: v.exactOptional(v.object({ id: v.string(), kind: v.string() })),
  vote: v.exactOptional(v.number()),
});

/** What keeps a room from being joined, or an answer from being counted there, as a sentence. */
class NotCounted extends Error {
  constructor(
    said: string,
    readonly refused = "",
  ) {
    super(said);
  }
}

/**
 * The seat of a notebook in a live room: what is answered in the notebook while the room asks it counts there. Shown, it says whether
 * the room was joined, or why not.
 */
export class RoomSeat {
  readonly #address: RoomAddress;
  readonly #said: Promise<string>;
  #seat = "";
  /** What is under way, so that the last answer comes last. */
  #line: Promise<void> = Promise.resolve();

  constructor(address: RoomAddress) {
    this.#address = address;
    this.#said = this.#join();
  }

  async [RICH](): Promise<MimeBundle> {
    return { "text/plain": await this.#said };
  }

  async #join(): Promise<string> {
    try {
      await this.#sit();
    } catch (error) {
      return `Not joined: ${sayFault(error)}`;
    }
    listenToEvents(this.#hear);
    return (
      "You have joined the room. What you answer here while it is asked there counts: your choice, your numbers, " +
      "the names of mistakes. Neither code nor texts are sent."
    );
  }

  async #sit(): Promise<void> {
    this.#seat = (await this.#ask("seat", SEAT, {})).seat;
  }

  readonly #hear = (event: ProgressEvent): void => {
    if (event.event !== "attempt") return;
    this.#line = this.#line
      .then(() => this.#count(event))
      .catch((error: unknown) => console.warn(`fall-line: not counted in the room: ${sayFault(error)}`));
  };

  async #count(event: ProgressEvent): Promise<void> {
    const { state, asked, vote } = await this.#now();
    if (state === "ended") {
      stopListening(this.#hear);
      throw new NotCounted("it has ended. Nothing is sent there any more.");
    }
    if (state !== "open" || asked?.id !== idOf(event)) return;
    const answer = roomAnswer(asked.kind, event);
    if (answer !== undefined) await this.#ask("vote", NOW, { question: asked.id, vote, answer });
  }

  /** What the room asks now; a seat that it has given up is taken anew. */
  async #now(): Promise<v.InferOutput<typeof NOW>> {
    try {
      return await this.#ask("state", NOW);
    } catch (error) {
      if (!(error instanceof NotCounted) || error.refused !== "no seat") throw error;
      await this.#sit();
      return this.#ask("state", NOW);
    }
  }

  /** @throws NotCounted where the room can't be reached, is none, or refuses */
  async #ask<S extends v.GenericSchema>(what: string, schema: S, body?: object): Promise<v.InferOutput<S>> {
    const { url, code } = this.#address;
    const { fetch } = globalThis as unknown as { fetch: Fetch };
    const answer = await fetch(`${url}${code}/${what}`, {
      method: body === undefined ? "GET" : "POST",
      headers: {
        Accept: "application/json",
        "Content-Type": "application/json",
        ...(this.#seat === "" ? {} : { Authorization: `Seat ${this.#seat}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch(() => {
      throw new NotCounted(
        `nothing answers at ${url}. Is the address as it stands on the screen, and is there a network? From a page that lies elsewhere no room can be joined.`,
      );
    });
    const said = await answer.json().catch(() => undefined);
    if (v.is(REFUSED, said)) throw new NotCounted(said.said, said.refused);
    if (!answer.ok || !v.is(schema, said))
      throw new NotCounted(`what answers at ${url} is no room. Is the address as it stands on the screen?`);
    return said;
  }
}

function sayFault(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Joins a live room: what is answered in this notebook while the room asks it counts there, on a card and by `check`. Sent are the
 * exercise, the option, numbers, and the names of mistakes; code and texts never are. Without it nothing is sent anywhere.
 * @param address the address and the code, as they stand on the screen
 * @throws InputError when it is no address with a code
 * @example room("10.0.4.17:8900/BCDFGH")
 */
export function room(address: string): RoomSeat {
  return new RoomSeat(readAddress(address));
}
