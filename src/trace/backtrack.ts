import { dot } from "../math/linear.ts";
import type { Registers } from "../rules/program.ts";

const ENOUGH = 1e-4;
const MOST_HALVINGS = 50;

/**
 * Backtracking line search: the first of 1, 1/2, 1/4, ... at which the loss falls by at least 1e-4 of what the
 * slope promises (Armijo 1966; Nocedal & Wright 2006, algorithm 3.1). Where none does, the smallest one tried.
 */
export function backtracking(
  value: (w: Float64Array) => number,
  x: Registers,
): (direction: Float64Array) => number {
  const trial = new Float64Array(x.g.length);
  return (direction) => {
    const w = x.now[0] as Float64Array;
    const slope = dot(x.g, direction);
    let length = 1;
    for (let i = 0; i < MOST_HALVINGS; i++, length /= 2) {
      for (let j = 0; j < trial.length; j++) trial[j] = w[j]! + length * direction[j]!;
      if (value(trial) <= x.loss + ENOUGH * length * slope) return length;
    }
    return length;
  };
}
