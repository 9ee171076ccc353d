import { expect, test } from "vitest";
import { besidePaths, NamePlaces } from "../../src/figures/name-places.ts";
import type { Box, Pixels } from "../../src/figures/pixels.ts";

const room = { left: 0, right: 400, top: 0, bottom: 300 };
const size = () => ({ width: 80, height: 19, off: 9 });
const line = (from: Pixels, to: Pixels): Pixels[] =>
  Array.from({ length: 41 }, (_, k) => [
    from[0] + (k / 40) * (to[0] - from[0]),
    from[1] + (k / 40) * (to[1] - from[1]),
  ]);
const placed = (ends: readonly Pixels[]): Box[] => {
  const paths = ends.map((end) => ({ at: line([200, 10], end) }));
  const names = new NamePlaces(
    room,
    paths.map(({ at }) => at),
  );
  return besidePaths(names, paths, size).map(([, box]) => box);
};

test.each([
  [
    "meet",
    [
      [200, 150],
      [202, 151],
      [201, 149],
    ],
  ],
  [
    "end at the edges",
    [
      [398, 20],
      [2, 290],
      [200, 299],
    ],
  ],
] as [string, Pixels[]][])(
  "names of paths that %s stand within the picture, on no path and on no other name",
  (_, ends) => {
    // prettier-ignore
    const boxes = placed(ends);
    expect(boxes).toHaveLength(3);
    for (const [k, { left, right, top, bottom }] of boxes.entries()) {
      expect([left >= 0, right <= 400, top >= 0, bottom <= 300]).toEqual([true, true, true, true]);
      const marks = ends.flatMap((end) => line([200, 10], end));
      expect(marks.filter(([x, y]) => x > left && x < right && y > top && y < bottom)).toEqual([]);
      for (const other of boxes.slice(k + 1))
        expect(other.right <= left || other.left >= right || other.bottom <= top || other.top >= bottom).toBe(
          true,
        );
    }
  },
);

test("a path that has few places is named first, at its end where that is free; one that is not seen has no name", () => {
  const [long, short] = [line([0, 150], [300, 150]), line([0, 150], [300, 150]).slice(0, 9)];
  const names = new NamePlaces(room, []);
  const found = besidePaths(names, [{ at: long }, { at: [] }, { at: short }], size);
  expect(found.map(([{ at }]) => at.length)).toEqual([9, 41]);
  const [[, first], [, second]] = found as [(typeof found)[number], (typeof found)[number]];
  expect([(first.left + first.right) / 2, first.top]).toEqual([60, 159]);
  expect([(second.left + second.right) / 2, second.top]).toEqual([300, 159]);
});

test("a name lies on no line between two points of a path either", () => {
  const zigzag: Pixels[] = [
    [0, 290],
    [200, 10],
    [400, 290],
  ];
  const beside = new NamePlaces(room, [zigzag]).beside([[200, 200]], { width: 180, height: 19, off: 9 });
  const at = (share: number, [from, to]: readonly [Pixels, Pixels]): Pixels => [
    from[0] + share * (to[0] - from[0]),
    from[1] + share * (to[1] - from[1]),
  ];
  const points = [0, 1].flatMap((k) =>
    Array.from({ length: 101 }, (_, i) => at(i / 100, [zigzag[k]!, zigzag[k + 1]!])),
  );
  const { left, right, top, bottom } = beside;
  expect(points.filter(([x, y]) => x > left && x < right && y > top && y < bottom)).toEqual([]);
});

test.each([
  [0, 9],
  [9, 18],
  [18, 27],
])("a place within paths that reach %i pixels around it has its name %i pixels off", (reach, off) => {
  const ring = [-reach, reach].flatMap((up) => line([200 - 60, 150 + up], [200 + 60, 150 + up]));
  const rows = Array.from({ length: 2 * reach }, (_, k) => line([140, 150 - reach + k], [260, 150 - reach + k])); // prettier-ignore
  const { top } = new NamePlaces(room, [ring, ...rows]).beside([[200, 150]], size());
  expect(top).toBe(150 + off);
});

test("a name is nearer to its own path than to another, where there is room for it", () => {
  const [own, other] = [line([0, 150], [300, 150]), line([0, 172], [400, 172])];
  const [[, box]] = besidePaths(new NamePlaces(room, [own, other]), [{ at: own }], size) as [[unknown, Box]];
  expect(box.bottom).toBe(150 - 9);
});

test("a name that another path is nearer to is led to its own, where that is nearest", () => {
  const [own, other] = [line([0, 150], [300, 150]), line([0, 200], [400, 200])];
  const names = new NamePlaces(room, [own, other, [[50, 178]]]);
  const at = (top: number) => ({ left: 20, right: 80, top, bottom: top + 20 });
  expect([at(160), at(166)].map((box) => names.leadOf(box, own))).toEqual([undefined, undefined]);
  expect(names.leadOf(at(175), own)![1]).toBe(150);
});
