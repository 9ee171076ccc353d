import { describe, expect, test } from "vitest";
import { danglingLinks } from "../../src/pages/links.ts";

const files = (pages: Record<string, string>): Map<string, string> => new Map(Object.entries(pages));

describe("danglingLinks(files)", () => {
  test("lets pass what leads to a page, a place in a page, a file, the network, or lies in the address", () => {
    const a =
      '<a href="b.html"></a><a href="b.html#x"></a><a href="#y%3A"></a><link href="assets/s.css"><img src="data:,">' +
      '<a href="https://example.org/#z"></a><a href="http://example.org"></a><a href="mailto:me@example.org"></a><p id="y:"></p>';
    expect(danglingLinks(files({ "a.html": a, "b.html": '<p id="x">', "assets/s.css": "" }))).toEqual([]);
  });

  test("names page and link of each that leads nowhere", () => {
    const a =
      '<a href="gone.html"></a><a href="b.html#gone"></a><a href="#gone"></a><script src="gone.js"></script>';
    expect(danglingLinks(files({ "a.html": a, "b.html": "" }))).toEqual([
      "a.html links to gone.html",
      "a.html links to b.html#gone",
      "a.html links to #gone",
      "a.html links to gone.js",
    ]);
  });

  test("names an address as it is meant, and asks no file that is no page", () => {
    const pages = {
      "a.html": '<a href="gone.html?a=1&amp;b=&quot;&lt;&gt;"></a>',
      "s.css": 'a[ href="gone"]',
    };
    expect(danglingLinks(files(pages))).toEqual(['a.html links to gone.html?a=1&b="<>']);
    expect(danglingLinks(files({ "a.html": '<a href="#a&lt;b"></a><p id="a&lt;b">' }))).toEqual([]);
  });

  test("names what the search leads to and is not there", () => {
    const found = ["a.html#x", "a.html#gone", "gone.html"];
    expect(danglingLinks(files({ "a.html": '<p id="x">' }), found)).toEqual([
      "the search leads to a.html#gone",
      "the search leads to gone.html",
    ]);
  });

  test("takes no place for one that is only named like an id, or stands in no page", () => {
    expect(danglingLinks(files({ "a.html": '<a href="#x"></a><p data-id="x">' }))).toHaveLength(1);
    expect(danglingLinks(files({ "a.html": '<a href="b.js#x"></a>', "b.js": ' id="x"' }))).toHaveLength(1);
  });

  test("names a link once for a page", () => {
    expect(danglingLinks(files({ "a.html": '<a href="b"></a><img src="b">' }))).toEqual([
      "a.html links to b",
    ]);
  });

  test("takes nothing for a link that is a script's or a style's own text", () => {
    const a = `<script>const s = '<a href="gone">';</script><style>a[ href="gone"] {} /* <a href="gone"> */</style>`;
    expect(danglingLinks(files({ "a.html": a }))).toEqual([]);
    const between = "<script></script><a href='' href=\"gone\"></a><script></script>";
    expect(danglingLinks(files({ "a.html": between }))).toEqual(["a.html links to gone"]);
  });
});
