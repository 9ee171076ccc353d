/** What is said where one change of an answer's own text mends it, and that it does. */
import { expect, test } from "vitest";
import { formulaTrials } from "../../../src/exercises/explain/trials.ts";
import { type Mended, mendedText, type Range } from "../../../src/exercises/own-text/mend.ts";

const points = [1, 2, 3, 5, 8].map((x) => ({ x, y: 0.7 * x + 1, n: x + 3 }));
const RANGES: readonly Range[] = ["certain", "likely", "any", "two"];

function mended(right: string, source: string): Mended | undefined {
  const trials = formulaTrials([right], points);
  return RANGES.map((range) => mendedText(source, trials, range)).find((one) => one !== undefined);
}

test.each([
  ["2*x", "({ x }) => { let y = x; y + x; return y; }", "y + x is computed and kept nowhere"],
  ["2*x", "({ x }) => { x += x; return x + x; }", "x += x is done, and should not be"],
  ["x*y + x^2", "({ x, y }) => { x *= x; return x * y + x; }", "x is overwritten by x *= x, and its old value is still needed in x * y"], // prettier-ignore
  ["x - y", "({ x, y }) => { const d = y - x; return d; }", "y - x stands where x - y should"],
  ["2*(x + y)", "({ x, y }) => 2 * x + y", "2 * x + y stands where 2 * (x + y) should"],
  [
    "x*y",
    "({ x, y }) => { let s = 0; s += x; return s * y / n; }",
    "s * y is divided by n, and should not be",
  ],
  ["x > 4 ? n : y", "({ x, y, n }) => (x < 4 ? n : y)", "< stands where > should, in x < 4"],
  ["3*x", "({ x }) => { let s = 0; for (let i = 0; i <= 3; i++) s += x; return s; }", "the loop makes one round too many: <= stands where < should, in i <= 3"], // prettier-ignore
  ["x^3", "({ x }) => { let p = 1; for (const k of [1, 2]) p *= x; return p; }", "1 stands where x should"],
  ["n^4", "({ n }) => { let p = 1; for (let i = 0; i < 3; i++) p *= n; return p; }", "the loop makes one round too few: < stands where <= should, in i < 3"], // prettier-ignore
  ["x + x + x/2 + x/3", "({ x }) => { let s = x; for (let i = 2; i < 4; i++) s += x / i; return s; }", "the loop begins at 2, and should begin at 1"], // prettier-ignore
  ["x*y + n", "({ x, y }) => { let f = x; f *= y; return f + f; }", "f, which goes on from what it has become, stands where n should"], // prettier-ignore
  ["n + 1 - x", "({ x, n }) => { const left = x; return left; }", "x stands where n + 1 - x should"],
  ["sqrt(x)", "({ x }) => x", "the root of x is not taken"],
  ["x*y - y*n", "({ x, y, n }) => x * y - x * n", "x stands where y should"],
])("%s of %s: %s", (right, source, what) => {
  const found = mended(right, source);
  expect(found?.mistake.what).toBe(`in the text, ${what}`);
  const others = points.map(({ x, y, n }) => ({ x: x + 0.3, y: 3 - y, n: n + 0.1 }));
  expect(found!.isRightIn(formulaTrials([right], others))).toBe(true);
  expect(found!.isRightIn(formulaTrials([`${right} + 1`], others))).toBe(false);
});

test.each([
  [
    "in two branches",
    "x < 4 ? x*y : n/x",
    "({ x, y, n }) => { if (x < 4) return x + y; return n * x; }",
    "+ stands where * should, in x + y; besides, * stands where / should, in n * x",
  ],
  [
    "in one value",
    "2*x/y",
    "({ x, y }) => { const half = y / x; return 3 * half; }",
    "3 stands where 2 should, in 3 * half; besides, y / x stands where x / y should, in half = y / x",
  ],
])("two changes, %s", (_, right, source, what) => {
  const trials = formulaTrials([right], points);
  expect(mendedText(source, trials, "likely")).toBeUndefined();
  expect(mendedText(source, trials, "any")).toBeUndefined();
  expect(mendedText(source, trials, "two")?.mistake.what).toBe(`in the text, ${what}`);
});

test("what no single change mends, or cannot be read, is not told", () => {
  expect(mended("x*y*n", "({ x, y }) => 3 * x + y / 7")).toBeUndefined();
  expect(mended("x", "({ x }) => {")).toBeUndefined();
  expect(mended("x*y", "async ({ x }) => x * x")).toBeUndefined();
});
