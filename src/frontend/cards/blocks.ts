import type { PlainBlock } from "../../exercises/blocks.ts";
import { drawBlocks, type Medium } from "../../exercises/draw-blocks.ts";
import { proseBundle } from "../../exercises/prose.ts";
import { showError } from "../error.ts";
import { element } from "./dom.ts";
import type { Bundle } from "./checked.ts";

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
  let letters = 0;
  for (const [i, block] of blocks.entries()) {
    const bundle = outputOf(block);
    if (bundle === undefined) continue;
    if (block.kind === "prose" && (letters += block.source.length) > MOST_SET) {
      shown[i]!.textContent = block.source;
      continue;
    }
    void reveal(shown[i]!, bundle).then(
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

/** How many letters of prose are set with their formulas; what is more stands there as it was written. */
const MOST_SET = 20_000;

/** What the page draws, as it draws an output of a cell. */
function outputOf(block: PlainBlock): Bundle | undefined {
  if (block.kind === "figure") return block.bundle;
  return block.kind === "prose" ? proseBundle(block.source) : undefined;
}

const CARD: Medium<HTMLElement, Extract<PlainBlock, { kind: "figure" }>> = {
  looks: {
    text: ["p", { class: "fall-line-lines" }],
    code: ["pre"],
    equations: ["div", { class: "fall-line-equations" }],
    group: ["div"],
    title: ["strong"],
    line: ["div"],
    said: ["div", { class: "fall-line-said" }],
    value: ["div"],
  },
  element: ([tag, attributes], content) =>
    element(
      tag as keyof HTMLElementTagNameMap,
      attributes,
      ...(typeof content === "string" ? [content] : content),
    ),
  table({ head, rows }) {
    const row = (tag: "th" | "td", cells: readonly string[]): HTMLElement =>
      element("tr", {}, ...cells.map((cell) => element(cell === "" ? "td" : tag, {}, cell)));
    const lines = rows.map((cells) => row("td", cells ?? ["..."]));
    return element("table", {}, row("th", head), ...lines);
  },
  // Their places: they are drawn when they have one.
  figure: () => element("div"),
  prose: () => element("div"),
};
