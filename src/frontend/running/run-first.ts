import { enumerated } from "../../enumerated.ts";
import * as v from "valibot";
import { counted } from "../../counted.ts";
import { CELLS_ABOVE, NEEDED } from "../../kernel/core/comm-messages.ts";
import { askKernel } from "../comm.ts";
import { mayBeOfLesson } from "../lessons/originals.ts";
import { begin, beginIfStopped, isAnew, isInstalled, waitsForKernel } from "./begin.ts";
import {
  type Cell,
  hasCode,
  isLoaded,
  isTrusted,
  type Notebook,
  type RunCell,
  type RunOptions,
} from "./notebook.ts";

/** Tells something in the page, in a sentence. */
export type Say = Readonly<Record<"info" | "warning", (sentence: string) => void>>;

const ANEW =
  "The kernel had been stopped, and was started anew: the variables of cells that ran before are gone.";

/** As many names are told as one reads at a glance. */
const MOST_NAMES = 3;

/** While it is looked into why a cell has failed, its error is not seen. */
const UNDECIDED = "fall-line-undecided";
// JupyterLab shows a traceback as it shows what is written to stderr; in this kernel's the name of the error is bold.
export const UNDECIDED_STYLE = `.${UNDECIDED} .jp-OutputArea-child:has([data-mime-type="application/vnd.jupyter.stderr"] .ansi-bold) { visibility: hidden; }`;

/**
 * Runs cells as JupyterLab does, and two things better: a cell that is run before the session has its kernel waits for it,
 * and a lesson's cell that needs cells above which the session has not run gets them run first.
 */
export class RunFirst {
  /** By notebook, the latest cell that is run again, with those above it: whether it went well. */
  readonly #repairs = new WeakMap<Notebook, Promise<boolean>>();

  private readonly run: RunCell;

  /** @param run as JupyterLab runs a cell. @param isWanted whether the reader wants cells above run first */
  constructor(
    run: RunCell,
    private readonly isWanted: () => boolean,
    private readonly say: Say,
  ) {
    this.run = inPlace(run);
  }

  readonly runCell: RunCell = async (options) => {
    const { cell, notebook, sessionContext } = options;
    if (!hasCode(cell) || sessionContext === undefined) return this.run(options);
    // It stands in the place of those of the file, which are still to come.
    if (!isLoaded(cell.parent)) return false;
    await beginIfStopped(sessionContext, notebook.defaultKernelName);
    if (waitsForKernel(sessionContext, notebook.defaultKernelName) && (await isInstalled(sessionContext))) {
      await sessionContext.ready;
      await begin(sessionContext);
    }
    if (isAnew(sessionContext)) this.say.info(ANEW);
    return this.runsFirst(cell.parent) ? this.#runOrRepair(options) : this.run(options);
  };

  /** Whether cells above are run before one that needs them: in a lesson, if it is wanted. */
  runsFirst(notebook: Notebook | null): boolean {
    return (
      this.isWanted() && notebook !== null && notebook.widgets.some(({ model }) => mayBeOfLesson(model.id))
    );
  }

  async #runOrRepair(options: RunOptions): Promise<boolean> {
    const { cell, onCellExecuted } = options;
    const notebook = cell.parent!;
    const shown = cell.model.outputs.toJSON();
    cell.node.classList.add(UNDECIDED);
    let failure: Parameters<typeof onCellExecuted>[0] | undefined;
    const told: typeof onCellExecuted = (outcome) => {
      if (outcome.success) onCellExecuted(outcome);
      else failure = outcome;
    };
    try {
      return await this.run({ ...options, onCellExecuted: told });
    } catch (error) {
      if (isAborted(error) && (await this.#repairs.get(notebook)) === true)
        return await this.#runOrRepair(options);
      const needed = isRejected(error) ? this.#neededBy(options) : undefined;
      const repair = needed?.then((found) => this.#runAfter(found, options, shown));
      if (repair !== undefined) this.#noteRepair(notebook, repair);
      const repaired = await repair;
      if (repaired !== undefined) return repaired;
      if (failure !== undefined) onCellExecuted(failure);
      throw error;
    } finally {
      cell.node.classList.remove(UNDECIDED);
    }
  }

  #noteRepair(notebook: Notebook, repair: Promise<boolean | undefined>): void {
    this.#repairs.set(notebook, repair.then((ran) => ran === true, () => false)); // prettier-ignore
  }

  /** The cells above that a cell needs, and what for. */
  async #neededBy({
    cell,
    sessionContext,
  }: RunOptions): Promise<{ cells: Cell[]; names: readonly string[] }> {
    const none = { cells: [], names: [] };
    const notebook = cell.parent!;
    const kernel = sessionContext?.session?.kernel;
    if (kernel == null || !isTrusted(notebook)) return none;
    const above = notebook.widgets.slice(0, notebook.widgets.indexOf(cell)).filter(hasCode);
    const [own, ...texts] = [cell, ...above].map(({ model }) => model.sharedModel.getSource());
    const answer = await askKernel(kernel, CELLS_ABOVE, { above: texts, cell: own });
    const { success: isAnswered, output } = v.safeParse(NEEDED, answer);
    const { cells, names } = isAnswered ? output : none;
    return { cells: cells.flatMap((i) => above[i] ?? []), names };
  }

  /**
   * Runs the needed cells and then the one that needs them, as one presses them one after another: after an error none is run.
   * @returns nothing when none is needed
   */
  async #runAfter(
    { cells, names }: { readonly cells: readonly Cell[]; readonly names: readonly string[] },
    options: RunOptions,
    shown: readonly unknown[],
  ): Promise<boolean | undefined> {
    if (cells.length === 0) return undefined;
    this.say.info(`${listed(names)} ${names.length === 1 ? "comes" : "come"} from ${counted(cells.length, "cell")} above, run first.`); // prettier-ignore
    const runs = [...cells, options.cell].map((cell) => this.run({ ...options, cell }));
    const outcomes = await Promise.allSettled(runs);
    if (outcomes.slice(0, -1).some(({ status }) => status === "rejected")) {
      options.cell.model.outputs.fromJSON(shown);
      this.say.warning("A cell above has failed, and so the cell that needs it was not run.");
    }
    return runs.at(-1);
  }
}

/** While a cell has no outputs, as they are made anew, what stands below it stays where it is. */
const inPlace =
  (run: RunCell): RunCell =>
  async (options) => {
    const { style, offsetHeight } = options.cell.node;
    style.minHeight = `${offsetHeight}px`;
    try {
      return await run(options);
    } finally {
      style.minHeight = "";
    }
  };

function listed(names: readonly string[]): string {
  return enumerated(names.length > MOST_NAMES ? [...names.slice(0, MOST_NAMES - 1), "others"] : names);
}

/** What JupyterLab throws for a cell that did not end well. */
interface KernelError extends Error {
  readonly errorName?: string;
}

/** Whether a cell was not run, as one before it has failed. */
function isAborted(error: unknown): boolean {
  const { message, errorName } = error as KernelError;
  return message.startsWith("KernelReplyNotOK") && errorName === undefined;
}

/** Whether the compiler has said no, so that nothing of the cell was run. */
function isRejected(error: unknown): boolean {
  return (error as KernelError).errorName === "TypeScriptError";
}
