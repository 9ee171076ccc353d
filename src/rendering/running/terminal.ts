/** What a kernel prints: text, in which parts may be bold or pale. */

import { el } from "./elements.ts";

// oxlint-disable-next-line no-control-regex -- the marks of terminals begin with one
const MARK = /\u001b\[([\d;]*)m/;

/** The parts of a printed text that are not empty, and the element that each stands in if it is bold or pale. */
export function printedParts(text: string): { part: string; tag?: "b" | "i" }[] {
  // Every second piece is the number of a mark: 1 begins what is bold, 2 what is pale; any other ends it.
  const pieces = text.split(MARK);
  return pieces.flatMap((part, i) => {
    if (i % 2 === 1 || part === "") return [];
    const tag = ({ "1": "b", "2": "i" } as const)[pieces[i - 1] ?? ""];
    return [tag === undefined ? { part } : { part, tag }];
  });
}

/** Adds a printed text to an element. */
export function print(node: HTMLElement, text: string): void {
  for (const { part, tag } of printedParts(text)) node.append(tag === undefined ? part : el(tag, {}, part));
}
