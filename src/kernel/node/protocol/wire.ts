import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";
import type { Content, Header } from "../../core/channel.ts";
import { type Message, protocolVersion } from "../../core/protocol/message.ts";

const delimiter = "<IDS|MSG>";

/** Reads and writes signed Jupyter messages. */
export class Wire {
  readonly #session = randomUUID();

  constructor(private readonly key: string) {}

  /** Reads the frames of one message; throws with the reason when they are malformed or not signed with our key. */
  read(frames: Uint8Array[]): Message {
    const at = frames.findIndex((frame) => Buffer.from(frame).toString() === delimiter);
    if (at < 0) throw new Error("the message has no <IDS|MSG> delimiter");
    const signature = frames[at + 1];
    const body = frames.slice(at + 2, at + 6);
    if (!signature || body.length < 4) throw new Error("the message has too few parts");
    this.#verify(Buffer.from(signature).toString(), body);
    const [header, parent, metadata, content] = body.map(readObject) as [Header, Content, Content, Content];
    if (typeof header.msg_type !== "string" || typeof header.msg_id !== "string")
      throw new Error("the header lacks msg_type or msg_id");
    return {
      identities: frames.slice(0, at),
      header,
      parent,
      metadata,
      content,
      buffers: frames.slice(at + 6),
    };
  }

  /** The frames of an outgoing message; its content may be JSON already. */
  write(
    identities: (Uint8Array | string)[],
    messageType: string,
    parent: Partial<Header> | undefined,
    content: Content | string,
    buffers: Uint8Array[] = [],
    id: string = randomUUID(),
  ): (Uint8Array | string)[] {
    const header: Header = {
      msg_id: id,
      msg_type: messageType,
      session: this.#session,
      username: "kernel",
      date: new Date().toISOString(),
      version: protocolVersion,
    };
    const json = typeof content === "string" ? content : JSON.stringify(content);
    const body = [...[header, parent ?? {}, {}].map((part) => JSON.stringify(part)), json];
    return [...identities, delimiter, this.#sign(body), ...body, ...buffers];
  }

  #sign(parts: (Uint8Array | string)[]): string {
    if (this.key === "") return "";
    const hmac = createHmac("sha256", this.key);
    for (const part of parts) hmac.update(part);
    return hmac.digest("hex");
  }

  #verify(signature: string, parts: Uint8Array[]): void {
    if (this.key === "") return;
    const expected = Buffer.from(this.#sign(parts));
    const given = Buffer.from(signature);
    if (given.length === 0) throw new Error("the message is not signed");
    if (given.length !== expected.length || !timingSafeEqual(given, expected))
      throw new Error("the signature does not fit");
  }
}

function readObject(part: Uint8Array): unknown {
  const value: unknown = JSON.parse(Buffer.from(part).toString());
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Error("a part of the message is not an object");
  return value;
}
