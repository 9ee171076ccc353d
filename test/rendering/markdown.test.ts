import { describe, expect, test } from "vitest";
import { markdownToHtml } from "../../src/rendering/markdown.ts";

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
    markdownToHtml("# A & B's", { heading });
    expect(heard.at(-1)).toBe("1 A & B's");
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

describe("what stands in markdown", () => {
  test("is escaped where it becomes an attribute", () => {
    const html = markdownToHtml(`# a\n\n[w](<x"y&z> 'q"<r')`, { heading: () => ({ id: 'i"d' }) });
    expect(html).toContain('<h1 id="i&quot;d">');
    expect(html).toContain('<a href="x&quot;y&amp;z" title="q&quot;&lt;r">w</a>');
  });

  test("is a table with its columns set as they are to be, in a place that scrolls", () => {
    expect(markdownToHtml("| a | *b* | c |\n|---|:-:|--:|\n| 1 | 2 | **3** |\n| 4 | 5 | 6 |")).toBe(
      '<div class="wide"><table class="prose"><thead><tr><th>a</th><th style="text-align:center"><em>b</em></th><th style="text-align:right">c</th></tr></thead>' +
        '<tbody><tr><td>1</td><td style="text-align:center">2</td><td style="text-align:right"><strong>3</strong></td></tr>' +
        '<tr><td>4</td><td style="text-align:center">5</td><td style="text-align:right">6</td></tr></tbody></table></div>',
    );
  });

  test("is a heading as it is written, or with what the page puts after its words", () => {
    expect(markdownToHtml("### a")).toBe("<h3>a</h3>");
    const after = { id: "a", after: "<i>!</i>" };
    expect(markdownToHtml("### a", { heading: () => after })).toBe('<h3 id="a">a<i>!</i></h3>');
    const heard: string[] = [];
    markdownToHtml("## $x$ *y*", {
      heading: ({ html }) => {
        heard.push(html);
        return { id: "" };
      },
    });
    expect(heard[0]).toMatch(/katex.*<em>y<\/em>$/);
  });

  test.each([".", ",", ";", ":", "?", "!"])("after a formula keeps the sign %s with it", (sign) => {
    expect(markdownToHtml(`$x$${sign} b`)).toContain(`<span class="after">${sign}</span>`);
  });

  test.each(["~~~\n$a$\n~~~", "````\n```\n$a$\n````", "```\n$a$", "``a ` $b$``"])(
    "is code and no formula: %j",
    (source) => {
      expect(formulas(markdownToHtml(source))).toEqual([]);
    },
  );

  test.each([
    ["a $x$ b $y$ c", ["x", "y"]],
    ["```\n$a$\n```\n\n$b$", ["b"]],
    ["$a \\$ b$", ["a \\$ b"]],
    ["\\begin{align*}a\\end{align*} $b$", ["\\begin{align*}a\\end{align*}", "b"]],
  ])("is a formula in %j", (source, found) => {
    expect(formulas(markdownToHtml(source))).toEqual(found);
  });
});
