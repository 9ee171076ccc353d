import { symbolsOf } from "../math/expression.ts";
import * as linear from "../math/linear.ts";
import type { Rule } from "./rule.ts";
import { lineNode } from "./line.ts";
import { type Recorded, recordLayout } from "./layout.ts";
import { type Code, StepWriter } from "./writer.ts";

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

/** Whether any line of a rule reads a symbol, such as H. */
export function usesSymbol(rule: Rule, symbol: string): boolean {
  return symbolsRead(rule).has(symbol);
}

const symbolsRead = remembered((rule: Rule) => {
  const texts = Object.values(rule.equations).map(({ text }) => text);
  return new Set(texts.flatMap((text) => symbolsOf(lineNode(text))));
});

/**
 * Compile a rule for n parameters: neighbouring elementwise lines become one loop, scalar work is done before it,
 * and the terms to record are written into the current row as they are computed. The code of a rule is written once
 * for each n and choice of terms; every program has its own memory.
 */
export function compileRule(rule: Rule, n: number, record: Recorded = nothing(rule)): Program {
  const layout = [...record.layout.shapes.keys()];
  const step = factory(rule, `${n}: ${layout.join(" ")}`, () => new StepWriter(rule, n, record).write());
  const lookAhead = factory(rule, `${n} ahead`, () =>
    new StepWriter(rule, n, nothing(rule)).writeExpression(rule.gradientAt, "x.lookahead"),
  );
  return {
    step: step(linear) as Program["step"],
    lookAhead: rule.gradientAt === "w" ? undefined : (lookAhead(linear) as Program["lookAhead"]),
    needsHessian: usesSymbol(rule, "H"),
  };
}

const nothing = (rule: Rule): Recorded => ({ terms: [], layout: recordLayout(rule, []) });

/** Makes a function with its own scratch arrays, given the functions of linear algebra. */
type Factory = (F: typeof linear) => unknown;

const factories = remembered(() => new Map<string, Factory>());

/** The code comes from the allow-listed emitter alone: numbers, names checked by `defineRule`, and known operations. */
function factory(rule: Rule, key: string, write: () => Code): Factory {
  const known = factories(rule).get(key);
  if (known !== undefined) return known;
  const { scratch, body } = write();
  const source = `"use strict";\n${scratch.join("\n")}\nreturn function (x) {\n${body.join("\n")}\n};`;
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  const made = new Function("F", source) as Factory;
  factories(rule).set(key, made);
  return made;
}

/** A function of a rule that is computed once for each rule. */
function remembered<T>(compute: (rule: Rule) => T): (rule: Rule) => T {
  const known = new WeakMap<Rule, T>();
  return (rule) => {
    let value = known.get(rule);
    if (value === undefined) known.set(rule, (value = compute(rule)));
    return value;
  };
}
