import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { afterEachKey, choices, openSlides, press, reopen, slide } from "./harness/deck-page.ts";
import { sharedBrowser } from "./harness/shared.ts";
import { onPaper, printDeck } from "./harness/paper.ts";

const CODE = '<div class="words"><p>Down.</p><pre data-code-of="shown">let x;</pre></div>';
const STACKS = [
  [slide("Rolling", { minutes: 1, notes: "<p>Say <b>hello</b>.</p>" })],
  [
    slide("It falls", { minutes: 2, code: ["fall", "again"], body: CODE }),
    slide("Where does it stop?", {
      ...{ layout: "question", hides: "a/b", code: ["behind"], body: choices("Here.", "There.", "Nowhere.") },
    }),
    slide("Two steps", { minutes: 3, body: '<p>One</p><p class="fragment">Two</p>' }),
  ],
  [slide("How far?", { layout: "question", hides: "a/c", body: choices("Far.") }), slide("It stops")],
];
const CSS = "h2, p { margin: 0; } [data-code-of] { width: 300px; height: 100px; }";

let browser: Browser;
let page: Page;
let errors: string[];
let asked: string[];

beforeAll(async () => {
  browser = await sharedBrowser();
  ({ page, errors } = await openSlides(browser, STACKS, CSS));
  page.on("request", (request) => asked.push(request.url().split("/").at(-1)!));
});
afterAll(() => browser.close());
beforeEach(async () => {
  asked = [];
  await reopen(page);
});
afterEach(() => expect(errors.splice(0)).toEqual([]));

const at = async (): Promise<number> => Number((await page.locator(".foot .place").textContent())!.split(" / 6")[0]); // prettier-ignore
const present = () => page.locator("section.slide.present");
const has = (name: string): Promise<boolean> =>
  present().evaluate((one, kind) => one.classList.contains(kind), name);
const after = <T>(keys: readonly string[], look: () => Promise<T>): Promise<T[]> =>
  afterEachKey(page, keys, look);
const goTo = (number: number): Promise<void> => press(page, "g", String(number), "Enter");
const focused = (): Promise<string> => page.evaluate(() => document.activeElement!.textContent.slice(0, 5));

describe("a deck", () => {
  test("goes on and back by every key for it", async () => {
    const on = ["Space", "ArrowRight", "PageDown", "ArrowDown", "n", "N"];
    const back = ["ArrowLeft", "PageUp", "ArrowUp", "Backspace", "p", "Shift+Space"];
    const both = on.flatMap((key, k) => [key, back[k]!]);
    expect(await after(both, at)).toEqual(on.flatMap(() => [2, 1]));
    expect(await after(["End", "PageDown", "Home", "PageUp"], at)).toEqual([6, 6, 1, 1]);
  });

  test("brings out an answer and what comes later before it goes on, and takes them back", async () => {
    const look = async () => `${await at()} ${await present().locator(".visible").count()} ${await has("answered")}`; // prettier-ignore
    expect(await after(Array<string>(7).fill("n"), look)).toEqual([
      ...["2 0 false", "3 0 false", "3 1 true", "4 0 false", "4 1 false", "5 0 false", "5 1 true"],
    ]);
    expect(await after(["p", "p", "p", "p", "p", "p"], look)).toEqual([
      ...["5 0 false", "4 1 false", "4 0 false", "3 1 true", "3 0 false", "2 0 false"],
    ]);
  });

  test("shows a slide as it was left, wherever one has been since", async () => {
    await goTo(6);
    await goTo(3);
    expect([await at(), await has("answered")]).toEqual([3, false]);
    await press(page, "n");
    expect([await at(), await has("answered")]).toEqual([3, true]);
    await goTo(1);
    expect(await after(["n", "n", "n"], at)).toEqual([2, 3, 4]);
    await press(page, "Home");
    expect(await after(["n", "n"], at)).toEqual([2, 3]);
  });

  test("is opened at the slide that its address names, and fills its window", async () => {
    const length = await page.evaluate(() => history.length);
    await goTo(3);
    await expect.poll(() => new URL(page.url()).hash).toBe("#/1/1");
    expect(await page.evaluate(() => history.length)).toBe(length);
    await reopen(page, "#/1/2");
    expect(await at()).toBe(4);
    const box = () => present().boundingBox();
    expect(await box()).toEqual({ x: 0, y: 0, width: 1280, height: 720 });
    expect(await page.locator(".reveal .controls").isVisible()).toBe(false);
    await page.setViewportSize({ width: 640, height: 400 });
    await expect.poll(box).toEqual({ x: 0, y: 20, width: 640, height: 360 });
    await page.setViewportSize({ width: 1280, height: 720 });
    await expect.poll(box).toEqual({ x: 0, y: 0, width: 1280, height: 720 });
  });

  test("takes the focus from what is on another slide, and from nothing else", async () => {
    await goTo(3);
    await present().locator(".hand").nth(1).focus();
    await press(page, "PageDown");
    expect([await has("answered"), await focused()]).toEqual([true, "B"]);
    await press(page, "PageDown");
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    await goTo(1);
    await page.evaluate(() =>
      document.querySelector<HTMLElement>(".foot .place")!.setAttribute("tabindex", "0"),
    );
    await page.locator(".foot .place").focus();
    await press(page, "n");
    expect(await focused()).toBe("2 / 6");
  });

  test("has fitted all slides soon, those that are not shown too", async () => {
    const fitted = () =>
      page.locator("section.slide").evaluateAll((all) => all.map((one) => (one as HTMLElement).style.getPropertyValue("--fit"))); // prettier-ignore
    await expect.poll(fitted).toEqual(Array(6).fill("1.40"));
    expect(await page.locator(".workshop > .slide").count()).toBe(0);
  });
});

describe("the keys of a deck", () => {
  test("are those that the help lists, and it closes again", async () => {
    for (const key of ["?", "h", "F1"]) {
      await press(page, key);
      expect(await page.locator("dialog h2").textContent()).toBe("Keys");
      // What is below a sheet hears no key.
      await press(page, "n", "PageDown", "1");
      await press(page, "Escape");
      expect([await page.locator("dialog").count(), await at()]).toEqual([0, 1]);
    }
    await press(page, "?");
    const keys = await page.locator("dialog dl").evaluate(
      (list) =>
      [...list.querySelectorAll("dt")].map((term) => `${term.textContent}: ${term.nextElementSibling!.textContent}`), // prettier-ignore
    );
    expect(keys).toHaveLength(28);
    expect(keys[0]).toBe("Space → PageDown: next; a question's answer first, and what larger type has pushed below"); // prettier-ignore
    expect(keys.slice(-3)).toEqual([
      "? H F1: these keys",
      "1 2 3: raise a hand for an option; with Shift, take one back",
      "Ctrl+P: print: a page for each slide, and one for each answer",
    ]);
    await page.locator("dialog dl").click();
    expect(await page.locator("dialog").count()).toBe(1);
    await page.mouse.click(5, 5);
    await expect.poll(() => page.locator("dialog").count()).toBe(0);
  });

  test("are left to the browser with Ctrl, Alt or Meta, and to what has understood them", async () => {
    for (const key of ["Control+n", "Meta+n", "Alt+n", "Control+PageDown"]) await press(page, key);
    const pressed = (init: { readonly key: string }, isTaken = false) =>
      page.evaluate(
        ([given, taken]) => {
          if (taken) document.body.addEventListener("keydown", (one) => one.preventDefault(), { once: true });
          const event = new KeyboardEvent("keydown", { ...given, bubbles: true, cancelable: true });
          document.body.dispatchEvent(event);
          return event.defaultPrevented;
        },
        [init, isTaken] as const,
      );
    expect(await pressed({ key: "q" })).toBe(false);
    expect(await pressed({ key: "Escape" })).toBe(false);
    expect(await pressed({ key: "n" }, true)).toBe(true);
    expect(await at()).toBe(1);
    expect(await pressed({ key: "n" })).toBe(true);
    expect(await at()).toBe(2);
    // A clicker is heard before what would take its keys.
    expect(await pressed({ key: "PageDown" }, true)).toBe(true);
    expect(await at()).toBe(3);
  });

  test("are left to a field or an editor that has the focus, but those of a clicker; to a button those that press it", async () => {
    const kinds = ["input", "select", "textarea", "cm-content", "button", "summary", "a", "span"];
    const heard = await page.evaluate((all) => {
      const { place } = { place: document.querySelector(".foot .place")! };
      const keys = ["n", "Enter", " ", "PageDown", "F10", "Escape"];
      const isHeard = (kind: string, key: string): boolean => {
        const isEditor = kind === "cm-content";
        const node = document.createElement(isEditor ? "div" : kind);
        if (isEditor) node.className = kind;
        if (kind === "a") node.setAttribute("href", "#");
        const inner = node.appendChild(document.createElement("i"));
        place.append(node);
        const dialog = document.body.appendChild(document.createElement("dialog"));
        if (key === "Escape") dialog.showModal();
        const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
        inner.dispatchEvent(event);
        node.remove();
        dialog.remove();
        return event.defaultPrevented;
      };
      return Object.fromEntries(all.map((kind) => [kind, keys.filter((key) => isHeard(kind, key)).join()]));
    }, kinds);
    const field = "PageDown,F10,Escape";
    expect(heard).toEqual({
      ...{ input: field, select: field, textarea: field, "cm-content": field },
      ...{ button: "n,PageDown,F10,Escape", summary: "n,PageDown,F10,Escape", a: "n, ,PageDown,F10,Escape" },
      span: "n,Enter, ,PageDown,F10,Escape",
    });
  });

  test("bring a black screen back, and do no more", async () => {
    const isBlack = (): Promise<boolean> => page.evaluate(() => document.querySelector(".reveal")!.classList.contains("paused")); // prettier-ignore
    expect(await after(["b", "n", ".", "Escape", "b", "b"], isBlack)).toEqual([true, false, true, false, true, false]); // prettier-ignore
    expect(await at()).toBe(1);
  });

  test("raise and take back hands, which are counted by a click too", async () => {
    await goTo(3);
    const hands = async () => {
      const all = await present().locator(".choice").evaluateAll((list) => list.map((one) => `${one.querySelector("output")!.textContent} ${(one as HTMLElement).style.getPropertyValue("--share")}`)); // prettier-ignore
      return all.join(", ");
    };
    expect(await after(["1", "1", "3", "Shift+Digit1", "Alt+Digit3", "Alt+3", "4"], hands)).toEqual([
      "1 1, 0 0, 0 0",
      "2 1, 0 0, 0 0",
      "2 1, 0 0, 1 0.5",
      "1 1, 0 0, 1 1",
      "1 1, 0 0, 0 0",
      "1 1, 0 0, 0 0",
      "1 1, 0 0, 0 0",
    ]);
    await page.evaluate(() => {
      const pressed = { key: "2", code: "Numpad2", bubbles: true };
      for (let k = 0; k < 2; k++) document.body.dispatchEvent(new KeyboardEvent("keydown", pressed));
    });
    const second = present().locator(".hand").nth(1);
    await second.click();
    expect(await hands()).toBe(`1 ${String(1 / 3)}, 3 1, 0 0`);
    await second.click({ modifiers: ["Shift"] });
    await second.click({ button: "right" });
    expect(await hands()).toBe("1 1, 1 1, 0 0");
    await present().locator(".text").first().click();
    expect(await hands()).toBe("1 1, 1 1, 0 0");
    const isOurs = await present().evaluate((one) =>
      [".hand", ".text"].map(
        (part) =>
          !one
            .querySelector(part)!
            .dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, cancelable: true })),
      ),
    );
    expect(isOurs).toEqual([true, false]);
    expect(await hands()).toBe("0 0, 1 1, 0 0");
    await press(page, "1", "Home", "1", "End", "1");
    await goTo(3);
    expect(await hands()).toBe("1 1, 1 1, 0 0");
  });

  test("show answers, and what explorers keep back until then", async () => {
    await goTo(3);
    const openBefore = (at: number) => page.locator("section.slide").nth(at).getAttribute("data-fall-line-open"); // prettier-ignore
    const look = async () => `${await has("answered")} ${await openBefore(-1)}`;
    expect(await look()).toBe("false 2");
    expect([await openBefore(1), await openBefore(3)]).toEqual([null, "1"]);
    expect(await after(["a", "F3", "A", "e", "a", "n", "e", "Home", "a"], look)).toEqual([
      ...["true 1", "false 2", "true 1", "true null", "false null", "true null", "true 1"],
      ...["false 1", "false 1"],
    ]);
    await goTo(3);
    expect(await after(["e", "p", "e"], look)).toEqual(["true null", "false null", "false 2"]);
  });

  test("make it light or dark, and larger or smaller within bounds", async () => {
    const theme = () => page.evaluate(() => `${document.documentElement.dataset["theme"]} ${document.body.dataset["jpThemeLight"]}`); // prettier-ignore
    expect(await after(["t", "t"], theme)).toEqual(["dark false", "light true"]);
    const type = () => page.evaluate(() => `${document.documentElement.style.getPropertyValue("--type")}${document.documentElement.classList.contains("enlarged") ? " enlarged" : ""}`); // prettier-ignore
    const up = ["1.1", "1.2", "1.35", "1.5", "1.75", "2", "2"].map((size) => `${size} enlarged`);
    expect(await after(["+", "=", "F8", "+", "+", "+", "+"], type)).toEqual(up);
    await press(page, "-", "-", "-", "-");
    expect(await after(["_", "F7", "-", "-", "-"], type)).toEqual(["1.1 enlarged", "1", "0.9", "0.8", "0.8"].slice(0)); // prettier-ignore
  });

  test("fill the screen and leave it", async () => {
    const isFull = () => page.evaluate(() => document.fullscreenElement === document.documentElement);
    for (const [key, full] of [
      ["f", true],
      ["F5", false],
    ] as const) {
      // prettier-ignore
      await press(page, key);
      await expect.poll(isFull).toBe(full);
    }
  });
});

describe("the pen", () => {
  const draw = async (x: number): Promise<void> => {
    await page.mouse.move(x, 300);
    await page.mouse.down();
    await page.mouse.move(x + 100, 350);
    await page.mouse.move(x + 100.5, 350);
    await page.mouse.up();
  };
  const strokes = () =>
    page.locator(".ink polyline").evaluateAll((all) => all.map((one) => one.getAttribute("points")));

  test("draws on the slide while it is taken, and takes back stroke by stroke", async () => {
    await draw(100);
    await press(page, "d");
    await draw(200);
    await draw(400);
    expect(await strokes()).toEqual(["200,300 300,350", "400,300 500,350"]);
    await press(page, "z");
    expect(await strokes()).toEqual(["200,300 300,350"]);
    await press(page, "d");
    await draw(600);
    expect(await strokes()).toEqual(["200,300 300,350"]);
  });

  test("leaves nothing on a slide that is left, unless it is kept; a click on an option draws and counts no hand", async () => {
    await press(page, "d");
    await draw(200);
    await press(page, "n", "p");
    expect(await strokes()).toEqual([]);
    await press(page, "k");
    await goTo(3);
    await present().locator(".hand").first().click();
    expect(await present().locator("output").first().textContent()).toBe("0");
    await press(page, "n", "p");
    expect(await strokes()).toHaveLength(1);
  });
});

test("a clock gives the room minute by minute, and goes with its slide", async () => {
  await page.clock.install({ time: 0 });
  await reopen(page);
  await page.clock.pauseAt(60_000);
  const clock = () => page.locator(".countdown").allTextContents();
  expect(await after(["m", "m", "Shift+M"], clock)).toEqual([["1:00 left"], ["2:00 left"], ["1:00 left"]]);
  await page.clock.runFor(50_000);
  expect(await clock()).toEqual(["0:10 left"]);
  await page.clock.runFor(11_000);
  expect(await clock()).toEqual(["time is up"]);
  expect(await after(["m", "Shift+M", "m", "n", "p"], clock)).toEqual([
    ["1:00 left"],
    [],
    ["1:00 left"],
    [],
    [],
  ]);
  await page.clock.resume();
});

describe("the sheets of a deck", () => {
  test("find a slide by its number or words of its title", async () => {
    await press(page, "g");
    const input = page.locator("dialog input");
    const found = () => page.locator("dialog li").allTextContents();
    expect(await found()).toHaveLength(6);
    expect(await input.and(page.locator(":focus")).count()).toBe(1);
    for (const [text, titles] of [
      ["4", ["4  Two steps"]],
      [" it ", ["2  It falls", "3  Where does it stop?", "6  It stops"]],
      ["7", []],
      ["0", []],
    ] as const) {
      await input.fill(text);
      expect(await found()).toEqual(titles);
    }
    await press(page, "Enter");
    expect([await page.locator("dialog").count(), await at()]).toEqual([1, 1]);
    await input.fill("STOP");
    await press(page, "Enter");
    expect([await page.locator("dialog").count(), await at()]).toEqual([0, 3]);
    await press(page, "g");
    await page.locator("dialog li button").nth(4).click();
    expect([await page.locator("dialog").count(), await at()]).toEqual([0, 5]);
  });

  test("show all slides at a glance, of which one is chosen", async () => {
    await goTo(2);
    await press(page, "c", "o");
    const buttons = page.locator("dialog .glance > button");
    expect(await buttons.evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")))).toEqual([
      ...[
        "1: Rolling",
        "2: It falls",
        "3: Where does it stop?",
        "4: Two steps",
        "5: How far?",
        "6: It stops",
      ],
    ]);
    const first = await buttons.first().evaluate((one) => {
      const { classList, inert, style } = one.querySelector<HTMLElement>(".preview > section")!;
      const kept = [style.getPropertyValue("--fit"), style.getPropertyValue("--headline"), style.display];
      return [...classList, inert, ...kept, one.querySelectorAll("[hidden], [aria-hidden], .notes").length, one.lastChild!.textContent]; // prettier-ignore
    });
    expect(first).toEqual(["slide", "words", "airy", "spread", true, "1.40", "1", "", 0, "1"]);
    expect(await buttons.nth(1).locator(".coded").count()).toBe(0);
    const label = () => page.evaluate(() => document.activeElement!.getAttribute("aria-label")!.slice(0, 1));
    expect(await label()).toBe("2");
    await page.locator("dialog .glance").evaluate((one) => (one.style.gridTemplateColumns = "1fr 1fr"));
    const keys = ["ArrowRight", "ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowLeft", "ArrowLeft", "Tab"]; // prettier-ignore
    expect(await after(keys, label)).toEqual(["3", "5", "5", "3", "1", "1", "1", "1", "2"]);
    await press(page, "ArrowDown", "Enter");
    expect([await page.locator("dialog").count(), await at()]).toEqual([0, 4]);
    // The slide itself stands as it was.
    await goTo(2);
    expect(await has("coded")).toBe(true);
  });
});

test("on paper stand all slides as they come to stand, answers after what is asked, and nothing that was done to them", async () => {
  const unasked = await onPaper(page);
  expect(unasked.read).toMatch(/^The slides are being drawn for paper\./);
  await goTo(3);
  await press(page, "1", "n", "+");
  await goTo(2);
  await press(page, "c");
  await expect.poll(() => has("coded")).toBe(true);
  await printDeck(page);
  const pages = page.locator(".paper > .slide");
  expect(await pages.evaluateAll((all) => all.map((one) => `${(one as HTMLElement).dataset["title"]!} ${one.classList.contains("answered")} ${one.lastChild!.textContent}`))).toEqual([
    "Rolling false 1 / 6",
    "It falls false 2 / 6",
    "Where does it stop? false 3 / 6",
    "Where does it stop? true 3 / 6",
    "Two steps false 4 / 6",
    "How far? false 5 / 6",
    "How far? true 5 / 6",
    "It stops false 6 / 6",
  ]); // prettier-ignore
  const { read } = await onPaper(page);
  expect(read).toMatch(/Two$/m);
  expect(read).toContain("Down.");
  expect(read).not.toMatch(/drawn for paper|Keys|say/);
  for (const hidden of ["body > .foot", ".reveal", "dialog", ".code-layer"])
    expect((await onPaper(page, hidden)).read, hidden).toBe("");
  expect(await page.evaluate(() => document.documentElement.classList.contains("enlarged"))).toBe(false);
  expect(await pages.locator(".choice").first().getAttribute("style")).toBeNull();
});
