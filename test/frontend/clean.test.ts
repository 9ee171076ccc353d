import { describe, expect, test } from "vitest";
import { cleanFigure } from "../../src/frontend/clean.ts";

describe("cleanFigure(figure)", () => {
  test("leaves out what would reach the prototypes of the page's objects, however deep it lies", () => {
    const hostile = JSON.parse(`{
      "data": [{ "y": [1], "__proto__": { "polluted": 1 }, "constructor": { "prototype": { "polluted": 1 } } }],
      "layout": { "xaxis": { "title": { "__proto__": { "polluted": 1 }, "prototype": 1, "text": "x" } } },
      "frames": [{ "data": [{ "__proto__": { "polluted": 1 }, "uid": "an element of the page" }] }]
    }`) as unknown;
    const { data, layout, frames } = cleanFigure(hostile);
    expect({ data, layout, frames }).toStrictEqual({
      data: [{ y: [1] }],
      layout: { xaxis: { title: { text: "x" } } },
      frames: [{ data: [{}] }],
    });
    const inner = [data[0], (layout as { xaxis: { title: object } }).xaxis.title, frames[0]];
    for (const one of inner) {
      expect(Object.getPrototypeOf(one)).toBe(Object.prototype);
      expect(one).not.toHaveProperty("polluted");
    }
  });

  test("keeps pictures that are in it, and drops the address of every other", () => {
    const here = "data:image/png;base64,AAAA";
    const images = [here, "https://elsewhere/a.png", "javascript:alert(1)"].map((source) => ({ source }));
    const { layout } = cleanFigure({ data: [], layout: { images } });
    expect(layout["images"]).toEqual([{ source: here }, { source: "" }, { source: "" }]);
    const args = ["relayout", { "images[0].source": "https://elsewhere/a.png" }];
    const updates = cleanFigure({ data: [], layout: { updatemenus: [{ buttons: [{ args }] }] } });
    expect(JSON.stringify(updates.layout)).not.toContain("elsewhere");
  });

  test("takes only settings of how it is handled, and no functions", () => {
    const config = { staticPlot: true, plotlyServerURL: "https://elsewhere", editable: true };
    const { config: kept, layout } = cleanFigure({ data: [], config, layout: { run: () => 1 } });
    expect(kept).toEqual({ staticPlot: true });
    expect(layout).toEqual({ run: null });
  });

  test("is a deep copy, in which typed lists stay", () => {
    const y = Float64Array.of(1, 2);
    const given = { data: [{ y, x: [1, [2]] }], frames: [{ name: "0" }, 3], layout: [] };
    const { data, frames, layout } = cleanFigure(given);
    expect(data).toEqual([{ y, x: [1, [2]] }]);
    expect(data[0]!["x"]).not.toBe(given.data[0]!.x);
    expect([frames, layout]).toEqual([[{ name: "0" }], {}]);
    expect(cleanFigure({ data: [1, null, [2], {}, { dtype: "u1", bdata: "AQ==" }] }).data).toEqual([{}]);
  });

  test("takes every setting that only changes how one handles it", () => {
    const config = { doubleClick: false, scrollZoom: true, staticPlot: false };
    expect(cleanFigure({ data: [], config: { ...config, displayModeBar: true } }).config).toEqual(config);
    expect(cleanFigure({ data: [], config: "all" }).config).toEqual({});
  });

  test.each<[string, object, boolean]>([
    ["by an address in a button's list", { args: [["images[0].source", "//elsewhere"]] }, true],
    ["in a list of addresses", { source: ["//elsewhere"] }, true],
    ["by a key with an index", { "images[0].source": "//elsewhere" }, true],
    ["by a key that ends with a bracket", { "images[0]source": "//elsewhere" }, true],
    ["and keeps what only sounds like one", { sourceOf: "//elsewhere" }, false],
  ])("drops what would set a picture: %s", (_, part, isDropped) => {
    const { layout, omitted } = cleanFigure({ data: [], layout: { part } });
    expect(JSON.stringify(layout).includes("elsewhere")).toBe(!isDropped);
    expect(omitted).toHaveLength(isDropped ? 1 : 0);
    expect(cleanFigure({ data: [part] }).omitted).toEqual(omitted);
  });

  test("of rows and columns of plots there are as many as can be seen", () => {
    const grid = (layout: object) => () => cleanFigure({ data: [], layout });
    expect(grid({ grid: { rows: 100, columns: 2 } })).not.toThrow();
    for (const layout of [
      { grid: { rows: 1e9 } },
      { "grid.columns": 101 },
      { template: { layout: { grid: { columns: 1e9 } } } },
    ])
      expect(grid(layout)).toThrow("too many rows or columns of plots");
  });

  test("an image is made of rows of pixels", () => {
    const image = (z: unknown) => () => cleanFigure({ data: [{ type: "image", z }] });
    expect(image([[[1, 2, 3]], [[4, 5, 6]]])).not.toThrow();
    expect(image([[[1, 2, 3]], [4]])).toThrow("z of an image must be rows of pixels");
    expect(image([[[1, 2, 3]], 4])).toThrow("z of an image must be rows of pixels");
    expect(image([[[1, 2, 3], 4]])).toThrow("z of an image must be rows of pixels");
    expect(image(undefined)).not.toThrow();
    expect(() => cleanFigure({ data: [{ type: "heatmap", z: [[1], 4] }] })).not.toThrow();
  });

  test("names a kind that fetches maps with 40 letters of it at the most", () => {
    const type = `map${"x".repeat(60)}`;
    expect(() => cleanFigure({ data: [{ type }] })).toThrow(
      `traces of type "${type.slice(0, 40)}" fetch maps`,
    );
  });

  describe("holds, at the most,", () => {
    const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);
    const inObjects = (depth: number): unknown => (depth === 0 ? 1 : { a: inObjects(depth - 1) });
    const inLayout = (key: string, text: string) => ({ data: [], layout: { [key]: text } });
    test.each<[string, object, object]>([
      ["1000 traces", { data: Array(1000).fill({}) }, { data: Array(1001).fill({}) }],
      // The layout itself is the first of 32.
      [
        "lists in one another",
        { data: [], layout: { a: nested(32) } },
        { data: [], layout: { a: nested(33) } },
      ],
      [
        "objects in one another",
        { data: [], layout: inObjects(33) as object },
        { data: [], layout: inObjects(34) as object },
      ],
      ["4000 letters", inLayout("text", "x".repeat(4000)), inLayout("text", "x".repeat(4001))],
      [
        "100,000 letters in a path",
        inLayout("path", "x".repeat(100_000)),
        inLayout("path", "x".repeat(100_001)),
      ],
      [
        "so many in a path that a button sets",
        inLayout("shapes[0].path", "x".repeat(100_000)),
        inLayout("xpath", "x".repeat(4001)),
      ],
      ["places for a number", inLayout("tickformat", "999d"), inLayout("tickformat", "1000d")],
      [
        "places in a template",
        inLayout("hovertemplate", "%{y:>999d}"),
        inLayout("hovertemplate", "%{y:>1000d}"),
      ],
      ["places of a date", inLayout("hovertemplate", "%{x|999d}"), inLayout("hovertemplate", "%{x|1000d}")],
      ["places in brackets", inLayout("tickformat", "(999d"), inLayout("tickformat", "(1000d")],
      ["places behind a blank", inLayout("tickformat", " 999d"), inLayout("tickformat", " 1000d")],
      ["places of hexadecimals", inLayout("tickformat", "#999x"), inLayout("tickformat", "#1000x")],
      ["places that are filled", inLayout("tickformat", "*>999d"), inLayout("tickformat", "*>1000d")],
      ["places behind a sign", inLayout("tickformat", "+999f"), inLayout("tickformat", "+$1000f")],
    ])("%s", (_, most, more) => {
      expect(() => cleanFigure(most)).not.toThrow();
      expect(() => cleanFigure(more)).toThrow(/holds more than a page draws/);
    });

    test("a million numbers, words and names", () => {
      // The list, its trace, the trace's list, and the settings are one each.
      const numbers = (count: number) => ({ data: [{ y: new Array<number>(count).fill(0) }] });
      expect(() => cleanFigure(numbers(999_996))).not.toThrow();
      expect(() => cleanFigure(numbers(999_997))).toThrow("numbers, words and names, got 1000001");
    });

    test("a picture of five million letters, and words of any width", () => {
      const source = (count: number) => inLayout("source", `data:image/png;base64,${"A".repeat(count - 22)}`);
      expect(() => cleanFigure(source(5_000_000))).not.toThrow();
      expect(() => cleanFigure(source(5_000_001))).toThrow("letters in one text, got 5000001");
      expect(() => cleanFigure(inLayout("text", "2000d"))).not.toThrow();
    });
  });

  test.each(["scattergeo", "choropleth", "scattermap", "densitymapbox"])(
    "refuses traces of type %s, which fetch maps",
    (type) => expect(() => cleanFigure({ data: [{ type }] })).toThrow(/fetch maps/),
  );

  test.each(["heatmap", "treemap", "histogram2d", "contour"])("draws traces of type %s", (type) => {
    expect(cleanFigure({ data: [{ type }] }).data).toEqual([{ type }]);
  });

  test.each([[[1]], [null], ["figure"], [{ layout: {} }], [{ data: {} }]])(
    "refuses %j, which is no figure",
    (one) => {
      expect(() => cleanFigure(one)).toThrow(/a figure is an object with a list "data"/);
    },
  );
});
