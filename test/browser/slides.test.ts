import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { descend, explore, landscape, momentum, ravine } from "fall-line";
import { launchBrowser, openPage, ours, picture } from "./harness/browser.ts";
import { type Jupyter, startJupyter } from "./harness/jupyter.ts";
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

let jupyter: Jupyter;
let browser: Browser;
let tall: number;

beforeAll(async () => {
  [jupyter, browser] = await Promise.all([startJupyter(), launchBrowser()]);
  const map = landscape(
    descend("x^2 + 10*y^2", momentum, { start: [2, 1], steps: 25, hyper: { lambda: 0.02 } }),
  );
  const { data, layout } = map;
  tall = layout.height as number;
  const words = Array.from({ length: 12 }, (_, i) => text(`## Slide ${i + 4}\n\n$\\lambda_{${i}}$`, "slide"));
  const { specification } = explore({ objective: ravine, rules: [momentum], steps: 40 });
  const played = [code("explore(...)", [specified(specification!)], "slide")];
  jupyter.write("explorer.ipynb", notebook(played, NO_KERNEL));
  jupyter.write("slides.ipynb", notebook(played));
  jupyter.write(
    "deck.ipynb",
    notebook([
      text("# First\n\nwith $w_{t+1}$", "slide"),
      text("## Second", "slide"),
      code("display(landscape(trace))", [plotly({ data, layout })]),
      text("## Third", "slide"),
      code("// computed in the page", [specified(map.specification!)]),
      ...words,
    ]),
  );
});

afterAll(async () => {
  await browser.close();
  await jupyter.stop();
});

test("slides show words, formulas, code and figures of the right size, each when its slide comes", async () => {
  const { page, abroad, errors } = await openPage(browser);
  await page.goto(jupyter.url("rise/deck.ipynb"));
  const present = page.locator(
    ".slides section.present section.present, .slides > section.present:not(.stack)",
  );
  await present.getByRole("heading", { name: "First" }).waitFor();
  expect(await page.locator(".slides section .jp-MarkdownCell .jp-RenderedMarkdown h2").count()).toBe(14);
  for (const title of ["Second", "Third"]) {
    await page.keyboard.press("Space");
    await present.getByRole("heading", { name: title }).waitFor();
    await present.locator(".jp-CodeCell .cm-content").first().waitFor();
    const chart = present.locator(".fall-line-chart");
    await chart.locator(".main-svg").first().waitFor();
    await picture(page, `slide-${title}`);
    const { width, height } = (await chart.locator(".main-svg").first().boundingBox())!;
    expect(height).toBeCloseTo(tall, -1);
    expect(width).toBeCloseTo((await present.locator(".fall-line-room").boundingBox())!.width, -1);
    expect(width).toBeGreaterThan(900);
  }
  await page.keyboard.press("Space");
  await present.getByRole("heading", { name: "Slide 4" }).waitFor();
  expect(abroad).toEqual([]);
  expect(ours(errors)).toEqual([]);
  await page.context().close();
});

test("a figure that is made in a hidden tab takes its size when the tab is shown", async () => {
  jupyter.write("other.ipynb", notebook([text("# Other")]));
  const { page } = await openPage(browser);
  await page.goto(jupyter.url("lab/tree/deck.ipynb"));
  await figuresDrawn(page, 2);
  await page.locator(".jp-DirListing-item", { hasText: "other.ipynb" }).dblclick();
  await page.getByRole("heading", { name: "Other" }).waitFor();
  await page.setViewportSize({ width: 1000, height: 900 });
  await page.locator(".lm-DockPanel-tabBar .lm-TabBar-tab", { hasText: "deck.ipynb" }).click();
  const chart = page.locator(".fall-line-chart").first();
  await expect
    .poll(async () => {
      const [drawn, room] = await Promise.all([
        chart.locator(".main-svg").first().boundingBox(),
        page.locator(".fall-line-room").first().boundingBox(),
      ]);
      return Math.abs((drawn?.width ?? 0) - (room?.width ?? 0));
    })
    .toBeLessThan(2);
  await page.context().close();
});

describe.each([
  ["in Notebook 7", "notebooks/explorer.ipynb"],
  ["in the slides", "rise/slides.ipynb"],
])("the explorer %s", (where, path) => {
  test("steps back and follows the dragged start", async () => {
    const opened = await openPage(browser);
    await opened.page.goto(jupyter.url(path));
    if (path.startsWith("notebooks")) await goWithoutKernel(opened.page);
    const there = opened.page.locator(".fall-line-explorer");
    await there.getByRole("button", { name: "one step back" }).click();
    await expect.poll(() => there.locator("output").textContent()).toBe("step 39 of 40");
    const said = there.locator(".start");
    const before = await said.getAttribute("aria-valuetext");
    const { x, y, width, height } = (await there.locator(".start").boundingBox())!;
    await opened.page.mouse.move(x + width / 2, y + height / 2);
    await opened.page.mouse.down();
    await opened.page.mouse.move(x + width / 2 + 40, y + height / 2 + 20, { steps: 4 });
    await opened.page.mouse.up();
    await expect.poll(() => said.getAttribute("aria-valuetext")).not.toBe(before);
    await picture(opened.page, `explorer ${where}`.replaceAll(" ", "-"));
    expect(opened.abroad).toEqual([]);
    expect(ours(opened.errors)).toEqual([]);
    await opened.page.context().close();
  });
});
