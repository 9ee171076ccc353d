import { test } from "vitest";
import { expectNoWrongNameOfFormula, expectNoWrongNameOfStep, formulas, steps } from "./random.ts";
import { withoutClock } from "./without-clock.ts";

withoutClock();

const SEEDS = Array.from({ length: 200 }, (_, i) => i + 1);

test.each(steps)("check(%j, ...) gives no wrong name to random functions", (_, target) => {
  for (const seed of SEEDS) expectNoWrongNameOfStep(target, seed);
});

test.each(formulas)("check(%j, ...) gives no wrong name to random formulas", (_, target) => {
  for (const seed of SEEDS) expectNoWrongNameOfFormula(target, seed);
});
