import { Worker } from "node:worker_threads";
import type { Graded } from "./grade.ts";
import type { FromThread, Task, ThreadData } from "./messages.ts";
import type { Ended } from "./sandbox/limits.ts";
import type { Submission } from "./submission/find.ts";

/** How long a thread may be silent before it is ended, in milliseconds: far beyond what the limits of steps allow. */
const SILENCE = { reading: 60_000, exercise: 10_000, full: 1000 } as const;

/** Memory of a thread, in MB: a notebook of the largest size fits, with what is made of it. */
const HEAP = 1024;

/** Room for calls within calls, in MB. */
const STACK = 8;

/** Threads that grade. One that does not answer, or breaks, costs the exercise that it was at and nothing else. */
export class Pool {
  readonly #script: string;
  readonly #data: ThreadData;

  /** @param script what was built of `thread.ts` */
  constructor(script: string, data: ThreadData) {
    this.#script = script;
    this.#data = data;
  }

  /** Grades submissions, `jobs` at a time. @param done is told of each as it is finished */
  async grade(
    submissions: readonly Submission[],
    jobs: number,
    done: (graded: Graded, submission: Submission) => void,
  ): Promise<void> {
    const open = submissions.values();
    const lane = async (): Promise<void> => {
      let thread: Thread | undefined;
      for (const submission of open) {
        const stuck = new Map<string, Ended>();
        for (;;) {
          thread ??= await Thread.start(this.#script, this.#data);
          const result = await thread.grade({ submission, stuck });
          if (result.kind === "done") {
            done(result.graded, submission);
            break;
          }
          await thread.end();
          thread = undefined;
          if (result.exercise === undefined || stuck.has(result.exercise)) {
            done(broken(submission, result.message), submission);
            break;
          }
          stuck.set(result.exercise, result.why);
        }
      }
      await thread?.end();
    };
    await Promise.all(Array.from({ length: Math.min(jobs, submissions.length) }, lane));
  }
}

/** A submission that could not be graded at all. */
function broken({ student }: Submission, message: string): Graded {
  return { student, rows: [], shown: [], notes: [message], isBroken: true };
}

type Result =
  | { readonly kind: "done"; readonly graded: Graded }
  /** It did not end by itself, or broke: at which exercise, if at one. */
  | { readonly kind: "lost"; readonly exercise?: string; readonly why: Ended; readonly message: string };

/** What a thread tells, and that it broke or ended. */
type Told = FromThread | { readonly type: "lost"; readonly message: string; readonly isFull: boolean };

class Thread {
  readonly #worker: Worker;
  #listener: (told: Told) => void = () => undefined;

  private constructor(script: string, data: ThreadData) {
    this.#worker = new Worker(script, {
      workerData: data,
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: HEAP, stackSizeMb: STACK },
    });
    this.#worker.on("message", (message: FromThread) => this.#listener(message));
    this.#worker.on("error", (error: Error & { code?: string }) => {
      const isFull = error.code === "ERR_WORKER_OUT_OF_MEMORY";
      const message = isFull ? "it takes more memory than there is to be read" : error.message;
      this.#listener({ type: "lost", message, isFull });
    });
    this.#worker.on("exit", () =>
      this.#listener({ type: "lost", message: "the thread that graded it ended", isFull: false }),
    );
  }

  static async start(script: string, data: ThreadData): Promise<Thread> {
    const thread = new Thread(script, data);
    await new Promise<void>((resolve, reject) => {
      thread.#listener = (told) => {
        if (told.type === "lost") reject(new Error(told.message));
        else resolve();
      };
    });
    return thread;
  }

  grade(task: Task): Promise<Result> {
    return new Promise((resolve) => {
      let exercise: string | undefined;
      let why: Ended = "time";
      const settle = (result: Result): void => {
        clearTimeout(timer);
        this.#listener = () => undefined;
        resolve(result);
      };
      const lost = (message: string): void =>
        settle({ kind: "lost", why, message, ...(exercise === undefined ? {} : { exercise }) });
      const silent = (): void => lost("it could not be read in a minute");
      let timer = setTimeout(silent, SILENCE.reading);
      const wait = (milliseconds: number): void => {
        clearTimeout(timer);
        timer = setTimeout(silent, milliseconds);
      };
      this.#listener = (told) => {
        switch (told.type) {
          case "ready":
            return;
          case "begin":
            [exercise, why] = [told.exercise, "time"];
            wait(SILENCE.exercise);
            return;
          case "full":
            why = "memory";
            wait(SILENCE.full);
            return;
          case "done":
            settle({ kind: "done", graded: told.graded });
            return;
          case "failed":
            lost(told.message);
            return;
          case "lost":
            if (told.isFull) why = "memory";
            lost(told.message);
        }
      };
      this.#worker.postMessage(task);
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
