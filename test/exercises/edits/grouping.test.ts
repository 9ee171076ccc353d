/** Wrong versions of a part in which what belongs together does not: parentheses, and ^ for a power. */
import { expect, test } from "vitest";
import { carets, closedLate, forgotten, groups } from "../../../src/exercises/search/edits/grouping.ts";
import type { Family } from "../../../src/exercises/search/edits/edit.ts";
import { type Given, type Rows, toldOfPart } from "./told.ts";

const XOR = "^ is used as a power, and in TypeScript it is none: it is xor, bit by bit; a power is **";

test.each<[Family, string, number, Given, Rows]>([
  [carets, "sqrt(a)", 0, { actions: ["xor"] }, [["(a xor 0.5)", 1.2, XOR]]],
  [carets, "a^2", 0, { actions: ["xor"] }, [["(a xor 2)", 1.2, XOR]]],
  [carets, "a*b", 0, { actions: ["xor"] }, [["(a xor b)", 1.2, XOR]]],
  [
    carets,
    "a/b",
    0,
    { actions: ["xor"] },
    [
      ["(a·b xor −1)", 1.2, XOR],
      ["a·(b xor −1)", 1.2, XOR],
    ],
  ],
  [carets, "a + b", 0, { actions: ["xor"] }, []],
  [carets, "w - a*b^2", 0, { actions: ["xor"] }, [["(w − a·b xor 2)", 1.2, XOR]]],
  [
    carets,
    "a^2 + b^3",
    0,
    { actions: ["xor"] },
    [
      ["(a² + b xor 3)", 1.2, XOR],
      ["((a xor 2 + b) xor 3)", 1.2, XOR],
    ],
  ],
  [
    carets,
    "a/exp(b)",
    0,
    { actions: ["xor"] },
    [
      ["(a·e^b xor −1)", 1.2, XOR],
      ["a·(e^b xor −1)", 1.2, XOR],
      ["(a / 2.71828 xor b)", 1.2, XOR],
      ["a / (2.71828 xor b)", 1.2, XOR],
    ],
  ],
  [carets, "a^2", 0, {}, []],
  [
    groups,
    "a - b*c",
    0,
    {},
    [["(a − b)·c", 1.95, "it is grouped otherwise: (a − b)·c stands where a − b·c should"]],
  ],
  [
    groups,
    "(a + b)*c",
    0,
    {},
    [["a + b·c", 1.95, "it is grouped otherwise: a + b·c stands where (a + b)·c should"]],
  ],
  [
    groups,
    "a*(b - c/d)",
    0,
    {},
    [
      ["a·b − c / d", 1.95, "it is grouped otherwise: a·b − c / d stands where a·(b − c / d) should"],
      ["(a·b − c) / d", 1.95, "it is grouped otherwise: (a·b − c) / d stands where a·(b − c / d) should"],
    ],
  ],
  [
    groups,
    "a*((b - c) + d)",
    0,
    {},
    [
      ["a·(b − c) + d", 1.95, "it is grouped otherwise: a·(b − c) + d stands where a·(b − c + d) should"],
      ["a·b − c + d", 1.95, "it is grouped otherwise: a·b − c + d stands where a·(b − c + d) should"],
    ],
  ],
  [
    groups,
    "(a - b*c)/d",
    0,
    {},
    [
      ["a − b·c / d", 1.95, "it is grouped otherwise: a − b·c / d stands where (a − b·c) / d should"],
      ["a − b·(c / d)", 1.95, "it is grouped otherwise: a − b·(c / d) stands where (a − b·c) / d should"],
    ],
  ],
  [
    groups,
    "x^2 - y^2",
    0,
    {},
    [
      ["x^(2 − y²)", 1.95, "it is grouped otherwise: x^(2 − y²) stands where x² − y² should"],
      ["(x² − y)²", 1.95, "it is grouped otherwise: (x² − y)² stands where x² − y² should"],
      ["x·(x − y)·y", 1.95, "it is grouped otherwise: x·(x − y)·y stands where x² − y² should"],
    ],
  ],
  [
    groups,
    "(x^2)^(y^2)",
    0,
    {},
    [
      ["x^(2^(y²))", 1.95, "it is grouped otherwise: x^(2^(y²)) stands where (x²)^(y²) should"],
      ["((x²)^y)²", 1.95, "it is grouped otherwise: ((x²)^y)² stands where (x²)^(y²) should"],
    ],
  ],
  [groups, "a + b", 0, {}, []],
  [closedLate, "a*sqrt(b)", 0, {}, [["√(a·b)", 2]]],
  [closedLate, "a^2 - b", 0, {}, [["(a − b)²", 2]]],
  [closedLate, "a^3 - b", 0, {}, []],
  [closedLate, "a + -b", 0, {}, []],
  [
    closedLate,
    "sqrt(a)*b^2",
    0,
    {},
    [
      ["√(a·b²)", 2],
      ["(√a·b)²", 2],
    ],
  ],
  [
    forgotten,
    "a/(b + c)",
    0,
    {},
    [["a / b + c", 1.88, "parentheses are missing: a / b + c stands where a / (b + c) should"]],
  ],
  [
    forgotten,
    "a - (b - c)",
    0,
    {},
    [["a − b − c", 1.88, "parentheses are missing: a − b − c stands where a − (b − c) should"]],
  ],
  [
    forgotten,
    "a*(b + c)*d",
    0,
    {},
    [["a·b + c·d", 1.88, "parentheses are missing: a·b + c·d stands where a·(b + c)·d should"]],
  ],
  [
    forgotten,
    "(a + b)*c",
    0,
    {},
    [["a + b·c", 1.88, "parentheses are missing: a + b·c stands where (a + b)·c should"]],
  ],
  [
    forgotten,
    "a/(b/c)",
    0,
    {},
    [["(a / b) / c", 1.88, "parentheses are missing: (a / b) / c stands where a / (b / c) should"]],
  ],
  [
    forgotten,
    "w - a*(b + c)/(d + e)",
    0,
    {},
    [
      [
        "w − a·b + c / (d + e)",
        1.88,
        "parentheses are missing: w − a·b + c / (d + e) stands where w − a·(b + c) / (d + e) should",
      ],
      [
        "w − a·(b + c) / d + e",
        1.88,
        "parentheses are missing: w − a·(b + c) / d + e stands where w − a·(b + c) / (d + e) should",
      ],
    ],
  ],
  [forgotten, "a + b*c", 0, {}, []],
  [carets, "abs(a)", 0, { actions: ["xor"] }, []],
  [carets, "a", 0, { actions: ["xor"] }, []],
])("%o of %s, in its place %i, with %j", (way, text, place, words, rows) => {
  expect(toldOfPart(way, text, words, place)).toEqual(rows);
});
