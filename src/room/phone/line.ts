/** The line to the room: what it says is heard, and where it is lost it is sought again. */
import { parsed } from "../../schema.ts";
import { PHONE_MESSAGE, type PhoneMessage } from "../protocol.ts";

/** Milliseconds: until it is tried again at first, at most, and until the state is asked for where no event comes through. */
const RETRY = { first: 1000, most: 15_000, held: 4000 };

interface Listener {
  readonly hear: (message: PhoneMessage) => void;
  readonly connected: (isConnected: boolean) => void;
}

export class Line {
  #events: EventSource | undefined;
  #tries = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #hasEnded = false;

  constructor(private readonly listener: Listener) {
    this.#open();
    addEventListener("online", () => this.#open());
    // A phone that slept may hold a line on which nothing comes any more.
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") this.#open();
    });
  }

  #open(): void {
    if (this.#hasEnded) return;
    this.#close();
    this.#after(RETRY.held, () => void this.#ask());
    const events = new EventSource("events");
    this.#events = events;
    events.addEventListener("message", ({ data }) => {
      clearTimeout(this.#timer);
      this.#hear(data as string);
    });
    events.addEventListener("error", () => {
      this.listener.connected(false);
      if (events.readyState === EventSource.CLOSED) this.#again();
    });
  }

  #hear(text: string): void {
    const message = parsed(PHONE_MESSAGE, JSON.parse(text), "what the room says");
    this.#tries = 0;
    this.#hasEnded = message.state === "ended" || message.state === "refused";
    if (this.#hasEnded) this.#close();
    this.listener.connected(true);
    this.listener.hear(message);
  }

  /** Some proxies hold events back: then the state of now is asked for, again and again. */
  async #ask(): Promise<void> {
    const answer = await fetch("state").catch(() => undefined);
    if (answer?.ok !== true) {
      this.#again();
      return;
    }
    this.#hear(await answer.text());
    if (!this.#hasEnded) this.#after(RETRY.held, () => void this.#ask());
  }

  #again(): void {
    this.listener.connected(false);
    this.#after(Math.min(RETRY.most, RETRY.first * 2 ** this.#tries++), () => this.#open());
  }

  #after(wait: number, act: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(act, wait);
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#events?.close();
  }
}
