import { type Header, Flag, type ToProtocol } from "../../core/channel.ts";
import { Interrupted } from "../../core/errors/report.ts";
import type { TrackedParents } from "./parents.ts";
import { askByReadline } from "./readline.ts";
import type { MessagePort } from "node:worker_threads";

/** `prompt`, `confirm` and what asks by readline: they stop the cell until the student has answered, as in a browser. */
export class Input {
  #allowed: Header | undefined;

  constructor(
    private readonly parts: {
      flags: Int32Array;
      port: MessagePort;
      parents: TrackedParents;
      send: (message: ToProtocol) => void;
    },
  ) {}

  /** Makes them known to cells. */
  install(): void {
    const prompt = (message = "", initial = "") => {
      const answer = this.#ask(message);
      return answer === "" ? initial : answer;
    };
    const confirm = (message = "") => /^\s*y(es)?\s*$/i.test(this.#ask(`${message} [y/N] `));
    Object.assign(globalThis, { prompt, confirm });
    askByReadline((question) => this.#ask(question));
  }

  /** Says for which request the front end takes questions. */
  allow(header: Header, allowed: boolean): void {
    this.#allowed = allowed ? header : undefined;
  }

  #ask(prompt: string): string {
    const { flags, port, parents, send } = this.parts;
    const parent = parents.current;
    if (!parent || parent !== this.#allowed)
      throw new Error("nothing can be asked here: the front end takes no input for this cell");
    const { receiveMessageOnPort } = process.getBuiltinModule("node:worker_threads");
    // An answer that came too late for the question before.
    while (receiveMessageOnPort(port)) continue;
    Atomics.store(flags, Flag.input, 0);
    send({ type: "input", prompt, password: false });
    Atomics.wait(flags, Flag.input, 0);
    if (Atomics.load(flags, Flag.input) !== 1) throw new Interrupted("the question was not answered");
    const received: { message: string } | undefined = receiveMessageOnPort(port);
    return received?.message ?? "";
  }
}
