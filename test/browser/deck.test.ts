import { statSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { picture, type Watched } from "./harness/browser.ts";
import { faultsOf } from "./harness/axe.ts";
import { wordFaults } from "./harness/chart-words.ts";
import { strayNames } from "./harness/curve-names.ts";
import {
  drawn,
  faults,
  faultsOnPaper,
  openDeck,
  position,
  SCREENS,
  smallType,
  writeDeck,
} from "./harness/decks.ts";
import { measured } from "./harness/deck-measure.ts";
import { complaints, freshFolder, ran } from "./harness/pages.ts";
import { sharedBrowser } from "./harness/shared.ts";
import { firstUnlessLong, isLong } from "../long.ts";

const NAME = "03-momentum";
/** A slide with words and code. */
const WORDED = "pays for the root";
/** Cells with a chart, and with a place that is pressed. */
const PRINTED = ["why-does-the-ball-crawl", "the-opening", "your-guess-how-far"];
const place = freshFolder();
let browser: Browser;
let file: string;
let watched: Watched;
let page: Page;

beforeAll(async () => {
  const [launched, lesson] = await Promise.all([sharedBrowser(), ran(NAME)]);
  browser = launched;
  file = writeDeck(place.folder, NAME, lesson);
  watched = await openDeck(browser, file);
  page = watched.page;
});

afterAll(async () => {
  await browser.close();
  place.remove();
});

const slide = (): ReturnType<Page["locator"]> => page.locator("section.slide.present");
const at = async (): Promise<number> => Number((await position(page)).split(" ")[0]);

/** Goes to a slide by its title or number. */
async function goTo(title: string): Promise<void> {
  await page.keyboard.press("g");
  await page.keyboard.type(title);
  await page.keyboard.press("Enter");
  await drawn(page);
}

/** Goes to the first slide of a layout. */
async function goToLayout(layout: string): Promise<void> {
  const number = await page
    .locator("section.slide")
    .evaluateAll((all, kind) => all.findIndex(({ classList }) => classList.contains(kind)) + 1, layout);
  await goTo(String(number));
}

const LAYOUTS = ["question", "figure", "title", "idea", "beside", "words"];

test("a deck is one file of at most 8 MB, with 15 to 30 slides", async () => {
  expect(statSync(file).size).toBeLessThanOrEqual(8_000_000);
  const count = await page.locator("section.slide").count();
  expect(count).toBeGreaterThanOrEqual(15);
  expect(count).toBeLessThanOrEqual(30);
});

test("a slide of each layout is whole; the window may grow", async () => {
  const found: string[] = [];
  for (const screen of SCREENS) {
    await page.setViewportSize(screen);
    for (const layout of screen === SCREENS[0] ? LAYOUTS : firstUnlessLong(LAYOUTS)) {
      await goToLayout(layout);
      found.push(...(await faults(page)), ...(await wordFaults(page)), ...(await smallType(page, 24)));
    }
  }
  await page.setViewportSize(SCREENS[0]);
  expect(found).toEqual([]);
});

test("a map, an explorer and a chart have most of their slide, and few words beside them", async () => {
  for (const title of ["It rolls past", "Plain descent crawls", "Too heavy"]) {
    const numbers = await page
      .locator("section.slide.pictured")
      .evaluateAll((all, words) => all.filter(({ textContent }) => textContent.includes(words)).map((one) => [...document.querySelectorAll("section.slide")].indexOf(one) + 1), title); // prettier-ignore
    expect(numbers, title).not.toEqual([]);
    await goTo(String(numbers.at(-1)!));
    const { share, words } = await measured(page);
    expect(share, title).toBeGreaterThan(0.6);
    expect(words, title).toBeLessThanOrEqual(35);
    expect(await wordFaults(page)).toEqual([]);
  }
});

test("each name at the end of a curve has its own curve nearest to it, or a line that is drawn as that is", async () => {
  const numbers = await page
    .locator("section.slide")
    .evaluateAll((all) =>
      all.flatMap(({ innerHTML }, k) => (innerHTML.includes('"kind":"curves"') ? [k + 1] : [])),
    );
  expect(numbers.length).toBeGreaterThan(3);
  for (const number of numbers) {
    await goTo(String(number));
    await page.keyboard.press("a");
    expect(await strayNames(page)).toEqual([]);
    await page.keyboard.press("a");
  }
});

test("a question of words alone takes its whole slide: its choices go down to the foot", async () => {
  const titles = await page
    .locator("section.slide")
    .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset["title"]));
  await goTo(String(titles.indexOf("A slope that never changes") + 1));
  const left = () =>
    slide().evaluate((one) => {
      const bottomOf = (part: string) => one.querySelector(part)!.getBoundingClientRect().bottom;
      return Math.round(bottomOf(".body") - bottomOf(".choices"));
    });
  await expect.poll(left).toBe(0);
});

test("arrow keys move the pin of a guess and turn no slide, until its answer is shown", async () => {
  const number = await page
    .locator("section.slide")
    .evaluateAll((all) => all.findIndex(({ innerHTML }) => innerHTML.includes('"card-place"')) + 1);
  await goTo(String(number));
  await slide().locator(".fall-line-place").click();
  const spot = (): Promise<string | null> => slide().locator(".pin").getAttribute("aria-valuetext");
  const pressed = await spot();
  await page.keyboard.press("ArrowLeft");
  expect(await spot()).not.toBe(pressed);
  expect(await at()).toBe(number);
  await page.keyboard.press("Space");
  await slide().locator(".pin.set").waitFor();
  await page.keyboard.press("ArrowRight");
  await expect.poll(at).toBe(number + 1);
  await goTo(String(number));
  await page.keyboard.press("a");
});

test.each(firstUnlessLong(LAYOUTS))("axe-core finds no fault with a slide: %s", async (layout) => {
  await goToLayout(layout);
  expect(await faultsOf(page, "section.slide.present")).toEqual([]);
});

test("the figure of the title plays once by itself, then step by step and by key", async () => {
  await goTo("1");
  const step = slide().locator(".transport output");
  await expect.poll(() => step.textContent()).toBe("step 50 of 50");
  await page.keyboard.press("[");
  await expect.poll(() => step.textContent()).toBe("step 49 of 50");
  await page.keyboard.press("]");
  await expect.poll(() => step.textContent()).toBe("step 50 of 50");
});

describe("the keys", () => {
  test("step an explorer on and back", async () => {
    await goTo("Plain descent crawls");
    const step = slide().locator(".transport output");
    // A question of the deck is open still, so it stands at the start.
    expect(await step.textContent()).toBe("step 0 of 50");
    await page.keyboard.press("F10");
    expect(await step.textContent()).toBe("step 1 of 50");
    await page.keyboard.press("[");
    expect(await step.textContent()).toBe("step 0 of 50");
    // A clicker turns the slide while a field of the explorer has the focus.
    await slide().locator("input[type=range]").first().focus();
    const here = await at();
    await page.keyboard.press("PageDown");
    expect(await at()).toBe(here + 1);
  });

  test("change between light and dark, charts with the page", async () => {
    await goTo("1");
    const theme = (): Promise<string | null> =>
      slide().locator(".fall-line-chart").getAttribute("data-theme");
    expect(await theme()).toBe("light");
    await page.keyboard.press("t");
    await expect.poll(theme).toBe("dark");
    await picture(page, "deck-dark");
    await page.keyboard.press("t");
    await expect.poll(theme).toBe("light");
    await picture(page, "deck-light");
  });
});

/** A small deck has them in `deck-parts` and `deck-slide-parts`. */
if (isLong)
  describe("the keys that every deck has", () => {
    test("go on and back, to the first and the last slide, and to one by its number", async () => {
      await goTo("1");
      for (const key of ["PageDown", "ArrowRight"]) await page.keyboard.press(key);
      // The second slide asks, and the next key brings its answer.
      expect(await at()).toBe(2);
      expect(await slide().evaluate(({ classList }) => classList.contains("answered"))).toBe(true);
      await page.keyboard.press("Space");
      expect(await at()).toBe(3);
      for (const key of ["PageUp", "ArrowLeft", "Shift+Space"]) await page.keyboard.press(key);
      expect(await at()).toBe(1);
      await page.keyboard.press("End");
      expect(await at()).toBeGreaterThanOrEqual(15);
      await page.keyboard.press("Home");
      expect(await at()).toBe(1);
      await goTo("7");
      expect(await at()).toBe(7);
    });

    test("count hands, and show and hide the answer", async () => {
      await goTo("What is true of momentum");
      for (const key of ["3", "3", "1", "Shift+Digit1"]) await page.keyboard.press(key);
      await slide().locator(".hand").nth(2).click();
      expect(await slide().locator(".choice output").allTextContents()).toEqual(["0", "0", "3", "0"]);
      const right = slide().locator(".choice.right .reason");
      expect(await right.isVisible()).toBe(false);
      for (const key of ["a", "F3", "F3"]) await page.keyboard.press(key);
      expect(await right.isVisible()).toBe(true);
      await page.keyboard.press("a");
      expect(await right.isVisible()).toBe(false);
    });

    test("show and hide the code", async () => {
      await goTo(WORDED);
      const code = slide().locator(".code-layer");
      expect(await code.isVisible()).toBe(false);
      await page.keyboard.press("c");
      expect(await code.isVisible()).toBe(true);
      expect(await code.locator(".hljs-keyword").count()).toBeGreaterThan(0);
      await page.keyboard.press("F2");
      expect(await code.isVisible()).toBe(false);
    });

    test("make type larger and smaller", async () => {
      await goTo(WORDED);
      const size = (): Promise<number> =>
        slide()
          .locator(".words p")
          .first()
          .evaluate((p) => parseFloat(getComputedStyle(p).fontSize));
      const usual = await size();
      await page.keyboard.press("+");
      await page.keyboard.press("F8");
      expect(await size()).toBeGreaterThan(usual * 1.15);
      for (const key of ["-", "F7", "F7"]) await page.keyboard.press(key);
      expect(await size()).toBeLessThan(usual);
      await page.keyboard.press("+");
      expect(await size()).toBeCloseTo(usual, 1);
    });

    test("open help that names them, and fill the screen", async () => {
      await page.keyboard.press("F1");
      const help = page.locator("dialog");
      for (const words of ["speaker's view", "black screen", "show or hide answers"])
        expect(await help.textContent()).toContain(words);
      await page.keyboard.press("Escape");
      expect(await help.count()).toBe(0);
      await page.keyboard.press("F5");
      await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
      await drawn(page);
      expect(await faults(page)).toEqual([]);
      await page.keyboard.press("f");
      await expect.poll(() => page.evaluate(() => document.fullscreenElement === null)).toBe(true);
    });

    test("open the speaker's view: notes, both slides, a clock, the plan; keys work there too", async () => {
      await goTo("1");
      const [speaker] = await Promise.all([page.waitForEvent("popup"), page.keyboard.press("s")]);
      await expect
        .poll(() => speaker.locator("[data-part=notes]").textContent())
        .toContain("Play the figure");
      const shown = speaker.locator("[data-part=current] .slide");
      expect(await shown.getAttribute("data-title")).toBe(await slide().getAttribute("data-title"));
      expect(await speaker.locator("[data-part=next] .slide").getAttribute("data-title")).toContain(
        "Two slopes",
      );
      expect(await speaker.locator("[data-part=clock]").textContent()).toMatch(/\d+:\d\d/);
      expect(await speaker.locator("[data-part=elapsed]").textContent()).toMatch(/^\d+:\d\d$/);
      expect(await speaker.locator("[data-part=plan]").textContent()).toMatch(/^0:00 to 1:00 of \d+:00$/);
      await speaker.keyboard.press("PageDown");
      await expect.poll(at).toBe(2);
      await expect.poll(() => speaker.locator("[data-part=place]").textContent()).toMatch(/^2 of/);
      await speaker.close();
    });

    test("go on to the very next slide, wherever one has been before", async () => {
      await goTo("9");
      for (const title of ["1", WORDED]) {
        await goTo(title);
        const here = await at();
        await page.keyboard.press("PageDown");
        expect(await at()).toBe(here + 1);
      }
    });

    test("are the deck's again the moment a slide has been chosen", async () => {
      await page.keyboard.press("g");
      await page.keyboard.type("3");
      const isClosed = await page.locator("dialog input").evaluate((input) => {
        input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
        return document.querySelector("dialog") === null && document.activeElement === document.body;
      });
      expect(isClosed).toBe(true);
      expect(await at()).toBe(3);
    });

    test("show what explorers keep to themselves while questions are open", async () => {
      const open = (): Promise<string | null> =>
        page.locator("section.slide").last().getAttribute("data-fall-line-open");
      expect(await open()).toBe("3");
      await goTo("How far does it get");
      await page.keyboard.press("a");
      expect(await open()).toBe("2");
      await page.keyboard.press("e");
      expect(await open()).toBeNull();
      await page.keyboard.press("e");
      expect(await open()).toBe("2");
      await page.keyboard.press("a");
      expect(await open()).toBe("3");
    });

    test("go on below the edge, where larger type has pushed something, before they go to the next slide", async () => {
      await goTo(WORDED);
      const more = page.getByRole("button", { name: "more below" });
      const body = slide().locator(".body").first();
      const left = (): Promise<number> =>
        body.evaluate((one) => one.scrollHeight - one.clientHeight - one.scrollTop);
      expect(await more.isVisible()).toBe(false);
      for (let k = 0; k < 6; k++) await page.keyboard.press("+");
      await more.waitFor();
      const place = await page.locator(".foot .place").textContent();
      while ((await left()) > 1) await page.keyboard.press("PageDown");
      await more.waitFor({ state: "hidden" });
      expect(await page.locator(".foot .place").textContent()).toBe(place);
      await page.keyboard.press("PageDown");
      expect(await page.locator(".foot .place").textContent()).not.toBe(place);
      for (let k = 0; k < 6; k++) await page.keyboard.press("-");
      await goTo(WORDED);
      expect(await body.evaluate((one) => one.scrollTop)).toBe(0);
      expect(await more.isVisible()).toBe(false);
    });

    test("make the screen black, and any key brings the slide back", async () => {
      const black = page.locator(".pause-overlay");
      const before = await position(page);
      for (const key of ["b", "."]) {
        await page.keyboard.press(key);
        await expect.poll(() => black.isVisible()).toBe(true);
        await page.keyboard.press("PageDown");
        await expect.poll(() => black.isVisible()).toBe(false);
      }
      expect(await position(page)).toBe(before);
    });
  });

test("nothing but the file is asked for, and no error is told", () => {
  expect(complaints(watched)).toEqual([]);
});

test("printed, a deck has a page for each slide and each answer, its pictures as large as in a hall and light, and nothing to press", async () => {
  const lesson = await ran(NAME, PRINTED);
  const { page: short } = await openDeck(browser, writeDeck(place.folder, NAME, lesson, { short: true }), { colorScheme: "dark" }); // prettier-ignore
  const slides = short.locator(".slides section.slide");
  const pages = (await slides.count()) + (await slides.filter({ has: short.locator(".reveals") }).count());
  expect(await faultsOnPaper(short)).toEqual([]);
  const answer = short.locator(".paper .answered .fall-line-place");
  expect(await answer.textContent(), "what happens is there to its end").toMatch(/x = \d/);
  expect(await short.locator(".paper .fall-line-chart[data-theme=light]").count()).toBeGreaterThan(0);
  expect(await short.locator(".paper .fall-line-chart[data-theme=dark]").count()).toBe(0);
  const pdf = await short.pdf({ preferCSSPageSize: true, printBackground: true });
  expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(pages);
});
