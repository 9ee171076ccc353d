/** Two slips in one line: which are tried first, and how far-fetched they are together. */
import type { Edit } from "./edits/edit.ts";

/** Two quantities exchanged, and what is declared, are slips by themselves, and seldom one of two. */
export const inPair = ({ kind, cost }: Edit): number => cost + (SELDOM[kind] ?? 0);

const SELDOM: Readonly<Record<string, number>> = { exchanged: 0.3, known: 0.5 };

/** A step that is turned round comes with any other slip. */
export function likeliestFirst(edits: readonly Edit[]): Edit[] {
  const rank = (edit: Edit): number => (edit.kind === "sign" ? 0 : inPair(edit));
  return [...edits].sort((a, b) => rank(a) - rank(b));
}
