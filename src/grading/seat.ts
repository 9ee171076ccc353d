import type { ChildProcess } from "node:child_process";
import { startApart } from "../system/apart.js";
import { endTree } from "../system/process.js";
import type { FromThread, Task, ThreadData } from "./messages.ts";

/** Memory of a thread, in MB: a notebook of the largest size fits, with what is made of it. */
const HEAP = 1024;

/** Room for calls within calls, in MB. */
const STACK = 8;

/** What came of a task. */
export type Result =
  | Extract<FromThread, { readonly type: "graded" | "read" }>
  /** It did not end by itself, or broke: at which exercise, if at one, and why. */
  | { readonly type: "lost"; readonly exercise?: string; readonly reason: string };

/** A place at which one submission after another is graded: a process, and another one where that is lost. */
export class Seat {
  #child: ChildProcess | undefined;

  /** @param script what was built of `thread.ts` */
  constructor(
    private readonly script: string,
    private readonly data: ThreadData,
  ) {}

  /** Has a process ready. @throws Error where none can begin */
  async begin(): Promise<ChildProcess> {
    if (this.#child !== undefined) return this.#child;
    this.#child = startApart({ script: this.script, data: this.data, heap: HEAP, stack: STACK });
    await answerOf(this.#child);
    return this.#child;
  }

  /** @param patience for how many seconds it may compute without a word */
  async do(task: Task, patience: number): Promise<Result> {
    try {
      const child = await this.begin();
      child.send({ message: task, patience });
      return await answerOf(child);
    } catch (error) {
      this.end();
      const { message, exercise } = error as Lost;
      return { type: "lost", reason: message, ...(exercise === undefined ? {} : { exercise }) };
    }
  }

  end(): void {
    if (this.#child !== undefined) endTree(this.#child, "SIGKILL");
    this.#child = undefined;
  }
}

/** A process that ended, or whose thread did. */
class Lost extends Error {
  readonly exercise: string | undefined;

  constructor(reason: string, exercise: string | undefined) {
    super(reason);
    this.exercise = exercise;
  }
}

/** What a process says next, but for the exercises that it begins. @throws Lost */
function answerOf(child: ChildProcess): Promise<Exclude<Result, { readonly type: "lost" }>> {
  return new Promise((resolve, reject) => {
    let exercise: string | undefined;
    const lose = (reason: string): void => {
      stop();
      reject(new Lost(reason, exercise));
    };
    const listen = (told: { readonly message: FromThread } | { readonly lost: string }): void => {
      if ("lost" in told) lose(told.lost);
      else if (told.message.type === "begin") ({ exercise } = told.message);
      else if (told.message.type === "failed") lose(told.message.message);
      else {
        stop();
        resolve(told.message as Exclude<Result, { readonly type: "lost" }>);
      }
    };
    const end = (_code: number | null, signal: string | null): void =>
      lose(
        `the program that graded it was ended${signal === null ? "" : ` by ${signal}`}, as happens where memory runs out`,
      );
    const fail = (error: Error): void => lose(error.message);
    const stop = (): void => {
      child.off("message", listen).off("exit", end).off("error", fail);
    };
    child.on("message", listen).on("exit", end).on("error", fail);
  });
}
