/** Formulas in prose and outputs, written as in Jupyter, set by KaTeX when the page is made. */
import katex from "katex";

/**
 * Where a formula may stand: `$...$` within a paragraph, `$$...$$`, and `\begin{...}...\end{...}`. What comes before
 * them in this list hides dollar signs: fenced code, code spans, and characters behind a backslash.
 */
const PIECE = new RegExp(
  [
    /(?<code>^(?<fence>`{3,}|~{3,})[^\n]*\n[^]*?(?:\n\k<fence>[`~]*[ \t]*$|$(?![^])))/,
    /(?<span>(?<ticks>`+)(?!`)[^]*?[^`]\k<ticks>(?!`))/,
    /(?<environment>\\begin\{(?<name>\w+\*?)\}[^]*?\\end\{\k<name>\})/,
    /(?<escaped>\\[^])/,
    /\$\$(?<display>[^]+?)\$\$/,
    /\$(?<inline>(?:\\[^]|(?!\n\s*\n)[^$\\])+)\$/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "gm",
);

/** What stands for a formula while the text around it is read: no markup means anything in it. */
const PLACE = /\uE000(\d+)\uE001([.,;:?!]?)/g;

/** The end of a formula within a paragraph, and of the last piece of it that is not broken. */
const END = /<\/span><\/span><\/span>$/;

/** A sign after a formula goes into its last piece: no line begins with a full stop. */
function withSign(formula: string, sign: string): string {
  return sign === "" || !END.test(formula)
    ? formula + sign
    : formula.replace(END, (end) => `<span class="after">${sign}</span>${end}`);
}

/** Takes the formulas out of a text, so that no underscore or bar of theirs is taken for markup. @param set one of them as HTML */
export function takeFormulas(
  text: string,
  set = formulaToHtml,
): { text: string; putBack: (html: string) => string } {
  const formulas: string[] = [];
  const rest = text.replace(PIECE, (piece: string, ...match: unknown[]) => {
    const { environment, display, inline } = match.at(-1) as Readonly<Record<string, string | undefined>>;
    const tex = environment ?? display ?? inline;
    if (tex === undefined) return piece;
    formulas.push(set(tex, inline === undefined));
    return `\uE000${formulas.length - 1}\uE001`;
  });
  const putBack = (html: string): string =>
    html.replace(PLACE, (_, index: string, sign: string) => withSign(formulas[Number(index)]!, sign));
  return { text: rest, putBack };
}

/** KaTeX makes two elements of an operator, and MathML allows an index one. */
const NAMED_INDEX = /([_^])\{\\(max|min)\}/g;

/**
 * One formula as HTML, with MathML inside for those who listen.
 * @throws SyntaxError that shows the formula, when it can't be set
 */
export function formulaToHtml(tex: string, display: boolean): string {
  try {
    return katex.renderToString(tex.replace(NAMED_INDEX, "$1{\\mathrm{$2}}"), {
      displayMode: display,
      strict: "ignore",
    });
  } catch (error) {
    throw new SyntaxError(`the formula ${tex.trim()} can't be set: ${(error as Error).message}`, {
      cause: error,
    });
  }
}
