import type { Rule } from "../rules/rule.ts";
import { spectralRadius, stepMap } from "./linear-map.ts";

/** The error along one direction. */
export interface Direction {
  readonly curvature: number;
  /** By what a step multiplies it in the long run. */
  readonly factor: number;
  /** What is left of 1 after each step, as the rule steps. */
  readonly errors: readonly number[];
  /** What it is among all, when none lasts longer; else nothing. */
  readonly lasts: "" | "slowest" | "stays" | "grows";
}

/** Factors that differ by less are equal. */
const NEAR = 1e-6;

/** How an error of 1 along each direction of a quadratic fares by a rule whose step is linear. @throws InputError for another rule */
export function directionsOf(
  curvatures: readonly number[],
  rule: Rule,
  numbers: Readonly<Record<string, number>>,
  steps: number,
): Direction[] {
  const map = stepMap(rule);
  const all = curvatures.map((curvature) => {
    const step = map(numbers, curvature);
    return { curvature, factor: bounded(spectralRadius(step)), errors: errorsOf(step, steps) };
  });
  const largest = Math.max(...all.map(({ factor }) => factor));
  const lasting = Math.abs(largest - 1) < NEAR ? "stays" : largest > 1 ? "grows" : "slowest";
  return all.map((one) => ({ ...one, lasts: one.factor >= largest - NEAR ? lasting : "" }));
}

/** What is left of an error of 1, after each step, of a rule that remembers nothing yet. */
function errorsOf(step: readonly (readonly number[])[], steps: number): number[] {
  let memory: readonly number[] = step.map((_, k) => (k === 0 ? 1 : 0));
  return Array.from({ length: steps + 1 }, (_, t) => {
    if (t > 0) memory = step.map((row) => row.reduce((sum, x, k) => sum + x * memory[k]!, 0));
    return bounded(Math.abs(memory[0]!));
  });
}

/** A size; one that is beyond the largest number has no end. */
const bounded = (size: number): number => (Number.isNaN(size) ? Infinity : size);

/** The whole error after some steps, as a part of that at the start: the root of the mean square over the directions. */
export function wholeError(directions: readonly Direction[], t: number): number {
  return Math.hypot(...directions.map(({ errors }) => errors[t]!)) / Math.sqrt(directions.length);
}
