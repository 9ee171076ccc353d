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
    [
      ["(a − b)·c", 1.95, "the whole difference is multiplied by c, and only b should be"],
      ["b·(a − c)", 1.95, "the whole difference is multiplied by b, and only c should be"],
    ],
  ],
  [
    groups,
    "(a + b)*c",
    0,
    {},
    [["a + b·c", 1.95, "a + b is taken apart: it belongs together, in parentheses"]],
  ],
  [
    groups,
    "a*(b - c/d)",
    0,
    {},
    [
      ["a·b − c / d", 1.95, "the whole difference is taken apart: it belongs together, in parentheses"],
      ["(a·b − c) / d", 1.95, "the whole difference is taken apart: it belongs together, in parentheses"],
    ],
  ],
  [
    groups,
    "a*((b - c) + d)",
    0,
    {},
    [
      ["a·(b − c) + d", 1.95, "the whole sum is taken apart: it belongs together, in parentheses"],
      ["a·b − c + d", 1.95, "the whole sum is taken apart: it belongs together, in parentheses"],
    ],
  ],
  [
    groups,
    "(a - b*c)/d",
    0,
    {},
    [
      ["a − b·c / d", 1.95, "the whole difference is taken apart: it belongs together, in parentheses"],
      ["a − b·(c / d)", 1.95, "b·c is taken apart: it belongs together, in parentheses"],
    ],
  ],
  [
    groups,
    "x^2 - y^2",
    0,
    {},
    [
      ["x^(2 − y²)", 1.95, "x is raised to the power of the whole difference, and only 2 should stand there"],
      ["(x² − y)²", 1.95, "the whole difference is squared, and only x should be"],
      ["x·(x − y)·y", 1.95, "y² is taken apart: it belongs together, in parentheses"],
    ],
  ],
  [
    groups,
    "(x^2)^(y^2)",
    0,
    {},
    [
      ["x^(2^(y²))", 1.95, "x² is taken apart: it belongs together, in parentheses"],
      ["((x²)^y)²", 1.95, "y² is taken apart: it belongs together, in parentheses"],
    ],
  ],
  [groups, "a + b", 0, {}, []],
  [closedLate, "a*sqrt(b)", 0, {}, [["√(a·b)", 2, "the root takes in a too: it closes too late"]]],
  [closedLate, "a^2 - b", 0, {}, [["(a − b)²", 2, "the whole difference is squared, and only a should be"]]],
  [closedLate, "a^3 - b", 0, {}, []],
  [closedLate, "a + -b", 0, {}, []],
  [
    closedLate,
    "sqrt(a)*b^2",
    0,
    {},
    [
      ["√(a·b²)", 2, "the root takes in b² too: it closes too late"],
      ["(√a·b)²", 2, "√a is squared too, and only b should be"],
    ],
  ],
  [
    forgotten,
    "a/(b + c)",
    0,
    {},
    [["a / b + c", 1.88, "b + c is taken apart: it belongs together, in parentheses"]],
  ],
  [
    forgotten,
    "a - (b - c)",
    0,
    {},
    [["a − b − c", 1.88, "b − c is taken apart: it belongs together, in parentheses"]],
  ],
  [
    forgotten,
    "a*(b + c)*d",
    0,
    {},
    [["a·b + c·d", 1.88, "b + c is taken apart: it belongs together, in parentheses"]],
  ],
  [
    forgotten,
    "(a + b)*c",
    0,
    {},
    [["a + b·c", 1.88, "a + b is taken apart: it belongs together, in parentheses"]],
  ],
  [
    forgotten,
    "a/(b/c)",
    0,
    {},
    [["(a / b) / c", 1.88, "b / c is taken apart: it belongs together, in parentheses"]],
  ],
  [
    forgotten,
    "w - a*(b + c)/(d + e)",
    0,
    {},
    [
      ["w − a·b + c / (d + e)", 1.88, "b + c is taken apart: it belongs together, in parentheses"],
      ["w − a·(b + c) / d + e", 1.88, "d + e is taken apart: it belongs together, in parentheses"],
    ],
  ],
  [forgotten, "a + b*c", 0, {}, []],
  [carets, "abs(a)", 0, { actions: ["xor"] }, []],
  [carets, "a", 0, { actions: ["xor"] }, []],
])("%o of %s, in its place %i, with %j", (way, text, place, words, rows) => {
  expect(toldOfPart(way, text, words, place)).toEqual(rows);
});
