import { describe, expect, test } from "vitest";
import type { Marked } from "../../src/notebook/cell-options.ts";
import { type Exhibit, exhibitOf } from "../../src/presenting/exhibit.ts";
import { exhibitsToHtml } from "../../src/presenting/exhibit-html.ts";
import { drawn, explorer, line, shown, sign, table, worked } from "./cells.ts";

const STAGE = { width: 500, height: 490 };

/** The frames of exhibits, with their sizes. */
function framesOf(...exhibits: Exhibit[]): string[] {
  const html = exhibitsToHtml(exhibits, STAGE);
  return Array.from(
    html.matchAll(/<div class="exhibit ([^"]*)"([^>]*)>/g),
    ([, kinds, size]) => `${kinds!}${size!}`,
  );
}

const sized = (kind: string, height: number) =>
  `${kind} stage data-width="500" data-height="${height}" style="width:500px;height:${height}px"`;
const [first, second, play, small] = [drawn("f"), drawn("g"), explorer, table(2)].map((one) =>
  exhibitOf(one),
) as [Exhibit, Exhibit, Exhibit, Exhibit];

describe("figures are as large as their stage allows:", () => {
  test("alone as large as it is, and two share its height", () => {
    expect(framesOf(first)).toEqual([sized("figure", 490)]);
    expect(framesOf(first, second)).toEqual([sized("figure", 245), sized("figure", 245)]);
    expect(framesOf(first, second, play)).toEqual([
      sized("figure", 163),
      sized("figure", 163),
      sized("explorer", 163),
    ]);
  });

  test("what stands below them takes 180 pixels, and has no size of its own", () => {
    expect(framesOf(play, small)).toEqual([sized("explorer", 310), "table"]);
    expect(framesOf(first, small, second, small)).toEqual([
      sized("figure", 65),
      "table",
      sized("figure", 65),
      "table",
    ]);
    expect(framesOf(small)).toEqual(["table"]);
  });
});

test("a worked step says whether its rows are long, and code by which id it is changed", () => {
  const step = (letters: number) => exhibitOf(worked([line({ parts: [sign(letters)] })]));
  expect(framesOf(step(33), step(34))).toEqual(["worked", "worked long-rows"]);
  expect(exhibitsToHtml([{ kind: "code", id: 'a"b', source: "1 < 2" }], STAGE)).toMatch(
    /^<div class="exhibit code" data-code-of="a&quot;b"><pre class="code" tabindex="0"><code><span[^>]*>1<\/span> &lt; /,
  );
  const typed = exhibitsToHtml([{ kind: "code", id: "a", source: "let x: number" }], STAGE);
  expect(typed, "its types are coloured, as TypeScript's").toMatch(/<span[^>]*>number<\/span>/);
});

test.each<[string, Marked, string]>([
  ["a row", [2], '<tr><td>1</td><td>2</td></tr><tr class="finding found"><td>3</td><td>4</td></tr>'],
  [
    "a cell",
    [1, 2],
    '<tr class="finding"><td>1</td><td class="found">2</td></tr><tr><td>3</td><td>4</td></tr>',
  ],
  [
    "its first cell",
    [2, 1],
    '<tr><td>1</td><td>2</td></tr><tr class="finding"><td class="found">3</td><td>4</td></tr>',
  ],
  ["nothing that is not there", [3], "<tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr>"],
])("what carries the finding of a table is marked: %s", (_, marked, body) => {
  const head = "<table><tr><th>a</th><th>b</th></tr>";
  const rows = "<tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>";
  const html = exhibitsToHtml([exhibitOf(shown({ "text/html": head + rows }), marked)], STAGE);
  expect(html).toBe(`<div class="exhibit table"><div class="wide">${head}${body}</table></div></div>`);
});
