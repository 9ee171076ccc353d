/** A part of a text, and what may be put in the place of some. */
import type { AnyNode } from "acorn";
import type { Exchange } from "./interpret.ts";

/** One change of a text: other expressions in the places of some parts. */
export interface Mending {
  readonly exchange: () => Exchange;
  /** What is changed. */
  readonly parts: readonly AnyNode[];
  /** A clause: what is wrong in the text. */
  readonly what: string;
  /** What is around it, where it is within something. */
  readonly within?: string;
  /** A name that stays. */
  readonly id: string;
  /** How far-fetched: of two that mend, the lower one is told. */
  readonly cost: number;
}

/** A part of a text that computes something or does something, and what is around it. */
export interface Part {
  readonly node: AnyNode;
  readonly parent: AnyNode;
}

export type TextOf = (node: AnyNode) => string;

export const isWithin = (inner: AnyNode, outer: AnyNode): boolean =>
  inner.start >= outer.start && inner.end <= outer.end;

export const isNumber = (text: string): boolean => /^[\d.]+$/.test(text);
export const isAtom = ({ type }: AnyNode): boolean =>
  ["Identifier", "Literal", "MemberExpression"].includes(type);
export const isStatement = ({ type }: AnyNode): boolean => /Statement$|Declaration$/.test(type);

/** The longest part that is told as it is written. */
const LONGEST = 48;

/** A part as it is told. */
export const told = (text: string): string => {
  const line = text.replace(/;$/, "").replace(/\s+/g, " ");
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 3).trimEnd()} ...` : line;
};

/** What is done with something, and what is not done. */
export const DONE: Readonly<
  Record<string, (x: string, y: string) => readonly [done: string, lacking: string]>
> = {
  "+": (x, y) => [`${y} is added to ${x}`, `${y} is not added to ${x}`],
  "-": (x, y) => [`${y} is subtracted from ${x}`, `${y} is not subtracted from ${x}`],
  "*": (x, y) => [`${x} is multiplied by ${y}`, `${x} is not multiplied by ${y}`],
  "/": (x, y) => [`${x} is divided by ${y}`, `${x} is not divided by ${y}`],
  "**": (x, y) =>
    y === "2"
      ? [`${x} is squared`, `${x} is not squared`]
      : [`${x} is raised to the power of ${y}`, `${x} is not raised to the power of ${y}`],
};
