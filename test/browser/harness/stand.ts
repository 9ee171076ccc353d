import { join, resolve } from "node:path";
import type { Browser, BrowserContextOptions, Locator } from "playwright-core";
import { inlineFont, styleSheet } from "../../../src/pages/styles.ts";
import { openPage, type Watched } from "./browser.ts";

const projectDir = resolve(import.meta.dirname, "../../..");
const HOST = "http://127.0.0.1/stand/";

/** A page with one figure on it, drawn by the front end as it is built, without Jupyter. */
export interface Stand extends Watched {
  readonly figure: Locator;
}

export interface StandOptions extends BrowserContextOptions {
  readonly dark?: boolean;
  /** Free space around the figure, in pixels. */
  readonly padding?: number;
  /** What lies below the figure, so that the page can be scrolled. */
  readonly below?: string;
  /** Whether the page withholds answers from the beginning. */
  readonly withheld?: boolean;
}

/** Opens a page and draws a figure of our own on it. */
export async function openStand(
  browser: Browser,
  specification: unknown,
  { dark = false, padding = 16, below = "", withheld = false, ...options }: StandOptions = {},
): Promise<Stand> {
  const watched = await openPage(browser, options);
  const { page } = watched;
  const html = `<!doctype html><html lang="en" data-theme="${dark ? "dark" : "light"}"><meta charset="utf-8"><title>A figure</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="style.css">
<body data-jp-theme-light="${String(!dark)}" style="margin: 0; background: var(--paper)">
<main id="figure" style="padding: ${padding}px" ${withheld ? "data-fall-line-withheld" : ""}></main>${below}
<script type="module">import * as drawing from "./drawing.js"; Object.assign(window, { drawing });</script>`;
  await page.route(`${HOST}**`, (route) => {
    const [name = ""] = route.request().url().slice(HOST.length).split("#");
    if (name === "") return route.fulfill({ contentType: "text/html", body: html });
    if (name === "style.css")
      return route.fulfill({ contentType: "text/css", body: styleSheet(projectDir, ["theme"], inlineFont) });
    return route.fulfill({ path: join(projectDir, "dist/labextension/static", name) });
  });
  await page.goto(HOST);
  await draw(watched, specification);
  return { ...watched, figure: page.locator("#figure > *") };
}

/** Draws a figure in the page, which may have been loaded anew. */
export async function draw({ page }: Pick<Watched, "page">, specification: unknown): Promise<void> {
  await page.waitForFunction(() => "drawing" in window);
  await page.evaluate(async (data) => {
    const { drawing } = window as unknown as { drawing: typeof import("../../../src/frontend/drawing.ts") };
    await drawing.draw(document.querySelector<HTMLElement>("#figure")!, data, true);
    await document.fonts.ready;
  }, specification);
}
