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
