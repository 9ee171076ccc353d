import { suitableScale } from "../../figures/scale.ts";
import { extremes, type Interval } from "../../figures/view.ts";
import { letter } from "../../figures/labels.ts";
import type { Run } from "./model.ts";

/** What can be drawn over the steps, by its name in a trace. */
const NAMES: Readonly<Record<string, string>> = {
  loss: "loss",
  updateLength: "length of the update",
  rate: "learning rate in force",
  g: "length of the slope g",
};

export const nameOfQuantity = (name: string): string => NAMES[name] ?? `length of ${letter(name)}`;

/** The loss, and what some rule has besides. */
export function quantitiesOf(runs: readonly Run[]): string[] {
  const terms = runs.flatMap(({ trace: { names, rule } }) =>
    names.filter((name) => (Object.hasOwn(rule.equations, name) && name !== "w") || name === "g"),
  );
  return ["loss", ...new Set(["updateLength", "rate", ...terms])];
}

/** A quantity of a run, step by step; nothing where the run does not have it. */
function valuesOf({ trace, losses }: Run, name: string): (readonly [step: number, value: number])[] {
  if (name === "loss") return losses.map((loss, t) => [t, loss] as const);
  if (name !== "updateLength" && !trace.names.includes(name)) return [];
  return trace.recordedSteps.slice(1).map((t) => {
    const value = name === "updateLength" ? trace.updateLength(t) : trace.value(name, t);
    return [t, typeof value === "number" ? value : Math.hypot(...value)] as const;
  });
}

/** A quantity over the steps, ready to be drawn. */
export interface QuantityCurves {
  readonly curves: readonly { readonly run: Run; readonly values: readonly (readonly [number, number])[] }[];
  readonly isLogarithmic: boolean;
  /** What is subtracted before the logarithm is taken: the least loss, where it is not 0. */
  readonly from: number;
  /** Where a value lies on the vertical axis; nothing where it has no place there. */
  readonly place: (value: number) => number | null;
  /** What of the axis is shown. */
  readonly range: Interval;
}

/** How far above its beginning a loss is drawn, in decades. */
const ABOVE = 1;

/**
 * A quantity of all runs. What is shown of its axis follows from the rules that stay on the map: what runs away leaves the
 * chart and flattens no other curve.
 */
export function quantityCurves(name: string, runs: readonly Run[]): QuantityCurves {
  const curves = runs.map((run) => ({ run, values: valuesOf(run, name) }));
  const near = curves.flatMap(({ run: { story }, values }) => {
    const { leftAt = Infinity } = story;
    return values.filter(([t]) => t < leftAt).map(([, value]) => value);
  });
  const { from, isLogarithmic, place } = scaleFor(name, runs, near);
  const placed = near.map(place).filter((at): at is number => at !== null);
  const [low = 0, high = 1] = extremes(placed);
  const first = name === "loss" ? (place(runs[0]?.losses[0] ?? NaN) ?? Infinity) : Infinity;
  const top = isLogarithmic ? Math.min(high, first + ABOVE) : high;
  const room = 0.06 * (top - low) || 1;
  return { curves, from, isLogarithmic, place, range: [low - room, top + room] };
}

/** Logarithmic where the numbers span decades, and for the height of a loss above its known least. */
function scaleFor(
  name: string,
  runs: readonly Run[],
  values: readonly number[],
): Pick<QuantityCurves, "from" | "isLogarithmic" | "place"> {
  const least = runs[0]?.trace.objective.least ?? NaN;
  const aboveLeast = name === "loss" && Number.isFinite(least) && values.some((value) => value > least);
  if (!aboveLeast && suitableScale(values) !== "log")
    return { isLogarithmic: false, from: 0, place: (value) => (Number.isFinite(value) ? value : null) };
  const from = aboveLeast ? least : 0;
  return {
    isLogarithmic: true,
    from,
    place: (value) => (value > from && value < Infinity ? Math.log10(value - from) : null),
  };
}
