/** Server-sent events to many pages at once. */
import { remembered } from "../remembered.ts";
import type { ServerResponse } from "node:http";

/** Proxies give up a connection on which nothing has come for long, often after 30 seconds. */
const BEAT = 15_000;

/** So much may wait for a page that does not read, in bytes: then its connection ends, and the page comes back. */
const MOST_WAITING = 2 ** 18;

/** What keeps each proxy on the way from holding events back, packing or storing them. */
export const EVENTS = {
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "no-store, no-transform",
  "X-Accel-Buffering": "no",
  "X-Content-Type-Options": "nosniff",
};

/** The pages that are connected, each with its owner: a seat, or a deck. */
export class Streams {
  readonly #byOwner = new Map<string, Set<ServerResponse>>();
  readonly #beat = setInterval(() => this.#toAll(":\n\n"), BEAT).unref();

  /** @param mostEach so many connections has an owner; the oldest ends for one more */
  constructor(private readonly mostEach: number) {}

  /** Begins to send, with what is told first; `left` is called when the connection ends. */
  open(
    owner: string,
    response: ServerResponse,
    headers: Readonly<Record<string, string>>,
    left: () => void,
  ): void {
    const own = remembered(this.#byOwner, owner, () => new Set());
    const [oldest] = own;
    if (own.size >= this.mostEach) oldest?.destroy();
    own.add(response);
    response.on("close", () => {
      own.delete(response);
      if (own.size === 0 && this.#byOwner.get(owner) === own) this.#byOwner.delete(owner);
      left();
    });
    response.writeHead(200, { ...EVENTS, ...headers });
  }

  /** To all pages what is made for their owner. */
  send(messageFor: (owner: string) => object): void {
    for (const [owner, own] of this.#byOwner) {
      const text = frame(messageFor(owner));
      for (const response of own) write(response, text);
    }
  }

  /** To all pages the same. */
  sendAll(message: object): void {
    this.#toAll(frame(message));
  }

  end(): void {
    clearInterval(this.#beat);
    for (const own of this.#byOwner.values()) for (const response of own) response.end();
  }

  #toAll(text: string): void {
    for (const own of this.#byOwner.values()) for (const response of own) write(response, text);
  }
}

/** A message to one page. */
export function tell(response: ServerResponse, message: object): void {
  write(response, frame(message));
}

function frame(message: object): string {
  return `data: ${JSON.stringify(message)}\n\n`;
}

function write(response: ServerResponse, text: string): void {
  if (response.writableLength > MOST_WAITING) response.destroy();
  else response.write(text);
}
