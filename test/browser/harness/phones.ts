/** Real pages of phones in three engines, each of which holds a seat of its own. */
import puppeteer from "puppeteer-core";
import { findFirefox } from "../../suite/firefox.ts";
import { launchBrowser } from "./browser.ts";
import { launchWebKit } from "./webkit.ts";

export interface PhonePage {
  readonly engine: string;
  /** Runs a script, which is the body of a function, and gives what it returns. */
  readonly run: (script: string) => Promise<unknown>;
}

const SIZES = [
  { width: 320, height: 568 },
  { width: 360, height: 640 },
  { width: 390, height: 844 },
] as const;

export interface Phones {
  readonly pages: readonly PhonePage[];
  readonly close: () => Promise<void>;
}

/** Opens so many pages of an address in each engine. */
export async function openPhones(
  url: string,
  counts: { chromium: number; firefox: number; webkit: number },
): Promise<Phones> {
  const pages: PhonePage[] = [];
  const chromium = await launchBrowser();
  const ends = [() => chromium.close()];
  for (let i = 0; i < counts.chromium; i += 1) {
    const page = await (await chromium.newContext({ viewport: SIZES[i % 3]! })).newPage();
    await page.goto(url);
    pages.push({ engine: "chromium", run: (script) => page.evaluate(`(() => {${script}})()`) });
  }
  const firefox = await puppeteer.launch({
    browser: "firefox",
    executablePath: findFirefox()!,
    headless: true,
  });
  ends.push(() => firefox.close());
  for (let i = 0; i < counts.firefox; i += 1) {
    const page = await (await firefox.createBrowserContext()).newPage();
    await page.setViewport(SIZES[i % 3]!);
    await page.goto(url);
    pages.push({ engine: "firefox", run: (script) => page.evaluate(`(() => {${script}})()`) });
  }
  for (let i = 0; i < counts.webkit; i += 1) {
    const webkit = await launchWebKit();
    const { driver } = webkit;
    ends.push(() => webkit.close());
    await driver
      .manage()
      .window()
      .setRect({ ...SIZES[i % 3]!, x: 0, y: 0 });
    await driver.get(url);
    pages.push({ engine: "webkit", run: (script) => driver.executeScript(script) });
  }
  return {
    pages,
    close: async () => {
      await Promise.all(ends.map((end) => end()));
    },
  };
}
