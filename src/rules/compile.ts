import { symbolsOf } from "../math/expression.ts";
import * as linear from "../math/linear.ts";
import type { Rule } from "./rule.ts";
import { lineNode } from "./line.ts";
import { recordLayout } from "./layout.ts";
import { type Code, type Recorded, StepWriter } from "./writer.ts";

/** What a compiled rule works on. `now` and `next` hold w first and then the states in the order declared. */
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

export type Memory = Float64Array | linear.History;

export interface Program {
  /** Write the next w and states into `next`; false when any of them is not finite. */
  step(registers: Registers): boolean;
  /** Write the point at which the gradient is taken, if that is not w itself. */
  lookAhead: ((registers: Registers) => void) | undefined;
  readonly needsHessian: boolean;
}

/** What a rule asks of an objective or of the loop. */
export function usesSymbol(rule: Rule, symbol: string): boolean {
  return Object.values(rule.equations).some(({ text }) => symbolsOf(lineNode(text)).includes(symbol));
}

/**
 * Compile a rule for n parameters: neighbouring elementwise lines become one loop, scalar work is done before it,
 * and the terms to record are written into the current row as they are computed.
 */
export function compileRule(rule: Rule, n: number, record: Recorded = nothing(rule)): Program {
  return {
    step: link(n, new StepWriter(rule, record).write()) as Program["step"],
    lookAhead:
      rule.gradientAt === "w"
        ? undefined
        : (link(n, new StepWriter(rule, nothing(rule)).writeExpression(rule.gradientAt, "x.lookahead")) as (
            registers: Registers,
          ) => void),
    needsHessian: usesSymbol(rule, "H"),
  };
}

const nothing = (rule: Rule): Recorded => ({ terms: [], layout: recordLayout(rule, []) });

/** The code comes from the allow-listed emitter alone: numbers, names checked by `defineRule`, and known operations. */
function link(n: number, code: Code): unknown {
  const source = `"use strict";\n${code.scratch.join("\n")}\nreturn function (x) {\n${code.body.join("\n")}\n};`;
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  return (new Function("F", "n", source) as (F: typeof linear, n: number) => unknown)(linear, n);
}
