import { deserialize, serialize } from "node:v8";

/** Every message begins with these bytes: what a cell writes into the pipe by mistake is told from it, and passed over. */
const mark = Buffer.from("\u0000fall-line\u0001", "latin1");
const headSize = mark.length + 4;

/** A message as bytes: the mark, its length, then itself. */
export function toFrame(message: unknown): Buffer {
  const body = serialize(message);
  const frame = Buffer.allocUnsafe(headSize + body.length);
  frame.set(mark);
  frame.writeUInt32LE(body.length, mark.length);
  frame.set(body, headSize);
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
      messages.push(deserialize(all.subarray(headSize, length)) as T);
      this.#keep(all.subarray(length));
    }
    return messages;
  }

  #nextLength(): number | undefined {
    if (this.#size < headSize) return undefined;
    if (this.#chunks[0]!.length < headSize) this.#joined();
    if (!this.#chunks[0]!.subarray(0, mark.length).equals(mark)) this.#passOver();
    return this.#size < headSize ? undefined : headSize + this.#chunks[0]!.readUInt32LE(mark.length);
  }

  /** Leaves out what stands before the next mark, which may have come in part. */
  #passOver(): void {
    const all = this.#joined();
    const at = all.indexOf(mark);
    this.#keep(all.subarray(at < 0 ? Math.max(0, all.length - mark.length + 1) : at));
  }

  #keep(rest: Buffer): void {
    this.#chunks = [rest];
    this.#size = rest.length;
  }

  #joined(): Buffer {
    if (this.#chunks.length > 1) this.#keep(Buffer.concat(this.#chunks));
    return this.#chunks[0]!;
  }
}
