import type { Content } from "../channel.ts";
import { History, type KeptHistory } from "./history.ts";
import type { Message, Transport } from "./message.ts";

/** The cells that have been run: their number, and what they were. */
export class Executions {
  readonly #transport: Pick<Transport, "publish">;
  readonly #history: History;
  /** What the student must be told before anything else. */
  #note: string | undefined;
  #count = 0;

  constructor(transport: Pick<Transport, "publish">, note: string | undefined, kept?: KeptHistory) {
    this.#history = new History(kept);
    this.#transport = transport;
    this.#note = note;
  }

  /** The number of the latest cell. */
  get count(): number {
    return this.#count;
  }

  /** What has not been told yet. */
  get note(): string | undefined {
    return this.#note;
  }

  /** Takes the cell of a request that is about to run, and tells of it. */
  begin({ header, content }: Message): void {
    const code = typeof content["code"] === "string" ? content["code"] : "";
    const quiet = content["silent"] === true;
    if (!quiet && content["store_history"] !== false) this.#history.add(++this.#count, code);
    if (quiet) return;
    this.#transport.publish("execute_input", header, { code, execution_count: this.#count });
    if (this.#note !== undefined)
      this.#transport.publish("stream", header, { name: "stderr", text: `Before this: ${this.#note}\n` });
    this.#note = undefined;
  }

  /** The answer to history_request. */
  history(request: Content): Content {
    return this.#history.answer(request);
  }
}
