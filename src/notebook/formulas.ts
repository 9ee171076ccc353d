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
  const [first] = unfilledIn(prose, lookup);
  if (first !== undefined) throw new SyntaxError(first.what);
  return prose.replace(PLACEHOLDER, (_, content: string) => filled(content, lookup)!);
}

/** All placeholders of a cell's prose that can't be filled. */
export function unfilledIn(prose: string, lookup: FormulaLookup): Unfilled[] {
  return [...prose.matchAll(PLACEHOLDER)].flatMap(({ 0: placeholder, 1: content, index: offset }) =>
    filled(content!, lookup) === undefined
      ? [{ placeholder, offset, what: lacking(placeholder, content!) }]
      : [],
  );
}

function filled(content: string, lookup: FormulaLookup): string | undefined {
  const [, kind, name = ""] = CONTENT.exec(content) ?? [];
  if (kind === undefined) return undefined;
  return kind === "tex" ? lookup(name) : cited(name);
}

function lacking(placeholder: string, content: string): string {
  const [, kind, name = ""] = CONTENT.exec(content) ?? [];
  if (kind === undefined) {
    const allowed = "{{tex momentum.m}} for a formula, {{cite kingma2015}} for a paper";
    return `${placeholder} still stands there: write what belongs there, or ${allowed}`;
  }
  if (kind === "tex") return `${placeholder}: no rule, equation or surface is called "${name}"`;
  const near = didYouMean(name, Object.keys(bibliography));
  return [`${placeholder}: the bibliography has no "${name}"`, ...(near ? [near.cure] : [])].join("; ");
}

/** `Kingma and Ba 2015, [*Adam: A Method for Stochastic Optimization*](https://...)`. */
function cited(key: string): string | undefined {
  const reference = referenceOf(key);
  return reference && `${authorsAndYear(reference)}, [*${reference.title}*](${reference.link})`;
}
