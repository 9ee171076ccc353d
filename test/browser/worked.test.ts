import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { adam, beale, descend, explore, nesterov, ravine } from "fall-line";
import { firstUnlessLong } from "../long.ts";
import { openPage, picture, type Watched } from "./harness/browser.ts";
import { sharedJupyter } from "./harness/jupyter.ts";
import { code, goWithoutKernel, NO_KERNEL, notebook, specified } from "./harness/notebook.ts";
import { draw, openStand } from "./harness/stand.ts";
import { sharedBrowser } from "./harness/shared.ts";

const hyper = { lambda: 0.3, alpha: 0.9 };
const path = descend(ravine, nesterov, { start: [-8, 1.5], steps: 20, hyper });
const worked = descend(beale, adam, { start: [1, 1], steps: 6, hyper: { eta: 0.1 } }).worked(6);
const explored = explore({
  objective: ravine,
  rules: [{ rule: nesterov, hyper }],
  start: [-8, 1.5],
  steps: 20,
});
const viewport = { width: 1200, height: 1500 };

/** Both figures beneath each other. */
interface Place {
  readonly watched: Watched;
  close(): Promise<unknown>;
}

async function onStand(): Promise<Place> {
  const browser = await sharedBrowser();
  const below = '<section id="second"></section>';
  const watched = await openStand(browser, worked.specification, { viewport, below });
  await draw(watched, explored.specification, "#second");
  return { watched, close: () => browser.close() };
}

async function inJupyter(): Promise<Place> {
  const [jupyter, browser] = await Promise.all([sharedJupyter(), sharedBrowser()]);
  const cells = [
    code("path.worked(6)", [specified(worked.specification)]),
    code("explore(...)", [specified(explored.specification!)]),
  ];
  jupyter.write("worked.ipynb", notebook(cells, NO_KERNEL));
  const watched = await openPage(browser, { viewport });
  await watched.page.goto(jupyter.url("lab/tree/worked.ipynb"));
  await goWithoutKernel(watched.page);
  return { watched, close: () => browser.close().then(() => jupyter.stop()) };
}

const PLACES = [
  { where: "a page", open: onStand },
  { where: "JupyterLab", open: inJupyter },
];

/** The numbers of each row of a worked step, as they stand. */
const numbersIn = (step: Locator): Promise<string[][]> =>
  step
    .locator(".w-row")
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll("tbody td.w-result")].map((cell) => cell.textContent)),
    );

/** How many different places the signs of equality have, and how many widths what comes out. */
const columnsIn = (step: Locator): Promise<{ equals: number; results: number }> =>
  step.evaluate((node) => {
    const count = (cells: string, measure: (box: DOMRect) => number): number =>
      new Set(
        [...node.querySelectorAll(cells)].map((cell) => Math.round(measure(cell.getBoundingClientRect()))),
      ).size;
    return {
      equals: count("thead .w-equals", ({ left }) => left),
      results: count("thead .w-result", ({ width }) => width),
    };
  });

describe.each(firstUnlessLong(PLACES))("in $where", ({ where, open }) => {
  let place: Place;
  let page: Page;
  let explorer: Locator;

  beforeAll(async () => {
    place = await open();
    page = place.watched.page;
    explorer = page.locator(".fall-line-explorer");
    await explorer.waitFor();
  });

  afterAll(() => place.close());

  test("a stored step is drawn as a grid in which every number has a letter above it", async () => {
    const step = page.locator(".fall-line-worked").first();
    await step.waitFor();
    expect(await numbersIn(step)).toEqual(worked.lines.map(({ result }) => [...result.texts]));
    const columns = await step
      .locator("table")
      .evaluateAll((tables) =>
        (tables as HTMLTableElement[]).map((table) =>
          [...table.rows].slice(0, 3).map(({ cells }) => cells.length),
        ),
      );
    for (const [head, ...rows] of columns) for (const count of rows) expect(count).toBe(head);
    expect(await columnsIn(step)).toEqual({ equals: 1, results: 1 });
    expect(await step.locator("th[scope=row]").count()).toBe(2 * worked.lines.length);
    await picture(page, `worked-${where}`);
  });

  test("the explorer shows the chosen rule's step in the same grid, and the magnifier its arrows", async () => {
    await explorer.focus();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Home");
    await expect.poll(() => explorer.locator(".step-numbers").textContent()).toContain("Go a step forward");
    expect(await explorer.locator(".lens").isVisible()).toBe(false);
    for (let k = 0; k < 4; k++) await page.keyboard.press("ArrowRight");
    await expect
      .poll(() => numbersIn(explorer.locator(".step-numbers")))
      .toEqual(path.worked(4).lines.map(({ result }) => [...result.texts]));
    const label = (await explorer.locator(".lens > svg").getAttribute("aria-label"))!;
    expect(label).toContain("Step 4 of Nesterov momentum, magnified. 4 standard: ");
    expect(await explorer.locator(".lens .m-label").count()).toBe(4);
    await picture(page, `worked-magnifier-${where}`);
  });

  test("on paper both are light, of a dark page too, and a step is whole", async () => {
    const style = (selector: string, name: string): Promise<string> =>
      page
        .locator(selector)
        .first()
        .evaluate((one, property) => getComputedStyle(one).getPropertyValue(property), name);
    const schemes = () =>
      Promise.all([".fall-line-worked", ".fall-line-explorer"].map((one) => style(one, "color-scheme")));
    const themed = (isLight: boolean) =>
      page.evaluate((theme) => (document.body.dataset["jpThemeLight"] = theme), String(isLight));
    await themed(false);
    const onScreen = await schemes();
    await page.emulateMedia({ media: "print" });
    const onPaper = await schemes();
    const whole = [
      await style(".fall-line-worked", "break-inside"),
      await style(".fall-line-worked .w-rows", "overflow"),
    ];
    await page.emulateMedia({ media: null });
    await themed(true);
    expect([onScreen, onPaper]).toEqual([
      ["dark", "dark"],
      ["light", "light"],
    ]);
    expect(whole).toEqual(["avoid", "visible"]);
  });

  test("no name of an arrow or a term touches another", async () => {
    const gaps = (names: string): Promise<number[]> =>
      explorer.locator(names).evaluateAll((all) => {
        const boxes = all.map((one) => one.getBoundingClientRect());
        return boxes.flatMap((a, k) =>
          boxes
            .slice(k + 1)
            .map((b) => Math.max(a.left - b.right, b.left - a.right, a.top - b.bottom, b.top - a.bottom)),
        );
      });
    const margins = (): Promise<number[]> =>
      explorer.locator(".w-mark:not(.w-own)").evaluateAll((marks) =>
        marks.map((mark) => {
          const words = document.createRange();
          words.selectNodeContents(mark);
          return mark.getBoundingClientRect().right - words.getBoundingClientRect().right;
        }),
      );
    await explorer.focus();
    await page.keyboard.press("Home");
    for (let t = 1; t <= 6; t++) {
      await page.keyboard.press("ArrowRight");
      await expect.poll(() => explorer.locator("output").textContent()).toContain(`step ${t} `);
      // The first step is long, so it is magnified when that is wanted, and then all that follow.
      if (t === 1) await explorer.getByRole("button", { name: "magnify" }).click();
      await expect
        .poll(async () => Math.min(...(await gaps(".lens .m-label"))), { message: `step ${t}` })
        .toBeGreaterThan(0);
      await expect
        .poll(async () => Math.min(...(await margins())), { message: `step ${t}` })
        .toBeGreaterThan(3);
    }
  });

  test("M closes the magnifier, and its buttons do", async () => {
    await explorer.focus();
    const lens = explorer.locator(".lens");
    expect(await lens.isVisible()).toBe(true);
    await page.keyboard.press("m");
    expect(await lens.isVisible()).toBe(false);
    await explorer.getByRole("button", { name: "magnify" }).click();
    expect(await lens.isVisible()).toBe(true);
    await explorer.getByRole("button", { name: "close the magnifier" }).click();
    expect(await lens.isVisible()).toBe(false);
    await page.keyboard.press("m");
    expect(await lens.isVisible()).toBe(true);
    expect(place.watched.errors).toEqual([]);
  });
});
