import { expect, test } from "vitest";
import { compounded } from "../../src/exercises/explain/compounded.ts";
import { Columns } from "../../src/exercises/search/columns.ts";
import { treeOf } from "../../src/exercises/search/tree.ts";

// The rate a/2^(t − 1): 8 and 6 at first. What a loop makes of it multiplies by 1, 1/2, 1/4, ... in turn.
const columns = new Columns(
  [0, 1, 2, 3],
  new Map([
    ["t", Float64Array.of(3, 1, 4)],
    ["a", Float64Array.of(8, 8, 6)],
  ]),
);
const rate = treeOf("a/2^(t - 1)");
const found = (got: readonly number[], trees = [rate], from = columns): string | undefined =>
  compounded(
    trees,
    trees.map(() => Float64Array.from(got)),
    from,
  )?.id;

test.each<[string, number[], string | undefined]>([
  ["by the factors up to that of its step", [8 / 8, 8, 6 / 64], "compounded"],
  ["by the factors before that of its step", [8 / 2, 8, 6 / 8], "compounded"],
  ["by the factors up to that of the next step", [8 / 64, 8 / 2, 6 / 1024], "compounded"],
  ["as it should be", [8 / 4, 8, 6 / 8], undefined],
  ["by one factor more", [8 / 64, 8, 6 / 1024], undefined],
])("a quantity that is multiplied %s", (_, got, due) => {
  expect(found(got)).toBe(due);
});

test("is told of one formula that has a step, and of nothing else", () => {
  expect(found([1, 8, 6 / 64], [rate, rate])).toBeUndefined();
  expect(found([1, 8, 6 / 64], [])).toBeUndefined();
  const timeless = new Columns([0, 1, 2, 3], new Map([["a", Float64Array.of(8, 8, 6)]]));
  expect(found([8, 8, 6], [treeOf("a")], timeless)).toBeUndefined();
});
