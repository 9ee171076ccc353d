import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { explore, gradientDescent, momentum, nesterov, ravine } from "fall-line";
import { contrastOf } from "../../src/figures/readable.ts";
import { faultsOf } from "./harness/axe.ts";
import { type SharedOptions, useStand } from "./harness/stand.ts";
import { onPaper } from "./harness/paper.ts";
import { firstUnlessLong } from "../long.ts";

const { show } = useStand();
let page: Page;
let figure: Locator;

const shown = explore({
  objective: ravine,
  rules: [
    { rule: gradientDescent, hyper: { lambda: 1.15 } },
    { rule: momentum, hyper: { lambda: 0.3 } },
    { rule: nesterov, hyper: { lambda: 0.3 } },
  ],
}).specification;

async function open(width: number, options: SharedOptions = {}): Promise<void> {
  const padding = width < 640 ? 0 : 16;
  ({ page, figure } = await show(shown, { viewport: { width, height: 900 }, padding, ...options }));
}

const boxOf = async (selector: string): Promise<{ x: number; y: number; width: number; height: number }> =>
  (await figure.locator(selector).boundingBox())!;

test.each(
  firstUnlessLong(
    [
      { where: "a phone", width: 390, dark: true },
      { where: "a wide page", width: 1180, dark: true },
      { where: "a phone", width: 390, dark: false },
      { where: "a column", width: 760, dark: false },
      { where: "a column", width: 760, dark: true },
      { where: "a wide page", width: 1180, dark: false },
    ],
    1,
  ),
)("axe-core finds no fault on $where, dark: $dark", async ({ width, dark }) => {
  await open(width, { dark });
  await figure.getByLabel("step", { exact: true }).fill("14");
  expect(await faultsOf(page, ".fall-line-explorer")).toEqual([]);
  if (width < 640) await figure.getByRole("button", { name: "more settings" }).click();
  else await figure.locator(".share summary").click();
  await figure.getByRole("button", { name: "write a formula of your own" }).click();
  await figure.getByLabel("formula", { exact: true }).fill("x^2 + sinn(y)");
  expect(await faultsOf(page, ".fall-line-explorer")).toEqual([]);
});

/** Every text in the pictures with its colour and that around its letters, or of the ground behind it. */
function textsInPictures(): { words: string; ink: string; ground: string }[] {
  const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true })!;
  const hex = (colour: string): string => {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    const [r, g, b] = pen.getImageData(0, 0, 1, 1).data;
    return `#${[r, g, b].map((part) => part!.toString(16).padStart(2, "0")).join("")}`;
  };
  return [...document.querySelectorAll<SVGTextElement>(".fall-line-explorer svg text:not(.m-number)")].map(
    (text) => {
      const { fill, stroke } = getComputedStyle(text);
      const ground = getComputedStyle(document.querySelector(".curve rect")!).fill;
      return { words: text.textContent, ink: hex(fill), ground: hex(stroke === "none" ? ground : stroke) };
    },
  );
}

test.each([false, true])(
  "texts in map, curve and lens stand out 4.5:1 from what is behind them, dark: %s",
  async (dark) => {
    await open(1180, { dark });
    await figure.getByRole("button", { name: "Momentum", exact: true }).click();
    await figure.locator(".to-single").click();
    await figure.locator(".m-name").first().waitFor();
    const texts = await page.evaluate(textsInPictures);
    expect(texts.length).toBeGreaterThan(20);
    for (const { words, ink, ground } of texts)
      expect(contrastOf(ink, ground), `${words}: ${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  },
);

test("the panel stands below in a column, and on a wide page beside map and curve and as high as they", async () => {
  await open(760);
  expect((await boxOf(".beside")).y).toBeGreaterThan((await boxOf(".curve")).y);
  expect((await boxOf(".map")).width).toBeCloseTo((await boxOf(".body")).width, 0);
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect.poll(async () => (await boxOf(".beside")).x).toBeGreaterThan(680);
  const ends = async (): Promise<number[]> => {
    const boxes = await Promise.all([".beside", ".curve", ".body"].map(boxOf));
    return boxes.map(({ y, height }) => Math.round(y + height));
  };
  const [panel, curve, body] = await ends();
  expect([curve, body]).toEqual([panel, panel]);
  // Map and numbers of one step share a screen.
  expect((await boxOf(".body")).height).toBeLessThan(800 - 48);
  const places = async (): Promise<object[]> =>
    Promise.all([".map", ".transport", ".curve", ".beside", ".chips"].map(boxOf));
  const before = await places();
  for (const name of ["one step back", "to the start", "play", "to the end"]) {
    await figure.getByRole("button", { name, exact: true }).click();
    expect(await places(), name).toEqual(before);
  }
  await page.setViewportSize({ width: 2000, height: 900 });
  await expect.poll(async () => (await boxOf(".body")).width).toBe(1760);
});

test("Tab goes from the start to the transport, the knob, the rules, the surface and the sentence", async () => {
  await open(1180);
  await figure.locator(".start").focus();
  const names: string[] = [];
  for (let k = 0; k < 40; k++) {
    names.push(
      await page.evaluate(() => {
        const { activeElement: at } = document;
        return at?.getAttribute("aria-label") ?? at?.textContent ?? "";
      }),
    );
    await page.keyboard.press("Tab");
  }
  const order = [
    "start point; arrow keys move it",
    "to the start",
    "play",
    "to the end",
    "step",
    "Gradient descent",
    "add a rule",
    "Gradient descent, lambda, slider",
    "surface",
    "number of steps",
    "speed",
  ];
  const places = order.map((name) => names.indexOf(name));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test("what has the focus is outlined in the colour of links", async () => {
  await open(1180);
  await figure.getByRole("button", { name: "play" }).focus();
  await page.keyboard.press("Tab");
  const outline = await figure
    .getByRole("button", { name: "one step forward" })
    .evaluate((button) => getComputedStyle(button).outline);
  expect(outline).toMatch(/^rgb\(26, 95, 168\) solid 2(\.5)?px$/);
});

test("listeners are told what has come last", async () => {
  await open(1180);
  for (let t = 1; t <= 12; t++) await figure.getByLabel("step", { exact: true }).fill(String(t));
  const told = figure.locator("[aria-live=polite]");
  await expect.poll(() => told.first().textContent()).toMatch(/^Step 12\. Gradient descent: left the map/);
});

describe("while a question is open", () => {
  const seen = (selector: string): Promise<number> => figure.locator(`${selector}:visible`).count();
  const hatched = (): Promise<string> =>
    figure
      .getByLabel("Gradient descent, lambda, slider")
      .evaluate((slider) => getComputedStyle(slider).getPropertyValue("--limit"));

  test("the explorer stands at the start, and shows nothing of what is to come, no limit and no cure", async () => {
    await open(1180, { withheld: true });
    expect(await figure.locator("output").textContent()).toBe("step 0 of 50");
    expect(await seen(".to-come")).toBe(0);
    expect(await seen(".rule-name")).toBe(0);
    expect(await hatched()).toBe("1");
    await figure.getByRole("button", { name: "one step forward" }).click();
    await figure.getByRole("button", { name: "one step forward" }).click();
    await figure.getByRole("button", { name: "to the end" }).click();
    expect(await figure.locator(".standing.chosen .words").textContent()).toContain("left the map");
    expect(await seen(".cure")).toBe(0);
    await figure.getByRole("button", { name: "reset" }).click();
    expect(await figure.locator("output").textContent()).toBe("step 0 of 50");
  });

  test("and when it is answered, all of that is there, and goes again with the next", async () => {
    await open(1180, { withheld: true });
    const withhold = (isOpen: boolean): Promise<void> =>
      page.evaluate((value) => {
        const { drawing } = window as unknown as { drawing: typeof import("../../src/frontend/drawing.ts") };
        drawing.withhold(document.querySelector("#figure")!, value);
      }, isOpen);
    await withhold(false);
    await figure.getByLabel("step", { exact: true }).fill("2");
    expect(await seen(".to-come")).toBeGreaterThan(5);
    expect(await seen(".rule-name")).toBeGreaterThan(1);
    expect(Number(await hatched())).toBeLessThan(0.8);
    expect(await seen(".cure")).toBe(1);
    await withhold(true);
    await expect.poll(() => figure.locator("output").textContent()).toBe("step 0 of 50");
    expect(await seen(".to-come")).toBe(0);
  });
});

test("on paper stand its pictures and numbers, and nothing that plays, adds or shares", async () => {
  await open(1180);
  const ways = [
    ...["one step back", "play", "one step forward", "step"],
    ...["add a rule", "write a formula of your own"],
  ];
  const onScreen = await figure
    .locator("[aria-label]")
    .evaluateAll((all) => all.map(({ ariaLabel }) => ariaLabel!));
  expect(onScreen).toEqual(expect.arrayContaining(ways));
  const { pressed, read } = await onPaper(page, ".fall-line-explorer");
  expect(pressed.filter((name) => ways.includes(name))).toEqual([]);
  expect(read).toContain("Momentum");
  for (const part of [".actions", ".sentence"]) expect((await onPaper(page, part)).read, part).toBe("");
});
