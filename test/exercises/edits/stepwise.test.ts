/** Wrong versions of a power that is computed in a loop. */
import { expect, test } from "vitest";
import { stepwise } from "../../../src/exercises/search/edits/stepwise.ts";
import type { Family } from "../../../src/exercises/search/edits/edit.ts";
import { type Given, type Rows, toldOfPart } from "./told.ts";

test.each<[Family, string, number, Given, Rows]>([
  [
    stepwise,
    "x*a^3",
    0,
    { actions: ["round2", "floor", "abs"], constants: [0.1] },
    [
      [
        "x·a rounded to 2 decimals·a rounded to 2 decimals·a rounded to 2 decimals",
        1.9,
        "x is rounded to 2 decimals in each of the 3 steps",
      ],
      ["floor(floor(floor(x·a)·a)·a)", 1.9, "x is rounded down in each of the 3 steps"],
      ["((x·a + 0.1)·a + 0.1)·a + 0.1", 2.3, "0.1 is added in each of the 3 steps"],
      ["x + 0.1 + 0.1 + 0.1", 1.7, "0.1 is added, and x is not multiplied by a, in each of the 3 steps"],
      ["((x·a − 0.1)·a − 0.1)·a − 0.1", 2.3, "0.1 is subtracted in each of the 3 steps"],
      ["x − 0.1 − 0.1 − 0.1", 1.7, "0.1 is subtracted, and x is not multiplied by a, in each of the 3 steps"],
    ],
  ],
  [
    stepwise,
    "x*a^2",
    0,
    { actions: ["ceil"] },
    [["ceil(ceil(x·a)·a)", 1.9, "x is rounded up in each of the 2 steps"]],
  ],
  [
    stepwise,
    "x*a^3",
    0,
    { operators: ["loop"] },
    [
      [
        "x·(1 − 3·(1 − a))",
        0.9,
        "the share is taken of x as it was at the start, and not of what is left, in each of the 3 steps",
      ],
      ["x·a³·6", 2, "the number of the step comes in as a factor in each of the 3 steps"],
    ],
  ],
  [
    stepwise,
    "x*a^3",
    0,
    { operators: ["power in a loop"] },
    [["x·a^6", 0.7, "a is raised to the power of the number of the step in each of the 3 steps"]],
  ],
  [stepwise, "x*a^1", 0, { actions: ["floor"] }, []],
  [stepwise, "x*a^11", 0, { actions: ["floor"] }, []],
  [stepwise, "x*a^2.5", 0, { actions: ["floor"] }, []],
  [stepwise, "x*a^t", 0, { actions: ["floor"] }, []],
  [stepwise, "x/a^3", 0, { actions: ["floor"] }, []],
  [stepwise, "x*a", 0, { actions: ["floor"] }, []],
  [stepwise, "x*a^10", 0, { actions: ["abs"] }, []],
])("%o of %s, in its place %i, with %j", (way, text, place, words, rows) => {
  const told = toldOfPart(way, text, words, place);
  expect(told.filter(([, , said = ""]) => !said.includes("of which there should be"))).toEqual(rows);
});

test("a loop that is one step too short or too long is told with what happens in it, by one thing more", () => {
  const told = toldOfPart(stepwise, "x*a^3", { actions: ["floor"] }, 0);
  expect(told.slice(1)).toEqual([
    ["floor(floor(x·a)·a)", 2.9, "x is rounded down in each of the 2 steps, of which there should be 3"],
    ["floor(floor(floor(floor(x·a)·a)·a)·a)", 2.9, "x is rounded down in each of the 4 steps, of which there should be 3"], // prettier-ignore
  ]);
});
