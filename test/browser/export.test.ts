import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ExecutedNotebook } from "../../src/pages/executed.ts";
import { readCourse } from "../../src/pages/course.ts";
import { type Executed } from "../../src/pages/execute.ts";
import { pageFiles, siteFiles } from "../../src/pages/export.ts";
import { writeFolder } from "../../src/pages/folder.ts";
import { faultsOf } from "./harness/axe.ts";
import { launchBrowser, openPage, type Watched } from "./harness/browser.ts";
import { complaints, fileUrl, freshFolder, projectDir, run, runText, seeAll } from "./harness/pages.ts";
import { ENGINES } from "./page-kernel/engines.ts";
import { otherThanInNode } from "./page-kernel/same.ts";
import { serveSite } from "./page-kernel/site.ts";

const names = ["00-start-here", "03-momentum"];
const course = readCourse(join(projectDir, "notebooks")).filter(({ name }) => names.includes(name));
const site = freshFolder();
let browser: Browser;
let executed: Executed;

beforeAll(async () => {
  [browser, executed] = await Promise.all([launchBrowser(), run(names)]);
  writeFolder(site.folder, "site", await siteFiles(projectDir, course, executed));
});

afterAll(async () => {
  await browser.close();
  site.remove();
});

async function open(page: string, options: Parameters<typeof openPage>[1] = {}): Promise<Watched> {
  const watched = await openPage(browser, options);
  await watched.page.goto(fileUrl(site.folder, page));
  return watched;
}

describe("an exported site, opened from its files", () => {
  let watched: Watched;
  let page: Page;

  beforeAll(async () => {
    watched = await open("03-momentum.html");
    page = watched.page;
  });

  test("shows every figure, explorer and card alive, without a word to the network or an error", async () => {
    expect(await page.locator("[data-fall-line]").count()).toBeGreaterThan(9);
    await seeAll(page);
    expect(await page.locator(".fall-line-error, .live > .still").count()).toBe(0);
    expect(complaints(watched)).toEqual([]);
  });

  test("has one copy of what draws for all pages", () => {
    expect(readdirSync(join(site.folder, "assets")).sort()).toEqual([
      "charts.js",
      "fonts",
      "page.js",
      "style.css",
    ]);
  });

  test("shows its text without what draws charts, which comes with the first that is touched", async () => {
    const script = readFileSync(join(site.folder, "assets", "page.js"), "utf8");
    expect(script.toLowerCase()).not.toContain("plotly.js v");
    const { page: other } = await open("03-momentum.html");
    const figure = other.locator('[data-cell="03-momentum-the-opening"] .live');
    await figure.scrollIntoViewIfNeeded();
    await figure.dispatchEvent("pointerdown");
    await expect.poll(() => figure.getAttribute("data-state")).toBe("live");
    expect(await other.locator('script[src$="charts.js"]').count()).toBe(1);
    await other.context().close();
  });

  test("folds code that only draws, and opens it for those who want it; code that is the point stands open", async () => {
    const opening = page.locator('[data-cell="03-momentum-the-opening"]');
    const code = opening.locator("pre.code");
    expect(await code.isVisible()).toBe(false);
    await opening.getByText("The code").click();
    expect(await code.isVisible()).toBe(true);
    const { page: other } = await open("00-start-here.html");
    expect(
      await other.locator('[data-cell="00-start-here-a-descent-of-your-own"] > pre.code').isVisible(),
    ).toBe(true);
    await other.context().close();
  });

  test("has one edge for prose, code and cards, at every width", async () => {
    const { page: other } = await open("03-momentum.html", { viewport: { width: 1500, height: 900 } });
    const right = (selector: string): Promise<number> =>
      other
        .locator(selector)
        .first()
        .evaluate((element) => Math.round(element.getBoundingClientRect().right));
    const card = other.locator(".fall-line-card").first();
    await other.locator(".live.card").first().scrollIntoViewIfNeeded();
    await card.waitFor();
    const edges = [".cell.markdown", ".cell.code > pre.code", ".fall-line-card", ".note"].map(right);
    expect(new Set(await Promise.all(edges)).size).toBe(1);
    await other.context().close();
  });

  test("has a link to each section and to each card, which the keyboard reaches and then is seen", async () => {
    const link = page.getByRole("link", { name: "Link to the card: How far does it get?" });
    expect(await link.evaluate((element) => getComputedStyle(element).opacity)).toBe("0");
    await link.focus();
    await expect.poll(() => link.evaluate((element) => getComputedStyle(element).opacity)).toBe("1");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.url()).toMatch(/#momentum%2Ffurthest$/);
    expect(await page.locator('[id="momentum/furthest"] .fall-line-card').count()).toBe(1);
    const headings = await page.locator("main :is(h1, h2, h3)[id]").count();
    expect(await page.locator("main :is(h1, h2, h3)[id] > .anchor").count()).toBe(headings);
  });

  test("opens with a race that plays, and that rests at its end where less motion is asked for", async () => {
    const { page: home } = await open("index.html");
    await home.getByRole("button", { name: "pause" }).waitFor();
    expect(await home.locator(".race [data-state='live'] .rule").count()).toBe(6);
    await home.context().close();
    const { page: calm } = await open("index.html", { reducedMotion: "reduce" });
    await expect.poll(() => calm.locator(".transport output").textContent()).toBe("step 60 of 60");
    expect(await calm.getByRole("button", { name: "pause" }).count()).toBe(0);
    await calm.context().close();
  });

  test("has no fault that axe-core finds, in the light and in the dark", async () => {
    for (const file of ["index.html", "03-momentum.html", "rules.html"]) {
      const { page: other } = await open(file, { reducedMotion: "reduce" });
      await seeAll(other);
      for (const colorScheme of ["light", "dark"] as const) {
        await other.emulateMedia({ colorScheme });
        // A page that draws says on its body which theme it draws for.
        const drawnFor = (): Promise<string | null> =>
          other.locator("body").getAttribute("data-jp-theme-light");
        await expect.poll(drawnFor).not.toBe(String(colorScheme === "dark"));
        expect(await faultsOf(other, "html"), `${file}, ${colorScheme}`).toEqual([]);
      }
      await other.context().close();
    }
  });

  test("says what it is to those with whom a page is shared, with a picture", async () => {
    for (const [file, picture] of [
      ["index.html", "previews/course.png"],
      ["03-momentum.html", "previews/03-momentum.png"],
    ] as const) {
      const { page: other } = await open(file, { javaScriptEnabled: false });
      const said = (name: string): Promise<string | null> =>
        other.locator(`meta[property="og:${name}"]`).getAttribute("content");
      expect(await said("title")).toBe(await other.title());
      expect((await said("description"))!.length).toBeGreaterThan(30);
      expect(await said("image")).toBe(picture);
      await other.goto(fileUrl(site.folder, picture));
      const size = await other
        .locator("img")
        .evaluate((shown: HTMLImageElement) => [shown.naturalWidth, shown.naturalHeight]);
      expect(size).toEqual([1200, 630]);
      await other.context().close();
    }
  });

  test("has links, on every page, that all lead somewhere", async () => {
    for (const file of ["index.html", ...names.map((name) => `${name}.html`)]) {
      const { page: other } = await open(file, { javaScriptEnabled: false });
      const links = await other
        .locator("a[href]")
        .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
      for (const url of new Set(links)) {
        const { protocol, pathname, hash } = new URL(url);
        if (protocol !== "file:") continue;
        expect(existsSync(decodeURIComponent(pathname)), url).toBe(true);
        if (hash === "") continue;
        const isThere = (id: string): boolean => document.getElementById(id) !== null;
        expect(await other.evaluate(isThere, decodeURIComponent(hash.slice(1))), url).toBe(true);
      }
      await other.context().close();
    }
  });

  test("opens the explanation of an answer with it, formulas set, and holds no notes for the speaker", async () => {
    const card = page.locator('.fall-line-card[aria-label="A slope that never changes"]');
    await card.scrollIntoViewIfNeeded();
    const explanation = card.getByText("The leaky sum of a constant is a geometric series");
    expect(await explanation.count()).toBe(0);
    await card.locator(".fall-line-option").first().click();
    await explanation.waitFor();
    expect(await card.locator(".katex").count()).toBeGreaterThan(2);
    expect(await page.locator("main").textContent()).not.toContain("Read the two lines aloud");
    expect(Number(await page.locator("html").getAttribute("data-fall-line-open"))).toBe(3);
  });

  test("computes in the page: the explorer, at its start while questions are open, goes a step on", async () => {
    const explorer = page.locator(".fall-line-explorer").first();
    const step = explorer.locator(".transport output");
    await explorer.scrollIntoViewIfNeeded();
    const map = (await explorer.locator(".map").boundingBox())!;
    expect(Math.min(map.width, map.height)).toBeGreaterThan(200);
    await expect.poll(() => step.textContent()).toBe("step 0 of 50");
    await explorer.locator(".transport").getByRole("button", { name: "one step forward" }).click();
    await expect.poll(() => step.textContent()).toBe("step 1 of 50");
  });

  test("gives a card's feedback, and speaks of no record where none is kept", async () => {
    const card = page.locator('.fall-line-card[aria-label="What is true of momentum?"]');
    await card.scrollIntoViewIfNeeded();
    await card.locator('[data-option="c"]').click();
    await expect.poll(() => card.textContent()).toContain("Right.");
    expect(await card.textContent()).not.toContain("recorded");
  });

  test("is dark where the system is, until it is told otherwise, figures and all; and remembers it", async () => {
    const { page: other } = await open("03-momentum.html", { colorScheme: "dark" });
    const chart = other.locator(".fall-line-chart").first();
    await chart.locator(".main-svg").first().waitFor();
    expect(await chart.getAttribute("data-theme")).toBe("dark");
    await other.getByRole("button", { name: "Light or dark" }).click();
    await expect.poll(() => chart.getAttribute("data-theme")).toBe("light");
    // What one page of a folder stores reaches the next one a moment later.
    const themeOfNextPage = async (): Promise<string | null> => {
      await other.goto(fileUrl(site.folder, "index.html"));
      return other.locator("html").getAttribute("data-theme");
    };
    await expect.poll(themeOfNextPage).toBe("light");
    await other.context().close();
  });

  test("is walked by keys: the first leads past the bar to the text", async () => {
    const { page: other } = await open("index.html");
    await other.keyboard.press("Tab");
    const skip = other.getByRole("link", { name: "Skip to the text" });
    expect((await skip.boundingBox())!.x).toBeGreaterThanOrEqual(0);
    await other.keyboard.press("Enter");
    await other.keyboard.press("Tab");
    const focused = await other.evaluate(() => document.activeElement?.closest("main")?.id);
    expect(focused).toBe("main");
    await other.context().close();
  });

  test("can be read where no script runs, with still pictures and words for them", async () => {
    const { page: other } = await open("03-momentum.html", { javaScriptEnabled: false });
    const stills = other.locator(".live > .still");
    expect(await stills.count()).toBe(await other.locator("[data-fall-line]").count());
    const figure = other.locator(".still > img.figure").first();
    await figure.scrollIntoViewIfNeeded();
    expect((await figure.boundingBox())!.width).toBeGreaterThan(300);
    expect((await figure.getAttribute("alt"))!.length).toBeGreaterThan(30);
    await other.context().close();
  });

  test("keeps its text where it stood before any script had run, at every width", async () => {
    const top = async (width: number, javaScriptEnabled: boolean): Promise<number> => {
      const { page: other } = await open("03-momentum.html", {
        viewport: { width, height: 800 },
        javaScriptEnabled,
      });
      const { y } = (await other.locator("h1").boundingBox())!;
      await other.context().close();
      return y;
    };
    for (const width of [400, 1280]) expect(await top(width, true), `${width}`).toBe(await top(width, false));
  });

  test("needs no scrolling sideways on a telephone", async () => {
    for (const file of ["index.html", "03-momentum.html"]) {
      const other = await open(file, { viewport: { width: 400, height: 800 } });
      await seeAll(other.page);
      expect(await other.page.evaluate(() => document.documentElement.scrollWidth), file).toBeLessThanOrEqual(
        400,
      );
      await other.page.context().close();
    }
  });
});

test("each cell of a lesson shows in a page, in another engine, what it has shown in Node", async () => {
  const [place, engine] = await Promise.all([serveSite(), ENGINES["Firefox"]!()]);
  try {
    const page = await engine.open(place.address);
    expect(await otherThanInNode(page, executed.get("03-momentum")!)).toEqual([]);
    expect(page.errors).toEqual([]);
  } finally {
    await engine.close();
    place.close();
  }
});

test("a lesson with a mistake is not exported: the error names lesson and cell", async () => {
  const kernelspec = { name: "fall-line", display_name: "TypeScript (fall-line)", language: "typescript" };
  const cell = { cell_type: "code", id: "x", source: "undefined!.x", outputs: [], execution_count: null };
  const cells = [{ ...cell, metadata: { title: "The slip" } }];
  const text = JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: { kernelspec }, cells });
  await expect(runText("99-broken", text)).rejects.toThrow(/^Lesson 99-broken, cell "The slip": \w*Error: /);
});

describe("a lesson exported as one file", () => {
  const place = freshFolder();
  const lesson = course.find(({ name }) => name === "03-momentum")!;

  afterAll(() => place.remove());

  async function openAlone(notebook: ExecutedNotebook): Promise<Watched> {
    const files = pageFiles(projectDir, [lesson], new Map([[lesson.name, notebook]]));
    writeFolder(place.folder, "pages", files);
    const watched = await openPage(browser);
    await watched.page.goto(fileUrl(place.folder, `${lesson.name}.html`));
    return watched;
  }

  test("asks for no other file, and is alive", async () => {
    const watched = await openAlone(executed.get(lesson.name)!);
    await watched.page.locator(".fall-line-chart .main-svg").first().waitFor();
    expect(watched.abroad.map((url) => url.split("/").at(-1))).toEqual([`${lesson.name}.html`]);
    expect(watched.errors).toEqual([]);
    expect(await watched.page.locator('a[href]:not([href^="https:"], [href^="#"])').count()).toBe(0);
  });

  test("runs nothing that stands in a title", async () => {
    const title = "</script><script>window.taken = true</script><img src=x onerror='window.taken = true'>";
    const data = {
      "application/vnd.plotly.v1+json": { data: [{ y: [1, 2] }], layout: { title } },
      "text/plain": title,
    };
    const cell = { id: "x", type: "code", source: "1", metadata: {} } as const;
    const watched = await openAlone({
      cells: [{ ...cell, outputs: [{ output_type: "display_data", data }] }],
    });
    await watched.page.locator(".fall-line-chart .main-svg").first().waitFor();
    expect(await watched.page.evaluate(() => "taken" in window)).toBe(false);
    expect(watched.errors).toEqual([]);
  });
});
