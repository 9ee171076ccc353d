/** Markdown cells and outputs, as Jupyter reads them, to HTML: GitHub's dialect, formulas set, code in colours. */
import { Marked, type Tokens } from "marked";
import { escapeHtml, unescapeHtml } from "../escape.ts";
import { takeFormulas } from "./formulas.ts";
import { codeBlock } from "./highlight.ts";

/** A heading as it comes. */
export interface Heading {
  readonly level: number;
  /** In plain words, without formulas. */
  readonly text: string;
  /** As it is shown: with formulas, and markup of its own. */
  readonly html: string;
}

/** How a page sees to what its markdown refers to. */
export interface MarkdownOptions {
  /** Gives the address that a link leads to on the page; of one without, only the words are kept. */
  readonly link?: (href: string) => string | undefined;
  /** Gives a heading its id, its level on the page if it is another, and what stands after its words, as HTML. */
  readonly heading?: (heading: Heading) => {
    readonly id: string;
    readonly level?: number;
    readonly after?: string;
  };
  /** Gives a formula as HTML; without it, formulas are set. */
  readonly formula?: (tex: string, display: boolean) => string;
}

/** Markdown as HTML. Markup in it stays: it is the author's own. */
export function markdownToHtml(source: string, { link, heading, formula }: MarkdownOptions = {}): string {
  const { text, putBack } = takeFormulas(source, formula);
  const marked = new Marked({
    gfm: true,
    renderer: {
      code: ({ text: code, lang = "" }) => codeBlock(code, lang),
      table(token) {
        return `<div class="wide">${tableToHtml(token, (cell) => this.parser.parseInline(cell))}</div>`;
      },
      heading({ tokens, depth }) {
        const html = this.parser.parseInline(tokens);
        const plain = unescapeHtml(html.replace(/<[^>]*>|\uE000\d+\uE001/g, "")).trim();
        const {
          id,
          level = depth,
          after = "",
        } = heading?.({ level: depth, text: plain, html: putBack(html) }) ?? {};
        return `<h${level}${id === undefined ? "" : ` id="${escapeHtml(id)}"`}>${html}${after}</h${level}>`;
      },
      link({ href, title, tokens }) {
        const words = this.parser.parseInline(tokens);
        const address = link === undefined ? href : link(href);
        if (address === undefined) return words;
        const about = title ? ` title="${escapeHtml(title)}"` : "";
        return `<a href="${escapeHtml(address)}"${about}>${words}</a>`;
      },
    },
  });
  return putBack(marked.parse(text, { async: false }));
}

function tableToHtml(
  { header, rows }: Tokens.Table,
  inline: (cell: Tokens.TableCell["tokens"]) => string,
): string {
  const cell = ({ tokens, header: isHead, align }: Tokens.TableCell): string => {
    const tag = isHead ? "th" : "td";
    return `<${tag}${align === null ? "" : ` style="text-align:${align}"`}>${inline(tokens)}</${tag}>`;
  };
  const row = (cells: readonly Tokens.TableCell[]): string => `<tr>${cells.map(cell).join("")}</tr>`;
  return `<table class="prose"><thead>${row(header)}</thead><tbody>${rows.map(row).join("")}</tbody></table>`;
}
