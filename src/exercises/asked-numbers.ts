/** Numbers that are asked for on a card, and how they are computed. */
import { numberText } from "../math/numerals.ts";
import { computedBy, namesIn, type Values } from "./number-formula.ts";
import { type Read, readOff, type Run } from "./number-run.ts";

/** A slip, and the number that it gives. */
export interface NumberSlip {
  readonly gives: number;
  /** A clause that reads on after "comes out when": "the rate is forgotten". */
  readonly when: string;
}

/** Slips on the way to a number: likely ones, rare ones, odd ones, and those that are told where there is no other. */
export type OnTheWay = Readonly<Record<"likely" | "rare" | "odd" | "far", NumberSlip[]>>;

/** A number that is asked for. */
export interface AskedNumber {
  readonly label: string;
  readonly answer: number;
  /** How far off counts as right. */
  readonly within: number;
  /** Numbers that common slips give. */
  readonly slips?: readonly NumberSlip[];
  /** How it is computed of what is given and of the numbers asked for before it, by their names: "x − λ·g/√kappa". */
  readonly by?: string;
  /** Where it is read off the run of the card. */
  readonly read?: Read;
}

/** Numbers that are asked for together. */
export interface AskedNumbers<Names extends string = string> {
  readonly fields: Readonly<Record<Names, AskedNumber>>;
  /** What the card gives, by the names that stand in formulas. */
  readonly given?: Values;
  /** A run in which numbers are read off. */
  readonly run?: Run;
  /** The question: its numbers may be taken for one another. */
  readonly prompt?: string;
  /** Slips in what is given, whichever numbers are computed of it: what is taken in its place. */
  readonly slips?: readonly { readonly taken: Values; readonly when: string }[];
}

/** Whether a number counts as right: at the very bound too, whatever its binary digits are. */
export const isNear = (got: number, { answer, within }: AskedNumber): boolean =>
  Math.abs(got - answer) <= within * (1 + Number.EPSILON * 8);

/** What is right, by the names of the numbers. */
export const answersIn = (fields: AskedNumbers["fields"]): Record<string, number> =>
  Object.fromEntries(Object.entries(fields).map(([name, { answer }]) => [name, answer]));

/** What a number that is right comes to with all its digits; NaN where its formula has a name without a value. */
export function exactly(name: string, { fields, given, run }: AskedNumbers): number {
  const { answer, by, read } = fields[name]!;
  const { [name]: _, ...others } = answersIn(fields);
  if (by !== undefined) return computedBy(by, { ...given, ...others });
  return read === undefined || run === undefined ? answer : readOff(run, read, given);
}

/** What all numbers come to where something else is taken for what is given; those without a formula stay right. */
export function computedWith({ fields, given }: AskedNumbers, taken: Values): Values {
  const values: Record<string, number> = { ...given, ...taken };
  for (const [name, { by, answer }] of Object.entries(fields))
    values[name] = by === undefined ? answer : computedBy(by, values);
  return values;
}

/** The wrong numbers from which another is computed, as they are told: "your κ = 3.6". */
export const wrongBefore = (by: string, fields: AskedNumbers["fields"], numbers: Values): string[] =>
  namesIn(by, numbers)
    .filter((name) => !isNear(numbers[name]!, fields[name]!))
    .map((name) => `your ${fields[name]!.label} = ${numberText(numbers[name]!)}`);
