import { readFileSync } from "node:fs";
import { extname, join, resolve } from "node:path";
import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import { openPage, type Watched } from "./browser.ts";
import { serve, TYPES } from "./served.ts";

const projectDir = resolve(import.meta.dirname, "../../..");

/** What became of a figure on the stage. */
export interface Outcome {
  /** The longest time that the page did not answer, in milliseconds. */
  readonly held: number;
  /** The sentence in its place, or nothing. */
  readonly words: string;
  /** Whether there is a picture to be seen. */
  readonly isSeen: boolean;
  /** Whether there is a chart. */
  readonly isDrawn: boolean;
  /** The markup of what could run, fetch or send: scripts, pictures, links that are code, buttons that share or edit. */
  readonly live: readonly string[];
}

/** A bare page with the front end of JupyterLab's extension in it, for many figures one after another. */
export interface Stage extends Watched {
  show(mimeType: string, data: unknown): Promise<Outcome>;
}

export async function openStage(browser: Browser): Promise<Stage> {
  const watched = await openPage(browser);
  const { page } = watched;
  await page.goto(await (address ??= serveStage()));
  await page.waitForFunction(() => "show" in window);
  return { ...watched, show: (mimeType, data) => show(page, mimeType, data) };
}

let address: Promise<string> | undefined;

async function serveStage(): Promise<string> {
  const script = await stageScript();
  return serve((name) => {
    if (name === "") return { contentType: "text/html", body: PAGE };
    const contentType = TYPES[extname(name)] ?? "application/octet-stream";
    if (name === "stage.js") return { contentType, body: script };
    return { contentType, body: readFileSync(join(projectDir, "dist/labextension/static", name)) };
  });
}

function show(page: Page, mimeType: string, data: unknown): Promise<Outcome> {
  return page.evaluate(
    ([type, json]) =>
      (window as unknown as { show: (type: string, json: string) => Promise<Outcome> }).show(type, json),
    [mimeType, JSON.stringify(data)] as const,
  );
}

const PAGE = '<!doctype html><meta charset="utf-8"><body><script type="module" src="stage.js"></script>';

async function stageScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, "on-stage.ts")],
    write: false,
    bundle: true,
    format: "esm",
    external: ["./drawing.js"],
  });
  return outputFiles[0]!.text;
}
