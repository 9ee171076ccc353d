/** What exercises say, as HTML for slides and handouts. */
import { htmlElement, type PlainBlock } from "../exercises/blocks.ts";
import { drawBlocks, type Medium } from "../exercises/draw-blocks.ts";
import { codeBlock } from "../rendering/highlight.ts";
import { markdownToHtml } from "../rendering/markdown.ts";
import { outputToHtml } from "../rendering/output.ts";
import { htmlTable } from "../table.ts";
import { plainToHtml } from "./plain-text.ts";

const SLIDE: Medium<string, Extract<PlainBlock, { kind: "figure" }>> = {
  looks: {
    text: ["p"],
    code: ["pre"],
    equations: ["div", { class: "equations" }],
    group: ["div"],
    title: ["p", { class: "label" }],
    line: ["p", { class: "equation" }],
    said: ["div", { class: "equations" }],
    value: ["p"],
  },
  element: (look, content) =>
    htmlElement(look, typeof content === "string" ? [plainToHtml(content)] : content),
  code: (code) => codeBlock(code, "typescript"),
  table: (cells) => `<div class="wide">${htmlTable(cells)}</div>`,
  prose: (source) => markdownToHtml(source),
  figure: ({ bundle }) => outputToHtml({ output_type: "display_data", data: bundle }),
};

/** The parts of an answer, one below another. */
export function blocksToHtml(blocks: readonly PlainBlock[]): string {
  return drawBlocks(blocks, SLIDE).join("");
}
