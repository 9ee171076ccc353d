import { nameText, OLD } from "../../math/text.ts";
import type { Mistake } from "../mistake.ts";
import type { Column, Columns } from "../search/columns.ts";
import { type Lines, type Outcome, outcomeOf } from "../search/lines.ts";
import type { Program } from "./program.ts";

/** Quantities that are one number each, and where that number begins: at 0, or at what the first coordinate has. */
interface Way {
  readonly names: readonly string[];
  readonly isFrom0: boolean;
  /** Whether a state is returned as the number that is left at the end. */
  readonly isLast: boolean;
}

/** A variable that may be given other values, and is not what a loop counts with; or the entry before. */
const MAY_CARRY = /(?<!for\s*\(\s*)\b(?:let|var)\b|\breduce\b|\[\s*\w+\s*-\s*1\s*\]/;

/** One number in the place of a list: each coordinate goes on from what came of the one before it. */
export function carriedOn(lines: Lines, source: string): Program[] {
  if (!MAY_CARRY.test(source)) return [];
  const states = [...lines.states.keys()];
  const groups = [states, ...(states.length > 1 ? states.map((state) => [state]) : []), ["w"]];
  return groups
    .filter((names) => names.length > 0)
    .flatMap((names) =>
      [true, false].flatMap((isFrom0) => [false, true].map((isLast): Way => ({ names, isFrom0, isLast }))),
    )
    .map((way) => ({ mistake: said(way.names), run: ({ columns }) => carried(lines, columns, way) }));
}

function said(names: readonly string[]): Mistake {
  const shown = names.map(nameText).join(" and ");
  const are = names.length === 1 ? "is" : "are";
  return {
    id: `carried on: ${names.join(", ")}`,
    ...(names.length === 1 ? { quantity: names[0]! } : {}),
    what: `${shown} ${are} carried on from coordinate to coordinate: each goes on from the one before it`,
    cure: `Each coordinate has its own: ${names.map((name) => `${name}[i]`).join(", ")}.`,
  };
}

/** What lines make of some cases where quantities are carried on. */
function carried(lines: Lines, columns: Columns, { names, isFrom0, isLast }: Way): Outcome {
  const before = (one: string): string => (one === "w" ? one : one + OLD);
  const firsts = new Map(names.map((one) => [one, columns.value(before(one))!]));
  let made = outcomeOf(lines, columns);
  // Each pass makes one coordinate more what it is in the end.
  const longest = Math.max(...columns.starts.slice(1).map((end, k) => end - columns.starts[k]!));
  for (let pass = 0; pass < longest; pass++) {
    const shifted = names.map((one): [string, Column] => {
      const came = one === "w" ? made.w : made.states.get(one)!;
      return [before(one), behind(came, columns.starts, isFrom0 ? undefined : firsts.get(one)!)];
    });
    made = outcomeOf(lines, columns.with(new Map(shifted)));
  }
  if (!isLast) return made;
  const spread = [...made.states].map(([one, column]): [string, Column] => [
    one,
    names.includes(one) ? lastOf(column, columns.starts) : column,
  ]);
  return { w: made.w, states: new Map(spread) };
}

/** In each case the number of the coordinate before; of the first one what it begins with. */
function behind(values: Column, starts: readonly number[], firsts: Column | undefined): Column {
  return values.map((_, i) => (starts.includes(i) ? (firsts?.[i] ?? 0) : values[i - 1]!));
}

/** In each case the number of the last coordinate throughout. */
function lastOf(values: Column, starts: readonly number[]): Column {
  return values.map((_, i) => values[starts.find((start) => start > i)! - 1]!);
}
