import type { Content, Header } from "../channel.ts";

/** The protocol version spoken. */
export const protocolVersion = "5.4";

/** A message as it came in. */
export interface Message {
  identities: Uint8Array[];
  header: Header;
  parent: Partial<Header>;
  metadata: Content;
  content: Content;
  buffers: Uint8Array[];
}

/** On which a front end asks. */
export type Channel = "shell" | "control" | "stdin";

/** Carries messages between the front ends and the server. */
export interface Transport {
  /** The ports it listens on, by their names in a connection file, where it has some. */
  readonly ports?: Content;
  bind(): Promise<void>;
  /** Receives until it is closed. */
  listen(receivers: Record<Channel, (message: Message) => void>): void;
  /** Tells all front ends; the content may be JSON already. */
  publish(
    messageType: string,
    parent: Header | undefined,
    content: Content | string,
    buffers?: Uint8Array[],
  ): void;
  /** Answers; `id` is the id of the message, if its answer is to be known. */
  reply(
    channel: Channel,
    request: Message,
    messageType: string,
    content: Content | string,
    id?: string,
  ): void;
  /** Closes when all is sent. */
  close(): Promise<void>;
}
