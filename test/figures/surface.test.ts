import { describe, expect, test } from "vitest";
import { descend, gradientDescent, landscape, objective, surface } from "fall-line";

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
    expect(landscape(path, { view }).svg).toContain("left the map at step 1");
    expect(figure.alt).toMatch(/^The surface in space of /);
  });

  test("is refused for one parameter, with the cure", () => {
    expect(() => surface(objective("x^2"))).toThrow(
      "a surface needs two parameters or more, got 1; use landscape",
    );
  });
});
