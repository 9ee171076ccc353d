import { deserialize, serialize } from "node:v8";

const lengthSize = 4;

/** A message as bytes: its length, then itself. */
export function toFrame(message: unknown): Buffer {
  const body = serialize(message);
  const frame = Buffer.allocUnsafe(lengthSize + body.length);
  frame.writeUInt32LE(body.length);
  frame.set(body, lengthSize);
  return frame;
}

/** Puts messages together from the bytes of a pipe. */
export class Frames<T> {
  #chunks: Buffer[] = [];
  #size = 0;

  /** Takes a piece of the stream; gives the messages that it completes. */
  push(chunk: Buffer): T[] {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    const messages: T[] = [];
    for (
      let length = this.#nextLength();
      length !== undefined && this.#size >= length;
      length = this.#nextLength()
    ) {
      const all = this.#joined();
      messages.push(deserialize(all.subarray(lengthSize, length)) as T);
      this.#chunks = [all.subarray(length)];
      this.#size -= length;
    }
    return messages;
  }

  #nextLength(): number | undefined {
    if (this.#size < lengthSize) return undefined;
    if (this.#chunks[0]!.length < lengthSize) this.#joined();
    return lengthSize + this.#chunks[0]!.readUInt32LE();
  }

  #joined(): Buffer {
    if (this.#chunks.length > 1) this.#chunks = [Buffer.concat(this.#chunks)];
    return this.#chunks[0]!;
  }
}
