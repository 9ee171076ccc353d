/** How much has room on a slide of 1280 by 720, estimated before anything is drawn; the tests measure it. */
import { type Exhibit, hasLongNames, textsOf } from "./exhibit.ts";
import type { Question } from "./question.ts";
import type { Words } from "./slide.ts";
import { heightOfWorked, isWideWorked, workedOf } from "./worked.ts";

/** Letters of prose that lead to a question. */
const LEAD = 600;
const LEADING = 460;

/** Letters that explain an answer on the same slide, where choices stand with their reasons, and where they do not. */
const REMARK = { besideChoices: 300, withAnswer: 500 };

/** Letters on a slide of words alone. */
const WHOLE = 1300;

/** Widths in pixels of what stands beside words, at least; and of both together. */
const FIGURE = 576;
const WORKED = 600;
const BOTH = 1108;
const ALL = 1152;

/** Letters of the smallest type in a pixel of a column's width: there are so many lines, and not all are full. */
const LETTERS_A_PIXEL = (15 * 0.9) / 11.2;

/** Pixels of height under a headline, and of a line of prose, which has so many letters. */
const ROOM = 500;
const LINE = 34;
const LETTERS_A_LINE = 92;

/** Widths in pixels: of what stands beside words, and of a letter in a table, with what lies between columns. */
export const STAGE = 690;
const LETTER = 13.5;
const BETWEEN = 30;
const ROW = 43;

/** Whether words have room beside a question. */
export function mayLead(words: readonly Words[]): boolean {
  return lettersOf(words) <= LEAD && mayStandIn(words, LEADING);
}

/** Whether no formula and no table of the words is wider than a column. */
export function mayStandIn(words: readonly Words[], column: number): boolean {
  return words.every(({ source }) => !/^\s*\|/m.test(source) && widestFormula(source) <= column);
}

function widestFormula(markdown: string): number {
  const formulas = Array.from(markdown.matchAll(/\$\$([^]*?)\$\$/g), ([, tex]) => tex!);
  const widths = formulas
    .flatMap((tex) => tex.split("\\\\"))
    .map((row) => {
      const letters = row.replace(/\\[a-zA-Z]+|[{}\s&]/g, "x").replace(/x+/g, "x").length;
      return 18 * letters * (row.includes("\\frac") ? 0.7 : 1);
    });
  return Math.max(0, ...widths);
}

/** Whether what explains an answer has room where the question stands. */
export function isRemark(explanation: string, { choices }: Question): boolean {
  const areAnswers = choices.some(({ right }) => right);
  return lettersIn(explanation) <= (areAnswers ? REMARK.besideChoices : REMARK.withAnswer);
}

/** Letters that leave a slide of words alone bare. */
const BARE = 240;

/** Whether words would leave a slide of their own bare. */
export function areBare(words: readonly Words[]): boolean {
  return lettersOf(words) < BARE;
}

/** What needs the whole width. */
export function isWide(exhibit: Exhibit): boolean {
  if (exhibit.kind === "table") return widthOfTable(exhibit) > STAGE;
  if (exhibit.kind === "code")
    return Math.max(...exhibit.source.split("\n").map(({ length }) => length)) > 46;
  if (exhibit.kind === "worked") return isWideWorked(workedOf(exhibit.output)!);
  return hasLongNames(exhibit);
}

/** A heading may break between its words; what stands in a cell does not. */
function widthOfTable(exhibit: Exhibit): number {
  const [head = [], ...rows] = textsOf(exhibit);
  const widths = head.map((name, k) =>
    Math.max(...name.split(" ").map(({ length }) => length), ...rows.map((row) => row[k]?.length ?? 0)),
  );
  return widths.reduce((sum, letters) => sum + letters * LETTER + BETWEEN, 0);
}

function heightOf(exhibit: Exhibit): number {
  switch (exhibit.kind) {
    case "table":
      // Where it is wider than a slide some of its cells break into lines.
      return ROW * (textsOf(exhibit).length + 0.5) * (widthOfTable(exhibit) > ALL ? 1.15 : 1);
    case "code":
      return 40 + 33 * exhibit.source.split("\n").length;
    case "worked":
      // Where it has the whole width its rows stand in two columns.
      return heightOfWorked(workedOf(exhibit.output)!) * (isWide(exhibit) ? 0.62 : 1);
    case "text":
      return 50;
    case "figure":
    case "explorer":
      return ROOM * 0.66;
  }
}

export function fitsBeside(words: readonly Words[], exhibit: Exhibit): boolean {
  const column = BOTH - widthOf(exhibit);
  return lettersOf(words) <= column * LETTERS_A_PIXEL && mayStandIn(words, column);
}

function widthOf(exhibit: Exhibit): number {
  if (exhibit.kind === "table") return Math.max(300, widthOfTable(exhibit));
  return exhibit.kind === "worked" ? WORKED : FIGURE;
}

/** Words above what needs the whole width. */
export function fitsAbove(words: readonly Words[], exhibit: Exhibit): boolean {
  return LINE * Math.ceil(lettersOf(words) / LETTERS_A_LINE) + heightOf(exhibit) <= ROOM * 1.06;
}

/** Exhibits one below another, beside words. */
export function fitsTogether(exhibits: readonly Exhibit[], words: readonly Words[]): boolean {
  const areNarrow = !exhibits.some(isWide);

  const height = exhibits.reduce((sum, exhibit) => sum + heightOf(exhibit) + 16, 0);
  const above = areNarrow ? 0 : LINE * Math.ceil(lettersOf(words) / LETTERS_A_LINE);
  return (
    height + above <= ROOM * 1.06 && (areNarrow ? exhibits.every((one) => fitsBeside(words, one)) : true)
  );
}

/** Two worked steps stand side by side, under words where there are few. */
export function isPair(exhibits: readonly Exhibit[], words: readonly Words[]): boolean {
  const areSteps = exhibits.every((one) => one.kind === "worked" && !isWide(one));
  return areSteps && exhibits.length === 2 && lettersOf(words) <= LETTERS_A_LINE;
}

/** A table of a row or two. */
export function isSmall(exhibit: Exhibit): boolean {
  return exhibit.kind === "table" && textsOf(exhibit).length <= 2 && !isWide(exhibit);
}

/** How long prose is when its formulas are set and its links are words. A formula on a line of its own takes the room of lines. */
export function lettersOf(words: readonly Words[]): number {
  return words.reduce((sum, { source }) => sum + lettersIn(source), 0);
}

const ofFormula = (tex: string): number => Math.ceil(tex.replace(/\\[a-zA-Z]+/g, "x").length * 0.7);

function lettersIn(markdown: string): number {
  const paragraphs = markdown.split(/\n\s*\n/).length;
  const rows = 50 * (markdown.split(/^\s*\|/m).length - 1);
  const items = markdown.split(/^\s*(?:[-*]|\d+\.)\s/m).length - 1;
  const linesIn = (tex: string): number => tex.split("\\\\").length * (/\\frac|\\sum/.test(tex) ? 2 : 1.3);
  return (
    26 * paragraphs +
    24 * items +
    rows +
    markdown
      .replace(/\]\([^)]*\)/g, "")
      .replace(/\$\$[^]*?\$\$/g, (tex) => "x".repeat(Math.ceil(60 * linesIn(tex))))
      .replace(/\$[^$]*\$/g, (tex) => "x".repeat(ofFormula(tex)))
      .replace(/[*`]/g, "").length
  );
}

/** Markdown in pieces, between paragraphs, of which each has room on a slide of its own. */
export function splitMarkdown(source: string): string[] {
  const pieces: string[] = [];
  for (const block of togetherOf(source)) {
    const longer = pieces.length === 0 ? block : `${pieces.at(-1)!}\n\n${block}`;
    if (pieces.length > 0 && lettersIn(longer) <= WHOLE) pieces[pieces.length - 1] = longer;
    else pieces.push(block);
  }
  return pieces;
}

/** Blocks, of which a formula stays with the words before it, and what follows a colon with those that announce it. */
export function togetherOf(source: string): string[] {
  const blocks = source.split(/\n\s*\n/).filter((block) => block.trim() !== "");
  return blocks.reduce<string[]>((together, block) => {
    const last = together.at(-1);
    if (last === undefined || !(/:\s*$/.test(last) || /^\s*\$\$/.test(block))) return [...together, block];
    return [...together.slice(0, -1), `${last}\n\n${block}`];
  }, []);
}
