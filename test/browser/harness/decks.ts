import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { readCourse } from "../../../src/pages/course.ts";
import type { ExecutedNotebook } from "../../../src/pages/executed.ts";
import { deckToHtml, type DeckOptions } from "../../../src/presenting/deck.ts";
import { openPage, type Watched } from "./browser.ts";

const projectDir = resolve(import.meta.dirname, "../../..");
/** As they are built: with the text of each solution from before it was translated. */
const { lessonExercises } = (await import(
  /* @vite-ignore */ pathToFileURL(join(projectDir, "dist/index.js")).href
)) as typeof import("fall-line");

/** A slide is 1280 by 720; here it is shown as that, or larger. */
export const SCREENS = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
] as const;

/** Writes the deck of a lesson into a folder; gives its file. */
export function writeDeck(
  folder: string,
  name: string,
  notebook: ExecutedNotebook,
  options: Omit<DeckOptions, "exercises"> = { short: false },
): string {
  const lesson = readCourse(join(projectDir, "notebooks")).find((one) => one.name === name)!;
  const file = join(folder, `${name}${options.short ? "-short" : ""}.html`);
  writeFileSync(
    file,
    deckToHtml(projectDir, lesson, notebook, { ...options, exercises: lessonExercises.all }),
  );
  return file;
}

/** Opens a deck from its file, on its first slide. */
export async function openDeck(
  browser: Browser,
  file: string,
  options: Parameters<typeof openPage>[1] = {},
): Promise<Watched> {
  const watched = await openPage(browser, { viewport: SCREENS[0], ...options });
  await watched.page.goto(pathToFileURL(file).href);
  await watched.page.locator("html[data-ready]").waitFor({ state: "attached" });
  return watched;
}

/** How far a deck has come: its slide, and what has been brought out on it. */
export function position(page: Page): Promise<string> {
  return page.evaluate(() => {
    const place = document.querySelector(".foot .place")!.textContent;
    return `${place}, ${document.querySelectorAll("section.slide.present .fragment.visible").length}`;
  });
}

/** Goes through a deck, key by key, and looks at each slide when all on it is drawn; gives how many there were. */
export async function walk(page: Page, look: (page: Page) => Promise<void>): Promise<number> {
  for (let count = 1; ; count++) {
    await drawn(page);
    await look(page);
    const before = await position(page);
    await page.keyboard.press("PageDown");
    if ((await position(page)) === before) return count;
  }
}

/** Waits until everything on the slide is drawn. */
export async function drawn(page: Page): Promise<void> {
  const waiting = page.locator("section.slide.present [data-fall-line]:not([data-state])");
  await waiting.first().waitFor({ state: "detached" });
}

/** What is wrong with the slide shown, before and after its answer is. */
export async function faults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const slide = document.querySelector<HTMLElement>("section.slide.present")!;
    const found: string[] = [];
    const say = (fault: string): void => {
      found.push(`${slide.dataset["title"]!}: ${fault}`);
    };
    const frame = slide.getBoundingClientRect();
    const isOutside = (element: Element): boolean => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return (
        left < frame.left - 1 || right > frame.right + 1 || top < frame.top - 1 || bottom > frame.bottom + 1
      );
    };
    const { body, layer } = {
      body: slide.querySelector<HTMLElement>(".body")!,
      layer: slide.querySelector<HTMLElement>(".code-layer"),
    };
    for (const state of ["asked", "answered"]) {
      slide.classList.toggle("answered", state === "answered");
      if (body.scrollHeight > body.clientHeight + 1)
        say(`${state}, ${body.scrollHeight - body.clientHeight} too high`);
      if (body.scrollWidth > body.clientWidth + 1)
        say(`${state}, ${body.scrollWidth - body.clientWidth} too wide`);
      if (Array.from(body.children).some(isOutside)) say(`${state}, something is outside`);
      for (const code of slide.querySelectorAll("pre")) {
        const size = parseFloat(getComputedStyle(code).fontSize);
        if (size < 18) say(`code of ${size} pixels`);
      }
      for (const wide of slide.querySelectorAll("pre, .katex-display, .wide")) {
        if (wide.scrollWidth > wide.clientWidth + 1) say(`${state}, a ${wide.className} is too wide`);
      }
    }
    slide.classList.remove("answered");
    if (layer !== null && layer.scrollHeight > layer.clientHeight + 1) say("its code is too high");
    for (const place of slide.querySelectorAll("[data-fall-line]")) {
      const figure = place.querySelector(".fall-line-chart .main-svg, .fall-line-explorer");
      if (figure === null) say("a figure is not drawn");
      else if (isOutside(figure)) say("a figure is outside");
      else if (figure.getBoundingClientRect().width < frame.width * 0.45) say("a figure is small");
      if (place.querySelector(".fall-line-error") !== null) say("a figure shows an error");
    }
    return found;
  });
}
