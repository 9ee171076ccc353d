/** Mends an answer in its own text: what is changed there, so that all comes out right, is what is wrong with it. */
import type { AnyNode } from "acorn";
import type { Mistake } from "../mistake.ts";
import { guarded } from "../run/guard.ts";
import { ownLine } from "../run/source.ts";
import type { Mending } from "./part.ts";
import { isRight, type Trial } from "./rerun.ts";
import { functionIn } from "./read.ts";
import { mendingsOf } from "./slips.ts";
import { lostIn } from "./statements.ts";
import { inTwos } from "./twos.ts";

/** A mistake, and whether all comes out right with it mended. */
export interface Mended {
  readonly mistake: Mistake;
  readonly isRightIn: (trials: readonly Trial[]) => boolean;
}

/** Which changes are tried: what the text shows by itself; what is likelier than two slips elsewhere; all others; and two. */
export type Range = "certain" | "likely" | "any" | "two";

/** What costs no more is likelier than two slips. */
const LIKELY = 1.75;

/** What costs no more may come with another one. */
const LIKELY_IN_TWO = 2;

/** So many changes of a text are tried at most. */
const MOST = 2500;

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
    // In what goes round, two changes come to much the same by chance.
    if (range === "two" && /\b(?:for|while)\b/.test(source)) return undefined;
    const most = range === "two" ? LIKELY_IN_TWO : LIKELY;
    const isIn = ({ cost }: Mending): boolean => cost <= most === (range !== "any");
    const some =
      range === "certain" ? lostIn(program, source) : mendingsOf(program, source, names).filter(isIn);
    if (some.length === 0) return undefined;
    const right = new Set(trials.filter((trial) => isRight(program, [trial], new Map())));
    const wrong = trials.filter((trial) => !right.has(trial));
    const wrongFirst = [...wrong, ...right];
    const all = range === "two" ? inTwos(program, some, wrong, [...right]) : some.slice(0, MOST);
    for (const { parts, exchange: exchanged, id, what } of all) {
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
