import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import {
  type Browser,
  type BrowserContextOptions,
  type BrowserServer,
  chromium,
  type LaunchOptions,
  type Page,
} from "playwright-core";
import { findChromium } from "../../suite/chromium.ts";
import { isLong } from "../../long.ts";
import { PATIENCE } from "../../patience.ts";

const FLAGS =
  "--no-sandbox --disable-gpu --enable-unsafe-swiftshader --disable-quic --no-first-run " +
  "--disable-background-networking --disable-component-update --disable-sync";

/** Pictures for people to look at. */
const pictures = resolve(import.meta.dirname, "../../../.fall-line/pictures");

/** How the browser of tests is started. */
async function settings(): Promise<LaunchOptions> {
  const executablePath = await findChromium();
  if (executablePath === undefined)
    throw new Error("the browser tests need Chrome or Chromium; npm test finds or installs one");
  return { executablePath, args: FLAGS.split(" ") };
}

/** A browser of one's own, for what may end it or is measured in it. */
export const launchBrowser = async (): Promise<Browser> => chromium.launch(await settings());

/** A browser that several processes can open pages in. */
export const serveBrowser = async (): Promise<BrowserServer> => chromium.launchServer(await settings());

/** A page that keeps account of what it asked for and what went wrong in it. */
export interface Watched {
  readonly page: Page;
  /** Requests to any place but this machine. */
  readonly abroad: string[];
  /** Errors on the console and exceptions that nobody caught. */
  readonly errors: string[];
}

export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const abroad: string[] = [];
  const errors: string[] = [];
  page.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (!["data:", "blob:"].includes(protocol) && hostname !== "127.0.0.1") abroad.push(request.url());
  });
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(`${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => errors.push(error.stack ?? error.message));
  return { page, abroad, errors };
}

/** Errors in our own code, on pages of which the rest has errors of its own. */
export function ours(errors: readonly string[]): string[] {
  return errors.filter((error) => error.includes("extensions/fall-line"));
}

/** When JupyterLab's splash screen has gone, the long suite takes a picture, for people. */
export async function picture(page: Page, name: string): Promise<void> {
  await page.locator("#jupyterlab-splash").waitFor({ state: "detached" });
  if (!isLong) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}
