/** What is said of what comes back as it was: always, or once it is not 0 any more. */
import { nameText, OLD } from "../../math/text.ts";
import type { Mistake } from "../mistake.ts";
import { lineOf } from "../run/source.ts";
import { type Column, type Columns, sameNumber } from "../search/columns.ts";
import { apply, name, number, show, type Tree } from "../search/tree.ts";
import { type Claim, isLike, type Seen } from "./claim.ts";
import type { Setting } from "./setting.ts";
import { lostList, thrownAway } from "./unmoved.ts";

/** A quantity whose numbers do not move where it was looked at. */
interface Unmoved {
  readonly mistake: Mistake;
  readonly holds: Claim["holds"];
  /** What computes it, where that is known. */
  readonly computes: Tree | undefined;
}

interface UnmovedState extends Unmoved {
  /** Whether w is meant to be computed with it as it came: that is no second mistake. */
  readonly isUsed: boolean;
}

/** A line, and what it is computed with in any cases. */
interface Line {
  readonly tree: Tree;
  readonly columns: (seen: Seen) => Columns;
}

/** A state that does not move where it was looked at. */
export function unmovedState(state: string, line: Line, setting: Setting): UnmovedState | undefined {
  const { cases, form, unseen = setting, source } = setting;
  const [old, came] = [cases.columns.value(state + OLD)!, form.states.get(state)!];
  if (!old.every((x, i) => x === 0 || sameNumber(x, came[i]!))) return undefined;
  const isOld = ({ cases, form }: Seen): boolean =>
    isLike(cases.columns.value(state + OLD), form.states.get(state));
  if (isOld(setting) && isOld(unseen)) {
    const lost = lostIn(state, source);
    const mistake = lost ?? oldReturned(state, source);
    return { mistake, holds: isOld, isUsed: lost !== undefined, computes: undefined };
  }
  // Where the step is asked for, that is what is told.
  if (/\bt\s*[=!<>]/.test(source)) return undefined;
  const from0 = movedFrom0(state, line, unseen, `in the line of ${nameText(state)}, `);
  return from0 && { ...from0, isUsed: true };
}

/** `old || g[i] ** 2` @param place where it is, as it is told */
export function movedFrom0(
  quantity: string,
  { tree, columns }: Line,
  unseen: Seen,
  place: string,
): Unmoved | undefined {
  const came = ({ form }: Seen): Column | undefined =>
    quantity === "w" ? form.w : form.states.get(quantity);
  const holds = (seen: Seen): boolean =>
    columns(seen)
      .value(quantity)!
      .every((x, i) => x === 0 || sameNumber(x, came(seen)?.[i] ?? NaN));
  if (!holds(unseen)) return undefined;
  const g = name("g");
  const isMade = (first: Tree): boolean =>
    isLike(columns(unseen).compute(from0(quantity, first)), came(unseen));
  const first = [apply("pow", g, number(2)), g, tree].find(isMade);
  const m = nameText(quantity);
  const what =
    first === undefined ? `${m} changes` : first === tree ? `${m} is computed` : `${show(first)} is taken in`;
  return {
    mistake: {
      id: `${quantity}: only from 0`,
      quantity,
      what: `${place}${what} only where ${m} is still 0: once it is not, ${m} stays as it was`,
    },
    holds,
    computes: first && from0(quantity, first),
  };
}

const from0 = (quantity: string, first: Tree): Tree => apply("ifZero", name(quantity), first);

/** Where the text makes the new list, and nothing takes it. */
function lostIn(state: string, source: string): Mistake | undefined {
  const lost = lostList(source);
  if (lost === undefined) return undefined;
  const { of, made } = lost;
  const isItsList =
    of === state ||
    new RegExp(String.raw`\b${of}\s*=\s*(?:\[\s*\.\.\.\s*)?${state}\b|\b${state}\s*:\s*${of}\b`).test(source);
  if (!isItsList || !made.endsWith(".map(")) return undefined;
  const line = lineOf(source, new RegExp(String.raw`(?:^|[;{}])\s*${of}\.map\(`));
  return {
    ...oldReturned(state, source),
    sentence: `${nameText(state)} comes back as it was: map changes no list, it returns a new one, and nothing takes that`,
    cure: `Keep it: const next = ${made}...), and return ${state}: next.`,
    ...(line === undefined ? {} : { line }),
  };
}

function oldReturned(state: string, source: string): Mistake {
  const m = nameText(state);
  return {
    id: `return: old ${state}`,
    quantity: state,
    sentence: `${m} comes back as it was: the old ${m} is returned, so nothing is remembered from step to step`,
    cure: thrownAway(source) ?? `Return the new ${m}.`,
  };
}
