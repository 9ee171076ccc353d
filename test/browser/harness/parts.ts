import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { openPage, type Watched } from "./browser.ts";
import { serve } from "./served.ts";
import { sharedBrowser, sharedPage } from "./shared.ts";

const PAGE = `<!doctype html><meta charset="utf-8"><title>Parts</title><link rel="icon" href="data:,">
<body data-jp-theme-light="true" data-jp-theme-name="Light" style="--sans: sans-serif"><script src="parts.js"></script>`;

/** All that is in it but what an entry of its own has. */
const ENTRY = "parts-in-page.ts";

/** The kernel of a page, with its worker and its compiler, has tests of its own. */
const withFakeKernel: Plugin = {
  name: "fake kernel",
  setup(bundler) {
    bundler.onResolve({ filter: /\/browser\/page\/page-kernel\.ts$/ }, () => ({
      path: join(import.meta.dirname, "fake-kernel.ts"),
    }));
  },
};

/** The addresses of pages, by the files that they are made of. */
const pages = new Map<string, Promise<string>>();

async function servePage(entry: string): Promise<string> {
  const script = await scriptOf(entry);
  return serve((name) =>
    name === ""
      ? { contentType: "text/html", body: PAGE }
      : name === "parts.js"
        ? { contentType: "text/javascript", body: script }
        : undefined,
  );
}

async function scriptOf(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, entry)],
    write: false,
    bundle: true,
    format: "iife",
    globalName: "parts",
    // Charts and plotly.js are large, and have tests of their own.
    external: ["./chart.ts"],
    alias: { "plotly.js-dist": join(import.meta.dirname, "fake-plotly.ts") },
    define: { FALL_LINE_VERSION: '"1.2.3"' },
    plugins: [withFakeKernel],
  });
  return outputFiles[0]!.text;
}

/** A page in which `parts` is what a file beside this one exports, as it stands in `src/`. */
export async function openParts(
  browser: Browser,
  options: BrowserContextOptions = {},
  entry = ENTRY,
): Promise<Watched> {
  const watched = await openPage(browser, options);
  await watched.page.goto(await addressOf(entry));
  return watched;
}

function addressOf(entry: string): Promise<string> {
  const address = pages.get(entry) ?? servePage(entry);
  pages.set(entry, address);
  return address;
}

/**
 * Such a page for all tests of a file. Each test begins with an empty body, and leaves no error.
 * @param begin takes the page and the account of its errors, and makes what all tests need
 */
export function useParts(begin: (page: Page, errors: string[]) => unknown, entry = ENTRY): void {
  let watched: Watched;
  beforeAll(async () => {
    watched = await sharedPage();
    await watched.page.goto(await addressOf(entry));
    await begin(watched.page, watched.errors);
  });
  useEmptied(() => watched);
}

/** The same with a clock that stands still, at one minute, until it is moved on: it stays in a page, which so is the file's own. */
export function useTimedParts(begin: (page: Page) => unknown): void {
  let browser: Browser;
  let watched: Watched;
  beforeAll(async () => {
    browser = await sharedBrowser();
    watched = await openParts(browser);
    await watched.page.clock.install({ time: 0 });
    await watched.page.clock.pauseAt(60_000);
    await begin(watched.page);
  });
  useEmptied(() => watched);
  afterAll(() => browser.close());
}

function useEmptied(watched: () => Watched): void {
  beforeEach(() => watched().page.evaluate(() => document.body.replaceChildren()));
  afterEach(() => expect(watched().errors.splice(0)).toEqual([]));
}
