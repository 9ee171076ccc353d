/** How much room things take on a slide of 1280 by 720, estimated before anything is drawn; the tests measure it. */
import type { PlainBlock } from "../exercises/blocks.ts";
import type { Output } from "../pages/executed.ts";
import type { Question } from "./question.ts";
import { heightOfWorked, workedOf } from "./worked.ts";

/** Pixels between the top of a slide and its foot line, less the margins. */
export const ROOM = 610;

/** What a heading takes of it, and what the line takes that says under which heading a slide stands. */
export const HEADING = 72;
export const KICKER = 46;

const LINE = 40;
const SMALL_LINE = 31;
const GAP = 17;
const LETTERS_A_LINE = 76;
const SMALL_LETTERS_A_LINE = 88;
const CODE_LINE = 28;
const ROW = 46;

/** Markdown, at the size of prose. */
export function heightOfMarkdown(source: string): number {
  return blocksOf(source).reduce((sum, block) => sum + heightOfBlock(block) + GAP, 0);
}

/** What belongs together is rather set a little smaller than split. */
const OVERFULL = 1.15;

/** Markdown in pieces, between paragraphs, of which each has room on a slide; one piece when all of it has, or nearly. */
export function splitMarkdown(source: string, room: number): string[] {
  if (heightOfMarkdown(source) <= room * OVERFULL) return [source];
  const pieces: string[] = [];
  for (const block of togetherOf(source)) {
    const longer = pieces.length === 0 ? block : `${pieces.at(-1)!}\n\n${block}`;
    if (pieces.length > 0 && heightOfMarkdown(longer) <= room) pieces[pieces.length - 1] = longer;
    else pieces.push(block);
  }
  return pieces;
}

/** What a cell has shown as text. */
export function heightOfOutputs(outputs: readonly Output[]): number {
  return outputs.reduce((sum, output) => sum + heightOfOutput(output), 0);
}

/** A question with its answer, without what leads to it. */
export function heightOfQuestion({ prompt, given, choices, answer, mistakes }: Question): number {
  const areAnswers = choices.some(({ right }) => right);
  const choice = choices.map(({ text, reason = "" }) => {
    const lines = text.split("\n").reduce((sum, line) => sum + Math.ceil(line.length / 72), 0);
    return 34 + Math.max(1, lines) * 33 + Math.ceil(reason.length / 84) * SMALL_LINE;
  });
  const title = 60;
  const asked = LINE * Math.ceil(prompt.length / LETTERS_A_LINE) + 20;
  // The answer stands beside choices, and in the place of anything else.
  if (areAnswers) return title + asked + choice.reduce((sum, height) => sum + height, 0);
  const ready = Math.max(...choice) + heightOfCode(given);
  const told = 46 + answer.reduce((sum, block) => sum + heightOfBlockOf(block), 0);
  const usual = mistakes.reduce((sum, one) => sum + SMALL_LINE * Math.ceil(one.length / 84), 0);
  return title + asked + Math.max(ready, told + usual);
}

function heightOfBlockOf(block: PlainBlock): number {
  switch (block.kind) {
    case "text":
      return 10 + SMALL_LINE * Math.ceil(block.text.length / SMALL_LETTERS_A_LINE);
    case "code":
      return 16 + heightOfCode(block.code);
    case "equations":
      return 30 + Math.max(...block.groups.map(({ lines }) => lines.length * 38));
    case "table":
      return ROW * (block.cells.rows.length + 1);
    case "said":
      return 30 + 38 * Math.max(block.said.length, block.is.length);
    case "prose":
      return heightOfMarkdown(block.source);
    case "figure":
      return ROOM;
  }
}

function heightOfCode(code: string | undefined): number {
  return code === undefined ? 0 : CODE_LINE * code.split("\n").length + 40;
}

function heightOfOutput(output: Output): number {
  if (output.output_type === "stream") return GAP + CODE_LINE * output.text.split("\n").length;
  if (output.output_type === "error") return GAP + CODE_LINE;
  const worked = workedOf(output);
  if (worked !== undefined) return GAP + heightOfWorked(worked);
  const {
    "text/html": html,
    "text/latex": latex,
    "text/markdown": markdown,
    "text/plain": plain,
  } = output.data;
  if (typeof html === "string") return GAP + ROW * Math.max(1, html.split(/<tr\b|<br\b|<p\b/).length - 1);
  if (typeof latex === "string") return GAP + heightOfFormula(latex);
  if (typeof markdown === "string") return heightOfMarkdown(markdown);
  return GAP + CODE_LINE * (typeof plain === "string" ? plain.split("\n").length : 1);
}

function blocksOf(source: string): string[] {
  return source.split(/\n\s*\n/).filter((block) => block.trim() !== "");
}

/** Blocks, of which a formula stays with the words before it, and what follows a colon with those that announce it. */
function togetherOf(source: string): string[] {
  return blocksOf(source).reduce<string[]>((together, block) => {
    const last = together.at(-1);
    if (last === undefined || !(/:\s*$/.test(last) || /^\s*\$\$/.test(block))) return [...together, block];
    return [...together.slice(0, -1), `${last}\n\n${block}`];
  }, []);
}

function heightOfBlock(block: string): number {
  if (/^\s*(```|~~~)/.test(block)) return CODE_LINE * block.split("\n").length;
  if (/^\s*\|/.test(block)) return ROW * block.split("\n").length;
  if (/^\s*\$\$/.test(block)) return 24 + heightOfFormula(block);
  const items = block.split(/\n(?=\s*(?:[-*]|\d+\.)\s)/);
  const lines = items.map((item) => LINE * Math.ceil(lettersOf(item) / LETTERS_A_LINE));
  return lines.reduce((sum, height) => sum + height, 0) + (items.length - 1) * 12;
}

/** A formula on a line of its own, or several lines of it. A row with a fraction or a matrix is higher. */
export function heightOfFormula(tex: string): number {
  const rows = tex.replace(/\\begin\{([bp]matrix)\}[^]*?\\end\{\1\}/g, "\\frac").split("\\\\");
  return rows.reduce((sum, row) => sum + (/\\[td]?frac|\\sum/.test(row) ? 78 : 48), 0);
}

/** How long a paragraph is when its formulas are set and its links are words. */
function lettersOf(markdown: string): number {
  return markdown
    .replace(/\]\([^)]*\)/g, "")
    .replace(/\$[^$]*\$/g, (tex) => "x".repeat(Math.ceil(tex.replace(/\\[a-zA-Z]+/g, "x").length * 0.7)))
    .replace(/[*`]/g, "").length;
}
