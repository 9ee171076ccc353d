/** What the bank of exercises says, as HTML for slides and handouts. */
import { escapeHtml } from "../escape.ts";
import type { PlainBlock } from "../exercises/blocks.ts";
import { htmlTable } from "../table.ts";
import { codeBlock } from "../pages/highlight.ts";
import { outputToHtml } from "../pages/output.ts";

/** The parts of an answer, one below another. */
export function blocksToHtml(blocks: readonly PlainBlock[]): string {
  return blocks.map(blockToHtml).join("");
}

function blockToHtml(block: PlainBlock): string {
  switch (block.kind) {
    case "text":
      return `<p>${escapeHtml(block.text)}</p>`;
    case "code":
      return codeBlock(block.code, "typescript");
    case "equations": {
      const groups = block.groups.map(
        ({ title, lines }) =>
          `<div><p class="label">${escapeHtml(title)}</p>${lines.map((line) => equationToHtml(line)).join("")}</div>`,
      );
      return `<div class="equations">${groups.join("")}</div>`;
    }
    case "table":
      return `<div class="wide">${htmlTable(block.cells)}</div>`;
    case "figure":
      return outputToHtml({ output_type: "display_data", data: block.bundle });
  }
}

/** A line of a formula in plain text. */
export function equationToHtml(line: string): string {
  return `<p class="equation">${escapeHtml(line)}</p>`;
}
