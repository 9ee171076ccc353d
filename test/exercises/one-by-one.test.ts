import { expect, test } from "vitest";
import { aheadAlone, oneByOne } from "../../src/exercises/explain/one-by-one.ts";
import type { Cases } from "../../src/exercises/run/cases.ts";
import { Columns } from "../../src/exercises/search/columns.ts";
import type { Lines } from "../../src/exercises/search/lines.ts";
import { apply, name, treeOf } from "../../src/exercises/search/tree.ts";

const sum = (list: ArrayLike<number>): number => Array.from(list).reduce((a, b) => a + b, 0);
/** A case of two coordinates and one of one; the slope is the sum of the coordinates, times 1 and times 10. */
const columns = new Columns(
  [0, 2, 3],
  new Map([
    ["w", Float64Array.of(1, 2, 4)],
    ["g", Float64Array.of(3, 3, 40)],
    ["mOld", Float64Array.of(1, 1, 2)],
  ]),
  { gradient: (index, at) => at.map(() => (index === 0 ? 1 : 10) * sum(at)) },
);
const made = (lines: Lines, keeps: readonly string[] = []): number[][] => {
  const { w, states } = oneByOne(lines, { columns } as Cases, keeps);
  return [w, ...states.values()].map((column) => [...column]);
};
const summed = apply("sum", name("mOld"));
const plain: Lines = { states: new Map(), w: treeOf("w - g") };
const momentum: Lines = {
  states: new Map([["m", treeOf("mOld + g")]]),
  w: treeOf("w - (mOld + g)"),
};

test("each coordinate is changed with the slope where those before it have moved", () => {
  // 1 − 3 = −2, then 2 − (−2 + 2) = 2; 4 − 40 in the other case.
  expect(made(plain)).toEqual([[-2, 2, -36]]);
});

test("what is written at the end is where it was for all coordinates", () => {
  expect(made(plain, ["w"])).toEqual([[-2, -1, -36]]);
});

test("states go with them, by themselves", () => {
  // m = 1 + 3 = 4 and w = 1 − 4 = −3, then m = 1 + (−3 + 2) = 0 and w = 2 − 0; the case of one: m = 42.
  expect(made(momentum)).toEqual([
    [-3, 2, -38],
    [4, 0, 42],
  ]);
  expect(made({ states: new Map([["m", summed]]), w: treeOf("w") })[1]).toEqual([2, 3, 2]);
  expect(made({ states: new Map([["m", summed]]), w: treeOf("w") }, ["m"])[1]).toEqual([2, 2, 2]);
});

test("a state that becomes w is the w of before", () => {
  expect(made({ states: new Map([["m", name("w")]]), w: treeOf("w - g") })).toEqual([
    [-2, 2, -36],
    [1, 2, 4],
  ]);
});

test("each entry of the gradient is taken where only its own coordinate has moved ahead", () => {
  const ahead = apply("gradient", treeOf("w + mOld"));
  const lines: Lines = { states: new Map([["m", ahead]]), w: treeOf("w - m") };
  const { w, states } = aheadAlone(lines, { columns } as Cases);
  // At (2, 2) and at (1, 3) the sum is 4, at (2, 3) it is 5; in the case of one it is 10 times 6.
  expect([[...w], [...states.get("m")!]]).toEqual([
    [-3, -2, -56],
    [4, 4, 60],
  ]);
});
