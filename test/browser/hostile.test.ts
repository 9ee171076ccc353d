import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { descend, gradientDescent, landscape } from "fall-line";
import { launchBrowser, openPage, picture } from "./harness/browser.ts";
import { type Jupyter, startJupyter } from "./harness/jupyter.ts";
import { code, goWithoutKernel, NO_KERNEL, notebook, plotly, specified, text } from "./harness/notebook.ts";

let jupyter: Jupyter;
let browser: Browser;

beforeAll(async () => {
  [jupyter, browser] = await Promise.all([startJupyter(), launchBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await jupyter.stop();
});

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
const odd: Record<string, object> = {
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
const impossible: Record<string, [object, string]> = {
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

test("odd data is drawn, impossible data is explained, nothing runs and nothing is fetched", async () => {
  jupyter.write(
    "hostile.ipynb",
    notebook(
      [
        text("# Hostile"),
        ...Object.entries(odd).map(([name, output]) => code(`// odd: ${name}`, [output])),
        ...Object.entries(impossible).map(([name, [output]]) => code(`// impossible: ${name}`, [output])),
        code("// last", [plotly({ data: [{ y: [1, 2, 3] }], layout: { title: { text: "Last" } } })]),
      ],
      NO_KERNEL,
    ),
  );
  const { page, abroad, errors } = await openPage(browser);
  await page.goto(jupyter.url("lab/tree/hostile.ipynb"));
  await goWithoutKernel(page);
  const cells = page.locator(".jp-CodeCell");
  await cells.last().locator(".main-svg").first().waitFor();
  for (const [i, name] of Object.keys(odd).entries()) {
    expect(await cells.nth(i).locator(".fall-line-chart .main-svg").count(), name).toBeGreaterThan(0);
  }
  const first = Object.keys(odd).length;
  for (const [i, [name, [, word]]] of Object.entries(impossible).entries()) {
    const message = cells.nth(first + i).locator(".fall-line-error");
    expect(await message.textContent(), name).toMatch(new RegExp(`can't be drawn: .*${word}`, "s"));
  }
  await cells.nth(first).scrollIntoViewIfNeeded();
  await picture(page, "impossible-figures");
  const traces = await page.evaluate(() => [
    (window as { hacked?: unknown }).hacked,
    ({} as { hacked?: unknown }).hacked,
    document.querySelectorAll('.fall-line-chart script, .fall-line-chart img, [href^="javascript:"]').length,
    [...document.querySelectorAll(".modebar-btn")].some((button) =>
      /share|cloud|edit/i.test(button.getAttribute("data-title") ?? ""),
    ),
  ]);
  expect(traces).toEqual([undefined, undefined, 0, false]);
  expect(abroad).toEqual([]);
  expect(errors).toEqual([]);
  await page.context().close();
});

test("100,000 points are drawn within seconds and the page goes on", async () => {
  const numbers = Array.from({ length: 100_000 }, (_, i) => Math.round(1e4 * Math.sin(i / 500)) / 1e4);
  jupyter.write(
    "many.ipynb",
    notebook(
      [
        code("// many", [plotly({ data: [{ y: numbers, mode: "markers" }], layout: {} })]),
        code("// few", [plotly({ data: [{ y: [1, 2, 3] }], layout: {} })]),
      ],
      NO_KERNEL,
    ),
  );
  const { page, errors } = await openPage(browser);
  await page.goto(jupyter.url("lab/tree/many.ipynb"));
  await goWithoutKernel(page);
  const cells = page.locator(".jp-CodeCell");
  await cells.first().locator(".fall-line-chart .xtick").first().waitFor({ timeout: 15_000 });
  await cells.last().locator(".fall-line-chart .xtick").first().waitFor({ timeout: 15_000 });
  await picture(page, "many-points");
  expect(errors).toEqual([]);
  await page.context().close();
});
