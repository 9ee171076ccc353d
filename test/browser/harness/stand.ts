import { readFileSync } from "node:fs";
import { extname, join, resolve } from "node:path";
import type { Browser, BrowserContextOptions, Locator } from "playwright-core";
import { afterEach, expect } from "vitest";
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

/** What can be changed of a page that is open, and what a page has from its beginning: fingers, a narrow screen. */
export type SharedOptions = StandPage & {
  readonly viewport?: { width: number; height: number };
  readonly reducedMotion?: "reduce" | "no-preference";
  /** The address that it is opened at. */
  readonly at?: string;
  readonly hasTouch?: boolean;
  readonly isMobile?: boolean;
};

/** Draws a figure in the place of the one before; what it shows is as on a page just opened. */
export type Show = (specification: unknown, options?: SharedOptions) => Promise<Stand>;

/** The stands of this process: one for fingers, one for mice. All files of tests draw on them, as what draws takes long to load. */
const lasting = new Map<string, Promise<Stand>>();
let lastingBrowser: Promise<Browser> | undefined;

/**
 * The stands that all files share. Each test leaves no error, and asks for nothing from another machine.
 * @param options what the page has in all tests of the file
 */
export function useStand(options: SharedOptions = {}): { readonly show: Show } {
  const used = new Set<Stand>();
  afterEach(() => {
    const told = [...used].flatMap(({ errors, abroad }) => [...errors.splice(0), ...abroad.splice(0)]);
    expect(told).toEqual([]);
  });
  return {
    async show(specification, its = {}) {
      const all = { ...AT_FIRST, ...options, ...its };
      const stand = await standFor(all);
      used.add(stand);
      const { page } = stand;
      await page.mouse.move(0, 0);
      await page.setViewportSize(all.viewport);
      await page.emulateMedia({ media: null, reducedMotion: all.reducedMotion });
      await page.evaluate(clear, [all.at, standPage(all)] as const);
      await draw(stand, specification);
      return stand;
    },
  };
}

const AT_FIRST = { viewport: { width: 1280, height: 900 }, reducedMotion: "no-preference" } as const;

function standFor({ hasTouch = false, isMobile = false }: SharedOptions): Promise<Stand> {
  const kind = JSON.stringify([hasTouch, isMobile]);
  const stand = lasting.get(kind) ?? openLasting({ hasTouch, isMobile });
  lasting.set(kind, stand);
  return stand;
}

async function openLasting(options: BrowserContextOptions): Promise<Stand> {
  const watched = await openPage(await (lastingBrowser ??= sharedBrowser()), options);
  await watched.page.goto(await serveStand({}));
  return { ...watched, figure: watched.page.locator("#figure > *") };
}

/** In the page: takes away what was drawn, and gives html, body and the place for a figure what a new page has there. */
function clear([address, html]: readonly [string | undefined, string]): void {
  const { last } = window as unknown as Drawing;
  last?.remove();
  const fresh = new DOMParser().parseFromString(html, "text/html");
  for (const place of ["#figure", "#below"])
    document.querySelector(place)!.replaceWith(fresh.querySelector(place)!);
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
<main id="figure" style="padding: ${padding}px" ${withheld ? "data-fall-line-withheld" : ""}></main><div id="below">${below}</div>
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
