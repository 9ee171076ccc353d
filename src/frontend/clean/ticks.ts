import { InputError } from "../../errors.ts";
import { atMost } from "./caps.ts";
import { isObject, type PlainObject } from "./plain.ts";
import { numberOf, stepOf } from "./steps.ts";

/** The most ticks of one axis, and of all together. */
const MOST_TICKS = 100;
const ALL_TICKS = 300;

const SPACED = ["dtick", "tickmode"];

/** A layout without the steps from tick to tick of its axes, and these by name, as `xaxis.minor.dtick`. */
export function withoutTicks(layout: PlainObject): { bare: PlainObject; ticks: PlainObject } {
  const ticks: PlainObject = {};
  const entries = Object.entries(layout).map(([name, axis]) => {
    if (!/^[xy]axis\d*$/.test(name) || !isObject(axis)) return [name, axis];
    const { minor } = axis;
    const without = withoutSteps(axis, name, ticks);
    return [
      name,
      isObject(minor) ? { ...without, minor: withoutSteps(minor, `${name}.minor`, ticks) } : without,
    ];
  });
  return { bare: Object.fromEntries(entries) as PlainObject, ticks };
}

function withoutSteps(axis: PlainObject, name: string, ticks: PlainObject): PlainObject {
  if (axis["tickmode"] !== "linear" && axis["dtick"] === undefined) return axis;
  for (const key of SPACED) if (axis[key] !== undefined) ticks[`${name}.${key}`] = axis[key];
  return Object.fromEntries(Object.entries(axis).filter(([key]) => !SPACED.includes(key)));
}

/** @throws InputError when anything in a part of a figure says a step from tick to tick */
export function refuseSteps(part: unknown): void {
  if (Array.isArray(part)) for (const item of part) refuseSteps(item);
  if (!isObject(part)) return;
  for (const [name, value] of Object.entries(part)) {
    if (/(^|\.)dtick$/.test(name) || (/(^|\.)tickmode$/.test(name) && value === "linear"))
      throw new InputError({
        what: "a step from tick to tick (dtick) is for the x and y axes of a figure's layout",
        cure: "give the ticks themselves: tickvals",
      });
    refuseSteps(value);
  }
}

/** An axis as Plotly has worked it out. */
interface DrawnAxis {
  readonly type: string;
  readonly range: readonly [unknown, unknown];
}

/** @throws InputError when an axis would have too many ticks */
export function checkTicks(axes: Readonly<Record<string, DrawnAxis | undefined>>, ticks: PlainObject): void {
  let count = 0;
  for (const name of new Set(Object.keys(ticks).map((key) => key.replace(/\.\w+$/, "")))) {
    const axis = axes[name.replace(".minor", "")];
    if (axis === undefined) continue;
    const own = ticksOn(axis, ticks[`${name}.dtick`]);
    atMost(MOST_TICKS, own, `ticks on ${name}`);
    count += own;
  }
  atMost(ALL_TICKS, count, "ticks");
}

/** How many ticks an axis would have with such a step. */
export function ticksOn({ type, range }: DrawnAxis, dtick: unknown): number {
  const [from, to] = range.map(numberOf) as [number, number];
  const length = Math.abs(to - from);
  const linear = typeof dtick === "string" ? /^L(.+)$/.exec(dtick) : null;
  if (type === "log" && linear !== null) return Math.abs(10 ** to - 10 ** from) / Math.abs(Number(linear[1]));
  if (type === "log" && /^D[12]$/.test(String(dtick))) return 9 * length;
  const step = Math.abs(stepOf(dtick ?? (type === "date" ? 86_400_000 : 1)));
  return Number.isFinite(step) && step > 0 ? length / step : 0;
}
