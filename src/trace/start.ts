/** Where a descent starts. */
import { counted } from "../counted.ts";
import { InputError } from "../errors.ts";
import { isObjective, type Objective, type PlainObjective } from "../objectives/objective.ts";

/**
 * The first point of a descent.
 * @throws InputError when it is not one finite number for each parameter, with one that works as the cure
 */
export function startOf(on: Objective | PlainObjective, given: unknown): number[] {
  const start = given ?? (isObjective(on) ? on.start : undefined);
  const name = on.name ?? "this objective";
  if (start === undefined)
    throw new InputError({ what: `${name} has no usual start`, ...cureFor(on, "give one") });
  if (!Array.isArray(start) && !ArrayBuffer.isView(start))
    throw new InputError({
      what: "start must be a list of numbers, one for each parameter",
      got: start,
      ...cureFor(on, "for example"),
    });
  const numbers = Array.from(start as ArrayLike<number>);
  if (numbers.length === 0 || !numbers.every((x) => Number.isFinite(x)))
    throw new InputError({
      what: "the start must be finite numbers, one for each parameter",
      got: numbers,
      ...cureFor(on, "for example"),
    });
  if (isObjective(on) && numbers.length !== on.dimension)
    throw new InputError({
      what: `the start must have one number per parameter of ${name}`,
      got: numbers,
      allowed: counted(on.dimension, "number"),
      ...cureFor(on, "for example"),
    });
  return numbers;
}

/** Says another start from which a descent is possible, if one is found. */
export function cureFor(on: Objective | PlainObjective, words: string): { cure?: string } {
  const start = workingStart(on);
  if (start === undefined) return {};
  const text = start.length > 6 ? `new Array(${start.length}).fill(${start[0]!})` : `[${start.join(", ")}]`;
  return { cure: `${words}: start: ${text}` };
}

/** Numbers to fill a start with, and how many parameters a function may have of which nothing is known. */
const FILLS = [1, 2, 0.5, -1, 3, 0, 10];
const MOST_PARAMETERS = 10;

function workingStart(on: Objective | PlainObjective): number[] | undefined {
  const counts = isObjective(on) ? [on.dimension] : Array.from({ length: MOST_PARAMETERS }, (_, k) => k + 1);
  for (const n of counts)
    for (const fill of FILLS) {
      const start = new Array<number>(n).fill(fill);
      if (works(on, start)) return start;
    }
  return undefined;
}

/** Has it a finite loss there, and a gradient of as many finite numbers? */
function works(on: Objective | PlainObjective, start: readonly number[]): boolean {
  const w = Float64Array.from(start);
  const out = new Float64Array(w.length).fill(NaN);
  try {
    const slope = on.gradient(w, out, 1) ?? out;
    return (
      Number.isFinite(on.value(w)) && slope.length === w.length && Array.from(slope).every(Number.isFinite)
    );
  } catch {
    return false; // a student's function may throw where it is not meant to be asked
  }
}
