import { StringDecoder } from "node:string_decoder";

/**
 * A message as a line of JSON. (A thread of a process that was started from a snapshot has, in Node 22, neither
 * sockets nor the serializer that `frames.ts` uses.)
 */
export function toLine(message: unknown): string {
  return `${JSON.stringify(message)}\n`;
}

/** Puts messages together from the bytes of a pipe. */
export class Lines<T> {
  readonly #decoder = new StringDecoder("utf8");
  #rest = "";

  /** Takes a piece of the stream; gives the messages that it completes. */
  push(chunk: Buffer): T[] {
    const lines = (this.#rest + this.#decoder.write(chunk)).split("\n");
    this.#rest = lines.pop()!;
    return lines.map((line) => JSON.parse(line) as T);
  }
}
