import { showsItself } from "../display.ts";
import { formatTex } from "../math/tex.ts";
import { rangeInWords } from "./hyperparameters.ts";
import type { Rule } from "./rule.ts";
import { alignedTex, texOf } from "./tex.ts";
import { equationsText, hyperparameterText, sourceText } from "./text.ts";

/** A rule that shows itself as its equations, what can be set in it, and its source. */
export function shownRule(rule: Rule): Rule {
  return showsItself(rule, {
    kind: "Rule",
    name: ({ title }) => title,
    bundle: (it) => ({ "text/markdown": markdownOf(it), "text/plain": textOf(it) }),
  });
}

function textOf(rule: Rule): string {
  const { title, source } = rule;
  const settings = Object.entries(rule.hyperparameters);
  const width = Math.max(...settings.map(([name]) => name.length));
  return [
    title,
    ...equationsText(rule).map((line) => `  ${line}`),
    ...settings.map(([name, one]) => `${name.padEnd(width)}  ${hyperparameterText(one)}`),
    ...(source === undefined ? [] : [`Source: ${sourceText(source)}`]),
  ].join("\n");
}

function markdownOf(rule: Rule): string {
  const { title, source } = rule;
  const settings = Object.entries(rule.hyperparameters).map(
    ([name, one]) =>
      `- $${texOf(rule, name)}$ (\`${name}\`): ${one.meaning}, ${rangeInWords(one)}; $${formatTex(one.default)}$ by default`,
  );
  return [
    `**${title}**`,
    `$$${alignedTex(rule)}$$`,
    ...(settings.length > 0 ? [settings.join("\n")] : []),
    ...(source === undefined ? [] : [`Source: ${sourceText(source)}`]),
  ].join("\n\n");
}
