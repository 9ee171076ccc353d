import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, explore, momentum, ravine } from "fall-line";
import { bundleOf } from "fall-line/tools";
import { type Jupyter, sharedJupyter } from "./harness/jupyter.ts";
import {
  code,
  command,
  goWithoutKernel,
  NO_KERNEL,
  notebook,
  openNotebook,
  specified,
  text,
} from "./harness/notebook.ts";
import { sharedPage } from "./harness/shared.ts";

let jupyter: Jupyter;
let page: Page;

const explorer = code("explore(...)", [
  specified(explore({ objective: ravine, rules: [momentum] }).specification!),
]);
/** Cells longer than any window, and more of them than JupyterLab makes ahead. */
const far = Array.from({ length: 12 }, () => text(`\`\`\`\n${"Words.\n".repeat(800)}\`\`\``));
/** Which cell the card stands in, below its imports. */
const CARD = 1 + far.length + 1;
const imports = code('import { ask, display } from "fall-line";');

beforeAll(async () => {
  jupyter = await sharedJupyter();
  // JupyterLab makes no cell before it is scrolled to.
  jupyter.set("@jupyterlab/notebook-extension:tracker", { windowingMode: "full" });
  const card = JSON.parse(JSON.stringify(await bundleOf(ask("momentum/winner")))) as object;
  const cells = [explorer, ...far, imports, code('display(ask("momentum/winner"));', [card])];
  jupyter.write("asked.ipynb", notebook(cells, NO_KERNEL));
  jupyter.write("kept.ipynb", notebook(cells));
  jupyter.write("plain.ipynb", notebook([explorer], NO_KERNEL));
  ({ page } = await sharedPage({ viewport: { width: 1000, height: 900 } }));
  await page.goto(jupyter.url("lab/tree/plain.ipynb"));
  await goWithoutKernel(page);
});

afterAll(() => jupyter.stop());

const step = (): Locator => page.locator(".fall-line-explorer:visible .transport output");
const withheld = (): Locator => page.locator("[data-fall-line-withheld]");
const card = (): Locator => page.locator('.fall-line-card[aria-label="Five runners"]:visible');

/** Shows a notebook that is open. */
const turnTo = (name: string): Promise<void> =>
  page.locator(".lm-DockPanel-tabBar .lm-TabBar-tab", { hasText: name }).click();

/** Brings a cell into sight that JupyterLab has not made yet. */
const scrollTo = (cell: number): Promise<void> =>
  page.evaluate(async (index) => {
    const { jupyterapp } = window as unknown as {
      jupyterapp: {
        shell: { currentWidget: { content: { scrollToItem(index: number): Promise<void> } } };
      };
    };
    await jupyterapp.shell.currentWidget.content.scrollToItem(index);
  }, cell);

/** Answers the card far below: JupyterLab may scroll away from it once more, and takes it out of the page then. */
const answer = (): Promise<void> =>
  expect
    .poll(async () => {
      await scrollTo(CARD);
      return card()
        .locator(".fall-line-option")
        .evaluateAll(([option]) => {
          (option as HTMLElement | undefined)?.click();
          return option !== undefined;
        });
    })
    .toBe(true);

test("a question far below, whose card may not be drawn yet, keeps the explorer above from showing what is to come", async () => {
  await openNotebook(page, "asked.ipynb");
  await expect.poll(() => step().textContent()).toBe("step 0 of 50");
  expect(await page.locator(".fall-line-explorer .to-come:visible").count()).toBe(0);
});

test("a question of one notebook leaves the explorer of another as it is", async () => {
  await turnTo("plain.ipynb");
  await expect.poll(() => step().textContent()).toBe("step 50 of 50");
  expect(await withheld().count()).toBe(1);
});

test("an answer far below gives the explorer above free", async () => {
  await turnTo("asked.ipynb");
  await answer();
  await expect.poll(() => withheld().count()).toBe(0);
});

/** The line of the last answer, as it is recorded in the student's folder. */
const recorded = (): unknown => {
  const lines = readFileSync(join(jupyter.folder, "fall-line-progress.jsonl"), "utf8").trim().split("\n");
  return JSON.parse(lines.at(-1)!);
};

test("what the kernel has a record of is shown again and not asked again, though its card may not be drawn", async () => {
  await command(page, "docmanager:open", { path: "kept.ipynb" });
  await expect.poll(() => withheld().count()).toBe(1);
  await scrollTo(CARD - 1);
  await page.locator(".jp-CodeCell:visible .jp-InputArea-editor").first().click();
  await page.keyboard.press("Control+Enter");
  await answer();
  await card().getByText("Recorded.").waitFor();
  expect(recorded()).toMatchObject({
    v: 2,
    library: expect.stringMatching(/^\d+\.\d+\.\d+/) as string,
    lesson: "momentum",
    exercise: "winner",
    event: "attempt",
    picked: expect.any(String) as string,
  });
  const said = await card().locator(".fall-line-said").textContent();
  await page.goto(jupyter.url("lab/tree/kept.ipynb"));
  await step().waitFor();
  await expect.poll(() => withheld().count()).toBe(0);
  await expect
    .poll(async () => {
      await scrollTo(CARD);
      return card().locator(".fall-line-said").allTextContents();
    })
    .toEqual([said]);
});
