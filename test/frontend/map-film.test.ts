import { expect, test } from "vitest";
import { columnOfNames, momentsOf } from "../../src/frontend/explorer/map-film.ts";

test("a film has the start, the last step, and at most sixty moments between them, evenly", () => {
  expect(momentsOf(3)).toEqual([0, 1, 2, 3]);
  expect(momentsOf(0)).toEqual([0]);
  const many = momentsOf(600);
  expect([many.length, many[0], many[1], many.at(-1)]).toEqual([61, 0, 10, 600]);
});

const box = { left: 0, top: 0, right: 700, bottom: 400 };

test.each([
  [
    "that meet",
    [
      [300, 200],
      [302, 201],
      [301, 199],
    ],
  ],
  [
    "at the right edge",
    [
      [690, 20],
      [650, 390],
    ],
  ],
  [
    "that ran away",
    [
      [-1e6, 5e7],
      [900, -30],
    ],
  ],
] as [string, [number, number][]][])(
  "names beside ends %s stand under one another, within the map",
  (_, ends) => {
    const widths = ends.map(() => 120);
    const names = columnOfNames(ends, widths, box);
    const ys = names.map(({ at }) => at[1]).sort((a, b) => a - b);
    for (const [k, y] of ys.entries()) if (k > 0) expect(y - ys[k - 1]!).toBeGreaterThanOrEqual(19);
    for (const { at, align } of names) {
      const [from, to] = align === "left" ? [at[0], at[0] + 120] : [at[0] - 120, at[0]];
      expect([from >= 0, to <= 700, at[1] >= 10, at[1] <= 390]).toEqual([true, true, true, true]);
    }
    const byEnd = [...ends.keys()].sort(
      (a, b) => Math.max(0, Math.min(400, ends[a]![1])) - Math.max(0, Math.min(400, ends[b]![1])),
    );
    const byName = [...names.keys()].sort((a, b) => names[a]!.at[1] - names[b]!.at[1]);
    expect(byName).toEqual(byEnd);
  },
);
