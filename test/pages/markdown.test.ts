import { describe, expect, test } from "vitest";
import { markdownToHtml } from "../../src/pages/markdown.ts";

/** The formulas in a piece of HTML, as their TeX. */
function formulas(html: string): string[] {
  return [...html.matchAll(/<annotation encoding="application\/x-tex">([^<]*)<\/annotation>/g)].map(
    ([, tex]) => tex!,
  );
}

describe("markdownToHtml(source)", () => {
  test("sets formulas in a line and on lines of their own, as Jupyter reads them", () => {
    const html = markdownToHtml(
      "With $w_1$ and $w_2$:\n\n$$\na_1 = b_1\n$$\n\n\\begin{aligned} c_1 &= d_1 \\end{aligned}",
    );
    expect(formulas(html)).toEqual([
      "w_1",
      "w_2",
      "\na_1 = b_1\n",
      "\\begin{aligned} c_1 &amp;= d_1 \\end{aligned}",
    ]);
    expect(html.match(/katex-display/g)).toHaveLength(2);
    expect(html).not.toContain("<em>");
  });

  test("takes bars and stars in a formula of a table for the formula's", () => {
    const html = markdownToHtml("| a | b |\n|---|---|\n| $|x|_2$ | $y^*$ |");
    expect(formulas(html)).toEqual(["|x|_2", "y^*"]);
    expect(html.match(/<td/g)).toHaveLength(2);
  });

  test("leaves dollars alone in code, behind a backslash, and across paragraphs", () => {
    const source =
      "`$a$` and ``$`b`$``\n\n```ts\nconst c = `$${d}$`;\n```\n\nIt costs \\$5, or \\$6.\n\nOne $ here.\n\nOne $ there.";
    const html = markdownToHtml(source);
    expect(formulas(html)).toEqual([]);
    expect(html).toContain("It costs $5, or $6.");
    expect(html).toContain("<code>$a$</code>");
  });

  test("says which formula can't be set", () => {
    expect(() => markdownToHtml("$\\frac{1}$")).toThrow(/the formula \\frac\{1\} can't be set: /);
  });

  test("colours code, and escapes what is not a language it knows", () => {
    expect(markdownToHtml("```ts\nconst a = 1;\n```")).toContain('<span class="hljs-keyword">const</span>');
    expect(markdownToHtml("```riddle\n</code><b>\n```")).toContain("<code>&lt;/code&gt;&lt;b&gt;</code>");
  });

  test("reads markdown inside of folded notes", () => {
    const html = markdownToHtml("<details><summary>Notes</summary>\n\nSay **this**.\n\n</details>");
    expect(html).toMatch(
      /<details><summary>Notes<\/summary>\s*<p>Say <strong>this<\/strong>\.<\/p>\s*<\/details>/,
    );
  });

  test("asks the page where links lead; without an address only the words stay", () => {
    const link = (href: string): string | undefined => (href === "gone.ipynb" ? undefined : `to-${href}`);
    const html = markdownToHtml('[a *b*](c "d") and [e](gone.ipynb)', { link });
    expect(html).toBe('<p><a href="to-c" title="d">a <em>b</em></a> and e</p>\n');
  });

  test("asks the page for a heading's id and level, and tells it the words", () => {
    const heard: string[] = [];
    const heading = ({ text, level }: { text: string; level: number }): { id: string; level: number } => {
      heard.push(`${level} ${text}`);
      return { id: "x", level: level + 1 };
    };
    expect(markdownToHtml("# The *price* of $\\alpha$", { heading })).toMatch(
      /^<h2 id="x">The <em>price<\/em> of /,
    );
    expect(heard).toEqual(["1 The price of"]);
  });
});

test("an index that is an operator is one element of MathML, as browsers want it", () => {
  const html = markdownToHtml(String.raw`$v^{\max}_t + h_{\min}$`);
  expect(html).toContain('<mi mathvariant="normal">m</mi>');
});

test("a full stop after a formula stays on its line", () => {
  expect(markdownToHtml("So $x < 1$.")).toMatch(
    /<span class="after">\.<\/span><\/span><\/span><\/span><\/p>/,
  );
});
