/** What there is to search with for the mistake in a function of numbers. */
import { describe, expect, test } from "vitest";
import { settingOf } from "../../src/exercises/explain/formula-setting.ts";

const points = [
  { x: 3, t: 1 },
  { x: -2, t: 4 },
];
const words = (source: string, right = ["x*t"], at: readonly Record<string, number>[] = points) =>
  settingOf(right, at, source).words;

describe("the search for a wrong formula knows", () => {
  test("what is given, and no more of a list than that", () => {
    const { columns, words: single } = settingOf(["x*t"], points, "");
    expect([columns.starts, columns.value("x"), columns.value("t")]).toEqual([
      [0, 1, 2],
      Float64Array.of(3, -2),
      Float64Array.of(1, 4),
    ]);
    expect([single.names, single.numbers, single.asides]).toEqual([["x", "t"], ["x", "t"], []]);
  });

  test("the other numbers of a list, and its length", () => {
    const { columns, words: several } = settingOf(["3*x", "x + t"], points, "");
    expect([several.names, several.asides]).toEqual([
      ["x", "t"],
      ["entry1", "entry2", "size"],
    ]);
    expect(["entry1", "entry2", "size"].map((one) => columns.value(one))).toEqual([
      Float64Array.of(9, -6),
      Float64Array.of(4, 2),
      Float64Array.of(Math.hypot(9, 4), Math.hypot(6, 2)),
    ]);
  });

  test("the numbers of the text, and usual ones, each once", () => {
    expect(words("x + 0.25 * 3").constants).toEqual([0.25, 3, 2, 0.5, 10, 1]);
  });

  test("what can be done to one number, and nothing that needs a whole list", () => {
    expect(words("x").actions).toEqual(["abs", "sign", "sqrt"]);
    const all = words("[1] gradient solve reduce max Math.round(x) ^ exp");
    expect(all.actions).toEqual(
      ["abs", "sign", "sqrt", "round0", "round1", "round2", "round3", "round4", "round5", "floor", "trunc", "ceil", "exp", "clip", "xor"], // prettier-ignore
    );
    expect(words("x % 2").operators).toEqual(["remainder"]);
  });

  test("where it may do something else: by what is given alone", () => {
    const says = (source: string, at?: readonly Record<string, number>[]): string[] =>
      words(source, ["x"], at).conditions!.map((one) => one.says);
    const first = ["in step 1", "in all steps but the first"];
    const signs = (...names: string[]): string[] =>
      names.flatMap((one) => [`where ${one} is above 0`, `where ${one} is not above 0`]);
    expect(says("x")).toEqual(first);
    expect(says("x", [{ x: 1, n: 2 }])).toEqual([
      "for 1 coordinate",
      "for any number of coordinates but 1",
      "for 2 coordinates",
      "for any number of coordinates but 2",
    ]);
    expect(says("x > 7 ? 1 : 2")).toEqual([...first, ...signs("x", "t")]);
    expect(says("t > 3 ? 1 : 2")).toEqual([...first, "after step 3", "up to step 3", ...signs("x", "t")]);
    expect(says("x", [{ x: 1 }])).toEqual([]);
  });
});
