import { type Browser, type BrowserContextOptions, chromium } from "playwright-core";
import { inject } from "vitest";
import { openPage, type Watched } from "./browser.ts";

/** The Chromium that all files share. To close it closes what was opened in it by who asked for it, and nothing else. */
export const sharedBrowser = (): Promise<Browser> => chromium.connect(inject("chromium"));

let lasting: Promise<Browser> | undefined;
const pages = new Map<string, Promise<Watched>>();

/**
 * A page that the files of tests in this process use one after another, as if it had just been opened: one that is new costs a
 * process, in which every script is compiled anew. Who sets its clock, or shows something to all its documents, opens one instead.
 * @param options what it has from its beginning: where more than its size differs, there is another page
 */
export async function sharedPage(options: BrowserContextOptions = {}): Promise<Watched> {
  const { viewport, ...begins } = options;
  const kind = JSON.stringify(begins);
  const page = pages.get(kind) ?? (lasting ??= sharedBrowser()).then((browser) => openPage(browser, begins));
  pages.set(kind, page);
  const watched = await page;
  await asOpened(watched);
  await watched.page.setViewportSize(viewport ?? { width: 1280, height: 900 });
  return watched;
}

async function asOpened({ page, errors, abroad }: Watched): Promise<void> {
  const { origin } = new URL(page.url());
  await page.unrouteAll();
  await page.goto("about:blank");
  if (origin !== "null") {
    const session = await page.context().newCDPSession(page);
    await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
    await session.detach();
  }
  await page.emulateMedia({ media: null, colorScheme: "light", reducedMotion: "no-preference" });
  await page.mouse.move(0, 0);
  for (const told of [errors, abroad]) told.length = 0;
}
