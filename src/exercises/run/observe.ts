import { remembered } from "../../remembered.ts";
import { type Case, type Cases } from "./cases.ts";
import { unheard } from "./describe.ts";
import type { Candidate } from "./candidate.ts";
import { pointOf, solveOrDivide } from "./tools.ts";

/** What an answer gave back for one step. */
export interface Reply {
  readonly result: unknown;
  /** The arrays it was given, as they are afterwards. */
  readonly given: Readonly<Record<string, unknown>>;
  /** Names of the arrays that it wrote into. */
  readonly wrote: readonly string[];
}

/** Let an answer take each step by itself. */
export function repliesOf(candidate: Candidate, cases: Cases): Reply[] {
  return cases.all.map((one) => replyOf(candidate, one));
}

/** What an answer is given in a case, all of it new. */
export function givenIn(one: Case): Record<string, unknown> {
  const state = Object.fromEntries(Object.entries(one.state).map(([name, values]) => [name, [...values]]));
  return { ...state, w: [...one.w], g: [...one.g], t: one.t, ...toolsOf(one) };
}

function replyOf(candidate: Candidate, one: Case): Reply {
  const now = givenIn(one);
  const before: Record<string, readonly number[]> = { ...one.state, w: one.w, g: one.g };
  const arrays = Object.fromEntries(Object.keys(before).map((name) => [name, now[name]]));
  const result = unheard(candidate(now, { ...one.hyper }));
  const wrote = Object.keys(before).filter((name) => {
    const after = arrays[name] as unknown[];
    return after.length !== before[name]!.length || before[name]!.some((x, i) => !Object.is(x, after[i]));
  });
  return { result, given: arrays, wrote };
}

/** The Hessian as lists: what an answer is given is copied from them. */
const rows = new WeakMap<Case, number[][]>();

function toolsOf(one: Case): Record<string, unknown> {
  const n = one.w.length;
  return {
    gradient: (at: ArrayLike<number>) => Array.from(one.gradient(pointOf(at, n))),
    H: remembered(rows, one, () => one.w.map((_, i) => [...one.H.subarray(i * n, (i + 1) * n)])).map(
      (row) => [...row],
    ),
    solve: solveOrDivide,
  };
}
