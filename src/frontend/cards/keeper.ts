import * as v from "valibot";
import type { NewEvent } from "../../exercises/progress-event.ts";
import type { Recalling } from "../../exercises/recall.ts";
import type { Status } from "../../exercises/progress.ts";
import { TO_CARD, type ToCard } from "../../kernel/core/comm-messages.ts";
import { element } from "./dom.ts";
import { hasKernel, isInNotebook, tellKernel, tellSurely, watchKernel } from "./kernel.ts";

const BUSY = "Not recorded yet: the kernel is busy.";
const PATIENCE = 3000;

/** Has the kernel keep what happens with an exercise, and says whether it does. */
export class Keeper {
  readonly note = element("span", { class: "fall-line-note", role: "status" });
  #watch: { stop: () => void } | undefined;
  /** What happened before there was a kernel. */
  readonly #waiting: Omit<NewEvent, "id">[] = [];
  #stopped = false;

  /**
   * @param node an element in the notebook whose kernel is meant
   * @param recalling what the exercise asks again
   */
  constructor(
    private readonly node: HTMLElement,
    private readonly id: string,
    private readonly recalling: Recalling = {},
  ) {}

  /** Calls back with how far the exercise is: now if there is a kernel, and when one comes later or anew. */
  watch(restore: (status: Status) => void): void {
    const ask = async (): Promise<void> => {
      const answer = answerIn(await tellKernel(this.node, { type: "status", id: this.id }));
      if (answer?.type === "status" && !this.#stopped) restore(answer.status);
    };
    void ask();
    this.#watch = watchKernel(this.node, () => {
      for (const event of this.#waiting.splice(0)) void this.record(event);
      void ask();
    });
  }

  /** Has something kept, as soon as the notebook has a kernel. Without a notebook nothing is, and nothing is said of it. */
  async record(event: Omit<NewEvent, "id">): Promise<void> {
    if (!isInNotebook(this.node)) return;
    const busy = setTimeout(() => (this.note.textContent = BUSY), PATIENCE);
    const message = { type: "record", event: { ...event, ...this.recalling, id: this.id } };
    const answer = answerIn(await tellSurely(this.node, message));
    clearTimeout(busy);
    if (answer === undefined) {
      this.note.textContent = "";
      if (!hasKernel(this.node)) this.#waiting.push(event);
    } else this.note.textContent = answer.type === "failed" ? `Not recorded: ${answer.message}` : "Recorded.";
  }

  stop(): void {
    this.#stopped = true;
    this.#watch?.stop();
  }
}

/** What the kernel has answered; nothing when it is none that knows exercises. */
function answerIn(message: unknown): ToCard | undefined {
  const { success, output } = v.safeParse(TO_CARD, message);
  return success ? output : undefined;
}
