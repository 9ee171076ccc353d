import type { Browser as Firefox } from "puppeteer-core";
import puppeteer from "puppeteer-core";
import { findFirefox } from "../../suite/firefox.ts";
import { findWebKit } from "../../suite/webkit.ts";
import { launchBrowser, openPage } from "../harness/browser.ts";
import { launchWebKit } from "../harness/webkit.ts";
import type { Bench } from "./on-page.ts";
import { PATIENCE } from "../../patience.ts";

/** A page of the site in a browser, and what it can be asked. */
export interface Opened {
  ask<K extends keyof Bench>(
    what: K,
    ...inputs: Parameters<Bench[K]>
  ): Promise<Awaited<ReturnType<Bench[K]>>>;
  /** What went wrong in the page, as far as the browser tells. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

/** A browser that opens pages. */
export interface Engine {
  open(address: string): Promise<Opened>;
  close(): Promise<void>;
}

type Call = readonly [what: string, inputs: readonly unknown[]];

/** In the page. */
function answer([what, inputs]: Call): unknown {
  const { bench } = window as unknown as {
    bench: Record<string, (...inputs: readonly unknown[]) => unknown>;
  };
  return bench[what]!(...inputs);
}

async function startChromium(): Promise<Engine> {
  const browser = await launchBrowser();
  return {
    async open(address) {
      const { page, errors } = await openPage(browser);
      await page.goto(address);
      const ask = (...call: Call): Promise<unknown> => page.evaluate(answer, call);
      return opened(
        (what, inputs) => ask(what, inputs),
        errors,
        () => page.context().close(),
      );
    },
    close: () => browser.close(),
  };
}

async function startFirefox(): Promise<Engine> {
  const executablePath = findFirefox();
  if (executablePath === undefined)
    throw new Error("these tests need Firefox; npm test finds or installs one");
  const browser: Firefox = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
  return {
    async open(address) {
      const page = await browser.newPage();
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(String(error)));
      await page.goto(address);
      return opened(
        (what, inputs) => page.evaluate(answer, [what, inputs] as Call),
        errors,
        () => page.close(),
      );
    },
    close: () => browser.close(),
  };
}

async function startWebKit(): Promise<Engine> {
  const webkit = await launchWebKit();
  const { driver } = webkit;
  return {
    async open(address) {
      await driver.get(address);
      // Its driver may be back before the page's own script has run.
      await driver.wait(() => driver.executeScript<boolean>("return 'bench' in window"), PATIENCE);
      return opened(
        (what, inputs) => driver.executeScript(answer, [what, inputs] as Call),
        // Its driver tells of none.
        [],
        () => driver.get("about:blank"),
      );
    },
    close: () => webkit.close(),
  };
}

function opened(
  ask: (what: string, inputs: readonly unknown[]) => Promise<unknown>,
  errors: readonly string[],
  close: () => Promise<void>,
): Opened {
  return { ask: ((what: string, ...inputs: unknown[]) => ask(what, inputs)) as Opened["ask"], errors, close };
}

/**
 * The browsers that pages are tried in; WebKit, where it is, in the long tests. Firefox comes first: in Chromium lessons
 * are worked in by all other tests.
 */
export const ENGINES: Readonly<Record<string, () => Promise<Engine>>> = {
  Firefox: startFirefox,
  Chromium: startChromium,
  ...(process.env["FALL_LINE_LONG"] && findWebKit() && { WebKit: startWebKit }),
};
