/** Prose of several paragraphs: Markdown with formulas, as a lesson's own text; and the same where nothing sets it. */
import type { MimeBundle } from "../display.ts";
import { escapeHtml } from "../escape.ts";
import { texInWords } from "./tex-in-words.ts";

/**
 * Markdown as it is written: backslashes are kept, and the lines are moved to the left edge.
 * @example prose` The *top speed* is $3$. ` // "The *top speed* is $3$."
 */
export function prose({ raw }: TemplateStringsArray): string {
  return raw
    .join("")
    .replaceAll("\\`", "`")
    .trim()
    .split("\n")
    .map((line) => line.trim())
    .join("\n");
}

/** Prose as an output. */
export function proseBundle(source: string): MimeBundle {
  return { "text/markdown": source, "text/plain": proseText(source) };
}

/** Prose in plain words, a line for each paragraph and each item. */
export function proseText(source: string): string {
  return paragraphsOf(source)
    .map(({ marks, lines }) => lines.map((line) => marks + inWords(line)).join("\n"))
    .join("\n\n");
}

/** Prose as HTML that needs no style sheet and no typesetting. */
export function proseHtml(source: string): string {
  return paragraphsOf(source)
    .map(({ marks, lines }) => {
      const inner = lines.map(inlineHtml);
      if (marks === "- ") return `<ul>${inner.map((item) => `<li>${item}</li>`).join("")}</ul>`;
      const tag = marks === "> " ? "blockquote" : "p";
      return `<${tag} style="margin:0.4em ${marks === "> " ? "1.5em" : "0"}">${inner.join("<br>")}</${tag}>`;
    })
    .join("");
}

interface Paragraph {
  /** What stands before each line. */
  readonly marks: "" | "- " | "> ";
  readonly lines: readonly string[];
}

function paragraphsOf(source: string): Paragraph[] {
  return source.split(/\n\s*\n/).map((block) => {
    if (block.startsWith("- ")) return { marks: "- ", lines: block.slice(2).split(/\n- /).map(joined) };
    if (block.startsWith("> ")) return { marks: "> ", lines: [joined(block.replaceAll(/^> ?/gm, ""))] };
    return { marks: "", lines: [joined(block)] };
  });
}

const joined = (lines: string): string => lines.replaceAll(/\s*\n\s*/g, " ");

const FORMULA = /\$\$?([^$]+)\$\$?/g;
const LINK = /\[([^\]]*)\]\([^)]*\)/g;

function inWords(line: string): string {
  const words = (part: string): string => part.replaceAll(LINK, "$1").replaceAll(/[*`]/g, "");
  return withFormulas(line, words, texInWords);
}

function inlineHtml(line: string): string {
  const markup = (part: string): string =>
    escapeHtml(part.replaceAll(LINK, "$1"))
      .replaceAll(/\*\*(.+?)\*\*/g, "<strong>$1</strong>")
      .replaceAll(/\*(.+?)\*/g, "<em>$1</em>")
      .replaceAll(/`(.+?)`/g, "<code>$1</code>");
  return withFormulas(line, markup, (tex) => escapeHtml(texInWords(tex)));
}

/** Treats the words of a line and its formulas, in which the same signs mean something else. */
function withFormulas(
  line: string,
  words: (part: string) => string,
  formula: (tex: string) => string,
): string {
  const formulas: string[] = [];
  const aside = line.replaceAll(
    FORMULA,
    (_, tex: string) => `\uE000${formulas.push(formula(tex)) - 1}\uE001`,
  );
  return words(aside).replaceAll(/\uE000(\d+)\uE001/g, (_, place: string) => formulas[Number(place)]!);
}
