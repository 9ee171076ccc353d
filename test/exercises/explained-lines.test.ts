import { expect, test } from "vitest";
import { momentum } from "fall-line";
import { explainLines } from "../../src/exercises/explain/explain-lines.ts";
import { readForm } from "../../src/exercises/explain/form.ts";
import type { Candidate } from "../../src/exercises/run/candidate.ts";
import { casesFor } from "../../src/exercises/run/cases.ts";
import { repliesOf } from "../../src/exercises/run/observe.ts";
import { sourceOf } from "../../src/exercises/run/source.ts";
import { Effort } from "../../src/exercises/search/effort.ts";
import { linesOf, outcomeOf } from "../../src/exercises/search/lines.ts";

interface Now {
  readonly w: number[];
  readonly m: number[];
  readonly g: number[];
}

/** A momentum step with a sign of its own in each line. */
const step = (inM: number, inW: number): Candidate =>
  (({ w, m, g }: Now, { alpha, lambda }: Record<"alpha" | "lambda", number>) => {
    const velocity = m.map((old, i) => alpha * old + inM * lambda * g[i]!);
    return { w: w.map((x, i) => x + inW * velocity[i]!), m: velocity };
  }) as unknown as Candidate;

function explained(candidate: Candidate): ReturnType<typeof explainLines> {
  const [cases, lines, source] = [casesFor(momentum), linesOf(momentum), sourceOf(candidate)];
  const form = readForm(cases, repliesOf(candidate, cases), outcomeOf(lines, cases.columns), source);
  const setting = { cases, form, source, effort: new Effort(10_000), searches: new Map() };
  return explainLines({ rule: momentum, lines, prior: [] }, setting, 1);
}

test("mistakes in two lines are named each by itself, and cost what both cost", () => {
  const [right, inM, inW, both] = [step(-1, 1), step(1, 1), step(-1, -1), step(1, -1)].map(explained);
  expect([right!.mistakes, right!.cost]).toEqual([[], 0]);
  for (const one of [inM!, inW!]) {
    expect([one.mistakes.length, one.unexplained]).toEqual([1, []]);
    expect(one.cost).toBeGreaterThan(0);
  }
  expect(both!.mistakes.map(({ id }) => id)).toEqual(
    [inM!, inW!].flatMap(({ mistakes }) => mistakes.map(({ id }) => id)),
  );
  expect(both!.cost).toBeCloseTo(inM!.cost + inW!.cost, 12);
});
