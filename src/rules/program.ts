import { InputError } from "../errors.ts";
import { symbolsIn } from "../math/line.ts";
import { type History, identity } from "../math/linear.ts";
import type { Rule, State } from "./rule.ts";

/** What the program of a rule works on. `now` and `next` hold w first and then the states in the order declared. */
export interface Registers {
  now: Memory[];
  next: Memory[];
  g: Float64Array;
  H: Float64Array;
  lookahead: Float64Array;
  /** Hyperparameters in the order declared; the learning rate's entry is replaced by the rate in force. */
  hyper: number[];
  rate: number;
  loss: number;
  t: number;
  /** Where the step is recorded, and the position of its row in it. */
  rows: Float64Array;
  offset: number;
  /** Line search along a direction, for rules that call `backtrack`. */
  backtrack: (direction: Float64Array) => number;
}

export type Memory = Float64Array | History;

/** A rule made runnable: compiled to be fast, or interpreted to be ready at once. */
export interface Program {
  /** Write the next w and states into `next`; false when any of them is not finite. */
  step(registers: Registers): boolean;
  /** Write the point at which the gradient is taken, if that is not w itself. */
  lookAhead: ((registers: Registers) => void) | undefined;
  readonly needsHessian: boolean;
}

/** Whether any line of a rule reads a symbol, such as H. */
export function usesSymbol({ equations }: Rule, symbol: string): boolean {
  return Object.values(equations).some(({ text }) => symbolsIn(text).has(symbol));
}

/** The first of a rule's lines of this role. */
export function ofRole({ equations }: Rule, role: string): string | undefined {
  return Object.entries(equations).find(([, line]) => line.role === role)?.[0];
}

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
    backtrack: () => {
      throw new InputError({ what: `${rule.title} needs a line search, which has no place here` });
    },
  };
}

function startOf({ shape, start, capacity }: State, n: number): Memory {
  if (shape === "history") return { capacity: capacity!, vectors: [] };
  if (start === "identity") return identity(new Float64Array(n));
  return new Float64Array(shape === "scalar" ? 1 : shape === "vector" ? n : n * n).fill(start);
}
