/** How much room things take on a slide of 1280 by 720, estimated before anything is drawn; the tests measure it. */

/** Pixels between the top of a slide and its foot line, less the margins. */
export const ROOM = 590;

/** What a heading takes of it, and what the line takes that says under which heading a slide stands. */
export const HEADING = 92;
export const KICKER = 52;

const LINE = 40;
const GAP = 16;
const LETTERS_A_LINE = 76;
const CODE_LINE = 28;
const ROW = 42;

/** Markdown, at the size of prose. */
export function heightOfMarkdown(source: string): number {
  return blocksOf(source).reduce((sum, block) => sum + heightOfBlock(block) + GAP, 0);
}

/** An output that is text: a table, formulas, a terminal's lines. */
export function heightOfText(bundle: Readonly<Record<string, unknown>>): number {
  const { "text/html": html, "text/latex": latex, "text/markdown": markdown, "text/plain": plain } = bundle;
  if (typeof html === "string") return GAP + ROW * Math.max(1, html.split(/<tr\b|<br\b|<p\b/).length - 1);
  if (typeof latex === "string") return GAP + 50 * linesOfFormula(latex);
  if (typeof markdown === "string") return heightOfMarkdown(markdown);
  return GAP + CODE_LINE * String(plain ?? "").split("\n").length;
}

function blocksOf(source: string): string[] {
  return source.split(/\n\s*\n/).filter((block) => block.trim() !== "");
}

function heightOfBlock(block: string): number {
  if (/^\s*(```|~~~)/.test(block)) return CODE_LINE * block.split("\n").length;
  if (/^\s*\|/.test(block)) return ROW * block.split("\n").length;
  if (/^\s*\$\$/.test(block)) return 24 + 50 * linesOfFormula(block);
  const items = block.split(/\n(?=\s*(?:[-*]|\d+\.)\s)/);
  return items.reduce((sum, item) => sum + LINE * Math.ceil(lettersOf(item) / LETTERS_A_LINE), 0);
}

function linesOfFormula(tex: string): number {
  const lines = tex.split("\\\\").length;
  return lines + (/\\frac|\\sum|\\begin\{[bp]matrix\}/.test(tex) ? 0.6 * lines : 0);
}

/** How long a paragraph is when its formulas are set and its links are words. */
function lettersOf(markdown: string): number {
  return markdown
    .replace(/\]\([^)]*\)/g, "")
    .replace(/\$[^$]*\$/g, (tex) => "x".repeat(Math.ceil(tex.replace(/\\[a-zA-Z]+/g, "x").length * 0.7)))
    .replace(/[*`]/g, "").length;
}
