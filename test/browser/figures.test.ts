import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { curves, descend, gradientDescent, landscape, momentum, rateSensitivity, rmsprop } from "fall-line";
import { bundleOf } from "../../src/display.ts";
import { isLong } from "../long.ts";
import { picture, type Watched } from "./harness/browser.ts";
import { useStand } from "./harness/stand.ts";
import { type Jupyter, sharedJupyter } from "./harness/jupyter.ts";
import {
  chooseTheme,
  code,
  figuresDrawn,
  goWithoutKernel,
  NO_KERNEL,
  notebook,
  openNotebook,
  specified,
  text,
} from "./harness/notebook.ts";
import { sharedPage } from "./harness/shared.ts";

const { show } = useStand();
let jupyter: Jupyter;

const on = "x^2 + 10*y^2";
const run = { start: [2, 1], steps: 25 };
const traces = [
  descend(on, gradientDescent, { ...run, hyper: { lambda: 0.05 } }),
  descend(on, momentum, { ...run, hyper: { lambda: 0.02 } }),
  descend(on, rmsprop, { ...run, hyper: { lambda: 0.1 } }),
];
const map = landscape(traces, { title: "Three paths" });
const recipe = { ...(map.specification as object) };

beforeAll(async () => {
  jupyter = await sharedJupyter();
  const cells = [
    text("# Figures"),
    code("display(landscape(traces))", [plain(await bundleOf(map))]),
    code("display(curves(traces))", [plain(await bundleOf(curves(traces)))]),
    code("// computed in the page", [specified(recipe)]),
  ];
  jupyter.write("words.ipynb", notebook([text("# No figures")], NO_KERNEL));
  jupyter.write("figures.ipynb", notebook([...cells, code("// damaged", [specified({})])], NO_KERNEL));
  jupyter.write("trusted.ipynb", notebook([...cells, text("Signed")], NO_KERNEL));
  await jupyter.trust("trusted.ipynb");
});

afterAll(() => jupyter.stop());

function plain(bundle: unknown): object {
  return JSON.parse(JSON.stringify(bundle)) as object;
}

interface Chart {
  readonly width: number;
  readonly height: number;
  readonly container: number;
  readonly paths: number;
  readonly contours: number;
  readonly label: string | null;
  readonly text: string;
}

/** The charts of the notebook that is shown. */
function charts(page: Page): Promise<Chart[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".fall-line-chart")]
      .filter((chart) => chart.checkVisibility())
      .map((chart) => {
        const { width, height } = chart.querySelector(".main-svg")!.getBoundingClientRect();
        return {
          width,
          height,
          container: chart.parentElement!.clientWidth,
          paths: chart.querySelectorAll(".scatterlayer .js-line").length,
          contours: chart.querySelectorAll(".imagelayer image, .shapelayer-between path, .shapelayer path")
            .length,
          label: chart.getAttribute("aria-label"),
          text: getComputedStyle(chart.querySelector(".xtick text")!).fill,
        };
      }),
  );
}

/** The mouse finds the start of the first chart, and is told its numbers. */
async function hoversOverStart(page: Page): Promise<void> {
  const chart = page.locator(".fall-line-chart").first();
  await chart.scrollIntoViewIfNeeded();
  const start = chart.locator(".scatterlayer .points path").first();
  const { x, y, width, height } = (await start.boundingBox())!;
  await page.mouse.move(x + width / 2 - 3, y + height / 2);
  await page.mouse.move(x + width / 2, y + height / 2, { steps: 3 });
  await expect.poll(() => chart.locator(".hoverlayer .hovertext").first().textContent()).toContain("(2, 1)");
}

const lightness = (color: string): number =>
  Math.max(...(color.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number)) / 255;

/** The boxes of the still pictures become those of the charts. */
async function takeTheirPlaces(page: Page, come: () => void): Promise<void> {
  const still = page.locator("img.fall-line-still");
  await expect.poll(() => still.count()).toBe(2);
  await expect.poll(() => still.first().evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(640);
  const boxes = (selector: string): Promise<number[][]> =>
    page.locator(selector).evaluateAll((all) =>
      all.slice(0, 2).map((one) => {
        const { left, width, height } = one.getBoundingClientRect();
        return [left, width, height].map(Math.round);
      }),
    );
  const before = await boxes(".fall-line-still");
  come();
  await figuresDrawn(page, 3);
  await expect.poll(() => still.count()).toBe(0);
  expect(await boxes(".fall-line-room")).toEqual(before);
}

describe("figures in JupyterLab", () => {
  let watched: Watched;
  let page: Page;
  /** How often what draws was asked for. */
  let fetched = 0;
  /** Lets it through. */
  let come: () => void;
  let held: Promise<void>;
  const hold = (): void => {
    held = new Promise<void>((resolve) => (come = resolve));
  };

  beforeAll(async () => {
    watched = await sharedPage();
    page = watched.page;
    hold();
    await page.route("**/fall-line/static/drawing.js", async (route) => {
      fetched += 1;
      await held;
      await route.continue();
    });
    await page.goto(jupyter.url("lab/tree/words.ipynb"));
    await goWithoutKernel(page);
  });

  afterAll(() => {
    expect(watched.abroad).toEqual([]);
    expect(watched.errors).toEqual([]);
  });

  test("take the places of their still pictures in an untrusted notebook, and what draws is fetched once, before them", async () => {
    await expect.poll(() => fetched).toBe(1);
    await openNotebook(page, "figures.ipynb");
    await takeTheirPlaces(page, come);
    expect(fetched).toBe(1);
  });

  test("are explained where they can't be drawn", async () => {
    const messages = (): Promise<string[]> => page.locator(".fall-line-error").allTextContents();
    await expect.poll(messages).toEqual([expect.stringContaining("can't be drawn")]);
  });

  test("are live, as wide as the page or smaller in a narrow one, with words for those who do not see them", async () => {
    await picture(page, "figures-light");
    const [first, second, computed] = await charts(page);
    expect(first).toMatchObject({ paths: 3, label: map.alt, height: map.layout.height });
    expect(first!.contours).toBeGreaterThanOrEqual(3);
    expect(first!.width).toBeCloseTo(first!.container, -1);
    expect(second).toMatchObject({ paths: 3 });
    expect(computed).toMatchObject({ paths: 3, label: map.alt, contours: first!.contours });
    expect(lightness(first!.text)).toBeLessThan(0.5);
    const size = page.viewportSize()!;
    await page.setViewportSize({ width: 760, height: 900 });
    await expect
      .poll(async () => (await charts(page)).map(({ width, container }) => Math.round(width - container)))
      .toEqual([0, 0, 0]);
    expect((await charts(page))[0]!.container).toBeLessThan(500);
    await hoversOverStart(page);
    await picture(page, "figures-narrow");
    await page.setViewportSize(size);
    await expect.poll(async () => (await charts(page))[0]!.width).toBe(first!.width);
  });

  test("answer the mouse: hover tells numbers, a dragged box zooms, a double click zooms out", async () => {
    const chart = page.locator(".fall-line-chart").first();
    await chart.scrollIntoViewIfNeeded();
    const plot = (await chart.locator(".nsewdrag").first().boundingBox())!;
    const middle = { x: plot.x + plot.width / 2, y: plot.y + plot.height / 2 };
    await page.mouse.move(middle.x, middle.y);
    await page.mouse.move(middle.x + 4, middle.y + 4, { steps: 3 });
    await chart.locator(".hoverlayer .hovertext").first().waitFor();
    const ticks = (): Promise<string[]> => chart.locator(".xtick text").allTextContents();
    const before = await ticks();
    await page.mouse.move(middle.x - 60, middle.y - 60);
    await page.mouse.down();
    await page.mouse.move(middle.x + 60, middle.y + 60, { steps: 5 });
    await page.mouse.up();
    await expect.poll(ticks).not.toEqual(before);
    const zoomedOut = async (): Promise<string[]> => {
      await page.mouse.dblclick(middle.x, middle.y); // A page that is busy takes two clicks for single ones.
      return ticks();
    };
    await expect.poll(zoomedOut, { interval: 1000 }).toEqual(before);
  });

  test("follow the theme: dark words become light, and black paths near-white, and back", async () => {
    const black = page.locator('.scatterlayer .js-line[style*="rgb(20, 20, 20)"]');
    const white = page.locator('.scatterlayer .js-line[style*="rgb(242, 242, 242)"]');
    expect(await black.count()).toBe(3);
    await chooseTheme(page, "Dark");
    await expect.poll(() => white.count()).toBe(3);
    expect(await black.count()).toBe(0);
    expect(lightness((await charts(page))[0]!.text)).toBeGreaterThan(0.8);
    await picture(page, "figures-dark");
    await chooseTheme(page, "Light");
    await expect.poll(() => black.count()).toBe(3);
  });

  test("print from a dark page with dark words on white, and no wider than the paper", async () => {
    await chooseTheme(page, "Dark");
    await expect.poll(async () => lightness((await charts(page))[0]!.text)).toBeGreaterThan(0.8);
    await page.setViewportSize({ width: 1150, height: 900 }); // Also while the page changes its width.
    await page.emulateMedia({ media: "print" });
    const chart = page.locator(".fall-line-chart").first();
    expect(await chart.evaluate((node) => getComputedStyle(node).filter)).toContain("invert(1)");
    const size = async () => (await chart.locator(".main-svg").first().boundingBox())!;
    await expect.poll(async () => Math.abs((await size()).width - 640)).toBeLessThan(5);
    expect((await size()).height).toBeGreaterThan(200);
    await picture(page, "figures-dark-on-paper");
    await page.emulateMedia({ media: null });
    await page.setViewportSize({ width: 1280, height: 900 });
    await chooseTheme(page, "Light");
  });

  test("take the size of a page that has changed while another tab was shown", async () => {
    const tab = (name: string): Locator =>
      page.locator(".lm-DockPanel-tabBar .lm-TabBar-tab", { hasText: name });
    await tab("words.ipynb").click();
    await page.getByRole("heading", { name: "No figures" }).waitFor();
    await page.setViewportSize({ width: 1000, height: 900 });
    await tab("figures.ipynb").click();
    await expect
      .poll(async () => (await charts(page)).map(({ width, container }) => Math.round(width - container)))
      .toEqual([0, 0, 0]);
    expect((await charts(page))[0]!.container).toBeLessThan(750);
  });

  test("are the same in a trusted notebook, and what draws is there already", async () => {
    const before = await charts(page);
    await openNotebook(page, "trusted.ipynb");
    await figuresDrawn(page, 6);
    expect((await charts(page)).map(({ label }) => label)).toEqual(before.map(({ label }) => label));
    expect(fetched).toBe(1);
  });

  if (isLong)
    test("take the places of their still pictures also in a narrow page that is loaded again", async () => {
      await page.setViewportSize({ width: 760, height: 900 });
      hold();
      await page.goto(jupyter.url("lab/tree/trusted.ipynb"));
      await goWithoutKernel(page);
      await takeTheirPlaces(page, come);
      expect((await charts(page)).map(({ paths }) => paths)).toEqual([3, 3, 3]);
    });
});

test("a legend stays above its chart when the page becomes wider", async () => {
  const figure = rateSensitivity("x^2 + y^2", [gradientDescent, momentum], { budget: 10, start: [1, 1] });
  const { page } = await show(figure.specification, { viewport: { width: 600, height: 600 } });
  await figuresDrawn(page, 1);
  await page.setViewportSize({ width: 900, height: 600 });
  const above = (): Promise<number> =>
    page.evaluate(() => {
      const [legend, plot] = [".legend", ".gridlayer"].map((one) => document.querySelector(one)!);
      return plot!.getBoundingClientRect().top - legend!.getBoundingClientRect().bottom;
    });
  await expect.poll(() => page.locator(".main-svg").first().getAttribute("width")).toBe("868");
  await expect.poll(above).toBeGreaterThanOrEqual(0);
});
