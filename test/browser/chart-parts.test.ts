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
    await page.evaluate(() => delete document.body.dataset["jpThemeLight"]);
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
    expect(layout.xaxis).toMatchObject({ gridcolor: grid, linecolor: line, zerolinecolor: line });
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
      meta: { dark: { "#141414": "#f2f2f2" }, own: "#141414" },
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

  test("is that of the reliefs of maps too", async () => {
    const z = [0, 1, 2, 3].map(() => [4, 5, 6, 7, 8]);
    const map = {
      type: "contour",
      x: [0, 1, 2, 3, 4],
      y: [0, 1, 2, 3],
      z,
      meta: { relief: { levels: [6], size: 1 } },
    };
    const colour = async () =>
      ((await themed({}, [map])).layout["shapes"] as { line: { color: string } }[])[0]!.line.color;
    expect(await colour()).toBe("#5b6672");
    await wear(true, "Night");
    expect(await colour()).toBe("#93a3b3");
  });

  test("is watched until it is stopped", async () => {
    const counts = await page.evaluate(async () => {
      let count = 0;
      const { stop } = parts.watchTheme(() => (count += 1));
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
        return { data, shapes: layout["shapes"], others: images.slice(1), image, corners, size: [picture.width, picture.height] }; // prettier-ignore
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
    const { shapes, others, data } = await relief(false, [5, 6], slope);
    const [thin, strong, own] = shapes as { path: string; line: object; opacity: number }[];
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
    expect(others).toEqual(["own image"]);
    expect(data).toEqual([
      expect.objectContaining({ type: "heatmap", opacity: 0, z: slope, name: "loss" }),
      { type: "scatter", x: [1], y: [2] },
    ]);
    const dark = (await relief(true, [6], slope)).shapes as { line: object }[];
    expect(dark).toHaveLength(2);
    expect(dark[0]!.line).toEqual({ color: "#93a3b3", width: 0.7 });
  });

  test("has contours around what is missing", async () => {
    const holes = [0, 1, 2, 3].map(() => [4, 5, null, 5, 4]);
    const shapes = (await relief(false, [5.5], holes)).shapes as { path: string }[];
    const xs = [...shapes[0]!.path.matchAll(/[ML]([^,]+),/g)].map(([, x]) => Number(x));
    expect([Math.min(...xs) >= 1, xs.some((x) => x < 2), xs.some((x) => x > 2), Math.max(...xs) <= 3]).toEqual(Array(4).fill(true)); // prettier-ignore
  });
});

test("a chart that cannot be drawn after a change says so in its place", async () => {
  const shown = await page.evaluate(async () => {
    const { drawChart } = await parts.loadCharts();
    const node = document.createElement("div");
    document.body.append(node);
    await drawChart(node, { data: [], layout: {}, frames: [], config: {}, omitted: [] });
    const charts = node.querySelectorAll(".fall-line-chart").length;
    parts.fakePlotly.answer = () =>
      Promise.reject(new parts.InputError({ what: "it is torn", got: 1, cure: "mend it" }));
    document.body.dataset["jpThemeName"] = "Night";
    while (node.querySelector(".fall-line-chart") !== null) await new Promise(requestAnimationFrame);
    parts.fakePlotly.answer = () => Promise.resolve();
    return { charts, words: node.textContent };
  });
  expect(shown.charts).toBe(1);
  expect(shown.words).toContain("it is torn, got 1");
  expect(shown.words).toContain("mend it");
});

test("charts that are dressed at once, because the theme has changed, have each the time that one has", async () => {
  const dressed = await page.evaluate(async () => {
    const { drawChart } = await parts.loadCharts();
    const figure = { data: [], layout: {}, frames: [], config: {}, omitted: [] };
    for (let k = 0; k < 3; k++) {
      const node = document.createElement("div");
      document.body.append(node);
      await drawChart(node, figure);
    }
    const clock = performance.now.bind(performance);
    let now = clock();
    performance.now = () => (now += 2);
    const most = ((): number => {
      parts.giveTime();
      for (let looks = 0; ; looks++) {
        try {
          parts.checkTime();
        } catch {
          return looks;
        }
      }
    })();
    let count = 0;
    parts.fakePlotly.answer = () => {
      for (let looks = 0; looks < 0.6 * most; looks++) parts.checkTime();
      count++;
      return Promise.resolve();
    };
    document.body.dataset["jpThemeName"] = "Night";
    await new Promise(requestAnimationFrame);
    parts.fakePlotly.answer = () => Promise.resolve();
    performance.now = clock;
    return count;
  });
  expect(dressed).toBe(3);
});
