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

/** Fills every placeholder of a cell's prose. */
export function fillFormulas(prose: string, lookup: FormulaLookup): string {
  return prose.replace(PLACEHOLDER, (placeholder, content: string) => {
    const [, kind, name = ""] = CONTENT.exec(content) ?? [];
    if (kind === undefined) {
      const allowed = "{{tex momentum.m}} for a formula, {{cite kingma2015}} for a paper";
      throw new SyntaxError(`${placeholder} still stands there: write what belongs there, or ${allowed}`);
    }
    const filled = kind === "tex" ? lookup(name) : cited(name);
    if (filled !== undefined) return filled;
    const lacking =
      kind === "tex"
        ? `no rule, equation or surface is called "${name}"`
        : `the bibliography has no "${name}"`;
    const near = kind === "tex" ? undefined : didYouMean(name, Object.keys(bibliography));
    throw new SyntaxError([`${placeholder}: ${lacking}`, ...(near ? [near.cure] : [])].join("; "));
  });
}

/** `Kingma and Ba 2015, [*Adam: A Method for Stochastic Optimization*](https://...)`. */
function cited(key: string): string | undefined {
  const reference = referenceOf(key);
  return reference && `${authorsAndYear(reference)}, [*${reference.title}*](${reference.link})`;
}
