/** The little that running cells uses of JupyterLab's notebooks. */
import type { Kernel } from "../comm.ts";

/** A session of a notebook, and what it is to have. */
export interface SessionContext {
  readonly session?: { readonly kernel?: Kernel | null; dispose(): void } | null;
  readonly hasNoKernel: boolean;
  /** Of the notebook's file, as the server's sessions name it. */
  readonly path: string;
  readonly kernelPreference: { readonly name?: string };
  /** The kernel that it had last in this page; empty where it had none. */
  readonly prevKernelName: string;
  /**
   * Knows what runs on the server as of its latest look there; a page without a server has none. This looks at once;
   * `refreshRunning`, which is for all, waits while the page is not seen.
   */
  readonly sessionManager?: {
    requestRunning(): Promise<void>;
    running(): Iterable<{ readonly path: string; readonly kernel?: { readonly id: string } | null }>;
  };
  readonly specsManager: {
    readonly ready: Promise<void>;
    readonly specs: { readonly kernelspecs: Readonly<Record<string, unknown>> } | null;
  };
  /** Settles when the notebook's session has begun, or is known to have no kernel. */
  readonly ready: Promise<void>;
  /** Begins a session with the kernel that the notebook had or names. @returns whether there is still one to choose */
  startKernel(): Promise<boolean>;
  changeKernel(options: { readonly name: string } | { readonly id: string }): Promise<unknown>;
}

interface Outputs {
  toJSON(): readonly unknown[];
  fromJSON(outputs: readonly unknown[]): void;
}

/** A cell as it is seen. */
export interface Cell {
  readonly node: HTMLElement;
  readonly parent: Notebook | null;
  readonly isDisposed: boolean;
  readonly model: {
    readonly id: string;
    readonly type: string;
    readonly trusted: boolean;
    readonly executionCount?: number | null;
    /** Those of a cell with code. */
    readonly outputs: Outputs;
    readonly sharedModel: { getSource(): string };
  };
}

export interface Notebook {
  readonly widgets: readonly Cell[];
  readonly model?: { readonly defaultKernelName?: string } | null;
  /** The panel around it; its cells are those of the file from when the panel's context is ready. */
  readonly parent: { readonly context: { readonly isReady: boolean; readonly ready: Promise<void> } } | null;
}

/** What JupyterLab runs a cell with. */
export interface RunOptions {
  readonly cell: Cell;
  readonly notebook: { readonly defaultKernelName?: string };
  readonly sessionContext?: SessionContext;
  readonly onCellExecuted: (told: {
    readonly cell: Cell;
    readonly success: boolean;
    readonly error?: unknown;
  }) => void;
}

/** JupyterLab's own ways to run cells of a notebook, as its commands do. */
export interface Actions {
  runAll(notebook: Notebook, ...rest: readonly unknown[]): Promise<boolean>;
  runCells(notebook: Notebook, cells: readonly Cell[], context: SessionContext): Promise<boolean>;
}

/** Runs a cell, as JupyterLab does: gives false where it did not run, and throws what it ended with. */
export type RunCell = (options: RunOptions) => Promise<boolean>;

/** Whether the cells of a notebook are those of its file: before, there is one that is empty. */
export function isLoaded(notebook: Notebook | null): boolean {
  return notebook?.parent?.context.isReady !== false;
}

export const hasCode = (cell: Cell): boolean => cell.model.type === "code";

/** Whether JupyterLab trusts all of a notebook: it was written or run here. */
export function isTrusted({ widgets }: Notebook): boolean {
  return widgets.filter(hasCode).every(({ model }) => model.trusted);
}

/** Where cards find what runs the cell that they stand in. */
export const RUNNER = Symbol.for("fall-line.runner");

/** Runs the cell that a card stands in. */
export interface Runner {
  /** Whether cells above are run before it, where it needs them. */
  runsFirst(notebook: Notebook): boolean;
  run(notebook: Notebook, cell: Cell, context: SessionContext): Promise<boolean>;
}
