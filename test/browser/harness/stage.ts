import { build } from "esbuild";
import { join, resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { openPage, type Watched } from "./browser.ts";

const projectDir = resolve(import.meta.dirname, "../../..");
const HOST = "http://127.0.0.1/stage/";

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
  const script = await stageScript();
  await page.route(`${HOST}**`, (route) => {
    const name = route.request().url().slice(HOST.length);
    if (name === "") return route.fulfill({ contentType: "text/html", body: PAGE });
    if (name === "stage.js") return route.fulfill({ contentType: "text/javascript", body: script });
    return route.fulfill({ path: join(projectDir, "dist/labextension/static", name) });
  });
  await page.goto(HOST);
  await page.waitForFunction(() => "show" in window);
  return { ...watched, show: (mimeType, data) => show(page, mimeType, data) };
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
