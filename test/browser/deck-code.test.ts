import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { faultsOf } from "./harness/axe.ts";
import { type Watched } from "./harness/browser.ts";
import { goTo, openDeck, position, writeDeck } from "./harness/decks.ts";
import { complaints, freshFolder } from "./harness/pages.ts";
import { onPaper, printDeck } from "./harness/paper.ts";
import { sharedBrowser } from "./harness/shared.ts";
import { cell } from "../presenting/cells.ts";

/** The slide with words and code, the one that draws, one that asks, and one whose code stands on code that fails. */
const [COUNT, DRAW, ASK, LATE] = [2, 3, 4, 5];
const place = freshFolder();
let browser: Browser;
let watched: Watched;
let page: Page;

const code = (id: string, source: string, slide: string, tags: readonly string[] = []) => ({
  ...cell("code", source, slide, { tags }),
  id,
});

beforeAll(async () => {
  const cells = [
    cell("markdown", "# Small: a deck", "slide", { tags: ["title"] }),
    code("names", 'import { descend, display, landscape, momentum, parabola } from "fall-line";', "skip"),
    code("size", "const size = 3;", "skip"),
    cell("markdown", "## Count\n\nHow many places has a path?", "slide"),
    {
      ...code(
        "count",
        "const small = descend(parabola, momentum, { start: [1], steps: size });\nsmall.path.length",
        "-",
        ["code"],
      ),
      outputs: [{ output_type: "execute_result", data: { "text/plain": "as it was built" } } as const],
    },
    cell("markdown", "## Draw\n\nA path in a bowl.", "slide"),
    code("draw", 'display(landscape(descend("x^2 + y^2", momentum, { start: [2, 1], steps: size })));', "-", [
      "code",
    ]),
    cell("markdown", "## Ask", "slide"),
    code(
      "ask",
      'import { ask, table } from "fall-line";\nask("momentum/constant", table([{ speed: 7 }]));',
      "-",
      ["code"],
    ),
    code("fails", "const late = missing + 1;", "skip"),
    cell("markdown", "## Late", "slide"),
    code("late", "late + size;", "-", ["code"]),
  ];
  browser = await sharedBrowser();
  watched = await openDeck(browser, writeDeck(place.folder, "03-momentum", { cells }));
  page = watched.page;
});

afterAll(async () => {
  await browser.close();
  place.remove();
});

const layer = (): Locator => page.locator("section.slide.present .code-layer");
const editor = (): Locator => layer().locator(".cm-content");
const outputs = (): Locator => layer().locator(".outputs");
const said = (): Locator => page.locator(".foot .work-said");

/** Writes the code of the slide anew and runs it. */
async function run(text: string): Promise<void> {
  await editor().click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(text);
  await page.keyboard.press("Shift+Enter");
}

describe("the code on a slide of a deck, from its file", () => {
  test("is there to be read, and nothing is loaded for it", async () => {
    await goTo(page, COUNT);
    expect(await page.locator("section.slide.present .body").innerText()).toContain("as it was built");
    expect(await layer().isVisible()).toBe(false);
    expect(await page.evaluate(() => Symbol.for("fall-line.deck-workbench") in globalThis)).toBe(false);
    expect(await page.getByRole("button", { name: "Change and run the code" }).isVisible()).toBe(true);
  });

  test("becomes an editor at Enter, in which the deck's keys are letters, and which Escape leaves", async () => {
    await page.keyboard.press("Enter");
    await editor().and(page.locator(":focus")).waitFor();
    await page.keyboard.press("ControlOrMeta+Home");
    const theme = await page.locator("html").getAttribute("data-theme");
    await page.keyboard.type("// b12tgo. c[]+ ");
    for (const key of ["ArrowRight", "ArrowDown", "End", "Home", "Enter"]) await page.keyboard.press(key);
    expect((await editor().innerText()).replaceAll(/\s/g, "")).toContain("//b12tgo.c[]+");
    expect(await position(page)).toMatch(`${COUNT} /`);
    expect(await page.locator("html").getAttribute("data-theme")).toBe(theme);
    expect(await page.locator("dialog[open], .reveal.paused, .reveal.overview").count()).toBe(0);
    // It will be run soon.
    await expect.poll(() => said().textContent()).toBe("Ready");
    await page.keyboard.press("Escape");
    expect(await editor().and(page.locator(":focus")).count()).toBe(0);
    await page.keyboard.press("Escape");
    expect(await layer().isVisible()).toBe(false);
    await page.keyboard.press("PageDown");
    expect(await position(page)).toMatch(`${DRAW} /`);
    await page.keyboard.press("PageUp");
  });

  test("runs after all code before it, and shows what comes of it", async () => {
    await page.keyboard.press("Enter");
    await run(
      "const small = descend(parabola, momentum, { start: [1], steps: 2 * size });\nsmall.path.length",
    );
    await expect.poll(() => outputs().innerText()).toBe("7");
    await expect.poll(() => said().textContent()).toBe("Ready");
    expect(await faultsOf(page, "section.slide.present, .foot")).toEqual([]);
  });

  test("says what is wrong in words, none smaller than 24 pixels", async () => {
    await run("descend(parabola, momentum, { start: [1], step: 2 })");
    await expect.poll(() => outputs().innerText()).toContain("steps");
    const sizes = await page.evaluate(() =>
      [".cm-scroller", ".terminal.error", ".work-row button", ".work-said", ".work-bar button"].map((one) =>
        parseFloat(
          getComputedStyle(document.querySelector(`.present .code-layer ${one}, .foot ${one}`)!).fontSize,
        ),
      ),
    );
    for (const size of sizes) expect(size).toBeGreaterThanOrEqual(24);
  });

  test("is stopped from the foot, its variables kept", async () => {
    await run("const before = size;\nconsole.log('begun');\nawait new Promise(() => {});");
    await outputs().getByText("begun").waitFor();
    await page.getByRole("button", { name: "Stop" }).click();
    await outputs().locator(".error").waitFor();
    await run("before;");
    await expect.poll(() => outputs().innerText()).toBe("3");
  });

  test("is seen in the speaker's view with what it shows, and printed as it was", async () => {
    await page.keyboard.press("Escape");
    const opened = page.context().waitForEvent("page");
    await page.keyboard.press("s");
    const speaker = await opened;
    await expect.poll(() => speaker.locator("[data-part=current] .outputs").innerText()).toBe("3");
    await speaker.close();
    await printDeck(page);
    const { read } = await onPaper(page, ".paper");
    expect(read).toContain("steps: size");
    expect(read).toContain("as it was built");
  });

  test("runs from the slide at Shift+Enter, and draws beside itself what it draws", async () => {
    await goTo(page, DRAW);
    await page.keyboard.press("Shift+Enter");
    const chart = outputs().locator(".fall-line-chart .main-svg").first();
    await chart.waitFor();
    const box = async (one: Locator) => (await one.boundingBox())!;
    const [drawn, written] = [await box(chart), await box(layer().locator("pre.code"))];
    expect(drawn.x).toBeGreaterThanOrEqual(written.x + written.width);
    expect(drawn.x + drawn.width).toBeLessThanOrEqual(1280);
    expect(complaints(watched)).toEqual([]);
  });

  test("shows what a question of its own reveals, and not the question, which the slide asks", async () => {
    await goTo(page, ASK);
    await page.keyboard.press("Shift+Enter");
    await expect.poll(() => outputs().locator("td").allTextContents()).toEqual(["7"]);
    expect(await outputs().locator("button, .fall-line-card").count()).toBe(0);
  });

  test("shows code of which there is no slide where that has failed, to be changed, put back and begun anew", async () => {
    await goTo(page, LATE);
    await page.keyboard.press("Shift+Enter");
    await page.getByRole("button", { name: "Show it" }).click();
    const cells = layer().locator("[data-cell]");
    const ids = () => cells.evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset["cell"]));
    expect(await ids()).toEqual(["fails", "late"]);
    expect(await cells.first().locator(".error").textContent()).toContain("missing");
    await cells.first().locator("pre.code").click();
    await editor().first().and(page.locator(":focus")).waitFor();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.insertText("const late = siz");
    await page.keyboard.press("Control+Space");
    await page.locator(".cm-tooltip-autocomplete").getByText("size", { exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.insertText("e;");
    await cells.last().getByRole("button", { name: "Run" }).click();
    await expect.poll(() => cells.last().locator(".outputs").innerText()).toContain("6");
    await cells.first().getByRole("button", { name: "Reset this cell" }).click();
    expect(await editor().first().innerText()).toBe("const late = missing + 1;");
    await page.getByRole("button", { name: "Restart" }).click();
    await expect.poll(() => said().textContent()).toContain("Begun anew");
    expect(complaints(watched)).toEqual([]);
  });
});
