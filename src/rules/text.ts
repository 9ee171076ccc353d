import { bibliography, referenceOf } from "../bibliography.ts";
import { authorsAndYear } from "../citation.ts";
import { didYouMean } from "../errors.ts";
import { numberText } from "../math/numerals.ts";
import { rangeInWords } from "./hyperparameters.ts";
import { usesSymbol } from "./program.ts";
import type { Hyperparameter, Rule, Source } from "./rule.ts";

/** The lines of a rule as plain text, what is taken of the objective first: `g = gradient at w`. */
export function equationsText(rule: Rule): string[] {
  const lines = Object.entries(rule.equations).map(([name, { text }]) => `${name} = ${text}`);
  const hessian = usesSymbol(rule, "H") ? [`H = Hessian at ${rule.gradientAt}`] : [];
  return [`g = gradient at ${rule.gradientAt}`, ...hessian, ...lines];
}

/** What a hyperparameter is, may be and is by default: `learning rate: above 0; 0.001 by default`. */
export function hyperparameterText(one: Hyperparameter): string {
  return `${one.meaning}: ${rangeInWords(one)}; ${numberText(one.default)} by default`;
}

/** A source in a few words: `Kingma and Ba 2015, algorithm 1; slide 20`. A key that the bibliography lacks is told. */
export function sourceText(source: Source): string {
  const { key } = source;
  const reference = referenceOf(key);
  const name = reference === undefined ? `${key} (${lacking(key)})` : authorsAndYear(reference);
  return `${name}, ${placeIn(source)}`;
}

function lacking(key: string): string {
  const near = didYouMean(key, Object.keys(bibliography));
  return ["not in the bibliography", ...(near ? [near.cure] : [])].join("; ");
}

/** The place in a source: `algorithm 1; slide 20`. */
export function placeIn({ where, slide }: Source): string {
  return slide === undefined ? where : `${where}; slide ${slide}`;
}
