import type { Mistake } from "./mistake.ts";
import { type Column, sameNumbers } from "./search/columns.ts";

/** A part of what an answer gives, in all that it was tried with, beside what is right. */
export interface Part {
  readonly got: Column | undefined;
  readonly due: Column;
}

/** Those of the parts that are right, and not as they were given. */
export function rightOf<P extends Part>(parts: readonly P[], given: readonly Column[]): P[] {
  return parts.filter(
    ({ got, due }) =>
      got !== undefined && sameNumbers(got, due) && !given.some((column) => sameNumbers(due, column)),
  );
}

/**
 * Why what an answer gives earns nothing, whatever mistake its numbers fit: nothing of it is computed. A sentence; nothing
 * where it may earn something.
 * @param given the columns of what the answer was given
 */
export function whyNothing(parts: readonly Part[], given: readonly Column[]): string | undefined {
  if (parts.some(({ got, due }) => got !== undefined && sameNumbers(got, due))) return undefined;
  const reasons = parts.flatMap(({ got }) => (got === undefined ? [] : [notComputed(got, given)]));
  return reasons.includes(undefined) ? undefined : reasons[0];
}

function notComputed(got: Column, given: readonly Column[]): string | undefined {
  if (given.some((column) => sameNumbers(got, column)))
    return "What your function was given comes back as it was; nothing is computed of it, and that earns nothing.";
  const numbers = got.filter(Number.isFinite);
  return numbers.length > 1 && numbers.every((x) => x === numbers[0])
    ? "Your function gives the same number whatever it is given, and that earns nothing."
    : undefined;
}

const WRONG_LENGTH = /^return: (?:\S+ (?:empty|too long|length|for \d+ coordinates)|\d+ numbers)$/;

/** Whether lists of another length were given than asked for. */
export function isOfWrongLength(mistakes: readonly Pick<Mistake, "id">[]): boolean {
  return mistakes.some(({ id }) => WRONG_LENGTH.test(id));
}
