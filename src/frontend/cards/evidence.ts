import { waitsForKernel } from "../running/begin.ts";
import { isTrusted, RUNNER, type Runner } from "../running/notebook.ts";
import { button, element, QUIET } from "./dom.ts";
import { notebookOf } from "./kernel.ts";
import type { Bundle } from "./checked.ts";

/** A cell whose card is stored, and whose evidence comes when it is run. */
export interface CellToRun {
  /** Runs it, with cells above first; left out where that is the reader's to do. */
  readonly run?: () => void;
  /** What is to be pressed. */
  readonly cure: string;
}

/** The cell of a card that was asked with evidence and has none, as the cell has not been run; nothing for other cards. */
export function cellToRun(node: Element, id: string, reveal: readonly Bundle[]): CellToRun | undefined {
  const place = notebookOf(node);
  const cell = place?.notebook.widgets.find((one) => one.node.contains(node));
  if (place === undefined || cell === undefined) return undefined;
  const hasRun = typeof cell.model.executionCount === "number";
  const isAsked = cell.model.sharedModel.getSource().replace(/\s/g, "").includes(`ask("${id}",`);
  if (hasRun || !isAsked || !reveal.every(isExplanation)) return undefined;
  const { notebook, context } = place;
  const runner = (window as unknown as Record<symbol, Runner | undefined>)[RUNNER];
  const isToCome = waitsForKernel(context, notebook.model?.defaultKernelName);
  if (context.session?.kernel == null && !isToCome)
    return { cure: `choose a kernel (Kernel > Change Kernel), then ${PRESS}` };
  if (!isTrusted(notebook))
    return { cure: `this notebook is not trusted, so nothing runs by itself; ${PRESS}` };
  if (runner?.runsFirst(notebook) !== true) return { cure: PRESS };
  return { run: () => void runner.run(notebook, cell, context), cure: "press Run the cell" };
}

const PRESS = "Run > Run All Above Selected Cell, then press Shift+Enter in this cell";

/** Says where the evidence of a card is, and brings it: at once, or when it is asked for. */
export function awaitEvidence(
  place: HTMLElement,
  { run, cure }: CellToRun,
  isNow: boolean,
): { remove(): void } {
  const sentence =
    run !== undefined && isNow
      ? "This cell and those that it needs are run now: in a moment you see what your answer is held against."
      : `What your answer is held against comes when the cell is run: ${cure}.`;
  place.append(element("p", {}, sentence));
  if (run !== undefined && !isNow) place.append(button("Run the cell", QUIET, run));
  if (run !== undefined && isNow) run();
  return { remove: () => place.replaceChildren() };
}

/** Words that explain an answer: they are stored with the card, and speak of evidence. */
function isExplanation(bundle: Bundle): boolean {
  return bundle["text/markdown"] !== undefined;
}
