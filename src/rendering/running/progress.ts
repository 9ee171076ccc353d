import { DatabaseProgress, type ProgressStore } from "../../kernel/browser/page/progress-store.ts";

const CHANNEL = "fall-line-progress";

/** The progress as a kernel reads it, adds to it and hears of it. */
export interface KernelProgress {
  readonly ofKernel: ProgressStore;
  /** Calls back with each line that comes from elsewhere than the kernel. */
  listen(heard: (line: string) => void): void;
}

/** The student's progress: kept by the browser, known at once to all tabs, to the page's cards and to its kernel. */
export class PageProgress implements KernelProgress {
  /** When what was kept before is known. */
  readonly ready: Promise<void>;
  readonly #store = new DatabaseProgress();
  readonly #channel = new BroadcastChannel(CHANNEL);
  readonly #lines: string[] = [];
  readonly #heard: ((line: string) => void)[] = [];
  #kept: Promise<unknown> = Promise.resolve();

  /** `refused` is told why nothing can be read. */
  constructor(refused: (reason: string) => void) {
    this.ready = this.#store.read().then(
      (lines) => void this.#lines.unshift(...lines),
      (error: unknown) => refused((error as Error).message),
    );
    this.#channel.onmessage = ({ data }: MessageEvent<string>) => {
      this.#lines.push(data);
      this.#tell(data);
    };
  }

  lines(): string[] {
    return [...this.#lines];
  }

  listen(heard: (line: string) => void): void {
    this.#heard.push(heard);
  }

  /** Adds a line of a card; `kept` tells how that went. */
  add(line: string): void {
    const one = this.#append(line).then(() => this.#tell(line));
    this.#kept = Promise.all([this.#kept.catch(() => undefined), one]);
    // Who asks for it hears of a failure.
    this.#kept.catch(() => undefined);
  }

  /** When the lines added so far are kept for good. */
  async kept(): Promise<void> {
    await this.#kept;
  }

  /** What the kernel reads and adds to. */
  get ofKernel(): ProgressStore {
    return {
      read: async () => {
        await this.ready;
        return this.lines();
      },
      append: (line) => this.#append(line),
    };
  }

  async #append(line: string): Promise<void> {
    this.#lines.push(line);
    try {
      await this.#store.append(line);
      this.#channel.postMessage(line);
    } catch (error) {
      this.#lines.splice(this.#lines.lastIndexOf(line), 1);
      throw error;
    }
  }

  #tell(line: string): void {
    for (const heard of this.#heard) heard(line);
  }
}
