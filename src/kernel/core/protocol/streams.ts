import type { Content, Header } from "../channel.ts";

/** A text is sent on when it is this long (in characters) or this old (in milliseconds). */
const chunkSize = 32_768;
const chunkAge = 50;

/** What cells print, bundled: many small texts become few messages. The session may be busy meanwhile. */
export class Streams {
  #pending: { name: string; parent: Header | undefined; text: string } | undefined;
  #flushed = 0;

  constructor(private readonly publish: (parent: Header | undefined, content: Content) => void) {}

  add(name: string, parent: Header | undefined, text: string): void {
    if (this.#pending && (this.#pending.name !== name || this.#pending.parent?.msg_id !== parent?.msg_id))
      this.flush();
    if (this.#pending) this.#pending.text += text;
    else {
      this.#pending = { name, parent, text };
      setTimeout(() => this.flush(), chunkAge);
    }
    if (this.#pending.text.length >= chunkSize || Date.now() - this.#flushed > chunkAge) this.flush();
  }

  /** Sends what waits. */
  flush(): void {
    if (!this.#pending) return;
    const { name, parent, text } = this.#pending;
    this.#pending = undefined;
    this.#flushed = Date.now();
    this.publish(parent, { name, text });
  }
}
