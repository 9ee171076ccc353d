import type { Frame, Page } from "playwright-core";

const KERNEL = { name: "fall-line", display_name: "TypeScript (fall-line)", language: "typescript" };

type Cell = Record<string, unknown>;

/** A notebook of these cells. A kernel that does not exist keeps it without one. */
export function notebook(cells: readonly Cell[], kernelspec: object = KERNEL): object {
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { kernelspec },
    cells: cells.map((cell, i) => ({ id: `cell-${i}`, ...cell })),
  };
}

export const NO_KERNEL = { name: "none", display_name: "none", language: "none" };

export function text(source: string): Cell {
  return { cell_type: "markdown", metadata: {}, source };
}

/** A code cell with outputs, each a MIME bundle. */
export function code(source: string, outputs: readonly object[] = []): Cell {
  return {
    cell_type: "code",
    metadata: {},
    source,
    execution_count: null,
    outputs: outputs.map((data) => ({ output_type: "display_data", metadata: {}, data })),
  };
}

export const specified = (specification: object): object => ({
  "application/vnd.fall-line+json": specification,
  "text/plain": "a figure",
});

/** Waits until so many figures are drawn. */
export async function figuresDrawn(page: Page | Frame, count: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelectorAll(".fall-line-chart:has(.main-svg)").length >= wanted,
    count,
  );
}

/** Waits until every figure and card of the page is drawn. */
export async function allDrawn(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const waiting = ".fall-line-figure:empty, .fall-line-still, .fall-line-chart:not(:has(.main-svg))";
    return document.querySelector(waiting) === null;
  });
}

/** Where there is no kernel of the notebook's name, JupyterLab asks; the answer is none. */
export async function goWithoutKernel(page: Page): Promise<void> {
  const dialog = page.locator(".jp-Dialog");
  await dialog.waitFor();
  await dialog.getByRole("button", { name: "No Kernel" }).click();
  await dialog.waitFor({ state: "detached" });
}

/** Opens a notebook that has no kernel in a page that shows JupyterLab already, as a double click on its name does. */
export async function openNotebook(page: Page, path: string): Promise<void> {
  await command(page, "docmanager:open", { path });
  await goWithoutKernel(page);
}

/** Runs one of JupyterLab's commands, as its menus do. */
export function command(page: Page, id: string, args: object = {}): Promise<void> {
  return page.evaluate(
    async ([name, given]) => {
      const { jupyterapp } = window as unknown as {
        jupyterapp: { commands: { execute(id: string, args: object): Promise<unknown> } };
      };
      await jupyterapp.commands.execute(name, given);
    },
    [id, args] as const,
  );
}

/**
 * Makes JupyterLab light or dark, and waits until its splash screen is gone: two that follow each other
 * within its 200 ms of fading end in an error of JupyterLab's own, since both take the same element away.
 */
export async function chooseTheme(page: Page, theme: "Light" | "Dark"): Promise<void> {
  await command(page, "apputils:change-theme", { theme: `JupyterLab ${theme}` });
  await page.locator(`body[data-jp-theme-name="JupyterLab ${theme}"]`).waitFor({ state: "attached" });
  await page.locator("#jupyterlab-splash").waitFor({ state: "detached" });
}
