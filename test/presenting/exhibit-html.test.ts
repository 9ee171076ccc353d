import { expect, test } from "vitest";
import type { Marked } from "../../src/notebook/cell-options.ts";
import { exhibitOf } from "../../src/presenting/exhibit.ts";
import { exhibitToHtml } from "../../src/presenting/exhibit-html.ts";
import { drawn, line, shown, sign, table, worked } from "./cells.ts";

test("a picture has a stage of its size, and nothing else has one", () => {
  const frame = (html: string): string => /<div class="exhibit[^>]*>/.exec(html)![0];
  const stage = { width: 500, height: 490 };
  expect(frame(exhibitToHtml(exhibitOf(drawn("f")), stage))).toBe(
    '<div class="exhibit figure stage" data-width="500" data-height="490" style="width:500px;height:490px">',
  );
  expect(frame(exhibitToHtml(exhibitOf(table(2))))).toBe('<div class="exhibit table">');
});

test("a worked step says whether its rows are long, and code by which id it is changed", () => {
  const step = (letters: number) => exhibitOf(worked([line({ parts: [sign(letters)] })]));
  expect(exhibitToHtml(step(33))).toMatch(/^<div class="exhibit worked">/);
  expect(exhibitToHtml(step(34))).toMatch(/^<div class="exhibit worked long-rows">/);
  expect(exhibitToHtml({ kind: "code", id: 'a"b', source: "1 < 2" })).toMatch(
    /^<div class="exhibit code" data-code-of="a&quot;b"><pre class="code" tabindex="0"><code><span[^>]*><span[^>]*>1<\/span> &lt; /,
  );
  const typed = exhibitToHtml({ kind: "code", id: "a", source: "let x: number" });
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
  const html = exhibitToHtml(exhibitOf(shown({ "text/html": head + rows }), { marked }));
  expect(html).toBe(`<div class="exhibit table"><div class="wide">${head}${body}</table></div></div>`);
});
