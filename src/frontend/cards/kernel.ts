/** The way from a card to the notebook it stands in, and to its kernel: the little that is used of JupyterLab's objects. */
import { EXERCISES } from "../../kernel/core/comm-messages.ts";
import { askKernel, type Kernel } from "../comm.ts";
import { beginIfStopped } from "../running/begin.ts";
import type { Notebook, SessionContext } from "../running/notebook.ts";
import type { Bundle } from "./checked.ts";

interface Signal {
  connect(slot: () => void): unknown;
  disconnect(slot: () => void): unknown;
}

interface Renderer {
  readonly node: HTMLElement;
  renderModel(model: unknown): Promise<void>;
  processMessage(message: { readonly type: string }): void;
  dispose(): void;
}

/** What draws the outputs of a notebook. */
interface Renderers {
  preferredMimeType(bundle: Bundle): string | undefined;
  createRenderer(mimeType: string): Renderer;
  createModel(options: { readonly data: Bundle; readonly trusted: boolean }): unknown;
}

/** An output that is stored in a notebook. */
interface StoredOutput {
  readonly data: Bundle;
}

interface Cell {
  /** Those of a cell with code. */
  readonly outputs?: { readonly length: number; get(index: number): StoredOutput };
}

interface Panel {
  readonly node: HTMLElement;
  readonly content?: Partial<Notebook> & {
    readonly rendermime?: Renderers;
    readonly model?: { readonly cells?: Iterable<Cell>; readonly defaultKernelName?: string } | null;
  };
  readonly sessionContext?: SessionContext & { readonly kernelChanged: Signal };
}

/** JupyterLab or Notebook, as a plugin is given it. */
interface Application {
  readonly shell: { widgets(area: string): Iterable<Panel> };
}

const PAGE = window as unknown as Record<symbol, Application | undefined>;
const APPLICATION = Symbol.for("fall-line.application");

/** The plugin by which the page's application becomes known to cards. */
export const cardPlugin = {
  id: "fall-line:exercises",
  description: "Lets exercise cards record answers in the kernel of their notebook.",
  autoStart: true,
  activate(application: Application): void {
    PAGE[APPLICATION] = application;
  },
};

/**
 * Say something to the kernel of the notebook that an element stands in. A busy kernel answers when it has time.
 * @returns its answer; nothing when there is no such kernel, or none that knows exercises
 */
export async function tellKernel(node: HTMLElement, message: unknown): Promise<unknown> {
  return tellIn(panelOf(node), message);
}

/** As `tellKernel`, of what must not be lost: a kernel that the page has lost is found again, one that was stopped begun anew, and told. */
export async function tellSurely(node: HTMLElement, message: unknown): Promise<unknown> {
  // The element may be taken away meanwhile, when its cell is run.
  const panel = panelOf(node);
  const context = panel?.sessionContext;
  if (context === undefined) return undefined;
  const revived = beginIfStopped(context, panel?.content?.model?.defaultKernelName);
  const [answer, wasStopped] = await Promise.all([tellIn(panel, message), revived]);
  return wasStopped ? tellIn(panel, message) : answer;
}

async function tellIn(panel: Panel | undefined, message: unknown): Promise<unknown> {
  const kernel = panel?.sessionContext?.session?.kernel;
  return kernel == null || kernel.status === "dead" ? undefined : askKernel(kernel, EXERCISES, message);
}

/** Calls back when the notebook that an element stands in gets a kernel, or another one. */
export function watchKernel(node: HTMLElement, changed: () => void): { stop: () => void } {
  const signal = panelOf(node)?.sessionContext?.kernelChanged;
  const slot = (): void => {
    if (kernelOf(node) !== undefined) changed();
  };
  signal?.connect(slot);
  return { stop: () => signal?.disconnect(slot) };
}

/**
 * Draws an output into an element as the notebook around it draws what it does not trust: formulas are set, and nothing is run.
 * @returns nothing when the element stands in no notebook
 */
export async function drawAsNotebook(
  node: HTMLElement,
  bundle: Bundle,
): Promise<{ remove(): void } | undefined> {
  const renderers = panelOf(node)?.content?.rendermime;
  const mimeType = renderers?.preferredMimeType(bundle);
  if (renderers === undefined || mimeType === undefined) return undefined;
  const renderer = renderers.createRenderer(mimeType);
  node.replaceChildren(renderer.node);
  renderer.processMessage({ type: "after-attach" });
  await renderer.renderModel(renderers.createModel({ data: bundle, trusted: false }));
  return { remove: () => renderer.dispose() };
}

/** Whether the notebook that an element stands in has a kernel. */
export function hasKernel(node: Element): boolean {
  return kernelOf(node) !== undefined;
}

/** The notebook of cells that an element stands in, with its session. */
export function notebookOf(node: Element): { notebook: Notebook; context: SessionContext } | undefined {
  const { content, sessionContext } = panelOf(node) ?? {};
  if (content?.widgets === undefined || sessionContext === undefined) return undefined;
  return { notebook: content as Notebook, context: sessionContext };
}

/** Whether an element stands in a notebook, and not in a page of its own. */
export function isInNotebook(node: HTMLElement): boolean {
  return panelOf(node) !== undefined;
}

/** The notebook that an element stands in, or else its page. */
export function notebookOrPage(node: Element): HTMLElement {
  return panelOf(node)?.node ?? document.documentElement;
}

/** All outputs of the notebook that an element stands in, whether they are drawn or not. */
export function storedOutputs(node: Element): StoredOutput[] {
  return [...(panelOf(node)?.content?.model?.cells ?? [])].flatMap(({ outputs }) =>
    Array.from({ length: outputs?.length ?? 0 }, (_, k) => outputs!.get(k)),
  );
}

function kernelOf(node: Element): Kernel | undefined {
  return panelOf(node)?.sessionContext?.session?.kernel ?? undefined;
}

function panelOf(node: Element): Panel | undefined {
  return [...(PAGE[APPLICATION]?.shell.widgets("main") ?? [])].find((panel) => panel.node.contains(node));
}
