import { readFileSync } from "node:fs";
import { extname, join, resolve } from "node:path";
import type { Browser, BrowserContextOptions, Locator } from "playwright-core";
import { inlineFont, styleSheet } from "../../../src/pages/styles.ts";
import { openPage, type Watched } from "./browser.ts";

const projectDir = resolve(import.meta.dirname, "../../..");
export const HOST = "http://127.0.0.1/stand/";

/** A page with one figure on it, drawn by the front end as it is built, without Jupyter. */
export interface Stand extends Watched {
  readonly figure: Locator;
}

export interface StandPage {
  readonly dark?: boolean | undefined;
  /** Free space around the figure, in pixels. */
  readonly padding?: number | undefined;
  /** What lies below the figure, so that the page can be scrolled. */
  readonly below?: string | undefined;
  /** Whether the page withholds answers from the beginning. */
  readonly withheld?: boolean | undefined;
}

export type StandOptions = StandPage & BrowserContextOptions;

/** Opens a page and draws a figure of our own on it. */
export async function openStand(
  browser: Browser,
  specification: unknown,
  { dark, padding, below, withheld, ...options }: StandOptions = {},
): Promise<Stand> {
  const watched = await openPage(browser, options);
  const { page } = watched;
  const html = standPage({ dark, padding, below, withheld });
  await page.route(`${HOST}**`, (route) => route.fulfill(standFile(route.request().url(), html)));
  await page.goto(HOST);
  await draw(watched, specification);
  return { ...watched, figure: page.locator("#figure > *") };
}

/** A page with nothing on it but a place for a figure, and what draws. */
export function standPage({
  dark = false,
  padding = 16,
  below = "",
  withheld = false,
}: StandPage = {}): string {
  return `<!doctype html><html lang="en" data-theme="${dark ? "dark" : "light"}"><meta charset="utf-8"><title>A figure</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="style.css">
<body data-jp-theme-light="${String(!dark)}" style="margin: 0; background: var(--paper)">
<main id="figure" style="padding: ${padding}px" ${withheld ? "data-fall-line-withheld" : ""}></main>${below}
<script type="module">import * as drawing from "./drawing.js"; Object.assign(window, { drawing });</script>`;
}

/** What is found at an address of the stand. */
export function standFile(address: string, html: string): { contentType: string; body: string | Buffer } {
  const [name = ""] = address.slice(HOST.length).split("#");
  if (name === "") return { contentType: "text/html", body: html };
  if (name === "style.css")
    return { contentType: "text/css", body: styleSheet(projectDir, ["theme"], inlineFont) };
  return {
    contentType: TYPES[extname(name)] ?? "application/octet-stream",
    body: readFileSync(join(projectDir, "dist/labextension/static", name)),
  };
}

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".js": "text/javascript",
  ".woff2": "font/woff2",
};

/** Draws a figure in the page, which may have been loaded anew, in the place of the one before. */
export async function draw({ page }: Pick<Watched, "page">, specification: unknown): Promise<void> {
  await page.waitForFunction(() => "drawing" in window);
  await page.evaluate(async (data) => {
    const here = window as unknown as {
      drawing: typeof import("../../../src/frontend/drawing.ts");
      drawn?: { remove(): void };
    };
    const place = document.querySelector<HTMLElement>("#figure")!;
    here.drawn?.remove();
    place.replaceChildren();
    here.drawn = await here.drawing.draw(place, data, true);
    await document.fonts.ready;
  }, specification);
}
