import type { Rule } from "../../rules/rule.ts";
import type { Candidate } from "./candidate.ts";
import { unheard } from "./describe.ts";
import { type Probe, rateOf } from "./probe.ts";
import { isVector, pointOf, solveOrDivide } from "./tools.ts";

/** What an answer returned is no next point. */
export class WrongResult extends Error {}

/** The points an answer passed through, up to the first that is not finite, and what it did on the way. */
export interface StepRun {
  readonly path: readonly number[][];
  /** What it remembered behind each step. */
  readonly states: readonly Readonly<Record<string, readonly number[]>>[];
  /** Hyperparameters that it changed. */
  readonly changedHyper: readonly string[];
}

/**
 * Run a student's step on a probe.
 * @throws WrongResult, and whatever the answer throws
 */
export function runStep(candidate: Candidate, rule: Rule, probe: Probe): StepRun {
  const { objective, start, steps } = probe;
  const n = start.length;
  const rateAt = rateOf(rule, probe);
  const path: number[][] = [];
  const states: Record<string, number[]>[] = [];
  const changedHyper = new Set<string>();
  const state: Record<string, unknown> = Object.fromEntries(
    Object.entries(rule.state).map(([name, { start: value }]) => [
      name,
      new Array<number>(n).fill(Number(value)),
    ]),
  );
  const names = ["w", ...Object.keys(rule.state)];
  let w = [...start];
  for (let step = 1; step <= steps; step++) {
    const t = step + probe.firstT - 1;
    const hyper = { ...probe.hyper, ...(rule.rate === undefined ? {} : { [rule.rate]: rateAt(t) }) };
    const given = { ...hyper };
    const now = { ...state, w: [...w], t, ...tools(objective, w, t) };
    const before = snapshot(names, now);
    const result = unheard(candidate(now, given));
    for (const name of Object.keys(hyper)) if (hyper[name] !== given[name]) changedHyper.add(name);
    const wrote = snapshot(names, now) !== before;
    const next = readResult(result, now, wrote || step > 1, n, Object.keys(rule.state));
    w = next.w;
    for (const [name, value] of Object.entries(next.state)) state[name] = value;
    path.push(w);
    states.push(
      Object.fromEntries(Object.keys(rule.state).map((name) => [name, numbersOf(state[name], n) ?? []])),
    );
    if (!w.every(Number.isFinite)) break;
  }
  return { path, states, changedHyper: [...changedHyper] };
}

/** Quantities as text, to see whether they were written into. */
function snapshot(names: readonly string[], values: Readonly<Record<string, unknown>>): string {
  return names
    .map((name) => (Array.isArray(values[name]) ? (values[name] as unknown[]).join() : ""))
    .join(";");
}

function tools(objective: Probe["objective"], w: readonly number[], t: number): Record<string, unknown> {
  const n = w.length;
  const gradient = (at: unknown): number[] => {
    const g = new Float64Array(n);
    objective.gradient(Float64Array.from(pointOf(at, n)), g, t);
    return Array.from(g);
  };
  return {
    g: gradient(w),
    gradient,
    get H() {
      const H = new Float64Array(n * n);
      objective.hessian!(Float64Array.from(w), H);
      return Array.from({ length: n }, (_, i) => Array.from(H.subarray(i * n, (i + 1) * n)));
    },
    solve: solveOrDivide,
  };
}

/** The next w and what is remembered, as far as it is returned: by names, one list or a list of lists; else as it was written in place. */
function readResult(
  result: unknown,
  now: Readonly<Record<string, unknown>>,
  wrote: boolean,
  n: number,
  states: readonly string[],
): { readonly w: number[]; readonly state: Record<string, unknown> } {
  const kept = Object.fromEntries(states.map((name) => [name, now[name]]));
  const isFlat = numbersOf(result, n) !== undefined;
  const isOfLists = !isFlat && Array.isArray(result) && result.every((part) => numbersOf(part, n));
  const [first, ...others] = isOfLists ? (result as unknown[]) : [result];
  const listed = states.flatMap((name, i) => (others[i] === undefined ? [] : [[name, others[i]] as const]));
  const { w, ...rest } = (
    result === undefined
      ? { w: wrote ? now["w"] : undefined }
      : isFlat || isOfLists
        ? { w: first, ...Object.fromEntries(listed) }
        : Object(result)
  ) as Record<string, unknown>;
  const numbers = numbersOf(w, n);
  if (numbers === undefined) throw new WrongResult();
  return { w: numbers, state: { ...kept, ...rest } };
}

/** The numbers of an array or typed array of the right length; nothing for anything else. */
function numbersOf(value: unknown, n: number): number[] | undefined {
  return isVector(value) && value.length === n ? Array.from(value) : undefined;
}
