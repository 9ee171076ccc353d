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
 * @param options as those of a page that is opened: where more differs than size and media, it is another one
 */
export async function sharedPage(options: BrowserContextOptions = {}): Promise<Watched> {
  const { viewport, colorScheme = "light", reducedMotion = "no-preference", ...begins } = options;
  const kind = JSON.stringify(begins);
  const page = pages.get(kind) ?? (lasting ??= sharedBrowser()).then((browser) => openPage(browser, begins));
  pages.set(kind, page);
  const watched = await page;
  await leave(watched);
  await watched.page.mouse.move(0, 0);
  await watched.page.setViewportSize(viewport ?? { width: 1280, height: 900 });
  await watched.page.emulateMedia({ media: null, colorScheme, reducedMotion });
  for (const told of [watched.errors, watched.abroad]) told.length = 0;
  return watched;
}

/** Shows nothing in these pages any more: what they show may go on asking its server. */
export async function leaveSharedPages(): Promise<void> {
  await Promise.all([...pages.values()].map(async (page) => leave(await page)));
}

/** Takes away what a page shows and what was kept by it. */
async function leave({ page }: Watched): Promise<void> {
  const { protocol, origin } = new URL(page.url());
  if (protocol === "about:") return;
  await page.unrouteAll();
  // Files have no origin by which it could be done afterwards.
  if (protocol === "file:") await page.evaluate(() => localStorage.clear());
  await page.goto("about:blank");
  if (protocol === "file:") return;
  const session = await page.context().newCDPSession(page);
  await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
  await session.detach();
}
