/** What of the evidence stands with an answer, and how words and an exhibit share a slide. */
import type { Exhibit } from "./exhibit.ts";
import type { Question } from "./question.ts";
import { fitsAbove, fitsBeside, fitsTogether, isSmall, isWide } from "./room.ts";
import type { Words } from "./slide.ts";

/** How words and an exhibit share a slide; not at all where they have no room on one. */
export function layoutOf(exhibit: Exhibit, words: readonly Words[]): "beside" | "stacked" | undefined {
  if (!isWide(exhibit) && fitsBeside(words, exhibit)) return "beside";
  return exhibit.kind !== "figure" && fitsAbove(words, exhibit) ? "stacked" : undefined;
}

/** A table that has no room beside the explanation stands with the answer, and the figure beside the explanation. */
export function inOrder([first, ...rest]: readonly Exhibit[], explanation: string): Exhibit[] {
  if (first === undefined) return [];
  const words = [{ source: explanation, fragment: false }];
  const table = rest.find(({ kind }) => kind === "table");
  const isBetter =
    table !== undefined && layoutOf(table, words) === undefined && layoutOf(first, words) !== undefined;
  return isBetter ? [table, first, ...rest.filter((one) => one !== table)] : [first, ...rest];
}

/** What little there is besides a figure stands with the answer, where there are no choices; else one below another. */
export function fitsWith(first: Exhibit, rest: readonly Exhibit[], { choices }: Question): boolean {
  if (first.kind !== "figure") return fitsTogether([first, ...rest], []);
  return rest.every(isSmall) && !choices.some(({ right }) => right);
}

/** What shows most stands beside the answer. */
const RANKS = ["figure", "worked", "table", "text", "code", "explorer"];

export const rankOf = ({ kind }: Exhibit): number => RANKS.indexOf(kind);

/** The right one of the choices, as the finding. */
export function rightOf({ choices }: Question): string | undefined {
  return choices.find(({ right }) => right)?.text.replace(/\.$/, "");
}
