import { counted } from "../counted.ts";
import { numberText } from "../math/numerals.ts";
import type { Objective } from "../objectives/objective.ts";
import type { Trace } from "../trace/trace.ts";
import { labelsOf } from "./labels.ts";

const MOST = 4;

/** A point in words: its numbers in brackets, the first four of many. */
export function pointInWords(w: ArrayLike<number>): string {
  const numbers = Array.from(w)
    .slice(0, MOST)
    .map((x) => (Number.isNaN(x) ? "undefined" : numberText(x)));
  if (w.length === 1) return numbers[0]!;
  return `(${numbers.join(", ")}${w.length > MOST ? ", ..." : ""})`;
}

/** A surface in words, with its minima. */
export function surfaceInWords({ dimension, name, minima = [] }: Objective, shape?: string): string {
  const points = minima.map(pointInWords).join(" and ");
  const what = shape ?? (dimension === 1 ? "The curve" : "Contours");
  return `${what} of ${name}${points === "" ? "" : `, with its minimum at ${points}`}.`;
}

/** Paths in words and numbers, a sentence or two each. */
export function pathsInWords(traces: readonly Trace[]): string[] {
  const labels = labelsOf(traces);
  return traces.map((trace, k) => pathInWords(trace, labels[k]!));
}

/** Where no points were recorded, what becomes of the loss alone. */
function pathInWords(trace: Trace, label: string): string {
  const { losses, steps, stop, names } = trace;
  const end = stop.reason === "steps" ? "" : ` ${stop.sentence}`;
  const loss = `the loss goes from ${numberText(losses[0]!)} to ${numberText(losses.at(-1)!)}.${end}`;
  if (!names.includes("w")) return `${label}: in ${counted(steps, "step")} ${loss}`;
  if (steps === 0)
    return `${label} stands at ${pointInWords(trace.path[0]!)}, with the loss ${numberText(losses[0]!)}.${end}`;
  const from = `from ${pointInWords(trace.path[0]!)} to ${pointInWords(trace.path.at(-1)!)}`;
  return `${label} goes ${from} in ${counted(steps, "step")}; ${loss}`;
}
