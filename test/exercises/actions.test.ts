import { describe, expect, test } from "vitest";
import { ACTIONS } from "../../src/exercises/search/actions.ts";
import { Columns } from "../../src/exercises/search/columns.ts";
import { apply, name } from "../../src/exercises/search/tree.ts";

const EMPTY = NaN;
// Two cases: three coordinates, and one.
const columns = new Columns(
  [0, 3, 4],
  new Map([
    ["x", Float64Array.of(1, -2, 3, 4)],
    ["y", Float64Array.of(7, 8, 9, 6)],
  ]),
);
const computed = (op: string, ...names: string[]): number[] => [
  ...columns.compute(apply(op, ...names.map(name))),
];

describe("what the search computes", () => {
  test.each([
    ["sum", [2, 2, 2, 4]],
    ["mean", [2 / 3, 2 / 3, 2 / 3, 4]],
    ["norm", [Math.sqrt(14), Math.sqrt(14), Math.sqrt(14), 4]],
    ["sizes", [6, 6, 6, 4]],
    ["largest", [3, 3, 3, 4]],
    ["first", [1, 1, 1, 4]],
    ["second", [-2, -2, -2, EMPTY]],
    ["last", [3, 3, 3, 4]],
    ["next", [-2, 3, EMPTY, EMPTY]],
    ["previous", [EMPTY, 1, -2, EMPTY]],
    ["following", [-2, 3, 1, 4]],
    ["preceding", [3, 1, -2, 4]],
    ["reverse", [3, -2, 1, 4]],
    ["running", [1, -1, 2, 4]],
  ])("of all coordinates of a case: %s", (op, due) => {
    expect(computed(op, "x")).toEqual(
      due.map((x): unknown => (Number.isNaN(x) ? NaN : expect.closeTo(x, 12))),
    );
  });

  test.each([
    ["butLast", [1, -2, 9, 6]],
    ["butFirst", [7, -2, 3, 6]],
    ["onlyFirst", [1, 8, 9, 4]],
  ])("of two quantities: %s", (op, due) => {
    expect(computed(op, "x", "y")).toEqual(due);
  });

  test.each<[string, number[], number]>([
    ["pow", [2, 3], 8],
    ["cbrt", [27], 3],
    ["expm1", [0], 0],
    ["ceil", [1.2], 2],
    ["trunc", [-1.8], -1],
    ["equal", [2, 2], 1],
    ["equal", [2, 3], 0],
    ["above", [3, 2], 1],
    ["above", [2, 2], 0],
    ["multiple", [6, 3], 1],
    ["multiple", [7, 3], 0],
    ["not", [0], 1],
    ["not", [2], 0],
    ["where", [1, 5, 6], 5],
    ["where", [0, 5, 6], 6],
    ["ifZero", [0, 4], 4],
    ["ifZero", [3, 4], 3],
    ["ifNotAbove0", [0, 4], 4],
    ["ifNotAbove0", [1, 4], 1],
    ["ifSmall", [-0.1, 0.2, 9], 9],
    ["ifSmall", [0.2, 0.2, 9], 0.2],
    ["ifSmall", [-5, 0.2, 9], -5],
    ["remainder", [-7, 3], -1],
    ["xor", [6, 3], 5],
    ["shift", [3, 2], 12],
    ["round0", [2.5], 3],
    ["round1", [0.123456789], 0.1],
    ["round2", [0.123456789], 0.12],
    ["round3", [0.123456789], 0.123],
    ["round4", [0.123456789], 0.1235],
    ["round5", [0.123456789], 0.12346],
    ["join", [1, 2], 12],
    ["clip", [-3], -1],
    ["clip", [0.5], 0.5],
    ["clip", [3], 1],
  ])("number by number: %s of %j", (op, [a = NaN, b = NaN, c = NaN], due) => {
    expect(ACTIONS[op]!.each!(a, b, c)).toBeCloseTo(due, 12);
  });

  test.each(["add", "subtract", "multiply", "divide", "unaryMinus", "sqrt", "exp", "pow"])(
    "backwards: each operand of %s from the result and the other one",
    (op) => {
      const { each, undo } = ACTIONS[op]!;
      const [a, b] = [1.7, 0.6];
      const result = each!(a, b, NaN);
      undo!.forEach((back, side) => {
        const found = back(result, side === 0 ? b : a);
        // A power may have come of any base.
        if (op === "pow" && side === 0) expect(found).toBe(Infinity);
        else expect(found).toBeCloseTo(side === 0 ? a : b, 12);
      });
    },
  );

  test("backwards where there is nothing, or anything", () => {
    expect(ACTIONS["multiply"]!.undo!.map((back) => back(0, 0))).toEqual([Infinity, Infinity]);
    expect(ACTIONS["sqrt"]!.undo![0]!(-1, NaN)).toBeNaN();
  });
});
