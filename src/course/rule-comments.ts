import { referenceOf } from "../bibliography.ts";
import { ELEMENTWISE, FUNCTION_NAMES } from "../math/functions.ts";
import { citation } from "../citation.ts";
import * as library from "../rules/index.ts";
import type { Rule } from "../rules/rule.ts";
import { equationsText, hyperparameterText, placeIn, sourceText } from "../rules/text.ts";

/**
 * Declarations whose comments have all that a tooltip is to show: a rule's equations, and the functions of formulas and of
 * rules, for which `{ELEMENTWISE}` and `{FUNCTION_NAMES}` stand.
 */
export function withComments(declarations: string): string {
  return withRuleComments(declarations)
    .replace("{ELEMENTWISE}", ELEMENTWISE.join(", "))
    .replace("{FUNCTION_NAMES}", FUNCTION_NAMES.join(", "));
}

/**
 * Declarations in which the comment of each rule goes on with its equations and its source in full.
 * @throws Error when a rule has no comment to go on with
 */
export function withRuleComments(declarations: string): string {
  return Object.entries<Rule>(library).reduce((code, [name, rule]) => {
    if (!code.includes(`declare const ${name}: `)) return code;
    const found = new RegExp(`( \\*/|\\*/)\n(?=declare const ${name}: )`).exec(code);
    if (found === null) throw new Error(`the rule ${name} has no comment above it in dist/index.d.ts`);
    const start = code.lastIndexOf("/**", found.index);
    const sentence = code
      .slice(start + 3, found.index)
      .replace(/^\s*\* ?/gm, "")
      .trim();
    const comment = ["/**", ...[sentence, "", ...factsOf(rule)].join("\n").split("\n").map(starred), " */\n"];
    return code.slice(0, start) + comment.join("\n") + code.slice(found.index + found[0].length);
  }, declarations);
}

function factsOf(rule: Rule): string[] {
  const settings = Object.entries(rule.hyperparameters).map(
    ([name, one]) => `- \`${name}\`: ${hyperparameterText(one)}`,
  );
  const equations = ["```text", ...equationsText(rule), "```", ...settings];
  const { source } = rule;
  if (source === undefined) return equations;
  const reference = referenceOf(source.key);
  const cited = reference === undefined ? sourceText(source) : `${citation(reference)} (${placeIn(source)})`;
  return [...equations, `Source: ${cited}`];
}

const starred = (line: string): string => ` * ${line}`.trimEnd();
