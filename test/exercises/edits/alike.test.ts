/** Wrong versions of a whole line: the same slip in all places that are alike, and quantities exchanged. */
import { expect, test } from "vitest";
import { again } from "../../../src/exercises/search/edits/extras.ts";
import {
  alikeIn,
  everywhere,
  exchanges,
  parallels,
  squares,
} from "../../../src/exercises/search/edits/alike.ts";
import { edited } from "../../../src/exercises/search/edits/edit.ts";
import { apply, name, show, treeOf } from "../../../src/exercises/search/tree.ts";
import { type Given, type Rows, toldOfLine, type Way } from "./told.ts";

test("of three parts that are built alike no two are exchanged", () => {
  const said = toldOfLine(parallels, "a*b + c*d + g*h", {}).map(([, , says]) => says);
  expect(said).toContain("the factor b is left out; the factor d is left out; the factor h is left out");
  expect(said.filter((one) => one?.includes("exchanged"))).toEqual([]);
});

test.each<[Way, string, Given, Rows]>([
  [
    again,
    "a*sqrt(b)",
    {},
    [
      ["a·√b·√b", 2.508, "the result is multiplied by √b once more"],
      ["a·√b / √b", 2.508, "the result is divided by √b once more"],
      ["a·√b·√b", 2.502, "a is multiplied by √b once more"],
      ["(a / √b)·√b", 2.502, "a is divided by √b once more"],
      ["a·(√b·√b)", 2.504, "√b is multiplied by √b once more"],
      ["a·(√b / √b)", 2.504, "√b is divided by √b once more"],
      ["a·√(b·√b)", 2.502, "b is multiplied by √b once more"],
      ["a·√(b / √b)", 2.502, "b is divided by √b once more"],
    ],
  ],
  [
    again,
    "2*sqrt(b)",
    {},
    [
      ["2·√b·√b", 2.508, "2·√b is multiplied by √b once more"],
      ["2·√b / √b", 2.508, "2·√b is divided by √b once more"],
      ["2·(√b·√b)", 2.504, "√b is multiplied by √b once more"],
      ["2·(√b / √b)", 2.504, "√b is divided by √b once more"],
      ["2·√(b·√b)", 2.502, "b is multiplied by √b once more"],
      ["2·√(b / √b)", 2.502, "b is divided by √b once more"],
    ],
  ],
  [
    everywhere,
    "m*t + g",
    { names: ["m", "mOld", "gOld", "i"], constants: [3] },
    [
      ["(old m)·t + (old g)", 1.5, "it uses the old m and the old g"],
      ["(old m)·t + g", 2.05, "(old m) stands wherever m should"],
      ["(old g)·t + g", 2.05, "(old g) stands wherever m should"],
      ["the index of the coordinate·t + g", 2.05, "the index of the coordinate stands wherever m should"],
      ["3·t + g", 2.1, "m is always 3, whatever is given"],
      ["m·m + g", 2.05, "m stands wherever t should"],
      ["m·(old m) + g", 2.05, "(old m) stands wherever t should"],
      ["m·(old g) + g", 2.05, "(old g) stands wherever t should"],
      ["m·the index of the coordinate + g", 2.05, "the index of the coordinate stands wherever t should"],
      [
        "m·(the index of the coordinate + 1) + g",
        2.05,
        "the index of the coordinate, counted from 1, stands wherever t should",
      ],
      ["m·3 + g", 2.1, "t is always 3, whatever is given"],
      ["m·t + m", 2.05, "m stands wherever g should"],
      ["m·t + (old m)", 2.05, "(old m) stands wherever g should"],
      ["m·t + (old g)", 2.05, "(old g) stands wherever g should"],
      ["m·t + the index of the coordinate", 2.05, "the index of the coordinate stands wherever g should"],
      ["m·t + 3", 2.1, "g is always 3, whatever is given"],
    ],
  ],
  [
    everywhere,
    "m + t",
    { names: ["mOld", "a"] },
    [
      ["(old m) + t", 2.05, "(old m) stands wherever m should"],
      ["a + t", 2.05, "a stands wherever m should"],
      ["m + (old m)", 2.05, "(old m) stands wherever t should"],
      ["m + a", 2.05, "a stands wherever t should"],
    ],
  ],
  [
    parallels,
    "a*b + c*d",
    {},
    [
      ["a + b + (c + d)", 2.106, "b is added to a and not multiplied; d is added to c and not multiplied"],
      [
        "a − b + (c − d)",
        2.106,
        "b is subtracted from a and not multiplied; d is subtracted from c and not multiplied",
      ],
      ["a / b + c / d", 2.106, "a is divided by b and not multiplied; c is divided by d and not multiplied"],
      [
        "a^b + c^d",
        2.106,
        "a is raised to the power of b and not multiplied; c is raised to the power of d and not multiplied",
      ],
      ["b / a + d / c", 2.106, "b is divided by a and not multiplied; d is divided by c and not multiplied"],
      [
        "b^a + d^c",
        2.106,
        "b is raised to the power of a and not multiplied; d is raised to the power of c and not multiplied",
      ],
      ["a + c", 2.006, "the factor b is left out; the factor d is left out"],
      ["b + d", 2.006, "the factor a is left out; the factor c is left out"],
      [
        "max(a, b) + max(c, d)",
        2.856,
        "the larger one of a and b is taken, and they are not multiplied; the larger one of c and d is taken, and they are not multiplied",
      ],
      [
        "min(a, b) + min(c, d)",
        2.856,
        "the smaller one of a and b is taken, and they are not multiplied; the smaller one of c and d is taken, and they are not multiplied",
      ],
      ["c·d + a·b", 1.75, "a·b and c·d are exchanged"],
    ],
  ],
  [parallels, "a*b + a*b", {}, []],
  [parallels, "a^t + b^c", {}, []],
  [
    squares,
    "a^2 + b^2 + c^3",
    {},
    [
      ["a + b + c³", 1.85, "nothing is squared"],
      ["|a| + |b| + c³", 1.85, "sizes stand where the squares should"],
      ["√a + √b + c³", 1.85, "roots stand where the squares should"],
      ["a³ + b³ + c³", 1.85, "third powers stand where the squares should"],
      ["2·a + 2·b + c³", 1.85, "each is doubled and not squared"],
      ["a / 2 + b / 2 + c³", 1.85, "each is halved and not squared"],
      ["2^a + 2^b + c³", 1.85, "base and exponent are exchanged: powers of 2 stand where the squares should"],
      ["a^4 + b^4 + c³", 1.85, "fourth powers stand where the squares should"],
    ],
  ],
  [
    exchanges,
    "kappa - b*lambda",
    {},
    [
      ["b − κ·λ", 1.7, "κ and b are exchanged"],
      ["λ − b·κ", 1.7, "κ and λ are exchanged"],
    ],
  ],
  [
    everywhere,
    "kappa",
    { names: ["lambda"], constants: [2] },
    [
      ["λ", 2.05, "λ stands wherever κ should"],
      ["2", 2.1, "κ is always 2, whatever is given"],
    ],
  ],
])("%o of %s, with %j", (way, text, words, rows) => {
  expect(toldOfLine(way, text, words)).toEqual(rows);
});

test("two quantities are exchanged throughout, or everywhere but in the place of the gradient", () => {
  const ahead = apply("subtract", name("w"), apply("gradient", treeOf("w + a*m")));
  // In a·m the two may stand in either order.
  expect(exchanges(ahead).map((edit) => show(edited(edit)))).toEqual([
    "a − gradient(a + w·m)",
    "a − gradient(w + a·m)",
    "m − gradient(m + a·w)",
    "m − gradient(w + a·m)",
  ]);
});

test.each([
  [
    "m/(1 - b^t) + v/(1 - c^t)",
    [
      ["m / (1 − bᵗ)", "v / (1 − cᵗ)"],
      ["1 − bᵗ", "1 − cᵗ"],
      ["bᵗ", "cᵗ"],
    ],
  ],
  ["a*b + c*d + e*f", [["a·b", "c·d", "e·f"]]],
  ["a*b + a*b", []],
  ["a^t + b^c", []],
  ["a*2 + b*3", []],
  ["a + b", []],
])("parts of %s that are built alike from different names", (text, alike) => {
  expect(alikeIn(treeOf(text)).map((places) => places.map(({ node }) => show(node)))).toEqual(alike);
});

test("slips in all squares have names that stay", () => {
  expect(squares(treeOf("a^2")).map(({ kind, of }) => `${kind}: ${of()}`)).toEqual(
    [
      ...["not squared", "sizes", "roots", "cubes", "doubled", "halves", "powers of 2"],
      "products with itself and 2",
    ].map((kind) => `${kind}: squares`),
  );
});
