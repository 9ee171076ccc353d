import { escapeHtml } from "../escape.ts";
import type { MimeBundle } from "../display.ts";
import type { Figure } from "../figures/figure.ts";
import { htmlTable, textTable } from "../table.ts";
import { type Drawable, drawBlocks, IT_IS, type Look, type Medium, YOU_SAID } from "./draw-blocks.ts";
import { proseHtml, proseText } from "./prose.ts";
import { revealedData } from "./revealed.ts";

/** A part of what is shown to a student: plain data, so that a page, an output and a terminal can each draw it. */
export type Block = Drawable | { readonly kind: "figure"; readonly figure: Figure };

/** A block as it travels into a page. */
export type PlainBlock = Drawable | { readonly kind: "figure"; readonly bundle: MimeBundle };

/** Blocks as plain data; a figure without what a page can do without. */
export function plainBlocks(blocks: readonly Block[]): PlainBlock[] {
  return blocks.map((block) =>
    block.kind === "figure" ? { kind: "figure", bundle: revealedData(block.figure.live) } : block,
  );
}

/** A figure that is made when it is first looked at: drawing takes longer than checking, and a grade is not drawn. */
export function figureBlock(make: () => Figure): Block {
  let made: Figure | undefined;
  return {
    kind: "figure",
    get figure() {
      return (made ??= make());
    },
  };
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
    case "said":
      return `${YOU_SAID}: ${block.said.join(", ")}\n${IT_IS}: ${block.is.join(", ")}`;
    case "prose":
      return proseText(block.source);
    case "figure":
      return block.figure.alt;
  }
}

/** Blocks as HTML that needs no style sheet; every text in it is escaped. */
export function blocksToHtml(blocks: readonly Block[]): string {
  return drawBlocks(blocks, OUTPUT).join("");
}

/** For media of markup: an element of text, or of markup. */
export function htmlElement([tag, attributes = {}]: Look, content: string | readonly string[]): string {
  const all = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeHtml(value)}"`);
  const inner = typeof content === "string" ? escapeHtml(content) : content.join("");
  return `<${tag}${all.join("")}>${inner}</${tag}>`;
}

const OUTPUT: Medium<string, Extract<Block, { kind: "figure" }>> = {
  looks: {
    text: ["p", { style: "margin:0.4em 0" }],
    code: ["pre", { style: "margin:0.6em 0" }],
    equations: ["div", { style: "display:flex;flex-wrap:wrap;gap:0.6em 2em;margin:0.6em 0" }],
    group: ["div", { style: "flex:1 1 16em;min-width:14em" }],
    title: ["div", { style: "font-weight:600;margin-bottom:0.2em" }],
    line: ["div", { style: "font-family:ui-serif,Georgia,serif;font-size:1.05em;line-height:1.5" }],
    said: ["div", { style: "display:flex;flex-wrap:wrap;gap:0.6em 2em;margin:0.6em 0" }],
    value: ["div"],
  },
  element: htmlElement,
  table: (cells) => `<div style="overflow-x:auto;margin:0.6em 0">${htmlTable(cells)}</div>`,
  prose: proseHtml,
  figure: ({ figure }) => `<div style="max-width:36em;margin:0.6em 0">${figure.svg}</div>`,
};
