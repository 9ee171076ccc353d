import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { descend, explore, landscape, momentum, ravine } from "fall-line";
import { openPage, ours, picture } from "./harness/browser.ts";
import { type Jupyter, sharedJupyter } from "./harness/jupyter.ts";
import { code, figuresDrawn, goWithoutKernel, NO_KERNEL, notebook, specified } from "./harness/notebook.ts";
import { sharedBrowser } from "./harness/shared.ts";

let jupyter: Jupyter;
let browser: Browser;

const map = landscape(
  descend("x^2 + 10*y^2", momentum, { start: [2, 1], steps: 25, hyper: { lambda: 0.02 } }),
);
const explorer = specified(explore({ objective: ravine, rules: [momentum], steps: 40 }).specification!);

beforeAll(async () => {
  [jupyter, browser] = await Promise.all([sharedJupyter(), sharedBrowser()]);
  const cells = [
    code("explore(...)", [explorer]),
    code("// computed in the page", [specified(map.specification!)]),
  ];
  jupyter.write("explorer.ipynb", notebook(cells, NO_KERNEL));
});

afterAll(async () => {
  await browser.close();
  await jupyter.stop();
});

/** Goes a step back in an explorer, and drags its start. */
async function stepBackAndDrag(page: Page, explorer: Locator): Promise<void> {
  await explorer.getByRole("button", { name: "one step back" }).click();
  await expect.poll(() => explorer.locator("output").textContent()).toBe("step 39 of 40");
  const start = explorer.locator(".start");
  const before = await start.getAttribute("aria-valuetext");
  const { x, y, width, height } = (await start.boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 + 40, y + height / 2 + 20, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => start.getAttribute("aria-valuetext")).not.toBe(before);
}

test("Notebook 7 shows figures of an untrusted notebook, and its explorer steps back and follows the dragged start", async () => {
  const { page, abroad, errors } = await openPage(browser);
  await page.goto(jupyter.url("notebooks/explorer.ipynb"));
  await goWithoutKernel(page);
  await stepBackAndDrag(page, page.locator(".fall-line-explorer"));
  await picture(page, "notebook7-explorer");
  const chart = page.locator(".fall-line-chart");
  await chart.scrollIntoViewIfNeeded();
  await figuresDrawn(page, 1);
  expect(await chart.locator(".scatterlayer .js-line").count()).toBe(1);
  const { height } = (await chart.locator(".main-svg").first().boundingBox())!;
  expect(height).toBeCloseTo(map.layout.height as number, -1);
  expect(await page.getByText("Not Trusted").count()).toBe(1);
  expect(abroad).toEqual([]);
  expect(ours(errors)).toEqual([]);
  await page.context().close();
});
