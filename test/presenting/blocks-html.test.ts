import { expect, test } from "vitest";
import type { PlainBlock } from "../../src/exercises/blocks.ts";
import { blocksToHtml } from "../../src/presenting/blocks-html.ts";

const HOSTILE = '<img src=x onerror="alert(1)">';
const ESCAPED = "&lt;img src=x onerror=";

const blocks: PlainBlock[] = [
  { kind: "text", text: HOSTILE },
  { kind: "code", code: HOSTILE },
  { kind: "equations", groups: [{ title: HOSTILE, lines: [HOSTILE] }] },
  { kind: "table", cells: { head: [HOSTILE], rows: [[HOSTILE]] } },
  { kind: "figure", bundle: { "text/plain": HOSTILE } },
];

test.each(blocks.map((block) => [block.kind, block] as const))(
  "what a block of %s says is text, and never markup",
  (_, block) => {
    const html = blocksToHtml([block]);
    const text = html.replaceAll(/<\/?span[^>]*>/g, "");
    expect(html).not.toContain("<img");
    const times = JSON.stringify(block).split("onerror").length - 1;
    expect(text.split(ESCAPED).length - 1).toBe(times);
  },
);

test("an equation stands under the title of its group", () => {
  const html = blocksToHtml([{ kind: "equations", groups: [{ title: "yours", lines: ["w = w - λg"] }] }]);
  expect(html).toBe(
    '<div class="equations"><div><p class="label">yours</p><p class="equation">w\u00a0=\u00a0w\u00a0-\u00a0λg</p></div></div>',
  );
});
