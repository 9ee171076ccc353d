import { identity } from "../math/linear.ts";
import type { Memory, Registers } from "../rules/compile.ts";
import type { Rule, State } from "../rules/rule.ts";
import { usesSymbol } from "../rules/compile.ts";

/** The registers of a rule before its first step. */
export function startRegisters(rule: Rule, start: readonly number[], hyper: readonly number[]): Registers {
  const n = start.length;
  const memories = (): Memory[] => [
    Float64Array.from(start),
    ...Object.values(rule.state).map((state) => startOf(state, n)),
  ];
  return {
    now: memories(),
    next: memories(),
    g: new Float64Array(n),
    H: new Float64Array(usesSymbol(rule, "H") ? n * n : 0),
    lookahead: new Float64Array(n),
    hyper: [...hyper],
    rate: 0,
    loss: 0,
    t: 0,
    rows: new Float64Array(0),
    offset: 0,
    backtrack: () => NaN,
  };
}

function startOf({ shape, start, capacity = 10 }: State, n: number): Memory {
  if (shape === "history") return { capacity, vectors: [] };
  if (start === "identity") return identity(new Float64Array(n), new Float64Array(n * n));
  return new Float64Array(shape === "scalar" ? 1 : shape === "vector" ? n : n * n).fill(start);
}

/** Commit a step: what was computed becomes what is. */
export function swap(x: Registers): void {
  const { now, next } = x;
  x.now = next;
  x.next = now;
}
