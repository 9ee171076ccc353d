import { describe, expect, test } from "vitest";
import { exercise } from "fall-line";
import {
  allPointsOf,
  formulaSlips,
  formulasOf,
  type FormulaTarget,
  isDistinct,
  pointsOf,
  same,
  valuesOf,
} from "../../src/exercises/formula-target.ts";

const target = (
  formula: FormulaTarget["formula"],
  ranges: FormulaTarget["arguments"] = { x: { from: -5, to: 5 }, y: { from: 1, to: 2 } },
): FormulaTarget => ({
  formula,
  arguments: ranges,
  besides: [{ x: 0, y: 250 }],
  misconceptions: [],
  neighbours: [],
});
const slips = (formula: FormulaTarget["formula"]): Record<string, readonly string[]> =>
  Object.fromEntries(formulaSlips(target(formula)).map(({ what, formula: wrong }) => [what, wrong]));

describe("the points at which a formula is tried", () => {
  const mixed = { t: { from: 1, to: 40, whole: true }, k: { from: 0.1, to: 0.9 } };
  const rest = target("k*t");

  test("lie in their ranges, whole where they are to be", () => {
    for (const seed of [1, 2, 3]) {
      const points = pointsOf({ ...rest, arguments: mixed }, seed);
      expect(points).toHaveLength(24);
      for (const { t, k } of points) {
        expect(Number.isInteger(t) && t! >= 1 && t! <= 40).toBe(true);
        expect(k! >= 0.1 && k! <= 0.9).toBe(true);
      }
      expect(new Set(points.map(({ k }) => k)).size).toBeGreaterThan(15);
    }
  });

  test("begin, for every notebook alike, with the first of the whole numbers", () => {
    for (const from of [1, 7, 30]) {
      const at = (seed: number) =>
        pointsOf({ ...rest, arguments: { t: { from, to: 40, whole: true } } }, seed);
      expect(at(1)[0]!["t"]).toBe(from);
      expect(at(2).map(({ t }) => t)).not.toEqual(at(1).map(({ t }) => t));
    }
    expect([3, 4, 5, 6].map((seed) => pointsOf({ ...rest, arguments: mixed }, seed)[0]!["t"])).not.toEqual([
      1, 1, 1, 1,
    ]);
  });

  test("are those of two seeds and those that are named besides", () => {
    const one = target("x*y");
    expect(allPointsOf(one)).toEqual([...pointsOf(one, 1), ...pointsOf(one, 2), { x: 0, y: 250 }]);
  });
});

test("formulas are computed at each point, and are the same where all their numbers are", () => {
  const points = [
    { x: 3, y: 1 },
    { x: -2, y: 4 },
  ];
  expect(valuesOf(["x*y", "x - y"], points)).toEqual([
    [3, 2],
    [-8, -6],
  ]);
  expect(formulasOf("(x)*(y)")).toEqual(["x * y"].map((text) => formulasOf(text)[0]));
  expect(formulasOf(["x", "y"])).toEqual(["x", "y"]);
  expect(same([[1, NaN], [2, 3]], [[1, NaN], [2, 3]])).toBe(true); // prettier-ignore
  for (const other of [[[1, 2], [2, 3]], [[1, NaN], [2, 3.001]], [[1, NaN]], [[1, NaN], [2]]]) // prettier-ignore
    expect(same([[1, NaN], [2, 3]], other)).toBe(false); // prettier-ignore
});

describe("wrong versions of a formula by one slip", () => {
  test("of one formula say what is wrong, and one of them is its sign", () => {
    const found = slips("x - 2*y");
    expect(found).toMatchObject({
      "the factor 2 is left out": ["x - y"],
      "the sign is flipped": ["-(x - 2 * y)"],
    });
    expect(Object.keys(found).join()).not.toContain("in number");
  });

  test("of several are in one of them, and the list may be turned round or over", () => {
    expect(slips(["2*x", "x - y"])).toMatchObject({
      "in number 1, the factor 2 is left out": ["x", "x - y"],
      "in number 2, y is left out": ["2 * x", "x"],
      "in number 2, the sign is flipped": ["2 * x", "-(x - y)"],
      "every sign is flipped": ["-(2 * x)", "-(x - y)"],
      "the numbers stand in the reverse order": ["x - y", "2 * x"],
    });
  });

  test("hold nothing that needs the coordinates of a list", () => {
    expect(
      formulaSlips(target("x^2"))
        .flatMap(({ formula }) => formula)
        .join(),
    ).not.toMatch(/norm|mean/);
  });

  test("can be told where they are finite and compute something else", () => {
    const one = target("x*y");
    const told = (formula: string): boolean => isDistinct(one, { what: "", formula: [formula] });
    expect(["x + y", "y*x", "x/(x - x)", "y/x", "x*y + 0*y", "-(x*y)"].map(told)).toEqual([
      true,
      false,
      false,
      false,
      false,
      true,
    ]);
  });
});

test("a formula is told by the points besides alone where chance would pass them by", () => {
  const { target: sized } = exercise.formula({
    title: "T",
    prompt: "P?",
    formula: "x",
    arguments: { x: { from: 1, to: 5 } },
    besides: [{ x: -3 }],
    solution: ({ x }) => x,
    hints: ["H."],
  });
  expect(isDistinct(sized, { what: "", formula: ["abs(x)"] })).toBe(true);
  expect(isDistinct({ ...sized, besides: [] }, { what: "", formula: ["abs(x)"] })).toBe(false);
});
