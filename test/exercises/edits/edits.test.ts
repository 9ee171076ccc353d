import { describe, expect, test } from "vitest";
import {
  type Edit,
  edited,
  editsOf,
  likelyEditsOf,
  twiceOf,
  unchangedOf,
  unmovedOf,
  type Vocabulary,
} from "../../../src/exercises/search/edits.ts";
import { show, treeOf } from "../../../src/exercises/search/tree.ts";

const told = (edit: Edit): unknown[] => [show(edited(edit)), edit.what(), edit.kind, edit.cost, edit.of()];

describe("a quantity as a whole", () => {
  const line = treeOf("a*mOld + g");

  test("stays what it was, or goes through its line twice", () => {
    expect(told(unchangedOf(line, "mOld"))).toEqual([
      "(old m)",
      "m stays as it was",
      "unchanged",
      1.2,
      "mOld",
    ]);
    expect(told(twiceOf(line, "mOld"))).toEqual([
      "a·(a·(old m) + g) + g",
      "m goes through its line twice",
      "twice",
      2.2,
      "mOld",
    ]);
    expect(twiceOf(treeOf("w - g"), "w").what()).toBe("w goes through its line twice");
  });

  test("stays what it was in some coordinates", () => {
    expect(unmovedOf(treeOf("w - g"), "w").map(told)).toEqual([
      ["w − g, but for the last coordinate", "the last coordinate is left as it was", "butLast", 1.6, "w"],
      [
        "w − g, but for the first coordinate",
        "the first coordinate is left as it was: its index is 0",
        "butFirst",
        1.6,
        "w",
      ],
      ["w − g, in the first coordinate alone", "only the first coordinate is changed", "onlyFirst", 1.6, "w"],
    ]);
  });
});

describe("wrong versions of a line", () => {
  const words: Vocabulary = {
    names: ["m", "mOld", "g", "w", "b"],
    numbers: ["b"],
    constants: [3],
    actions: ["abs", "norm", "sign", "floor", "xor"],
    operators: ["max"],
    places: [treeOf("w + m")],
  };
  const line = treeOf("w - (2*m^2 + b*g)/sqrt(b + g^2)");
  const kinds = (edits: readonly Edit[]): Set<string> => new Set(edits.map(({ kind }) => kind));

  test("are of all kinds, the likely ones first", () => {
    const all = editsOf(line, words, () => true);
    expect([...kinds(all)]).toEqual(
      expect.arrayContaining([
        ...["other", "old", "operator", "left out", "xor", "sqrt", "parentheses", "closed late", "abs"],
        ...["constant", "number", "factor too many", "mean", "correction too many", "term too many"],
        ...["length", "max", "gradient elsewhere"],
        ...["exchanged", "other everywhere", "not squared"],
      ]),
    );
    const costs = all.map(({ cost }) => cost);
    expect(costs).toEqual([...costs].sort((a, b) => a - b));
    expect(all.some(({ what }) => what().endsWith(" once more"))).toBe(true);
    expect(all.some(({ kind }) => kind.endsWith(" in each"))).toBe(true);
    expect(all.map(({ what }) => what())).toContain("3 stands where m should");
    expect(kinds(editsOf(treeOf("m*0.8^3"), words, () => true))).toContain("floor in each step");
  });

  test("are only those that are wanted", () => {
    const some = editsOf(line, words, ({ kind }) => kind === "old" || kind === "exchanged");
    expect(kinds(some)).toEqual(new Set(["old", "exchanged"]));
    const likely = likelyEditsOf(line, words, true, ({ kind }) => kind === "exchanged");
    expect(kinds(likely)).toEqual(new Set(["exchanged"]));
  });

  test("that are likely cost little, in their parts and by exchange, with other names where asked for", () => {
    const plain = likelyEditsOf(line, words, false);
    const named = likelyEditsOf(line, words, true);
    for (const { cost } of named) expect(cost).toBeLessThanOrEqual(2.1);
    expect([kinds(plain).has("other"), kinds(named).has("other")]).toEqual([false, true]);
    for (const kind of ["left out", "operator", "xor", "parentheses", "exchanged"])
      expect([kind, kinds(plain).has(kind), kinds(named).has(kind)]).toEqual([kind, true, true]);
    expect(plain.some(({ what }) => what() === "m and g are exchanged")).toBe(true);
  });
});
