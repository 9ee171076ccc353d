import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { explore, gradientDescent, ravine } from "fall-line";
import { findFirefox } from "../suite/firefox.ts";
import { serveStand } from "./harness/stand.ts";

const { specification } = explore({ objective: ravine, rules: [gradientDescent] });

let firefox: Browser;
let page: Page;

beforeAll(async () => {
  const executablePath = findFirefox();
  if (executablePath === undefined)
    throw new Error("these tests need Firefox; npm test finds or installs one");
  firefox = await puppeteer.launch({
    browser: "firefox",
    executablePath,
    headless: true,
    extraPrefsFirefox: { "dom.w3c_touch_events.enabled": 1 },
  });
  page = await firefox.newPage();
  await page.setViewport({ width: 390, height: 844 });
  await page.goto(await serveStand({ padding: 0, below: '<div style="height: 3000px"></div>' }));
  await page.waitForFunction(() => "drawing" in window);
  await page.evaluate(async (data) => {
    const { drawing } = window as unknown as { drawing: typeof import("../../src/frontend/drawing.ts") };
    await drawing.draw(document.querySelector<HTMLElement>("#figure")!, data, true);
  }, specification as object);
});

afterAll(() => firefox.close());

const start = (): Promise<number[]> =>
  page.$eval(".start", (ball) => ball.getAttribute("aria-valuetext")!.split(", ").map(Number));

test("a finger drags the start in Firefox too, and the page stays where it is", async () => {
  const [x, y] = await start();
  const { left, top } = await page.$eval(".start", (ball) => {
    const box = ball.getBoundingClientRect();
    return { left: box.left + box.width / 2, top: box.top + box.height / 2 };
  });
  const finger = await page.touchscreen.touchStart(left, top);
  for (let k = 1; k <= 10; k++) await finger.move(left + 6 * k, top + 15 * k);
  await finger.end();
  await expect.poll(async () => (await start())[0]).toBeGreaterThan(x! + 1);
  expect((await start())[1]).toBeLessThan(y! - 1);
  expect(await page.evaluate(() => scrollY)).toBe(0);
});
