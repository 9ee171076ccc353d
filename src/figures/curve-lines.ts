/** The lines of curves: the values of one quantity over the steps. */
import type { Dash, Look } from "../rules/look.ts";
import type { Trace } from "../trace/trace.ts";
import type { NamedCurve } from "./curve-ends.ts";
import { secondShade } from "./palette.ts";
import { thinned } from "./paths.ts";
import { nameOf } from "./plane.ts";

/** What the vertical axis of a quantity says that any rule has; each coordinate of one is named by its parameter. */
export const AXES: Readonly<Record<string, string>> = {
  rate: "learning rate in force",
  updateLength: "length of the update",
  effectiveRate: "effective learning rate",
};

/** A descent that ends above so many times its beginning has run away. */
const AWAY = 3;

/** One curve: the values of one quantity, or of one of its coordinates. */
export interface Line extends NamedCurve {
  readonly dash: Dash;
  readonly width: number;
  /** Whether its descent does not run away, which would flatten the other curves. */
  readonly isCalm: boolean;
}

/** A thousand steps and the start. */
const MOST_POINTS = 1001;
const MOST_COORDINATES = 6;
const COORDINATE_DASHES: readonly Dash[] = ["dot", "dash", "dashdot", "longdash", "longdashdot"];

/** The curves of a descent: one, or one for each coordinate; none where the rule has no such term. */
export function linesOf(
  trace: Trace,
  name: string,
  { label, look, least = 0 }: { label: string; look: Look; least: number | undefined },
): Line[] {
  const steps = thinned(
    trace.recordedSteps.filter((t) => t > 0 || startsAtZero(trace, name)),
    MOST_POINTS,
  );
  const values = steps.map((t) => quantity(trace, name, t));
  const first = values[0];
  if (first === undefined) return [];
  const [begin, end] = [trace.losses[0]! - least, trace.end.loss - least];
  const isCalm = end <= begin || end <= AWAY * begin;
  const line = { colours: { color: look.color, dark: look.dark }, steps, isCalm };
  if (typeof first === "number")
    return [
      {
        ...line,
        name: label,
        dash: look.dash,
        width: 2.2,
        values: values.map((value) => (value as number) - least),
      },
    ];
  return Array.from(first.subarray(0, MOST_COORDINATES), (_, i) => ({
    ...line,
    colours: i % 2 === 0 ? line.colours : secondShade(line.colours),
    name: first.length === 1 ? label : `${label}, ${coordinateName(trace, name, i)}`,
    dash: i === 0 ? look.dash : otherDash(look.dash, i),
    width: 2.2,
    values: values.map((value) => (value as Float64Array)[i]!),
  }));
}

function coordinateName(trace: Trace, name: string, i: number): string {
  return Object.hasOwn(AXES, name) ? nameOf(trace.objective, i) : `${name}[${i}]`;
}

function otherDash(dash: Dash, i: number): Dash {
  const others = COORDINATE_DASHES.filter((other) => other !== dash);
  return others[(i - 1) % others.length]!;
}

/** A loss, a parameter or a remembered term has a value before the first step. */
function startsAtZero({ rule }: Trace, name: string): boolean {
  return name === "loss" || name === "w" || Object.hasOwn(rule.state, name);
}

/** The value of a quantity at a step; nothing where the rule has none of this name. */
export function quantity(trace: Trace, name: string, t: number): number | Float64Array | undefined {
  if (name === "updateLength") return trace.updateLength(t);
  if (name === "effectiveRate") return trace.effectiveRates(t);
  return trace.names.includes(name) || ["lookahead", "update"].includes(name)
    ? trace.value(name, t)
    : undefined;
}
