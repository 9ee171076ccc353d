/** Coordinates that are computed one after the other, each with something else than it should be computed with. */
import { nameText, OLD } from "../../math/text.ts";
import type { Mistake } from "../mistake.ts";
import type { Cases } from "../run/cases.ts";
import type { Column } from "../search/columns.ts";
import { type Lines, type Outcome, outcomeOf } from "../search/lines.ts";
import { apply, filled, name } from "../search/tree.ts";
import type { Program } from "./program.ts";

const IN_TURN: Mistake = {
  id: "in turn: gradient",
  what: "the coordinates are changed one after the other, and the gradient of each is taken where those before it have moved already",
  cure: "Take the gradient once, before anything is changed.",
};

const AHEAD_ALONE: Mistake = {
  id: "ahead: one coordinate",
  what: "it looks ahead along one coordinate at a time: each entry of the gradient is taken where the others still stand at w",
  cure: "Move all coordinates ahead first, then take the gradient once.",
};

/** The gradient is taken again for each coordinate: where those before it have moved, or where it alone has moved ahead. */
export function gradientsOfEach(forms: readonly Lines[], isAhead: boolean, source: string): Program[] {
  if (!/\bgradient\b/.test(source)) return [];
  const inTurn = forms.flatMap((lines) =>
    [[], [...lines.states.keys()]].map((keeps): Program => ({
      mistake: IN_TURN,
      run: (cases) => oneByOne(lines, cases, keeps),
    })),
  );
  if (!isAhead) return inTurn;
  return [...inTurn, { mistake: AHEAD_ALONE, run: (cases) => aheadAlone(forms[0]!, cases) }];
}

/**
 * What lines make of some cases when the coordinates are changed one after the other, and the gradient of each is taken where
 * those before it have moved already.
 * @param keeps quantities that are written anew all at once, at the end
 */
export function oneByOne(lines: Lines, cases: Cases, keeps: readonly string[] = []): Outcome {
  // Where the gradient was given at w, it is taken there anew.
  const here = new Map([["g", apply("gradient", name("w"))]]);
  const fresh: Lines = {
    states: new Map([...lines.states].map(([state, tree]) => [state, filled(tree, here)])),
    w: filled(lines.w, here),
  };
  return entryByEntry(fresh, cases, (one, old, i, made) =>
    keeps.includes(one) ? old : old.map((x, j) => (j < i ? made[j]! : x)),
  );
}

/** What lines make of some cases when each entry of the gradient is taken where only its own coordinate has moved ahead. */
export const aheadAlone = (lines: Lines, cases: Cases): Outcome =>
  entryByEntry(lines, cases, (one, old, i) => (one === "w" ? old : old.map((x, j) => (j === i ? x : 0))));

/** A variable that may be given other values, and is not what a loop counts with; or the entry before. */
const MAY_CARRY = /(?<!for\s*\(\s*)\b(?:let|var)\b|\breduce\b|\[\s*\w+\s*-\s*1\s*\]/;

/** One number in the place of a list: each coordinate goes on from what came of the one before it. */
export function carriedOn(lines: Lines, source: string): Program[] {
  if (!MAY_CARRY.test(source)) return [];
  const states = [...lines.states.keys()];
  const groups = [...(states.length > 1 ? [states] : []), ...states.map((state) => [state]), ["w"]];
  return groups.flatMap((names) =>
    [true, false].flatMap((isFrom0) =>
      [false, true].map((isLast): Program => ({
        mistake: ofCarried(names),
        run: (cases) => carried(lines, cases, names, isFrom0, isLast),
      })),
    ),
  );
}

function ofCarried(names: readonly string[]): Mistake {
  const are = names.length === 1 ? "is" : "are";
  return {
    id: `carried on: ${names.join(", ")}`,
    ...(names.length === 1 ? { quantity: names[0]! } : {}),
    what: `${names.map(nameText).join(" and ")} ${are} carried on from coordinate to coordinate: each goes on from the one before it`,
    cure: `Each coordinate has its own: ${names.map((one) => `${one}[i]`).join(", ")}.`,
  };
}

/**
 * @param isFrom0 whether it begins at 0, or else at what the first coordinate has
 * @param isLast whether a state is returned as the number that is left at the end
 */
function carried(
  lines: Lines,
  cases: Cases,
  names: readonly string[],
  isFrom0: boolean,
  isLast: boolean,
): Outcome {
  const { w, states } = entryByEntry(lines, cases, (one, old, i, made) =>
    names.includes(one) ? old.map(() => (i > 0 ? made[i - 1]! : isFrom0 ? 0 : old[0]!)) : old,
  );
  const last = apply("last", name("it"));
  const left = (column: Column): Column => cases.columns.with(new Map([["it", column]])).compute(last);
  const isLeft = (one: string): boolean => isLast && names.includes(one);
  return {
    w,
    states: new Map([...states].map(([one, column]) => [one, isLeft(one) ? left(column) : column])),
  };
}

/**
 * What lines make of some cases, entry by entry.
 * @param before what a quantity is before an entry is computed: of what it was, and what was made of it so far
 */
function entryByEntry(
  lines: Lines,
  { columns }: Cases,
  before: (one: string, old: Column, entry: number, made: Column) => Column,
): Outcome {
  const quantities = ["w", ...lines.states.keys()];
  const made = new Map(quantities.map((one) => [one, new Float64Array(columns.length)]));
  for (const [index, from] of columns.starts.slice(0, -1).entries()) {
    const own = columns.only(index);
    for (let i = 0; i < own.length; i++) {
      const given = quantities.map((one): [string, Column] => {
        const key = one === "w" ? one : one + OLD;
        return [key, before(one, own.value(key)!, i, made.get(one)!.subarray(from))];
      });
      const { w, states } = outcomeOf(lines, own.with(new Map(given)));
      for (const one of quantities) made.get(one)![from + i] = (one === "w" ? w : states.get(one)!)[i]!;
    }
  }
  const { w, ...states } = Object.fromEntries(made) as { w: Column } & Record<string, Column>;
  return { w, states: new Map(Object.entries(states)) };
}
