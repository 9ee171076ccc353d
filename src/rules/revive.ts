import * as v from "valibot";
import { InputError } from "../errors.ts";
import { FINITE, parsed, recordOf, textUpTo, wholeFrom } from "../schema.ts";
import { defineRule, type RuleDeclaration } from "./define.ts";
import { RANGE_NAMES } from "./hyperparameters.ts";
import type { Rule } from "./rule.ts";

/** Commands by which TeX could reach beyond its formula in a page. */
const REACHING =
  /\\(?:href|url|unicode|class|cssId|style|data|require|def|let|(?:re)?newcommand|newenvironment|input|include|text\w*\s*\{[^}]*[<>])/i;

const TEXT = textUpTo(2000);
const TEX = v.pipe(
  TEXT,
  v.check((tex) => !REACHING.test(tex), "TeX that stays in its formula"),
);
const SHAPE = v.picklist(["scalar", "vector", "matrix", "history"]);

const RULE = v.strictObject({
  format: v.literal(1),
  id: TEXT,
  title: TEXT,
  rate: v.optional(TEXT),
  gradientAt: TEXT,
  source: v.optional(v.strictObject({ key: TEXT, where: TEXT, slide: v.optional(FINITE) })),
  look: v.optional(v.strictObject({ color: TEXT, dark: TEXT, dash: TEXT, symbol: TEXT })),
  hyperparameters: recordOf(
    v.strictObject({ tex: TEX, default: FINITE, meaning: TEXT, range: v.picklist(RANGE_NAMES) }),
  ),
  sensible: v.optional(recordOf(v.unknown())),
  state: recordOf(
    v.strictObject({
      shape: SHAPE,
      start: v.union([FINITE, v.literal("identity")], 'a finite number, or "identity"'),
      meaning: TEXT,
      tex: v.optional(TEX),
      capacity: v.optional(wholeFrom(1, 1000)),
    }),
  ),
  equations: recordOf(
    v.strictObject({
      text: TEXT,
      shape: SHAPE,
      tex: v.optional(TEX),
      meaning: v.optional(TEXT),
      role: v.optional(TEXT),
    }),
  ),
});

/**
 * A rule from its JSON, checked in full: the type of every field, that TeX stays TeX, and all that `defineRule` checks.
 * For rules that come out of a file or a page.
 * @throws InputError when it is not a rule of format 1; EquationError for a mistake in an equation
 * @example reviveRule(JSON.parse(JSON.stringify(momentum))).id // "momentum"
 */
export function reviveRule(data: unknown): Rule {
  if (!v.is(v.looseObject({ format: v.literal(1) }), data))
    throw new InputError({ what: "this is not a rule of format 1", got: data });
  parsed(RULE, data, "this rule");
  // The rule itself, whose parts stay in the order in which they were written.
  return defineRule(
    data as unknown as RuleDeclaration<Rule["hyperparameters"], Rule["state"], Rule["equations"]>,
  );
}
