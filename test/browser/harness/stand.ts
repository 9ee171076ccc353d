import { readFileSync } from "node:fs";
import { extname, join, resolve } from "node:path";
import type { Browser, BrowserContextOptions, Locator } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { inlineFont, styleSheet } from "../../../src/rendering/styles.ts";
import { openPage, type Watched } from "./browser.ts";
import { serve, type Served, TYPES } from "./served.ts";
import { sharedBrowser } from "./shared.ts";

const projectDir = resolve(import.meta.dirname, "../../..");

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
  await page.goto(await serveStand({ dark, padding, below, withheld }));
  await draw(watched, specification);
  return { ...watched, figure: page.locator("#figure > *") };
}

/** A stand that tests share: what it shows is as on a page just opened. */
export interface SharedStand {
  /** Opens a page of its own, for what a page has from its beginning: fingers, another browser. */
  readonly openAlone: (specification: unknown, options?: StandOptions) => Promise<Stand>;
  /** Draws a figure in the place of the one before. */
  readonly show: (specification: unknown, options?: SharedOptions) => Promise<Stand>;
}

/** What can be changed of a page that is open. */
export type SharedOptions = Omit<StandPage, "below"> & {
  readonly viewport?: { width: number; height: number };
  readonly reducedMotion?: "reduce" | "no-preference";
  /** The address that it is opened at. */
  readonly at?: string;
};

/**
 * One browser with one page for all tests of a file. Each test leaves no error, and asks for nothing from another machine.
 * @param options what the page has all the time
 */
export function useStand(options: StandOptions = {}): SharedStand {
  let browser: Browser;
  let shared: Stand | undefined;
  let alone: Stand[] = [];
  beforeAll(async () => {
    browser = await sharedBrowser();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    const stands = shared === undefined ? alone : [shared, ...alone];
    for (const { page } of alone) await page.context().close();
    alone = [];
    expect(stands.flatMap(({ errors, abroad }) => [...errors.splice(0), ...abroad.splice(0)])).toEqual([]);
  });
  return {
    async openAlone(specification, its) {
      const stand = await openStand(browser, specification, its);
      alone.push(stand);
      return stand;
    },
    async show(specification, { at, ...its } = {}) {
      const all = { ...options, reducedMotion: "no-preference" as const, ...its };
      if (shared === undefined) return (shared = await openStand(browser, specification, all));
      const { page } = shared;
      await page.mouse.move(0, 0);
      if (all.viewport) await page.setViewportSize(all.viewport);
      await page.emulateMedia({ reducedMotion: all.reducedMotion });
      await page.evaluate(clear, [at, standPage(all)] as const);
      await draw(shared, specification);
      return shared;
    },
  };
}

/** In the page: takes away what was drawn, and gives html, body and the place for a figure what a new page has there. */
function clear([address, html]: readonly [string | undefined, string]): void {
  const { last } = window as unknown as Drawing;
  last?.remove();
  const fresh = new DOMParser().parseFromString(html, "text/html");
  const place = document.querySelector("#figure")!;
  place.replaceWith(fresh.querySelector("#figure")!);
  for (const part of ["documentElement", "body"] as const)
    for (const { name, value } of fresh[part].attributes) document[part].setAttribute(name, value);
  history.replaceState(null, "", address ?? location.pathname);
  scrollTo(0, 0);
}

interface Drawing {
  readonly drawing: typeof import("../../../src/frontend/drawing.ts");
  last?: { remove: () => void };
}

/** A page with nothing on it but a place for a figure, and what draws. */
function standPage({ dark = false, padding = 16, below = "", withheld = false }: StandPage): string {
  return `<!doctype html><html lang="en" data-theme="${dark ? "dark" : "light"}"><meta charset="utf-8"><title>A figure</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="style.css">
<body data-jp-theme-light="${String(!dark)}" style="margin: 0; background: var(--paper)">
<main id="figure" style="padding: ${padding}px" ${withheld ? "data-fall-line-withheld" : ""}></main>${below}
<script type="module">import * as drawing from "./drawing.js"; Object.assign(window, { drawing });</script>`;
}

let host: Promise<string> | undefined;
const stands: string[] = [];

/** Serves a page that a figure can be drawn in. @returns its address */
export async function serveStand(page: StandPage): Promise<string> {
  const number = stands.push(standPage(page)) - 1;
  return `${await (host ??= serve(fileOf))}${number}/`;
}

/** What is found at an address of a stand. */
function fileOf(path: string): Served {
  const [number, name = ""] = path.split("/");
  if (name === "") return { contentType: "text/html", body: stands[Number(number)]! };
  const contentType = TYPES[extname(name)] ?? "application/octet-stream";
  const body =
    name === "style.css"
      ? (sheet ??= styleSheet(projectDir, ["theme"], inlineFont))
      : readFileSync(join(projectDir, "dist/labextension/static", name));
  return { contentType, body };
}

let sheet: string | undefined;

/** Draws a figure in the page, which may have been loaded anew, in the place of the one before. @param at where, as a selector */
export async function draw(
  { page }: Pick<Watched, "page">,
  specification: unknown,
  at = "#figure",
): Promise<void> {
  await page.waitForFunction(() => "drawing" in window);
  await page.evaluate(
    async ([data, place]) => {
      const here = window as unknown as Drawing;
      const node = document.querySelector<HTMLElement>(place)!;
      if (node.childElementCount > 0) here.last?.remove();
      node.replaceChildren();
      here.last = await here.drawing.draw(node, data, true);
      await document.fonts.ready;
    },
    [specification, at] as const,
  );
}
