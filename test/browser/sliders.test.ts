import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { errorByDirection, momentum } from "fall-line";
import { faultsOf } from "./harness/axe.ts";
import { onPaper } from "./harness/paper.ts";
import { useStand } from "./harness/stand.ts";
import { smallTargets } from "./harness/targets.ts";

const { show } = useStand();

const hyper = { lambda: 0.1, alpha: 0.9 };
const { specification } = errorByDirection([0.1, 2], { rule: momentum, hyper });

const chart = (page: Page): Locator => page.locator(".fall-line-chart");
const slider = (page: Page, name: string): Locator => page.getByRole("slider", { name });
const field = (page: Page, name: string): Locator => page.getByRole("textbox", { name });
const words = (page: Page): Promise<string | null> => chart(page).getAttribute("aria-label");
const names = (page: Page): Promise<string[]> => chart(page).locator(".annotation-text").allTextContents();

/** What the figure says of these numbers when it is drawn from them at once. */
const saidOf = (numbers: typeof hyper): string =>
  errorByDirection([0.1, 2], { rule: momentum, hyper: numbers }).alt;

test("a number that is slid or typed draws the chart again, which says what it shows then", async () => {
  const { page } = await show(specification, { viewport: { width: 760, height: 900 } });
  expect(await words(page)).toBe(saidOf(hyper));
  await field(page, "Momentum, alpha").fill("0.8");
  await field(page, "Momentum, alpha").press("Enter");
  await expect.poll(() => words(page)).toBe(saidOf({ ...hyper, alpha: 0.8 }));
  await expect.poll(async () => (await names(page)).join()).toContain("h = 0.1,slowest");
  await slider(page, "Momentum, lambda").focus();
  await page.keyboard.press("ArrowRight");
  const lambda = Number(await slider(page, "Momentum, lambda").getAttribute("aria-valuetext"));
  expect(lambda).toBeGreaterThan(0.1);
  await expect.poll(() => words(page)).toBe(saidOf({ lambda, alpha: 0.8 }));
  await expect.poll(() => page.locator("[aria-live]").textContent()).toBe(saidOf({ lambda, alpha: 0.8 }));
});

test("a number that is not possible is refused in words, and the chart stays", async () => {
  const { page } = await show(specification, { viewport: { width: 760, height: 900 } });
  await field(page, "Momentum, alpha").fill("1");
  await field(page, "Momentum, alpha").press("Enter");
  expect(await page.getByRole("alert").allTextContents()).toContain("α goes from 0 to below 1.");
  expect(await words(page)).toBe(saidOf(hyper));
});

test("its keys turn no slide, and it goes as a whole", async () => {
  const { page } = await show(specification, { viewport: { width: 760, height: 900 } });
  await page.evaluate(() => {
    const keys: string[] = [];
    Object.assign(window, { keys });
    document.addEventListener("keydown", ({ key }) => keys.push(key));
  });
  await slider(page, "Momentum, alpha").focus();
  await page.keyboard.press("ArrowLeft");
  expect(await page.evaluate(() => (window as unknown as { keys: string[] }).keys)).toEqual([]);
  await show(specification);
  expect(await page.locator(".fall-line-sliders").count()).toBe(1);
});

test("on paper stands its picture, and nothing to set it by", async () => {
  const { page } = await show(specification);
  expect(await page.locator(".fall-line-sliders").isVisible()).toBe(true);
  expect(await onPaper(page, ".fall-line-sliders")).toEqual({ pressed: [], read: "" });
});

test("is on a dark phone without fault to axe-core, and all that a finger can press is 44 pixels high and wide", async () => {
  const viewport = { width: 390, height: 900 };
  const { page } = await show(specification, {
    viewport,
    padding: 0,
    dark: true,
    hasTouch: true,
    isMobile: true,
  });
  expect(await faultsOf(page, "#figure")).toEqual([]);
  expect(await smallTargets(page.locator(".fall-line-sliders"))).toEqual([]);
});
