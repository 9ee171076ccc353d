import type { Page } from "playwright-core";
import { beforeEach, describe, expect, test } from "vitest";
import { useParts } from "./harness/parts.ts";

declare const parts: typeof import("./harness/parts-in-page.ts");

let page: Page;

useParts((opened) => (page = opened));
beforeEach(() =>
  page.evaluate(() => {
    document.body.dataset["jpThemeLight"] = "true";
    document.body.dataset["jpThemeName"] = "Light";
    document.body.style.cssText = "--sans: sans-serif";
  }),
);

describe("the theme of the page", () => {
  const wear = (isDark: boolean, name: string | null, css = "") =>
    page.evaluate(
      ([dark, called, style]) => {
        document.body.dataset["jpThemeLight"] = dark ? "false" : "true";
        if (called === null) delete document.body.dataset["jpThemeName"];
        else document.body.dataset["jpThemeName"] = called;
        document.body.style.cssText = style;
      },
      [isDark, name, css] as const,
    );
  const themed = (layout: object, data: object[] = []) =>
    page.evaluate(
      ([traces, one]) =>
        parts.themed({ data: traces as never, layout: one as never, frames: [], config: {}, omitted: [] }),
      [data, layout] as const,
    );
  interface Template {
    font: { color: string; family: string };
    hoverlabel: object;
    xaxis: { gridcolor: string; linecolor: string };
    modebar: object;
  }
  const templateNow = async () => (await themed({})).layout["template"] as { layout: Template };

  test("is dark or light, and has a name", async () => {
    const now = () => page.evaluate(() => [parts.isDark(), parts.themeName()]);
    expect(await now()).toEqual([false, "Light, light"]);
    await wear(true, "Night");
    expect(await now()).toEqual([true, "Night, dark"]);
    await wear(false, null);
    expect(await now()).toEqual([false, ", light"]);
  });

  test("gives a figure the colours and the type that it leaves open", async () => {
    await wear(false, "Paper", "--jp-content-font-color1: hotpink; --jp-layout-color0: #010203; --jp-content-font-family: serif"); // prettier-ignore
    const { layout } = await templateNow();
    expect(layout.font).toEqual({ color: "rgb(255, 105, 180)", family: "serif", size: 13 });
    expect(layout.hoverlabel).toMatchObject({ bgcolor: "rgb(1, 2, 3)", bordercolor: "#9a9a9a" });
    expect(layout).toMatchObject({ paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)" });
    expect(await page.evaluate(() => document.body.childElementCount)).toBe(0);
  });

  test.each([
    [false, "rgb(33, 33, 33)", "#e4e4e4", "#9a9a9a", "rgb(255, 255, 255)"],
    [true, "rgb(232, 232, 232)", "#3d3d3d", "#8a8a8a", "rgb(17, 17, 17)"],
  ])("has usual colours where the page names none, dark: %s", async (isDark, text, grid, line, paper) => {
    await wear(isDark, "Plain");
    const { layout } = await templateNow();
    expect(layout.font).toMatchObject({ color: text, family: "sans-serif" });
    expect(layout.xaxis).toMatchObject({ gridcolor: grid, linecolor: line });
    expect(layout.modebar).toMatchObject({ color: line, activecolor: text });
    expect(layout).toMatchObject({ updatemenudefaults: { bgcolor: paper, font: { color: text } } });
  });

  test("that says a colour as Plotly can't read it is not asked", async () => {
    await wear(false, "Wide", "--jp-content-font-color1: color(display-p3 1 0 0)");
    expect((await templateNow()).layout.font.color).toBe("#212121");
  });

  test("changes the colours that a figure names for dark pages on those alone, and no template of its own", async () => {
    const layout = {
      title: "#141414",
      meta: { dark: { "#141414": "#f2f2f2" } },
      template: { layout: { own: "#141414" } },
    };
    const data = [{ line: { color: "#141414" } }];
    expect(await themed(layout, data)).toEqual({ data, layout });
    await wear(true, "Night");
    expect(await themed(layout, data)).toEqual({
      data: [{ line: { color: "#f2f2f2" } }],
      layout: { title: "#f2f2f2", meta: layout.meta, template: layout.template },
    });
    for (const meta of [{ dark: "no" }, "no"]) expect((await themed({ meta }, data)).data).toEqual(data);
    expect((await themed({ template: "plotly_dark" })).layout["template"]).toHaveProperty("layout.font");
  });

  test("is watched until it is stopped", async () => {
    const counts = await page.evaluate(async () => {
      let count = 0;
      const { stop } = parts.watchTheme(() => void count++);
      const all: number[] = [];
      const after = async (change: () => void): Promise<void> => {
        change();
        await new Promise((resolve) => setTimeout(resolve));
        all.push(count);
      };
      await after(() => (document.body.dataset["jpThemeLight"] = "false"));
      await after(() => (document.body.dataset["jpThemeName"] = "Other"));
      await after(() => (document.body.className = "other"));
      stop();
      await after(() => (document.body.dataset["jpThemeLight"] = "true"));
      return all;
    });
    expect(counts).toEqual([1, 2, 2, 2]);
  });
});

describe("the relief of a map", () => {
  /** Heights x + 10 y over x from 0 to 4 and y from 2 on, with contours at some that are 1 apart. */
  const relief = (dark: boolean, levels: number[], z: readonly unknown[]) =>
    page.evaluate(
      async ([isDark, heights, rows]) => {
        const map = { type: "contour", name: "loss", x: [0, 1, 2, 3, 4], y: rows.map((_, k) => 2 + k), z: rows, meta: { relief: { levels: heights, size: 1 } } }; // prettier-ignore
        const path = { type: "scatter", x: [1], y: [2] };
        const { data, layout } = parts.withRelief([map, path], { title: "T", shapes: ["own shape"], images: ["own image"] }, isDark); // prettier-ignore
        const images = layout["images"] as Record<string, unknown>[];
        const { source, ...image } = images[0]!;
        const picture = new Image();
        picture.src = source as string;
        await picture.decode();
        const canvas = parts.html("canvas", { width: picture.width, height: picture.height });
        const pen = canvas.getContext("2d")!;
        pen.drawImage(picture, 0, 0);
        const brightness = (x: number, y: number): number =>
          pen
            .getImageData(x, y, 1, 1)
            .data.slice(0, 3)
            .reduce((a, b) => a + b);
        const [right, low] = [picture.width - 1, picture.height - 1];
        const corners = [brightness(0, low), brightness(right, low), brightness(0, 0), brightness(right, 0)];
        return { data, layout: { ...layout, images: images.slice(1) }, image, corners, size: [picture.width, picture.height] }; // prettier-ignore
      },
      [dark, levels, z] as const,
    );
  const plane = [20, 30].map((below) => [0, 1, 2, 3, 4].map((x) => x + below));
  const levels = Array.from({ length: 13 }, (_, k) => 21 + k);

  test("is a picture below all, four points finer, the lowest heights at its lower left", async () => {
    const { image, size, corners } = await relief(false, levels, plane);
    expect(image).toEqual({ xref: "x", yref: "y", x: 0, y: 3, sizex: 4, sizey: 1, sizing: "stretch", layer: "below" }); // prettier-ignore
    expect(size).toEqual([17, 5]);
    const [lowLeft, lowRight, highLeft, highRight] = corners as [number, number, number, number];
    expect([lowLeft > lowRight, lowRight > highLeft, highLeft > highRight]).toEqual([true, true, true]);
    const dark = (await relief(true, levels, plane)).corners;
    expect(Math.max(...dark)).toBeLessThan(Math.min(...corners));
  });

  test("has no more than 800 points along an axis", async () => {
    const size = await page.evaluate(async () => {
      const line = (count: number): number[] => Array.from({ length: count }, (_, k) => k);
      const map = { type: "contour", x: line(201), y: line(2), z: [line(201), line(201)], meta: { relief: { levels: [], size: 1 } } }; // prettier-ignore
      const picture = new Image();
      picture.src = (parts.withRelief([map], {}, false).layout["images"] as { source: string }[])[0]!.source;
      await picture.decode();
      return [picture.width, picture.height];
    });
    expect(size).toEqual([800, 5]);
  });

  test("has its contours as shapes, each fifth strong, before the figure's own", async () => {
    // Along x = 0.5 and so on: contours lie where the middle of a cell is.
    const slope = [0, 1, 2, 3].map(() => [4, 5, 6, 7, 8]);
    const { layout, data } = await relief(false, [5, 6], slope);
    const [thin, strong, own] = layout["shapes"] as { path: string; line: object; opacity: number }[];
    expect([thin, strong, own]).toEqual([
      expect.objectContaining({ line: { color: "#5b6672", width: 0.7 }, opacity: 0.3 }),
      expect.objectContaining({ line: { color: "#5b6672", width: 1.1 }, opacity: 0.5 }),
      "own shape",
    ]);
    expect(thin).toMatchObject({ type: "path", xref: "x", yref: "y", layer: "between" });
    const xs = ({ path }: { path: string }) => [...path.matchAll(/[ML]([^,]+),/g)].map(([, x]) => Number(x));
    for (const [one, at] of [
      [strong!, 1],
      [thin!, 2],
    ] as const)
      // prettier-ignore
      for (const x of xs(one)) expect(x).toBeCloseTo(at, 6);
    expect(strong!.path).toMatch(/^M[^ML]+L/);
    expect(layout["images"]).toEqual(["own image"]);
    expect(data).toEqual([
      expect.objectContaining({ type: "heatmap", opacity: 0, z: slope, name: "loss" }),
      { type: "scatter", x: [1], y: [2] },
    ]);
    const dark = (await relief(true, [6], slope)).layout["shapes"] as { line: object }[];
    expect(dark).toHaveLength(2);
    expect(dark[0]!.line).toEqual({ color: "#93a3b3", width: 0.7 });
  });

  test("has contours around what is missing", async () => {
    const holes = [0, 1, 2, 3].map(() => [4, 5, null, 5, 4]);
    const shapes = (await relief(false, [5.5], holes)).layout["shapes"] as { path: string }[];
    const xs = [...shapes[0]!.path.matchAll(/[ML]([^,]+),/g)].map(([, x]) => Number(x));
    expect([Math.min(...xs) >= 1, xs.some((x) => x < 2), xs.some((x) => x > 2), Math.max(...xs) <= 3]).toEqual(Array(4).fill(true)); // prettier-ignore
  });
});

describe("a film", () => {
  const put = (names: string[], label?: string) =>
    page.evaluate(
      ([moments, words]) => {
        const chart = parts.html("div", words === null ? {} : { "aria-label": words });
        const room = parts.html("div", {}, chart);
        document.body.append(room);
        const transport = parts.playable(chart, room, moments.map((name) => ({ name })), "epoch"); // prettier-ignore
        parts.asked.length = 0;
        Object.assign(window, { transport });
      },
      [names, label ?? null] as const,
    );
  const asked = () => page.evaluate(() => parts.asked.splice(0).map(([names]) => (names as string[])[0]));
  const output = () => page.locator("output").textContent();
  const knob = () => page.getByRole("slider");
  const facts = () =>
    knob().evaluate((one: HTMLInputElement) => [one.value, one.max, one.style.getPropertyValue("--at"), one.getAttribute("aria-valuetext")]); // prettier-ignore
  const chart = () => page.getByRole("group", { name: "arrow" });

  test("begins at its last moment, and says which of how many", async () => {
    await put(["0", "5", "9"], "A race.");
    expect(await output()).toBe("epoch 9 of 9");
    expect(await facts()).toEqual(["2", "2", "1", "epoch 9 of 9"]);
    expect(await chart().getAttribute("aria-label")).toBe("A race. Left and right arrow: one moment. Space: play or pause."); // prettier-ignore
    expect(await knob().getAttribute("aria-label")).toBe("epoch");
    expect(await page.locator("[data-lm-suppress-shortcuts=true] .fall-line-film").count()).toBe(1);
  });

  test("goes to a moment at once, by its slider, its buttons and keys", async () => {
    await put(["0", "5", "9"]);
    await knob().fill("1");
    expect(await facts()).toEqual(["1", "2", "0.5", "epoch 5 of 9"]);
    expect(await page.evaluate(() => parts.asked.splice(0))).toEqual([
      [["5"], { mode: "immediate", frame: { duration: 0 }, transition: { duration: 0 } }],
    ]);
    await page.getByRole("button", { name: "one step back" }).click();
    await chart().focus();
    for (const key of ["ArrowLeft", "ArrowRight", "End", "ArrowRight", "Home"])
      await page.keyboard.press(key);
    expect(await asked()).toEqual(["0", "0", "5", "9", "9", "0"]);
    expect(await output()).toBe("epoch 0 of 9");
  });

  test("of one moment stands at it", async () => {
    await put(["7"]);
    expect(await facts()).toEqual(["0", "0", "0", "epoch 7 of 7"]);
    expect(await page.locator(".fall-line-film").count()).toBe(1);
  });

  test("keeps its keys to itself, and leaves others to the page and the space bar to a button", async () => {
    await put(["0", "5", "9"]);
    const pressed = (target: string, key: string, more: object = {}) =>
      page.evaluate(
        ([selector, name, options]) => {
          let isHeard = false;
          const hear = (): void => void (isHeard = true);
          document.body.addEventListener("keydown", hear);
          const event = new KeyboardEvent("keydown", {
            key: name,
            bubbles: true,
            cancelable: true,
            ...options,
          });
          document.querySelector(selector)!.dispatchEvent(event);
          document.body.removeEventListener("keydown", hear);
          return [event.defaultPrevented, isHeard];
        },
        [target, key, more] as const,
      );
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
        parts.fakePlotly.answer = () => Promise.reject(reason as Error);
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

  test("draws cards, worked steps and explorers itself, and hands charts to plotly.js", async () => {
    await page.route("**/parts/chart.ts", (route) =>
      route.fulfill({
        contentType: "text/javascript",
        body: `export const drawChart = (node, { data, layout, frames }) => {
          node.append(Object.assign(document.createElement("p"), { textContent: JSON.stringify([data.map(({ type }) => type), layout.title, frames.length]) }));
          return { remove: () => node.replaceChildren() };
        };`,
      }),
    );
    expect(await drawn(card)).toEqual([["fall-line-card-room"], 0]);
    const [[step]] = (await drawn(await worked())) as [string[]];
    expect(step).toContain("w");
    const { explore, curves, landscape } = await page.evaluate(() => {
      const { explore, curves, landscape, descend, ravine, momentum } = parts.library;
      const trace = descend(ravine, momentum, { start: [-8, 1.5], steps: 2 });
      return JSON.parse(JSON.stringify({ explore: explore({ objective: ravine, rules: [momentum] }).specification, curves: curves(trace).specification, landscape: landscape(trace, { title: "T" }).specification })); // prettier-ignore
    });
    expect(await drawn(explore)).toEqual([["fall-line-explorer"], 0]);
    expect(JSON.parse(((await drawn(curves)) as [string[]])[0][0]!)[0]).toEqual(["scatter"]);
    expect(JSON.parse(((await drawn(landscape)) as [string[]])[0][0]!)[0]).toContain("contour");
    const plotly = { data: [{ type: "bar" }], layout: { title: "B" }, frames: [{}] };
    expect(await drawn(plotly, false)).toEqual([['[["bar"],"B",1]'], 0]);
    expect(await drawn({ kind: "explorer" }, false)).toEqual([expect.stringMatching(/^a figure is an object with a list "data"/)]); // prettier-ignore
  });

  test.each([
    [{ ...card, format: 2 }, /needs another version of fall-line/],
    [{ ...card, options: [null] }, /a part of it is not what a figure of its kind is made of/],
  ])("says in words what it can't draw: %j", async (data, words) => {
    expect(await drawn(data)).toEqual([expect.stringMatching(words)]);
  });
});
