import type { Mistake } from "./mistake.ts";
import { type Column, sameNumbers } from "./search/columns.ts";

/** A quantity of an answer, in all that it was tried with: what came, beside what is right. */
export interface ComparedQuantity {
  readonly got: Column | undefined;
  readonly due: Column;
}

/** Those of the quantities that are right, and not as they were given. */
export function rightOf<Q extends ComparedQuantity>(quantities: readonly Q[], given: readonly Column[]): Q[] {
  return quantities.filter(
    ({ got, due }) =>
      got !== undefined && sameNumbers(got, due) && !given.some((column) => sameNumbers(due, column)),
  );
}

/**
 * Why what an answer gives earns nothing, whatever mistake its numbers fit: nothing of it is computed. A sentence; nothing
 * where it may earn something.
 * @param given the columns of what the answer was given
 */
export function whyNothing(
  quantities: readonly ComparedQuantity[],
  given: readonly Column[],
): string | undefined {
  if (quantities.some(({ got, due }) => got !== undefined && sameNumbers(got, due))) return undefined;
  const reasons = quantities.flatMap(({ got }) => (got === undefined ? [] : [notComputed(got, given)]));
  return reasons.includes(undefined) ? undefined : reasons[0];
}

function notComputed(got: Column, given: readonly Column[]): string | undefined {
  if (given.some((column) => sameNumbers(got, column)))
    return "What your function was given comes back as it was, and that earns nothing.";
  const numbers = got.filter(Number.isFinite);
  return numbers.length > 1 && numbers.every((x) => x === numbers[0])
    ? "Your function gives the same number whatever it is given, and that earns nothing."
    : undefined;
}

/** Of a list that is right but for one coordinate which is not in it. */
export const SHORT_BY_ONE = "length short by one";
const WRONG_LENGTH = new RegExp(
  `^return: (?:\\S+ (?:empty|too long|length|${SHORT_BY_ONE}|for \\d+ coordinates)|\\d+ numbers)$`,
);

/** Whether lists of another length were given than asked for. */
export function isOfWrongLength(mistakes: readonly Pick<Mistake, "id">[]): boolean {
  return mistakes.some(({ id }) => WRONG_LENGTH.test(id));
}
