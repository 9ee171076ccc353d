/**
 * Placeholders in prose: `{{tex momentum.m}}` is replaced by the equation that the rule itself declares,
 * `{{cite kingma2015}}` by who wrote what, with its link, as the bibliography has it.
 */
import { bibliography, referenceOf } from "../bibliography.ts";
import { authorsAndYear } from "../citation.ts";
import { didYouMean } from "../errors.ts";

/** Gives the TeX of what a placeholder names, or undefined when there is nothing of that name. */
export type FormulaLookup = (name: string) => string | undefined;

const PLACEHOLDER = /\{\{([^{}]*)\}\}/g;
const CONTENT = /^\s*(tex|cite)\s+(\S.*?)\s*$/;

/** A placeholder that can't be filled: where it begins in the prose, and what is wrong with it. */
export interface Unfilled {
  readonly placeholder: string;
  readonly offset: number;
  readonly what: string;
}

/** Fills every placeholder of a cell's prose. */
export function fillFormulas(prose: string, lookup: FormulaLookup): string {
  return prose.replace(PLACEHOLDER, (placeholder, content: string) => {
    const filled = fill(placeholder, content, lookup);
    if (filled instanceof SyntaxError) throw filled;
    return filled;
  });
}

/** All placeholders of a cell's prose that can't be filled. */
export function unfilledIn(prose: string, lookup: FormulaLookup): Unfilled[] {
  return [...prose.matchAll(PLACEHOLDER)].flatMap(({ 0: placeholder, 1: content, index: offset }) => {
    const filled = fill(placeholder, content!, lookup);
    return filled instanceof SyntaxError ? [{ placeholder, offset, what: filled.message }] : [];
  });
}

/** What stands for a placeholder, or what is wrong with it. */
function fill(placeholder: string, content: string, lookup: FormulaLookup): string | SyntaxError {
  const [, kind, name = ""] = CONTENT.exec(content) ?? [];
  if (kind === undefined) {
    const allowed = "{{tex momentum.m}} for a formula, {{cite kingma2015}} for a paper";
    return new SyntaxError(`${placeholder} still stands there: write what belongs there, or ${allowed}`);
  }
  const filled = kind === "tex" ? lookup(name) : cited(name);
  if (filled !== undefined) return filled;
  if (kind === "tex")
    return new SyntaxError(`${placeholder}: no rule, equation or surface is called "${name}"`);
  const near = didYouMean(name, Object.keys(bibliography));
  const lacking = `${placeholder}: the bibliography has no "${name}"`;
  return new SyntaxError([lacking, ...(near ? [near.cure] : [])].join("; "));
}

/** `Kingma and Ba 2015, [*Adam: A Method for Stochastic Optimization*](https://...)`. */
function cited(key: string): string | undefined {
  const reference = referenceOf(key);
  return reference && `${authorsAndYear(reference)}, [*${reference.title}*](${reference.link})`;
}
