/** A few random answers to each exercise; random.long.ts tries many. */
import { test } from "vitest";
import { expectNoWrongNameOfFormula, expectNoWrongNameOfStep, formulas, steps } from "./random.ts";

const EACH = 1;

/** Of the exercises these are asked; random.long.ts asks all. */
const isAsked = (_: unknown, i: number): boolean => i % 4 === 0;

/** Others for each exercise. */
const seedsFor = (place: number): number[] => Array.from({ length: EACH }, (_, i) => 1 + EACH * place + i);

test.each(steps.filter(isAsked).map(([id, target], i) => [id, seedsFor(i), target] as const))(
  "check(%j, ...) gives no wrong name to the random functions of %j",
  (_, seeds, target) => {
    for (const seed of seeds) expectNoWrongNameOfStep(target, seed);
  },
);

test.each(formulas.filter(isAsked).map(([id, target], i) => [id, seedsFor(i), target] as const))(
  "check(%j, ...) gives no wrong name to the random formulas of %j",
  (_, seeds, target) => {
    for (const seed of seeds) expectNoWrongNameOfFormula(target, seed);
  },
);
