/** What stands where an objective is wanted. */
import { isRecord } from "../arguments.ts";
import { InputError } from "../errors.ts";
import type { Objective, PlainObjective } from "./objective.ts";

/**
 * Checks that an objective was given: a formula, or an object with `value` and `gradient`.
 * @param call how the function is called, such as `descend(objective, rule, options)`
 * @throws InputError for a function alone, half an objective, or anything else
 */
export function checkObjectiveGiven(
  given: unknown,
  call: string,
): asserts given is Objective | PlainObjective | string {
  if (typeof given === "string") return;
  const { value, gradient } = isRecord(given) ? given : {};
  if (typeof value === "function" && typeof gradient === "function") return;
  if (typeof given === "function")
    throw new InputError({
      what: "a function alone has no gradient",
      got: given,
      allowed: "a formula, or an object with value and gradient",
      cure: 'write its formula as text: "x^2"',
    });
  if (typeof value === "function" || typeof gradient === "function")
    throw new InputError({
      what: `this objective has no ${typeof value === "function" ? "gradient" : "value"}`,
      got: Object.keys(given as object),
      cure: "it takes both: { value: ([x]) => x ** 2, gradient: ([x]) => [2 * x] }",
    });
  throw new InputError({ what: "this is no objective", got: given, cure: `the order is: ${call}` });
}
