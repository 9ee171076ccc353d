import { identity, SingularMatrixError } from "../../math/linear.ts";
import type { Rule } from "../../rules/rule.ts";
import { nodeOf } from "../mutations/edit.ts";
import {
  type Computation,
  computationOf,
  KNOWN_FUNCTIONS,
  reads,
  type Value,
  type Values,
} from "./evaluate.ts";
import { type Probe, rateOf } from "./probe.ts";

interface Line {
  readonly name: string;
  readonly compute: Computation;
  readonly spread: boolean;
}

/** Can this rule be run step by step here? (Those that keep histories or search along a line can't.) */
export function canRun(rule: Rule): boolean {
  return Object.values(rule.equations).every(
    ({ text, shape }) =>
      shape !== "history" &&
      nodeOf(text).filter((node) => node.type === "FunctionNode" && !known(node)).length === 0,
  );
}

function known(node: unknown): boolean {
  return KNOWN_FUNCTIONS.includes((node as { fn: { name: string } }).fn.name);
}

/**
 * Run a rule on a probe, one step each time the next point is asked for, so that a wrong version that departs at the first
 * step costs one step. Ends early when a number is not finite.
 */
function* runRule(rule: Rule, probe: Probe): Generator<Float64Array, void> {
  const { objective, start } = probe;
  const n = start.length;
  const defaults = Object.entries(rule.hyperparameters).map(
    ([name, hyper]) => [name, hyper.default] as const,
  );
  const values: Values = { ...Object.fromEntries(defaults), ...probe.hyper, n, w: Float64Array.from(start) };
  for (const [name, state] of Object.entries(rule.state)) values[name] = startValue(state, n);
  const lines = Object.entries(rule.equations).map(([name, { text, shape }]): Line => {
    return { name, compute: computationOf(text), spread: shape === "vector" };
  });
  const needs = (name: string): boolean =>
    Object.values(rule.equations).some(({ text }) => reads(text, name));
  const [needsHessian, needsLoss] = [needs("H"), needs("loss")];
  const lookahead = computationOf(rule.gradientAt);
  const rateAt = rateOf(rule, probe);
  for (let t = 1; t <= probe.steps; t++) {
    values["t"] = t + probe.firstT - 1;
    values["rate"] = rateAt(t);
    if (rule.rate !== undefined) values[rule.rate] = values["rate"];
    if (needsLoss) values["loss"] = objective.value(values["w"] as Float64Array);
    const at = spread(lookahead(values), n);
    values["lookahead"] = at;
    const g = new Float64Array(n);
    objective.gradient(at, g, t);
    values["g"] = g;
    if (needsHessian) objective.hessian!(at, (values["H"] = new Float64Array(n * n)));
    if (!computeLines(lines, values, n)) return;
    yield values["w"] as Float64Array;
  }
}

function computeLines(lines: readonly Line[], values: Values, n: number): boolean {
  try {
    for (const line of lines) {
      const value = line.compute(values);
      values[line.name] = line.spread ? spread(value, n) : value;
    }
  } catch (error) {
    if (error instanceof SingularMatrixError) return false;
    throw error;
  }
  return (values["w"] as Float64Array).every(Number.isFinite);
}

function spread(value: Value, n: number): Float64Array {
  return typeof value === "number" ? new Float64Array(n).fill(value) : value;
}

function startValue({ shape, start }: Rule["state"][string], n: number): Value {
  if (start === "identity") return identity(new Float64Array(n), new Float64Array(n * n));
  if (shape === "scalar") return start;
  return new Float64Array(shape === "vector" ? n : n * n).fill(start);
}

/** All points of a run, without the start. */
export function pathOf(rule: Rule, probe: Probe): Float64Array[] {
  return [...runRule(rule, probe)];
}

/** Numbers count as the same when they agree to this, relative to their size where that is above 1. */
export const TOLERANCE = 1e-7;

/** The first coordinate in which two points differ; -1 when they agree. */
export function differs(expected: ArrayLike<number>, got: ArrayLike<number>): number {
  for (let i = 0; i < expected.length; i++) {
    const allowed = TOLERANCE * Math.max(1, Math.abs(expected[i]!));
    if (!(Math.abs(expected[i]! - got[i]!) <= allowed)) return i;
  }
  return -1;
}

/** Does a rule pass through the same points as this path, step by step to its end? */
export function reproduces(rule: Rule, probe: Probe, path: readonly ArrayLike<number>[]): boolean {
  let step = 0;
  for (const w of runRule(rule, probe)) {
    const got = path[step++];
    if (got === undefined || differs(w, got) >= 0) return false;
  }
  return step === probe.steps && path.length === step;
}
