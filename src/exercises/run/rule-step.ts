import { interpretRule } from "../../rules/interpret.ts";
import { startRegisters } from "../../rules/program.ts";
import type { Rule } from "../../rules/rule.ts";
import type { Candidate } from "./candidate.ts";

/** A rule as the function that a student would write: for proving that a wrong rule is recognised as itself. */
export function stepOfRule(rule: Rule): Candidate {
  const program = interpretRule(rule);
  const remembered = ["w", ...Object.keys(rule.state)];
  return (now, hyper) => {
    const values = Object.keys(rule.hyperparameters).map((name) => hyper[name]!);
    const x = startRegisters(rule, now["w"] as number[], values);
    x.now = remembered.map((name) => Float64Array.from(now[name] as number[]));
    x.t = now["t"] as number;
    x.rate = rule.rate === undefined ? 1 : hyper[rule.rate]!;
    program.lookAhead?.(x);
    const gradient = now["gradient"] as (at: ArrayLike<number>) => number[];
    x.g.set(gradient(program.lookAhead === undefined ? (now["w"] as number[]) : x.lookahead));
    if (program.needsHessian) x.H.set((now["H"] as number[][]).flat());
    program.step(x);
    return Object.fromEntries(remembered.map((name, i) => [name, Array.from(x.next[i] as Float64Array)]));
  };
}
