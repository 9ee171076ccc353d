import type { Rule } from "../../rules/rule.ts";
import type { Candidate } from "./candidate.ts";
import { unheard } from "./describe.ts";
import { type Probe, rateOf } from "./probe.ts";
import { pointOf, solveFor } from "./tools.ts";

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
    solve: solveFor,
  };
}

interface Result {
  readonly w: number[];
  readonly state: Record<string, unknown>;
}

function readResult(
  result: unknown,
  now: Readonly<Record<string, unknown>>,
  wrote: boolean,
  n: number,
  states: readonly string[],
): Result {
  const kept = Object.fromEntries(states.map((name) => [name, now[name]]));
  if (result === undefined) {
    if (!wrote) throw new WrongResult();
    return { w: checked(now["w"], n), state: kept };
  }
  const flat = numbersOf(result, n);
  if (flat !== undefined) return { w: flat, state: kept };
  if (Array.isArray(result) && result.every((part) => numbersOf(part, n) !== undefined)) {
    const [w, ...rest] = result as unknown[];
    const named = Object.fromEntries(states.map((name, i) => [name, rest[i] ?? now[name]]));
    return { w: checked(w, n), state: named };
  }
  const { w, ...rest } = Object(result) as Record<string, unknown>;
  return { w: checked(w, n), state: { ...kept, ...rest } };
}

function checked(value: unknown, n: number): number[] {
  const numbers = numbersOf(value, n);
  if (numbers === undefined) throw new WrongResult();
  return numbers;
}

/** The numbers of an array or typed array of the right length; nothing for anything else. */
function numbersOf(value: unknown, n: number): number[] | undefined {
  if (!Array.isArray(value) && !ArrayBuffer.isView(value)) return undefined;
  const numbers = Array.from(value as unknown as ArrayLike<unknown>);
  return numbers.length === n && numbers.every(isNumber) ? numbers : undefined;
}

function isNumber(value: unknown): value is number {
  return typeof value === "number";
}
