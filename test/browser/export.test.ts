import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { all as factories } from "mathjs/number";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ExecutedNotebook, readNotebook } from "../../src/rendering/executed.ts";
import { readCourse } from "../../src/rendering/course.ts";
import { pageFiles, siteWith } from "../../src/pages/export.ts";
import { writeFolder } from "../../src/pages/folder.ts";
import { Previews } from "../../src/pages/preview.ts";
import { raceOfAll } from "../../src/pages/race.ts";
import { firstUnlessLong, isLong } from "../long.ts";
import { faultsOf } from "./harness/axe.ts";
import { openPage, type Watched } from "./harness/browser.ts";
import { complaints, fileUrl, freshFolder, projectDir, ran, seeAll, tooWideTables } from "./harness/pages.ts";
import { sharedBrowser, sharedPage } from "./harness/shared.ts";

/** Of this lesson, one cell of each kind: prose, code, a chart, a table, worked steps, cards, an explorer. */
const LESSON = "03-momentum";
const CELLS = [
  ...[
    "why-does-the-ball-crawl",
    "the-opening",
    "the-problem-a-ball-without-memory",
    "what-the-red-ball-feels",
  ],
  ...[
    "your-guess-how-far",
    "the-idea-and-slide-6",
    "a-ball-on-the-parabola",
    "two-steps-worked",
    "your-guess-a-lasting-slope",
  ],
  ...["an-explorer", "your-turn", "exercise-1-your-answer"],
];
/** This one stands beside it as it is stored. */
const OTHER = "00-start-here";
const course = readCourse(join(projectDir, "notebooks")).filter(({ name }) => [LESSON, OTHER].includes(name));
const site = freshFolder();
let browser: Browser;
let lesson: ExecutedNotebook;

beforeAll(async () => {
  [browser, lesson] = await Promise.all([sharedBrowser(), ran(LESSON, CELLS)]);
  const other = readNotebook(readFileSync(join(projectDir, "notebooks", `${OTHER}.ipynb`), "utf8"));
  const executed = new Map([
    [LESSON, lesson],
    [OTHER, other],
  ]);
  // The reference of the library, which takes long to be read, is on none of these pages.
  const library = { declared: new Map(), pictures: new Map<string, string>() };
  const shown = { race: await raceOfAll(), library, previews: await Previews.in(projectDir) };
  writeFolder(site.folder, "site", siteWith(shown, projectDir, course, executed));
});

afterAll(async () => {
  await browser.close();
  site.remove();
});

async function open(file: string, options: Parameters<typeof sharedPage>[0] = {}): Promise<Watched> {
  const watched = await sharedPage(options);
  await watched.page.goto(fileUrl(site.folder, file));
  return watched;
}

/** How far the heading stands from the top of the page. */
const topOf = (page: Page): Promise<number> =>
  page.locator("h1").evaluate((heading) => heading.getBoundingClientRect().top + scrollY);
const widthOf = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);

describe("a lesson of an exported site, opened from its file", () => {
  let watched: Watched;
  let page: Page;

  beforeAll(async () => {
    watched = await openPage(browser);
    page = watched.page;
    await page.goto(fileUrl(site.folder, `${LESSON}.html`));
  });

  afterAll(() => page.context().close());

  /** A cell of the lesson, which comes alive when it is seen. */
  async function seen(id: string): Promise<Locator> {
    const cell = page.locator(`[data-cell="${LESSON}-${id}"]`);
    await cell.scrollIntoViewIfNeeded();
    return cell;
  }

  test("opens on its question and a figure that plays by itself, above the fold; what draws charts comes apart", async () => {
    const script = readFileSync(join(site.folder, "assets", "page.js"), "utf8");
    expect(script.toLowerCase()).not.toContain("plotly.js v");
    expect(await page.locator("main h1").textContent()).toContain("Why does the ball crawl?");
    const figure = page.locator(`[data-cell="${LESSON}-the-opening"] .live`);
    const box = (await figure.boundingBox())!;
    expect(box.y + box.height).toBeLessThanOrEqual(page.viewportSize()!.height);
    const step = figure.locator(".transport output");
    await expect.poll(() => step.textContent()).toMatch(/^step [1-9]\d? of 50$/);
    await figure.getByRole("button", { name: "to the end" }).click();
    await expect.poll(() => step.textContent()).toBe("step 50 of 50");
    expect(await page.locator('script[src$="charts.js"]').count()).toBe(1);
    const live = (await figure.boundingBox())!;
    expect(live.y).toBe(box.y);
    expect(Math.abs(live.height - box.height)).toBeLessThan(24);
  });

  test("has a script that carries no functions of mathjs but those that are called", () => {
    const script = readFileSync(join(site.folder, "assets", "page.js"), "utf8");
    const made = (name: string): boolean => new RegExp(`["'\`]${name}["'\`]`).test(script);
    expect(["derivative", "parse", "simplifyCore"].filter(made)).toHaveLength(3);
    const others = ["bellNumbers", "catalan", "gcd", "pickRandom", "quantileSeq", "rationalize"];
    const whole = Object.values(factories as unknown as Record<string, { readonly fn: string }>);
    expect(whole.map(({ fn }) => fn)).toEqual(expect.arrayContaining(others));
    expect(others.filter(made)).toEqual([]);
  });

  test("shows every figure, explorer and card alive, without a word to the network or an error", async () => {
    expect(await page.locator("[data-fall-line]").count()).toBeGreaterThan(4);
    await seeAll(page);
    expect(await page.locator(".fall-line-error, .live > .still").count()).toBe(0);
    expect(complaints(watched)).toEqual([]);
  });

  test("folds code that only draws, and opens it for those who want it; code that is the point stands open", async () => {
    const opening = page.locator(`[data-cell="${LESSON}-the-opening"]`);
    const code = opening.locator("pre.code");
    expect(await code.isVisible()).toBe(false);
    await opening.getByText("The code").click();
    expect(await code.isVisible()).toBe(true);
    expect(await page.locator(`[data-cell="${LESSON}-a-ball-on-the-parabola"] > pre.code`).isVisible()).toBe(
      true,
    );
  });

  test("has one edge for prose, code and cards, at every width", async () => {
    await page.setViewportSize({ width: 1500, height: 900 });
    await (await seen("your-guess-how-far")).locator(".fall-line-card").waitFor();
    const right = (selector: string): Promise<number> =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => Math.round(element.getBoundingClientRect().right));
    const edges = async (): Promise<number> => {
      const all = [".cell.markdown", ".cell.code > pre.code", ".fall-line-card"].map(right);
      return new Set(await Promise.all(all)).size;
    };
    await expect.poll(edges).toBe(1);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  test("has a link to each section and to each card, which the keyboard reaches and then is seen", async () => {
    const link = page.getByRole("link", { name: "Link to the card: How far does it get?" });
    const opacity = (): Promise<string> => link.evaluate((element) => getComputedStyle(element).opacity);
    await page.mouse.move(0, 0);
    await expect.poll(opacity).toBe("0");
    await link.focus();
    for (const key of ["Tab", "Shift+Tab"]) await page.keyboard.press(key);
    await expect.poll(opacity).toBe("1");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.url()).toMatch(/#momentum%2Freach$/);
    expect(await page.locator('[id="momentum/reach"] .fall-line-card').count()).toBe(1);
    const headings = await page.locator("main :is(h1, h2, h3)[id]").count();
    expect(await page.locator("main :is(h1, h2, h3)[id] > .anchor").count()).toBe(headings);
  });

  test("opens the explanation of an answer with it, formulas set, and holds no notes for the speaker", async () => {
    const card = (await seen("your-guess-a-lasting-slope")).getByRole("region", {
      name: "A slope that never changes",
    });
    await card.waitFor();
    const explanation = card.getByText("The leaky sum of a constant is a geometric series");
    expect(await explanation.count()).toBe(0);
    await card.locator(".fall-line-option").first().click();
    await explanation.waitFor();
    expect(await card.locator(".katex").count()).toBeGreaterThan(2);
    expect(await page.locator("main").textContent()).not.toContain("Read the two lines aloud");
    expect(Number(await page.locator("html").getAttribute("data-fall-line-open"))).toBe(1);
  });

  test("computes in the page: the explorer, at its start while questions are open, goes a step on", async () => {
    const explorer = (await seen("an-explorer")).locator(".fall-line-explorer");
    const step = explorer.locator(".transport output");
    const map = (await explorer.locator(".map").boundingBox())!;
    expect(Math.min(map.width, map.height)).toBeGreaterThan(200);
    await expect.poll(() => step.textContent()).toBe("step 0 of 50");
    await explorer.locator(".transport").getByRole("button", { name: "one step forward" }).click();
    await expect.poll(() => step.textContent()).toBe("step 1 of 50");
  });

  test("gives a card's feedback, and speaks of no record where none is kept", async () => {
    const card = (await seen("exercise-1-your-answer")).getByRole("region", {
      name: "What is true of momentum?",
    });
    await card.locator('[data-option="c"]').click();
    await expect.poll(() => card.textContent()).toContain("Right.");
    expect(await card.textContent()).not.toContain("recorded");
  });

  test("has no fault that axe-core finds", async () => {
    expect(await faultsOf(page, "html")).toEqual([]);
  });

  test("gives a line of HTML by which another page shows an explorer alone, as it is set, in its frame", async () => {
    const explorer = (await seen("an-explorer")).locator(".fall-line-explorer");
    await explorer.getByLabel("start point").press("Shift+ArrowUp");
    const start = (await explorer.locator(".start").getAttribute("aria-valuetext"))!;
    await explorer.getByText("Share").click();
    await explorer.getByRole("button", { name: "Copy HTML for a page" }).click();
    const line = await explorer.getByLabel("what was copied").inputValue();
    expect(line).toMatch(/^<iframe src="file:[^"]*03-momentum\.html\?only=03-momentum-an-explorer#explore=[^"]*" title="Explorer of [^"]+"/); // prettier-ignore
    const html = `<!doctype html><html lang="en"><title>Another page</title><h1>Another page</h1>${line}`;
    writeFileSync(join(site.folder, "another.html"), html);
    const another = await open("another.html", { reducedMotion: "reduce" });
    const frame = another.page.frameLocator("iframe");
    for (const width of firstUnlessLong([390, 640, 1280])) {
      await another.page.setViewportSize({ width, height: 900 });
      expect(await frame.locator(".start").getAttribute("aria-valuetext")).toBe(start);
      // No question is asked here: nothing is withheld.
      expect(await frame.locator(".transport output").textContent()).toBe("step 50 of 50");
      const fits = (): Promise<boolean> =>
        frame.locator(".curve").evaluate((one) => one.getBoundingClientRect().bottom <= innerHeight);
      await expect.poll(fits).toBe(true);
      expect(await frame.locator("html").evaluate((one) => one.scrollWidth <= innerWidth)).toBe(true);
    }
    const rest = frame.locator(":is(main h1, .bar, .contents, .neighbours, pre.code)");
    expect(await rest.evaluateAll((all) => all.filter((one) => one.checkVisibility()).length)).toBe(0);
    await frame.locator(".start").press("Shift+ArrowDown");
    await expect.poll(() => frame.locator(".start").getAttribute("aria-valuetext")).not.toBe(start);
    expect(await frame.getByRole("link", { name: /Momentum/ }).getAttribute("href")).toBe(fileUrl(site.folder, `${LESSON}.html`)); // prettier-ignore
    await another.page.goto(fileUrl(site.folder, `${LESSON}.html`) + "?only=momentum/reach");
    await another.page.locator(".fall-line-card").waitFor();
    expect(complaints(another)).toEqual([]);
    // In another page's frame the first heading is that page's.
    expect(await faultsOf(another.page, '[data-alone="shown"]')).toEqual([]);
    await another.page.goto(fileUrl(site.folder, `${LESSON}.html`) + `?only=${LESSON}-the-opening`);
    const name = another.page.locator(".main-svg .annotation").filter({ hasText: "minimum" });
    await name.waitFor();
    expect((await name.boundingBox())!.width).toBeGreaterThan(40); // Plotly could measure it.
    await another.page.goto(fileUrl(site.folder, `${LESSON}.html`) + "?only=nothing");
    await another.page.getByText("has nothing named “nothing” to show alone").waitFor();
  });

  test("can be read where no script runs, with still pictures and words for them, and stands where it then stands", async () => {
    const { page: plain } = await open(`${LESSON}.html`, { javaScriptEnabled: false });
    const stills = plain.locator(".live > .still");
    expect(await stills.count()).toBe(await plain.locator("[data-fall-line]").count());
    const figure = plain.locator(".still > img.figure").first();
    await figure.scrollIntoViewIfNeeded();
    expect((await figure.boundingBox())!.width).toBeGreaterThan(300);
    expect((await figure.getAttribute("alt"))!.length).toBeGreaterThan(30);
    expect(await topOf(page)).toBe(await topOf(plain));
  });
});

describe("a lesson on a telephone, in a dark room", () => {
  const viewport = { width: 390, height: 844 };
  let page: Page;

  beforeAll(async () => {
    ({ page } = await open(`${LESSON}.html`, { viewport, colorScheme: "dark", reducedMotion: "reduce" }));
  });

  test("needs no scrolling sideways, and its text stands where it stood before any script had run", async () => {
    const { page: plain } = await open(`${LESSON}.html`, { viewport, javaScriptEnabled: false });
    expect(await topOf(page)).toBe(await topOf(plain));
    await seeAll(page);
    expect(await widthOf(page)).toBeLessThanOrEqual(viewport.width);
  });

  test("is dark where the system is, until it is told otherwise, figures and all; and remembers it", async () => {
    const chart = page.locator(".fall-line-chart").first();
    await chart.locator(".main-svg").first().waitFor();
    expect(await chart.getAttribute("data-theme")).toBe("dark");
    await page.getByRole("button", { name: "Light or dark" }).click();
    await expect.poll(() => chart.getAttribute("data-theme")).toBe("light");
    // What one page of a folder stores reaches another one a moment later, and need not where it is left at once.
    const next = await page.context().newPage();
    const themeOfNextPage = async (): Promise<string | null> => {
      await next.goto(fileUrl(site.folder, "index.html"));
      return next.locator("html").getAttribute("data-theme");
    };
    await expect.poll(themeOfNextPage).toBe("light");
    await next.close();
  });

  test("has no table that is wider than the page", async () => {
    for (const name of [LESSON, OTHER]) {
      await page.goto(fileUrl(site.folder, `${name}.html`));
      expect(await page.locator(".wide").count()).toBeGreaterThan(0);
      expect(await tooWideTables(page), name).toEqual([]);
    }
  });
});

describe("the map of an exported site", () => {
  let page: Page;

  beforeAll(async () => {
    ({ page } = await open("index.html"));
  });

  test("opens with a race that plays, and that rests at its end where less motion is asked for", async () => {
    await page.getByRole("button", { name: "pause" }).waitFor();
    expect(await page.locator(".race [data-state='live'] .chip").count()).toBe(6);
    await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "dark" });
    await page.goto(fileUrl(site.folder, "index.html"));
    await expect.poll(() => page.locator(".transport output").textContent()).toBe("step 60 of 60");
    expect(await page.getByRole("button", { name: "pause" }).count()).toBe(0);
  });

  test("is walked by keys: the first leads past the bar to the text", async () => {
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Skip to the text" });
    expect((await skip.boundingBox())!.x).toBeGreaterThanOrEqual(0);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => document.activeElement?.closest("main")?.id);
    expect(focused).toBe("main");
  });

  test("has no fault that axe-core finds, in the dark too", async () => {
    expect(await page.locator("body").getAttribute("data-jp-theme-light")).toBe("false");
    expect(await faultsOf(page, "html")).toEqual([]);
  });

  test("needs no scrolling sideways on a telephone", async () => {
    await page.setViewportSize({ width: 400, height: 800 });
    await expect.poll(() => widthOf(page)).toBeLessThanOrEqual(400);
  });
});

describe("an exported site", () => {
  let page: Page;

  beforeAll(async () => {
    ({ page } = await sharedPage({ javaScriptEnabled: false }));
  });

  test("has one copy of what draws for all pages", () => {
    expect(readdirSync(join(site.folder, "assets")).sort()).toEqual([
      "charts.js",
      "fonts",
      "page.js",
      "rules.js",
      "search.js",
      "style.css",
    ]);
  });

  test("says what its pages are to those with whom they are shared, with a picture", async () => {
    for (const [file, picture] of [
      ["index.html", "previews/course.png"],
      [`${LESSON}.html`, `previews/${LESSON}.png`],
    ] as const) {
      await page.goto(fileUrl(site.folder, file));
      const said = (name: string): Promise<string | null> =>
        page.locator(`meta[property="og:${name}"]`).getAttribute("content");
      expect(await said("title")).toBe(await page.title());
      expect((await said("description"))!.length).toBeGreaterThan(30);
      expect(await said("image")).toBe(picture);
      await page.goto(fileUrl(site.folder, picture));
      const size = await page
        .locator("img")
        .evaluate((shown: HTMLImageElement) => [shown.naturalWidth, shown.naturalHeight]);
      expect(size).toEqual([1200, 630]);
    }
  });

  test("has links, on every page, that all lead somewhere", async () => {
    for (const file of ["index.html", `${OTHER}.html`, `${LESSON}.html`]) {
      await page.goto(fileUrl(site.folder, file));
      const links = await page
        .locator("a[href]")
        .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
      for (const url of new Set(links)) {
        const { protocol, pathname, hash } = new URL(url);
        if (protocol !== "file:") continue;
        expect(existsSync(decodeURIComponent(pathname)), url).toBe(true);
        if (hash === "") continue;
        const isThere = (id: string): boolean => document.getElementById(id) !== null;
        expect(await page.evaluate(isThere, decodeURIComponent(hash.slice(1))), url).toBe(true);
      }
    }
  });
});

if (isLong)
  describe("a lesson exported as one file", () => {
    const title = "</script><script>window.taken = true</script><img src=x onerror='window.taken = true'>";
    const place = freshFolder();
    let watched: Watched;
    let page: Page;

    beforeAll(async () => {
      const data = {
        "application/vnd.plotly.v1+json": { data: [{ y: [1, 2] }], layout: { title } },
        "text/plain": title,
      };
      const outputs = [{ output_type: "display_data", data }] as const;
      const hostile = { id: "hostile", type: "code", source: "1", metadata: {}, outputs } as const;
      const notebook = { ...lesson, cells: [...lesson.cells, hostile] };
      const files = pageFiles(projectDir, course.slice(1), new Map([[LESSON, notebook]]));
      writeFolder(place.folder, "pages", files);
      watched = await openPage(browser);
      page = watched.page;
      await page.goto(fileUrl(place.folder, `${LESSON}.html`));
    });

    afterAll(() => place.remove());

    test("asks for no other file, and is alive", async () => {
      await page.locator(".fall-line-chart .main-svg").first().waitFor();
      expect(watched.abroad.map((url) => url.split("/").at(-1))).toEqual([`${LESSON}.html`]);
      expect(watched.errors).toEqual([]);
      expect(await page.locator('a[href]:not([href^="https:"], [href^="#"])').count()).toBe(0);
    });

    test("runs nothing that stands in a title", async () => {
      const cell = page.locator('[data-cell="hostile"]');
      await cell.scrollIntoViewIfNeeded();
      await cell.locator(".fall-line-chart .main-svg").first().waitFor();
      expect(await page.evaluate(() => "taken" in window)).toBe(false);
      expect(watched.errors).toEqual([]);
    });
  });
