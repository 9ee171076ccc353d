import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { pressIn } from "./harness/keys.ts";
import { useParts } from "./harness/parts.ts";

declare const parts: typeof import("./harness/parts-in-page.ts");

let page: Page;

useParts((opened) => (page = opened));

describe("a film", () => {
  const put = (names: string[], label?: string) =>
    page.evaluate(
      ([moments, words]) => {
        const chart = parts.html("div", words === null ? {} : { "aria-label": words });
        const room = parts.html("div", {}, chart);
        document.body.append(room);
        const transport = parts.playable(chart, room, moments.map((name) => ({ name })), { counts: "epoch", plays: false }); // prettier-ignore
        parts.asked.length = 0;
        Object.assign(window, { transport });
      },
      [names, label ?? null] as const,
    );
  const asked = () => page.evaluate(() => parts.asked.splice(0).map(([, names]) => (names as string[])[0]));
  const output = () => page.locator("output").textContent();
  const knob = () => page.getByRole("slider");
  const facts = () =>
    knob().evaluate((one: HTMLInputElement) => [one.value, one.max, one.style.getPropertyValue("--at"), one.getAttribute("aria-valuetext")]); // prettier-ignore
  const chart = () => page.getByRole("group", { name: "arrow" });

  test("begins at its last moment, and says which of how many", async () => {
    await put(["0", "5", "9"], "A film.");
    expect(await output()).toBe("epoch 9 of 9");
    expect(await facts()).toEqual(["2", "2", "1", "epoch 9 of 9"]);
    expect(await chart().getAttribute("aria-label")).toBe("A film. Left and right arrow: one moment. Space: play or pause."); // prettier-ignore
    expect([await knob().getAttribute("aria-label"), await chart().getAttribute("tabindex")]).toEqual([
      "epoch",
      "0",
    ]);
    expect(await page.locator("[data-lm-suppress-shortcuts=true] .fall-line-film").count()).toBe(1);
  });

  test("goes to a moment at once, by its slider, its buttons and keys", async () => {
    await put(["0", "5", "9"]);
    await page.getByRole("button", { name: "play" }).click();
    await knob().fill("1");
    expect(await page.getByRole("button", { name: "play" }).count()).toBe(1);
    expect(await facts()).toEqual(["1", "2", "0.5", "epoch 5 of 9"]);
    expect((await page.evaluate(() => parts.asked.splice(0))).slice(-1)).toEqual([
      ["animate", ["5"], { mode: "immediate", frame: { duration: 0 }, transition: { duration: 0 } }],
    ]);
    await page.getByRole("button", { name: "one step back" }).click();
    await chart().focus();
    for (const key of ["ArrowLeft", "ArrowRight", "End", "ArrowRight", "Home"])
      await page.keyboard.press(key);
    expect(await asked()).toEqual(["0", "0", "5", "9", "9", "0"]);
    expect(await output()).toBe("epoch 0 of 9");
    expect(await facts()).toEqual(["0", "2", "0", "epoch 0 of 9"]);
    expect(await page.locator(".fall-line-film").evaluate((one) => one.previousElementSibling?.tagName)).toBe("DIV"); // prettier-ignore
  });

  test("of one moment stands at it", async () => {
    await put(["7"]);
    expect(await facts()).toEqual(["0", "0", "0", "epoch 7 of 7"]);
    expect(await page.locator(".fall-line-film").count()).toBe(1);
  });

  test("keeps its keys to itself, and leaves others to the page and the space bar to a button", async () => {
    await put(["0", "5", "9"]);
    const pressed = (target: string, key: string, more: object = {}) => pressIn(page, target, key, more);
    const own = [true, false];
    const others = [false, true];
    expect(await pressed("[tabindex]", "Home")).toEqual(own);
    expect(await pressed("[tabindex]", " ")).toEqual(own);
    expect(await pressed("button", " ")).toEqual(others);
    expect(await pressed("button", "End")).toEqual(own);
    expect(await pressed("[tabindex]", "x")).toEqual(others);
    for (const more of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }])
      expect(await pressed("[tabindex]", "Home", more)).toEqual(others);
    await page.evaluate("transport.stop()");
  });

  test("passes over a moment that was overtaken, and hides no other fault", async () => {
    await put(["0", "1"]);
    const unheard = await page.evaluate(async () => {
      const reasons: unknown[] = [];
      addEventListener("unhandledrejection", (event) => {
        event.preventDefault();
        reasons.push(String(event.reason));
      });
      const knob = document.querySelector<HTMLInputElement>("input")!;
      for (const reason of [undefined, new Error("no such frame")]) {
        parts.fakePlotly.answer = () => Promise.reject(reason!);
        knob.dispatchEvent(new Event("input"));
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      parts.fakePlotly.answer = () => Promise.resolve();
      return reasons;
    });
    expect(unheard).toEqual(["Error: no such frame"]);
  });
});

describe("what draws a figure", () => {
  const worked = () =>
    page.evaluate(() => {
      const { descend, ravine, momentum } = parts.library;
      return descend(ravine, momentum, { start: [-8, 1.5], steps: 2 }).worked(1).specification;
    });
  const card = { format: 1, kind: "card-choose", id: "l/q", title: "T", prompt: "P?", hints: [], solution: [], options: [] }; // prettier-ignore

  test("knows which is a chart", async () => {
    const specifications = [card, await worked(), { kind: "explorer" }, { kind: "landscape" }];
    const isChart = (isSpecification: boolean) =>
      page.evaluate(([all, is]) => all.map((one) => parts.isChart(one, is)), [specifications, isSpecification] as const); // prettier-ignore
    expect(await isChart(true)).toEqual([false, false, false, true]);
    expect(await isChart(false)).toEqual([true, true, true, true]);
  });

  /** What is drawn: by plotly.js the figure's traces, else what lies in its place; and in its place when it was removed. */
  const drawn = (data: unknown, isSpecification = true) =>
    page.evaluate(
      async ([one, is]) => {
        const node = parts.html("div");
        document.body.append(node);
        const all = [];
        try {
          const shown = await parts.draw(node, one, is);
          all.push([...node.children].map(({ className, textContent }) => className || textContent));
          shown.remove();
          all.push(node.childElementCount);
        } catch (error) {
          all.push((error as Error).message);
        }
        return all;
      },
      [data, isSpecification] as const,
    );

  /** In the place of plotly.js: says what it is to draw, how many could not be drawn before, and that it took 300 ms, of the 2000 of a card. */
  const fakeCharts = () =>
    page.route("**/chart.ts", (route) =>
      route.fulfill({
        contentType: "text/javascript",
        body: `export const drawChart = async (node, { data, layout, frames }, took) => {
          const title = document.querySelectorAll(".fall-line-error").length;
          node.append(Object.assign(document.createElement("p"), { title, textContent: JSON.stringify([data.map(({ type }) => type), layout.title, frames.length]) }));
          await new Promise((resolve) => setTimeout(resolve));
          took(300);
          return { remove: () => node.replaceChildren() };
        };`,
      }),
    );

  test("draws cards, worked steps and explorers itself, and hands charts to plotly.js", async () => {
    await fakeCharts();
    expect(await drawn(card)).toEqual([["fall-line-card-room"], 0]);
    const [[step]] = (await drawn(await worked())) as [string[]];
    expect(step).toContain("w");
    const { explore, curves, landscape } = await page.evaluate(() => {
      const { explore, curves, landscape, descend, ravine, momentum } = parts.library;
      const trace = descend(ravine, momentum, { start: [-8, 1.5], steps: 2 });
      const all = JSON.stringify({ explore: explore({ objective: ravine, rules: [momentum] }).specification, curves: curves(trace).specification, landscape: landscape(trace, { title: "T" }).specification }); // prettier-ignore
      return JSON.parse(all) as Record<string, object>;
    });
    expect(await drawn(explore)).toEqual([["fall-line-explorer"], 0]);
    const chart = async (data: unknown) => {
      const [[words]] = (await drawn(data)) as [string[]];
      return JSON.parse(words!) as [types: string[], title: unknown, frames: number];
    };
    expect((await chart(curves))[0]).toEqual(["scatter"]);
    expect((await chart(landscape))[0]).toContain("contour");
    const plotly = { data: [{ type: "bar" }], layout: { title: "B" }, frames: [{}] };
    expect(await drawn(plotly, false)).toEqual([['[["bar"],"B",1]'], 0]);
    expect(await drawn({ kind: "explorer" }, false)).toEqual([expect.stringMatching(/^a figure is an object with a list "data"/)]); // prettier-ignore
  });

  test("draws the figures of a card one after another, and says in its place of each that is too much for them together", async () => {
    await fakeCharts();
    const figures = Array.from({ length: 40 }, () => ({
      kind: "figure",
      bundle: { "application/vnd.plotly.v1+json": { data: [], layout: {} } },
    }));
    const feedback = { ...card, kind: "card-feedback", outcome: "not yet", headline: "H", blocks: figures };
    const seen = await page.evaluate(async (data) => {
      const each = [];
      for (let round = 0; round < 2; round++) {
        const node = parts.html("div");
        document.body.append(node);
        const shown = await parts.draw(node, data, true);
        while (node.querySelectorAll("[title], .fall-line-error").length < 40)
          await new Promise((resolve) => setTimeout(resolve, 10));
        const errors = [...node.querySelectorAll(".fall-line-error")].map((one) => one.textContent);
        const toldBefore = [...node.querySelectorAll<HTMLElement>("[title]")].map(({ title }) => title);
        each.push([toldBefore, errors.length, new Set(errors).size, errors[0]]);
        shown.remove();
        node.remove();
      }
      return each;
    }, feedback);
    const words = expect.stringMatching(
      /can't be drawn: the figures that are shown together here take longer/,
    ) as string;
    expect(seen).toEqual(Array(2).fill([["0", "0", "0", "0"], 36, 1, words]));
  });

  test("gives back what a figure of a card took, when it goes", async () => {
    await fakeCharts();
    const count = await page.evaluate(async () => {
      const room = parts.html("section", { class: "fall-line-card" });
      document.body.append(room);
      let drawn = 0;
      for (let k = 0; k < 12; k++) {
        const node = parts.html("div");
        room.append(node);
        const shown = await parts.draw(node, { data: [], layout: {} }, false);
        drawn += node.childElementCount;
        shown.remove();
      }
      return drawn;
    });
    expect(count).toBe(12);
  });

  test("asks for the questions that are stored beside an explorer, before these are drawn", async () => {
    const open = await page.evaluate(async () => {
      const { explore, ravine, momentum } = parts.library;
      const notebook = new parts.FakeNotebook();
      notebook.outputs = [{ id: "a", hides: "outcome" }];
      const shown = await parts.draw(
        notebook.node,
        explore({ objective: ravine, rules: [momentum] }).specification,
        true,
      );
      const { textContent } = document.querySelector(".transport output")!;
      shown.remove();
      notebook.close();
      return [notebook.node.dataset["fallLineOpen"], textContent];
    });
    expect(open).toEqual(["1", "step 0 of 50"]);
  });

  test.each([
    [{ ...card, format: 2 }, /needs another version of fall-line/],
    [{ ...card, options: [null] }, /this card is damaged/],
  ])("says in words what it can't draw: %j", async (data, words) => {
    expect(await drawn(data)).toEqual([expect.stringMatching(words)]);
  });
});
