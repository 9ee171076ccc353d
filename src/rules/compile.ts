import { F } from "../math/functions.ts";
import { remembered } from "../remembered.ts";
import { type Program, usesSymbol } from "./program.ts";
import type { Rule } from "./rule.ts";
import { type Recorded, recordLayout } from "./layout.ts";
import { type Code, StepWriter } from "./writer.ts";

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
    step: step(F) as Program["step"],
    lookAhead: rule.gradientAt === "w" ? undefined : (lookAhead(F) as Program["lookAhead"]),
    needsHessian: usesSymbol(rule, "H"),
  };
}

const nothing = (rule: Rule): Recorded => ({ terms: [], layout: recordLayout(rule, []) });

/** Makes a function with its own scratch arrays, given the functions of linear algebra. */
type Factory = (functions: typeof F) => unknown;

const factories = new WeakMap<Rule, Map<string, Factory>>();

/** The code comes from the allow-listed emitter alone: numbers, names checked by `defineRule`, and known operations. */
function factory(rule: Rule, key: string, write: () => Code): Factory {
  const own = remembered(factories, rule, () => new Map<string, Factory>());
  return remembered(own, key, () => {
    const { scratch, body } = write();
    const source = `"use strict";\n${scratch.join("\n")}\nreturn function (x) {\n${body.join("\n")}\n};`;
    // oxlint-disable-next-line typescript/no-implied-eval
    return new Function("F", source) as Factory;
  });
}
