import type { FromWorker } from "../messages.ts";

/**
 * The student's progress: what the page has kept, and what it is asked to keep. Nothing that is said after a line was
 * added leaves the worker before the line is kept.
 */
export class KeptProgress {
  readonly #lines: string[] = [];
  readonly #pending = new Map<number, { line: string; settle: (failure?: string) => void }>();
  #held: FromWorker[] = [];
  #kept: Promise<void> = Promise.resolve();
  #added = 0;

  /** `failed` is told why a line could not be kept. */
  constructor(
    private readonly post: (message: FromWorker) => void,
    private readonly failed: (reason: string) => void,
  ) {}

  /** Takes what was kept before, or elsewhere. */
  learn(lines: readonly string[]): void {
    this.#lines.push(...lines);
  }

  append(line: string): void {
    const id = ++this.#added;
    this.#lines.push(line);
    const one = new Promise<void>((resolve, reject) => {
      const settle = (failure?: string): void =>
        failure === undefined ? resolve() : reject(new Error(failure));
      this.#pending.set(id, { line, settle });
    });
    this.#kept = this.#pending.size === 1 ? one : Promise.all([this.#kept, one]).then(() => undefined);
    // Who asks for it hears of a failure; so does the student.
    this.#kept.catch(() => undefined);
    this.post({ type: "keep", id, line });
  }

  read(): string[] {
    return [...this.#lines];
  }

  kept(): Promise<void> {
    return this.#kept;
  }

  /** The page has kept a line, or says why it has not. */
  settle(id: number, failure?: string): void {
    const pending = this.#pending.get(id);
    if (!pending) return;
    this.#pending.delete(id);
    if (failure !== undefined) this.#lines.splice(this.#lines.indexOf(pending.line), 1);
    pending.settle(failure);
    if (this.#pending.size === 0) for (const message of this.#held.splice(0)) this.post(message);
    if (failure !== undefined) this.failed(failure);
  }

  /** Sends what the session says, when all that was added before is kept. */
  send(message: FromWorker): void {
    if (this.#pending.size > 0) this.#held.push(message);
    else this.post(message);
  }
}
