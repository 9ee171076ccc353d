import { Session } from "node:inspector";
import { anyTurn, Flag, isMeant } from "../../core/channel.ts";

/**
 * How long (in milliseconds) the session may take to hear before it counts as stuck; when memory runs out there is
 * less time. A session that is terminated while it is about to hear may lose its answer: it is never hurried twice.
 */
const patience = 120;
const haste = 20;

/**
 * Stops what the session is doing. A session that waits is asked; one that is stuck in a loop does not hear, so its
 * running JavaScript is terminated from here. Its variables stay as they are.
 */
export class Interrupter {
  readonly #inspector = new Session();
  #connected = false;
  #reason = "";
  #next: NodeJS.Timeout | undefined;

  /** `ask` sends the session the reason. */
  constructor(
    private readonly flags: Int32Array,
    private readonly ask: (reason: string) => void,
  ) {}

  /**
   * Interrupts a turn of the student's code, or whatever runs and the request that may be on its way; `reason` is told
   * to the student.
   */
  interrupt(reason: string, turn = anyTurn, request = 0): void {
    if (Atomics.load(this.flags, Flag.interrupt) === 1 && turn !== anyTurn) return;
    Atomics.store(this.flags, Flag.request, request);
    Atomics.store(this.flags, Flag.target, turn);
    const isAsked = Atomics.exchange(this.flags, Flag.interrupt, 1) === 1;
    Atomics.store(this.flags, Flag.input, 2);
    Atomics.notify(this.flags, Flag.input);
    this.#reason = reason;
    this.ask(reason);
    if (isAsked && this.#next) return;
    clearTimeout(this.#next);
    this.#next = setTimeout(() => this.#terminate(), turn === anyTurn ? patience : haste);
  }

  /**
   * Terminates the JavaScript that runs in the session, if it has not heard and if that is the student's. It is asked
   * again: it may have been terminated in the midst of hearing. The session, for its part, says that it does not run the
   * student's code and waits then until nothing is about to be terminated.
   */
  #terminate(): void {
    if (Atomics.load(this.flags, Flag.interrupt) === 0) {
      this.#next = undefined;
      if (this.#connected) this.#inspector.disconnect();
      this.#connected = false;
      return;
    }
    this.#next = setTimeout(() => this.#terminate(), patience);
    this.ask(this.#reason);
    if (Atomics.exchange(this.flags, Flag.terminating, 1) === 1) return;
    const isDone = () => Atomics.store(this.flags, Flag.terminating, 0);
    if (!this.#isStuck()) {
      isDone();
      return;
    }
    if (!this.#connected) this.#inspector.connectToMainThread();
    this.#connected = true;
    this.#inspector.post("Runtime.terminateExecution", isDone);
  }

  /** In this order: what runs when the session has heard is told before that it has heard. */
  #isStuck(): boolean {
    return (
      Atomics.load(this.flags, Flag.running) === 1 &&
      Atomics.load(this.flags, Flag.interrupt) === 1 &&
      isMeant(this.flags)
    );
  }
}
