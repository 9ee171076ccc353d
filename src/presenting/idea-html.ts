/** A rule's formula with its parts named, in the words that the rule itself has for them. */
import katex from "katex";
import { escapeHtml } from "../escape.ts";
import { symbolsIn } from "../math/line.ts";
import { rules } from "../rules/list.ts";
import type { Rule } from "../rules/rule.ts";
import { equationsTex, texOf } from "../rules/tex.ts";
import { UserError } from "../system/user-error.js";
import { huesOf } from "../trace/worked/hues.ts";
import { gradientPlace, sentenceOf } from "../trace/worked/sentence.ts";

/** A quantity that has its name at the end of a line drawn to it. */
interface Named {
  readonly name: string;
  readonly place: "above" | "below";
}

/** @param idea the rule's id, and after a dot those of its lines that are shown, where not all are */
export function ideaToHtml(idea: string): string {
  const [id, only] = idea.split(".") as [string, string | undefined];
  const rule = ruleOf(id);
  const lines = linesOf(rule, only);
  const named = namedOf(rule, lines);
  const hueOf = huesOf(rule);
  const dress = (name: string, tex: string): string => `\\htmlClass{part-${name} w-${hueOf(name)}}{${tex}}`;
  const formulas = equationsTex(rule, dress).filter(({ name }) => lines.includes(name));
  const rows = formulas.map(({ name, left, right }) => {
    return (
      `<div class="formula-row" data-line="${escapeHtml(name)}"><div class="formula">${set(`${left} = ${right}`)}</div>` +
      (lines.length > 1 ? `<p class="says">${escapeHtml(sentenceOf(rule, name))}</p>` : "") +
      "</div>"
    );
  });
  const names = (place: Named["place"]): string => {
    const those = named.filter((one) => one.place === place);
    return `<div class="names ${place}">${those.map(({ name }) => nameToHtml(rule, name)).join("")}</div>`;
  };
  return `<div class="idea-formula">${names("above")}<div class="formula-rows">${rows.join("")}</div>${names("below")}</div>`;
}

function ruleOf(id: string): Rule {
  const rule = rules.find((one) => one.id === id);
  if (rule !== undefined) return rule;
  throw new UserError(
    `A slide names the parts of the rule ${id}, which there is not`,
    "Use the id of a rule of the library.",
  );
}

/** The gradient's line is left out: g is named instead. */
function linesOf(rule: Rule, only: string | undefined): string[] {
  const all = Object.keys(rule.equations);
  const lines = only?.split(",") ?? all;
  if (lines.every((line) => all.includes(line))) return lines;
  throw new UserError(`The rule ${rule.id} has no line ${only}`, `Its lines are ${all.join(", ")}.`);
}

/** Names stand above the first line, and below the last those that it has alone or that have a line of their own; what only lines between have is told beside them. */
function namedOf(rule: Rule, lines: readonly string[]): Named[] {
  const first = lines[0]!;
  const last = lines.at(-1)!;
  const isNamed = (name: string): boolean => meaningOf(rule, name) !== undefined;
  const of = (line: string): string[] => [...symbolsIn(rule.equations[line]!.text)].filter(isNamed);
  const above = first === last ? [] : of(first).filter((name) => !lines.includes(name));
  const below = of(last).filter((name) => !above.includes(name));
  return [
    ...above.map((name): Named => ({ name, place: "above" })),
    ...below.map((name): Named => ({ name, place: "below" })),
  ];
}

function meaningOf(rule: Rule, name: string): string | undefined {
  if (name === "g")
    return `the gradient, ${rule.gradientAt === "w" ? "where we stand" : gradientPlace(rule)}`;
  if (name === "H") return "the Hessian, where we stand";
  return rule.hyperparameters[name]?.meaning ?? rule.equations[name]?.meaning ?? rule.state[name]?.meaning;
}

function nameToHtml(rule: Rule, name: string): string {
  const hue = huesOf(rule)(name);
  return (
    `<div class="name w-${hue}" data-part="part-${name}"><b>${set(texOf(rule, name))}</b> ` +
    `<span>${escapeHtml(meaningOf(rule, name)!)}</span></div>`
  );
}

function set(tex: string): string {
  return katex.renderToString(tex, {
    displayMode: true,
    strict: "ignore",
    trust: ({ command }) => command === "\\htmlClass",
  });
}
