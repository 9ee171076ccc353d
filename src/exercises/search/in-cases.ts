/** In which cases a line comes out wrong. */
import { type Column, sameNumber } from "./columns.ts";
import type { Condition } from "./edits.ts";
import type { WrongLine } from "./finding.ts";

/** So many entries at least must be right to say that a line is right but for some cases. */
const LEAST_RIGHT = 5;

/** A condition, with where it holds. */
export interface InCases {
  readonly condition: Condition;
  readonly column: Column;
}

/** Conditions that hold where a line comes out wrong, in most of their cases, and in no others. */
export function whereWrong({ right, got, columns, words, before, where }: WrongLine): InCases[] {
  if (where !== undefined) return [];
  const due = columns.compute(right);
  const old = before === undefined ? undefined : columns.value(before);
  const isRight = due.map((x, i) => Number(sameNumber(x, got[i]!)));
  // Where nothing moves there is nothing to get wrong, and no number is right by being none.
  const moves = due.map((x, i) =>
    Number(Number.isFinite(x) && (old === undefined || !sameNumber(x, old[i]!))),
  );
  const count = (entry: (i: number) => boolean): number =>
    due.reduce((sum, _, i) => sum + Number(entry(i)), 0);
  return (words.conditions ?? [])
    .map((condition) => ({ condition, column: columns.compute(condition.tree) }))
    .filter(
      ({ column }) =>
        count((i) => column[i] === 0 && isRight[i] === 0) === 0 &&
        count((i) => column[i] === 0 && moves[i] === 1) >= LEAST_RIGHT &&
        2 * count((i) => isRight[i] === 0) > count((i) => column[i] !== 0),
    );
}
