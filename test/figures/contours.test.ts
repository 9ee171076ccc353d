import { contours } from "d3-contour";
import { describe, expect, test } from "vitest";
import {
  descend,
  gradientDescent,
  himmelblau,
  landscape,
  newton,
  objective,
  rosenbrock,
  stepPicture,
} from "fall-line";
import type { Figure } from "fall-line";
import { partNamed } from "./parts.ts";

interface Ground {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly z: readonly (readonly (number | null)[])[];
  readonly meta: { readonly relief: { readonly levels: readonly number[] } };
}

/** For each contour the rings around lower ground that lie in the picture: the holes in the ground above. */
function basins(figure: Figure): { level: number; rings: readonly (readonly [number, number])[][] }[] {
  const { x, y, z, meta } = figure.data[0] as unknown as Ground;
  const heights = z.flat().map((height) => height ?? Infinity);
  const place = (all: readonly number[], at: number): number =>
    all[0]! + ((at - 0.5) / (all.length - 1)) * (all.at(-1)! - all[0]!);
  return meta.relief.levels.map((level) => ({
    level,
    rings: contours()
      .size([x.length, y.length])
      .contour(heights, level)
      .coordinates.flatMap(([, ...holes]) =>
        holes.map((ring) => ring.map(([px, py]): [number, number] => [place(x, px!), place(y, py!)])),
      ),
  }));
}

/** Whether a point lies inside a ring: a line from it crosses the ring an odd number of times. */
function holds(ring: readonly (readonly [number, number])[], [x, y]: readonly [number, number]): boolean {
  return ring.reduce((inside, [ax, ay], k) => {
    const [bx, by] = ring[(k + 1) % ring.length]!;
    return ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax) ? !inside : inside;
  }, false);
}

describe("the contours of a landscape", () => {
  test.each([
    ["Rosenbrock's valley", landscape(rosenbrock)],
    [
      "Rosenbrock's valley from afar",
      landscape(rosenbrock, {
        view: [
          [-3, 3],
          [-4, 8],
        ],
      }),
    ],
    [
      "a narrow ravine askew",
      landscape(
        objective("(x - 3*y)^2 + 0.0001*(x + y)^2", {
          minima: [[0, 0]],
          least: 0,
          view: [
            [-3, 3],
            [-2, 2],
          ],
        }),
      ),
    ],
  ])("of %s are no islands but around its one minimum", (_, figure) => {
    const minimum = partNamed(figure, "minimum");
    const all = basins(figure);
    expect(all.length).toBeGreaterThan(4);
    for (const { level, rings } of all) {
      expect(rings.length, `islands at ${level}`).toBeLessThanOrEqual(1);
      for (const ring of rings) expect(holds(ring, [minimum.x[0]!, minimum.y[0]!]), String(level)).toBe(true);
    }
  });

  test("of a surface with four minima, of which two are one basin below 50, begin as three islands", () => {
    expect(basins(landscape(himmelblau))[0]).toMatchObject({ level: 50, rings: { length: 3 } });
  });

  test("are the circles of a bowl, as near as half a pixel", () => {
    const figure = landscape(
      objective("x^2 + y^2", {
        view: [
          [-2, 2],
          [-2, 2],
        ],
      }),
    );
    for (const { level, rings } of basins(figure).filter(({ level: at }) => at < 4)) {
      expect(rings).toHaveLength(1);
      for (const [x, y] of rings[0]!)
        expect(Math.abs(Math.hypot(x, y) - Math.sqrt(level))).toBeLessThan(4 / 800);
    }
  });
});

describe("the level lines of a quadratic model", () => {
  test("are whole: each is a line or two, or three where the picture's edge cuts them", () => {
    for (const on of [rosenbrock, objective("x^2 + 900*(x - 2*y)^2 + y^4")]) {
      const figure = stepPicture(descend(on, newton, { start: [-1.2, 1], steps: 3 }), 1);
      const { x } = partNamed(figure, "quadratic model at this point") as unknown as { x: (number | null)[] };
      const pieces = x.filter((at, k) => at !== null && (k === 0 || x[k - 1] === null)).length;
      expect(pieces).toBeGreaterThan(0);
      expect(pieces, on.name).toBeLessThanOrEqual(3 * 4);
    }
  });
});

test("a landscape of which one path runs away has the range of the other", () => {
  const run = { start: [-8, 1.5], steps: 40 };
  const on = objective("0.05*x^2 + y^2", { minima: [[0, 0]], least: 0 });
  const calm = descend(on, gradientDescent, { ...run, hyper: { lambda: 0.3 } });
  const wild = descend(on, gradientDescent, { ...run, hyper: { lambda: 1.15 } });
  const rangeOf = (figure: Figure): unknown => (figure.layout.yaxis as { range: unknown }).range;
  const both = landscape([calm, wild]);
  expect(rangeOf(both)).toEqual(rangeOf(landscape(calm)));
  const words = both.layout.annotations as { text: string }[];
  expect(words.map(({ text }) => text)).toContain("Gradient descent, λ = 1.15 left the map at step 1");
});
