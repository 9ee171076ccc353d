import { letter } from "../../figures/labels.ts";
import type { Hyperparameter } from "../../rules/rule.ts";

/** How finely a slider moves. */
export const PARTS = 1000;

type Range = Hyperparameter["range"];

/** From where to where a slider goes: numbers, or logarithms of them. */
export interface SliderRange {
  readonly low: number;
  readonly high: number;
  readonly isLogarithmic: boolean;
}

/** Four decades around the value for what is above 0, from end to end for shares, as far again for the rest. */
export function rangeFor(range: Range, value: number): SliderRange {
  if (range === "fraction") return { low: 0, high: 0.999, isLogarithmic: false };
  if (range === "share") return { low: 0, high: 1, isLogarithmic: false };
  if ((range === "positive" || range === "non-negative") && value > 0) {
    const middle = Math.round(Math.log10(value));
    return { low: middle - 2, high: middle + 2, isLogarithmic: true };
  }
  const reach = Math.max(1, 2 * Math.abs(value));
  return { low: range === "any" ? -reach : 0, high: reach, isLogarithmic: false };
}

/** A range that holds a value too; one of logarithms has no place for 0. */
export function widened(range: SliderRange, value: number): SliderRange {
  if (range.isLogarithmic && !(value > 0)) return range;
  const at = range.isLogarithmic ? Math.log10(value) : value;
  return { ...range, low: Math.min(range.low, at), high: Math.max(range.high, at) };
}

/** How far along the slider a value lies, in parts. */
export function partOf({ low, high, isLogarithmic }: SliderRange, value: number): number {
  const at = isLogarithmic ? Math.log10(value) : value;
  return Math.max(0, Math.min(PARTS, Math.round(((at - low) / (high - low)) * PARTS)));
}

/** The value at a part of the slider, rounded to what the hand can mean. */
export function valueAt({ low, high, isLogarithmic }: SliderRange, part: number, range: Range): number {
  const at = low + (part / PARTS) * (high - low);
  return Number((isLogarithmic ? 10 ** at : at).toPrecision(range === "fraction" ? 4 : 3));
}

/** Which numbers a hyperparameter can be, in a sentence. */
export function allowedValues(name: string, range: Range): string {
  const sign = letter(name);
  return {
    positive: `${sign} has to be above 0.`,
    "non-negative": `${sign} is 0 or more.`,
    fraction: `${sign} goes from 0 to below 1.`,
    share: `${sign} goes from 0 to 1.`,
    any: `${sign} can be any number.`,
  }[range];
}
