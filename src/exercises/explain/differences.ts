/** Slopes that are measured between two points, where they should be derived. */
import { numberText } from "../../math/numerals.ts";
import type { Mistake } from "../mistake.ts";
import { constantsIn } from "../run/source.ts";
import { isSame } from "./claim.ts";
import { columnsOf } from "./formula-setting.ts";
import { type Tree, treeOf } from "../search/tree.ts";
import { type Came, columnsIn, type FormulaExplanation, type Tried } from "./tried-formula.ts";

/** Points and weights of a mean over the stretch from −1 to 1, exact for polynomials up to the fifth degree (Gauss–Legendre). */
const MEAN: readonly (readonly [at: number, weight: number])[] = [
  [-Math.sqrt(3 / 5), 5 / 18],
  [0, 8 / 18],
  [Math.sqrt(3 / 5), 5 / 18],
];

const SIDES: readonly (readonly [from: number, to: number, says: (h: string) => string])[] = [
  [0, 1, (h) => `to a point ${h} ahead`],
  [-1, 0, (h) => `from a point ${h} before`],
  [-1, 1, (h) => `from ${h} before to ${h} behind`],
];

/** Is each number, one for each argument, the mean of the right slope between two points? */
export function differences({ right, points, got, source, unseen }: Tried): FormulaExplanation | undefined {
  const names = Object.keys(points[0]!);
  if (got === undefined || names.length !== right.length) return undefined;
  const trees = right.map(treeOf);
  const all = [{ points, got }, ...(unseen === undefined ? [] : [unseen])];
  for (const h of constantsIn(source).filter((value) => value > 0 && value < 1)) {
    for (const [from, to, says] of SIDES) {
      const holds = (came: Came): boolean => isMeasured(trees, names, came, from * h, to * h);
      if (!all.every(holds)) continue;
      const mistake: Mistake = {
        id: "differences",
        what: `each slope is a difference quotient, taken ${says(numberText(h))}, and not the derivative`,
      };
      return { mistakes: [mistake], holds };
    }
  }
  return undefined;
}

function isMeasured(
  trees: readonly Tree[],
  names: readonly string[],
  { points, got }: Came,
  from: number,
  to: number,
): boolean {
  const columns = columnsOf(points);
  const came = columnsIn(got, trees.length);
  return trees.every((tree, k) => {
    const mean = new Float64Array(points.length);
    for (const [at, weight] of MEAN) {
      const shift = (from + to) / 2 + (at * (to - from)) / 2;
      const moved = columns.value(names[k]!)!.map((x) => x + shift);
      columns.with(new Map([[names[k]!, moved]])).compute(tree).forEach((x, i) => (mean[i]! += weight * x)); // prettier-ignore
    }
    return isSame(mean, came[k]!);
  });
}
