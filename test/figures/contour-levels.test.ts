import { describe, expect, test } from "vitest";
import { contourLevels, evenLevels } from "../../src/figures/contour-levels.ts";

test.each<[string, (x: number, y: number) => number]>([
  ["lower", (x, y) => (x ** 2 - 1) ** 2 + y],
  ["upper", (x, y) => (x ** 2 - 1) ** 2 - y],
  ["left", (x, y) => (y ** 2 - 1) ** 2 + x],
  ["right", (x, y) => (y ** 2 - 1) ** 2 - x],
])("two valleys that leave the picture at its %s edge keep all their contours", (_, height) => {
  const along = Array.from({ length: 41 }, (_one, k) => (k - 20) / 10);
  const z = along.map((y) => along.map((x) => height(x, y)));
  const levels = { start: -1.75, end: 1, size: 0.25 };
  expect(contourLevels({ z, levels }, along, along, height)).toEqual(evenLevels(levels));
});

describe("over a grid that is wider than a valley", () => {
  const [long, short] = [9, 3].map((count) => Array.from({ length: count }, (_, k) => k)) as [
    number[],
    number[],
  ];
  const levels = { start: 0.2, end: 12, size: 0.2 };
  /** The levels that are drawn of a surface of 9 by 3 places, and of the same surface lying on its side. */
  function drawn(height: (along: number, across: number) => number): number[] {
    const lying = short.map((across) => long.map((along) => height(along, across)));
    const standing = long.map((along) => short.map((across) => height(along, across)));
    const both = [
      contourLevels({ z: lying, levels }, long, short, height),
      contourLevels({ z: standing, levels }, short, long, (x, y) => height(y, x)),
    ];
    expect(both[1]).toEqual(both[0]);
    return both[0]!;
  }
  const all = evenLevels(levels);

  test("no contour is drawn around a puddle that the surface does not have", () => {
    // The valley meets the grid at (0, 0), (4, 1) and (8, 2), which are 0, 0.4 and 0.8 high; between them it rises to 10.2.
    const valley = (x: number, y: number): number => Math.min(10, 100 * (y - x / 4) ** 2) + x / 10;
    expect(drawn(valley)).toEqual(all.filter((level) => level <= 0.4 || level > 10.2));
    // The other way down too.
    expect(drawn((x, y) => valley(8 - x, y))).toEqual(all.filter((level) => level <= 0.4 || level > 10.2));
  });

  test("contours are drawn around all pits that the surface has", () => {
    expect(drawn((x, y) => Math.min((x - 2) ** 2, (x - 6) ** 2) + (y - 1) ** 2)).toEqual(all);
    expect(drawn((x, y) => 2 * (x - 4) ** 2 + (y - 1) ** 2)).toEqual(all);
    expect(drawn((x) => Math.abs(x - 3.7))).toEqual(all);
  });

  test("what has no height is passed over", () => {
    const z = short.map(() => long.map((x) => (x === 4 ? null : x)));
    expect(contourLevels({ z, levels }, long, short, (x) => (x === 4 ? NaN : x))).toEqual(all);
  });
});

describe("a pool of the grid", () => {
  /** A row of places between walls, and the places of the surface that are lower than any of the grid. */
  function left(
    row: readonly (number | null)[],
    drains: readonly (readonly [number, number])[],
    walls: number | null = 20,
  ): number[] {
    const wall = row.map(() => walls);
    const height = (x: number, y: number): number =>
      drains.some(([dx, dy]) => Math.hypot(x - dx, y - dy) < 0.01) ? -1 : 50;
    const levels = { start: 0, end: 12, size: 1 };
    const drawn = contourLevels({ z: [wall, row, wall], levels }, row.map((_, k) => k), [0, 1, 2], height); // prettier-ignore
    return evenLevels(levels).filter((level) => !drawn.includes(level));
  }

  test.each<[string, (number | null)[], [number, number][], number[]]>([
    ["out of which the surface leads to a neighbour", [20, 1, 6, 2, 20], [[4, 0]], [3, 4, 5, 6]],
    [
      "and another such one",
      [20, 1, 6, 2, 20],
      [
        [4, 0],
        [0, 1],
      ],
      [2, 3, 4, 5, 6],
    ],
    ["in which the surface has a pit between places", [20, 1, 6, 2, 20], [[3 + 5 / 24, 1 - 7 / 24]], []],
    ["beyond whose neighbours the surface is lower", [20, 1, 6, 2, 20, 20], [[4.25, 1]], []],
    ["beside a hole in the surface", [20, 1, 6, 2, null, 20], [[4, 0]], [3, 4, 5, 6]],
    ["at the border", [1, 6, 2], [[1, 0]], []],
    ["that meets one of its kind first", [20, 1, 8, 2, 6, 3, 20], [[4, 0]], [3, 4, 5, 6, 7, 8]],
    ["that meets one of its kind last", [20, 1, 6, 2, 8, 3, 20], [[4, 0]], [3, 4, 5, 6, 7, 8]],
    ["that is in a pit of the surface from then on", [20, 1, 6, 2, 8, 3, 20], [[0, 0]], [2, 3, 4, 5, 6]],
  ])("%s is left out from above its lowest place to where it meets others: %j", (_, row, drains, levels) => {
    expect(left(row, drains)).toEqual(levels);
  });

  test("that meets no other over what has a height is kept", () => {
    expect(left([null, 1, null, 2, null], [[4, 0]], null)).toEqual([]);
    expect(left([null, 1, 6, 2, null], [[4, 0]], null)).toEqual([3, 4, 5, 6]);
  });
});
