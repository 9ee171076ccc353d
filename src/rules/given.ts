/** What stands where a rule is wanted. */
import { didYouMean, InputError } from "../errors.ts";
import * as library from "./index.ts";
import { isRule, type Rule } from "./rule.ts";

/**
 * Checks that a rule was given.
 * @param call how the function is called, such as `descend(objective, rule, options)`
 * @throws InputError for the name of a rule, a function, or anything else
 */
export function checkRuleGiven(given: unknown, call: string): asserts given is Rule {
  if (isRule(given)) return;
  const taker = call.slice(0, call.indexOf("("));
  if (typeof given === "string" && /^[a-z][\w -]*$/i.test(given)) throw noName(given, taker);
  if (typeof given === "function")
    throw new InputError({
      what: `${taker} takes a rule, which is made of equations and is no function`,
      got: given,
      cure: 'define one: defineRule({ id: "mine", title: "Mine", equations: { w: "w - 0.1*g" } })',
    });
  throw new InputError({ what: "this is no rule", got: given, cure: `the order is: ${call}` });
}

function noName(given: string, taker: string): InputError {
  const names = Object.keys(library);
  const bare = (name: string): string => name.replace(/[^a-z0-9]/gi, "").toLowerCase();
  const meant = names.find((name) => bare(name) === bare(given));
  const what = `${taker} takes a rule itself, and not its name`;
  if (meant !== undefined)
    return new InputError({ what, got: given, cure: `write it without quotes: ${meant}` });
  return new InputError({
    what,
    got: given,
    allowed: names.join(", "),
    ...(didYouMean(given, names) ?? { cure: "write one of these without quotes: gradientDescent" }),
  });
}
