/** What is said of an answer that no slip explains: what is so everywhere, and no more. */
import { expect, test } from "vitest";
import { diagnoseStep } from "../../src/exercises/diagnose-step.ts";
import { conditionsFor } from "../../src/exercises/explain/conditions.ts";
import { type Compared, traitsOf } from "../../src/exercises/explain/traits.ts";
import { Columns } from "../../src/exercises/search/columns.ts";
import { gradientDescent } from "../../src/rules/index.ts";

const due = Float64Array.of(1, -2, 3, 4, -0.5, 7);
const before = due.map(() => 0);
const t = Float64Array.of(1, 1, 2, 3, 3, 3);
const i = Float64Array.of(0, 1, 0, 0, 1, 2);
const n = Float64Array.of(2, 2, 1, 3, 3, 3);
const columns = new Columns([0, 2, 3, 6], new Map(Object.entries({ t, i, n })));
const conditions = conditionsFor("", [], false);
const compared = (got: readonly number[]): Compared => ({
  ...{ got: Float64Array.from(got), due, before, columns, conditions },
});

test.each([
  ["is twice what it should be", [2, -4, 6, 8, -1, 14]],
  ["is the opposite of what it should be", [-1, 2, -3, -4, 0.5, -7]],
  ["is 3 too large", [4, 1, 6, 7, 2.5, 10]],
  ["is the square of what it should be", [1, 4, 9, 16, 0.25, 49]],
  ["is what it should be, without its sign", [1, 2, 3, 4, 0.5, 7]],
  ["has its coordinates in the reverse order", [-2, 1, 3, 7, -0.5, 4]],
  ["has in each coordinate what belongs to the next one", [-2, 1, 3, -0.5, 7, 4]],
  ["goes wrong in all steps but the first, and is right elsewhere", [1, -2, 5, 1, 1, 1]],
  ["goes wrong in all coordinates but the first, and is right elsewhere", [1, 5, 3, 4, 2, 3]],
  ["is no number for 1 coordinate, and is right elsewhere", [1, -2, NaN, 4, -0.5, 7]],
  ["goes the right way, but not by the right length", [3, -6, 6, 8, -1, 14]],
  ["goes the right way, but in some cases not by the right length", [3, -6, 6, 4, -0.5, 7]],
])("a quantity %s", (says, got) => {
  expect(traitsOf([compared(got)])[0]).toBe(says);
});

test("what is so in some cases only is not said", () => {
  const twice = compared([2, -4, 6, 8, -1, 14]);
  expect(traitsOf([twice, compared([2, -4, 6, 8, -1, 15])])).not.toContain("is twice what it should be");
  expect(traitsOf([compared([5, 1, NaN, 9, -7, 2])])).toEqual([]);
});

test("an answer that no slip explains is told what it does not depend on", () => {
  const odd = ({ w, g }: { w: number[]; g: number[] }) => ({
    w: w.map((value, k) => Math.sin(value * 7) + Math.cos(g[k]! * 5 + k)),
  });
  const diagnosis = diagnoseStep({ rule: gradientDescent, conventions: [], misconceptions: [] }, odd);
  expect(diagnosis).toMatchObject({ differing: ["Whatever λ is, the same comes out."] });
});
