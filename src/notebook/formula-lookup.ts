/** What the placeholders of a lesson's prose may name. */
import { expressionTex } from "../math/expression-tex.ts";
import type { ExpressionObjective } from "../objectives/objective.ts";
import { isRule } from "../rules/rule.ts";
import { alignedTex, equationsTex } from "../rules/tex.ts";
import type { FormulaLookup } from "./formulas.ts";

/**
 * Formulas by the names that the library exports: a rule (`momentum`, all its lines), a line of it (`momentum.m`), a
 * surface given by a formula (`ravine`); and any expression (`lambda*g/(1 - alpha)`) in the rules' own notation.
 */
export function formulaLookup(library: Readonly<Record<string, unknown>>): FormulaLookup {
  return (name) => {
    if (!/^[\w.]+$/.test(name)) return expressionTex(name);
    const [base = "", line] = name.split(".");
    const named = library[base];
    if (isRule(named))
      return line === undefined
        ? alignedTex(named)
        : equationsTex(named).find(({ name: of }) => of === line)?.tex;
    return isSurface(named) && line === undefined ? expressionTex(named.expression) : undefined;
  };
}

function isSurface(value: unknown): value is ExpressionObjective {
  return typeof value === "object" && value !== null && "expression" in value;
}
