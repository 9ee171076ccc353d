import { OLD } from "../../math/text.ts";
import type { Rule } from "../../rules/rule.ts";
import { type Column, Columns } from "../search/columns.ts";
import { type Probe, rateOf } from "./probe.ts";
import { rightRun } from "./rule-run.ts";

/** All that stands in one step of the right run on a probe, as columns of one case. */
export function stepColumns(rule: Rule, probe: Probe, step: number): Columns {
  const { objective, hyper, start } = probe;
  const n = start.length;
  const right = rightRun(rule, probe);
  const t = step + probe.firstT - 1;
  const w = Float64Array.from(step === 1 ? start : right.path[step - 2]!);
  const all = (value: number): Column => new Float64Array(n).fill(value);
  const gradient = (at: Float64Array): Column => {
    const g = new Float64Array(n);
    objective.gradient(at, g, t);
    return g;
  };
  const numbers = {
    ...hyper,
    ...(rule.rate === undefined ? {} : { [rule.rate]: rateOf(rule, probe)(t) }),
    t,
    n,
  };
  const values = new Map<string, Column>([
    ["w", w],
    ["g", gradient(w)],
    ["i", w.map((_, i) => i)],
    ...Object.entries(numbers).map(([name, value]) => [name, all(value)] as const),
    ...Object.entries(rule.state).map(([name, { start: value }]) => {
      const before = step === 1 ? all(Number(value)) : Float64Array.from(right.states[step - 2]![name]!);
      return [name + OLD, before] as const;
    }),
  ]);
  return new Columns([0, n], values, {
    gradient: (_, at) => gradient(at),
    hessian: () => {
      const H = new Float64Array(n * n);
      objective.hessian?.(w, H);
      return H;
    },
  });
}
