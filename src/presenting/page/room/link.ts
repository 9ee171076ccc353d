/** The line between a deck and its room: each finds the other again when they have been apart. */
import * as v from "valibot";
import { parsed } from "../../../schema.ts";
import { DECK_MESSAGE, type DeckMessage, REFUSAL, type TeacherRequest } from "../../../room/protocol.ts";

/** Milliseconds until the room is tried again. */
const RETRY = 1500;

interface Listener {
  readonly hear: (message: DeckMessage) => void;
  /** The room would not do what it was asked for. @param said why, as a sentence */
  readonly refused: (said: string) => void;
  readonly connected: (isConnected: boolean) => void;
}

export class Link {
  readonly #headers: Readonly<Record<string, string>>;
  readonly #listener: Listener;

  /** @param key the teacher's */
  constructor(key: string, listener: Listener) {
    this.#headers = { Authorization: `Bearer ${key}` };
    this.#listener = listener;
    void this.#listen();
  }

  /** Asks for something; where the room is away it is told so, and asked again when it is back. */
  async ask(request: TeacherRequest): Promise<void> {
    const answer = await this.#fetch("teacher/request", {
      method: "POST",
      headers: { ...this.#headers, "Content-Type": "application/json" },
      body: JSON.stringify(request),
    });
    const said = await answer?.text().catch(() => undefined);
    if (said === undefined || answer === undefined) this.#listener.connected(false);
    else if (answer.ok) this.#hear(said);
    else this.#refuse(said);
  }

  /** What is between may answer for a room that is away. */
  #refuse(text: string): void {
    const refusal = v.safeParse(v.pipe(v.string(), v.parseJson(), REFUSAL), text);
    if (refusal.success) this.#listener.refused(refusal.output.said);
    else this.#listener.connected(false);
  }

  async #listen(): Promise<void> {
    const answer = await this.#fetch("teacher/events", { headers: this.#headers });
    if (answer?.ok === true && answer.body !== null) {
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      await this.#read(reader).catch(() => undefined);
    }
    this.#listener.connected(false);
    setTimeout(() => void this.#listen(), RETRY);
  }

  /** Hears events, each of which is a line of data, until the line ends. */
  async #read(reader: ReadableStreamDefaultReader<string>): Promise<void> {
    let rest = "";
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const lines = (rest + part.value).split("\n");
      rest = lines.pop()!;
      for (const line of lines) if (line.startsWith("data:")) this.#hear(line.slice("data:".length));
    }
  }

  #hear(text: string): void {
    const message = parsed(DECK_MESSAGE, JSON.parse(text), "what the room says");
    this.#listener.connected(true);
    this.#listener.hear(message);
  }

  /** What the room answers; nothing where it can't be reached. */
  #fetch(address: string, init: RequestInit): Promise<Response | undefined> {
    return fetch(address, init).catch(() => undefined);
  }
}
