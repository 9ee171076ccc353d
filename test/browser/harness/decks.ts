import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { readCourse } from "../../../src/rendering/course.ts";
import type { ExecutedNotebook } from "../../../src/rendering/executed.ts";
import { WorkbookParts } from "../../../src/rendering/workbook-parts.ts";
import { deckToHtml, type DeckOptions } from "../../../src/presenting/deck.ts";
import { openPage, type Watched } from "./browser.ts";
import { measured } from "./deck-measure.ts";
import { onPaper, printDeck } from "./paper.ts";

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
  options: Omit<DeckOptions, "exercises" | "workbook"> = { short: false },
): string {
  const notebooks = join(projectDir, "notebooks");
  const library = join(projectDir, "dist", "index.js");
  const workbook = new WorkbookParts({ projectDir, notebooks, library, exercises: {} });
  const lesson = readCourse(notebooks).find((one) => one.name === name)!;
  const file = join(folder, `${name}${options.short ? "-short" : ""}.html`);
  writeFileSync(
    file,
    deckToHtml(projectDir, lesson, notebook, { ...options, workbook, exercises: lessonExercises.all }),
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

/** Goes to a slide by its number. */
export async function goTo(page: Page, slide: number): Promise<void> {
  await page.keyboard.press("g");
  await page.keyboard.type(String(slide));
  await page.keyboard.press("Enter");
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
    const scale = frame.width / 1280;
    const isOutside = (element: Element): boolean => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return (
        left < frame.left - 1 || right > frame.right + 1 || top < frame.top - 1 || bottom > frame.bottom + 1
      );
    };
    const body = slide.querySelector<HTMLElement>(".body")!;
    const layer = slide.querySelector<HTMLElement>(".code-layer");
    const wasAnswered = slide.classList.contains("answered");
    for (const state of ["asked", "answered"]) {
      slide.classList.toggle("answered", state === "answered");
      for (const part of [body, ...body.querySelectorAll<HTMLElement>(".laid, .asking, .idea-formula")]) {
        if (part.scrollHeight > part.clientHeight + 1)
          say(`${state}, ${part.className} is ${part.scrollHeight - part.clientHeight} too high`);
        if (part.scrollWidth > part.clientWidth + 1)
          say(`${state}, ${part.className} is ${part.scrollWidth - part.clientWidth} too wide`);
      }
      if (Array.from(body.children).some(isOutside)) say(`${state}, something is outside`);
      for (const wide of slide.querySelectorAll("pre, .katex-display, .wide, .w-rows")) {
        if (wide.closest(".idea-formula") === null && wide.scrollWidth > wide.clientWidth + 1)
          say(`${state}, a ${wide.className} is ${wide.scrollWidth - wide.clientWidth} too wide`);
      }
    }
    slide.classList.toggle("answered", wasAnswered);
    if (layer !== null && layer.scrollWidth > layer.clientWidth + 1) say("its code is too wide");
    for (const place of slide.querySelectorAll<HTMLElement>("[data-fall-line]")) {
      if (place.getBoundingClientRect().width === 0) continue;
      const figure = place.querySelector(
        ".fall-line-chart .main-svg, .fall-line-explorer, .fall-line-place svg, .fall-line-sketch svg",
      );
      if (figure === null) say("a figure is not drawn");
      else if (isOutside(figure)) say("a figure is outside");
      else if (figure.getBoundingClientRect().width < scale * 500) say("a figure is small");
      if (place.querySelector(".fall-line-error") !== null) say("a figure shows an error");
    }
    return found;
  });
}

/** The text on the slide shown, or on another, that is smaller than it may be, in pixels of a slide; indices of formulas may. */
export async function smallType(
  page: Page,
  least: number,
  which = "section.slide.present",
): Promise<string[]> {
  return page.evaluate(
    ([smallest, selector]) => {
      const slide = document.querySelector<HTMLElement>(selector)!;
      const found = new Set<string>();
      const frame = slide.getBoundingClientRect().width / 1280;
      const scaleOf = (element: Element): number => {
        const text = element.closest("svg") === null ? element : element.closest("svg")!.parentElement!;
        const figure = text.closest<HTMLElement>(".fall-line-figure");
        const own = figure === null ? 1 : Number(/scale\(([\d.]+)\)/.exec(figure.style.transform)?.[1] ?? 1);
        const zoom = text.closest(".fall-line-film") === null ? 1 : 0.58;
        return own * zoom;
      };
      const isIndex = (element: Element): boolean =>
        element.closest("sub, sup, .vlist, .msupsub, .katex-mathml, .unseen") !== null ||
        (element.tagName === "tspan" && element.getAttribute("dy") !== null);
      const wasAnswered = slide.classList.contains("answered");
      for (const answered of [false, true]) {
        slide.classList.toggle("answered", answered);
        const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const parent = node.parentElement!;
          const { width, height } = parent.getBoundingClientRect();
          if (
            node.textContent!.replaceAll("\u200b", "").trim() === "" ||
            width < 2 * frame ||
            height < 2 * frame
          )
            continue;
          if (
            parent.closest("script, style, .notes, .code-layer, option, select") !== null ||
            isIndex(parent)
          )
            continue;
          const style = getComputedStyle(parent);
          if (style.visibility === "hidden" || style.opacity === "0") continue;
          const size = parseFloat(style.fontSize) * scaleOf(parent);
          // What has no size is not shown.
          if (size > 0 && size < smallest - 0.3)
            found.add(`${size.toFixed(1)}: ${node.textContent!.trim().slice(0, 40)}`);
        }
      }
      slide.classList.toggle("answered", wasAnswered);
      return [...found].map((one) => `${slide.dataset["title"]!}: ${one}`);
    },
    [least, which] as const,
  );
}

/** What is wrong with a deck on paper: pictures that have too little of their page, small type, something to press. */
export async function faultsOnPaper(page: Page): Promise<string[]> {
  await printDeck(page);
  // Chips and the start are the key to a map, digits that of a question, and the dot of a guess says where its curve begins.
  const { pressed } = await onPaper(page, ".paper :is(.slide > .body, .fall-line-room, .transport, .numbers)"); // prettier-ignore
  const found = pressed.filter((what) => !/^a hand for \d$/.test(what));
  await page.emulateMedia({ media: "print" });
  const count = await page.locator(".paper > .slide").count();
  for (let k = 1; k <= count; k++) {
    const which = `.paper > .slide:nth-child(${k})`;
    const { title, share } = await measured(page, which);
    if (share !== undefined && share < 0.6) found.push(`${title}: ${share.toFixed(2)}`);
    found.push(...(await smallType(page, 24, which)));
  }
  await page.emulateMedia({ media: null });
  return found;
}
