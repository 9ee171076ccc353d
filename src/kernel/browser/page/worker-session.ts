import type { ProgressEvent } from "../../../exercises/progress-event.ts";
import type { ToControl, ToProtocol, ToSession } from "../../core/channel.ts";
import type { FromWorker, Library, ToWorker } from "../messages.ts";
import type { ProgressStore } from "./progress-store.ts";

/** How long (in milliseconds) a worker that is told to stop may take to hear. */
const patience = 3000;

/** Why a session was ended by the page, as the student is told. */
function whyStuck(): string {
  const why =
    location.protocol === "file:"
      ? "in a page that is opened from the disk, some browsers can stop a calculation only with its session"
      : "it was in the midst of something that cannot be broken off, as a regular expression or a long run of the library";
  return `the cell could not be stopped: ${why}; so the session was ended, and all variables are gone: run the cells again from the first`;
}

/** What a session is made of. */
export interface Parts {
  /** Makes a worker of the kernel's script. */
  readonly worker: () => Worker;
  readonly library: Library;
  /** Whether the page draws all figures and cards live: nothing is made that would stand in for them. */
  readonly drawsLive?: boolean;
  /** Where the student's progress is kept. */
  readonly progress: ProgressStore;
}

/** A worker with a session in it. */
export class WorkerSession {
  readonly #worker: Worker;
  #signal = newSignal();
  #isStarted = false;
  #isReady = false;
  #giveUp: ReturnType<typeof setTimeout> | undefined;

  /** `lost` is told why the session has ended, unless it was asked to, and whether it had come to its start. */
  constructor(
    private readonly parts: Parts,
    private readonly listeners: {
      hear: (message: ToProtocol) => void;
      lost: (reason: string, wasReady: boolean) => void;
    },
  ) {
    this.#worker = parts.worker();
    this.#worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.#take(data);
    this.#worker.onerror = ({ message }) =>
      this.#end(`the kernel has failed: ${message || "its script could not be loaded"}; load the page again`);
    void this.#start();
  }

  send(message: ToSession): void {
    if (message.type === "request") this.#post(message);
  }

  control(message: ToControl): void {
    if (message.type !== "interrupt") return;
    URL.revokeObjectURL(this.#signal);
    this.#signal = newSignal();
    this.#post({ type: "interrupt", signal: this.#signal });
    this.#giveUp ??= setTimeout(() => this.#end(whyStuck()), patience);
  }

  /** Tells it of a line of the progress that it has not added itself. */
  tellProgress(line: string): void {
    // What is kept before the start comes with it.
    if (this.#isStarted) this.#post({ type: "progress", line });
  }

  /** Tells the room that was joined in it, if one was, of what has happened on a card. */
  tellRoom(event: ProgressEvent): void {
    if (this.#isStarted) this.#post({ type: "room", event });
  }

  end(): void {
    clearTimeout(this.#giveUp);
    URL.revokeObjectURL(this.#signal);
    this.#worker.terminate();
  }

  async #start(): Promise<void> {
    const { library, progress, drawsLive = false } = this.parts;
    try {
      const lines = await progress.read();
      this.#post({ type: "start", library, drawsLive, progress: lines, signal: this.#signal });
      this.#isStarted = true;
    } catch (error) {
      this.#end(`your progress cannot be read: ${(error as Error).message}`);
    }
  }

  #take(message: FromWorker): void {
    if (message.type === "keep") void this.#keep(message);
    else {
      if (message.type === "interrupted") {
        clearTimeout(this.#giveUp);
        this.#giveUp = undefined;
      }
      this.#isReady ||= message.type === "ready";
      this.listeners.hear(message);
    }
  }

  async #keep({ id, line }: Extract<FromWorker, { type: "keep" }>): Promise<void> {
    try {
      await this.parts.progress.append(line);
      this.#post({ type: "kept", id });
    } catch (error) {
      this.#post({ type: "kept", id, failure: (error as Error).message });
    }
  }

  #end(reason: string): void {
    this.end();
    this.listeners.lost(reason, this.#isReady);
  }

  #post(message: ToWorker): void {
    this.#worker.postMessage(message);
  }
}

/** An address that can be read until it is taken back. */
function newSignal(): string {
  return URL.createObjectURL(new Blob(["go on"], { type: "text/plain" }));
}
