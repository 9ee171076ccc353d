import type { Mistake } from "../mistake.ts";
import { lineOf } from "../run/source.ts";
import { type Claim, hasOldEntries, isUnmoved } from "./claim.ts";

/** That w comes back as it was, and what is claimed with that. */
export function oldReturned(source: string): { readonly mistake: Mistake; readonly holds: Claim["holds"] } {
  const mistake =
    madeForNothing(source) ??
    (makesNumbers(source)
      ? said("each number that map makes for it is the old one again", "See what the step comes out as.")
      : said("the old place is returned", "Return the new w."));
  return { mistake, holds: reasonIn(source)?.holds ?? isUnmoved };
}

/** Why w comes back as it was, where the text shows that a new one is computed. */
function madeForNothing(source: string): Mistake | undefined {
  const found = reasonIn(source);
  if (found === undefined) return undefined;
  const line = lineOf(source, found.sign);
  return { ...said(found.because, found.cure, found.what), ...(line === undefined ? {} : { line }) };
}

/** Whether a text does no more than return the old w, as far as can be seen. */
export const isReturnedOld = (source: string): boolean =>
  reasonIn(source) === undefined && !makesNumbers(source);

/** Is something else than the old numbers written for a list that is returned as w? */
function makesNumbers(source: string): boolean {
  const made = source.matchAll(/\b(\w+)\s*[:=]\s*w\.map\((?!\(?(\w+)[^=()]*\)?\s*=>\s*\2\s*\))/g);
  return [...made].some(([, name]) => name === "w" || new RegExp(`\\bw:\\s*${name}\\b`).test(source));
}

const reasonIn = (source: string): Reason | undefined => REASONS.find(({ sign }) => sign.test(source));

/** What to do about a list that is made and that nothing takes, where the text has one. */
export function thrownAway(source: string): string | undefined {
  const made = lostList(source)?.made;
  return (
    made && `${made}...) makes a new list, and here nothing takes it: keep it, const next = ${made}...).`
  );
}

/** The first list that is made and that nothing takes: of what, and how that begins, `w.map(`. */
export function lostList(source: string): { readonly of: string; readonly made: string } | undefined {
  const statements = /(?<=^|[;{}])\s*((\w+)\.(?:map|filter|concat|slice)\()/gm;
  for (const { 1: made, 2: of, index } of source.matchAll(statements)) {
    const from = source.indexOf(made!, index) + made!.length;
    // One that changes something in passing is not made for its list.
    if (!/[^=!<>]=[^=>]|\bpush\(|\+\+|--/.test(source.slice(from, closing(source, from))))
      return { of: of!, made: made! };
  }
  return undefined;
}

/** Where the parenthesis closes in which a place is. */
function closing(source: string, from: number): number {
  let depth = 1;
  for (let i = from; i < source.length; i++) {
    depth += source[i] === "(" ? 1 : source[i] === ")" ? -1 : 0;
    if (depth === 0) return i;
  }
  return source.length;
}

const said = (because: string, cure: string, what = "w comes back as it was"): Mistake => ({
  id: "return: old w",
  quantity: "w",
  sentence: `${what}: ${because}`,
  cure,
});

interface Reason {
  readonly sign: RegExp;
  readonly because: string;
  readonly cure: string;
  /** What it is the reason of, and how that is tried, where w need not come back as a whole. */
  readonly what?: string;
  readonly holds?: Claim["holds"];
}

const REASONS: readonly Reason[] = [
  {
    sign: /\bw\.forEach\(\s*\(?\s*(\w+)[^=]*=>[^]*?(?<![.\w])\1\s*(?:\*\*|[-+*/])?=(?![=>])/,
    because: "what is put into the number that forEach hands over is not put into the list",
    cure: "map makes a list of new numbers: w.map((x, i) => ...).",
  },
  {
    sign: /\bfor\s*\(\s*(?:let|const|var)\s+(\w+)\s+of\s+w\b[^]*?(?<![.\w])\1\s*(?:\*\*|[-+*/])?=(?![=>])/,
    because: "what is put into the number that the loop hands over is not put into the list",
    cure: "map makes a list of new numbers: w.map((x, i) => ...).",
  },
  {
    sign: /\b(?:let|var)\s+(\w+)\s*=\s*w\s*[;\n][^]*?\b(?:let|const|var)\s+\1\b/,
    because: "in the loop a second variable of the same name is declared, and it is gone when the loop ends",
    cure: "Declare the list once, and put each new number into it.",
  },
  {
    // At the beginning of a statement nothing takes what it makes.
    sign: /(?:^|[;{}])[ \t]*w\.map\(/m,
    because: "map makes a new list, and nothing takes it",
    cure: "Keep it: const next = w.map(...), and return { w: next }.",
  },
  {
    sign: /\bw\.filter\(/,
    what: "no entry of w is changed",
    because: "filter picks entries, and gives them back as they are",
    holds: hasOldEntries,
    cure: "map makes new ones: w.map((x, i) => ...).",
  },
  {
    sign: /\b(?:const|let|var)\s+(\w+)\s*=\s*w\.map\((?![^]*\b\1\b)/,
    because: "a new list is computed, and the old one is returned",
    cure: "Return the new w.",
  },
];
