import { expect, test } from "vitest";
import { landscape, descend, gradientDescent, ravine, rateMap, momentum } from "fall-line";
import { PLOTLY, SPECIFICATION } from "../../src/mime.ts";
import type { Stranger } from "./strangers/mutate.ts";
import { watch } from "./strangers/watch.ts";

const list = <T>(length: number, of: (k: number) => T): T[] => Array.from({ length }, (_, k) => of(k));
const plotly = (data: unknown, layout: object = {}): Stranger => ({
  mimeType: PLOTLY,
  data: { data, layout },
});
const ours = (data: object): Stranger => ({ mimeType: SPECIFICATION, data });
const path = descend(ravine, gradientDescent, { steps: 5, hyper: { lambda: 0.1 } });
const on = (expression: string): object => ({ name: "s", expression, variables: ["x", "y"] });
const sines = list(12, (k) => `sin(${k + 1}*x + y)`).join("*");
const line = { y: [1, 2, 3] };
const elsewhere = "http://example.com/picture.png";
const styled = `<span style="background:url(${elsewhere})">a</span>`;

/** What held the page up or fetched something, and the word that stands in its place; none where it is drawn. */
const named: Record<string, [Stranger, RegExp]> = {
  "a landscape of 12 multiplied sines": [
    ours({ ...landscape(path).specification, objective: on(sines) }),
    /^$/,
  ],
  "3000 curvatures": [
    ours({
      ...rateMap([1], { rule: momentum }).specification,
      options: { curvatures: list(3000, (k) => k + 1) },
    }),
    /curvatures must be a list of up to 50, got/,
  ],
  "a thousand equations of 1,900 letters": [
    ours({
      ...landscape(path).specification,
      runs: [
        {
          rule: {
            ...(JSON.parse(JSON.stringify(momentum)) as object),
            equations: Object.fromEntries(
              list(1000, (k) => [
                k === 999 ? "w" : `a${k}`,
                { text: list(950, () => "w").join("+"), shape: "vector" },
              ]),
            ),
          },
          start: [1, 1],
          steps: 1,
          hyper: {},
        },
      ],
    }),
    /rules of a stored figure are longer than a page reads/,
  ],
  "contours of size 1e-6": [
    plotly([
      {
        type: "contour",
        z: list(9, (i) => list(9, (j) => i * j)),
        contours: { start: 0, end: 81, size: 1e-6 },
      },
    ]),
    /takes longer to draw/,
  ],
  "a grid of 1e9 rows": [
    plotly([line], { grid: { rows: 1e9, columns: 1e9 } }),
    /too many rows or columns of plots/,
  ],
  "tiny steps between ticks": [plotly([line], { yaxis: { dtick: 1e-7 } }), /takes longer to draw/],
  "20,000 annotations": [
    plotly([line], { annotations: list(20_000, (k) => ({ text: `a${k}`, x: 0, y: 0 })) }),
    /takes longer to draw/,
  ],
  "20,000 traces": [plotly(list(20_000, () => line)), /too many traces, got 20000; allowed: up to 1000/],
  "nested tags": [
    plotly([line], { title: { text: `${"<b>".repeat(500)}a` } }),
    /tags in one another, got 17/,
  ],
  "tags that a template makes": [
    plotly([
      {
        ...line,
        mode: "text",
        texttemplate: "<%{customdata}>a",
        customdata: list(3, () => styled.slice(1, -10)),
      },
    ]),
    /^$/,
  ],
  "a picture in the style of a title": [plotly([line], { title: { text: styled } }), /^$/],
  "a map": [plotly([{ type: "scattermap", lat: [1], lon: [1] }]), /fetch maps from the network/],
  "a picture from elsewhere": [
    plotly([line], { images: [{ source: elsewhere }] }),
    /Pictures .* are left out/,
  ],
  "a number as wide as a street": [
    plotly([line], { yaxis: { tickformat: "99999999d" } }),
    /places for one number/,
  ],
  "a surface of a million contours": [
    plotly([
      {
        type: "surface",
        z: [
          [0, 1],
          [1, 2],
        ],
        contours: { z: { show: true, start: 0, end: 2, size: 1e-6 } },
      },
    ]),
    /takes longer to draw/,
  ],
  "much for a graphics processor": [
    plotly([{ type: "scattergl", y: list(100_000, (k) => k % 7), marker: { size: 60 }, mode: "markers" }]),
    /takes longer to draw .* without a graphics processor/,
  ],
  "what is no number of a pie": [plotly([{ type: "pie", values: ["a"] }]), /nothing to be seen/],
  "an explorer of long descents": [
    ours({
      ...landscape(path).specification,
      kind: "explorer",
      objective: on(list(2000, (k) => `sin(${k}*x*y)`).join("+")),
      options: { steps: 2000 },
    }),
    /takes more computing/,
  ],
};

test("what held pages up is drawn or refused in words, and nothing is fetched", async () => {
  const { troubles, outcomes } = await watch(Object.values(named).map(([stranger]) => stranger));
  expect(troubles).toEqual([]);
  for (const [place, [name, [, words]]] of Object.entries(named).entries())
    expect(outcomes[place]?.words, name).toMatch(words);
});
