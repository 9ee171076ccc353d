import { eigs } from "mathjs";
import { describe, expect, test } from "vitest";
import {
  adam,
  descend,
  errorByDirection,
  gradientDescent,
  momentum,
  nesterov,
  quadratic,
  type Rule,
} from "fall-line/library";
import { figureFromSpecification } from "fall-line/tools";
import type { Part } from "./parts.ts";

type Hyper = Readonly<Record<string, number>>;

/** The lines of a figure, by what they begin with. */
function linesOf(curvatures: readonly number[], rule: Rule, hyper: Hyper, steps: number) {
  const { data } = errorByDirection(curvatures, { rule, hyper, steps });
  return (data as unknown as Part[]).map(({ name, y }) => ({ name, left: y }));
}

/** The sizes of the eigenvalues of a step on one curvature, as matrices that the papers write down: of (w, m). */
function sizes(matrix: number[][]): number[] {
  const { values } = eigs(matrix, { eigenvectors: false });
  return (values as (number | { re: number; im: number })[]).map((value) =>
    typeof value === "number" ? Math.abs(value) : Math.hypot(value.re, value.im),
  );
}

const matrices: Readonly<Record<string, (h: number, hyper: Hyper) => number[][]>> = {
  [gradientDescent.id]: (h, { lambda }) => [[1 - lambda! * h]],
  [momentum.id]: (h, { lambda, alpha }) => [
    [1 - lambda! * h, alpha!],
    [-lambda! * h, alpha!],
  ],
  [nesterov.id]: (h, { lambda, alpha }) => [
    [1 - lambda! * h, alpha! * (1 - lambda! * h)],
    [-lambda! * h, alpha! * (1 - lambda! * h)],
  ],
};

describe.each<[Rule, Hyper]>([
  [gradientDescent, { lambda: 0.4 }],
  [gradientDescent, { lambda: 0.99 }],
  [gradientDescent, { lambda: 1.03 }],
  [momentum, { lambda: 0.1, alpha: 0.9 }],
  [momentum, { lambda: 0.02, alpha: 0.3 }],
  [momentum, { lambda: 1.9, alpha: 0.5 }],
  [nesterov, { lambda: 0.3, alpha: 0.9 }],
])("errorByDirection with %o, %o", (rule, hyper) => {
  const curvatures = [0.1, 0.7, 2];
  const factors = curvatures.map((h) => Math.max(...sizes(matrices[rule.id]!(h, hyper))));
  const steps = 30;
  const lines = linesOf(curvatures, rule, hyper, steps);
  /** Directions with one factor share a line, which has the names of all. */
  const lineOf = (k: number) =>
    lines.find(({ name }) => new RegExp(`h = ${curvatures[k]!}(?!\\d)`).test(name))!;

  test("multiplies each direction by the largest eigenvalue of its step, which mathjs finds too", () => {
    for (const [k, factor] of factors.entries())
      for (const t of [0, 1, 7]) expect(lineOf(k).left[t]! / Math.max(factor ** t, 1e-12)).toBeCloseTo(1, 3);
  });

  test("has the whole error of a descent that begins with as much in each direction", () => {
    const { path } = descend(quadratic(curvatures), rule, { start: [1, 1, 1], steps, hyper });
    const far = (t: number): number => Math.hypot(...path[t]!) / Math.sqrt(3);
    for (const t of [0, 1, 7, steps]) expect(lines.at(-1)!.left[t]! / far(t)).toBeCloseTo(1, 3);
  });

  test("names a curve that leaves the picture where it leaves, the first of several lowest", () => {
    const { layout } = errorByDirection([0.1, 0.7, 1, 2], { hyper: { lambda: 0.97 }, steps: 20 });
    const words = layout["annotations"] as readonly { text: string; x: number; y: number; xref?: string }[];
    const atFoot = words.filter(({ xref }) => xref === undefined);
    expect(atFoot.map(({ text }) => text)).toEqual(["h = 1: × 0.03", "h = 0.7: × 0.321"]);
    const [first, second] = atFoot as [(typeof atFoot)[0], (typeof atFoot)[0]];
    // 0.03^t is below 1e-6 from step 4 on; so high as the second name stands, 0.321^t is below it from step 12 on
    expect(first).toMatchObject({ x: Math.ceil(Math.log(1e-6) / Math.log(0.03)), y: -6 });
    expect(second.y).toBeGreaterThan(first.y);
    expect(second.x).toBe(Math.ceil((second.y * Math.LN10) / Math.log(1 - 0.97 * 0.7)));
  });

  test("names those that last longest, and no other", () => {
    const largest = Math.max(...factors);
    for (const [k, factor] of factors.entries())
      expect(/slowest|grows/.test(lineOf(k).name)).toBe(factor > largest - 1e-6);
    expect(lines.some(({ name }) => name.includes("grows"))).toBe(largest > 1);
  });
});

test("at the best rate the flattest and the steepest are both the slowest, and at the limit the steepest stays", () => {
  const named = (lambda: number, word: string) =>
    linesOf([0.1, 1, 2], gradientDescent, { lambda }, 5).filter(({ name }) => name.includes(word));
  expect(named(2 / 2.1, "slowest").map(({ name }) => name)).toEqual(["h = 0.1 and h = 2, slowest: × 0.905"]);
  expect(named(1, "stays").map(({ name }) => name)).toEqual(["h = 2, stays: × 1"]);
});

test("takes a quadratic, and says below which rate all of it comes to rest", () => {
  const figure = errorByDirection(quadratic([0.1, 2], { angle: 30 }), { rule: momentum });
  const { slid } = figure.layout["meta"] as { slid: { below: number } };
  expect(slid.below).toBeCloseTo((2 + 2 * momentum.hyperparameters.alpha.default) / 2, 9);
});

test("says in words what each direction does, and what is left of all", () => {
  expect(errorByDirection([0.1, 2], { hyper: { lambda: 0.1 }, steps: 10 }).alt).toBe(
    "The error by direction, over 10 steps of Gradient descent, λ = 0.1. Curvature 0.1: × 0.99 a step, slowest. Curvature 2: × 0.8 a step. Of the whole error 0.643986 is left.",
  );
  expect(errorByDirection([2], { rule: momentum }).alt).toContain(" a step in the long run, slowest.");
});

test("an error beyond all numbers is one without end, and leaves the picture", () => {
  const figure = errorByDirection([1e9], { hyper: { lambda: 1e9 }, steps: 1000 });
  expect(figure.alt).toContain("Of the whole error ∞ is left.");
  expect(figureFromSpecification(JSON.parse(JSON.stringify(figure.specification)))).toEqual(figure);
});

test("refuses what has no directions, rules whose step is not linear, and too many of anything", () => {
  expect(() => errorByDirection([])).toThrow(/finite numbers above 0.*for example: errorByDirection/);
  expect(() => errorByDirection([1, -2])).toThrow(/finite numbers above 0/);
  expect(() => errorByDirection([1, 2, 3, 4, 5, 6, 7])).toThrow(/a list of up to 6/);
  expect(() => errorByDirection([1], { rule: adam })).toThrow(/not a linear map/);
  expect(() => errorByDirection([1], { steps: 0 })).toThrow(/a whole number from 1 to 1000/);
  expect(() => errorByDirection([1], { hyper: { alpha: 0.9 } })).toThrow(/has no hyperparameter alpha/);
});
