import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, openPage, picture } from "./harness/browser.ts";
import { type Jupyter, startJupyter } from "./harness/jupyter.ts";
import { code, notebook } from "./harness/notebook.ts";

let jupyter: Jupyter;
let browser: Browser;

const imports = code('import { ask, check, display, showProgress, type StepOf } from "fall-line";');

beforeAll(async () => {
  [jupyter, browser] = await Promise.all([startJupyter(), launchBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await jupyter.stop();
});

const cardOf = (page: Page, title: string): Locator => page.locator(`.fall-line-card[aria-label="${title}"]`);
const TRUTH = "What is true of momentum?";

const events = (): { exercise: string; event: string; outcome?: string }[] =>
  readFileSync(join(jupyter.folder, "fall-line-progress.jsonl"), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as { exercise: string; event: string; outcome?: string });

/** Opens a notebook in JupyterLab or Notebook and runs all its cells when its kernel is there. */
async function runAll(path: string): Promise<Page> {
  const { page } = await openPage(browser, { viewport: { width: 1000, height: 1600 } });
  await page.goto(jupyter.url(path));
  await page
    .locator('[data-jp-item-name="kernelName"]')
    .getByText("TypeScript (fall-line)")
    .waitFor({ state: "attached" });
  await runCells(page);
  return page;
}

/** By the menu, which both have. */
async function runCells(page: Page): Promise<void> {
  await page.locator("#jupyterlab-splash").waitFor({ state: "detached" });
  await page.getByRole("menuitem", { name: "Run", exact: true }).click();
  await page.getByText("Run All Cells", { exact: true }).click();
}

test("two kernels keep one record: JupyterLab and Notebook open at once", async () => {
  const cells = [imports, code('display(ask("momentum/truth"));'), code("display(showProgress());")];
  jupyter.write("left.ipynb", notebook(cells));
  jupyter.write("right.ipynb", notebook(cells));
  const left = await runAll("lab/workspaces/left/tree/left.ipynb");
  const right = await runAll("notebooks/right.ipynb");
  for (const page of [left, right]) await cardOf(page, TRUTH).waitFor();
  await cardOf(left, TRUTH).locator(".fall-line-option").first().click();
  await cardOf(right, TRUTH).locator(".fall-line-option").nth(2).click();
  for (const page of [left, right]) await cardOf(page, TRUTH).getByText("Recorded.").waitFor();
  expect(events().map(({ outcome }) => outcome)).toEqual(["not yet", "right"]);
  await picture(right, "card-notebook7");
  await runCells(left);
  await left.getByText(/^1 of \d+ exercises done, 1 right, and 0 of \d+ of an optional lesson\.$/).waitFor();
});

test("after a restart the card in the page is kept by the new kernel, and the check needs two cells", async () => {
  const step = `const mine: StepOf<"m", "lambda" | "alpha"> = ({ w, m, g }, { lambda, alpha }) => {
  const velocity = m.map((old, i) => alpha * old - lambda * g[i]);
  return { w: w.map((x, i) => x + velocity[i]), m: velocity };
};
display(check("momentum/rule", mine));`;
  jupyter.write(
    "again.ipynb",
    notebook([imports, code("const other = 1;"), code('display(ask("momentum/constant"));'), code(step)]),
  );
  const page = await runAll("lab/tree/again.ipynb");
  const question = cardOf(page, "A slope that never changes");
  await question.waitFor();
  await cardOf(page, "Write the momentum update").getByText("Right.").waitFor();
  await page.evaluate(async () => {
    const { jupyterapp } = window as unknown as {
      jupyterapp: {
        shell: {
          currentWidget: { sessionContext: { session: { kernel: { restart(): Promise<void> } } } };
        };
      };
    };
    await jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart();
  });
  await question.locator(".fall-line-option").nth(2).click();
  await question.getByText("Recorded.").waitFor();
  expect(events().at(-1)).toMatchObject({ exercise: "constant", event: "attempt", outcome: "right" });
  const before = events().length;
  for (const index of [0, 3]) {
    await page.locator(".jp-CodeCell .jp-InputArea-editor").nth(index).click();
    await page.keyboard.press("Control+Enter");
  }
  await expect.poll(() => events().length).toBe(before + 1);
  expect(events().at(-1)).toMatchObject({ exercise: "rule", outcome: "right" });
});
