import type { CDPSession, Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { explore, gradientDescent, landscape, momentum, nesterov, ravine } from "fall-line";
import { useStand } from "./harness/stand.ts";
import { smallTargets } from "./harness/targets.ts";

const { show } = useStand({
  viewport: { width: 390, height: 844 },
  padding: 0,
  hasTouch: true,
  isMobile: true,
  below: '<div style="height: 3000px"></div>',
});
let page: Page;
let figure: Locator;
let finger: CDPSession | undefined;

const shown = explore({
  objective: ravine,
  rules: [gradientDescent, momentum, nesterov].map((rule) => ({ rule, hyper: { lambda: 0.3 } })),
}).specification;

async function open(specification: unknown = shown): Promise<void> {
  ({ page, figure } = await show(specification));
  finger ??= await page.context().newCDPSession(page);
}

/**
 * Drags a finger from one place to another, as a hand does: in small ways. Then it rests and is lifted; without the rest it would
 * throw the page, which goes on scrolling then.
 */
async function drag(from: readonly [number, number], by: readonly [number, number]): Promise<void> {
  const began = Date.now() / 1000 - 1; // seconds
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", seconds = 0, share = 0): Promise<unknown> =>
    finger!.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: type === "touchEnd" ? [] : [{ x: from[0] + share * by[0], y: from[1] + share * by[1] }],
      timestamp: began + seconds,
    });
  await touch("touchStart");
  for (let k = 1; k <= 10; k++) await touch("touchMove", k / 50, k / 10);
  await touch("touchMove", 0.8, 1);
  await touch("touchEnd", 0.9);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

const start = async (): Promise<number[]> =>
  (await figure.locator(".start").getAttribute("aria-valuetext"))!.split(", ").map(Number);
const scrolled = (): Promise<number> => page.evaluate(() => scrollY);

async function middleOf(selector: string): Promise<[number, number]> {
  const { x, y, width, height } = (await figure.locator(selector).boundingBox())!;
  return [x + width / 2, y + height / 2];
}

test("a finger drags the start however far, and the page stays where it is", async () => {
  await open();
  const [x, y] = await start();
  await drag(await middleOf(".start"), [60, 150]);
  const moved = await start();
  expect(moved[0]).toBeGreaterThan(x! + 1);
  expect(moved[1]).toBeLessThan(y! - 1);
  expect(await scrolled()).toBe(0);
});

test("while it drags, its numbers stand above it, and the start's own label is away", async () => {
  await open();
  const [x, y] = await middleOf(".start");
  const touchPoints = [{ x: x + 90, y: y + 110 }];
  await finger!.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
  await finger!.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints });
  const pill = figure.locator(".start-pill");
  await expect.poll(() => pill.textContent()).toMatch(/^\(−\d\.\d+, −?\d\.\d+\)$/);
  const { y: top, height } = (await pill.boundingBox())!;
  expect(top + height).toBeLessThan(y + 110 - 30);
  expect(await figure.locator(".start-label").isVisible()).toBe(false);
  await finger!.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await expect.poll(() => pill.isVisible()).toBe(false);
});

test("a finger anywhere else on the map scrolls the page, and the start stays", async () => {
  await open();
  const before = await start();
  const { x, y, width, height } = (await figure.locator(".map").boundingBox())!;
  await drag([x + width * 0.7, y + height * 0.8], [10, -200]);
  await expect.poll(scrolled).toBeGreaterThan(100);
  expect(await start()).toEqual(before);
});

test("a finger scrolls the page over a chart too", async () => {
  await open(landscape(ravine).specification);
  const plot = page.locator(".fall-line-chart .nsewdrag");
  await plot.waitFor();
  const { x, y, width, height } = (await plot.boundingBox())!;
  await drag([x + width / 2, y + height - 20], [0, -150]);
  await expect.poll(scrolled).toBeGreaterThan(100);
});

test("a finger scrubs along the curve, and scrolls the page up and down it", async () => {
  await open();
  const [x, y] = await middleOf(".curve > svg");
  await drag([x, y - 10], [60, 2]);
  const step = Number((await figure.locator("output").textContent())!.split(" ")[1]);
  expect(step).toBeGreaterThan(25);
  expect(step).toBeLessThan(45);
  expect(await scrolled()).toBe(0);
  await drag([x, y], [3, -200]);
  await expect.poll(scrolled).toBeGreaterThan(100);
});

test("two taps bring the start", async () => {
  await open();
  const { x, y } = (await figure.locator(".map").boundingBox())!;
  for (let k = 0; k < 2; k++) await page.touchscreen.tap(x + 200, y + 250);
  const [left, top] = await middleOf(".start");
  expect(left - x).toBeCloseTo(200, 0);
  expect(top - y).toBeCloseTo(250, 0);
});

test("the map comes first, then curve, transport, rules and the chosen one's numbers; the rest lies in a sheet", async () => {
  await open();
  const tops = await Promise.all(
    [".map", ".curve", ".transport", ".chip.chosen", ".slider", ".part", ".standings"].map(
      async (selector) => (await middleOf(selector))[1],
    ),
  );
  expect(tops).toEqual([...tops].sort((a, b) => a - b));
  const sliders = figure.locator(".slider:visible");
  expect(await sliders.count()).toBe(1);
  await figure.getByRole("button", { name: "Momentum", exact: true }).tap();
  expect(await sliders.count()).toBe(2);
  const steps = figure.getByLabel("number of steps");
  expect(await steps.isVisible()).toBe(false);
  await figure.getByRole("button", { name: "more settings" }).tap();
  await steps.fill("20");
  await steps.press("Enter");
  await figure.getByLabel("schedule of the learning rate").selectOption("exponential");
  await figure.getByLabel("schedule, k").waitFor();
  await page.touchscreen.tap(195, 60);
  await expect.poll(() => steps.isVisible()).toBe(false);
  expect(await figure.locator("output").textContent()).toBe("step 20 of 20");
});

test("map to sliders stand on one screen; a single step lies over rules and sliders, and its button or a pull closes it", async () => {
  await open();
  const box = async (selector: string) => (await figure.locator(selector).boundingBox())!;
  const { y, height } = await box(".slider");
  expect(y + height).toBeLessThan(708);
  const sheet = figure.locator(".step-numbers");
  const forward = figure.getByRole("button", { name: "one step back" });
  const map = await box(".map");
  await forward.tap();
  await sheet.waitFor();
  expect((await box(".step-numbers")).y).toBeGreaterThanOrEqual((await box(".transport")).y);
  expect(await box(".map")).toEqual(map);
  for (const under of [".chip.chosen", ".slider"])
    expect(await figure.locator(under).first().isVisible(), under).toBe(false);
  expect((await box(".step-rows")).y).toBeLessThan(844);
  await figure.getByRole("button", { name: "all rules" }).tap();
  await expect.poll(() => sheet.isVisible()).toBe(false);
  await forward.tap();
  await sheet.waitFor();
  await drag(await middleOf(".step-numbers .verdict"), [2, 90]);
  await expect.poll(() => sheet.isVisible()).toBe(false);
  await forward.tap();
  await sheet.waitFor();
  await figure.getByRole("button", { name: "play" }).tap();
  await expect.poll(() => sheet.isVisible()).toBe(false);
});

test("all that a finger can press is 44 pixels high and wide, or lies in a row that is", async () => {
  await open();
  await figure.getByRole("button", { name: "Momentum", exact: true }).tap();
  expect(await smallTargets(figure)).toEqual([]);
  await figure.getByRole("button", { name: "more settings" }).tap();
  expect(await smallTargets(figure)).toEqual([]);
  await page.touchscreen.tap(195, 60);
  await figure.getByRole("button", { name: "one step back" }).tap();
  await figure.locator(".step-numbers").waitFor();
  expect(await smallTargets(figure)).toEqual([]);
});
