import { expect, test } from "vitest";
import { stretched, withRelief } from "../../src/frontend/relief-layer.ts";

test.each<[string, (number | null)[], number, number[]]>([
  // Catmull & Rom: half way between b and c lies (9 (b + c) − (a + d)) / 16; beyond an end stands the end once more.
  ["through squares", [0, 1, 4, 9, 16], 9, [0, 5 / 16, 1, 2.25, 4, 6.25, 9, 205 / 16, 16]],
  ["through as many as there are", [3, 1, 2], 3, [3, 1, 2]],
  // A quarter of the way: (−9a + 111b + 29c − 3d) / 128.
  ["at quarters", [0, 128, 0, 256], 13, [0, 29, 72, 111, 128, 105, 56, 11, 0, 43, 120, 201, 256]],
  ["through a level", [5, 5, 5], 5, [5, 5, 5, 5, 5]],
])("a smooth line %s passes through its heights", (_, heights, count, line) => {
  const made = Array.from(stretched(heights, count));
  expect(made.map((one, k) => Math.abs(one - line[k]!) < 1e-9)).toEqual(line.map(() => true));
});

test("a missing height is above all, as far as half way to the next", () => {
  const high = Infinity;
  expect(Array.from(stretched([0, null, 4, 5], 13))).toEqual([
    0,
    0,
    high,
    high,
    high,
    high,
    4,
    4,
    4,
    4,
    5,
    5,
    5,
  ]);
  expect(Array.from(stretched(Float64Array.of(1, Infinity), 5))).toEqual([1, 1, high, high, high]);
});

test("traces that hold no heights of a relief stay as they are, and so does the layout", () => {
  const meta = { relief: { levels: [1], size: 1 } };
  const [x, z] = [
    [0, 1],
    [
      [0, 1],
      [2, 3],
    ],
  ];
  const none = [
    { type: "contour", x, y: x, z },
    { type: "heatmap", meta, x, y: x, z },
    { type: "contour", meta: { relief: { levels: 1 } }, x, y: x, z },
    { type: "contour", meta, x, y: [0], z: [[0, 1]] },
    { type: "contour", meta, x: [0], y: x, z: [[0], [1]] },
    { type: "contour", meta, x, y: x, z: [...z, [4, 5]] },
    { type: "contour", meta, y: x, z },
    { type: "contour", meta, x, y: x, z: [[0, 1]] },
    { type: "contour", meta, x, y: x, z: [[0, 1], [2]] },
    { type: "contour", meta, x, y: x, z: "ab" },
    {
      type: "contour",
      meta,
      x: new Float64Array(801),
      y: x,
      z: [new Float64Array(801), new Float64Array(801)],
    },
    { type: "contour", meta, x, y: new Float64Array(801), z: Array.from({ length: 801 }, () => [0, 1]) },
  ];
  const layout = { shapes: [{}], images: [{}] };
  const made = withRelief(none, layout, false);
  expect(made.data).toEqual(none);
  expect(made.layout).toBe(layout);
});
