import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { descend, gradientDescent, landscape } from "fall-line";
import { PLOTLY, SPECIFICATION } from "../../src/mime.ts";
import { firstUnlessLong } from "../long.ts";
import { openStage, type Stage } from "./harness/stage.ts";
import { sharedBrowser } from "./harness/shared.ts";

let browser: Browser;
let stage: Stage;

beforeAll(async () => {
  browser = await sharedBrowser();
  stage = await openStage(browser);
});

afterAll(() => browser.close());

type Output = readonly [mimeType: string, data: unknown];
const plotly = (figure: unknown): Output => [PLOTLY, figure];
const specified = (specification: object): Output => [SPECIFICATION, specification];

const script = "<script>window.hacked = 1</script><img src=x onerror='window.hacked = 2'>";
const elsewhere = "http://example.com/picture.png";
const good = landscape(
  descend("x^2 + y^2", gradientDescent, { start: [1, 1], steps: 5, hyper: { lambda: 0.1 } }),
).specification as unknown as Record<string, unknown>;
const withSurface = (expression: string): object => ({
  ...good,
  objective: { name: "surface", expression, variables: ["x", "y"] },
});

/** Figures that are drawn all the same, by what is wrong with each. */
const odd: Record<string, Output> = {
  "not finite": plotly({ data: [{ y: [1, null, "NaN", "Infinity", -1e308, 1e308] }], layout: {} }),
  "no traces": plotly({ data: [], layout: {} }),
  "empty traces": plotly({ data: [{}, { type: "contour", z: [] }, { x: [], y: [] }], layout: {} }),
  "script in words": plotly({
    data: [{ y: [1, 2], name: script, text: [script, script], hovertext: script }],
    layout: { title: { text: `</script>${script}` }, annotations: [{ text: script, x: 0, y: 1 }] },
  }),
  "a link that is code": plotly({
    data: [{ y: [1] }],
    layout: { title: { text: '<a href="javascript:window.hacked=3">a</a>' } },
  }),
  "pictures from elsewhere": plotly({
    data: [{ y: [1] }, { type: "image", source: elsewhere }],
    layout: {
      images: [{ source: elsewhere, x: 0, y: 1, sizex: 1, sizey: 1 }],
      updatemenus: [{ buttons: [{ method: "relayout", args: ["images[0].source", elsewhere] }] }],
    },
  }),
  prototypes: plotly(
    JSON.parse(
      '{"data":[{"y":[1],"__proto__":{"hacked":4},"constructor":{"prototype":{"hacked":5}}}],"layout":{"__proto__":{"hacked":6},"xaxis":{"__proto__":{"hacked":7}}}}',
    ) as object,
  ),
  "settings that send": plotly({
    data: [{ y: [1] }],
    layout: {},
    config: { showSendToCloud: true, plotlyServerURL: elsewhere, showLink: true, editable: true },
  }),
};

/** Outputs that can't be drawn, and a word of the reason. */
const impossible: Record<string, [Output, string]> = {
  "no figure": [plotly([1, 2, 3]), "data"],
  "packed numbers cut short": [plotly({ data: [{ y: { dtype: "f4", bdata: "AAAA" } }], layout: {} }), ""],
  "packed numbers of a false shape": [
    plotly({
      data: [{ type: "contour", z: { dtype: "f4", bdata: "AAAAAAAAgD8=", shape: "99999999, 99999999" } }],
      layout: {},
    }),
    "",
  ],
  "a map": [plotly({ data: [{ type: "scattergeo", lat: [1], lon: [1] }], layout: {} }), "network"],
  "another format": [specified({ ...good, format: 99 }), "format"],
  "no such kind": [specified({ ...good, kind: "virus" }), "kind"],
  "no rule": [
    specified({ ...good, runs: [{ rule: "constructor", start: [1, 1], steps: 1, hyper: {} }] }),
    "rule",
  ],
  "reaches for constructor": [specified(withSurface('x.constructor.constructor("window.hacked=8")()')), ""],
  "reaches for import": [specified(withSurface("import({x: 1}) + x + y")), ""],
  "a function of mathjs": [specified(withSurface('evaluate("window.hacked=9") + x + y')), ""],
  "an explorer that reaches for constructor": [
    specified({ ...withSurface('x.constructor.constructor("window.hacked=10")()'), kind: "explorer" }),
    "",
  ],
  "an explorer of one parameter": [
    specified({
      ...good,
      kind: "explorer",
      objective: { name: "s", expression: "x^2", variables: ["x"] },
      runs: [],
    }),
    "two parameters",
  ],
  nothing: [specified({}), "format"],
};

test.each(Object.entries(odd))("%s is drawn, and nothing in it can act", async (_, output) => {
  expect(await stage.show(...output)).toMatchObject({ isDrawn: true, live: [] });
});

test.each(Object.entries(impossible))("%s is explained", async (_, [output, word]) => {
  const { words, isDrawn } = await stage.show(...output);
  expect(words).toMatch(new RegExp(`can't be drawn: .*${word}`, "s"));
  expect(isDrawn).toBe(false);
});

test.each(firstUnlessLong([5_000, 20_000, 100_000]))(
  "%i points are drawn and the page goes on",
  async (length) => {
    const y = Array.from({ length }, (_, i) => Math.round(1e4 * Math.sin(i / 500)) / 1e4);
    const many = plotly({ data: [{ y, mode: "markers" }], layout: {} });
    const few = plotly({ data: [{ y: [1, 2, 3] }], layout: { title: { text: "Last" } } });
    for (const output of [many, few]) {
      const { words, isDrawn } = await stage.show(...output);
      expect(words).toBe("");
      expect(isDrawn).toBe(true);
    }
  },
);

test("nothing of it has run, and nothing was fetched", async () => {
  const traces = await stage.page.evaluate(() => [
    (window as { hacked?: unknown }).hacked,
    ({} as { hacked?: unknown }).hacked,
  ]);
  expect(traces).toEqual([undefined, undefined]);
  expect(stage.abroad).toEqual([]);
  expect(stage.errors).toEqual([]);
});
