/** Wrong versions of a part in which something else stands. */
import { expect, test } from "vitest";
import {
  constantNames,
  otherNames,
  otherNumbers,
  replacement,
  smallTrees,
} from "../../../src/exercises/search/edits/replaced.ts";
import type { Family } from "../../../src/exercises/search/edits/edit.ts";
import { edited } from "../../../src/exercises/search/edits/edit.ts";
import { placesIn, show, treeOf } from "../../../src/exercises/search/tree.ts";
import { type Given, type Rows, toldOfPart } from "./told.ts";

test.each<[Family, string, number, Given, Rows]>([
  [
    otherNames,
    "m + a",
    1,
    { names: ["m", "mOld", "g", "w"] },
    [
      ["(old m) + a", 1.45, "it uses the old m and not the new one"],
      ["g + a", 2],
      ["w + a", 2],
    ],
  ],
  [otherNames, "a^b", 2, { names: ["b", "w", "t"] }, [["aᵗ", 2]]],
  [
    otherNames,
    "a^b",
    1,
    { names: ["b", "w", "t"] },
    [
      ["b^b", 2],
      ["w^b", 2],
      ["t^b", 2],
    ],
  ],
  [otherNames, "a", 0, { names: ["kappa"] }, [["κ", 2]]],
  [otherNames, "a + b", 0, { names: ["c"] }, []],
  [
    constantNames,
    "kappa",
    0,
    { constants: [2, 3] },
    [
      ["2", 2.2],
      ["3", 2.2],
    ],
  ],
  [constantNames, "2", 0, { constants: [3] }, []],
  [
    otherNumbers,
    "2",
    0,
    { constants: [7, 2], numbers: ["beta"] },
    [
      ["3", 1.8],
      ["1", 1.8],
      ["4", 2.5],
      ["−1", 2.5],
      ["20", 2.5],
      ["0.2", 2.5],
      ["−2", 2.5],
      ["0.5", 2.5],
      ["7", 1.8],
      ["β", 2.6],
    ],
  ],
  [
    otherNumbers,
    "0.3",
    0,
    {},
    [
      ["1.3", 1.8, "1.3, which is 1 + 0.3, stands where 0.3 should"],
      ["−0.7", 1.8],
      ["0.6", 2.5],
      ["0.15", 2.5],
      ["0.09", 2.5],
      ["0.7", 1.8, "0.7, which is 1 − 0.3, stands where 0.3 should"],
      ["3", 2.5],
      ["0.03", 2.5],
      ["−0.3", 2.5],
      ["3.33333", 2.5],
    ],
  ],
  [
    otherNumbers,
    "0",
    0,
    {},
    [
      ["1", 1.8],
      ["−1", 1.8],
    ],
  ],
  [otherNumbers, "a", 0, { constants: [7] }, []],
])("%o of %s, in its place %i, with %j", (way, text, place, words, rows) => {
  expect(toldOfPart(way, text, words, place)).toEqual(rows);
});

test("small expressions are two names, or a name and a number, with each operator between", () => {
  const told = smallTrees({ names: ["a"], numbers: [], constants: [2, 3], actions: [] }).map(show);
  const between = (a: string, b: string): string[] => [
    `${a} + ${b}`,
    `${a} − ${b}`,
    `${a}·${b}`,
    `${a} / ${b}`,
  ];
  expect(told).toEqual([
    ...[...between("a", "a"), "a^a"],
    ...[...between("a", "2"), "a²"],
    ...[...between("a", "3"), "a³"],
    ...[...between("2", "a"), "2^a"],
    ...[...between("3", "a"), "3^a"],
  ]);
});

test("one in the place of a part is farther fetched than any slip of a known kind", () => {
  const edit = replacement(placesIn(treeOf("a + b"))[2]!, treeOf("c*d"));
  expect([show(edited(edit)), edit.what(), edit.cost, edit.kind, edit.of()]).toEqual([
    "a + c·d",
    "c·d stands where b should",
    4,
    "replaced",
    "b",
  ]);
});
