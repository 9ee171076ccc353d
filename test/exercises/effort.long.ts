import { expect, test } from "vitest";
import { formulas, steps, triedForFormula, triedForStep } from "./effort.ts";

test.each(steps)(
  "check(%j, ...) tries no more than so many wrong versions, and always the same",
  (_, target) => {
    expect(triedForStep(target)).toBe(triedForStep(target));
  },
);

test.each(formulas)(
  "check(%j, ...) tries no more than so many formulas, and always the same",
  (_, target) => {
    expect(triedForFormula(target)).toBe(triedForFormula(target));
  },
);
