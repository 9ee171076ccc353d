import { describe, expect, test } from "vitest";
import { squaresBeside } from "../../src/figures/squares.ts";

describe("the squares beside a step's picture", () => {
  const { data, annotations, axes } = squaresBeside({
    name: "κ",
    coordinates: ["x", "y"],
    areas: [4, 1],
    latest: [1, 0.25],
  });

  test("have what is remembered as their area, the largest a side of 1, from the top down", () => {
    // Sides 1 and 1/2, this step's 1/2 and 1/4; three quarters of the largest side lie between.
    expect(data.map(({ name, x, y }) => [name, x, y])).toEqual([
      ["κ of x", [0, 1, 1, 0, 0], [1.75, 1.75, 2.75, 2.75, 1.75]],
      ["g² of x", [0, 0.5, 0.5, 0, 0], [1.75, 1.75, 2.25, 2.25, 1.75]],
      ["κ of y", [0, 0.5, 0.5, 0, 0], [0, 0, 0.5, 0.5, 0]],
      ["g² of y", [0, 0.25, 0.25, 0, 0], [0, 0, 0.25, 0.25, 0]],
    ]);
  });

  test("are filled where they are remembered and dotted where they are this step's, on axes of their own", () => {
    expect(data.map(({ fill, line }) => [fill, (line as { dash?: string }).dash])).toEqual([
      ["toself", undefined],
      [undefined, "dot"],
      ["toself", undefined],
      [undefined, "dot"],
    ]);
    for (const one of data)
      expect(one).toMatchObject({
        xaxis: "x2",
        yaxis: "y2",
        mode: "lines",
        showlegend: false,
        line: { width: 2 },
      });
    expect(axes).toMatchObject({
      xaxis2: { domain: [0.77, 1], range: [-0.05, 1.05], visible: false, anchor: "y2", fixedrange: true },
      yaxis2: { domain: [0, 1], visible: false, anchor: "x2", scaleanchor: "x2", fixedrange: true },
    });
    // From three quarters below the lowest square, where its words are, to a little above the highest.
    const { range } = axes["yaxis2"] as { range: number[] };
    expect(range[0]).toBe(-0.75);
    expect(range[1]).toBeCloseTo(2.8, 9);
  });

  test("have below them what they are, the side being the root of the area", () => {
    expect(annotations.map(({ text, x, y, xref, yref }) => [text, x, y, xref, yref])).toEqual([
      ["x: κ = 4<br>side 2<br>g² = 1", 0, 1.63, "x2", "y2"],
      ["y: κ = 1<br>side 1<br>g² = 0.25", 0, -0.12, "x2", "y2"],
    ]);
    expect(annotations[0]).toMatchObject({
      xanchor: "left",
      yanchor: "top",
      align: "left",
      showarrow: false,
      font: { size: 12 },
    });
  });

  test("are as large beside one another where this step's is the largest, and nothing where all are 0", () => {
    const sides = (areas: number[], latest: number[]): number[] =>
      squaresBeside({ name: "v", coordinates: ["x"], areas, latest }).data.map(
        ({ x }) => (x as number[])[1]!,
      );
    expect(sides([1], [4])).toEqual([0.5, 1]);
    expect(sides([0], [0])).toEqual([0, 0]);
  });
});
