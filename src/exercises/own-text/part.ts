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
