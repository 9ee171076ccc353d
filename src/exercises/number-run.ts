/** Numbers that come of a run of some steps, as it is made with a pencil. */
import { computedBy, type Values } from "./number-formula.ts";

/** A run: what is there at the start, and what is computed in each step, one after the other. */
export interface Run {
  readonly from: Values;
  readonly lines: Readonly<Record<string, string>>;
  /** What is computed in step 1 alone, where that is a slip. */
  readonly still?: string;
  /** What is computed in its last step, where that is a slip. */
  readonly last?: Run["lines"];
}

/** What of a run is asked for: a quantity after so many steps, or the first step after which it is below a number. */
export interface Read {
  readonly of: string;
  readonly after?: number;
  readonly below?: number;
}

/** No run goes on for longer. */
const MOST = 30;

/** What is asked for of a run; NaN where it does not come to that. */
export function readOff(
  { from, lines, still, last = lines }: Run,
  { of, after, below = -Infinity }: Read,
  given: Values = {},
): number {
  const values: Record<string, number> = { ...given, ...from };
  const end = after ?? MOST;
  for (let t = 1; t <= end; t += 1) {
    for (const [name, formula] of Object.entries(t === end ? last : lines))
      if (t === 1 || name !== still) values[name] = computedBy(formula, values);
    if (values[of]! < below) return t;
  }
  return after === undefined ? NaN : values[of]!;
}
