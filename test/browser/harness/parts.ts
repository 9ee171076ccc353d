import { join } from "node:path";
import { build } from "esbuild";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { openPage, type Watched } from "./browser.ts";

const HOST = "http://127.0.0.1/parts/";
const PAGE = `<!doctype html><meta charset="utf-8"><title>Parts</title><link rel="icon" href="data:,">
<body data-jp-theme-light="true" data-jp-theme-name="Light" style="--sans: sans-serif"><script src="parts.js"></script>`;

let script: Promise<string> | undefined;

async function scriptOfParts(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, "parts-in-page.ts")],
    write: false,
    bundle: true,
    format: "iife",
    globalName: "parts",
  });
  return outputFiles[0]!.text;
}

/** A page in which `parts` is what `parts-in-page.ts` exports, as it stands in `src/`. */
export async function openParts(browser: Browser, options: BrowserContextOptions = {}): Promise<Watched> {
  const watched = await openPage(browser, options);
  const { page } = watched;
  const body = await (script ??= scriptOfParts());
  await page.route(`${HOST}**`, (route) =>
    route.request().url().endsWith(".js")
      ? route.fulfill({ contentType: "text/javascript", body })
      : route.fulfill({ contentType: "text/html", body: PAGE }),
  );
  await page.goto(HOST);
  return watched;
}
