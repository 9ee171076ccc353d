/** Descents in the ravine that several lessons take. */
import { descend, gradientDescent, momentum, nesterov, ravine } from "fall-line";

const start = [-8, 1.5];

export const plainAt = (lambda: number, steps = 50) =>
  descend(ravine, gradientDescent, { start, steps, hyper: { lambda } });

export const heavyAt = (lambda: number, alpha: number, steps = 50) =>
  descend(ravine, momentum, { start, steps, hyper: { lambda, alpha } });

export const lookingAt = (lambda: number, alpha: number, steps = 50) =>
  descend(ravine, nesterov, { start, steps, hyper: { lambda, alpha } });

/** Steps for one more digit when the error shrinks by this factor. */
export const stepsPerDigit = (factor: number): number => Math.log(0.1) / Math.log(factor);

export const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
