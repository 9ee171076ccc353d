import { expect } from "vitest";
import { descend, type PlainObjective, type Rule, type Trace } from "fall-line";

/** Numbers to be met to so many digits. */
export const near = (numbers: readonly number[], digits: number): unknown[] =>
  numbers.map((x): unknown => expect.closeTo(x, digits));

/** The first coordinate along a path. */
export const xOf = (path: Trace): number[] => path.path.map((w) => w[0]!);

/** How far a rule goes down a slope of g with its first step. */
export const firstStep = (rule: Rule, g: number, hyper: Record<string, number>): number =>
  -descend(`${g}*x`, rule, { start: [0], steps: 1, hyper }).end.w[0]!;

/** An objective of one parameter whose gradient is each of these in turn, again and again. */
export const slopes = (gradients: readonly number[]): PlainObjective => ({
  name: "given slopes",
  value: ([x]) => x!,
  gradient: (_w, out, t) => {
    out[0] = gradients[(t - 1) % gradients.length]!;
  },
});
