import type { Page } from "playwright-core";
import { beforeEach, describe, expect, test } from "vitest";
import { onPaper } from "./harness/paper.ts";
import { useParts } from "./harness/parts.ts";

declare const parts: typeof import("./harness/parts-in-page.ts");
declare const draw: (figure: object, style?: string) => Promise<{ remove: () => void }>;
declare const rest: () => Promise<void>;
/** The page is as if it matched this besides, or as it is. */
declare const matching: (query?: string) => void;

let page: Page;

useParts((opened) => (page = opened));
beforeEach(() =>
  page.evaluate(async () => {
    const drawn = ((window as { drawn?: { remove(): void }[] }).drawn ??= []);
    for (const chart of drawn.splice(0)) chart.remove();
    document.body.replaceChildren();
    document.body.dataset["jpThemeLight"] = "true";
    document.body.dataset["jpThemeName"] = "Light";
    document.body.style.cssText = "--sans: sans-serif";
    const { drawChart } = await parts.loadCharts();
    const draw = async (figure: object, style = "width: 700px") => {
      const node = parts.html("div", { style });
      document.body.append(node);
      const empty = { data: [], layout: {}, frames: [], config: {}, omitted: [] };
      const chart = await drawChart(node, { ...empty, ...figure });
      drawn.push(chart);
      return chart;
    };
    const rest = async (): Promise<void> => {
      for (let k = 0; k < 4; k++)
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    };
    const usual = ((window as { usual?: typeof matchMedia }).usual ??= matchMedia.bind(window));
    const matching = (wanted?: string): void => {
      window.matchMedia = (query) => (query === wanted ? ({ matches: true } as never) : usual(query));
    };
    matching();
    Object.assign(window, { draw, rest, matching });
    parts.fakePlotly.answer = () => Promise.resolve();
    parts.asked.length = 0;
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
    xaxis: { gridcolor: string; linecolor: string };
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
    const [text, paper, line] = ["rgb(255, 105, 180)", "rgb(1, 2, 3)", "#9a9a9a"];
    const lines = { gridcolor: "#e4e4e4", linecolor: line, zerolinecolor: line, tickcolor: line };
    const powers = { exponentformat: "power", minexponent: 5 };
    const axis = { ...lines, ...powers, automargin: true, title: { standoff: 10 } };
    const inSpace = { ...axis, backgroundcolor: "rgba(0,0,0,0)", showbackground: false };
    const control = { bgcolor: paper, bordercolor: line, font: { color: text } };
    expect(layout).toEqual({
      paper_bgcolor: "rgba(0,0,0,0)",
      plot_bgcolor: "rgba(0,0,0,0)",
      font: { color: text, family: "serif", size: 13 },
      ...{ xaxis: axis, yaxis: axis, scene: { xaxis: inSpace, yaxis: inSpace, zaxis: inSpace } },
      legend: { bgcolor: "rgba(0,0,0,0)" },
      hoverlabel: { ...control, font: { color: text, family: "serif" } },
      updatemenudefaults: control,
      sliderdefaults: { ...control, activebgcolor: line, currentvalue: { font: { color: text } } },
      annotationdefaults: { font: { color: text }, arrowcolor: text },
      shapedefaults: { line: { color: line } },
    });
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

  test("is a picture below all, three points finer, the lowest heights at its lower left", async () => {
    const { image, size, corners } = await relief(false, levels, plane);
    expect(image).toEqual({ xref: "x", yref: "y", x: 0, y: 3, sizex: 4, sizey: 1, sizing: "stretch", layer: "below" }); // prettier-ignore
    expect(size).toEqual([13, 4]);
    const [lowLeft, lowRight, highLeft, highRight] = corners as [number, number, number, number];
    expect([lowLeft > lowRight, lowRight > highLeft, highLeft > highRight]).toEqual([true, true, true]);
    const dark = (await relief(true, levels, plane)).corners;
    expect(Math.max(...dark)).toBeLessThan(Math.min(...corners));
  });

  test("has no more than 800 points along an axis", async () => {
    const size = await page.evaluate(async () => {
      const line = (count: number): number[] => Array.from({ length: count }, (_, k) => k);
      const map = { type: "contour", x: line(301), y: line(2), z: [line(301), line(301)], meta: { relief: { levels: [], size: 1 } } }; // prettier-ignore
      const picture = new Image();
      picture.src = (parts.withRelief([map], {}, false).layout["images"] as { source: string }[])[0]!.source;
      await picture.decode();
      return [picture.width, picture.height];
    });
    expect(size).toEqual([800, 4]);
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

describe("a chart", () => {
  /** What plotly.js is asked for when a figure is drawn, and how its element and its place look then. */
  const drawn = (figure: object, style?: string) =>
    page.evaluate(
      async ([one, css]) => {
        const { remove } = await draw(one, css);
        await rest();
        const place = document.body.firstElementChild!;
        const [room, chart] = [".room", ".chart"].map((name) => place.querySelector<HTMLElement>(`.fall-line-${name.slice(1)}`)!) as [HTMLElement, HTMLElement]; // prettier-ignore
        const variable = (name: string) => chart.style.getPropertyValue(`--fall-line-${name}`);
        const look = {
          role: chart.getAttribute("role"),
          label: chart.getAttribute("aria-label"),
          theme: chart.dataset["theme"],
          height: chart.style.height,
          most: room.style.maxWidth,
          width: variable("width"),
          scale: variable("scale"),
          note: room.querySelector("p.fall-line-note")?.textContent,
        };
        const asked = parts.asked.splice(0);
        remove();
        const left = place.childElementCount;
        place.remove();
        return { asked, look, left, last: parts.asked.splice(0) };
      },
      [figure, style] as const,
    );
  const plotOf = async (figure: object, style?: string) =>
    (await drawn(figure, style)).asked[0]![1] as { data: object[]; layout: Record<string, unknown>; frames: object[]; config: object }; // prettier-ignore

  test("is drawn once, as its figure says and as wide as its place, and goes when it is taken away", async () => {
    const { asked, look, left, last } = await drawn({
      data: [{ type: "bar", y: [1] }],
      layout: { title: "T", height: 300 },
      frames: [{ name: "0" }],
      config: { staticPlot: true },
    });
    expect(asked).toEqual([
      [
        "newPlot",
        {
          data: [{ type: "bar", y: [1] }],
          layout: {
            title: "T",
            uirevision: "kept",
            width: 700,
            height: 300,
            template: expect.anything() as object,
          },
          frames: [{ name: "0" }],
          config: {
            displayModeBar: false,
            plotlyServerURL: "",
            topojsonURL: "",
            staticPlot: true,
          },
        },
      ],
    ]);
    expect(look).toMatchObject({ role: "figure", label: "T", theme: "light", height: "300px", most: "" });
    expect([left, last]).toEqual([0, [["purge"]]]);
    expect(await page.locator("head #fall-line-style").count()).toBe(1);
  });

  test.each([
    [700, undefined, 700, "none", ""],
    [700, 400, 400, "none", "400px"],
    // Legends need 560 pixels; in less it is shown smaller.
    [280, undefined, 560, "scale(0.5)", ""],
    [280, 400, 400, "scale(0.7)", "400px"],
    [280, 9999, 560, "scale(0.5)", "700px"],
  ])(
    "in %d pixels, at most %s wide, is drawn %d wide and shown by %s",
    async (place, most, width, scale, room) => {
      const figure = { layout: most === undefined ? {} : { width: most } };
      const { asked, look } = await drawn(figure, `width: ${place}px`);
      expect((asked[0]![1] as { layout: object }).layout).toMatchObject({ width, height: 420 });
      expect(look).toMatchObject({ width: `${width}px`, scale, most: room, height: "420px" });
    },
  );

  test("is drawn dark on a dark page", async () => {
    await page.evaluate(() => (document.body.dataset["jpThemeLight"] = "false"));
    expect((await drawn({})).look.theme).toBe("dark");
  });

  test.each([
    ["a square", '<rect width="9" height="9"/>', true],
    ["a line", '<line x2="9" stroke="red"/>', true],
    ["what has no size", "<path/>", false],
    ["a ground", '<rect class="bg" width="9" height="9"/>', false],
    ["what is dragged", '<rect class="drag" width="9" height="9"/>', false],
  ])("of %s says when there is nothing to be seen, after what it leaves out", async (_, mark, isSeen) => {
    await page.evaluate((inner) => {
      parts.fakePlotly.answer = (_, chart) => {
        chart.innerHTML = `<svg class="main-svg">${inner}</svg>`;
        return Promise.resolve();
      };
    }, mark);
    const nothing = "There is nothing to be seen in this figure.";
    expect((await drawn({ omitted: ["One.", "Two."] })).look.note).toBe(
      `One. Two.${isSeen ? "" : ` ${nothing}`}`,
    );
    expect((await drawn({})).look.note).toBe(isSeen ? undefined : nothing);
  });

  test("of more than 20 000 points is left to the graphics processor, where there is one", async () => {
    const [has, types] = await page.evaluate(async () => {
      await draw({ data: [{ x: new Float64Array(20_001) }, { x: new Float64Array(20_000) }] });
      const { data } = parts.asked[0]![1] as { data: { type?: string }[] };
      return [
        document.createElement("canvas").getContext("webgl") !== null,
        data.map(({ type }) => type ?? "usual"),
      ];
    });
    expect(types).toEqual([has ? "scattergl" : "usual", "usual"]);
  });

  test("lets a finger scroll the page, except over one in space", async () => {
    await page.evaluate(() => matching("(pointer: coarse)"));
    const [flat, space] = [
      await plotOf({ data: [{ type: "bar" }] }),
      await plotOf({ data: [{ type: "surface" }] }),
    ];
    expect([flat.layout["dragmode"], space.layout["dragmode"]]).toEqual([false, undefined]);
  });

  test("follows the width of its place and the theme, not on paper and not once it is gone", async () => {
    const all = await page.evaluate(async () => {
      const { remove } = await draw({ layout: { title: "T" } });
      const { style } = document.body.firstElementChild as HTMLElement;
      await rest();
      const looks: unknown[] = [parts.asked.splice(0).map(([what]) => what)];
      const after = async (change: () => unknown): Promise<void> => {
        change();
        await rest();
        looks.push(parts.asked.splice(0).map(([what, given]) => [what, (given as { layout?: { width: number } } | undefined)?.layout?.width ?? given])); // prettier-ignore
      };
      await after(() => (style.height = "900px"));
      await after(() => (style.width = "800px"));
      await after(() => (document.body.dataset["jpThemeName"] = "Other"));
      matching("print");
      await after(() => (style.width = "600px"));
      matching();
      await after(() => (style.display = "none"));
      await after(() => remove());
      await after(() => ((style.display = "block"), (document.body.dataset["jpThemeName"] = "Another")));
      return looks;
    });
    expect(all).toEqual([
      ["newPlot"],
      [],
      [["react", 800], ["redraw", undefined]],
      [["react", 800]],
      [],
      [],
      [["purge", undefined]],
      [],
    ]); // prettier-ignore
  });

  test("is saved as a picture by its button, on the paper of the page, named by what it shows", async () => {
    const saved = await page.evaluate(async () => {
      parts.fakePlotly.answer = (_, chart) => {
        chart.innerHTML = '<svg class="main-svg"><rect width="9" height="9"/></svg>';
        return Promise.resolve();
      };
      await draw({ layout: { title: "a/b: c. And more." } });
      const [chart, button] = ["chart", "save"].map((name) => document.querySelector<HTMLElement>(`.fall-line-${name}`)!); // prettier-ignore
      Object.assign(chart!, { data: ["moved"], layout: { width: 9 } });
      button!.click();
      const asked = parts.asked.splice(0).at(-1);
      parts.fakePlotly.answer = () => Promise.reject(new Error("no canvas"));
      button!.click();
      await rest();
      return [asked, button!.textContent];
    });
    expect(saved).toEqual([
      ["downloadImage", { format: "png", scale: 2, filename: "a b c" }, { data: ["moved"], layout: { width: 9, paper_bgcolor: "rgb(255, 255, 255)" } }], // prettier-ignore
      "This browser can't make a picture of it.",
    ]);
  });

  test("has its button on a screen, where it is pointed at, and not on paper", async () => {
    await page.evaluate(() => {
      parts.fakePlotly.answer = (_, chart) => {
        chart.innerHTML = '<svg class="main-svg"><rect width="9" height="9"/></svg>';
        return Promise.resolve();
      };
      return draw({}).then(() => undefined);
    });
    const button = page.getByRole("button", { name: "Save picture" });
    await button.hover();
    expect(await button.evaluate((node) => getComputedStyle(node).opacity)).toBe("1");
    expect((await onPaper(page)).pressed).toEqual([]);
    await page.mouse.move(0, 0);
  });

  test("is printed as it stands, inverted where it is dark, while the page turns light for its paper", async () => {
    await page.evaluate(async () => {
      const { dataset } = document.body;
      dataset["jpThemeLight"] = "false";
      await draw({});
      await rest();
      parts.asked.length = 0;
      addEventListener("beforeprint", () => (dataset["jpThemeLight"] = "true"), { once: true });
      addEventListener("afterprint", () => (dataset["jpThemeLight"] = "false"), { once: true });
      const onPaper = new Promise((printed) => {
        matchMedia("print").addEventListener(
          "change",
          () => printed(getComputedStyle(document.querySelector(".fall-line-chart")!).filter),
          { once: true },
        );
      });
      Object.assign(window, { onPaper });
    });
    await page.pdf();
    const seen = await page.evaluate(async () => {
      await rest();
      return [await (window as unknown as { onPaper: Promise<string> }).onPaper, parts.asked];
    });
    expect(seen).toEqual([expect.stringContaining("invert(1)"), []]);
    expect(await page.evaluate(() => document.body.dataset["jpThemeLight"])).toBe("false");
  });

  test("wears the theme that has come while it was drawn", async () => {
    const dressed = await page.evaluate(async () => {
      parts.fakePlotly.answer = (what) => {
        if (what === "newPlot") document.body.dataset["jpThemeName"] = "Late";
        return Promise.resolve();
      };
      await draw({});
      return parts.asked.map(([what]) => what);
    });
    expect(dressed).toEqual(["newPlot", "react"]);
  });

  test.each(["rejects", "complains"])(
    "that plotly.js %s is not drawn, and leaves nothing behind",
    async (how) => {
      const failed = await page.evaluate(async (way) => {
        parts.fakePlotly.answer = () => {
          const error = new parts.InputError({ what: "it is torn" });
          if (way === "rejects") return Promise.reject(error);
          const later = new parts.InputError({ what: "it is torn again" });
          const complain = (): void => {
            for (const one of [error, later])
              dispatchEvent(new ErrorEvent("error", { error: one, cancelable: true }));
          };
          if (way === "complains of") complain();
          else requestAnimationFrame(complain);
          return Promise.resolve();
        };
        const reason = await draw({}).then(() => "drawn", String);
        const isHeard = dispatchEvent(new ErrorEvent("error", { error: new parts.InputError({ what: "later" }), cancelable: true })); // prettier-ignore
        return [reason, document.body.firstElementChild!.childElementCount, parts.asked.at(-1), isHeard];
      }, how);
      expect(failed).toEqual([expect.stringMatching(/it is torn$/), 0, ["purge"], true]);
    },
  );

  test("takes a complaint for its own only while the mouse or the keyboard is in it", async () => {
    const words = await page.evaluate(async () => {
      await draw({});
      const chart = document.querySelector<HTMLElement>(".fall-line-chart")!;
      const complain = () => {
        const error = new parts.InputError({ what: "it is torn" });
        dispatchEvent(new ErrorEvent("error", { error, cancelable: true }));
        return document.body.textContent;
      };
      const before = complain();
      chart.tabIndex = 0;
      chart.focus();
      const after = complain();
      document.body.dataset["jpThemeName"] = "Night";
      await rest();
      return [before, after, parts.asked.map(([what]) => what)];
    });
    expect(words).toEqual([
      "There is nothing to be seen in this figure.",
      expect.stringMatching(/^This figure can't be drawn: it is torn/),
      ["newPlot", "purge"],
    ]);
  });

  test("takes no complaint of another that is drawn before it", async () => {
    const drawn = await page.evaluate(() => {
      let count = 0;
      parts.fakePlotly.answer = () => {
        const error = new parts.InputError({ what: "it is torn" });
        if (count++ === 0) dispatchEvent(new ErrorEvent("error", { error, cancelable: true }));
        return Promise.resolve();
      };
      const all = [draw({}), draw({})];
      return Promise.all(all.map((one) => one.then(() => "drawn", String)));
    });
    expect(drawn).toEqual([expect.stringContaining("it is torn"), "drawn"]);
  });

  test("that would hold up the page is refused before plotly.js is asked", async () => {
    const refused = await page.evaluate(async () => {
      const scenes = Array.from({ length: 6 }, (_, k) => ({ type: "surface", scene: `scene${k}` }));
      return [
        await draw({ data: scenes }).then(() => "drawn", String),
        parts.asked.length,
        document.body.textContent,
      ];
    });
    expect(refused).toEqual([expect.stringContaining("takes longer to draw"), 0, ""]);
  });

  test("that is first drawn on paper is as wide as its place there", async () => {
    await page.evaluate(() => matching("print"));
    const { layout } = await plotOf({});
    expect(layout["width"]).toBe(700);
  });

  test("that is a film of ours has a bar", async () => {
    const film = { layout: { meta: { film: { counts: "epoch" } } }, frames: [{ name: "0" }, { name: "4" }] };
    const label = "Chart of 0 traces Left and right arrow: one moment. Space: play or pause.";
    const { look } = await drawn(film);
    expect(look).toMatchObject({ role: "group", label });
    const { look: plain } = await drawn({ ...film, frames: [] });
    expect(plain.role).toBe("figure");
  });
});

test("a chart that cannot be drawn after a change says so in its place", async () => {
  const shown = await page.evaluate(async () => {
    await draw({});
    const node = document.body;
    const charts = node.querySelectorAll(".fall-line-chart").length;
    parts.fakePlotly.answer = () =>
      Promise.reject(new parts.InputError({ what: "it is torn", got: 1, cure: "mend it" }));
    document.body.dataset["jpThemeName"] = "Night";
    while (node.querySelector(".fall-line-chart") !== null) await new Promise(requestAnimationFrame);
    return { charts, words: node.textContent };
  });
  expect(shown.charts).toBe(1);
  expect(shown.words).toContain("it is torn, got 1");
  expect(shown.words).toContain("mend it");
});

test.each([
  ["dressed", "theme"],
  ["fitted", "width"],
])(
  "charts that are %s at once, because the %s has changed, have each the time that one has",
  async (_, what) => {
    const redrawn = await page.evaluate(async (changed) => {
      for (let k = 0; k < 3; k++) await draw({});
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
      parts.fakePlotly.answer = (what) => {
        if (what === "redraw") return Promise.resolve();
        for (let looks = 0; looks < 0.6 * most; looks++) parts.checkTime();
        count++;
        return Promise.resolve();
      };
      if (changed === "theme") document.body.dataset["jpThemeName"] = "Night";
      else for (const node of document.body.children) (node as HTMLElement).style.width = "600px";
      await rest();
      performance.now = clock;
      return count;
    }, what);
    expect(redrawn).toBe(3);
  },
);
