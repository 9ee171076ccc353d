import { describe, expect, test } from "vitest";
import {
  clipped,
  exitOf,
  isWithin,
  line,
  type Pixels,
  strokesOf,
} from "../../src/frontend/explorer/strokes.ts";

const box = { left: 0, right: 100, top: 0, bottom: 50 };

describe("a path in a box", () => {
  test("is one stroke while it stays inside", () => {
    const { near, crossing } = strokesOf([[10, 10], [20, 20], [30, 10]], box); // prettier-ignore
    expect(near).toBe("M10 10L20 20L30 10");
    expect(crossing).toBe("");
  });

  test("goes a little beyond the edge where it leaves, and is no more than crossing where it never touches", () => {
    const { near, crossing } = strokesOf([[50, 40], [50, 1e9], [50, -1e9]], box); // prettier-ignore
    expect(near).toBe("M50 40L50 74");
    expect(crossing).toBe("M50 74L50 -24");
  });

  test("is near from outside in as well, and begins anew where it comes back elsewhere", () => {
    const { near } = strokesOf([[50, 200], [50, 25], [50, 200], [80, 200], [80, 25]], box); // prettier-ignore
    expect(near).toBe("M50 74L50 25L50 74M80 74L80 25");
  });

  test("has its places to a tenth of a pixel", () => {
    expect(strokesOf([[1.04, 2.06], [3, 4]], box).near).toBe("M1 2.1L3 4"); // prettier-ignore
  });

  test("is drawn past steps of less than half a pixel, but for its last", () => {
    const places = [[10, 10], [10.2, 10.2], [10.3, 10.3], [10.4, 10.4], [20, 10], [20, 10.1]] as Pixels[]; // prettier-ignore
    expect(strokesOf(places, box).near).toBe("M10 10L10.4 10.4L20 10L20 10.1");
  });

  test("is one stroke as long as it goes straight on in the box, and turns where it turns back", () => {
    const places = [[10, 10], [20, 10.1], [30, 10], [25, 10], [26, 10], [90, 10.2], [110, 10.2], [120, 10.2]] as Pixels[]; // prettier-ignore
    expect(strokesOf(places, box).near).toBe("M10 10L30 10L25 10L90 10.2L110 10.2");
  });

  test("is never further from its strokes than is told apart", () => {
    const circle = Array.from({ length: 600 }, (_, k): Pixels => [50 + 20 * Math.cos(k / 90), 25 + 20 * Math.sin(k / 90)]); // prettier-ignore
    const corners = strokesOf(circle, box).near.slice(1).split("L").map((one) => one.split(" ").map(Number) as unknown as Pixels); // prettier-ignore
    const middles = corners.slice(1).map(([x, y], k) => Math.hypot((x + corners[k]![0]) / 2 - 50, (y + corners[k]![1]) / 2 - 25)); // prettier-ignore
    expect(corners.length).toBeLessThan(60);
    expect(Math.min(...middles)).toBeGreaterThan(20 - 0.25);
    expect(Math.max(...middles)).toBeLessThan(20 + 0.25);
  });

  test("has no stroke through what is missing or far away", () => {
    expect(strokesOf([[10, 10], [NaN, 20], [30, 30]], box)).toEqual({ near: "", crossing: "" }); // prettier-ignore
    expect(strokesOf([[200, 0], [200, 50]], box)).toEqual({ near: "", crossing: "" }); // prettier-ignore
  });
});

describe("exitOf(path, box)", () => {
  test.each<[string, Pixels[], ReturnType<typeof exitOf>]>([
    [
      "down",
      [
        [50, 25],
        [50, 1e300],
      ],
      { at: [50, 50], side: "bottom" },
    ],
    [
      "up",
      [
        [50, 25],
        [50, -75],
      ],
      { at: [50, 0], side: "top" },
    ],
    [
      "right",
      [
        [50, 25],
        [150, 25],
      ],
      { at: [100, 25], side: "right" },
    ],
    [
      "left, though it crosses to the right later",
      [
        [50, 25],
        [-50, 25],
        [500, 25],
      ],
      { at: [0, 25], side: "left" },
    ],
    [
      "the second time",
      [
        [50, 25],
        [50, 99],
        [40, 25],
        [-40, 25],
      ],
      { at: [0, 25], side: "left" },
    ],
    [
      "from the very edge",
      [
        [100, 25],
        [150, 25],
      ],
      { at: [100, 25], side: "right" },
    ],
  ])("%s", (_, path, exit) => {
    expect(exitOf(path, box)).toEqual(exit);
    const moved = ([x, y]: Pixels): Pixels => [x + 30, y + 70];
    const { at, side } = exitOf(path.map(moved), { left: 30, right: 130, top: 70, bottom: 120 })!;
    expect([side, at]).toEqual([exit!.side, moved(exit!.at).map((one) => expect.closeTo(one, 9) as number)]);
  });

  test.each<[string, Pixels[]]>([
    [
      "is inside again",
      [
        [50, 25],
        [500, 25],
        [60, 25],
      ],
    ],
    [
      "has not left",
      [
        [50, 25],
        [60, 25],
      ],
    ],
    [
      "was never inside",
      [
        [500, 25],
        [600, 25],
      ],
    ],
    [
      "goes on nowhere",
      [
        [50, 25],
        [NaN, NaN],
      ],
    ],
    ["is empty", []],
  ])("is nothing for a path that %s", (_, path) => {
    // prettier-ignore
    expect(exitOf(path, box)).toBeUndefined();
  });
});

describe("clipped(from, to, box)", () => {
  test("is nothing where a segment passes by, or has no place", () => {
    expect(clipped([-10, -10], [-10, 60], box)).toBeUndefined();
    expect(clipped([-10, 60], [110, 60], box)).toBeUndefined();
    expect(clipped([10, 10], [NaN, 60], box)).toBeUndefined();
    expect(clipped([-20, 40], [40, 100], box)).toBeUndefined();
    expect(clipped([110, 25], [150, 25], box)).toBeUndefined();
  });

  test("keeps what lies inside, on the edge too, and holds huge numbers in the box", () => {
    for (const [low, high] of [
      [-3e155, 4e155],
      [-4.1e200, 7.3e180],
      [-1.7e30, 9.1e33],
    ] as const) {
      const along = [clipped([50, low], [50, high], box)!, clipped([low, 25], [high, 25], box)!];
      expect(along.flat().every((place) => isWithin(place, box))).toBe(true);
    }
    expect(clipped([10, 10], [90, 10], box)).toEqual([[10, 10], [90, 10]]); // prettier-ignore
    expect(clipped([0, 10], [0, 60], box)).toEqual([[0, 10], [0, 50]]); // prettier-ignore
    expect(clipped([-50, 0], [150, 50], box)).toEqual([[0, 12.5], [100, 37.5]]); // prettier-ignore
  });
});

test.each<[Pixels, boolean]>([
  [[0, 0], true],
  [[100, 50], true],
  [[-0.1, 25], false],
  [[100.1, 25], false],
  [[50, -0.1], false],
  [[50, 50.1], false],
])("%j is within: %s", (place, within) => {
  expect(isWithin(place, box)).toBe(within);
});

test("a line breaks where a point is missing", () => {
  expect(line([[0, 1], [2, NaN], [3, 4], [5, 6]])).toBe("M0 1M3 4L5 6"); // prettier-ignore
  expect(line([[0, 1], [Infinity, 2], [3, 4]])).toBe("M0 1M3 4"); // prettier-ignore
});
