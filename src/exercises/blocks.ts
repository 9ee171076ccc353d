import { escapeHtml } from "../escape.ts";
import { type MimeBundle, RICH } from "../display.ts";
import type { Figure } from "../figures/figure.ts";
import { type Cells, htmlTable, textTable } from "../table.ts";

/** A part of what is shown to a student: plain data, so that a page, an output and a terminal can each draw it. */
export type Block =
  | { readonly kind: "text"; readonly text: string }
  /** Equations, each group under its title; two groups stand side by side where there is room. */
  | { readonly kind: "equations"; readonly groups: readonly EquationGroup[] }
  | { readonly kind: "table"; readonly cells: Cells }
  | { readonly kind: "code"; readonly code: string }
  | { readonly kind: "figure"; readonly figure: Figure };

export interface EquationGroup {
  readonly title: string;
  readonly lines: readonly string[];
}

/** A block as it travels into a page. */
export type PlainBlock =
  Exclude<Block, { kind: "figure" }> | { readonly kind: "figure"; readonly bundle: MimeBundle };

/** Blocks as plain data; a figure without its still picture, which a page can do without. */
export function plainBlocks(blocks: readonly Block[]): PlainBlock[] {
  return blocks.map((block) => {
    if (block.kind !== "figure") return block;
    const formats = Object.entries(block.figure[RICH]()).filter(([mime]) => mime !== "image/svg+xml");
    return { kind: "figure", bundle: Object.fromEntries(formats) };
  });
}

export const text = (content: string): Block => ({ kind: "text", text: content });

/** Blocks as plain text. */
export function blocksToText(blocks: readonly Block[]): string {
  return blocks.map(blockToText).join("\n\n");
}

function blockToText(block: Block): string {
  switch (block.kind) {
    case "text":
      return block.text;
    case "equations":
      return block.groups
        .map(({ title, lines }) => [`${title}:`, ...lines.map((line) => `  ${line}`)].join("\n"))
        .join("\n");
    case "table":
      return textTable(block.cells);
    case "code":
      return block.code;
    case "figure":
      return block.figure.alt;
  }
}

/** Blocks as HTML; every text in it is escaped. */
export function blocksToHtml(blocks: readonly Block[]): string {
  return blocks.map(blockToHtml).join("");
}

function blockToHtml(block: Block): string {
  switch (block.kind) {
    case "text":
      return `<p style="margin:0.4em 0">${escapeHtml(block.text)}</p>`;
    case "equations": {
      const groups = block.groups.map(
        ({ title, lines }) =>
          `<div style="flex:1 1 16em;min-width:14em"><div style="font-weight:600;margin-bottom:0.2em">${escapeHtml(title)}</div>` +
          lines.map((line) => `<div style="${EQUATION}">${escapeHtml(line)}</div>`).join("") +
          "</div>",
      );
      return `<div style="display:flex;flex-wrap:wrap;gap:0.6em 2em;margin:0.6em 0">${groups.join("")}</div>`;
    }
    case "table":
      return `<div style="overflow-x:auto;margin:0.6em 0">${htmlTable(block.cells)}</div>`;
    case "code":
      return `<pre style="margin:0.6em 0">${escapeHtml(block.code)}</pre>`;
    case "figure":
      return `<div style="max-width:36em;margin:0.6em 0">${block.figure.svg}</div>`;
  }
}

const EQUATION = "font-family:ui-serif,Georgia,serif;font-size:1.05em;line-height:1.5";
