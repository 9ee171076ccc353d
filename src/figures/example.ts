import { ravine } from "../objectives/surfaces.ts";
import { momentum } from "../rules/momentum.ts";
import type { Rule } from "../rules/rule.ts";
import { descend } from "../trace/descend.ts";
import type { Trace } from "../trace/trace.ts";

/** A short descent in the ravine: what the example of a kind of figure shows. */
export function exampleTrace(rule: Rule = momentum): Trace {
  return descend(ravine, rule, { steps: 20, hyper: { lambda: 0.1 } });
}
