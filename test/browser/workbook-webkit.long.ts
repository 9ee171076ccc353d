import { By, Key, until, type WebElement } from "selenium-webdriver";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findWebKit } from "../suite/webkit.ts";
import { freshFolder } from "./harness/pages.ts";
import { type DrivenWebKit, launchWebKit } from "./harness/webkit.ts";
import { lessonSite } from "./workbook/lessons.ts";
import { type Served, serveFolder } from "./workbook/server.ts";
import { PATIENCE } from "../patience.ts";

const LESSON = "03-momentum";

describe.skipIf(findWebKit() === undefined)("a lesson in its page, in WebKit", () => {
  const site = freshFolder();
  let served: Served;
  let webkit: DrivenWebKit;

  beforeAll(async () => {
    await lessonSite(site.folder, [LESSON]);
    [webkit, served] = await Promise.all([launchWebKit(), serveFolder(site.folder)]);
    await webkit.driver.get(`${served.address}${LESSON}.html`);
  });

  afterAll(async () => {
    await webkit.close();
    served.close();
    site.remove();
  });

  const find = (css: string): Promise<WebElement> => webkit.driver.findElement(By.css(css));
  /** Clicks in the middle of the window, where no bar lies over it. */
  const click = async (css: string): Promise<void> => {
    const node = await find(css);
    await webkit.driver.executeScript((one: Element) => one.scrollIntoView({ block: "center" }), node);
    await node.click();
  };
  const count = async (css: string): Promise<number> =>
    (await webkit.driver.findElements(By.css(css))).length;
  const press = async (words: string): Promise<void> =>
    webkit.driver.findElement(By.xpath(`//button[normalize-space()="${words}"]`)).click();
  const says = async (css: string, words: RegExp): Promise<void> => {
    const message = `${css} does not say ${String(words)}`;
    await webkit.driver.wait(until.elementTextMatches(await find(css), words), PATIENCE, message);
  };

  test("runs from its first cell to its last, and every figure is drawn", async () => {
    await press("Run all");
    await says(".work-said", /^Running/);
    await says(".work-said", /^Ready$/);
    expect(await count("pre.error")).toBe(0);
    for (const place of await webkit.driver.findElements(By.css("[data-fall-line]"))) {
      await webkit.driver.executeScript((node: Element) => node.scrollIntoView({ block: "center" }), place);
      await webkit.driver.wait(async () => (await place.getAttribute("data-state")) === "live", PATIENCE);
    }
    expect(await count(".fall-line-error")).toBe(0);
  });

  test("records the answer to a card", async () => {
    const card = ".fall-line-card:has(.fall-line-option)";
    await click(`${card} .fall-line-option`);
    await says(card, /Recorded\./);
  });

  test("stops a loop that was written in a cell; the text is there again when the page is", async () => {
    const cell = '[data-cell="03-momentum-what-the-red-ball-feels"]';
    await click(`${cell} pre.code`);
    const editor = await webkit.driver.wait(until.elementLocated(By.css(`${cell} .cm-content`)), PATIENCE);
    const isFocused = (node: Element): boolean => document.activeElement === node;
    await webkit.driver.wait(() => webkit.driver.executeScript<boolean>(isFocused, editor), PATIENCE);
    // Its driver lets go of Control only when it has sent all.
    await editor.sendKeys(Key.chord(Key.CONTROL, "a"));
    await editor.sendKeys("console.log('begun'); for (;;);");
    await editor.sendKeys(Key.chord(Key.CONTROL, Key.ENTER));
    await says(`${cell} .outputs`, /^begun/);
    await press("Stop");
    await says(`${cell} .outputs`, /the cell was stopped/);
    await says(".work-kept", /^Kept/);
    await webkit.driver.navigate().refresh();
    await says(`${cell} pre.code`, /for \(;;\);/);
  });
});
