/** The likeliest wrong versions of a part: an operator, a function. */
import { expect, test } from "vitest";
import { functions } from "../../../src/exercises/search/edits/functions.ts";
import {
  carets,
  closedLate,
  forgotten,
  groups,
  halfPowers,
} from "../../../src/exercises/search/edits/grouping.ts";
import { LIKELY } from "../../../src/exercises/search/edits/likely.ts";
import { operators } from "../../../src/exercises/search/edits/operators.ts";
import type { Family } from "../../../src/exercises/search/edits/edit.ts";
import { operatorsIn } from "../../../src/exercises/run/source.ts";
import { Place, treeOf } from "../../../src/exercises/search/tree.ts";
import { type Given, type Rows, toldOfPart } from "./told.ts";

test.each<[Family, string, number, Given, Rows]>([
  [
    functions,
    "sqrt(a + b)",
    0,
    {},
    [
      ["a + b", 1.9, "the root of a + b is left out"],
      ["(a + b)²", 2],
      ["∛(a + b)", 2.4],
      ["log(a + b)", 2.4],
      ["(a + b)·0.5", 2.3],
      ["√(√(a + b))", 2.5],
      ["√a + b", 2.2],
      ["a + √b", 2.2],
    ],
  ],
  [
    functions,
    "abs(a)",
    0,
    {},
    [
      ["a", 1.9],
      ["a²", 2],
      ["∛a", 2.4],
      ["log(a)", 2.4],
      ["a·0.5", 2.3],
      ["||a||", 2.5],
    ],
  ],
  [
    functions,
    "exp(t - 1)",
    0,
    {},
    [
      ["t − 1", 1.9, "e to the power t − 1 is left out"],
      ["(t − 1)²", 2],
      ["∛(t − 1)", 2.4],
      ["log(t − 1)", 2.4],
      ["(t − 1)·0.5", 2.3],
      ["e^(e^(t − 1))", 2.5],
      ["2^(t − 1)", 2.2],
      ["10^(t − 1)", 2.2],
      ["2.7^(t − 1)", 2.2],
      ["2.718^(t − 1)", 2.2],
      ["e^2.71828", 2.4],
      ["expm1(t)", 2.4],
      ["e^t − 1", 2.2],
      ["t − e^1", 2.2],
    ],
  ],
  [functions, "-a", 0, {}, [["a", 1.5, "the minus before a is missing"]]],
  [
    functions,
    "solve(H, g)",
    0,
    { constants: [2] },
    [
      ["g", 1.9, "H is not used: g stands where H⁻¹g should"],
      ["g²", 2],
      ["∛g", 2.4],
      ["log(g)", 2.4],
      ["g·0.5", 2.3],
      ["H⁻¹(H⁻¹g)", 2.5],
      ["(H with 2 added on its diagonal)⁻¹g", 2.2],
      ["(H with the sizes of its entries)⁻¹g", 2.2],
      ["(the lower half of H)⁻¹g", 2.3],
      ["(the upper half of H)⁻¹g", 2.3],
      ["(g / H[i][i] + H⁻¹g) / 2", 2.6],
      ["(1 over each entry of H)·g", 2.2],
    ],
  ],
  [functions, "a + b", 0, {}, []],
  [functions, "a", 0, {}, []],
  [
    operators,
    "a + b",
    0,
    { operators: ["remainder", "join", "or"] },
    [
      ["a − b", 1.5, "the sign of b is flipped"],
      ["a·b", 2],
      ["a / b", 2],
      ["a^b", 2],
      ["(a % b)", 2],
      ["(a and b joined as texts)", 2],
      ["a", 1.9, "b is left out"],
      ["b", 1.9, "a is left out"],
      ["max(a, b)", 2.6],
      ["min(a, b)", 2.6],
    ],
  ],
  [
    operators,
    "a - b",
    0,
    { operators: ["remainder", "join", "or"] },
    [
      ["a + b", 1.5, "the sign of b is flipped"],
      ["a·b", 2],
      ["a / b", 2],
      ["a^b", 2],
      ["a·(−b)", 2.1],
      ["(a % b)", 2],
      ["b − a", 1.9, "the difference is the wrong way round: b − a stands where a − b should"],
      ["a", 1.9, "b is left out"],
      ["−b", 1.9, "a is left out"],
      ["b", 2.6, "b alone stands where a − b should"],
    ],
  ],
  [
    operators,
    "a*b",
    0,
    { operators: ["remainder", "join", "or"] },
    [
      ["a + b", 2],
      ["a − b", 2],
      ["a / b", 2],
      ["a^b", 2],
      ["b / a", 2],
      ["(a % b)", 2],
      ["a", 1.9, "the factor b is left out"],
      ["b", 1.9, "the factor a is left out"],
      ["max(a, b)", 2.6],
      ["min(a, b)", 2.6],
    ],
  ],
  [
    operators,
    "a/b",
    0,
    { operators: ["remainder", "join", "or"] },
    [
      ["a + b", 2],
      ["a − b", 2],
      ["a·b", 2],
      ["a^b", 2],
      ["(a % b)", 2],
      ["b / a", 1.9, "the fraction is upside down: b / a stands where a / b should"],
      ["a", 1.9, "it is not divided by b"],
      ["b", 1.9, "a is left out"],
      ["1 / b", 2, "1 stands where a should"],
    ],
  ],
  [
    operators,
    "a^b",
    0,
    { operators: ["remainder", "join", "or"] },
    [
      ["a + b", 2],
      ["a − b", 2],
      ["a·b", 2],
      ["a / b", 2],
      ["(a % b)", 2],
      ["b^a", 1.9, "base and exponent are exchanged: b^a stands where a^b should"],
      ["a", 1.9, "the power b of a is left out"],
      ["b", 1.9, "a is left out"],
    ],
  ],
  [
    operators,
    "a^2",
    0,
    { operators: ["remainder", "join", "or"] },
    [
      ["a + 2", 2],
      ["a − 2", 2],
      ["a·2", 2],
      ["a / 2", 2],
      ["(a % 2)", 2],
      ["2^a", 1.9, "base and exponent are exchanged: 2^a stands where a² should"],
      ["2·a", 1.9],
      ["a", 1.9, "a is not squared"],
      ["2", 1.9, "a is left out"],
    ],
  ],
  [
    operators,
    "a + b",
    0,
    {},
    [
      ["a − b", 1.5, "the sign of b is flipped"],
      ["a·b", 2],
      ["a / b", 2],
      ["a^b", 2],
      ["a", 1.9, "b is left out"],
      ["b", 1.9, "a is left out"],
      ["max(a, b)", 2.6],
      ["min(a, b)", 2.6],
    ],
  ],
  [operators, "sqrt(a)", 0, {}, []],
])("%o of %s, in its place %i, with %j", (way, text, place, words, rows) => {
  expect(toldOfPart(way, text, words, place)).toEqual(rows);
});

test.each<[string, readonly string[]]>([
  ["a + b", ["sign", "operator", "operator", "operator", "left out", "left out", "operator", "operator"]],
  [
    "a*b",
    [
      "operator",
      "operator",
      "operator",
      "operator",
      "operator",
      "factor left out",
      "left out",
      "operator",
      "operator",
    ],
  ],
  [
    "a - b",
    ["sign", "operator", "operator", "operator", "operator", "exchanged", "left out", "left out", "left out"],
  ],
  ["a^2", ["operator", "operator", "operator", "operator", "exchanged", "doubled", "left out", "left out"]],
  ["-a", ["sign"]],
  ["sqrt(a)", ["left out", "sqrt", "sqrt", "sqrt", "sqrt", "sqrt"]],
])("the slips in %s have names that stay", (text, kinds) => {
  const place = new Place(treeOf(text));
  const words = { names: [], numbers: [], constants: [], actions: [] };
  expect([...operators(place, words), ...functions(place, words)].map(({ kind }) => kind)).toEqual(kinds);
});

test("** 1 / 2 halves, and takes no root, where a text has it", () => {
  const told = (text: string, written: string): Rows =>
    toldOfPart(halfPowers, text, { operators: operatorsIn(written) }, 0);
  const says =
    "** 1 / 2 takes no root: the power comes before the division, so it only halves; a root is ** 0.5";
  expect(told("a/sqrt(b)", "a / b ** 1 / 2")).toEqual([["(a / b) / 2", 1.2, says]]);
  expect(told("sqrt(b)", "b**1/2")).toEqual([["b / 2", 1.2, says]]);
  expect(told("a + sqrt(b)", "b ** 1 / 2")).toEqual([]);
  expect(told("sqrt(b)", "b ** 0.5")).toEqual([]);
});

test("operators, powers, functions and parentheses are the likeliest", () => {
  expect(new Set(LIKELY)).toEqual(
    new Set([operators, functions, carets, halfPowers, groups, forgotten, closedLate]),
  );
});
