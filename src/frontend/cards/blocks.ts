import type { PlainBlock } from "../../exercises/blocks.ts";
import { drawBlocks, type Medium } from "../../exercises/draw-blocks.ts";
import { showError } from "../error.ts";
import { element } from "./dom.ts";
import type { Bundle } from "./read.ts";

/** Draws an output, given in several formats, into an element. */
export type Reveal = (node: HTMLElement, bundle: Bundle) => Promise<{ remove(): void }>;

/** Shows parts of a feedback at the end of an element; what comes back takes them away. */
export function showBlocks(
  node: HTMLElement,
  blocks: readonly PlainBlock[],
  reveal: Reveal,
): { remove(): void } {
  const shown = drawBlocks(blocks, CARD);
  node.append(...shown);
  const drawn: { remove(): void }[] = [];
  let removed = false;
  for (const [i, block] of blocks.entries()) {
    if (block.kind !== "figure") continue;
    void reveal(shown[i]!, block.bundle).then(
      (output) => {
        if (removed) output.remove();
        else drawn.push(output);
      },
      (error: unknown) => showError(shown[i]!, error),
    );
  }
  return {
    remove() {
      removed = true;
      for (const output of drawn) output.remove();
      for (const one of shown) one.remove();
    },
  };
}

const CARD: Medium<HTMLElement, Extract<PlainBlock, { kind: "figure" }>> = {
  looks: {
    text: ["p"],
    code: ["pre"],
    equations: ["div", { class: "fall-line-equations" }],
    group: ["div"],
    title: ["strong"],
    line: ["div"],
  },
  element: ([tag, attributes], content) =>
    element(
      tag as keyof HTMLElementTagNameMap,
      attributes,
      ...(typeof content === "string" ? [content] : content),
    ),
  table({ head, rows }) {
    const row = (tag: "th" | "td", cells: readonly string[]): HTMLElement =>
      element("tr", {}, ...cells.map((cell) => element(tag, {}, cell)));
    return element("table", {}, row("th", head), ...rows.map((cells) => row("td", cells ?? ["..."])));
  },
  // Its place: it is drawn when it has one.
  figure: () => element("div"),
};
