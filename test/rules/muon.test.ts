import { expect, test } from "vitest";
import { descend, muon } from "fall-line";
import { polar } from "../../src/math/polar.ts";
import { near } from "./numbers.ts";

/** A slope that is the same everywhere: the matrix ((3, 0), (4, 5)), with the singular values √45 and √5. */
const slope = "3*a + 0*b + 4*c + 5*d";

test("on a slope the momentum is mu times the old one plus g, and the step is eta times its polar factor", () => {
  const hyper = { eta: 0.1, mu: 0.5 };
  const path = descend(slope, muon, { start: [1, 1, 1, 1], steps: 2, hyper });
  expect(path.term("m").map((m) => [...m])).toEqual([
    [0, 0, 0, 0],
    [3, 0, 4, 5],
    [4.5, 0, 6, 7.5],
  ]);
  // numpy's, as in test/oracle/polar.json: the same for both, since a multiple of a matrix has the same factor.
  const step = [0.92889666, -0.59212986, 0.25164578, 0.75865462];
  expect([...path.at(2).o]).toEqual(near(step, 7));
  expect([...path.at(2).w]).toEqual(
    near(
      step.map((o) => 1 - 0.2 * o),
      7,
    ),
  );
});

test("rows say which matrix w is: as one row the step is the momentum with a length near 1", () => {
  const path = descend(slope, muon, { start: [1, 1, 1, 1], steps: 1, hyper: { rows: 1 } });
  const [a, b, c, d] = path.at(1).o as unknown as [number, number, number, number];
  expect([b, c / a, d / a]).toEqual(near([0, 4 / 3, 5 / 3], 12));
  expect(Math.hypot(a, c, d)).toBeCloseTo(0.696, 3);
});

test("is compiled, printed and worked out with its matrix", () => {
  const path = descend(slope, muon, { start: [1, 1, 1, 1], steps: 1 });
  expect(path.worked(1).text).toContain("[0.9289, −0.5921, 0.2516, 0.7587] = polar([3, 0, 4, 5], 2)");
  expect([...path.at(1).o]).toEqual([...polar(Float64Array.of(3, 0, 4, 5), 2)]);
});
