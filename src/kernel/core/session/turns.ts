import { Flag, type Header, isMeant } from "../channel.ts";
import { Interrupted } from "../errors/report.ts";
import type { Parents } from "./parents.ts";
import { platform } from "../platform.ts";

/**
 * Runs the student's code in turns of the event loop of its own. When a loop in it is terminated, that turn is gone
 * with all that waits in it; what awaits the turn is told, and goes on.
 */
export class Turns {
  #stop: ((reason: Interrupted) => void) | undefined;
  #header: Header | undefined;
  #runsStudentCode = false;
  #latestRequest = 0;

  constructor(
    private readonly flags: Int32Array,
    private readonly parents: Parents,
  ) {}

  /** Runs an action on behalf of a request, to its end or to its interruption. */
  run<T>(header: Header, action: () => T | Promise<T>): Promise<T> {
    this.parents.resume(header);
    Atomics.add(this.flags, Flag.turn, 1);
    this.#header = header;
    const turn = new Promise<T>((resolve, reject) => {
      let stopped = false;
      this.#stop = (reason) => {
        stopped = true;
        reject(reason);
      };
      platform.soon(() => {
        if (stopped) return;
        this.parents.resume(header);
        this.enterStudentCode();
        // The action may throw anything, at once or later, or never come to an end; and it may have replaced `then`.
        const fail: (reason: unknown) => void = reject;
        void (async () => {
          try {
            const value = await action();
            this.#end(() => resolve(value));
          } catch (error) {
            this.#end(() => fail(error));
          }
        })();
      });
    });
    return turn.finally(() => {
      if (this.#header === header) this.#header = this.#stop = undefined;
    });
  }

  /** Ends a turn. A termination that is on its way is for the turn still, and not for what comes after. */
  #end(settle: () => void): void {
    this.enterKernel();
    if (Atomics.load(this.flags, Flag.terminating) === 0) settle();
    else platform.soon(() => this.#end(settle));
  }

  /** The request whose turn runs now. */
  get current(): Header | undefined {
    return this.#header;
  }

  /** Ends the turn of a request that runs now, if it is still the one. */
  interrupt(reason: string, header: Header | undefined): void {
    if (header === undefined || header !== this.#header) return;
    this.enterKernel();
    this.#stop?.(new Interrupted(reason || "the cell was stopped"));
  }

  /** Does what an interruption asks for, if it has not been heard; `isMeant` tells whether it is for what runs now. */
  hearInterruption(act: (isMeant: boolean) => void): void {
    if (Atomics.load(this.flags, Flag.interrupt) === 0) return;
    if (Atomics.load(this.flags, Flag.request) > this.#latestRequest) {
      // It has overtaken the request: it is heard when it is asked again.
      this.enterKernel();
      return;
    }
    Atomics.store(this.flags, Flag.running, 0);
    // What is terminated here is asked again.
    this.#awaitTermination();
    act(isMeant(this.flags));
    Atomics.store(this.flags, Flag.interrupt, 0);
    Atomics.store(this.flags, Flag.running, Number(this.#runsStudentCode));
  }

  /** The latest request that has been begun; they are counted. */
  get latestRequest(): number {
    return this.#latestRequest;
  }

  /**
   * A request has come, and the kernel begins to work on it. One that is terminated before it is begun comes again.
   * @returns false for one that has come before
   */
  begin(request: number): boolean {
    if (request <= this.#latestRequest) return false;
    this.enterKernel();
    this.#awaitTermination();
    this.#latestRequest = request;
    return true;
  }

  /** What is terminated is what waits here, if it is not what ran before: after it nothing is, while the kernel works. */
  #awaitTermination(): void {
    while (Atomics.load(this.flags, Flag.terminating) === 1) continue;
  }

  /** While the kernel works, and no code of the student's, nothing is terminated. */
  enterKernel(): void {
    this.#runsStudentCode = false;
    Atomics.store(this.flags, Flag.running, 0);
  }

  /** From here on what runs may be terminated. */
  enterStudentCode(): void {
    this.#runsStudentCode = true;
    Atomics.store(this.flags, Flag.running, 1);
  }

  /** True from when an interruption of what runs now is asked for until it has been heard. */
  get isInterrupted(): boolean {
    return Atomics.load(this.flags, Flag.interrupt) === 1 && isMeant(this.flags);
  }

  /** Throws if an interruption was asked for while nothing could be terminated. */
  throwIfInterrupted(): void {
    if (this.isInterrupted) throw new Interrupted("stopped before it ran");
  }
}
