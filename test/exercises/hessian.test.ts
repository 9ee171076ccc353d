import { expect, test } from "vitest";
import { check, type Feedback } from "fall-line";
import { withoutClock } from "./without-clock.ts";

withoutClock();

interface Now {
  readonly w: number[];
  readonly g: number[];
  readonly H: number[][];
}

const told = check as unknown as (id: string, answer: unknown) => Feedback;
const total = (all: readonly number[]): number => all.reduce((sum, x) => sum + x, 0);

/** Newton's step with a number that is read off H in the place of its inverse: what it is divided by. */
test.each<[string, (H: number[][], i: number) => number]>([
  ["H[0][0]", (H) => H[0]![0]!],
  ["H[i][0]", (H, i) => H[i]![0]!],
  ["the entry of H on the other diagonal", (H, i) => H[i]![H.length - 1 - i]!],
  ["the sum of its row of H", (H, i) => total(H[i]!)],
  ["the length of its row of H", (H, i) => Math.sqrt(total(H[i]!.map((h) => h ** 2)))],
  ["the sum of the diagonal of H", (H) => total(H.map((row, i) => row[i]!))],
  ["the largest entry of H", (H) => Math.max(...H.flat().map(Math.abs))],
  ["the greatest entry of H", (H) => Math.max(...H.flat())],
  ["the sum of 1 over each entry of its row of H", (H, i) => 1 / total(H[i]!.map((h) => 1 / h))],
])("an answer that uses %s is told so", (read, divisor) => {
  const { names, text } = told("second-order/rule", ({ w, g, H }: Now) => ({
    w: w.map((x, i) => x - g[i]! / divisor(H, i)),
  }));
  expect([names, text].join("\n")).toContain(read);
});

test("a right answer is told of a step where the Hessian is singular, and not where it stays or gives no number", () => {
  type Solve = (A: number[][], b: number[]) => number[];
  const notes = (otherwise: (now: Now) => number[]): string[] => {
    const { outcome, mistakes } = told("second-order/rule", (now: Now & { readonly solve: Solve }) => {
      try {
        const p = now.solve(now.H, now.g);
        return { w: now.w.map((x, i) => x - p[i]!) };
      } catch {
        return { w: otherwise(now) };
      }
    });
    expect(outcome).toBe("right");
    return mistakes.map(({ id }) => id);
  };
  expect(notes(({ w, g }) => w.map((x, i) => x - 0.1 * g[i]!))).toEqual(["singular: a step"]);
  expect(notes(({ w }) => w)).toEqual([]);
  expect(notes(({ w }) => w.map(() => NaN))).toEqual([]);
});
