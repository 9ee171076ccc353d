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
import { branches, choices } from "../../../src/exercises/search/edits/bounds.ts";
import { LIKELY } from "../../../src/exercises/search/edits/likely.ts";
import { olds } from "../../../src/exercises/search/edits/olds.ts";
import { operators } from "../../../src/exercises/search/edits/operators.ts";
import { rightAngles } from "../../../src/exercises/search/edits/right-angles.ts";
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
      ["(a + b)²", 2, "a + b is squared and not under a root"],
      ["∛(a + b)", 2.4, "the cube root of a + b is taken"],
      ["log(a + b)", 2.4, "the logarithm of a + b is taken"],
      ["(a + b)·0.5", 2.3, "a + b is halved and not under a root"],
      ["√(√(a + b))", 2.5],
      ["√a + b", 1.95, "the root is taken of a alone"],
      ["a + √b", 1.95, "the root is taken of b alone"],
    ],
  ],
  [
    functions,
    "sqrt(a^2 + b)",
    0,
    {},
    [
      ["a² + b", 1.9, "the root of a² + b is left out"],
      ["(a² + b)²", 2, "a² + b is squared and not under a root"],
      ["∛(a² + b)", 2.4, "the cube root of a² + b is taken"],
      ["log(a² + b)", 2.4, "the logarithm of a² + b is taken"],
      ["(a² + b)·0.5", 2.3, "a² + b is halved and not under a root"],
      ["√(√(a² + b))", 2.5],
      ["√(a²) + b", 1.95, "the root is taken of a² alone"],
      ["a² + √b", 1.95, "the root is taken of b alone"],
    ],
  ],
  [
    branches,
    "t > 1 ? a : b",
    0,
    {},
    [
      ["a", 1.4, "what belongs to t > 1 is always done"],
      ["b if t > 1, else a", 1.6, "what belongs to t > 1 and what does not have changed places"],
      ["b", 1.4, "what belongs to t > 1 is never done"],
    ],
  ],
  [
    choices,
    "min(a, b)",
    0,
    {},
    [
      ["b", 1.7, "only b is taken"],
      ["a", 1.7, "only a is taken"],
      ["max(a, b)", 1.9, "the larger one is taken"],
    ],
  ],
  [
    functions,
    "abs(a)",
    0,
    {},
    [
      ["a", 1.9, "the size of a is not taken"],
      ["a²", 2, "a is squared"],
      ["∛a", 2.4, "the cube root of a is taken"],
      ["log(a)", 2.4, "the logarithm of a is taken"],
      ["a·0.5", 2.3, "a is halved"],
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
      ["(t − 1)²", 2, "t − 1 is squared and not a power of e"],
      ["∛(t − 1)", 2.4, "the cube root of t − 1 is taken"],
      ["log(t − 1)", 2.4, "the logarithm of t − 1 is taken"],
      ["(t − 1)·0.5", 2.3, "t − 1 is halved and not a power of e"],
      ["e^(e^(t − 1))", 2.5],
      ["2^(t − 1)", 2.2, "the base is 2, where e should be"],
      ["10^(t − 1)", 2.2, "the base is 10, where e should be"],
      ["2.7^(t − 1)", 2.2, "the base is 2.7, where e should be"],
      ["2.718^(t − 1)", 2.2, "the base is 2.718, where e should be"],
      ["e^2.71828", 2.4],
      ["expm1(t)", 2.4, "expm1 is used, which is e to a power minus 1"],
      ["e^t − 1", 2.2, "1 stands outside of the exponent"],
      ["t − e^1", 2.2, "t stands outside of the exponent"],
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
      ["g²", 2, "g is squared"],
      ["∛g", 2.4, "the cube root of g is taken"],
      ["log(g)", 2.4, "the logarithm of g is taken"],
      ["g·0.5", 2.3, "g is halved"],
      ["H⁻¹(H⁻¹g)", 2.5],
      ["Hg", 2, "g is multiplied by H and not by its inverse"],
      ["(H with 2 added on its diagonal)⁻¹g", 2.2, "2 is added on the diagonal of H, which damps the step"],
      ["(the lower half of H)⁻¹g", 2.3, "only the lower half of H is used"],
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
      ["a·b", 2, "a is multiplied by b and not added"],
      ["a / b", 2, "a is divided by b and not added"],
      ["a^b", 2, "a is raised to the power of b and not added"],
      ["b − a", 1.5, "the sign of a is flipped"],
      ["(a % b)", 2, "the remainder of a by b is taken"],
      ["(a and b joined as texts)", 2, "a and b are joined as texts and not added"],
      ["a", 1.9, "b is left out"],
      ["b", 1.9, "a is left out"],
      ["max(a, b)", 2.75, "the larger one of a and b is taken, and they are not added"],
      ["min(a, b)", 2.75, "the smaller one of a and b is taken, and they are not added"],
    ],
  ],
  [
    operators,
    "a - b",
    0,
    { operators: ["remainder", "join", "or"] },
    [
      ["a + b", 1.5, "the sign of b is flipped"],
      ["a·b", 2, "a is multiplied by b and not subtracted"],
      ["a / b", 2, "a is divided by b and not subtracted"],
      ["a^b", 2, "a is raised to the power of b and not subtracted"],
      ["−a − b", 1.5, "the sign of a is flipped"],
      ["(a % b)", 2, "the remainder of a by b is taken"],
      ["b − a", 1.9, "the difference is the wrong way round: b − a stands where a − b should"],
      ["a", 1.9, "b is left out"],
      ["−b", 1.9, "a is left out"],
      ["b", 2.6, "only b is left"],
    ],
  ],
  [
    operators,
    "a*b",
    0,
    { operators: ["remainder", "join", "or"] },
    [
      ["a + b", 2, "b is added to a and not multiplied"],
      ["a − b", 2, "b is subtracted from a and not multiplied"],
      ["a / b", 2, "a is divided by b and not multiplied"],
      ["a^b", 2, "a is raised to the power of b and not multiplied"],
      ["b / a", 2, "b is divided by a and not multiplied"],
      ["b^a", 2, "b is raised to the power of a and not multiplied"],
      ["(a % b)", 2, "the remainder of a by b is taken"],
      ["a", 1.9, "the factor b is left out"],
      ["b", 1.9, "the factor a is left out"],
      ["max(a, b)", 2.75, "the larger one of a and b is taken, and they are not multiplied"],
      ["min(a, b)", 2.75, "the smaller one of a and b is taken, and they are not multiplied"],
    ],
  ],
  [
    operators,
    "a/b",
    0,
    { operators: ["remainder", "join", "or"] },
    [
      ["a + b", 2, "b is added to a and not divided"],
      ["a − b", 2, "b is subtracted from a and not divided"],
      ["a·b", 2, "a is multiplied by b and not divided"],
      ["a^b", 2, "a is raised to the power of b and not divided"],
      ["(a % b)", 2, "the remainder of a by b is taken"],
      ["b / a", 1.9, "the fraction is upside down: b / a stands where a / b should"],
      ["a", 1.9, "a is not divided by b"],
      ["b", 1.9, "a is not divided by b: that itself comes out"],
      ["1 / b", 2, "1 stands where a should"],
    ],
  ],
  [
    operators,
    "a^b",
    0,
    { operators: ["remainder", "join", "or"] },
    [
      ["a + b", 2, "b is added to a and not raised to it"],
      ["a − b", 2, "b is subtracted from a and not raised to it"],
      ["a·b", 2, "a is multiplied by b and not raised to it"],
      ["a / b", 2, "a is divided by b and not raised to it"],
      ["(a % b)", 2, "the remainder of a by b is taken"],
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
      ["a + 2", 2, "2 is added to a and not squared"],
      ["a − 2", 2, "2 is subtracted from a and not squared"],
      ["a·2", 2, "a is doubled and not squared"],
      ["a / 2", 2, "a is divided by 2 and not squared"],
      ["(a % 2)", 2, "the remainder of a by 2 is taken"],
      ["2^a", 1.9, "base and exponent are exchanged: 2^a stands where a² should"],
      ["2·a", 1.9, "a is doubled and not squared"],
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
      ["a·b", 2, "a is multiplied by b and not added"],
      ["a / b", 2, "a is divided by b and not added"],
      ["a^b", 2, "a is raised to the power of b and not added"],
      ["b − a", 1.5, "the sign of a is flipped"],
      ["a", 1.9, "b is left out"],
      ["b", 1.9, "a is left out"],
      ["max(a, b)", 2.75, "the larger one of a and b is taken, and they are not added"],
      ["min(a, b)", 2.75, "the smaller one of a and b is taken, and they are not added"],
    ],
  ],
  [operators, "sqrt(a)", 0, {}, []],
])("%o of %s, in its place %i, with %j", (way, text, place, words, rows) => {
  expect(toldOfPart(way, text, words, place)).toEqual(rows);
});

test.each<[string, readonly string[]]>([
  [
    "a + b",
    ["sign", "operator", "operator", "operator", "sign", "left out", "left out", "operator", "operator"],
  ],
  [
    "a*b",
    [
      "operator",
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
    ["sign", "operator", "operator", "operator", "sign", "exchanged", "left out", "left out", "left out"],
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
    new Set([
      operators,
      functions,
      carets,
      halfPowers,
      groups,
      forgotten,
      closedLate,
      branches,
      choices,
      olds,
      rightAngles,
    ]),
  );
});
