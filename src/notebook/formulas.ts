/** Formulas in prose: `{{tex momentum.m}}` is replaced by the equation that the rule itself declares. */

/** Gives the TeX of what a placeholder names, or undefined when there is nothing of that name. */
export type FormulaLookup = (name: string) => string | undefined;

const PLACEHOLDER = /\{\{([^{}]*)\}\}/g;
const TEX = /^\s*tex\s+(\S.*?)\s*$/;

/** Fills every placeholder of a cell's prose. */
export function fillFormulas(prose: string, lookup: FormulaLookup): string {
  return prose.replace(PLACEHOLDER, (placeholder, content: string) => {
    const name = TEX.exec(content)?.[1];
    if (name === undefined) {
      throw new SyntaxError(`a placeholder is {{tex NAME}}, such as {{tex momentum.m}}; got ${placeholder}`);
    }
    const tex = lookup(name);
    if (tex === undefined)
      throw new SyntaxError(`${placeholder}: no rule, equation or surface is called "${name}"`);
    return tex;
  });
}
