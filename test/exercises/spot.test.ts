import { expect, test } from "vitest";
import { Columns } from "../../src/exercises/search/columns.ts";
import { Spot } from "../../src/exercises/search/spot.ts";
import { name, treeOf } from "../../src/exercises/search/tree.ts";

const columns = new Columns([0, 2, 4], new Map([["x", Float64Array.of(1, 2, 3, 4)]]));
const [x, right] = [name("x"), treeOf("x + 0")];
/** The value of x at the entry at which wrong versions are tried. */
const at = (...got: number[]): number => new Spot(right, Float64Array.from(got), columns).value(x);

test("wrong versions are tried where a line comes out clearly wrong: by a hundredth, and finite", () => {
  expect(at(1.005, 2.5, 3, 4)).toBe(2);
  expect(at(Infinity, 2, 3.5, 4)).toBe(3);
  expect(at(1, 0, 3, 5)).toBe(2);
});

test("failing that where it is wrong by less, and failing that anywhere", () => {
  expect(at(1, 2, 3.001, 4)).toBe(3);
  expect(at(NaN, 2, 3, 4)).toBe(1);
});
