/** Wrong versions of a part with something around it, or with another slope. */
import { expect, test } from "vitest";
import { around } from "../../../src/exercises/search/edits/around.ts";
import { averages } from "../../../src/exercises/search/edits/averages.ts";
import { bounds } from "../../../src/exercises/search/edits/bounds.ts";
import { otherPlaces } from "../../../src/exercises/search/edits/gradients.ts";
import type { Family } from "../../../src/exercises/search/edits/edit.ts";
import { apply, Place, show, treeOf } from "../../../src/exercises/search/tree.ts";
import { type Given, type Rows, toldOfPart } from "./told.ts";

test.each<[Family, string, number, Given, Rows]>([
  [
    around,
    "a",
    0,
    { actions: ["abs", "round2"] },
    [
      ["|a|", 2.5, "the size of a is taken, without its sign"],
      ["a rounded to 2 decimals", 2.2, "a is rounded to two decimals"],
      ["−a", 1.8, "the sign of a is flipped"],
      ["a²", 2, "a is squared"],
      ["a³", 2.8, "a is raised to the third power"],
      ["a·|a|", 3, "a is multiplied by its own size"],
      ["a / |a|", 2.4, "a is divided by its own size, so that only its sign is left"],
      ["1 / a", 2.4],
    ],
  ],
  [
    around,
    "w + a",
    2,
    { actions: ["abs", "sign", "round2", "norm"] },
    [
      ["w + |a|", 2.3, "the size of a is taken, without its sign"],
      ["w + sign(a)", 2.3, "only the sign of a is used, and not its size"],
      ["w + a rounded to 2 decimals", 2.3, "a is rounded to two decimals"],
      ["w + ‖a‖", 2.3, "the length of a is used, one number for all coordinates"],
      ["w + (a − mean(a))", 2.5, "the mean of a over the coordinates is subtracted from it"],
      ["w + (−a)", 1.8, "the sign of a is flipped"],
      ["w + a²", 2, "a is squared"],
      ["w + a³", 2.8, "a is raised to the third power"],
      ["w + a·|a|", 3, "a is multiplied by its own size"],
      ["w + a / |a|", 2.4, "a is divided by its own size, so that only its sign is left"],
      ["w + a / ‖a‖", 2.2, "a is divided by its length"],
      ["w + a / sum(|a|)", 2.3, "a is divided by the sum of its sizes"],
      ["w + a / largest |a|", 2.3, "a is divided by its largest size"],
      ["w + a / ‖a‖²", 2.4, "a is divided by its squared length"],
      ["w + a / √‖a‖", 2.4, "a is divided by the root of its length"],
      ["w + a / (1 + ‖a‖)", 2.4, "a is divided by 1 plus its length"],
      ["w + a·‖a‖", 2.5, "a is multiplied by its length"],
      ["w + 1 / a", 2.4],
    ],
  ],
  [
    around,
    "a^2",
    1,
    { actions: ["abs"] },
    [
      ["|a|²", 2.3, "the size of a is taken, without its sign"],
      ["(−a)²", 1.8, "the sign of a is flipped"],
    ],
  ],
  [
    around,
    "abs(a)",
    1,
    { actions: ["abs", "sign"] },
    [
      ["|sign(a)|", 2.3, "only the sign of a is used, and not its size"],
      ["|−a|", 1.8, "the sign of a is flipped"],
      ["|a²|", 2, "a is squared"],
      ["|a³|", 2.8, "a is raised to the third power"],
      ["|a·|a||", 3, "a is multiplied by its own size"],
      ["|a / |a||", 2.4, "a is divided by its own size, so that only its sign is left"],
      ["|1 / a|", 2.4],
    ],
  ],
  [
    around,
    "abs(a)",
    0,
    { actions: ["abs", "sign"] },
    [
      ["sign(|a|)", 2.5, "only the sign of |a| is used, and not its size"],
      ["−|a|", 1.8, "the sign of |a| is flipped"],
      ["|a|²", 2, "|a| is squared"],
      ["|a|³", 2.8, "|a| is raised to the third power"],
      ["|a|·||a||", 3, "|a| is multiplied by its own size"],
      ["1 / |a|", 2.4],
    ],
  ],
  [
    around,
    "a + b",
    0,
    {},
    [
      ["−(a + b)", 1.8, "the sign of a + b is flipped"],
      ["(a + b)²", 2, "a + b is squared"],
      ["(a + b)³", 2.8, "a + b is raised to the third power"],
      ["(a + b)·|a + b|", 3, "a + b is multiplied by its own size"],
      ["(a + b) / |a + b|", 2.4, "a + b is divided by its own size, so that only its sign is left"],
      ["1 / (a + b)", 2.4],
    ],
  ],
  [around, "a*2", 2, { actions: ["abs"] }, []],
  [
    bounds,
    "a",
    0,
    { operators: ["max", "min", "or"], constants: [2, 0.5], names: ["a", "b"] },
    [
      ["max(a, 2)", 2.2, "a is never below 2"],
      ["min(a, 2)", 2.2, "a is never above 2"],
      ["max(min(a, 2), −2)", 2.35, "a is held between −2 and 2"],
      ["(a, or 2 where it is 0)", 2.2, "2 stands in the place of a where that is 0"],
      ["(a, or 2 where it is not above 0)", 2.2, "2 stands in the place of a where that is not above 0"],
      ["max(a, 0.5)", 2.2, "a is never below 0.5"],
      ["min(a, 0.5)", 2.2, "a is never above 0.5"],
      ["max(min(a, 0.5), −0.5)", 2.35, "a is held between −0.5 and 0.5"],
      ["(a, or 0.5 where it is 0)", 2.2, "0.5 stands in the place of a where that is 0"],
      ["(a, or 0.5 where it is not above 0)", 2.2, "0.5 stands in the place of a where that is not above 0"],
      ["(a, or 2 where |a| < 0.5)", 2.6, "2 stands in the place of a where the size of that is below 0.5"],
      [
        "(a, or 0.5 where |a| < 0.5)",
        2.6,
        "0.5 stands in the place of a where the size of that is below 0.5",
      ],
      ["max(a, b)", 2.4, "the larger one of a and b is taken"],
      ["min(a, b)", 2.4, "the smaller one of a and b is taken"],
      ["(a, or b where it is not above 0)", 2.5, "b stands in the place of a where that is not above 0"],
    ],
  ],
  [
    bounds,
    "a",
    0,
    { operators: ["max"], constants: [1], names: ["a"] },
    [["max(a, 1)", 2.2, "a is never below 1"]],
  ],
  [bounds, "a", 0, { constants: [1], names: ["b"] }, []],
  [
    averages,
    "b*m + (1 - b)*g^2",
    0,
    { operators: ["max"] },
    [
      ["m^b·(g²)^(1 − b)", 2, "powers are multiplied, as in a geometric mean, and should be averaged"],
      [
        "max(m, b·m + (1 − b)·g²)",
        2,
        "m never falls, as in AMSGrad: the larger one of the old m and the new average is kept",
      ],
      ["(b·√m + (1 − b)·|g|)²", 2, "sizes are averaged, and then squared: the squares should be averaged"],
    ],
  ],
  [
    averages,
    "b*m + (1 - b)*g",
    0,
    {},
    [["m^b·g^(1 − b)", 2, "powers are multiplied, as in a geometric mean, and should be averaged"]],
  ],
  [averages, "b*m + (1 - c)*g^2", 0, { operators: ["max"] }, []],
  [bounds, "2", 0, { operators: ["max"], constants: [1], names: ["b"] }, []],
  [
    otherPlaces,
    "w - g",
    2,
    { places: ["w", "w + m"] },
    [["w − gradient(w + m)", 2.1, "the gradient is taken at w + m, and not at w"]],
  ],
  [otherPlaces, "w - g", 1, { places: ["w", "w + m"] }, []],
  [otherPlaces, "w - g", 2, {}, []],
  [
    bounds,
    "kappa",
    0,
    { operators: ["or"], constants: [1], names: ["lambda"] },
    [
      ["(κ, or 1 where it is 0)", 2.2, "1 stands in the place of κ where that is 0"],
      ["(κ, or 1 where it is not above 0)", 2.2, "1 stands in the place of κ where that is not above 0"],
      ["(κ, or λ where it is not above 0)", 2.5, "λ stands in the place of κ where that is not above 0"],
    ],
  ],
  [
    otherPlaces,
    "w - g",
    2,
    { places: ["w + m"] },
    [["w − gradient(w + m)", 2.1, "the gradient is taken at w + m, and not at w"]],
  ],
])("%o of %s, in its place %i, with %j", (way, text, place, words, rows) => {
  expect(toldOfPart(way, text, words, place)).toEqual(rows);
});

test.each([
  ["cbrt", "the cube root of w − a is taken"],
  ["sign", "only the sign of w − a is used, and not its size"],
  ["exp", "e to the power w − a is taken"],
  ["expm1", "expm1 of w − a is taken, which is e to that power minus 1"],
  ["log", "the logarithm of w − a is taken"],
  ["tanh", "w − a goes through tanh, which holds it between −1 and 1"],
  ["clip", "w − a is held between −1 and 1"],
  ["ceil", "w − a is rounded up to a whole number"],
  ["floor", "w − a is rounded down to a whole number"],
  ["trunc", "w − a is cut down to a whole number"],
  ["round0", "w − a is rounded to a whole number"],
  ["round1", "w − a is rounded to one decimal"],
  ["round2", "w − a is rounded to two decimals"],
  ["round3", "w − a is rounded to three decimals"],
  ["round4", "w − a is rounded to four decimals"],
  ["round5", "w − a is rounded to five decimals"],
  ["sqrt", "the root of w − a is taken"],
  ["gradient", "the gradient at w − a is taken once more"],
  ["solve", "H⁻¹ is applied to w − a"],
  ["mul", "H is multiplied with w − a"],
  ["max", "max of w − a is taken"],
])("%s around a part is said in words", (op, says) => {
  const [edit] = around(new Place(treeOf("w - a")), { names: [], numbers: [], constants: [], actions: [op] });
  expect(edit!.what()).toBe(says);
});

test("the slope elsewhere is that in the place of another slope", () => {
  const [w, ahead] = [treeOf("w"), treeOf("w + m")];
  const words = { names: [], numbers: [], constants: [], actions: [], places: [w, ahead] };
  const told = otherPlaces(new Place(apply("gradient", ahead)), words).map((one) => [show(one.by), one.of()]);
  expect(told).toEqual([["gradient(w)", "w"]]);
});
