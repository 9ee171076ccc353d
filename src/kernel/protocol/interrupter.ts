import { Session } from "node:inspector";
import { Flag } from "../channel.ts";

/** How long the session thread may take to answer before it counts as stuck. */
const patience = 60;

/**
 * Stops what the session thread is doing. A thread that waits is asked; one that is stuck in a loop does not
 * hear, so its running JavaScript is terminated from here. Its variables stay as they are.
 */
export class Interrupter {
  readonly #flags: Int32Array;
  readonly #ask: (reason: string) => void;
  readonly #inspector = new Session();
  #connected = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(flags: Int32Array, ask: (reason: string) => void) {
    this.#flags = flags;
    this.#ask = ask;
  }

  /** Interrupts what runs now; `reason` is told to the student. */
  interrupt(reason: string): void {
    if (this.#timer) return;
    Atomics.store(this.#flags, Flag.interrupt, 1);
    this.cancelInput();
    this.#ask(reason);
    this.#timer = setInterval(() => this.#terminate(), patience);
  }

  /** The session thread has heard: no more need for force. */
  heard(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** Wakes a session thread that waits for input which will not come. */
  cancelInput(): void {
    Atomics.store(this.#flags, Flag.input, 2);
    Atomics.notify(this.#flags, Flag.input);
  }

  /** Lets go of the session thread, which is about to end. */
  close(): void {
    this.heard();
    if (this.#connected) this.#inspector.disconnect();
    this.#connected = false;
  }

  /** Terminates the JavaScript that runs on the session thread, if it is the student's. */
  #terminate(): void {
    if (Atomics.load(this.#flags, Flag.running) === 0) return;
    if (!this.#connected) {
      this.#inspector.connectToMainThread();
      this.#connected = true;
    }
    this.#inspector.post("Runtime.terminateExecution");
  }
}
