/** What sentences say of an answer, in a form that can be tried: nothing is said that does not hold where no search has looked. */
import type { Cases } from "../run/cases.ts";
import { type Column, type Columns, explains, sameNumber } from "../search/columns.ts";
import { type Lines, type Outcome, outcomeOf, startOf } from "../search/lines.ts";
import type { Tree } from "../search/tree.ts";
import type { Form } from "./form.ts";

/** What an answer made of some cases. */
export interface Seen {
  readonly cases: Cases;
  readonly form: Form;
}

/** What is claimed where a mistake is told. */
export interface Claim {
  /** The id of the mistake. */
  readonly of: string;
  readonly holds: (seen: Seen) => boolean;
  /** Where it is said to be, for what was found in a line. */
  readonly place?: ToldPlace | undefined;
}

/** Where a mistake is said to be: with the lines that are named mended, and no others, all is right. */
export interface ToldPlace {
  /** The line that was searched. */
  readonly line: string;
  readonly right: Tree;
  /** What its first slip is told of: that very line. */
  readonly of: Tree;
  readonly computes: Tree;
  /** The lines that are named, of those that are put into it. */
  readonly named: readonly string[];
  /** Of two slips each without the other. */
  readonly alone: readonly Tree[];
  readonly columns: (seen: Seen) => Columns;
}

/** Are these the numbers that came, of w and of each state that did? */
export function agrees({ w, states }: Outcome, seen: Seen): boolean {
  const isThat = (name: string, due: Column | undefined, came: Column | undefined): boolean =>
    isLike(due, came, whereItCame(name, seen));
  return (
    isThat("w", w, seen.form.w) &&
    [...seen.form.states].every(([name, came]) => isThat(name, states.get(name), came))
  );
}

/** Are these the numbers that came, in the entries in which `where` is not 0? */
export function isLike(due: Column | undefined, came: Column | undefined, where?: Column): boolean {
  return due !== undefined && came !== undefined && explains(due, came, where);
}

/** All that an answer returns is what lines make of the same. */
export const isMadeBy =
  (lines: Lines) =>
  (seen: Seen): boolean =>
    agrees(outcomeOf(lines, seen.cases.columns), seen);

/** Is what an answer returns, number by number, what some lines make of the same, or what others do? */
export const isMadeByEither =
  (some: Lines, others: Lines) =>
  (seen: Seen): boolean => {
    const [a, b] = [some, others].map((lines) => outcomeOf(lines, seen.cases.columns)) as [Outcome, Outcome];
    const nearer = (one: Column, other: Column, came: Column | undefined): Column =>
      one.map((x, i) => (came !== undefined && sameNumber(x, came[i]!) ? x : other[i]!));
    const states = [...a.states].map(
      ([name, one]) => [name, nearer(one, b.states.get(name)!, seen.form.states.get(name))] as const,
    );
    return agrees({ w: nearer(a.w, b.w, seen.form.w), states: new Map(states) }, seen);
  };

/** Is w returned as it was given? */
export function isUnmoved({ cases, form }: Seen): boolean {
  return form.w !== undefined && isSame(cases.columns.value("w")!, form.w);
}

/** Is each number that is returned as w one that w had in its case? */
export function hasOldEntries({ cases, form }: Seen): boolean {
  const { starts } = cases.columns;
  return cases.all.every(({ w }, i) =>
    form.w?.subarray(starts[i], starts[i + 1]).every((x) => Number.isNaN(x) || w.includes(x)),
  );
}

/** For the states that were looked at so far whether what came is computed with, or what should have come. */
export type Taken = ReadonlyMap<string, "came" | "due">;

/** What a line is computed with: the quantities of the step, and the states before it as they were taken. */
export function columnsAt({ states }: Pick<Lines, "states">, taken: Taken, { cases, form }: Seen): Columns {
  let now = startOf(cases.columns, states.keys());
  for (const [state, how] of taken) {
    const came = how === "came" ? form.states.get(state) : undefined;
    now = now.with(new Map([[state, came ?? now.compute(states.get(state)!)]]));
  }
  return now;
}

/** Where a quantity has any numbers, in an answer that is returned in a wrong form: 1, and 0 elsewhere. Nothing where its form is right. */
export function whereItCame(quantity: string, { form }: Seen): Column | undefined {
  const came = quantity === "w" ? form.w : form.states.get(quantity);
  return form.faults.length === 0 ? undefined : came?.map((x) => Number(Number.isFinite(x)));
}

/** Are these the same numbers in the entries in which `where` is not 0? */
export function isSame(due: Column, came: Column, where?: Column): boolean {
  return due.every((x, i) => where?.[i] === 0 || sameNumber(x, came[i]!));
}
