import type { PlainBlock } from "../../exercises/blocks.ts";
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
  const shown = blocks.map((block) => (block.kind === "figure" ? element("div") : elementOf(block)));
  node.append(...shown);
  const drawn: { remove(): void }[] = [];
  let removed = false;
  for (const [i, block] of blocks.entries()) {
    if (block.kind !== "figure") continue;
    void reveal(shown[i]!, block.bundle).then((output) => {
      if (removed) output.remove();
      else drawn.push(output);
    });
  }
  return {
    remove() {
      removed = true;
      for (const output of drawn) output.remove();
      for (const one of shown) one.remove();
    },
  };
}

function elementOf(block: Exclude<PlainBlock, { kind: "figure" }>): HTMLElement {
  switch (block.kind) {
    case "text":
      return element("p", {}, block.text);
    case "code":
      return element("pre", {}, block.code);
    case "equations": {
      const groups = block.groups.map(({ title, lines }) =>
        element("div", {}, element("strong", {}, title), ...lines.map((line) => element("div", {}, line))),
      );
      return element("div", { class: "fall-line-equations" }, ...groups);
    }
    case "table": {
      const row = (tag: "th" | "td", cells: readonly string[]): HTMLElement =>
        element("tr", {}, ...cells.map((cell) => element(tag, {}, cell)));
      const { head, rows } = block.cells;
      return element("table", {}, row("th", head), ...rows.map((cells) => row("td", cells ?? ["..."])));
    }
  }
}
