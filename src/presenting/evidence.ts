/** What of the evidence stands with an answer, and how words and an exhibit share a slide. */
import type { Exhibit } from "./exhibit.ts";
import type { Question } from "./question.ts";
import {
  areBare,
  fitsAbove,
  fitsBeside,
  fitsTogether,
  isRemark,
  isSmall,
  isWide,
  togetherOf,
} from "./slide-space.ts";
import type { Words } from "./slide.ts";

/** How words and an exhibit share a slide; not at all where they have no room on one. */
export function layoutOf(exhibit: Exhibit, words: readonly Words[]): "beside" | "stacked" | undefined {
  if (!isWide(exhibit) && fitsBeside(words, exhibit)) return "beside";
  return exhibit.kind !== "figure" && fitsAbove(words, exhibit) ? "stacked" : undefined;
}

/** What stands with an answer, and what is left for slides after it. */
export interface Answer {
  readonly told: Exhibit[];
  readonly left: Exhibit[];
  /** What explains the answer stands with it, unless it is long or there is more to show. */
  readonly isExplained: boolean;
}

/** What shows most of the evidence stands with the answer, and the rest with it where all of it has room. */
export function answerOf(question: Question, evidence: readonly Exhibit[], explanation: string): Answer {
  // The picture that was looked at stays, and what happens is run in it.
  if (question.picture !== undefined)
    return { told: [], left: [...evidence], isExplained: explanation === "" };
  const isAlone = (one: Exhibit): boolean => one.kind === "explorer" || isWide(one);
  const ranked = [...evidence].sort((a, b) => rankOf(a) - rankOf(b));
  const narrow = ranked.filter((one) => !isAlone(one));
  const [first, ...beside] = inOrder(narrow, explanation);
  const isShort = isRemark(explanation, question);
  const isTogether = first !== undefined && isShort && fitsWith(first, beside, question);
  const told = first === undefined ? [] : [first, ...(isTogether ? beside : [])];
  const left = [...(isTogether ? [] : beside), ...ranked.filter(isAlone)];
  return { told, left, isExplained: ranked.length === 0 || (isShort && left.length === 0) };
}

/** An explanation in two: so many of its paragraphs as have room with a table, and the rest, which leaves no slide bare. */
export function partedFor(table: Exhibit, explanation: string): [within: string, after: string] {
  const paragraphs = togetherOf(explanation);
  const words = (from: number, to?: number): [Words] => [
    { source: paragraphs.slice(from, to).join("\n\n"), fragment: false },
  ];
  let count = paragraphs.length - 1;
  while (count > 0 && layoutOf(table, words(0, count)) === undefined) count -= 1;
  while (count > 1 && areBare(words(count))) count -= 1;
  return [words(0, count)[0].source, words(count)[0].source];
}

/** A table that has no room beside the explanation stands with the answer, and the figure beside the explanation. */
function inOrder([first, ...rest]: readonly Exhibit[], explanation: string): Exhibit[] {
  if (first === undefined) return [];
  const words = [{ source: explanation, fragment: false }];
  const table = rest.find(({ kind }) => kind === "table");
  const isBetter =
    table !== undefined && layoutOf(table, words) === undefined && layoutOf(first, words) !== undefined;
  return isBetter ? [table, first, ...rest.filter((one) => one !== table)] : [first, ...rest];
}

/** What little there is besides a figure stands with the answer, where there are no choices; else one below another. */
function fitsWith(first: Exhibit, rest: readonly Exhibit[], { choices }: Question): boolean {
  if (first.kind !== "figure") return fitsTogether([first, ...rest], []);
  return rest.every(isSmall) && !choices.some(({ right }) => right);
}

/** What shows most stands beside the answer. */
const RANKS = ["figure", "worked", "table", "text", "code", "explorer"];

const rankOf = ({ kind }: Exhibit): number => RANKS.indexOf(kind);

/** The right one of the choices, as the finding. */
export function rightOf({ choices }: Question): string | undefined {
  return choices.find(({ right }) => right)?.text.replace(/\.$/, "");
}
