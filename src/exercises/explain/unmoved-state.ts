/** What is said of a state that comes back as it was: always, or once it is not 0 any more. */
import { nameText, OLD } from "../../math/text.ts";
import type { Mistake } from "../mistake.ts";
import { lineOf } from "../run/source.ts";
import { firstDifference, sameNumber } from "../search/columns.ts";
import { apply, name, number, show, type Tree } from "../search/tree.ts";
import { type Claim, isLike, type Seen } from "./claim.ts";
import type { Setting } from "./setting.ts";
import { lostList } from "./unmoved.ts";

interface UnmovedState {
  readonly mistake: Mistake;
  readonly holds: Claim["holds"];
  /** Whether w is meant to be computed with it as it came: that is no second mistake. */
  readonly isUsed: boolean;
  /** What computes it, where that is known. */
  readonly computes: Tree | undefined;
}

/** A state that does not move where it was looked at. @param tree its line */
export function unmovedState(state: string, tree: Tree, setting: Setting): UnmovedState | undefined {
  const { cases, form, unseen = setting, source } = setting;
  if (firstDifference(form.states.get(state)!, cases.columns.value(state + OLD)!) >= 0) return undefined;
  const isOld = ({ cases, form }: Seen): boolean =>
    isLike(cases.columns.value(state + OLD), form.states.get(state));
  if (isOld(unseen)) {
    const lost = lostIn(state, source);
    const mistake = lost ?? oldReturned(state);
    return { mistake, holds: isOld, isUsed: lost !== undefined, computes: undefined };
  }
  const isOldOnceMoved = ({ cases, form }: Seen): boolean => {
    const [old, came] = [cases.columns.value(state + OLD)!, form.states.get(state)];
    return came !== undefined && old.every((x, i) => x === 0 || sameNumber(x, came[i]!));
  };
  return isOldOnceMoved(unseen)
    ? { ...movedFrom0(state, tree, unseen, isOldOnceMoved), isUsed: true }
    : undefined;
}

/** `old || g[i] ** 2` */
function movedFrom0(
  state: string,
  line: Tree,
  seen: Seen,
  holds: Claim["holds"],
): Pick<UnmovedState, "mistake" | "holds" | "computes"> {
  const m = nameText(state);
  const g = name("g");
  const known = [apply("pow", g, number(2)), g, line].map((first) => ({
    first,
    computes: apply("ifZero", name(state + OLD), first),
  }));
  const isLikeThis = ({ computes }: (typeof known)[0]): boolean => {
    const columns = seen.cases.columns.with(new Map([[state, seen.cases.columns.value(state + OLD)!]]));
    return isLike(columns.compute(computes), seen.form.states.get(state));
  };
  const found = known.find(isLikeThis);
  const taken =
    found === undefined
      ? `${m} changes`
      : found.first === line
        ? `${m} is computed`
        : `${show(found.first)} is taken in`;
  return {
    mistake: {
      id: `${state}: only from 0`,
      quantity: state,
      what: `in the line of ${m}, ${taken} only where ${m} is still 0: once it is not, ${m} stays as it was`,
    },
    holds,
    computes: found?.computes,
  };
}

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
    ...oldReturned(state),
    sentence: `${nameText(state)} comes back as it was: map changes no list, it returns a new one, and nothing takes that`,
    cure: `Keep it: const next = ${made}...), and return ${state}: next.`,
    ...(line === undefined ? {} : { line }),
  };
}

function oldReturned(state: string): Mistake {
  const m = nameText(state);
  return {
    id: `return: old ${state}`,
    quantity: state,
    sentence: `${m} comes back as it was: the old ${m} is returned, so nothing is remembered from step to step`,
    cure: `Return the new ${m}.`,
  };
}
