import { describe, expect, test } from "vitest";
import { isolines, type Lines, linesOver } from "../../src/figures/isolines.ts";

/** Each line as its points; a gap ends it, and a point alone is none. */
function pieces({ x, y }: Lines): [number, number][][] {
  const found: [number, number][][] = [[]];
  expect(x).toHaveLength(y.length);
  x.forEach((at, k) => {
    expect(at === null).toBe(y[k] === null);
    if (at === null) found.push([]);
    else found.at(-1)!.push([at, y[k]!]);
  });
  return found.filter((line) => line.length > 1);
}
const sorted = (line: readonly [number, number][]): [number, number][] =>
  [...line].sort(([a, b], [c, d]) => a - c || b - d);

describe("lines of one height", () => {
  const unit = [[0, 4], [10, 12]] as const; // prettier-ignore

  test("over a slope are straight: each two points, from one edge of the picture to the other", () => {
    const across = [10, 11, 12].map(() => [0, 1, 2, 3, 4]);
    expect(pieces(linesOver(across, unit, [1.5, 3])).map(sorted)).toEqual([
      [[1.5, 10], [1.5, 12]],
      [[3, 10], [3, 12]],
    ]); // prettier-ignore
    const up = [0, 1, 2].map((height) => Array<number>(5).fill(height));
    expect(pieces(linesOver(up, unit, [0.25])).map(sorted)).toEqual([
      [[0, 10.25], [4, 10.25]],
    ]); // prettier-ignore
  });

  test("have no part along the edges of the picture, where higher ground ends", () => {
    const corner = [[0, 0, 0], [0, 1, 1], [0, 1, 1]]; // prettier-ignore
    const [line, ...others] = pieces(linesOver(corner, [[0, 2], [0, 2]], [0.5])); // prettier-ignore
    expect(others).toEqual([]);
    for (const [x, y] of line!) expect(x === 2 && y === 2).toBe(false);
    expect(sorted(line!)[0]).toEqual([0.5, expect.any(Number)]);
    expect(line!.some(([x]) => x === 2) && line!.some(([, y]) => y === 2)).toBe(true);
    expect(pieces(linesOver([[1, 1], [1, 1]], [[0, 1], [0, 1]], [0.5]))).toEqual([]); // prettier-ignore
  });

  test("go around what is missing, which is higher than any", () => {
    const hole = [0, 1, 2, 3, 4].map((row) => [0, 0, row === 2 ? null : 0, 0, 0]);
    const [ring, ...others] = pieces(linesOver(hole, [[0, 4], [0, 4]], [1])); // prettier-ignore
    expect(others).toEqual([]);
    for (const [x, y] of ring!) expect(Math.abs(x - 2) + Math.abs(y - 2)).toBeCloseTo(1, 9);
  });

  test("are none of nothing", () => {
    expect(linesOver([], unit, [1])).toEqual({ x: [], y: [] });
    expect(linesOver([[0, 1], [0, 1]], unit, [])).toEqual({ x: [], y: [] }); // prettier-ignore
  });
});

describe("lines along which a function has a value", () => {
  const view = [[-2, 2], [-1, 1]] as const; // prettier-ignore

  test("are a circle where that is one, within half a thousandth of the picture, of few points", () => {
    const [ring, ...others] = pieces(isolines((x, y) => x * x + y * y, view, [0.25]));
    expect(others).toEqual([]);
    expect(ring![0]).toEqual(ring!.at(-1));
    for (const [x, y] of ring!) expect(Math.hypot(x, y)).toBeCloseTo(0.5, 2);
    // Between two points the circle is at most 4e-4 of the picture away from the straight line.
    for (const [k, [x, y]] of ring!.entries()) {
      const [a, b] = ring![k + 1] ?? [x, y];
      expect(0.5 - Math.hypot((x + a) / 2, (y + b) / 2)).toBeLessThan(4 * 4e-4 + 5e-4);
    }
    expect(ring!.length).toBeLessThan(70);
    expect(ring!.length).toBeGreaterThan(12);
  });

  test("are parted where they are two, and cut off where the picture ends", () => {
    const both = pieces(isolines((x) => x * x, view, [1]));
    expect(both.map(sorted).sort(([a], [b]) => a![0] - b![0])).toEqual([
      [[-1, -1], [-1, 1]],
      [[1, -1], [1, 1]],
    ]); // prettier-ignore
  });
});
