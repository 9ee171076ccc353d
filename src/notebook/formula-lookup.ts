/** What the placeholders of a lesson's prose may name. */
import { lineNode } from "../math/line.ts";
import { texOfName, toTex } from "../math/tex.ts";
import type { ExpressionObjective } from "../objectives/objective.ts";
import type { Rule } from "../rules/rule.ts";
import { equationsTex } from "../rules/tex.ts";
import type { FormulaLookup } from "./formulas.ts";

/**
 * Formulas by the names that the library exports: a rule (`momentum`, all its lines), a line of it (`momentum.m`), a
 * surface given by a formula (`ravine`); and any expression (`lambda*g/(1 - alpha)`) in the rules' own notation.
 */
export function formulaLookup(library: Readonly<Record<string, unknown>>): FormulaLookup {
  return (name) => {
    if (!/^[\w.]+$/.test(name)) return texOfExpression(name);
    const [base = "", line] = name.split(".");
    const named = library[base];
    if (isRule(named)) return line === undefined ? allLines(named) : oneLine(named, line);
    return isSurface(named) && line === undefined ? texOfExpression(named.expression) : undefined;
  };
}

function allLines(rule: Rule): string {
  const lines = equationsTex(rule).map(({ left, right }) => `${left} &= ${right}`);
  return `\\begin{aligned} ${lines.join(" \\\\ ")} \\end{aligned}`;
}

function oneLine(rule: Rule, name: string): string | undefined {
  return equationsTex(rule).find((line) => line.name === name)?.tex;
}

function texOfExpression(text: string): string {
  return toTex(lineNode(text), { symbol: texOfName, times: "\\," });
}

function isRule(value: unknown): value is Rule {
  return typeof value === "object" && value !== null && "equations" in value;
}

function isSurface(value: unknown): value is ExpressionObjective {
  return typeof value === "object" && value !== null && "expression" in value;
}
