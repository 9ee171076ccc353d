import { describe, expect, test } from "vitest";
import { Columns } from "../../src/exercises/search/columns.ts";
import { Spot } from "../../src/exercises/search/spot.ts";
import { name, number, placesIn, treeOf } from "../../src/exercises/search/tree.ts";

const columns = new Columns([0, 2, 4], new Map([["x", Float64Array.of(1, 2, 3, 4)]]));
const [x, right] = [name("x"), treeOf("x + 0")];
/** The value of x at the entry at which wrong versions are tried. */
const at = (...got: number[]): number => new Spot(right, Float64Array.from(got), columns).value(x);

test("wrong versions are tried where a line comes out clearly wrong: by a hundredth, and finite", () => {
  expect(at(1.005, 2.5, 3, 4)).toBe(2);
  expect(at(Infinity, 2, 3.5, 4)).toBe(3);
  expect(at(1, 0, 3, 5)).toBe(2);
});

test("where 0 comes as it should, nothing is wrong", () => {
  const spot = new Spot(treeOf("x - 1"), Float64Array.of(0, 2, 2, 3), columns);
  expect(spot.value(x)).toBe(2);
});

test("failing that where it is wrong by less, and failing that anywhere", () => {
  expect(at(1, 2, 3.001, 4)).toBe(3);
  expect(at(NaN, 2, 3, 4)).toBe(1);
});

describe("a part with some value may stand in a place", () => {
  const given = new Columns(
    [0, 2],
    new Map([
      ["a", Float64Array.of(2, 5)],
      ["x", Float64Array.of(4, 9)],
      ["z", Float64Array.of(0, 0)],
    ]),
  );
  /** Of a line that came out as `got` in its first entry: the place by its number, the root first. */
  const fits = (line: string, got: number, place: number, value: number): boolean => {
    const tree = treeOf(line);
    return new Spot(tree, Float64Array.of(got, 1), given).mayFit(
      placesIn(tree)[place]!,
      value,
      number(value),
    );
  };

  // a·√x + 3 is 7; its places are the sum, the product, a, the root, x and 3.
  test.each([
    [0, 11],
    [1, 8],
    [2, 4],
    [3, 4],
    [4, 16],
    [5, 7],
  ])("the one that makes it what came: in place %i it is %d", (place, due) => {
    expect(
      [due, due * 1.00008, due * 1.0002, -due].map((value) => fits("a*sqrt(x) + 3", 11, place, value)),
    ).toEqual([true, true, false, false]);
  });

  test.each<[string, number, number, readonly [number, boolean][]]>([
    ["x^2 + 1", 10, 2, [[3, true], [-3, true], [2, false]]],
    ["a - x", 1, 2, [[1, true], [3, false]]],
    ["a/x", 8, 2, [[0.25, true], [4, false]]],
    ["sqrt(x) - 5", -7, 2, [[4, false], [-2, false]]],
    ["a*z", 3, 1, [[7, false], [1e9, false]]],
    ["a*z + 1", 1, 2, [[7, true], [-2, true]]],
    ["mean(x)", 6, 1, [[6, true], [5, false]]],
  ])("of %s, which came as %d, in place %i", (line, got, place, values) => {
    for (const [value, due] of values) expect([value, fits(line, got, place, value)]).toEqual([value, due]);
  }); // prettier-ignore

  test("where it is no number and one came: an answer may have guarded itself", () => {
    expect(fits("a*sqrt(x) + 3", 11, 4, NaN)).toBe(true);
  });
});
