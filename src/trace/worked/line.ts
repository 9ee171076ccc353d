/** One line of a worked step, as plain data: it can be drawn anywhere and travels into a page. */

/** What a quantity is, by which it has its colour. */
export const HUES = [
  "slope",
  "velocity",
  "jump",
  "moment",
  "square",
  "point",
  "first",
  "second",
  "third",
  "plain",
] as const;

export type Hue = (typeof HUES)[number];

/** A quantity in a row: its letter, and its numbers under it. */
export interface Cell {
  readonly kind: "cell";
  readonly letter: string;
  readonly hue: Hue;
  /** One text for each row of numbers, or one for all of them; none for what is not shown in numbers. */
  readonly texts: readonly string[];
  /** Whether it is a whole vector, or a matrix with a row of numbers in each text. */
  readonly isWhole: boolean;
}

/** What stands between quantities: a sign, a parenthesis, the name of a function. */
export interface Sign {
  readonly kind: "sign";
  readonly text: string;
  /** What stands in its place between the numbers. */
  readonly below: string;
}

export type LinePart = Cell | Sign;

/** A number and a name under some parts: the arrow of the step's picture that they are. */
export interface Mark {
  readonly number: number;
  readonly name: string;
  readonly hue: Hue;
  /** The first part and the one after the last; nothing for the result. */
  readonly span?: readonly [number, number];
}

/** One equation of one step. */
export interface WorkedLine {
  readonly name: string;
  /** What the quantity is, in the rule's own words. */
  readonly sentence: string;
  /** Which case of the equation holds; often empty. */
  readonly remark: string;
  /** What the rows of numbers are called; one empty name where there is one row. */
  readonly labels: readonly string[];
  readonly result: Cell;
  /** Whether the numbers that are shown, computed with as they are printed, give the result that is shown, or nearly. */
  readonly relation: "=" | "≈";
  /** Whether a pencil can follow: not where a line search tries points out, or a gradient is no formula. */
  readonly isByPencil: boolean;
  readonly parts: readonly LinePart[];
  readonly marks: readonly Mark[];
}
