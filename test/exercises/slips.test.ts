import { describe, expect, test } from "vitest";
import { Columns, sameNumbers } from "../../src/exercises/search/columns.ts";
import { edited, editsOf, type Vocabulary } from "../../src/exercises/search/edits.ts";
import { treeOf } from "../../src/exercises/search/tree.ts";

interface Given {
  readonly w: number;
  readonly g: number;
  readonly m: number;
  readonly a: number;
  readonly b: number;
}

const numbers = { w: [1.3, -0.7, 2.1], g: [0.4, 1.9, -1.2], m: [-0.6, 0.8, 0.3], a: [0.9], b: [0.35] };
const at = (i: number): Given => ({ w: numbers.w[i]!, g: numbers.g[i]!, m: numbers.m[i]!, a: 0.9, b: 0.35 });
const columns = new Columns(
  [0, 3],
  new Map(
    Object.entries(numbers).map(([name, list]) => [
      name,
      Float64Array.from({ length: 3 }, (_, i) => list[i] ?? list[0]!),
    ]),
  ),
);
const words: Vocabulary = {
  names: Object.keys(numbers),
  numbers: ["a", "b"],
  constants: [2, 0.5, 3],
  actions: ["abs", "sign", "sqrt", "norm", "floor", "xor"],
  operators: ["max", "min", "or", "remainder"],
};

/** What the likeliest slip that computes the same is said to be. */
function said(
  formula: string,
  wrong: (given: Given, i: number) => number,
  vocabulary = words,
): string | undefined {
  const got = Float64Array.from({ length: 3 }, (_, i) => wrong(at(i), i));
  return editsOf(treeOf(formula), vocabulary, (edit) =>
    sameNumbers(columns.compute(edited(edit)), got),
  )[0]?.what();
}

describe("the wrong versions of a line", () => {
  test.each<[string, (given: Given, i: number) => number, string]>([
    ["w - a*g", ({ w, a, g }) => w + a * g, "the sign of a·g is flipped"],
    ["w - a*g", ({ w, a, g }) => a * g - w, "the sign of the whole difference is flipped"],
    ["w - a*g", ({ w, a, g }) => w * a * g, "a·g is a factor, and should be subtracted"],
    ["w - a*g", ({ a, g }) => -a * g, "w is left out"],
    ["w - a*g", ({ a, g }) => a * g, "a·g itself comes out, and is not subtracted from w"],
    ["w - a*g", ({ w }) => w, "a·g is left out"],
    ["w - a*g", ({ w, g }) => w - g, "the factor a is left out"],
    ["w - a*g", ({ w, a, g }) => w - a * Math.abs(g), "the size of g is taken, without its sign"],
    ["w - a*g", ({ w, a, m }) => w - a * m, "m stands where g should"],
    ["w - a*g", ({ w, b, g }) => w - b * g, "b stands where a should"],
    [
      "w - a*g",
      ({ w, a, g }) => (w - a) * g,
      "the whole difference is multiplied by g, and only a should be",
    ],
    [
      "w - a*g",
      ({ w, a, g }) => w - Math.max(a, g),
      "the larger one of a and g is taken, and they are not multiplied",
    ],
    ["w - a*g", ({ w, a, g }) => w - 2 * a * g, "a is doubled"],
    ["w - a*g", ({ w, a, g }) => w - a * g ** 2, "g is squared"],
    ["w - a*g", ({ w, a, g }) => w - a * g ** 3, "g is raised to the third power"],
    ["w - a*g", ({ w, a, g }) => w - a * Math.min(g, 0.5), "g is never above 0.5"],
    ["w - a*g", ({ w, a, g }) => w - a * Math.max(g, 0.5), "g is never below 0.5"],
    ["w - a*g", ({ w, a, g }) => w - a * Math.max(-0.5, Math.min(g, 0.5)), "g is held between −0.5 and 0.5"],
    [
      "w - a*g",
      ({ w, a, g }) => w - a * (g > 0 ? g : 3),
      "3 stands in the place of g where that is not above 0",
    ],
    ["w - a*g", ({ w, a, g }) => w - (a * g) / Math.hypot(...numbers.g), "g is divided by its length"],
    ["w - a*g", ({ w, a, g }) => w - (a * g) / Math.hypot(...numbers.m), "divided by the length of m"],
    ["w - a*g", ({ w, a, g, m }) => w - (a * (g + m)) / 2, "g is averaged with m"],
    ["w - a*g", ({ w, a, g }) => w - a * g - 3, "3 is subtracted from w"],
    ["w - a*g", ({ w, a, g, b }) => w - (a * g) / (1 - b), "divided by 1 − b"],
    ["w - a*g", ({ w, a, g }) => g - a * w, "w and g are exchanged"],
    ["a*m + (1 - a)*g", ({ a, m, g }) => a * m + (1 - a) * g * (1 - a), "1 − a is squared"],
    [
      "a*m + (1 - a)*g",
      ({ a, m, g }) => a * m + 1 - a * g,
      "1 − a is taken apart: it belongs together, in parentheses",
    ],
    [
      "a*m + (1 - a)*g",
      ({ a, m, g }) => a * (m + (1 - a) * g),
      "the whole sum is multiplied by a, and only m should be",
    ],
    ["a*m + (1 - a)*g", ({ b, m, g }) => b * m + (1 - b) * g, "b stands wherever a should"],
    ["a*m + (1 - a)*g", ({ m, g }) => 0.5 * m + 0.5 * g, "a is always 0.5, whatever is given"],
    ["a*m + (1 - a)*g", ({ a, m, g }) => a * g + (1 - a) * m, "m and g are exchanged"],
    [
      "a*m + b*g",
      ({ a, b, m, g }) => a / m + b / g,
      "a is divided by m and not multiplied; b is divided by g and not multiplied",
    ],
    ["a*m^2 + b*g^2", ({ a, b, m, g }) => a * m + b * g, "nothing is squared"],
    [
      "a*m^2 + b*g^2",
      ({ a, b, m, g }) => a * Math.abs(m) + b * Math.abs(g),
      "sizes stand where the squares should",
    ],
    ["a*m^2 + b*g^2", ({ a, b, m, g }) => 2 * a * m + 2 * b * g, "each is doubled and not squared"],
    [
      "a*m^2 + b*g^2",
      ({ a, b, m, g }) => a * m ** 3 + b * g ** 3,
      "third powers stand where the squares should",
    ],
    ["a*m^2 + b*g^2", ({ a, b, m, g }) => a * 2 ** m + b * 2 ** g, "base and exponent are exchanged"],
    [
      "w - a*(g + b)",
      ({ w, a, g, b }) => w / (g + b) - a * (g + b),
      "w is divided by the whole sum once more",
    ],
    ["a*g^2", ({ a, g }) => a * 2 * g, "each is doubled and not squared"],
    ["a*g^2", ({ a, g }) => a * (g ^ 2), "in TypeScript it is none: it is xor"],
    ["g/sqrt(m^2 + b)", ({ g, m, b }) => g / (Math.abs(m) + b), "the root is taken of m² alone"],
    ["g/sqrt(m^2 + b)", ({ g, m, b }) => g / (m ** 2 + b), "the root of m² + b is left out"],
    ["g/sqrt(m^2 + b)", ({ g, m, b }) => Math.sqrt(m ** 2 + b) / g, "the fraction is upside down"],
    ["g/sqrt(m^2 + b)", ({ m, b }) => 1 / Math.sqrt(m ** 2 + b), "1 stands where g should"],
    [
      "g*(a - (b - m))",
      ({ g, a, b, m }) => g * a - b - m,
      "the whole difference is taken apart: it belongs together",
    ],
    ["(w - (a - m))*b", ({ w, a, m, b }) => w - (a - m * b), "a − m is taken apart: it belongs together"],
    [
      "g/(a/(b/m))",
      ({ g, a, b, m }) => g / a / b / m,
      "the whole fraction is taken apart: it belongs together",
    ],
    [
      "((g*a) - b)/m",
      ({ g, a, b, m }) => g * a - b / m,
      "the whole difference is taken apart: it belongs together",
    ],
    ["sqrt(g^2)*2 - m", ({ g, m }) => Math.abs(g) - m, "1 stands where 2 should"],
    [
      "m*0.8^3",
      ({ m }) => Math.floor(Math.floor(Math.floor(m * 0.8) * 0.8) * 0.8),
      "m is rounded down in each of the 3 steps",
    ],
    ["m*0.8^3", ({ m }) => ((m * 0.8 + 3) * 0.8 + 3) * 0.8 + 3, "3 is added in each of the 3 steps"],
    ["m*0.8^3", ({ m }) => m * 0.8 ** 4, "4 stands where 3 should"],
  ])("of %s: %s is said to be one in which %s", (formula, wrong, what) => {
    expect(said(formula, wrong)).toContain(what);
  });

  const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b);
  const sizes = numbers.g.map(Math.abs);
  test.each<[string, (given: Given, i: number) => number, string]>([
    ["first", () => numbers.g[0]!, "the first coordinate's g is used for all coordinates"],
    ["second", () => numbers.g[1]!, "the second coordinate's g is used for all coordinates"],
    ["last", () => numbers.g[2]!, "the last coordinate's g is used for all coordinates"],
    ["next", (_, i) => numbers.g[i + 1] ?? NaN, "the index is one too high"],
    ["previous", (_, i) => numbers.g[i - 1] ?? NaN, "the index is one too low"],
    ["following", (_, i) => numbers.g[(i + 1) % 3]!, "uses the g of the next one: the index is shifted"],
    ["preceding", (_, i) => numbers.g[(i + 2) % 3]!, "uses the g of the one before: the index is shifted"],
    ["reverse", (_, i) => numbers.g[2 - i]!, "g is used in the reverse order"],
    ["running", (_, i) => sum(numbers.g.slice(0, i + 1)), "a running sum goes across the coordinates"],
    ["sum", () => sum(numbers.g), "the g of all coordinates is added up into one number"],
    ["mean", () => sum(numbers.g) / 3, "the g of all coordinates is averaged into one number"],
    ["norm", () => Math.hypot(...numbers.g), "the length of g is used, one number for all coordinates"],
    ["sizes", () => sum(sizes), "the sizes of g in all coordinates are added up into one number"],
    ["largest", () => Math.max(...sizes), "the largest g is used for all coordinates"],
    ["round0", ({ g }) => Math.round(g), "g is rounded to a whole number"],
    ["round1", ({ g }) => Math.round((g / 3) * 10) / 10, "rounded to one decimal"],
    ["floor", ({ g }) => Math.floor(g), "g is rounded down"],
    ["sign", ({ g }) => Math.sign(g), "sign of g"],
  ])("have %s around a part, and say so", (op, wrong, what) => {
    const formula = op === "round1" ? "w - a*(g/3)" : "w - a*g";
    const found = said(formula, (given, i) => given.w - given.a * wrong(given, i), {
      ...words,
      actions: [op],
    });
    expect(found).toContain(what);
  });

  test("are none that compute something else", () => {
    expect(said("w - a*g", ({ w, g, m }) => Math.tan(w) * Math.cos(g) + Math.exp(m))).toBeUndefined();
  });
});
