import type { Content, Header } from "../../core/channel.ts";
import type { Channel, Message, Transport } from "../../core/protocol/message.ts";
import { protocolVersion } from "../../core/protocol/message.ts";
import { uniqueId } from "../../core/unique.ts";

/** Something the kernel says: of a request, or of none. */
export interface Said {
  readonly type: string;
  readonly parent: Header | undefined;
  readonly content: Content;
  readonly metadata: Content;
  readonly buffers: readonly Uint8Array[];
  /** True for the answer to a request; false for what is published while it is worked on. */
  readonly isReply: boolean;
}

type Receivers = Record<Channel, (message: Message) => void>;

/** Carries messages within the page. */
export class PageTransport implements Transport {
  readonly #hear: (said: Said) => void;
  readonly #listening: Promise<Receivers>;
  #listen!: (receivers: Receivers) => void;

  constructor(hear: (said: Said) => void) {
    this.#hear = hear;
    this.#listening = new Promise((resolve) => (this.#listen = resolve));
  }

  /** Asks the kernel; gives the header by which its answers are known. */
  ask(channel: Channel, type: string, content: Content): Header {
    const header: Header = {
      msg_id: uniqueId(),
      msg_type: type,
      session: "page",
      username: "student",
      date: new Date().toISOString(),
      version: protocolVersion,
    };
    const message = { identities: [], header, parent: {}, metadata: {}, content, buffers: [] };
    void this.#listening.then((receivers) => receivers[channel](message));
    return header;
  }

  bind(): Promise<void> {
    return Promise.resolve();
  }

  listen(receivers: Receivers): void {
    this.#listen(receivers);
  }

  publish(
    type: string,
    parent: Header | undefined,
    content: Content | string,
    metadata: Content = {},
    buffers: Uint8Array[] = [],
  ): void {
    this.#hear({ type, parent, content: parsed(content), metadata, buffers, isReply: false });
  }

  reply(_channel: Channel, { header }: Message, type: string, content: Content | string): void {
    this.#hear({ type, parent: header, content: parsed(content), metadata: {}, buffers: [], isReply: true });
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

function parsed(content: Content | string): Content {
  return typeof content === "string" ? (JSON.parse(content) as Content) : content;
}
