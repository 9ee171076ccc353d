import { describe, expect, test } from "vitest";
import {
  curves,
  descend,
  gradientDescent,
  InputError,
  landscape,
  momentum,
  objective,
} from "fall-line/library";
import { bundleOf, figureFromSpecification, type Specification } from "fall-line/tools";
import { Figure } from "../../src/figures/figure.ts";

const ravine = objective("0.05*x^2 + y^2", { name: "ravine", minima: [[0, 0]], least: 0 });
const run = { start: [-8, 1.5], steps: 30, hyper: { lambda: 0.3 } };
const plain = descend(ravine, gradientDescent, run);
const heavy = descend(ravine, momentum, run);

interface Scatter {
  readonly name: string;
  readonly x: number[];
  readonly y: number[];
  readonly line: { readonly color: string; readonly dash: string };
  readonly marker: { readonly symbol: string };
}

function traceNamed(figure: Figure, name: string): Scatter {
  return figure.data.find((trace) => trace.name === name) as unknown as Scatter;
}

describe("landscape(traces)", () => {
  const figure = landscape([plain, heavy]);

  test("draws every step of every path, to a ten-thousandth of the picture", () => {
    const { x, y } = traceNamed(figure, "Momentum");
    expect(x).toHaveLength(31);
    heavy.path.forEach((w, t) => {
      expect(Math.abs(x[t]! - w[0]!)).toBeLessThan(1e-3);
      expect(Math.abs(y[t]! - w[1]!)).toBeLessThan(4e-4);
    });
  });

  test("tells two rules apart by colour, by dash and by marker", () => {
    const [red, green] = [traceNamed(figure, "Gradient descent"), traceNamed(figure, "Momentum")];
    expect(red.line.color).toBe("#d62728");
    expect(green.line.color).not.toBe(red.line.color);
    expect(green.line.dash).not.toBe(red.line.dash);
    expect(green.marker.symbol).not.toBe(red.marker.symbol);
  });

  test("tells two runs of one rule apart by dash", () => {
    const [first, second] = landscape([heavy, heavy]).data.filter(
      ({ name }) => name === "Momentum",
    ) as unknown as Scatter[];
    expect(second!.line.dash).not.toBe(first!.line.dash);
  });

  test("marks the minimum", () => {
    expect(traceNamed(figure, "minimum")).toMatchObject({ x: [0], y: [0] });
  });

  test("has contours whose heights are the loss", () => {
    const { x, y, z } = figure.data[0] as unknown as { x: number[]; y: number[]; z: number[][] };
    expect(z[7]![11]).toBeCloseTo(0.05 * x[11]! ** 2 + y[7]! ** 2, 2);
  });

  test("a curve goes through the very lowest point in the middle of its view", () => {
    const [curve] = landscape(objective("x^2 + 3"), { view: [[-2, 2]] }).data as unknown as Scatter[];
    expect(curve!.x[(curve!.x.length - 1) / 2]).toBe(0);
    expect(Math.min(...curve!.y)).toBe(3);
  });

  test.each([
    [0.35, false],
    [0.45, true],
    [1.35, true],
    [1.45, false],
  ])("a unit is as long on both axes where the view is about as high as wide: %d times", (ratio, isRound) => {
    const view = [[0, 10], [0, 10 * ratio]] as const; // prettier-ignore
    const { yaxis } = landscape(objective("x^2 + y^2"), { view }).layout as {
      yaxis: { scaleanchor?: string };
    };
    expect(yaxis.scaleanchor).toBe(isRound ? "x" : undefined);
  });

  test("says in words and numbers what it shows", () => {
    expect(figure.alt).toContain("Contours of ravine, with its minimum at (0, 0).");
    expect(figure.alt).toMatch(
      /Momentum goes from \(−8, 1\.5\) to \(.*\) in 30 steps; the loss goes from 5\.45 to/,
    );
  });

  test("a path that diverges leaves the picture and does not shrink it", () => {
    const wild = descend(ravine, gradientDescent, { start: [-8, 1.5], steps: 60, hyper: { lambda: 1.4 } });
    const range = (landscape(wild).layout.yaxis as { range: [number, number] }).range;
    expect(wild.path.at(-1)![1]).toBeGreaterThan(1e5);
    expect(range[1]).toBeLessThan(20);
  });

  test("a path that diverges does so again when the picture is computed from its recipe", () => {
    const wild = descend(ravine, gradientDescent, { start: [-8, 1.5], steps: 2000, hyper: { lambda: 1.9 } });
    expect(wild.stop.reason).toBe("diverged");
    const figure = landscape(wild);
    const again = figureFromSpecification(JSON.parse(JSON.stringify(figure.specification)));
    expect(again).toEqual(figure);
  });

  test("refuses traces of different objectives", () => {
    const other = descend("x^2 + y^2", momentum, run);
    expect(() => landscape([plain, other])).toThrow(InputError);
  });
});

describe("what a picture holds", () => {
  test("a path that ends as high as it began is held whole", () => {
    // At a rate of 1 each step leads to the other side.
    const swings = descend(objective("x^2 + y^2", { minima: [[0, 0]] }), gradientDescent, {
      start: [3, 0],
      steps: 3,
      hyper: { lambda: 1 },
    });
    const [low, high] = (landscape(swings).layout.xaxis as { range: [number, number] }).range;
    expect([low < -3, high > 3]).toEqual([true, true]);
  });

  test("a path on a curve leaves its picture by the ranges of both axes, each its own", () => {
    const steep = descend("100*x^2", gradientDescent, { start: [0.8], steps: 3, hyper: { lambda: 0.001 } });
    const { layout } = landscape(steep, { view: [[-1, 1]] });
    expect(JSON.stringify(layout)).not.toContain("left the map");
  });
});

describe("landscape(trace) in one dimension", () => {
  test("puts the points on the curve", () => {
    const trace = descend("x^2", gradientDescent, { start: [2], steps: 4, hyper: { lambda: 0.1 } });
    const { x, y } = traceNamed(landscape(trace), "Gradient descent");
    expect(x).toEqual([2, 1.6, 1.28, 1.024, 0.8192]);
    expect(y[1]).toBeCloseTo(2.56, 6);
  });
});

describe("landscape(objective)", () => {
  test("comes again from its recipe", () => {
    const figure = landscape(ravine);
    expect(figureFromSpecification(JSON.parse(JSON.stringify(figure.specification)))).toEqual(figure);
  });

  test("refuses a view that is none, on a curve and on a map", () => {
    for (const on of [objective("x^2"), ravine])
      expect(() => landscape(on, { view: [[1, 0]] })).toThrow(/^a view must be two finite numbers/);
  });

  const bowl = objective("a^2 + b^2 + c^2 + d^2", {
    minima: [[0, 0, 0, 9]],
    localMinima: [[0, 1, 0, 2]],
    view: [[-1, 1], [-2, 2], [-3, 3], [-4, 4]], // prettier-ignore
  });

  test("of several parameters has the names, the ranges and the minima of those that are drawn", () => {
    const figure = landscape(bowl, { coordinates: [3, 1] });
    expect(figure.layout).toMatchObject({
      xaxis: { title: { text: "d" }, range: [-4, 9] },
      yaxis: { title: { text: "b" }, range: [-2, 2] },
    });
    expect(traceNamed(figure, "minimum")).toMatchObject({ x: [9], y: [0] });
    expect(traceNamed(figure, "local minimum")).toMatchObject({ x: [2], y: [1] });
  });

  test("of one parameter has its own range, and minima on the curve; where it is not finite there is a gap", () => {
    const wells = objective("x^4 - x^2", { minima: [[0.5]], localMinima: [[-2]], view: [[-3, 3]] });
    const figure = landscape(wells);
    expect(figure.layout).toMatchObject({ xaxis: { title: { text: "x" }, range: [-3, 3] } });
    expect(traceNamed(figure, "minimum")).toMatchObject({ x: [0.5], y: [-0.1875] });
    expect(traceNamed(figure, "local minimum")).toMatchObject({ x: [-2], y: [12] });
    const { y } = traceNamed(landscape(objective("log(x)"), { view: [[-1, 1]] }), "loss");
    expect(new Set<unknown>(y.slice(0, 81))).toEqual(new Set([null]));
    expect(y.at(-1)).toBe(0);
  });

  test("takes one range that is given, and finds the other", () => {
    const { layout } = landscape(bowl, { coordinates: [0, 1], view: [[-7, 8]] }); // prettier-ignore
    expect(layout).toMatchObject({ xaxis: { range: [-7, 8] }, yaxis: { range: [-2, 2] } });
  });
});

describe("curves(traces)", () => {
  test("draws the loss on a logarithmic axis where the least is known", () => {
    const figure = curves([plain, heavy]);
    expect(figure.layout.yaxis).toMatchObject({ type: "log" });
    expect(traceNamed(figure, "Momentum").y[0]).toBe(5.45);
  });

  test("draws the coordinates of a term one by one", () => {
    const figure = curves(heavy, { of: "m" });
    expect(traceNamed(figure, "Momentum, m[1]").y.slice(0, 2)).toEqual([0, -0.9]);
  });
});

describe("the recipe of a figure", () => {
  test("is small, survives JSON, and gives the same figure again", () => {
    for (const figure of [landscape([plain, heavy]), curves([plain, heavy]), curves(heavy, { of: "m" })]) {
      const stored = JSON.stringify(figure.specification);
      expect(stored.length).toBeLessThan(1000);
      expect(figureFromSpecification(JSON.parse(stored))).toEqual(figure);
    }
  });

  test("does not exist for an objective given as a function", () => {
    const bowl = {
      value: (w: Float64Array) => w[0]! ** 2 + w[1]! ** 2,
      gradient: (w: Float64Array) => w.map((x) => 2 * x),
    };
    const figure = landscape(descend(bowl, momentum, run));
    expect(figure.specification).toBeUndefined();
  });

  test("with another format is refused", () => {
    expect(() => figureFromSpecification({ format: 2 })).toThrow(/another version/);
    expect(() => figureFromSpecification(null)).toThrow(InputError);
  });

  test("cannot smuggle code into a page", () => {
    const hostile = {
      ...landscape(plain).specification,
      objective: { name: "x", expression: "x.constructor", variables: ["x"] },
    };
    expect(() => figureFromSpecification(hostile as unknown as Specification)).toThrow(/not allowed/);
  });
});

describe("a figure in a notebook", () => {
  test("comes as recipe, Plotly data, still picture and words", async () => {
    const bundle = await bundleOf(landscape([plain, heavy]));
    expect(Object.keys(bundle)).toEqual([
      "application/vnd.fall-line+json",
      "application/vnd.plotly.v1+json",
      "image/svg+xml",
      "text/plain",
    ]);
  });

  test("keeps text out of the markup of its still picture", () => {
    const figure = new Figure({
      data: [{ type: "scatter", mode: "lines", name: "</svg><script>", x: [1, 2], y: [1, 2] }],
      layout: {},
      alt: "<b>",
    });
    expect(figure.svg).not.toContain("<script>");
    expect(figure.svg).not.toContain("<b>");
  });
});
