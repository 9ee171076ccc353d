import type { ProgressEvent } from "../../exercises/progress-event.ts";
import { collectWhenQuiet } from "../../kernel/browser/collecting.ts";
import { type Completion, PageKernel } from "../../kernel/browser/page/page-kernel.ts";
import type { WorkCell } from "./cell.ts";
import { noteRunning } from "./broken.ts";
import { loadKernel } from "./loader.ts";
import type { KernelAbout } from "./data.ts";
import type { KernelProgress } from "./progress.ts";

/** What the runner is about. */
export type Stage =
  | { readonly kind: "none" | "starting" | "ready" }
  /** `share`: how much of the kernel has come, from 0 to 1. */
  | { readonly kind: "loading"; readonly share: number }
  /** `first`: how many cells above the one that is meant are still to run. */
  | { readonly kind: "running"; readonly first: number }
  /** What went wrong, in a sentence. */
  | { readonly kind: "told"; readonly sentence: string; readonly at?: WorkCell | undefined };

interface Task {
  readonly cell: WorkCell;
  /** Whether it is run only for its variables: what stands below is what it would show. */
  readonly quietly: boolean;
}

/** Runs cells, one after another, in a kernel that is loaded when it is first wanted. */
export class Runner {
  readonly #queue: Task[] = [];
  #kernel: Promise<PageKernel> | undefined;
  #ready: PageKernel | undefined;
  /** The sessions are counted: what was run in one before counts no more. */
  #session = 1;
  #isWorking = false;

  constructor(
    private readonly cells: readonly WorkCell[],
    private readonly progress: KernelProgress,
    private readonly about: KernelAbout,
    private readonly tell: (stage: Stage) => void,
  ) {
    progress.listen((line) => this.#ready?.tellProgress(line));
  }

  /** Loads the kernel, if it is not there: the student will want it soon. */
  async prepare(): Promise<void> {
    try {
      await this.#loaded();
      if (!this.#isWorking) this.tell({ kind: "ready" });
    } catch {
      // It is told, and tried again when a cell is run.
    }
  }

  /** Tells the room that cells have joined, if they have, of what has happened on a card of the page. */
  readonly tellRoom = (event: ProgressEvent): void => this.#ready?.tellRoom(event);

  /** Runs a cell. Those above it that have not run in this session come first: it stands on their variables. */
  run(cell: WorkCell): void {
    this.#add([
      ...this.#notRun(cell).map((one) => ({ cell: one, quietly: one.showsBuilt })),
      { cell, quietly: false },
    ]);
  }

  /** Runs all cells, or those above one. */
  runAll(before?: WorkCell): void {
    const end = before === undefined ? this.cells.length : this.cells.indexOf(before);
    this.#add(this.cells.slice(0, end).map((cell) => ({ cell, quietly: false })));
  }

  /** Stops what runs, and what waits. */
  stop(): void {
    this.#forgetQueue();
    this.#ready?.interrupt();
  }

  /** All variables are gone. */
  async restart(): Promise<void> {
    this.#forgetQueue();
    const kernel = await this.#kernel?.catch(() => undefined);
    kernel?.restart();
  }

  async complete(
    cell: WorkCell,
    text: string,
    at: number,
    isAsked: boolean,
  ): Promise<Completion | undefined> {
    const kernel = isAsked ? await this.#loaded() : this.#ready;
    if (kernel === undefined || this.#isWorking) return undefined;
    const before = this.#before(cell);
    const found = await kernel.complete(before + text, before.length + at);
    return { ...found, start: found.start - before.length, end: found.end - before.length };
  }

  async inspect(cell: WorkCell, text: string, at: number): Promise<string | undefined> {
    if (this.#ready === undefined || this.#isWorking) return undefined;
    const before = this.#before(cell);
    return this.#ready.inspect(before + text, before.length + at);
  }

  /** The code that a cell stands on and that has not run: the compiler reads it as a part of the cell. */
  #before(cell: WorkCell): string {
    return this.#notRun(cell)
      .map(({ text }) => `${text}\n;`)
      .join("\n");
  }

  #notRun(cell: WorkCell): WorkCell[] {
    const above = this.cells.slice(0, this.cells.indexOf(cell));
    return above.filter(({ ranIn }) => ranIn !== this.#session);
  }

  #add(tasks: readonly Task[]): void {
    const waiting = new Set(this.#queue.map(({ cell }) => cell));
    const fresh = tasks.filter(({ cell }) => !waiting.has(cell));
    this.#queue.push(...fresh);
    for (const { cell, quietly } of fresh) if (!quietly) cell.state = "waiting";
    if (!this.#isWorking) void this.#work();
  }

  async #work(): Promise<void> {
    this.#isWorking = true;
    let end: Stage = { kind: "ready" };
    try {
      const kernel = await this.#loaded();
      for (let task = this.#queue.shift(); task !== undefined; task = this.#queue.shift()) {
        this.tell({ kind: "running", first: this.#queue.length });
        noteRunning(task.cell.id);
        const failed = await this.#runOne(kernel, task);
        if (failed !== undefined) end = failed;
      }
    } catch (error) {
      end = {
        kind: "told",
        sentence: `The kernel could not be loaded: ${(error as Error).message}. Run the cell again to try once more.`,
      };
      this.#forgetQueue();
    }
    this.#isWorking = false;
    noteRunning(undefined);
    collectWhenQuiet();
    this.tell(this.#note ?? end);
    this.#note = undefined;
  }

  /** Why the session was lost, until it is told. */
  #note: Stage | undefined;

  /** @returns what is to be said when cells that wait are not run */
  async #runOne(kernel: PageKernel, { cell, quietly }: Task): Promise<Stage | undefined> {
    cell.ranIn = this.#session;
    if (await cell.run((code, heard) => kernel.execute(code, heard), quietly)) return undefined;
    // What was not run to its end counts as run only where the student has seen how it ended.
    if (quietly) cell.ranIn = 0;
    if (this.#queue.length === 0) return undefined;
    this.#forgetQueue();
    return { kind: "told", sentence: "A cell above has failed, and the rest was not run.", at: cell };
  }

  #forgetQueue(): void {
    for (const { cell } of this.#queue.splice(0)) cell.state = "idle";
  }

  #loaded(): Promise<PageKernel> {
    this.#kernel ??= this.#load().catch((error: unknown) => {
      this.#kernel = undefined;
      throw error;
    });
    return this.#kernel;
  }

  async #load(): Promise<PageKernel> {
    const { formerNames, kernelSize } = this.about;
    this.tell({ kind: "loading", share: 0 });
    const parts = await loadKernel((came) =>
      this.tell({ kind: "loading", share: Math.min(1, came / kernelSize) }),
    );
    this.tell({ kind: "starting" });
    const script = URL.createObjectURL(new Blob([parts.worker], { type: "text/javascript" }));
    const kernel = new PageKernel(
      {
        worker: () => new Worker(script),
        library: { code: parts.code, types: parts.types, formerNames },
        drawsLive: true,
        progress: this.progress.ofKernel,
      },
      { restarted: (reason, isTold) => this.#restarted(reason, isTold) },
    );
    // The compiler warms up before the first cell.
    await kernel.complete("", 0);
    return (this.#ready = kernel);
  }

  #restarted(reason: string | undefined, isTold: boolean): void {
    this.#session++;
    this.#forgetQueue();
    const why = isTold ? ", as the cell says" : `: ${reason}`;
    const what = reason === undefined ? "Begun anew." : `The session has ended${why}.`;
    const told: Stage = {
      kind: "told",
      sentence: `${what} All variables are gone; when you run a cell, those above it are run first.`,
    };
    if (this.#isWorking) this.#note = told;
    else this.tell(told);
  }
}
