import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Surroundings } from "../../src/presenting/page/workbench-api.ts";
import { afterEachKey, choices, openSlides, place, press, reopen, slide } from "./harness/deck-page.ts";
import { sharedBrowser } from "./harness/shared.ts";

/** What the stand-ins for what draws and what runs code keep account of. */
interface Account {
  readonly drawn: { data: Record<string, unknown>; isLive: boolean; isOutOfSight: boolean }[];
  readonly removed: unknown[];
  readonly asked: string[];
  readonly surroundings: Surroundings;
}

const PLOTLY = "application/vnd.plotly.v1+json";
let browser: Browser;
let page: Page;
let errors: string[];

const open = async (...[stacks, css]: [string[][], string?]): Promise<void> => {
  ({ page, errors } = await openSlides(browser, stacks, css));
};
beforeAll(async () => {
  browser = await sharedBrowser();
});
afterAll(() => browser.close());
afterEach(() => expect(errors.splice(0)).toEqual([]));

const at = async (): Promise<number> => Number((await page.locator(".foot .place").textContent())!.split(" /")[0]); // prettier-ignore
const goTo = (number: number): Promise<void> => press(page, "g", String(number), "Enter");
const present = () => page.locator("section.slide.present");
const after = <T>(keys: readonly string[], look: () => Promise<T>): Promise<T[]> =>
  afterEachKey(page, keys, look);

describe("the code of slides", () => {
  const shown =
    '<div class="words"><pre data-code-of="two"><b>let two;</b></pre><pre data-code-of="three"><i>let three;</i></pre></div>';
  const asked = () => page.evaluate(() => (window as unknown as Account).asked.splice(0).join());
  /** What is to be seen: the code, and what the foot offers. */
  const look = () =>
    page.evaluate(() =>
      ["section.slide.present .code-layer", ".code-foot", ".way-in"]
        .filter((selector) => document.querySelector(selector)?.checkVisibility({ visibilityProperty: true }))
        .join(),
    );
  const [OUT, WAY] = ["section.slide.present .code-layer,.code-foot", ".way-in"];

  beforeAll(async () => {
    const cells = Array.from({ length: 40 }, (_, k) => `cell-${k}`);
    await open(
      [
        [slide("A", { code: ["one", "two"], body: shown })],
        [slide("B", { code: ["behind"] }), slide("C"), slide("D", { code: cells })],
      ],
      ".slide .code-layer .cell { flex: none; height: 60px; } .code-foot { height: 20px; } pre { margin: 0; height: 50px; width: 200px; }",
    );
  });

  test("is brought out and put back, and what changes it is loaded then, once", async () => {
    const loaded: string[] = [];
    page.on("request", (request) => loaded.push(request.url().split("/").at(-1)!));
    expect(await look()).toBe(WAY);
    expect(await after(["n", "C", "c", "n", "c", "Enter", "Shift+Enter", "Home"], look)).toEqual([
      ...["", OUT, "", "", "", "", "", WAY],
    ]);
    expect(await after(["c", "F2", "F2", "n", "Home"], look)).toEqual([OUT, WAY, OUT, "", OUT]);
    await page.waitForFunction(() => "asked" in window);
    expect(loaded.filter((name) => name === "workbench.js")).toHaveLength(1);
    expect(await asked()).toBe("");
  });

  test("is gone into and run: that on the slide first, and that which is out", async () => {
    await reopen(page);
    await press(page, "Enter");
    expect(await look()).toBe(OUT);
    await expect.poll(asked).toBe("edit two");
    await press(page, "Enter");
    await expect.poll(asked).toBe("edit one");
    await press(page, "Shift+Enter");
    await expect.poll(asked).toBe("run one");
    await press(page, "c", "Shift+Enter");
    await expect.poll(asked).toBe("run two");
    await press(page, "c");
    await page.locator(".way-in").click();
    await expect.poll(asked).toBe("edit two");
    await press(page, "c");
    await page.evaluate(() => getSelection()!.removeAllRanges());
    await present().locator("[data-code-of] b").click();
    await expect.poll(asked).toBe("edit two");
    await press(page, "c");
    await present().locator("[data-code-of] i").click();
    await expect.poll(asked).toBe("edit three");
    await press(page, "c");
    await present().locator("h2").click();
    await present().locator("[data-code-of] b").dblclick();
    // The first click of the two has gone in; the other has chosen a word.
    await expect.poll(asked).toBe("edit two");
  });

  test("is left by Escape: the editor first, then the code", async () => {
    await reopen(page);
    await press(page, "c");
    await present().locator(".code-layer pre").first().focus();
    const isFocused = () => page.evaluate(() => document.activeElement !== document.body);
    expect(await isFocused()).toBe(true);
    expect(
      await after(["Escape", "Escape", "Escape"], async () => [await look(), await isFocused()]),
    ).toEqual([
      ...[[OUT, false], [WAY, false], [WAY, false]], // prettier-ignore
    ]);
  });

  test("is brought into sight from another slide", async () => {
    await goTo(2);
    await press(page, "c");
    await page.waitForFunction(() => "surroundings" in window);
    const parent = await page.evaluate(() => {
      const { surroundings } = window as unknown as Account;
      surroundings.show(document.querySelector('[data-cell="cell-20"]')!);
      return surroundings.foot.className;
    });
    expect([parent, await at(), await look()]).toEqual(["code-foot", 4, OUT]);
    const tops = await present().locator(".code-layer").evaluate((one) => [one.scrollTop, one.querySelector<HTMLElement>('[data-cell="cell-20"]')!.offsetTop]); // prettier-ignore
    expect(tops[0]).toBe(tops[1]);
    expect(tops[0]).toBeGreaterThanOrEqual(20 * 60);
  });

  test("has a sign where it goes on below, which brings more of it up; keys go to the next slide", async () => {
    await reopen(page);
    const sign = page.getByRole("button", { name: "more below ↓" });
    const top = () => present().locator(".code-layer").evaluate((one) => one.scrollTop); // prettier-ignore
    await goTo(4);
    expect(await sign.isVisible()).toBe(false);
    await press(page, "c");
    expect(await sign.isVisible()).toBe(true);
    await press(page, "+");
    const { clientHeight, scrollHeight } = await present().locator(".code-layer").evaluate(({ clientHeight, scrollHeight }) => ({ clientHeight, scrollHeight })); // prettier-ignore
    await sign.click();
    expect(await top()).toBe(clientHeight - 48);
    await page.evaluate(() =>
      document.querySelector("section.slide.present .code-layer")!.scrollTo(0, 99_999),
    );
    await expect.poll(() => sign.isVisible()).toBe(false);
    expect(await top()).toBe(scrollHeight - clientHeight);
    await goTo(1);
    await page.waitForFunction(() => "surroundings" in window);
    await press(page, "c");
    expect(await sign.isVisible()).toBe(false);
    const grown = await page.evaluate(() => {
      const { surroundings } = window as unknown as Account;
      document.querySelector<HTMLElement>("section.slide.present .code-layer .cell")!.style.height = "2000px";
      surroundings.changed();
      return document.querySelector<HTMLElement>(".below")!.hidden;
    });
    expect(grown).toBe(false);
    await press(page, "n");
    expect(await at()).toBe(2);
  });
});

test("what larger type has pushed below is brought up before a deck goes on", async () => {
  const css =
    "h2 { display: none; } .enlarged .tall { height: 1500px; } .enlarged .edge { height: 641px; } .full { height: 700px; }";
  const titles = { A: "tall", B: "edge", C: "full", D: "" };
  await open([Object.entries(titles).map(([title, kind]) => slide(title, { body: `<div class="${kind}"></div>` }))], css); // prettier-ignore
  const look = async () => {
    const top = await present().locator(".body").evaluate((one) => one.scrollTop); // prettier-ignore
    return `${await at()} at ${top}${(await page.locator(".below").isVisible()) ? ", more" : ""}`;
  };
  // A slide has 640 pixels, of which 48 stay in sight.
  expect(await after(["+", "n", "PageDown", "PageUp"], look)).toEqual(["1 at 0, more", "1 at 592, more", "1 at 860", "1 at 860"]); // prettier-ignore
  expect(await after(["+", "n", "n", "n", "n", "p", "p"], look)).toEqual([
    ...["1 at 0, more", "1 at 592, more", "1 at 860", "2 at 0", "3 at 0, more", "2 at 0", "1 at 860"],
  ]);
  await page.addStyleTag({ content: ".enlarged .edge { height: 642px; }" });
  expect(await after(["+", "n", "n", "n", "n", "n"], look)).toEqual([
    ...["1 at 0, more", "1 at 592, more", "1 at 860", "2 at 0, more", "2 at 2", "3 at 0, more"],
  ]);
  await goTo(4);
  expect(await look()).toBe("4 at 0");
  await goTo(1);
  // In the usual type a deck goes on.
  expect(await after(["-", "-", "-", "n", "n", "n"], look)).toEqual([
    ...["1 at 0, more", "1 at 0, more", "1 at 0", "2 at 0", "3 at 0, more", "4 at 0"],
  ]);
});

/** A film of two curves with numbers for names, whose colors are told for dark pages too. */
const NUMBERED = {
  data: [
    ...["#111111", "#222222"].map((color, k) => ({ type: "scatter", mode: "lines", name: String(k + 1), x: [0], y: [k + 1], line: { color } })), // prettier-ignore
    { type: "scatter", mode: "markers", x: [0, 0], y: [1, 2] },
  ],
  layout: {
    xaxis: { range: [0, 1] },
    yaxis: { range: [0, 3] },
    meta: { dark: { "#222222": "#eeeeee" } },
    showlegend: false,
  },
  frames: [{ name: "0", traces: [0, 1, 2], data: [{ x: [0], y: [1] }, { x: [0], y: [2] }, { x: [0, 0], y: [1, 2] }] }], // prettier-ignore
};

/** A curve that a legend names. */
const NAMED = { type: "scatter", mode: "lines+markers", name: "Adam,<br>η = 1", x: [0], y: [0], line: { color: "#111111", dash: "7px,4px" }, marker: { symbol: "square-open" } }; // prettier-ignore

describe("the figures of a deck", () => {
  const drawn = () => page.evaluate(() => (window as unknown as Account).drawn);

  test("come to life on the slide shown and on those near, in the type of slides", async () => {
    const explorer = { kind: "explorer" };
    await open([
      [slide("A", { layout: "title", body: place({ kind: "landscape", options: { levels: 3, view: [[0, 1], [0, 1]] } }, undefined, [1280, 720]) })], // prettier-ignore
      [slide("B", { body: place(explorer) }), slide("C", { body: place({ data: [], layout: { meta: "plain" } }, PLOTLY) })], // prettier-ignore
      [
        slide("D", { body: place({ ...explorer, fails: true }) }),
        slide("E"),
        slide("F"),
        slide("G", { body: place({ kind: "curves" }) }),
        slide("H", { body: place({ kind: "landscape" }) }),
        slide("I", { layout: "title", body: place({ kind: "surface" }) }),
        slide("J"),
        slide("K"),
        slide("L", {
          layout: "question",
          body: `<div class="picture held" data-stops="2.5">${place({ data: [NAMED, { ...NAMED, showlegend: false }], layout: {}, frames: Array.from("012345", (name) => ({ name })) }, PLOTLY)}</div>`,
        }),
        slide("M", {
          layout: "question",
          body: choices("one", "two", "three") + place(NUMBERED, PLOTLY),
        }),
      ],
    ]);
    await expect.poll(async () => (await drawn()).length).toBe(3);
    // What opens, plays.
    await expect.poll(() => page.locator('[data-title="A"] output').textContent()).toBe("play;");
    const [title, live, plain] = await drawn();
    const view = [[0, 1], [0, 1]]; // prettier-ignore
    expect(title).toMatchObject({ isLive: false, isOutOfSight: true, data: { layout: { width: 688, height: 387, meta: { levels: 3, view }, xaxis: { visible: false } } } }); // prettier-ignore
    expect(Object.keys(title!.data)).toEqual(["data", "layout", "frames"]);
    expect(live).toEqual({ isLive: true, isOutOfSight: true, data: explorer });
    expect(plain).toMatchObject({ isLive: false, data: { layout: { width: 300, height: 250, meta: "plain" } } }); // prettier-ignore
    const looks = await page.locator("[data-fall-line]").evaluateAll(
      (all) =>
      all.slice(0, 3).map((one) => {
        const figure = one.querySelector<HTMLElement>(".fall-line-figure")!;
        const { width, transform } = figure.style;
        const size = `${parseFloat(width).toFixed(1)} by ${parseFloat(figure.style.getPropertyValue("--stage-height")).toFixed(1)}`;
        return [(one as HTMLElement).dataset["state"], figure.className, size, transform];
      }), // prettier-ignore
    );
    expect(looks).toEqual([
      ["live", "fall-line-figure opening map", "688.2 by 387.1", "scale(1.86)"],
      ["live", "fall-line-figure", "318.9 by 265.7", "scale(1.75)"],
      ["live", "fall-line-figure", "300.0 by 250.0", "scale(1.86)"],
    ]);
  });

  test("are drawn once; one that cannot be says why", async () => {
    await press(page, "n");
    await page.locator('[data-title="D"] [data-state=live]').waitFor({ state: "attached" });
    expect(await page.locator('[data-title="D"] .fall-line-figure').textContent()).toMatch(/^(?!half).*no such surface/); // prettier-ignore
    await press(page, "Home", "n", "n");
    expect(await drawn()).toHaveLength(4);
    await goTo(8);
    await page.locator('[data-title="G"] [data-state=live]').waitFor({ state: "attached" });
    const [map, opening, curves] = (await drawn()).slice(4);
    expect(opening!.data["layout"]).toMatchObject({ title: { text: "surface" }, margin: { l: 8 } });
    expect(map!.data["layout"]).toMatchObject({ title: { text: "landscape" }, xaxis: { visible: false } });
    expect(map!.data["layout"]).not.toHaveProperty("meta.view");
    expect(curves!.data["frames"]).toEqual([{ name: "0" }]);
    expect(curves!.data["layout"]).toMatchObject({ title: { text: "curves" }, margin: { l: 8, b: 20 } });
    expect(await drawn()).toHaveLength(7);
  });

  test("are moved and played by keys", async () => {
    await goTo(2);
    await press(page, "]", "F10", "[", "F9", "y");
    expect(await present().locator("output").textContent()).toBe("one step forward;one step forward;one step back;one step back;play;"); // prettier-ignore
    await goTo(5);
    await press(page, "]", "y");
  });

  test("are held before an answer, and play on with it; a legend stands below the words", async () => {
    await press(page, "g", "1", "2", "Enter");
    const film = present().locator(".held");
    await film.locator("[data-state=live]").waitFor({ state: "attached" });
    const at = () => film.locator(".knob").inputValue();
    expect(await at()).toBe("2");
    await press(page, "a");
    expect(await film.locator("output").textContent()).toBe("play;");
    await page.emulateMedia({ reducedMotion: "reduce" });
    const states = await afterEachKey(page, ["a", "a"], at);
    expect(states, "without motion it is at its end at once").toEqual(["2", "5"]);
    await page.emulateMedia({ reducedMotion: null });
    expect(await present().locator(".laid .legend li").allTextContents()).toEqual(["Adam, η = 1"]);
    const [line, marker] = await present().locator(".legend path").evaluateAll((all) => all.map((one) => [getComputedStyle(one).color, one.getAttribute("stroke-dasharray"), one.getAttribute("fill")])); // prettier-ignore
    expect([line, marker]).toEqual([["rgb(17, 17, 17)", "7 4", null], ["rgb(17, 17, 17)", null, "none"]]); // prettier-ignore
    await goTo(5);
  });

  test("have the colors of their numbered curves on the digits that one presses", async () => {
    await press(page, "g", "1", "3", "Enter");
    await present().locator("[data-state=live]").waitFor({ state: "attached" });
    const colors = (scheme: string) =>
      page.evaluate((scheme) => {
        document.documentElement.style.colorScheme = scheme;
        const hands = document.querySelectorAll<HTMLElement>("section.slide.present .hand");
        return Array.from(hands, (hand) => hand.style.background && getComputedStyle(hand).backgroundColor);
      }, scheme);
    expect(await colors("light")).toEqual(["rgb(17, 17, 17)", "rgb(34, 34, 34)", ""]);
    expect(await colors("dark")).toEqual(["rgb(17, 17, 17)", "rgb(238, 238, 238)", ""]);
    await colors("");
    await goTo(5);
  });

  test("that code has shown stand beside it, and end with their place", async () => {
    await page.evaluate(() => {
      document.querySelector("section.slide.present .body")!.insertAdjacentHTML("afterend", '<div class="code-layer"></div>'); // prettier-ignore
    });
    await press(page, "c");
    await page.waitForFunction(() => "surroundings" in window);
    const stages = await page.evaluate(() => {
      const { life } = (window as unknown as Account).surroundings;
      const [one, other] = [1, 2].map((n) => life.place("application/vnd.fall-line+json", { kind: "explorer", n })); // prettier-ignore
      const rooms = [one!, other!].map((stage) => {
        const room = document.createElement("div");
        room.append(stage);
        document.querySelector("section.slide.present .code-layer")!.append(room);
        return room;
      });
      Object.assign(window, { rooms });
      return [one!.className, one!.style.cssText, JSON.stringify(one!.dataset)];
    });
    expect(stages).toEqual([
      "exhibit stage",
      "width: 560px; height: 500px;",
      JSON.stringify({ width: "560", height: "500" }),
    ]);
    await present().locator(".code-layer [data-state=live]").nth(1).waitFor();
    const ended = await page.evaluate(async () => {
      const { rooms, surroundings, removed, drawn } = window as unknown as Account & { rooms: HTMLElement[] };
      const place = rooms[0]!.querySelector(".live")!;
      surroundings.life.end(rooms[0]!);
      surroundings.life.end(rooms[0]!);
      await new Promise((done) => setTimeout(done));
      return [place.className, removed, drawn.length];
    });
    expect(ended).toEqual(["live", [{ kind: "explorer", n: 1 }], 11]);
  });
});

describe("the speaker's view", () => {
  let speaker: Page;
  const part = (name: string) => speaker.locator(`[data-part=${name}]`).textContent();
  const times = async () => [await part("elapsed"), await part("plan"), await part("standing"), await part("pause")]; // prettier-ignore
  const openView = async (): Promise<void> => {
    [speaker] = await Promise.all([page.waitForEvent("popup"), press(page, "s")]);
  };
  const titles = async () => {
    const title = (name: string) => speaker.locator(`[data-part=${name}]`).evaluate((one) => (one.querySelector<HTMLElement>(".slide")?.dataset["title"] ?? one.textContent) + (one.querySelector(".answered") ? ", answered" : "")); // prettier-ignore
    return `${await part("place")}: ${await title("current")} - ${await title("next")} - ${await part("notes")}`;
  };
  const none = "There are no notes for this slide.";

  beforeAll(async () => {
    await open([
      [slide("A", { minutes: 1, notes: "<p>Say hello.</p>" })],
      [slide("B", { minutes: 2, code: ["b"] }), slide("C", { layout: "question", body: choices("Yes.") })],
      [slide("D", { minutes: 3, body: '<div style="font: 20px/1 serif"><table><td>1</td></table><div class="told">two<p class="name">3</p></div><output>4</output><button>5</button></div>' })], // prettier-ignore
    ]);
    await page.clock.install({ time: new Date(2024, 4, 5, 15, 4) });
    await reopen(page);
    await page.clock.pauseAt(new Date(2024, 4, 5, 15, 5));
    await openView();
  });

  test("counts from the second slide on, and says how that compares with the plan", async () => {
    expect(await part("clock")).toMatch(/^0?3:05\sPM$/);
    expect(await part("standing")).toBe("starts with the second slide");
    await page.clock.runFor(60_000);
    expect(await times()).toEqual(["0:00", "0:00 to 1:00 of 6:00", "starts with the second slide", "Run"]);
    await press(page, "n");
    await page.clock.runFor(75_000);
    expect(await times()).toEqual(["1:15", "1:00 to 3:00 of 6:00", "on time", "Pause"]);
    await press(page, "n");
    expect(await times()).toEqual(["1:15", "1:00 to 3:00 of 6:00", "on time", "Pause"]);
    await press(page, "Home");
    await page.clock.runFor(16_000);
    expect(await times()).toEqual(["1:31", "0:00 to 1:00 of 6:00", "behind", "Pause"]);
    expect(await speaker.locator("[data-standing=behind]").count()).toBe(1);
    await speaker.locator("[data-part=pause]").click();
    await page.clock.runFor(60_000);
    await press(page, "n", "p");
    expect(await times()).toEqual(["1:31", "0:00 to 1:00 of 6:00", "behind", "Run"]);
    await speaker.locator("[data-part=pause]").press("Enter");
    await page.clock.runFor(9000);
    expect((await times()).toSpliced(1, 2)).toEqual(["1:40", "Pause"]);
    await speaker.locator("[data-part=reset]").click();
    expect((await times()).toSpliced(1, 2)).toEqual(["0:00", "Pause"]);
    await page.clock.runFor(5000);
    expect((await times()).toSpliced(1, 2)).toEqual(["0:05", "Pause"]);
  });

  test("has this slide and the next or the answer, and the notes", async () => {
    expect(await speaker.title()).toBe("Speaker: Rolling");
    expect(await titles()).toBe("1 of 4: A - B - Say hello.");
    expect(await after(["n", "n", "n", "n", "a"], titles)).toEqual([
      ...[
        `2 of 4: B - C - ${none}`,
        `3 of 4: C - C, answered - ${none}`,
        `3 of 4: C, answered - D - ${none}`,
      ],
      ...[`4 of 4: D - This is the last slide. - ${none}`, `4 of 4: D - This is the last slide. - ${none}`],
    ]);
    await press(speaker, "PageUp", "a");
    expect(await titles()).toBe(`3 of 4: C - C, answered - ${none}`);
    await press(speaker, "Home");
    expect(await at()).toBe(1);
  });

  test("has the list of keys and a jump for itself: the room does not see them", async () => {
    const dialogs = async () => [
      await speaker.locator("dialog").count(),
      await page.locator("dialog").count(),
    ];
    await press(speaker, "?");
    expect(await speaker.locator("dialog dt").count()).toBeGreaterThan(20);
    expect(await dialogs()).toEqual([1, 0]);
    await press(speaker, "Escape", "g", "2", "Enter");
    expect(await dialogs()).toEqual([0, 0]);
    expect(await at()).toBe(2);
    await press(page, "?");
    expect(await dialogs()).toEqual([0, 1]);
    await press(page, "Escape", "Home");
  });

  test("looks as the deck does", async () => {
    const look = () => speaker.evaluate(() => [document.documentElement.dataset["theme"], document.body.dataset["jpThemeLight"], document.querySelectorAll("style").length]); // prettier-ignore
    const count = await page.locator("style").count();
    expect(await look()).toEqual(["light", "true", count]);
    await press(page, "t");
    await expect.poll(look).toEqual(["dark", "false", count]);
    await page.addStyleTag({ content: "b { color: red; }" });
    await press(page, "t", "n", "p");
    expect(await look()).toEqual(["light", "true", count + 1]);
    await press(page, "End");
    const type = (view: Page, shown: string) => view.locator(`${shown} :is(table, .told, .name, output, button)`).evaluateAll((all) => all.map((one) => { const { fontSize, padding, margin } = getComputedStyle(one); return [fontSize, padding, margin]; })); // prettier-ignore
    expect(await type(speaker, "[data-part=current]")).toEqual(await type(page, "section.present.slide"));
    expect(await type(page, "section.present.slide")).toHaveLength(5);
    await press(page, "Home");
  });

  test("is one window, which ends with the deck; one that the browser blocks is asked for", async () => {
    await press(page, "s");
    expect(page.context().pages()).toHaveLength(2);
    await speaker.close();
    await expect
      .poll(async () => {
        await press(page, "s");
        return page.context().pages().length;
      })
      .toBe(2);
    speaker = page.context().pages()[1]!;
    expect(await titles()).toBe("1 of 4: A - B - Say hello.");
    await page.clock.resume();
    await Promise.all([speaker.waitForEvent("close"), reopen(page)]);
    const said = page.waitForEvent("dialog");
    await page.evaluate(() => (window.open = () => null));
    const pressed = press(page, "s");
    expect((await said).message()).toContain("Allow pop-ups");
    await (await said).accept();
    await pressed;
  });
});
