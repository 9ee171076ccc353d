import type { Rule } from "../../rules/rule.ts";
import { computationOf, type Value, type Values } from "./evaluate.ts";
import type { Candidate } from "./step-run.ts";

/** A rule as the function that a student would write: for proving that a wrong rule is recognised as itself. */
export function stepOfRule(rule: Rule): Candidate {
  return (now, hyper) => {
    const w = Float64Array.from(now["w"] as number[]);
    const n = w.length;
    const values: Values = { ...hyper, n, t: now["t"] as number, w };
    for (const [name, { shape }] of Object.entries(rule.state)) {
      const held = now[name] as number[];
      values[name] = shape === "scalar" ? held[0]! : Float64Array.from(held);
    }
    const vector = (value: Value): Float64Array =>
      typeof value === "number" ? new Float64Array(n).fill(value) : value;
    const gradient = now["gradient"] as (at: ArrayLike<number>) => number[];
    values["g"] = Float64Array.from(gradient(vector(computationOf(rule.gradientAt)(values))));
    values["H"] = Float64Array.from((now["H"] as number[][] | undefined)?.flat() ?? []);
    for (const [name, { text, shape }] of Object.entries(rule.equations)) {
      const value = computationOf(text)(values);
      values[name] = shape === "vector" ? vector(value) : value;
    }
    const states = Object.keys(rule.state).map((name) => [name, Array.from(vector(values[name]!))] as const);
    return { w: Array.from(values["w"] as Float64Array), ...Object.fromEntries(states) };
  };
}
