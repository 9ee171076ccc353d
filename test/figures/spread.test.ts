import { expect, test } from "vitest";
import { spreadApart } from "../../src/figures/spread.ts";

const room = { top: 0, bottom: 100, gap: 20 };

test.each<[string, readonly number[], readonly number[]]>([
  ["stay where nothing overlaps", [10, 30, 90], [10, 30, 90]],
  ["are pushed down by what is above them, as little as it takes", [10, 15, 90], [10, 30, 90]],
  ["are pushed down one by the other", [10, 10, 40], [10, 30, 50]],
  ["are pushed up where the room ends, one by the other", [80, 95, 100], [60, 80, 100]],
  ["do not stand above the room, nor below it", [-30, 150], [0, 100]],
  ["share a room that is too small evenly", [50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50], [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]], // prettier-ignore
  ["are one", [50], [50]],
  ["are none", [], []],
])("words that %s", (_, wanted, ys) => {
  expect(spreadApart(wanted, room)).toEqual(ys);
});

test("words stand in any room, counted from its top", () => {
  expect(spreadApart([0, 0], { top: 40, bottom: 60, gap: 16 })).toEqual([40, 56]);
  expect(spreadApart([99, 99], { top: 40, bottom: 60, gap: 16 })).toEqual([44, 60]);
  expect(spreadApart([0, 0], { top: 40, bottom: 50, gap: 16 })).toEqual([40, 50]);
});
