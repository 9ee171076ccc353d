/** Mends an answer in its own text: what is changed there, so that all comes out right, is what is wrong with it. */
import type { AnyNode } from "acorn";
import type { Mistake } from "../mistake.ts";
import { guarded } from "../run/guard.ts";
import { ownLine } from "../run/source.ts";
import { type Exchange, interpreted } from "./interpret.ts";
import type { Mending } from "./part.ts";
import { functionIn, lostIn, mendingsOf } from "./slips.ts";

/** One run of a function: what it is given, anew each time, and of which right forms what comes of it is right. */
export interface Trial {
  readonly given: () => readonly Readonly<Record<string, unknown>>[];
  readonly rightIn: (result: unknown) => readonly boolean[];
}

/** A mistake, and whether all comes out right with it mended. */
export interface Mended {
  readonly mistake: Mistake;
  readonly isRightIn: (trials: readonly Trial[]) => boolean;
}

/** Which changes are tried: what the text shows by itself; what is likelier than two slips elsewhere; and all others. */
export type Range = "certain" | "likely" | "any";

/** What costs no more is likelier than two slips. */
const LIKELY = 1.75;

/** So many changes of a text are tried at most. */
const MOST = 1500;

/** The search counts what it tries; only what a text does without end is stopped by the clock, in milliseconds. */
const LATEST = 60_000;

/**
 * The likeliest change of a text by which it comes out right in all trials; nothing where there is none, or the text does what
 * is not run again.
 */
export function mendedText(source: string, trials: readonly Trial[], range: Range): Mended | undefined {
  const program = functionIn(source);
  if (program === undefined) return undefined;
  const isKnown = ([, value]: [string, unknown]): boolean => typeof value === "number" || (Array.isArray(value) && typeof value[0] === "number"); // prettier-ignore
  const names = trials[0]!.given().flatMap((all) => Object.entries(all).filter(isKnown).map(([name]) => name)); // prettier-ignore
  const search = (): Mended | undefined => {
    const isIn = ({ cost }: Mending): boolean => cost <= LIKELY === (range === "likely");
    const all =
      range === "certain" ? lostIn(program, source) : mendingsOf(program, source, names).filter(isIn);
    if (all.length === 0) return undefined;
    const right = new Set(trials.filter((trial) => isRight(program, [trial], new Map())));
    const wrongFirst = [...trials.filter((trial) => !right.has(trial)), ...right];
    for (const { parts, exchange: exchanged, id, what } of all.slice(0, MOST)) {
      const exchange = exchanged();
      const isRightIn = (some: readonly Trial[]): boolean => isRight(program, some, exchange);
      if (isRightIn(wrongFirst))
        return { mistake: { id: `text: ${id}`, what: `in the text, ${what}`, ...lineOf(source, parts) }, isRightIn }; // prettier-ignore
    }
    return undefined;
  };
  const tried = guarded(search, 0, LATEST);
  return "value" in tried ? tried.value : undefined;
}

/** The line in which parts of a text begin, where that is one. */
function lineOf(source: string, parts: readonly AnyNode[]): Pick<Mistake, "line"> {
  const lines = parts.map(({ start }) => source.slice(0, start).split("\n").length - 1);
  const isOne = new Set(lines).size === 1;
  return isOne ? { line: ownLine(source, source.split("\n")[lines[0]!]!.trim()) } : {};
}

/** Is a text with something exchanged one of the right forms in all trials? */
function isRight(program: AnyNode, trials: readonly Trial[], exchange: Exchange): boolean {
  let forms: readonly boolean[] | undefined;
  try {
    return trials.every(({ given, rightIn }) => {
      const all = given();
      const outside = Object.assign({}, ...all) as Record<string, unknown>;
      const now = rightIn(interpreted(program, outside, exchange)(...all));
      forms = forms?.map((is, i) => is && now[i]!) ?? now;
      return forms.includes(true);
    });
  } catch {
    return false;
  }
}
