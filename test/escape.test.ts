import { expect, test } from "vitest";
import { escapeHtml } from "../src/escape.ts";

test("text is no markup, and no more than it was: each of the four characters becomes its entity, once", () => {
  expect(escapeHtml(`<b title="a & b">'x' &amp;</b>`)).toBe(
    "&lt;b title=&quot;a &amp; b&quot;&gt;'x' &amp;amp;&lt;/b&gt;",
  );
});
