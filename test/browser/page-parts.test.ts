import type { Page } from "playwright-core";
import { beforeEach, describe, expect, test } from "vitest";
import { useParts } from "./harness/parts.ts";

declare const parts: typeof import("./harness/page-in-page.ts");

let page: Page;

useParts((opened) => (page = opened), "page-in-page.ts");

beforeEach(async () => {
  await page.evaluate(() => localStorage.clear());
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "no-preference" });
  await page.goto(page.url());
});

test("a page is as the system is, or as it says on its root; on paper it is light", async () => {
  const isLight = () => page.evaluate(() => document.body.dataset["jpThemeLight"]);
  const choose = (theme: string | null) =>
    page.evaluate((one) => {
      if (one === null) delete document.documentElement.dataset["theme"];
      else document.documentElement.dataset["theme"] = one;
    }, theme);
  const say = (name: string) => page.evaluate((type) => dispatchEvent(new Event(type)), name);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.evaluate(() => parts.followTheme());
  expect(await isLight()).toBe("false");
  await page.emulateMedia({ colorScheme: "light" });
  await expect.poll(isLight).toBe("true");
  await choose("dark");
  expect(await isLight()).toBe("false");
  await say("beforeprint");
  expect(await isLight()).toBe("true");
  await say("afterprint");
  expect(await isLight()).toBe("false");
  await page.emulateMedia({ colorScheme: "dark" });
  await choose("light");
  expect(await isLight()).toBe("true");
  await choose(null);
  expect(await isLight()).toBe("false");
});

test("the keyboard reaches what is wider than its column, for as long as it is", async () => {
  await page.evaluate(() => {
    document.body.innerHTML = ["wide", "wide", "other"]
      .map(
        (name) =>
          `<div class="${name}" style="width: 100px; overflow: auto"><p style="width: 100px"></p></div>`,
      )
      .join("");
    document.querySelectorAll("p")[1]!.style.width = "101px";
    document.querySelectorAll("p")[2]!.style.width = "101px";
    parts.reachWide();
  });
  const reached = () =>
    page.locator("body > div").evaluateAll((all) => all.map((one) => one.getAttribute("tabindex")));
  await expect.poll(reached).toEqual([null, "0", null]);
  await page.evaluate(() => {
    document.querySelectorAll("div")[0]!.style.width = "99px";
    document.querySelectorAll("div")[1]!.style.width = "101px";
  });
  await expect.poll(reached).toEqual(["0", null, null]);
});

describe("charts are wanted", () => {
  /** Has the clock of the page stand still, and tells of each thing done whether charts are wanted after it. */
  const wanted = (acts: readonly string[], readyState = "complete") =>
    page.evaluate(
      async ([all, ready]) => {
        const timers = new Map<number, { readonly act: () => void; readonly wait: number }>();
        let count = 0;
        Object.assign(window, {
          setTimeout: (act: () => void, wait: number) => (timers.set(++count, { act, wait }), count),
          clearTimeout: (timer: number) => timers.delete(timer),
        });
        Object.defineProperty(document, "readyState", { value: ready });
        document.body.innerHTML = '<p id="text"></p><p class="chart"><i id="chart"></i></p>';
        const state = { isWanted: false };
        const first = parts.chartsWanted(".chart");
        if (parts.chartsWanted(".other") !== first) throw new Error("they are wanted once");
        void first.then(() => (state.isWanted = true));
        const said: string[] = [];
        for (const one of all) {
          const [type, id] = one.split(" ");
          if (type === "rest") for (const { act } of timers.values()) act();
          else (id === undefined ? window : document.getElementById(id)!).dispatchEvent(new Event(type!, { bubbles: true })); // prettier-ignore
          for (let k = 0; k < 10; k++) await Promise.resolve();
          said.push(
            `${one}: ${state.isWanted ? "wanted" : [...timers].map(([n, { wait }]) => `${wait} #${n}`).join()}`,
          );
        }
        return said;
      },
      [acts, readyState] as const,
    );

  test.each(["pointerdown", "pointerover", "focusin"])(
    "by a %s on one, and on nothing else",
    async (kind) => {
      expect(await wanted([`${kind} text`, kind, `${kind} chart`])).toEqual([
        `${kind} text: 1500 #1`,
        `${kind}: 1500 #1`,
        `${kind} chart: wanted`,
      ]);
    },
  );

  test("when the page has been loaded and not been scrolled for a moment", async () => {
    expect(await wanted(["scroll", "load", "scroll", "scroll", "rest"], "interactive")).toEqual([
      "scroll: ",
      "load: 1500 #1",
      "scroll: 1500 #2",
      "scroll: 1500 #3",
      "rest: wanted",
    ]);
  });
});

describe("the script in the head of a page", () => {
  const KEY = "fall-line-theme";
  /** A page with this script, whose text has been read by the browser. */
  const begin = (html = "<button data-switch-theme></button>") =>
    page.evaluate(async (body) => {
      document.body.innerHTML = body;
      await parts.loadSite();
      dispatchEvent(new Event("DOMContentLoaded"));
    }, html);
  const theme = () => page.evaluate(() => document.documentElement.dataset["theme"] ?? "none");
  const keep = (text: string) => page.evaluate(([key, one]) => localStorage.setItem(key, one), [KEY, text] as const); // prettier-ignore
  const kept = () => page.evaluate((key) => localStorage.getItem(key), KEY);
  const press = () => page.locator("[data-switch-theme]").click();

  test.each([
    ["light", undefined, "none", "dark"],
    ["dark", undefined, "none", "light"],
    ["light", "dark", "dark", "light"],
    ["dark", "light", "light", "dark"],
  ] as const)(
    "where the system is %s and %s was chosen, has the theme %s, and switches to %s",
    async (colorScheme, chosen, before, after) => {
      await page.emulateMedia({ colorScheme });
      if (chosen !== undefined) await keep(chosen);
      await begin();
      expect(await theme()).toBe(before);
      await press();
      expect([await theme(), await kept()]).toEqual([after, after]);
      await press();
      expect(await theme()).not.toBe(after);
    },
  );

  test("switches where nothing can be kept too", async () => {
    await page.evaluate(() => {
      const refuse = (): never => {
        throw new DOMException("no", "SecurityError");
      };
      Object.assign(Storage.prototype, { getItem: refuse, setItem: refuse });
    });
    await begin();
    await press();
    expect(await theme()).toBe("dark");
  });

  const CONTENTS = `<nav class="contents"><details><a href="#a%20b">1</a><a href="#none">2</a><a href="#c">3</a></details></nav>
    <h2 id="a b" style="margin-top: 400px">A</h2><h2 id="c" style="margin: 1000px 0 2000px">C</h2>`;
  const isOpen = () => page.locator("details").evaluate((one) => (one as HTMLDetailsElement).open);
  const current = () =>
    page.locator("[aria-current]").evaluateAll((all) => all.map((one) => `${one.textContent} ${one.ariaCurrent!}`)); // prettier-ignore

  test("opens the contents where they stand beside the text, from 70rem on", async () => {
    for (const [width, expected] of [
      [1119, false],
      [1120, true],
    ] as const) {
      await page.setViewportSize({ width, height: 2000 });
      await page.goto(page.url());
      await begin(CONTENTS);
      expect([await isOpen(), await current()], String(width)).toEqual([expected, ["1 location"]]);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  test("marks the section that is read: the last whose heading is in the upper third, or above", async () => {
    await begin(CONTENTS);
    expect(await current()).toEqual([]);
    /** Scrolls so that a heading stands at this height. */
    const scroll = (id: string, top: number) =>
      page.evaluate(
        ([name, height]) => scrollBy(0, document.getElementById(name)!.getBoundingClientRect().top - height),
        [id, top] as const,
      );
    await scroll("a b", 299);
    await expect.poll(current).toEqual(["1 location"]);
    await scroll("c", 301);
    await scroll("c", 299);
    await expect.poll(current).toEqual(["3 location"]);
    await scroll("c", 300);
    await expect.poll(current).toEqual(["1 location"]);
    await scroll("a b", 300);
    await expect.poll(current).toEqual([]);
  });

  test("leaves a page without contents or a switch as it is", async () => {
    await begin("<p>Text</p>");
    expect(await page.locator("body").innerHTML()).toBe("<p>Text</p>");
  });
});
