/** How far is searched for what explains an answer; effort.long.ts asks it of every exercise. */
import { expect, test } from "vitest";
import { Effort } from "../../src/exercises/search/effort.ts";
import { formulas, steps, triedForFormula, triedForStep } from "./effort.ts";

test("no more than so many wrong versions are tried, and always the same", () => {
  const [[, step]] = steps as [(typeof steps)[0]];
  const [[, formula]] = formulas as [(typeof formulas)[0]];
  expect(triedForStep(step)).toBe(triedForStep(step));
  expect(triedForFormula(formula)).toBe(triedForFormula(formula));
});

test("an effort is spent one by one until there is none left", () => {
  const effort = new Effort(2);
  const seen = [1, 2, 3, 4].map(() => [effort.isLeft, effort.spend(), effort.tried]);
  expect(seen).toEqual([
    [true, true, 1],
    [true, true, 2],
    [false, false, 2],
    [false, false, 2],
  ]);
});
