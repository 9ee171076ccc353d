import { expect, test } from "vitest";
import { gradientDescent, newton, type Rule } from "fall-line";
import type { Candidate } from "../../src/exercises/run/candidate.ts";
import { notesOnSingular } from "../../src/exercises/run/singular.ts";

interface Now {
  readonly w: number[];
  readonly g: number[];
  readonly H: number[][];
  readonly t: number;
  readonly solve: (A: number[][], b: number[]) => number[];
}
const notes = (step: (now: Now) => unknown, rule: Rule = newton): string[] =>
  notesOnSingular(step as unknown as Candidate, rule).map(({ id }) => id);
const moved = ({ w }: Now): unknown => ({ w: w.map((x) => x - 1) });
const stays = ({ w }: Now): unknown => ({ w });

test("a step where no step solves is worth a word", () => {
  expect(notes(moved)).toEqual(["singular: a step"]);
  expect(notesOnSingular(moved as unknown as Candidate, newton)[0]!.sentence).toBe(
    "where the Hessian is singular no step solves H·p = g, and your function takes one all the same",
  );
  expect(notes(moved, gradientDescent)).toEqual([]);
});

test.each<[string, (now: Now) => unknown]>([
  ["stays", stays],
  ["writes into what it is given and stays", ({ w, g, H }) => (g.fill(9), H[0]!.fill(9), { w })],
  ["stops with an error", ({ solve, H, g }) => ({ w: solve(H, g) })],
  ["gives no number", ({ w }) => ({ w: w.map(() => NaN) })],
  [
    "gives an infinite one in one coordinate",
    ({ w }) => ({ w: w.map((x, i) => (i === 0 ? Infinity : x - 1)) }),
  ],
  ["gives nothing", () => undefined],
])("an answer that %s there is right without a word", (_, step) => {
  expect(notes(step)).toEqual([]);
});

test("it is tried on flat ground, and along a trough, with a slope in each coordinate", () => {
  const seen: unknown[] = [];
  notes((now) => (seen.push([now.H, now.g, now.w, now.t]), stays(now)));
  expect(seen).toEqual([
    [[[0]], [1], [1], 1],
    [[[0, 0], [0, 0]], [1, 2], [1, 1], 1],
    [[[1, 1], [1, 1]], [1, 2], [1, 1], 1],
    [[[2, 0, 0], [0, -1, -1], [0, -1, -1]], [1, 2, 3], [1, 1, 1], 1],
  ]); // prettier-ignore
  for (const [i] of seen.entries()) {
    let at = 0;
    expect(
      notes((now) => (at++ === i ? moved(now) : stays(now))),
      String(i),
    ).toEqual(["singular: a step"]);
  }
  expect(
    notes(({ w }) => ({ w: w.map((x, i) => (i === 1 && i === w.length - 1 ? x - 1 : x)) })),
  ).toHaveLength(1);
});
