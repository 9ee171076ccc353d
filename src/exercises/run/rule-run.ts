import { remembered } from "../../remembered.ts";
import { interpretRule } from "../../rules/interpret.ts";
import type { Rule } from "../../rules/rule.ts";
import { Walker } from "../../trace/walker.ts";
import { type Probe, rateOf } from "./probe.ts";
import { stepOfRule } from "./rule-step.ts";
import { runStep, type StepRun } from "./step-run.ts";

/**
 * Run a rule on a probe, one step each time the next point is asked for, so that a wrong version that departs at the first
 * step costs one step. Ends early where a step may not be committed.
 */
function* runRule(rule: Rule, probe: Probe): Generator<Float64Array, void> {
  const { objective, start, steps, firstT } = probe;
  const program = interpretRule(rule);
  const hyper = Object.entries(rule.hyperparameters).map(
    ([name, { default: usual }]) => probe.hyper[name] ?? usual,
  );
  const walker = new Walker(rule, objective, { start, hyper, rateAt: rateOf(rule, probe) });
  for (let t = firstT; t < firstT + steps; t++) {
    walker.look(program, t);
    if (walker.step(program) !== undefined) return;
    walker.commit();
    yield walker.w.slice();
  }
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

const rightRuns = new WeakMap<Rule, WeakMap<Probe, StepRun>>();

/** How a rule itself runs on a probe, as an answer would; computed once. */
export function rightRun(rule: Rule, probe: Probe): StepRun {
  const runs = remembered(rightRuns, rule, () => new WeakMap<Probe, StepRun>());
  return remembered(runs, probe, () => runStep(stepOfRule(rule), rule, probe));
}
