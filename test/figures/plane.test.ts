import { describe, expect, test } from "vitest";
import {
  descend,
  gradientDescent,
  landscape,
  momentum,
  objective,
  type Objective,
  quadratic,
} from "fall-line/library";
import { planeOf } from "../../src/figures/plane.ts";
import { partNamed } from "./parts.ts";

const bowl = quadratic([0.1, 0.5, 1, 2, 5], { seed: 1 }) as Objective;
const run = { start: [3, 2, 1, 1, 1], steps: 60, hyper: { lambda: 0.2 } };
const traces = [descend(bowl, gradientDescent, run), descend(bowl, momentum, run)];

describe("planeOf(objective, traces)", () => {
  test("has two directions of length 1 at a right angle, of a path along one line too", () => {
    const line = descend(quadratic([1, 1, 1]), gradientDescent, {
      start: [3, 2, 1],
      steps: 5,
      hyper: { lambda: 0.2 },
    });
    const plane = planeOf(line.objective, [line]);
    const [o, u, v] = ([[0, 0], [1, 0], [0, 1]] as const).map(([x, y]) => Array.from(plane.point(x, y))); // prettier-ignore
    const from = (a: number[]): number[] => a.map((x, i) => x - o![i]!);
    const product = (a: number[], b: number[]): number => a.reduce((sum, x, i) => sum + x * b[i]!, 0);
    const [a, b] = [from(u!), from(v!)];
    expect([product(a, a), product(b, b), product(a, b)]).toEqual([
      expect.closeTo(1, 9),
      expect.closeTo(1, 9),
      expect.closeTo(0, 9),
    ]);
  });

  test("without descents is asked for where there are more than two parameters", () => {
    for (const choice of [undefined, "principal"] as const)
      expect(() => planeOf(bowl, [], choice)).toThrow(/has 5 parameters; name two of them by number/);
    expect(planeOf(bowl, [], [0, 1]).coordinates).toEqual([0, 1]);
  });

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

  test("of two parameters is the whole, of a surface alone those that are named, through its start", () => {
    const two = objective("a^2 + b^2");
    expect(planeOf(two, [])).toMatchObject({ names: ["a", "b"], coordinates: [0, 1] });
    expect(planeOf(two, [descend(two, momentum, { start: [1, 2], steps: 3 })])).toMatchObject({
      coordinates: [0, 1],
    });
    const three = objective("a^2 + b^2 + c^2", { start: [7, 8, 9] });
    const plane = planeOf(three, [], [0, 1]);
    expect(plane).toMatchObject({ names: ["a", "b"], coordinates: [0, 1] });
    expect([...plane.point(1, 2)]).toEqual([1, 2, 9]);
    expect([...planeOf(objective("a^2 + b^2 + c^2"), [], [0, 1]).point(1, 2)]).toEqual([1, 2, 0]);
    expect(planeOf(quadratic([1, 2, 3]) as Objective, [], [2, 0]).names).toEqual(["z", "x"]);
  });

  test("says how much of the way each direction holds, a turned line of two parameters too", () => {
    const turned = descend("(x - y)^2", gradientDescent, { start: [1, 0], steps: 5, hyper: { lambda: 0.1 } });
    const plane = planeOf(turned.objective, [turned], "principal");
    expect(plane.names).toEqual([
      "principal direction 1, 100% of the way",
      "principal direction 2, 0% of the way",
    ]);
    expect(plane.coordinates).toBeUndefined();
    const [x, y] = plane.place(turned.path[0]!);
    // Along (1, -1)/√2 from the end, to which all steps lead.
    const [u, v] = turned.end.w;
    expect([Math.abs(x), y]).toEqual([expect.closeTo(Math.hypot(1 - u!, v!), 9), expect.closeTo(0, 9)]);
    const still = descend("a + b + c", gradientDescent, { start: [1, 2, 3], steps: 0 });
    expect(planeOf(still.objective, [still]).names).toEqual([
      "principal direction 1",
      "principal direction 2",
    ]);
  });

  test("holds every point of a path that lies in a plane, however long it is", () => {
    // x and y go the same way, and z another.
    const flat = descend("x^2 + y^2 + 4*z^2", gradientDescent, { start: [1, 1, 1], steps: 100, hyper: { lambda: 0.02 } }); // prettier-ignore
    const plane = planeOf(flat.objective, [flat]);
    for (const t of [0, 1, 5, 50]) {
      const w = [...flat.at(t).w];
      expect([...plane.point(...plane.place(w))]).toEqual(w.map((x) => expect.closeTo(x, 9) as number));
    }
  });

  test("is not led astray by a path that leaves all bounds", () => {
    const wild = descend("x^2 + y^2 + z^2", gradientDescent, {
      start: [1, 2, 3],
      steps: 500,
      hyper: { lambda: 2.5 },
    });
    expect(Math.abs(wild.end.w[0]!)).toBeGreaterThan(1e150);
    const plane = planeOf(wild.objective, [
      descend("x^2 + y^2 + z^2", momentum, { start: [1, 2, 3], steps: 5 }),
      wild,
    ]);
    const [x, y] = plane.place(plane.point(2, 3).slice());
    expect([x, y]).toEqual([expect.closeTo(2, 9), expect.closeTo(3, 9)]);
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
