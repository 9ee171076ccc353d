/** The kinds of exercises that are answered on a card with buttons and fields. Builders ask for this alone: it loads nothing. */
export type CardKind = "predict" | "foresee" | "choose";

/** Is an exercise of this kind answered on a card? */
export function isCardKind(kind: string): kind is CardKind {
  return kind === "predict" || kind === "foresee" || kind === "choose";
}
