import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  adam,
  beale,
  curves,
  descend,
  type Figure,
  gradientDescent,
  landscape,
  momentum,
  nesterov,
  nesterovPicture,
  race,
  rateMap,
  rateSensitivity,
  ravine,
  saddle,
  stepPicture,
  surface,
} from "fall-line";
import { bundleOf } from "../../src/display.ts";
import { launchBrowser, openPage, picture } from "./harness/browser.ts";
import { type Jupyter, startJupyter } from "./harness/jupyter.ts";
import { code, command, goWithoutKernel, NO_KERNEL, notebook } from "./harness/notebook.ts";

let jupyter: Jupyter;
let browser: Browser;

const settings = { start: [-8, 1.5], steps: 40, hyper: { lambda: 0.1 } };
const heavy = descend(ravine, momentum, settings);
const looking = descend(ravine, nesterov, settings);
const figures: Record<string, Figure> = {
  landscape: landscape([heavy, looking], { title: "Two paths" }),
  curve: landscape(
    descend("x^4 - 3*x^3 + 2", gradientDescent, { start: [0.5], steps: 30, hyper: { lambda: 0.02 } }),
  ),
  curves: curves([heavy, looking]),
  surface: surface(
    descend(saddle, gradientDescent, { start: [1, 0.01], steps: 30, hyper: { lambda: 0.05 } }),
  ),
  nesterov: nesterovPicture(looking, 3),
  step: stepPicture(heavy, 3),
  race: race(beale, [gradientDescent, momentum, adam], { budget: 60, tuned: true }),
  map: rateMap([0.1, 2], { rule: momentum }),
  sensitivity: rateSensitivity(ravine, [gradientDescent, momentum], { budget: 40 }),
};

beforeAll(async () => {
  [jupyter, browser] = await Promise.all([startJupyter(), launchBrowser()]);
  const cells = await Promise.all(
    Object.entries(figures).map(async ([name, figure]) =>
      code(`// ${name}`, [JSON.parse(JSON.stringify(await bundleOf(figure))) as object]),
    ),
  );
  jupyter.write("gallery.ipynb", notebook(cells, NO_KERNEL));
});

afterAll(async () => {
  await browser.close();
  await jupyter.stop();
});

test("every kind of figure is drawn, on light and dark pages, and a race can be played", async () => {
  const { page, abroad, errors } = await openPage(browser);
  await page.goto(jupyter.url("lab/tree/gallery.ipynb"));
  await goWithoutKernel(page);
  const cells = page.locator(".jp-CodeCell");
  const show = async (suffix: string): Promise<void> => {
    for (const [place, name] of Object.keys(figures).entries()) {
      const chart = cells.nth(place).locator(".fall-line-chart");
      await chart.locator(".main-svg").first().waitFor();
      await chart.evaluate((element) => element.scrollIntoView({ block: "center" }));
      await page.waitForTimeout(150);
      await picture(page, `gallery-${name}-${suffix}`);
    }
  };
  await show("light");
  expect(await page.locator(".fall-line-error").count()).toBe(0);
  expect(await page.locator(".fall-line-chart canvas").count()).toBeGreaterThan(0);

  const runners = cells.nth(Object.keys(figures).indexOf("race")).locator(".fall-line-chart");
  const lengths = (): Promise<number> =>
    runners.evaluate((chart) => {
      const { data } = chart as unknown as { data: { name?: string; x?: { length: number } }[] };
      return data
        .filter(({ name }) => name?.includes("Adam"))
        .reduce((sum, { x }) => sum + (x?.length ?? 0), 0);
    });
  const whole = await lengths();
  const press = (name: string): Promise<void> =>
    cells.nth(Object.keys(figures).indexOf("race")).getByRole("button", { name, exact: true }).click();
  await press("one step back");
  await expect.poll(lengths).toBe(whole - 1);
  await press("one step forward");
  await expect.poll(lengths).toBe(whole);
  await runners.focus();
  await page.keyboard.press("ArrowLeft");
  await expect.poll(lengths).toBe(whole - 1);
  await page.keyboard.press("ArrowLeft");
  await expect.poll(lengths).toBe(whole - 2);
  await page.keyboard.press("ArrowRight");
  await expect.poll(lengths).toBe(whole - 1);
  await press("one step forward");
  await expect.poll(lengths).toBe(whole);
  await press("play");
  await expect.poll(lengths).toBeLessThan(whole);

  await command(page, "apputils:change-theme", { theme: "JupyterLab Dark" });
  await page.locator('body[data-jp-theme-light="false"]').waitFor({ state: "attached" });
  await show("dark");
  expect(abroad).toEqual([]);
  expect(errors).toEqual([]);
  await page.context().close();
});
