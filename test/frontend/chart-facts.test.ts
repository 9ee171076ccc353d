import { describe, expect, test } from "vitest";
import { alternativeText, filmOf, hasManyPoints, sizeOr } from "../../src/frontend/chart-facts.ts";
import type { PlainFigure } from "../../src/frontend/clean.ts";
import { LEAST_WIDTH } from "../../src/frontend/reserved-height.ts";
import { recoloured } from "../../src/frontend/recolour.ts";
import { heightIn, isOurs, textOf } from "../../src/frontend/still-picture.ts";

const figure = (layout: object, data: object[] = [], frames: object[] = []) =>
  ({ data, layout, frames, config: {}, omitted: [] }) as PlainFigure;

test.each([
  [49.9, 7],
  [50, 50],
  [4000, 4000],
  [4001, 7],
  ["420", 7],
  [undefined, 7],
])("a size of %j pixels becomes %d where 7 is usual", (size, shown) => {
  expect(sizeOr(size, 7)).toBe(shown);
});

describe("a chart in words", () => {
  test.each([
    [{ meta: { alt: "what it shows" }, title: "T" }, "what it shows"],
    [{ meta: { alt: 3 }, title: { text: "T" } }, "T"],
    [{ title: "T" }, "T"],
    [{ title: "" }, "Chart of 2 traces"],
    [{ title: { text: "" } }, "Chart of 2 traces"],
    [{}, "Chart of 2 traces"],
  ])("%j is told as %s", (layout, words) => {
    expect(alternativeText(figure(layout, [{}, {}]))).toBe(words);
  });

  test("counts a single trace as one", () => {
    expect(alternativeText(figure({}, [{}]))).toBe("Chart of 1 trace");
  });
});

test("a scatter trace of more than 20,000 points has many, by either of its lists", () => {
  const long = new Float64Array(20_001);
  expect(hasManyPoints({ y: long })).toBe(true);
  expect(hasManyPoints({ type: "scatter", x: long, y: [1] })).toBe(true);
  expect(hasManyPoints({ y: long.subarray(1) })).toBe(false);
  expect(hasManyPoints({ type: "bar", y: long })).toBe(false);
  expect(hasManyPoints({})).toBe(false);
});

describe("a film", () => {
  test("has moments, and says what they count", () => {
    const layout = { meta: { film: { counts: "step" } } };
    expect(filmOf(figure(layout, [], [{ name: "0" }]))).toBe("step");
    expect(filmOf(figure(layout))).toBeUndefined();
    expect(filmOf(figure({ meta: {} }, [], [{}]))).toBeUndefined();
    expect(filmOf(figure({}, [], [{}]))).toBeUndefined();
  });
});

test("the least width of a chart is what its legend and controls need", () => {
  expect(LEAST_WIDTH).toBe(560);
});

test("colours with a counterpart become it, however deep; numbers and what is excepted stay", () => {
  const numbers = [1, 2];
  const layout = {
    font: { color: "#111" },
    list: ["#111", "#222"],
    numbers,
    scale: [[0, "#222"], [1, "#111"]], // prettier-ignore
    meta: { dark: { "#111": "#eee" } },
  };
  const made = recoloured(layout, { "#111": "#eee" }, "meta") as typeof layout;
  expect(made).toEqual({ ...layout, font: { color: "#eee" }, list: ["#eee", "#222"], scale: [[0, "#222"], [1, "#eee"]] }); // prettier-ignore
  expect(made.numbers).toBe(numbers);
  expect(recoloured("toString", { "#111": "#eee" })).toBe("toString");
  expect(recoloured({ meta: "#111" }, { "#111": "#eee" })).toEqual({ meta: "#eee" });
  expect(recoloured(null, {})).toBeNull();
});

describe("a still picture", () => {
  test.each([
    ['<svg xmlns="x"><g><path d="M0 0"/></g><text>a</text></svg>', true],
    ["<svg><style>a{}</style><title>t</title><tspan/><circle/><rect/></svg>", true],
    ["<svg><script>1</script></svg>", false],
    ['<svg><image href="x"/></svg>', false],
    ["<svg><a/></svg>", false],
    ["<svg><foreignObject/></svg>", false],
    ["<svg></use></svg>", false],
    ["<svg><!-- x --></svg>", false],
    [" <svg></svg>", false],
    ["<div></div>", false],
    ["", false],
  ])("%.60s is of our own making: %s", (svg, isOwn) => {
    expect(isOurs(svg)).toBe(isOwn);
  });

  test("has 200,000 letters at the most", () => {
    const long = `<svg>${" ".repeat(200_000 - 11)}</svg>`;
    expect([isOurs(long), isOurs(`${long} `)]).toEqual([true, false]);
  });

  test("says its height, and may lie in a list of lines", () => {
    expect(
      heightIn('<svg xmlns="x" width="640" height="420" viewBox="0 0 1 1"><rect height="9"/></svg>'),
    ).toBe(420);
    expect(heightIn('<svg viewBox="0 0 1 1"><rect height="9"/></svg>')).toBe(0);
    expect(textOf(["<svg>\n", "</svg>"])).toBe("<svg>\n</svg>");
    expect(textOf("a")).toBe("a");
    expect(textOf(undefined)).toBe("");
  });
});
