import tslab from "tslab/dist/jupyter.js";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import type { ToProtocol } from "../../../src/kernel/core/channel.ts";
import { bundleOf, describe as bundle, textOf } from "../../../src/kernel/core/display/bundle.ts";
import { installDisplayHost } from "../../../src/kernel/core/display/install.ts";
import { isTable, tableHtml } from "../../../src/kernel/core/display/table.ts";
import { Output } from "../../../src/kernel/core/session/output.ts";
import { LatestParents } from "../../../src/kernel/core/session/parents.ts";
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
    ["what says itself how it is shown", [{ a: 1, [RICH]: () => ({}) }], false],
    ["a number behind what is shown", [...Array.from({ length: 100 }, () => ({ a: 1 })), 1], true],
    ["a number that would be shown", [...Array.from({ length: 99 }, () => ({ a: 1 })), 1], false],
  ])("%s: %o is one: %s", (_, value, is) => {
    expect(isTable(value)).toBe(is);
  });

  test("has a column for each property, and nothing where a row has none", () => {
    expect(
      tableHtml([
        { a: 1, b: "<i>" },
        { b: true, "<c>": null },
      ]),
    ).toBe(
      "<table><thead><tr><th></th><th>a</th><th>b</th><th>&lt;c&gt;</th></tr></thead><tbody>" +
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

  test.each<[string, unknown, string]>([
    ["a map", new Map([["k", 1]]), '{"k":1}'],
    ["a map with other keys", new Map([[1, "a"]]), '[[1,"a"]]'],
    ["a set", new Set(["a", 2]), '["a",2]'],
    ["numbers of one kind", new Float64Array([1, 0.5]), "[1,0.5]"],
    ["such within others", { at: new Float32Array(1), of: new Set([1]) }, '{"at":[0],"of":[1]}'],
    ["a date", new Date(0), "1970-01-01T00:00:00.000Z"],
    ["a pattern", /a+/g, "/a+/g"],
    ["an error", new TypeError("no"), "TypeError: no"],
    [
      "what says what it is",
      Object.defineProperty({ a: 1, toString: () => "it" }, RICH, { value: () => 1 }),
      "it",
    ],
  ])("shows %s", (_, value, text) => {
    expect(cells(tableHtml([{ value }]))[0]!.replaceAll("&quot;", '"')).toBe(text);
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
    for (const none of ["nothing of use", null, undefined])
      expect(Object.keys(await own(none))).toEqual(["text/plain"]);
    const callable = Object.assign(() => 1, { [RICH]: () => ({ "text/plain": "called" }) });
    expect(await bundleOf(callable)).toEqual({ "text/plain": "called" });
  });

  test("as far as a page can bear", () => {
    expect(textOf(Array.from({ length: 103 }, () => 0))).toMatch(/\.\.\. 3 more items/);
    expect(textOf({ a: { b: { c: { d: { e: { f: 1 } } } } } }).replace(/\s+/g, " ")).toBe(
      "{ a: { b: { c: { d: { e: [Object] } } } } }",
    );
    const exact = { [Symbol.for("nodejs.util.inspect.custom")]: () => "x".repeat(200_000) };
    expect(textOf(exact)).toHaveLength(200_000);
    expect(textOf("x".repeat(10_005))).toMatch(/\.\.\. 5 more characters$/);
    const large = textOf(Array.from({ length: 100 }, () => "x".repeat(9000)));
    expect(large).toMatch(/\n\.\.\. \d{3},\d{3} more characters$/);
    expect(large.split("\n... ")[0]).toHaveLength(200_000);
  });
});

describe("what cells and libraries show", () => {
  const before = { clear: console.clear, write: tslab.lastWriteDisplayData };
  const host = Symbol.for("fall-line.display");
  afterEach(() => {
    console.clear = before.clear;
    tslab.lastWriteDisplayData = before.write;
    Reflect.deleteProperty(globalThis, host);
  });

  function installed(drawsLive: boolean) {
    const sent: unknown[] = [];
    const send = (message: ToProtocol) =>
      message.type === "publish" && sent.push([message.messageType, JSON.parse(message.json)]);
    installDisplayHost(new Output(send, new LatestParents()), drawsLive);
    const own = (globalThis as unknown as Record<symbol, Host>)[host]!;
    return { sent, own };
  }
  interface Host {
    readonly drawsLive: boolean;
    show(bundle: object, options?: object): void;
    clear(wait?: boolean): void;
    describe(value: unknown): object;
  }

  test("goes out, new or in the place of what has its id, and is cleared at once or with what comes next", () => {
    const { sent, own } = installed(true);
    own.show({ a: 1 });
    own.show({ a: 2 }, { id: "i", update: true });
    own.clear();
    own.clear(true);
    console.clear();
    const metadata = {};
    expect(sent).toEqual([
      ["display_data", { data: { a: 1 }, metadata, transient: {} }],
      ["update_display_data", { data: { a: 2 }, metadata, transient: { display_id: "i" } }],
      ["clear_output", { wait: false }],
      ["clear_output", { wait: true }],
      ["clear_output", { wait: false }],
    ]);
    expect([own.drawsLive, own.describe(1)]).toEqual([true, { "text/plain": "1" }]);
    expect(installed(false).own.drawsLive).toBe(false);
  });

  test("by way of tslab goes out as that gives it", () => {
    const { sent } = installed(false);
    tslab.lastWriteDisplayData(
      { data: { "text/html": "a" }, metadata: { m: "1" }, transient: { display_id: "i" } },
      true,
    );
    tslab.lastWriteDisplayData({ data: { "text/html": "b" }, metadata: {}, transient: {} }, false);
    expect(sent).toEqual([
      [
        "update_display_data",
        { data: { "text/html": "a" }, metadata: { m: "1" }, transient: { display_id: "i" } },
      ],
      ["display_data", { data: { "text/html": "b" }, metadata: {}, transient: {} }],
    ]);
  });
});
