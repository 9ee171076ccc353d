import { beforeAll, describe, expect, test } from "vitest";
import { bundleOf, describe as bundle, textOf } from "../../../src/kernel/core/display/bundle.ts";
import { isTable, tableHtml } from "../../../src/kernel/core/display/table.ts";
import { RICH } from "../../../src/display.ts";
import { runOnNode } from "../../../src/kernel/node/platform.ts";

beforeAll(() => runOnNode());

const cells = (html: string): string[] =>
  Array.from(html.matchAll(/<td>([^<]*)<\/td>/g), ([, text]) => text!);

describe("a list of objects as a table", () => {
  test.each<[string, unknown, boolean]>([
    ["objects", [{ a: 1 }, { b: 2 }], true],
    ["objects without a prototype", [Object.assign(Object.create(null) as object, { a: 1 })], true],
    ["nothing", [], false],
    ["empty objects", [{}], false],
    ["numbers", [1], false],
    ["objects and null", [{ a: 1 }, null], false],
    ["dates", [new Date(0)], false],
    ["one object", { a: 1 }, false],
  ])("%s: %o is one: %s", (_, value, is) => {
    expect(isTable(value)).toBe(is);
  });

  test("has a column for each property, and nothing where a row has none", () => {
    expect(
      tableHtml([
        { a: 1, b: "<i>" },
        { b: true, c: null },
      ]),
    ).toBe(
      "<table><thead><tr><th></th><th>a</th><th>b</th><th>c</th></tr></thead><tbody>" +
        "<tr><th>0</th><td>1</td><td>&lt;i&gt;</td><td></td></tr>" +
        "<tr><th>1</th><td></td><td>true</td><td>null</td></tr></tbody></table>",
    );
  });

  test("shows each value as text, as far as it goes", () => {
    const circle: Record<string, unknown> = { list: Array.from({ length: 12 }, (_, i) => i) };
    circle["self"] = circle;
    const row = {
      nested: { a: [1, 2] },
      big: { n: 5n },
      fn: { f: Math.sqrt },
      long: { text: "x".repeat(500) },
      circle,
      get broken(): never {
        throw new Error("no");
      },
    };
    const [nested, big, fn, long, inCircle, broken] = cells(tableHtml([row])).map((text) =>
      text.replaceAll("&quot;", '"'),
    );
    expect([nested, big, broken]).toEqual(['{"a":[1,2]}', '{"n":"5"}', "(throws)"]);
    expect(fn).toContain("sqrt");
    expect(long).toHaveLength(200);
    expect(inCircle).toMatch(/8, 9,\s+\.\.\. 2 more items.*\[Circular/s);
  });

  test("ends after a hundred rows and thirty columns, and says how many there are", () => {
    const wide = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`c${i}`, i]));
    const html = tableHtml(Array.from({ length: 1200 }, () => wide));
    expect(cells(html)).toHaveLength(100 * 30);
    expect(html).toMatch(/<p>100 of 1,200 rows<\/p>$/);
    expect(tableHtml(Array.from({ length: 100 }, () => wide))).not.toContain("rows</p>");
  });
});

describe("a value is shown", () => {
  test("as a table where it is one, and always as text", () => {
    expect(Object.keys(bundle([{ a: 1 }])).sort()).toEqual(["text/html", "text/plain"]);
    expect(bundle([1, 2])).toEqual({ "text/plain": "[ 1, 2 ]" });
  });

  test("as it says itself, with text besides where it says none", async () => {
    const own = (shown: unknown) => bundleOf({ [RICH]: () => shown });
    expect(await own({ "text/plain": "mine" })).toEqual({ "text/plain": "mine" });
    expect(await own(Promise.resolve({ "text/html": "<b>" }))).toMatchObject({
      "text/html": "<b>",
      "text/plain": expect.any(String) as string,
    });
    expect(Object.keys(await own("nothing of use"))).toEqual(["text/plain"]);
  });

  test("as far as a page can bear", () => {
    expect(textOf(Array.from({ length: 103 }, () => 0))).toMatch(/\.\.\. 3 more items/);
    expect(textOf("x".repeat(10_005))).toMatch(/\.\.\. 5 more characters$/);
    const large = textOf(Array.from({ length: 100 }, () => "x".repeat(9000)));
    expect(large).toMatch(/\n\.\.\. \d{3},\d{3} more characters$/);
    expect(large.split("\n... ")[0]).toHaveLength(200_000);
  });
});
