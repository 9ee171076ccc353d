/** The way from a card to the kernel of the notebook it stands in: the little that is used of JupyterLab's objects. */

interface Comm {
  onMsg: (message: { readonly content: { readonly data: unknown } }) => void;
  onClose: () => void;
  open(data: unknown): { readonly done: Promise<unknown> };
  close(): unknown;
}

interface Kernel {
  createComm(target: string): Comm;
}

interface Signal {
  connect(slot: () => void): unknown;
  disconnect(slot: () => void): unknown;
}

interface Panel {
  readonly node: HTMLElement;
  readonly sessionContext?: {
    readonly session?: { readonly kernel?: Kernel | null } | null;
    readonly kernelChanged: Signal;
  };
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

const PATIENCE = 5000;

/**
 * Say something to the kernel of the notebook that an element stands in.
 * @returns its answer; nothing when there is no such kernel, or none that knows exercises
 */
export async function tellKernel(node: HTMLElement, message: unknown): Promise<unknown> {
  const kernel = kernelOf(node);
  if (kernel === undefined) return undefined;
  const comm = kernel.createComm("fall-line.exercises");
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), PATIENCE);
    comm.onMsg = ({ content }) => {
      clearTimeout(timer);
      resolve(content.data);
      comm.close();
    };
    comm.onClose = () => {
      clearTimeout(timer);
      resolve(undefined);
    };
    comm.open(message).done.catch(() => resolve(undefined));
  });
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

function kernelOf(node: HTMLElement): Kernel | undefined {
  return panelOf(node)?.sessionContext?.session?.kernel ?? undefined;
}

function panelOf(node: HTMLElement): Panel | undefined {
  return [...(PAGE[APPLICATION]?.shell.widgets("main") ?? [])].find((panel) => panel.node.contains(node));
}
