import { expect, test } from "vitest";
import { adam, amsgrad, descend, type Rule, type Schedule } from "fall-line";
import { slopes } from "./numbers.ts";

test("its divisor remembers the steepest slope: after 4 and 0, v halves and vMax stays", () => {
  const path = descend(slopes([4, 0]), amsgrad, { start: [0], steps: 2, hyper: { beta2: 1 / 2 } });
  expect(path.term("v").map(([v]) => v)).toEqual([0, 8, 4]);
  expect(path.term("vMax").map(([v]) => v)).toEqual([0, 8, 8]);
  expect(
    path
      .term("vHat")
      .slice(1)
      .map(([v]) => v),
  ).toEqual([16, 8 / (1 - 1 / 4)]);
});

test("in Reddi's example Adam ends at the wrong end of [-1, 1], AMSGrad near the right one", () => {
  const schedule: Schedule = { id: "root", factor: "1/sqrt(t)", parameters: {} };
  const end = (rule: Rule): number =>
    descend(slopes([3, -1, -1]), rule, {
      start: [0],
      steps: 5000,
      hyper: { eta: 0.5, beta1: 0, beta2: 1 / (1 + 3 ** 2), epsilon: 0 },
      schedule,
      project: { low: -1, high: 1 },
    }).end.w[0]!;
  expect(end(adam)).toBeGreaterThan(0.9);
  expect(end(amsgrad)).toBeLessThan(-0.9);
});
