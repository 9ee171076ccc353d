import type { ToControl } from "../channel.ts";
import { uniqueId } from "../unique.ts";
import type { Message, Transport } from "./message.ts";

/** What a cell asks the student: one question at a time, which waits for its answer or is given up. */
export class Questions {
  /** The message that asks, while it waits. */
  #open: string | undefined;

  constructor(
    private readonly transport: Pick<Transport, "reply">,
    private readonly answer: (message: ToControl) => void,
  ) {}

  /** Asks in the name of the cell that a request runs. */
  ask(request: Message, prompt: string, password: boolean): void {
    this.#open = uniqueId();
    this.transport.reply("stdin", request, "input_request", { prompt, password }, this.#open);
  }

  giveUp(): void {
    this.#open = undefined;
  }

  /** Takes an answer. One to a question that was given up reaches nobody. */
  hear(message: Message): void {
    if (message.header.msg_type !== "input_reply" || this.#open === undefined) return;
    const { msg_type: type, msg_id: asked } = message.parent;
    // Some front ends do not say what they answer.
    if (type === "input_request" && asked !== undefined && asked !== this.#open) return;
    this.giveUp();
    const value = message.content["value"];
    this.answer({ type: "input", value: typeof value === "string" ? value : "" });
  }
}
