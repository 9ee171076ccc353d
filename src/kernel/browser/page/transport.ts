import type { Content, Header } from "../../core/channel.ts";
import type { Channel, Message, Transport } from "../../core/protocol/message.ts";
import { protocolVersion } from "../../core/protocol/message.ts";
import { uniqueId } from "../../core/unique.ts";

/** Something the kernel says: of a request, or of none. */
export interface KernelMessage {
  /** That of the request for its answer; "iopub" for what is published while it is worked on. */
  readonly channel: Channel | "iopub";
  readonly type: string;
  readonly parent: Header | undefined;
  readonly content: Content;
  readonly buffers: readonly Uint8Array[];
}

type Receivers = Record<Channel, (message: Message) => void>;

/** Carries messages within the page. */
export class PageTransport implements Transport {
  readonly #listening: Promise<Receivers>;
  #listen!: (receivers: Receivers) => void;

  constructor(private readonly hear: (said: KernelMessage) => void) {
    this.#listening = new Promise((resolve) => (this.#listen = resolve));
  }

  /** Hands a message to the kernel, when it listens. */
  hand(channel: Channel, message: Message): void {
    void this.#listening.then((receivers) => receivers[channel](message));
  }

  /** Asks the kernel; gives the header by which its answers are known. */
  ask(channel: Channel, type: string, content: Content): Header {
    const header = newHeader(type, "page");
    this.hand(channel, { identities: [], header, parent: {}, metadata: {}, content, buffers: [] });
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
    buffers: Uint8Array[] = [],
  ): void {
    this.hear({ channel: "iopub", type, parent, content: parsed(content), buffers });
  }

  reply(channel: Channel, { header }: Message, type: string, content: Content | string): void {
    this.hear({ channel, type, parent: header, content: parsed(content), buffers: [] });
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** The header of a new message; `session` says who sends it, or to whom it goes. */
export function newHeader(type: string, session: string): Header {
  return {
    msg_id: uniqueId(),
    msg_type: type,
    session,
    username: "student",
    date: new Date().toISOString(),
    version: protocolVersion,
  };
}

function parsed(content: Content | string): Content {
  return typeof content === "string" ? (JSON.parse(content) as Content) : content;
}
