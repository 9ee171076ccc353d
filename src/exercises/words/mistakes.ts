import { sentence } from "../../sentence.ts";
import { type Block, text } from "../blocks.ts";
import { isOfWrongLength } from "../earned.ts";
import type { Assessment } from "../feedback.ts";
import { DECLARED, type Mistake } from "../mistake.ts";
import { cures } from "./invalid-candidate.ts";

/** Credit for a mistake that an exercise declares without one, and for a part that is right. */
const HALF = 0.5;

/** An answer that is so many named mistakes away is almost right, whatever it earns. */
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
  /** What of it is right, which earns half of the credit: a sentence. */
  readonly rightPart?: string | undefined;
  /** What it behaves like: "a rule". */
  readonly of: string;
  /** What is said of a mistake that is not the first. */
  readonly besides: (other: Mistake) => string;
  readonly unexplained?: readonly Block[];
  /** How what nothing explains differs: sentences. */
  readonly differing?: readonly string[];
  /** The lines that it behaves like. */
  readonly lines?: readonly string[];
}

/** What is said of a wrong answer: how it differs, and on asking the name of its mistake. */
export function aboutMistakes(mistakes: readonly Mistake[], difference: Difference): Assessment {
  const {
    differs,
    where,
    figure = [],
    nothing,
    rightPart,
    of,
    besides,
    unexplained = [],
    differing = [],
    lines = [],
  } = difference;
  const [first, ...others] = mistakes;
  const { credit, isAlmost } = judgedBy(mistakes, difference);
  const said = credit === 0 ? nothing : rightPart;
  const place = said === undefined ? where : [text(said), ...where];
  const ways = differing.map(text);
  if (first === undefined)
    return {
      outcome: "not yet",
      headline: `Not yet: ${differs}.`,
      blocks: [...place, ...ways, ...figure],
      credit,
    };
  const judged = { outcome: isAlmost ? "almost" : "not yet", credit, mistakes } as const;
  const almost = isAlmost ? "Almost" : "Not yet";
  const blocks: readonly Block[] = [
    ...inYourLine(first),
    ...(first.or === undefined ? [] : [text(`The same would come of this: ${first.or}.`)]),
    ...others.map((other) => text(besides(other))),
    ...unexplained,
    ...(unexplained.length === 0 ? [] : ways),
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

/** What a wrong answer earns, which no better name of a mistake changes, and whether it is almost right. */
function judgedBy(
  mistakes: readonly Mistake[],
  { isReadable, nothing, rightPart, unexplained = [] }: Difference,
): { readonly credit: number; readonly isAlmost: boolean } {
  const own = mistakes[0]?.credit;
  if (!isReadable) return { credit: 0, isAlmost: false };
  if (own !== undefined) return { credit: own, isAlmost: own > 0 };
  const isNothing = nothing !== undefined || isOfWrongLength(mistakes);
  const isNamed = mistakes.length > 0 && mistakes.length <= NEAR && unexplained.length === 0;
  const isAlmost = isNamed && !isNothing;
  const isDeclared = isAlmost && mistakes.some(({ id }) => id.startsWith(DECLARED));
  return { credit: isDeclared || (rightPart !== undefined && !isNothing) ? HALF : 0, isAlmost };
}

/** The name of a mistake in a sentence. @param of "rule" or "formula" */
function nameOf(what: string, of: string): string {
  const isWhole = /^(?:in|where|for|after|before|from|up to|the bug is)\b/.test(what);
  return isWhole ? sentence(what) : `Your answer behaves like ${of} in which ${what}.`;
}

/** Of two slips, one may stand in another line, from which this one is computed; what one change of the text mends, another may. */
const MAY_BE_ELSEWHERE = /^in the text, |, and (?!only\b|not\b|should\b)|; besides, /;

/** The line of the answer's own text that a mistake is in. */
function inYourLine({ line, what = "" }: Mistake): Block[] {
  if (line === undefined) return [];
  const begins = MAY_BE_ELSEWHERE.test(what) ? "See" : "It is in";
  return [text(`${begins} ${line.place ?? "your line"}:`), { kind: "code", code: line.text }];
}
