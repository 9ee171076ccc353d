import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { descend, explore, landscape, momentum, ravine } from "fall-line";
import { CODE_TAG } from "../../src/notebook/tags.ts";
import { forTheRoom } from "../../src/presenting/rehearsal.ts";
import { openPage, ours, picture, type Watched } from "./harness/browser.ts";
import { type Jupyter, sharedJupyter } from "./harness/jupyter.ts";
import {
  code,
  figuresDrawn,
  goWithoutKernel,
  NO_KERNEL,
  notebook,
  plotly,
  specified,
  text,
} from "./harness/notebook.ts";
import { sharedBrowser } from "./harness/shared.ts";

let jupyter: Jupyter;
let browser: Browser;

const map = landscape(
  descend("x^2 + 10*y^2", momentum, { start: [2, 1], steps: 25, hyper: { lambda: 0.02 } }),
);
const explorer = specified(explore({ objective: ravine, rules: [momentum], steps: 40 }).specification!);
const SOURCE = `import { descend, display, landscape, momentum } from "fall-line";
const trace = descend("x^2 + 10*y^2", momentum, { start: [2, 1], steps: 25, hyper: { lambda: 0.02 } });
display(landscape(trace));`;
const WORDS = 8;

beforeAll(async () => {
  [jupyter, browser] = await Promise.all([sharedJupyter(), sharedBrowser()]);
  const { data, layout } = map;
  const open = { slideshow: { slide_type: "-" }, tags: [CODE_TAG] };
  const deck = notebook([
    text("# First\n\nwith $w_{t+1}$", "slide"),
    text("## Second", "slide"),
    code(SOURCE, [plotly({ data, layout })]),
    text("Words below it."),
    text("## Third", "slide"),
    { ...code("// computed in the page", [specified(map.specification!)]), metadata: open },
    text("## Fourth", "slide"),
    code("explore(...)", [explorer]),
    ...Array.from({ length: WORDS }, (_, i) => text(`## Slide ${i + 5}\n\n$\\lambda_{${i}}$`, "slide")),
  ]);
  jupyter.write("deck.ipynb", JSON.parse(forTheRoom(JSON.stringify(deck))) as object);
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

describe("slides", () => {
  let watched: Watched;
  let page: Page;
  let present: Locator;

  beforeAll(async () => {
    watched = await openPage(browser, { viewport: { width: 1280, height: 720 } });
    page = watched.page;
    await page.goto(jupyter.url("rise/deck.ipynb"));
    present = page.locator(".slides section.present section.present, .slides > section.present:not(.stack)");
  });

  afterAll(async () => {
    expect(watched.abroad).toEqual([]);
    expect(ours(watched.errors)).toEqual([]);
    await page.context().close();
  });

  /** The next slide, when it has come. */
  async function next(title: string): Promise<void> {
    await page.keyboard.press("Space");
    await present.getByRole("heading", { name: title }).waitFor();
  }

  /** The chart of the slide is as wide as its room, and as high as it is anywhere. */
  async function chartFits(): Promise<void> {
    const chart = present.locator(".fall-line-chart .main-svg").first();
    await chart.waitFor();
    const { width, height } = (await chart.boundingBox())!;
    expect(height).toBeCloseTo(map.layout.height as number, -1);
    expect(width).toBeCloseTo((await present.locator(".fall-line-room").boundingBox())!.width, -1);
    expect(width).toBeGreaterThan(800);
  }

  test("start on the title, with words and formulas", async () => {
    await present.getByRole("heading", { name: "First" }).waitFor();
    await present.locator("mjx-container").first().waitFor();
    const rendered = page.locator(".slides section .jp-MarkdownCell .jp-RenderedMarkdown h2");
    expect(await rendered.count()).toBe(3 + WORDS);
  });

  test("show a figure of the right size when its slide comes; its code is folded until it is wanted, and runs", async () => {
    await page.getByText("TypeScript (fall-line)").first().waitFor({ state: "attached" });
    await next("Second");
    await chartFits();
    await picture(page, "slide-second");
    const cell = present.locator(".jp-CodeCell");
    expect(await cell.locator(".cm-content").first().isVisible()).toBe(false);
    await cell.locator(".jp-Placeholder-content").first().click();
    await cell.locator(".cm-content").first().click();
    await page.keyboard.press("Shift+Enter");
    const prompt = cell.locator(".jp-InputPrompt").first();
    await expect.poll(() => prompt.textContent()).toMatch(/\[1\]/);
    await chartFits();
    await page.keyboard.press("Escape");
  });

  test("show code that is the point, and a figure that is computed in the page", async () => {
    await next("Third");
    await present.locator(".jp-CodeCell .cm-content").first().waitFor();
    await chartFits();
    await picture(page, "slide-third");
  });

  test("have explorers that step back and follow the dragged start", async () => {
    await next("Fourth");
    await stepBackAndDrag(page, present.locator(".fall-line-explorer"));
    await picture(page, "slide-explorer");
  });
});

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
