import { checkNames } from "../arguments.ts";
import { InputError } from "../errors.ts";

/** A box, with one bound for all parameters or one for each. */
export interface Box {
  readonly low: number | readonly number[];
  readonly high: number | readonly number[];
}

export type Projection = Box | ((w: Float64Array) => void);

/**
 * What brings w back after a step: to the nearest point of a box, or whatever a function does to it in place.
 * @throws InputError when the box has the wrong number of bounds or is empty
 */
export function projection(to: Projection, n: number): (w: Float64Array) => void {
  if (typeof to === "function") return to;
  checkNames(to, "project", { low: true, high: true }, "project: { low: -1, high: 1 }");
  const [low, high] = [bounds(to.low, n, "low"), bounds(to.high, n, "high")];
  const empty = low.findIndex((bound, i) => !(bound <= high[i]!));
  if (empty >= 0)
    throw new InputError({
      what: "low must not be above high",
      got: [low[empty], high[empty]],
      cure: "for example: project: { low: -1, high: 1 }",
    });
  return (w) => {
    for (let i = 0; i < n; i++) w[i] = Math.min(high[i]!, Math.max(low[i]!, w[i]!));
  };
}

function bounds(given: number | readonly number[], n: number, name: string): readonly number[] {
  const list: unknown = typeof given === "number" ? new Array<number>(n).fill(given) : given;
  if (Array.isArray(list) && list.length === n && list.every((bound) => typeof bound === "number"))
    return list;
  throw new InputError({
    what: `${name} must be one bound for all parameters, or one for each`,
    got: given,
    allowed: n === 1 ? "a number" : `a number, or a list of ${n}`,
    cure: "for example: project: { low: -1, high: 1 }",
  });
}
