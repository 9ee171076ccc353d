import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, explore, momentum, ravine } from "fall-line";
import { bundleOf } from "fall-line/tools";
import { launchBrowser, openPage } from "./harness/browser.ts";
import { type Jupyter, startJupyter } from "./harness/jupyter.ts";
import { code, goWithoutKernel, NO_KERNEL, notebook, specified, text } from "./harness/notebook.ts";

let jupyter: Jupyter;
let browser: Browser;

const explorer = code("explore(...)", [
  specified(explore({ objective: ravine, rules: [momentum] }).specification!),
]);
/** Cells longer than any window, and more of them than JupyterLab makes ahead. */
const far = Array.from({ length: 12 }, () => text("Words.\n\n".repeat(400)));
/** Which cell the card stands in, below its imports. */
const CARD = 1 + far.length + 1;
const imports = code('import { ask, display } from "fall-line";');

beforeAll(async () => {
  [jupyter, browser] = await Promise.all([startJupyter(), launchBrowser()]);
  // JupyterLab makes no cell before it is scrolled to.
  jupyter.set("@jupyterlab/notebook-extension:tracker", { windowingMode: "full" });
  const card = JSON.parse(JSON.stringify(await bundleOf(ask("momentum/heavier")))) as object;
  const cells = [explorer, ...far, imports, code('display(ask("momentum/heavier"));', [card])];
  jupyter.write("asked.ipynb", notebook(cells, NO_KERNEL));
  jupyter.write("kept.ipynb", notebook(cells));
  jupyter.write("plain.ipynb", notebook([explorer], NO_KERNEL));
});

afterAll(async () => {
  await browser.close();
  await jupyter.stop();
});

const stepOf = (page: Page): Locator => page.locator(".fall-line-explorer:visible .transport output");
const cardOf = (page: Page): Locator => page.locator('.fall-line-card[aria-label="Heavier still"]');

async function open(name: string): Promise<Page> {
  const { page } = await openPage(browser, { viewport: { width: 1000, height: 900 } });
  await page.goto(jupyter.url(`lab/tree/${name}`));
  return page;
}

/** Brings a cell into sight that JupyterLab has not made yet. */
const scrollTo = (page: Page, cell: number): Promise<void> =>
  page.evaluate(async (index) => {
    const { jupyterapp } = window as unknown as {
      jupyterapp: {
        shell: { currentWidget: { content: { scrollToItem(index: number): Promise<void> } } };
      };
    };
    await jupyterapp.shell.currentWidget.content.scrollToItem(index);
  }, cell);

/** Answers the card far below: JupyterLab may scroll away from it once more, and takes it out of the page then. */
const answer = (page: Page): Promise<void> =>
  expect
    .poll(async () => {
      await scrollTo(page, CARD);
      const option = cardOf(page).locator(".fall-line-option").first();
      return option.click({ timeout: 2000 }).then(
        () => true,
        () => false,
      );
    })
    .toBe(true);

test("a question far below, whose card may not be drawn yet, keeps the explorer above from showing what is to come", async () => {
  const page = await open("asked.ipynb");
  await goWithoutKernel(page);
  await expect.poll(() => stepOf(page).textContent()).toBe("step 0 of 50");
  expect(await page.locator(".fall-line-explorer .to-come:visible").count()).toBe(0);
  await answer(page);
  await expect.poll(() => page.locator("[data-fall-line-withheld]").count()).toBe(0);
  await page.context().close();
});

test("a question of one notebook leaves the explorer of another as it is", async () => {
  const page = await open("asked.ipynb");
  await goWithoutKernel(page);
  await stepOf(page).waitFor();
  await page.evaluate(async () => {
    const { jupyterapp } = window as unknown as {
      jupyterapp: { commands: { execute(id: string, args: object): Promise<unknown> } };
    };
    await jupyterapp.commands.execute("docmanager:open", { path: "plain.ipynb" });
  });
  await goWithoutKernel(page);
  await expect.poll(() => stepOf(page).textContent()).toBe("step 50 of 50");
  expect(await page.locator("[data-fall-line-withheld]").count()).toBe(1);
  await page.context().close();
});

test("what the kernel has a record of is not asked again, though its card may not be drawn", async () => {
  const answering = await open("kept.ipynb");
  await stepOf(answering).waitFor();
  await scrollTo(answering, CARD - 1);
  await answering.locator(".jp-CodeCell:visible .jp-InputArea-editor").first().click();
  await answering.keyboard.press("Control+Enter");
  await answer(answering);
  await cardOf(answering).getByText("Recorded.").waitFor({ timeout: 60_000 });
  await answering.context().close();
  const page = await open("kept.ipynb");
  await stepOf(page).waitFor();
  await expect.poll(() => page.locator("[data-fall-line-withheld]").count()).toBe(0);
  await page.context().close();
});
