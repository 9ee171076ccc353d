import { describe, expect, test } from "vitest";
import { adadelta, descend, gradientDescent, landscape, objective, rules, surface } from "fall-line";
import { figureFromSpecification } from "fall-line/tools";
import type { PlotlyObject } from "../../src/figures/plotly.ts";

test("a surface alone has no legend, and no room for one", () => {
  const { layout } = surface(objective("x*y"));
  expect(layout).toMatchObject({ showlegend: false, height: 480 + 8 });
});

describe("a surface in space", () => {
  const bowl = objective("x^2 + y^2", { minima: [[0, 0]], view: [[-1, 1], [-2, 2]] }); // prettier-ignore

  test("has its axes, its minimum a little above it, and no margins but for the legend", () => {
    const { data, layout } = surface(bowl);
    expect(layout).toMatchObject({
      margin: { l: 0, r: 0, b: 0 },
      scene: {
        xaxis: { title: { text: "x" }, range: [-1, 1] },
        yaxis: { title: { text: "y" }, range: [-2, 2] },
        zaxis: { title: { text: "loss" } },
      },
    });
    const [ground, minimum] = data as unknown as [
      { z: number[][]; contours: { z: { start: number; end: number } } },
      { z: number[] },
    ];
    expect(ground.z[20]![20]).toBe(0);
    // 1.2 % of the heights from the lowest contour to the highest.
    const { start, end } = ground.contours.z;
    expect(minimum.z[0]).toBeCloseTo(0.012 * (end - start), 4);
  });

  test("has paths on it, with gaps where they are out of the picture, and the landscape as its still picture", () => {
    const path = descend(bowl, gradientDescent, { start: [0.5, 1.5], steps: 2, hyper: { lambda: 1.6 } });
    const view = [[-1, 1], [-2, 2]] as const; // prettier-ignore
    const figure = surface(path, { view });
    const { x, y, z, customdata } = figure.data[1] as unknown as Record<string, (number | null)[]>;
    // λ = 1.6 turns w into -2.2w: (0.5, 1.5), (-1.1, -3.3), (2.42, 7.26).
    expect([x, y]).toEqual([[0.5, null, null], [1.5, null, null]]); // prettier-ignore
    expect(z![0]! - 2.5).toBeGreaterThan(0);
    expect(z!.slice(1)).toEqual([null, null]);
    expect(customdata).toEqual([2.5, 12.1, 58.6]);
    expect(figure.svg.replace(/height="\d+"|<title>.*?<\/title>/g, "").length).toBeGreaterThan(1000);
    expect(figure.svg).toContain("left the map at step 1");
    const marks = (svg: string): string[] =>
      Array.from(svg.matchAll(/>([−\d.]+)<\/text>/g), ([, text]) => text!);
    expect(marks(figure.svg)).toEqual(marks(landscape(path, { view }).svg));
    expect(marks(figure.svg)).toContain("−1");
    expect(figure.alt).toMatch(/^The surface in space of /);
  });

  test.each<[string, [number, number], number, (number | null)[], (number | null)[]]>([
    // A rate of λ turns w into (1 - 2λ)w.
    ["out of it across alone", [0.5, 0.1], 1.6, [0.5, null], [0.1, null]],
    ["out of it along alone", [0.1, 1.5], 1.6, [0.1, null], [1.5, null]],
    ["at its edges", [1, 2], 1, [1, -1], [2, -2]],
  ])("has a path in the picture but where it is %s", (_, start, lambda, xs, ys) => {
    const path = descend(bowl, gradientDescent, { start, steps: 1, hyper: { lambda } });
    const [ground, { x, y, z }] = surface(path, { view: [[-1, 1], [-2, 2]] }).data as unknown as [
      { contours: { z: { start: number; end: number } } },
      Record<"x" | "y" | "z", (number | null)[]>,
    ]; // prettier-ignore
    expect([x, y]).toEqual([xs, ys]);
    const lift = 0.012 * (ground.contours.z.end - ground.contours.z.start);
    z.forEach((height, k) => {
      if (xs[k] === null) expect(height).toBeNull();
      else expect(height).toBeCloseTo(xs[k]! ** 2 + ys[k]! ** 2 + lift, 2);
    });
  });

  test("has smaller marks on a path of more than sixty points, and a dash that space has", () => {
    const drawn = (steps: number): PlotlyObject =>
      surface(descend(bowl, adadelta, { start: [1, 1], steps })).data[1]!;
    expect([59, 60].map((steps) => (drawn(steps)["marker"] as { size: number }).size)).toEqual([3, 2]);
    const dashes = rules.map(
      (rule) =>
        (surface(descend(bowl, rule, { start: [1, 1], steps: 1 })).data[1]!["line"] as { dash: string }).dash,
    );
    // Plotly's lines in space know no longdashdot.
    for (const dash of dashes) expect(["solid", "dot", "dash", "longdash", "dashdot"]).toContain(dash);
  });

  test("has each height at its own place, and is the same again from its recipe, with a path or without", () => {
    const slope = objective("x + 10*y", { view: [[0, 1], [0, 2]] }); // prettier-ignore
    const bare = surface(slope);
    const { x, y, z } = bare.data[0] as unknown as { x: number[]; y: number[]; z: number[][] };
    expect([x[0], x.at(-1), y[0], y.at(-1)]).toEqual([0, 1, 0, 2]);
    expect([z[0]!.at(-1), z.at(-1)![0], z.at(-1)!.at(-1)]).toEqual([1, 20, 21]);
    for (const figure of [bare, surface(descend(slope, gradientDescent, { start: [1, 1], steps: 2 }))])
      expect(figureFromSpecification(JSON.parse(JSON.stringify(figure.specification)))).toEqual(figure);
  });

  test("is refused for one parameter, with the cure", () => {
    expect(() => surface(objective("x^2"))).toThrow(
      "a surface needs two parameters or more, got 1; use landscape",
    );
  });
});
