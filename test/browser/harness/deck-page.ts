import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { openPage, type Watched } from "./browser.ts";
import { serve } from "./served.ts";

const projectDir = resolve(import.meta.dirname, "../../..");
const SHEETS = ["deck", "layouts", "question", "around", "workbench", "speaker", "print"];

/** Stands in for what draws: it keeps account of what it is given, and shows a bar as explorers and films have. */
const DRAWING = `
window.drawn = [];
window.removed = [];
globalThis[Symbol.for("fall-line.deck-drawing")] = {
  isChart: (data, isSpecification) => data.kind !== "explorer" && (isSpecification || "layout" in data),
  figureFromSpecification: ({ kind, options }) => ({
    data: [], layout: { title: { text: kind }, xaxis: { range: [0, 10] }, yaxis: { range: [0, 5] }, meta: options },
    frames: [{ name: "0" }], config: {},
  }),
  async draw(figure, data, isLive) {
    await new Promise((done) => setTimeout(done));
    window.drawn.push({ data, isLive, isOutOfSight: figure.closest(".workshop") !== null });
    figure.textContent = "half of it";
    if (data.fails) throw new Error("no such surface");
    figure.innerHTML = '<div class="transport"><button aria-label="one step back"></button><button class="play" aria-label="play"></button>' +
      '<button aria-label="one step forward"></button><output></output></div><input type="range" class="knob" max="5" value="5">';
    figure.onclick = ({ target }) => figure.querySelector("output").append(target.ariaLabel ?? target.className, ";");
    return { remove: () => window.removed.push(data) };
  },
};`;

/** Stands in for what changes and runs code. */
const WORKBENCH = `
window.asked = [];
globalThis[Symbol.for("fall-line.deck-workbench")] = (surroundings) => {
  window.surroundings = surroundings;
  return { edit: (id) => window.asked.push("edit " + id), run: (id) => window.asked.push("run " + id) };
};`;

const scripts = new Map<string, Promise<string>>();

/** Where each page has its slides from. */
const addresses = new WeakMap<Page, string>();

/** A script of decks, bundled once. */
function scriptOf(file: string): Promise<string> {
  const script = scripts.get(file) ?? bundled(file);
  scripts.set(file, script);
  return script;
}

async function bundled(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(projectDir, "src/presenting/page", file)],
    write: false,
    bundle: true,
    format: "iife",
  });
  return outputFiles[0]!.text;
}

function page(stacks: readonly (readonly string[])[], css: string, room: object | undefined): string {
  const reveal = readFileSync(join(projectDir, "node_modules/reveal.js/dist/reveal.css"), "utf8");
  const own = [...SHEETS, ...(room === undefined ? [] : ["room"])].map((name) =>
    readFileSync(join(projectDir, "src/presenting/style", `${name}.css`), "utf8"),
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Rolling</title><link rel="icon" href="data:,">
<style>${[reveal.split("@media print")[0], ...own, css].join("\n")}</style>
<div class="reveal"><div class="slides">${stacks.map((stack) => `<section>${stack.join("")}</section>`).join("")}</div></div>
<footer class="foot"><div class="code-foot" hidden></div><span class="place"></span></footer>
${room === undefined ? "" : `<script type="application/json" id="fall-line-room">${JSON.stringify(room).replaceAll("<", "\\u003c")}</script><script src="deck-room.js"></script>`}
<script src="deck.js"></script></html>`;
}

/** The files of a page with these slides, by their names. @param room what the deck knows of a room behind it */
export async function filesOfSlides(
  stacks: readonly (readonly string[])[],
  css = "",
  room?: object,
): Promise<Record<string, string>> {
  return {
    "": page(stacks, css, room),
    "deck.js": await scriptOf("deck.ts"),
    "drawing.js": DRAWING,
    "workbench.js": WORKBENCH,
    ...(room === undefined ? {} : { "deck-room.js": await scriptOf("room/main.ts") }),
  };
}

/** A page with these slides, in stacks, and the script of decks as it stands in `src/`; what draws and runs is a stand-in. */
export async function openSlides(
  browser: Browser,
  stacks: readonly (readonly string[])[],
  css = "",
  options: BrowserContextOptions = {},
): Promise<Watched> {
  const watched = await openPage(browser, { viewport: { width: 1280, height: 720 }, ...options });
  const files = await filesOfSlides(stacks, css);
  const type = (name: string): string => (name === "" ? "text/html" : "text/javascript");
  const address = await serve((name) =>
    Object.hasOwn(files, name) ? { contentType: type(name), body: files[name]! } : undefined,
  );
  addresses.set(watched.page, address);
  await reopen(watched.page);
  return watched;
}

/** The deck from its beginning, or at an address of one of its slides. */
export async function reopen(page: Page, hash = ""): Promise<void> {
  await page.goto("about:blank");
  await page.goto(`${addresses.get(page)!}${hash}`);
  await page.locator("html[data-ready]").waitFor({ state: "attached" });
}

/** Presses keys, one after another. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** What is seen after each of the keys. */
export async function afterEachKey<T>(
  page: Page,
  keys: readonly string[],
  look: () => Promise<T>,
): Promise<T[]> {
  const seen: T[] = [];
  for (const key of keys) {
    await press(page, key);
    seen.push(await look());
  }
  return seen;
}

interface Slide {
  readonly layout?: string;
  readonly minutes?: number;
  readonly body?: string;
  /** Code behind the slide, by the ids of its cells. */
  readonly code?: readonly string[];
  readonly notes?: string;
  readonly hides?: string;
  /** The id of what it asks. */
  readonly question?: string;
}

/** A slide as decks have it. */
export function slide(
  title: string,
  { layout = "words", minutes = 0, body = "", code = [], notes = "", hides, question }: Slide = {},
): string {
  const cells = code.map(
    (id) => `<div class="cell code" data-cell="${id}"><pre class="code" tabindex="0">${id}</pre></div>`,
  );
  const layer = code.length === 0 ? "" : `<div class="code-layer" data-prevent-swipe>${cells.join("")}</div>`;
  return (
    `<section class="slide ${layout}" data-title="${title}" data-minutes="${minutes}"${hides === undefined ? "" : ` data-hides="${hides}"`}${question === undefined ? "" : ` data-question="${question}"`}>` +
    `<div class="body cell"><h2>${title}</h2><div class="laid">${body}</div>${layout === "question" ? '<span class="fragment reveals"></span>' : ""}</div>` +
    `${layer}<aside class="notes">${notes}</aside></section>`
  );
}

/** Choices with a place for hands. */
export const choices = (...texts: readonly string[]): string =>
  `<div class="asking"><ol class="choices">${texts
    .map(
      (text, k) =>
        `<li class="choice"><button type="button" class="hand">${"ABCD"[k]!}</button><div class="text">${text}</div>` +
        '<div class="hands"><output>0</output></div></li>',
    )
    .join("")}</ol></div>`;

/** A place for a figure. */
export const place = (data: object, format = "application/vnd.fall-line+json", size = [558, 465]): string =>
  `<div class="exhibit figure stage" data-width="${size[0]!}" data-height="${size[1]!}"><div class="live" data-fall-line="${format}">` +
  `<img class="still" alt=""><script type="application/json">${JSON.stringify(data)}</script></div></div>`;
