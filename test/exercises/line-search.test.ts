import { describe, expect, test } from "vitest";
import { Columns, firstDifference } from "../../src/exercises/search/columns.ts";
import {
  type Condition,
  type Edit,
  edited,
  type Vocabulary,
  wholeEdit,
} from "../../src/exercises/search/edits.ts";
import { Effort } from "../../src/exercises/search/effort.ts";
import type { LineFinding, WrongLine } from "../../src/exercises/search/finding.ts";
import { LineSearch, type Reach } from "../../src/exercises/search/line-search.ts";
import { apply, keyOf, name, treeOf, number } from "../../src/exercises/search/tree.ts";

const column = (...values: number[]): Float64Array => Float64Array.from(values);

describe("a line that came out wrong", () => {
  const x = column(1, -2, 3, 0.5, 4, -1.5, 2.5, -3, 0.7, 5, -0.6, 1.8);
  const t = x.map((_, i) => i + 1);
  const old = x.map((value, i) => value * 0.3 - i);
  const columns = new Columns(
    Array.from({ length: 13 }, (_, i) => i),
    new Map([["x", x], ["y", x.map((value) => value ** 2 + 1)], ["t", t], ["old", old]]),
  ); // prettier-ignore
  const late: Condition = { tree: apply("above", name("t"), number(7)), says: "late" };
  const early: Condition = { tree: apply("not", late.tree), says: "early" };
  const words: Vocabulary = {
    names: ["x", "y"],
    numbers: [],
    constants: [2, 3],
    actions: ["abs"],
    conditions: [late, early],
  };
  const right = treeOf("x + 2*y");

  function found(
    got: (x: number, y: number, i: number) => number,
    reach: Reach,
    more: Partial<WrongLine> = {},
    most = 50_000,
  ): readonly LineFinding[] {
    const y = columns.value("y")!;
    const line = { right, got: x.map((one, i) => got(one, y[i]!, i)), columns, words, ...more };
    return new LineSearch(line, new Effort(most)).upTo(reach);
  }
  const told = (all: readonly LineFinding[]): unknown[] =>
    all.map(({ edits, where }) =>
      [edits.map(({ what }) => what()).join(" and "), where?.says].filter(Boolean).join(", "),
    );

  test.each<[string, (x: number, y: number, i: number) => number, Reach, string[]]>([
    ["a likely slip", (a, b) => a - 2 * b, 1, ["the sign of 2·y is flipped"]],
    ["another quantity", (a) => 3 * a, 1, ["x stands where y should"]],
    ["a slip of any kind", (a, b) => a + 2 * Math.abs(a) * b, 1, []],
    ["the same number", () => 7, 1, []],
    ["the same number, farther", () => 7, 2, ["the result is always 7, whatever is given"]],
    ["a slip in late cases", (a, b, i) => (i > 6 ? a - 2 * b : a + 2 * b), 1, []],
    [
      "a slip in late cases, farther",
      (a, b, i) => (i > 6 ? a - 2 * b : a + 2 * b),
      2,
      ["the sign of 2·y is flipped, late"],
    ],
    ["anything in late cases", (a, b, i) => (i > 6 ? Math.sin(a * b) : a + 2 * b), 4, []],
    [
      "a constant in late cases",
      (a, b, i) => (i > 6 ? 7 : a + 2 * b),
      2,
      ["the result is always 7, whatever is given, late"],
    ],
    ["nothing that holds in most cases of some kind", (a, b, i) => (i > 6 ? Math.abs(a) : a) + 2 * b, 4, []],
    ["a small expression", (a) => a + 3 ** a, 2, []],
    ["a small expression, farther", (a) => a + 3 ** a, 3, ["3^x stands where 2·y should"]],
    ["anything at all", (a, b) => Math.sin(a * b), 4, []],
    ["no numbers", () => NaN, 4, []],
  ])("is explained by %s", (_, got, reach, due) => {
    expect(told(found(got, reach))).toEqual(due.map((one) => one.replace(/^, /, "")));
  });

  test("is explained by two slips, with the cost of both, and computes what came", () => {
    const got = (a: number, b: number): number => (a * b) / 2;
    expect(found(got, 2)).toEqual([]);
    const [first] = found(got, 3);
    expect(first!.edits.length).toBeGreaterThanOrEqual(1);
    const due = x.map((one, i) => got(one, columns.value("y")![i]!));
    expect(firstDifference(columns.compute(first!.tree), due)).toBe(-1);
    if (first!.edits.length === 2)
      expect(first!.cost).toBeCloseTo(first!.edits[0]!.cost + first!.edits[1]!.cost, 12);
  });

  test("is explained in some cases by what computes both, and costs more", () => {
    const got = (a: number, b: number, i: number): number => (i > 6 ? a - 2 * b : a + 2 * b);
    const [some] = found(got, 2);
    const [all] = found((a, b) => a - 2 * b, 1);
    const due = x.map((one, i) => got(one, columns.value("y")![i]!, i));
    expect(firstDifference(columns.compute(some!.tree), due)).toBe(-1);
    expect(some!.cost).toBeGreaterThan(all!.cost);
  });

  test("stays what it was before, in all cases or in some", () => {
    const more = { before: "old" };
    expect(
      told(found((_, __, i) => (i > 6 ? old[i]! : x[i]! + 2 * columns.value("y")![i]!), 2, more)),
    ).toEqual(["old stays as it was, late"]);
  });

  test("goes through its line twice, or leaves a coordinate as it was", () => {
    const line = { right: treeOf("0.5*old + y"), before: "old" };
    const twice = (_: number, b: number, i: number): number => 0.25 * old[i]! + 1.5 * b;
    expect(told(found(twice, 2, line))).toEqual(["old goes through its line twice"]);
    const threes = new Columns(
      [0, 3, 6, 9, 12],
      new Map(["x", "y", "old"].map((one) => [one, columns.value(one)!])),
    );
    const last = (a: number, b: number, i: number): number => (i % 3 === 2 ? old[i]! : a + 2 * b);
    expect(told(found(last, 1, { before: "old", columns: threes }))).toEqual([
      "the last coordinate is left as it was",
    ]);
  });

  test("is told by all words of its own that cost about as little as the least, alone or beside another slip", () => {
    const own = (by: string, cost: number): Edit =>
      wholeEdit(right, treeOf(by), by, cost, () => `${by}, for ${cost}`, () => by); // prettier-ignore
    const known = [own("x - y^3", 0.06), own("x - y^3", 0.05), own("x - y^3", 0), own("x + y^3", 0)];
    const cube = (a: number, b: number): number => a - b ** 3;
    expect(told(found(cube, 1, { known }))).toEqual(["x - y^3, for 0.05", "x - y^3, for 0"]);
    expect(told(found(cube, 2, { known: known.slice(3) }))).toEqual([]);
    expect(told(found(cube, 3, { known: known.slice(3) }))).toEqual([
      "x + y^3, for 0 and the sign of y³ is flipped",
    ]);
  });

  test("is not told to be wrong in some cases of some cases, nor where it only does not move", () => {
    const slip = (a: number, b: number, i: number): number => (i > 6 ? a - 2 * b : a + 2 * b);
    expect(found(slip, 2, { where: x.map(() => 1) })).toEqual([]);
    const due = x.map((one, i) => (i > 6 ? old[i]! : one + 2 * columns.value("y")![i]!));
    const still = columns.with(new Map([["due", due]]));
    expect(found(slip, 4, { before: "due", columns: still })).toEqual([]);
  });

  test("is told to be wrong in no case where nearly all are, or in one that only holds for some of them", () => {
    const few = {
      words: { ...words, conditions: [{ tree: apply("above", name("t"), number(3)), says: "later" }] },
    };
    expect(found((a, b, i) => (i > 2 ? Math.sin(a * b) : a + 2 * b), 4, few)).toEqual([]);
    const narrow = {
      words: { ...words, conditions: [{ tree: apply("above", name("t"), number(10)), says: "last" }] },
    };
    expect(found((a, b, i) => (i > 6 ? a - 2 * b : a + 2 * b), 4, narrow)).toEqual([]);
  });

  test("is compared in some entries alone, if asked so", () => {
    const where = x.map((_, i) => Number(i > 4));
    expect(told(found((a, b, i) => (i > 4 ? a - 2 * b : 99), 1, { where }))).toEqual([
      "the sign of 2·y is flipped",
    ]);
    expect(
      found((a, b, i) => (i > 6 ? a - 2 * b : 99), 2, { where: x.map((_, i) => Number(i > 7)) }),
    ).toEqual([]);
  });

  test("is not searched any farther once the effort is spent, nor once something is found", () => {
    expect(found((a, b) => a - 2 * b, 4, {}, 0)).toEqual([]);
    const effort = new Effort(50_000);
    const got = x.map((one, i) => one - 2 * columns.value("y")![i]!);
    const search = new LineSearch({ right, got, columns, words }, effort);
    const first = search.upTo(1);
    const { tried } = effort;
    expect(search.upTo(4)).toBe(first);
    expect(effort.tried).toBe(tried);
    expect(keyOf(edited(first[0]!.edits[0]!))).toBe(keyOf(first[0]!.tree));
  });
});
