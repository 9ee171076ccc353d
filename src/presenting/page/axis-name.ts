/** The names of axes on slides, which stand at their ends. */
import type { PlainObject } from "./plain-figure.ts";

/** The smallest type, which is enlarged with the figure. */
export const LEAST = 13;

export function titleOf({ title, visible }: PlainObject): string {
  return visible === false ? "" : ((title as { readonly text?: string } | undefined)?.text ?? "");
}

export function axisName(text: string | undefined, place: PlainObject): PlainObject {
  return {
    xref: "x domain",
    yref: "y domain",
    showarrow: false,
    text: text ?? "",
    font: { size: LEAST },
    ...place,
  };
}
