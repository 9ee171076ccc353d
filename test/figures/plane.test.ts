import { describe, expect, test } from "vitest";
import { descend, gradientDescent, landscape, momentum, type Objective, quadratic } from "fall-line/library";
import { planeOf } from "../../src/figures/plane.ts";
import { partNamed } from "./parts.ts";

const bowl = quadratic([0.1, 0.5, 1, 2, 5], { seed: 1 }) as Objective;
const run = { start: [3, 2, 1, 1, 1], steps: 60, hyper: { lambda: 0.2 } };
const traces = [descend(bowl, gradientDescent, run), descend(bowl, momentum, run)];

describe("planeOf(objective, traces)", () => {
  test("of more than two parameters is that of the principal directions, through the end of the first path", () => {
    const plane = planeOf(bowl, traces);
    const end = traces[0]!.end.w;
    expect(plane.place(end).map((x) => Math.abs(x))).toEqual([0, 0]);
    expect([...plane.point(0, 0)]).toEqual([...end]);
  });

  test("has axes of length 1 at right angles, so that places and points undo each other", () => {
    const plane = planeOf(bowl, traces);
    const [x, y] = plane.place(plane.point(1.5, -0.5).slice());
    expect(x).toBeCloseTo(1.5, 10);
    expect(y).toBeCloseTo(-0.5, 10);
  });

  test("holds more of the way than any two coordinates do", () => {
    const end = traces[0]!.end.w;
    const all = traces.flatMap(({ path }) => path);
    const held = (place: (w: Float64Array) => readonly [number, number]): number => {
      const [ox, oy] = place(end);
      return all.reduce((sum, w) => sum + (place(w)[0] - ox) ** 2 + (place(w)[1] - oy) ** 2, 0);
    };
    const plane = planeOf(bowl, traces);
    const principal = held((w) => plane.place(w));
    for (let i = 0; i < 5; i++)
      for (let j = 0; j < i; j++) expect(principal).toBeGreaterThanOrEqual(held((w) => [w[i]!, w[j]!]));
  });

  test("of many parameters is worked out from the points, and is the same", () => {
    const hundred = quadratic(Array.from({ length: 100 }, (_, i) => 0.1 + i / 20)) as Objective;
    const long = descend(hundred, momentum, {
      start: new Array<number>(100).fill(1),
      steps: 30,
      hyper: { lambda: 0.1 },
    });
    const plane = planeOf(hundred, [long]);
    const [x, y] = plane.place(plane.point(2, 3).slice());
    expect([x, y]).toEqual([expect.closeTo(2, 9), expect.closeTo(3, 9)]);
  });

  test("has a second direction even for a path along a line", () => {
    const straight = descend(quadratic([1, 1, 1, 1]) as Objective, gradientDescent, {
      start: [1, 1, 1, 1],
      steps: 5,
      hyper: { lambda: 0.3 },
    });
    const plane = planeOf(straight.objective, [straight]);
    const [x, y] = plane.place(plane.point(0.3, 0.7).slice());
    expect([x, y]).toEqual([expect.closeTo(0.3, 10), expect.closeTo(0.7, 10)]);
    expect(plane.names[0]).toContain("100% of the way");
  });

  test("can be a pair of coordinates, the others staying at the end of the path", () => {
    const figure = landscape(traces, { coordinates: [0, 3] });
    const { x, y } = partNamed(figure, "Momentum");
    const path = traces[1]!.path;
    expect(x[7]).toBeCloseTo(path[7]![0]!, 2);
    expect(y[7]).toBeCloseTo(path[7]![3]!, 2);
    const relief = partNamed(figure, "loss");
    const w = traces[0]!.end.w.slice();
    [w[0], w[3]] = [relief.x[4]!, relief.y[9]!];
    expect(relief.z[9]![4]).toBeCloseTo(bowl.value(w), 1);
  });

  test("refuses pairs that are not two parameters", () => {
    for (const coordinates of [
      [0, 5],
      [1, 1],
      [-1, 0],
      [0.5, 1],
    ] as [number, number][]) {
      expect(() => landscape(traces, { coordinates })).toThrow(/two different parameters/);
    }
  });
});
