import { type Block, text } from "../blocks.ts";
import { isOfWrongLength } from "../earned.ts";
import type { Said } from "../feedback.ts";
import type { Mistake } from "../mistake.ts";
import { cures, sentenceOf } from "./trouble.ts";

/** Credit for an answer that is one or two named mistakes away, when their author gave none. */
const NEAR_MISS = 0.5;
const NEAR = 2;

/** How an answer differs from what was asked for. */
interface Difference {
  /** In a clause. */
  readonly differs: string;
  readonly where: readonly Block[];
  readonly figure?: readonly Block[];
  /** Whether any number came. */
  readonly isReadable: boolean;
  /** Why it earns nothing, whatever mistakes it shows: a sentence. */
  readonly nothing?: string | undefined;
  /** What it behaves like: "a rule". */
  readonly of: string;
  /** What is said of a mistake that is not the first. */
  readonly besides: (other: Mistake) => string;
  readonly unexplained?: readonly Block[];
  /** The lines that it behaves like. */
  readonly lines?: readonly string[];
}

/** What is said of a wrong answer: how it differs, and on asking the name of its mistake. */
export function aboutMistakes(
  mistakes: readonly Mistake[],
  { differs, where, figure = [], isReadable, nothing, of, besides, unexplained = [], lines = [] }: Difference,
): Said {
  const [first, ...others] = mistakes;
  const isNear =
    nothing === undefined &&
    mistakes.length <= NEAR &&
    unexplained.length === 0 &&
    !isOfWrongLength(mistakes);
  const credit = isReadable ? (first?.credit ?? (first !== undefined && isNear ? NEAR_MISS : 0)) : 0;
  const place = credit === 0 && nothing !== undefined ? [text(nothing), ...where] : where;
  if (first === undefined)
    return { outcome: "not yet", headline: `Not yet: ${differs}.`, blocks: [...place, ...figure], credit };
  const judged = { outcome: credit > 0 ? "almost" : "not yet", credit, mistakes } as const;
  const almost = credit > 0 ? "Almost" : "Not yet";
  const blocks: readonly Block[] = [
    ...inYourLine(first),
    ...(first.or === undefined ? [] : [text(`The same would come of this: ${first.or}.`)]),
    ...others.map((other) => text(besides(other))),
    ...unexplained,
    ...cures(mistakes),
    ...(lines.length === 0
      ? []
      : [{ kind: "equations", groups: [{ title: "It behaves like", lines }] } as const]),
    ...figure,
  ];
  // What is returned in the wrong form, or not at all, is said at once: there is nothing to be found out by looking.
  if (first.what === undefined)
    return { ...judged, headline: `${almost}: ${first.sentence!}.`, blocks: [...blocks, ...place] };
  return {
    ...judged,
    headline: `${almost}: ${differs}.`,
    blocks: place,
    name: { headline: nameOf(first.what, of), blocks },
  };
}

/** The name of a mistake in a sentence. @param of "rule" or "formula" */
function nameOf(what: string, of: string): string {
  const isWhole = /^(?:in the|in number|the bug is)\b/.test(what);
  return isWhole ? `${sentenceOf(what)}.` : `Your answer behaves like ${of} in which ${what}.`;
}

/** The line of the answer's own text that a mistake is in. */
function inYourLine({ line }: Mistake): Block[] {
  if (line === undefined) return [];
  const where = line.place === undefined ? "It is in your line" : `It is in ${line.place}`;
  return [text(`${where}:`), { kind: "code", code: line.text }];
}
