import { describe, expect, test } from "vitest";
import type { Output } from "../../src/rendering/executed.ts";
import { readNotebook } from "../../src/rendering/executed.ts";
import { bundleToHtml, cardOf, isDrawn, outputToHtml } from "../../src/rendering/output.ts";
import { formulaToHtml, takeFormulas } from "../../src/rendering/formulas.ts";
import { codeBlock, highlight } from "../../src/rendering/highlight.ts";

const SPECIFICATION = "application/vnd.fall-line+json";
const PLOTLY = "application/vnd.plotly.v1+json";
const shown = (data: object): Output => ({ output_type: "display_data", data: data as never });
const worked = { format: 1, kind: "worked", t: 1, title: "T", setting: "s", lines: [], remarks: [] };

describe("an output in a page", () => {
  const svg = '<svg xmlns="a"></svg>';
  const all = {
    "text/plain": "plain",
    "text/latex": "$x$",
    "text/markdown": "*m*",
    "text/html": "<b>h</b>",
    "image/png": " AAAA\n",
    "image/svg+xml": svg,
  };
  const names = Object.keys(all) as (keyof typeof all)[];
  test.each([
    ["text/plain", /^<pre class="terminal result">plain<\/pre>$/],
    ["text/latex", /^<div class="formula"><span class="katex">/],
    ["text/markdown", /^<p><em>m<\/em><\/p>\n$/],
    ["text/html", /^<div class="wide"><b>h<\/b><\/div>$/],
    ["image/png", /^<img class="figure" src="data:image\/png;base64,AAAA" alt="plain">$/],
    ["image/svg+xml", /^<img class="figure" src="data:image\/svg\+xml,%3Csvg[^"]*" alt="plain">$/],
  ] as const)("is shown as %s where that is its best format", (name, html) => {
    const bundle = Object.fromEntries(names.slice(0, names.indexOf(name) + 1).map((one) => [one, all[one]]));
    expect(outputToHtml(shown(bundle))).toMatch(html);
  });

  test("of no format that is known is nothing; a picture without words has none", () => {
    expect(outputToHtml(shown({ "a/b": "c" }))).toBe("");
    expect(outputToHtml(shown({ "text/html": { a: 1 }, "text/plain": "p" }))).toContain(">p</pre>");
    expect(outputToHtml(shown({ "text/latex": "<b>$x$" }))).toMatch(/^<div class="formula">&lt;b&gt;<span/);
    expect(outputToHtml(shown({ "image/png": "A" }))).toContain('alt=""');
    expect(outputToHtml(shown({ "image/png": "A", "text/plain": '"<' }))).toContain('alt="&quot;&lt;"');
  });

  test("that was printed says to which stream", () => {
    for (const name of ["stdout", "stderr"] as const)
      expect(outputToHtml({ output_type: "stream", name, text: "<" })).toBe(
        `<pre class="terminal stream ${name}">&lt;</pre>`,
      );
  });

  test("that is an error names it, and ends no element", () => {
    expect(outputToHtml({ output_type: "error", ename: "E", evalue: "<b>" })).toBe(
      '<pre class="terminal error">E: &lt;b&gt;</pre>',
    );
  });

  test("is live by its specification before Plotly's part; a card says that it is one; one that plays keeps room for its bar", () => {
    const both = { [PLOTLY]: { data: [] }, [SPECIFICATION]: { kind: "landscape" }, "text/plain": "p" };
    expect(bundleToHtml(both)).toBe(
      `<div class="live" data-fall-line="${SPECIFICATION}"><script type="application/json">{"kind":"landscape"}</script>` +
        '<div class="still"><pre class="terminal result">p</pre></div></div>',
    );
    expect(bundleToHtml({ [PLOTLY]: { data: [] } })).toContain(`data-fall-line="${PLOTLY}"><script`);
    const playing = (kind: string): string =>
      bundleToHtml({ [SPECIFICATION]: { kind, options: { plays: true } }, "text/plain": "p" });
    expect(playing("landscape")).toContain(`"${SPECIFICATION}" style="padding-bottom: 64px"><script`);
    expect(playing("explorer")).toContain(`"${SPECIFICATION}"><script`);
    expect(bundleToHtml({ [SPECIFICATION]: { kind: "card-choose" } })).toMatch(/^<div class="live card" /);
  });

  test("that reveals anything has it beside its data, by number", () => {
    const card = (reveal: object[]): string =>
      bundleToHtml({ [SPECIFICATION]: { kind: "card-choose", reveal } });
    const key = "application/vnd.fall-line.template+json";
    expect(card([{ "text/plain": "a" }])).toContain(
      `>{"kind":"card-choose","reveal":[{"${key}":0}]}</script><template data-reveal="0"><pre class="terminal result">a</pre></template><div`,
    );
    expect(card([{ "text/plain": "a" }, { "text/plain": "b" }])).toMatch(
      /"reveal":\[\{"[^"]*":0\},\{"[^"]*":1\}\].*="0"><pre[^>]*>a<.*="1"><pre[^>]*>b</,
    );
    expect(card([])).toContain('"reveal":[]}</script><div');
  });

  test("that is a worked step is written out and needs no script", () => {
    expect(bundleToHtml({ [SPECIFICATION]: worked, "text/plain": "p" })).not.toMatch(
      /<script|data-fall-line/,
    );
  });

  test.each<[string, Output, boolean]>([
    ["a figure", shown({ [SPECIFICATION]: { kind: "landscape" } }), true],
    ["a figure of Plotly", shown({ [PLOTLY]: {} }), true],
    ["a question", shown({ [SPECIFICATION]: { kind: "card-choose" } }), true],
    ["a feedback", shown({ [SPECIFICATION]: { kind: "card-feedback" } }), false],
    ["a worked step", shown({ [SPECIFICATION]: worked }), false],
    ["a picture alone", shown({ "image/png": "A" }), false],
    ["what was printed", { output_type: "stream", name: "stdout", text: "a" }, false],
  ])("%s is drawn: %s", (_, output, isOne) => {
    // prettier-ignore
    expect(isDrawn(output)).toBe(isOne);
  });

  test("is a card where its specification says so", () => {
    const card = { kind: "card-feedback", id: "a/b", title: "T" };
    expect(cardOf(shown({ [SPECIFICATION]: card }))).toEqual(card);
    expect(cardOf(shown({ [SPECIFICATION]: { kind: "landscape" } }))).toBeUndefined();
    expect(cardOf(shown({ "text/plain": "a" }))).toBeUndefined();
    expect(cardOf({ output_type: "error", ename: "E", evalue: "" })).toBeUndefined();
  });
});

describe("readNotebook(text)", () => {
  const cell = (outputs?: object[]) => ({ id: "a", cell_type: "code", source: ["a\n", "b"], metadata: { title: "T" }, ...(outputs && { outputs }) }); // prettier-ignore
  const read = (outputs?: object[]) => readNotebook(JSON.stringify({ cells: [cell(outputs)] })).cells[0]!;

  test("joins the lines of texts, and leaves lists that are no lines", () => {
    expect(read()).toEqual({ id: "a", type: "code", source: "a\nb", metadata: { title: "T" }, outputs: [] });
    const data = { "text/plain": ["a\n", "b"], "application/json": ["a", 2], "text/html": "whole" };
    expect(read([{ output_type: "display_data", data }]).outputs).toEqual([
      { output_type: "display_data", data: { ...data, "text/plain": "a\nb" } },
    ]);
    expect(read([{ output_type: "stream", name: "stderr", text: ["a\n", "b"] }]).outputs).toEqual([
      { output_type: "stream", name: "stderr", text: "a\nb" },
    ]);
    const error = { output_type: "error", ename: "E", evalue: "v", traceback: ["t"] };
    expect(read([error]).outputs).toEqual([error]);
  });

  test("says what the lesson says of itself, if it is one", () => {
    const about = { title: "T" };
    expect(readNotebook(JSON.stringify({ cells: [], metadata: { "fall-line": { about } } }))).toEqual({
      cells: [],
      about,
    });
    expect(readNotebook('{"cells":[],"metadata":{}}')).not.toHaveProperty("about");
  });
});

describe("formulas in prose", () => {
  const texOf = (source: string): string[] => {
    const { text, putBack } = takeFormulas(source);
    return [
      ...putBack(text).matchAll(/<annotation encoding="application\/x-tex">([^<]*)<\/annotation>/g),
    ].map(([, tex]) => tex!);
  };

  test.each<[string, string[]]>([
    ["$a$ and $b$", ["a", "b"]],
    ["$$a$$", ["a"]],
    ["$a\\$b$", ["a\\$b"]],
    ["\\begin{aligned} a \\end{aligned}", ["\\begin{aligned} a \\end{aligned}"]],
    ["\\begin{align*} a \\end{align*}", ["\\begin{align*} a \\end{align*}"]],
    ["`$a$` $b$", ["b"]],
    ["``a ` $a$`` $b$", ["b"]],
    ["```\n$a$\n```\n$b$", ["b"]],
    ["~~~~\n$a$\n~~~\n~~~~\n$b$", ["b"]],
    ["```\n$a$\n``` \t\n$b$", ["b"]],
    ["``a``` $b$ `` $c$ `d`", ["c"]],
    ["```\n$a$", []],
    ["\\$a$ b", []],
    ["$a\n\nb$", []],
    ["$a\n \nb$", []],
    ["$a\nb$", ["a\nb"]],
    ["~~\n$a$\n~~", ["a"]],
    ["$$", []],
  ])("of %j are %j", (source, formulas) => {
    // prettier-ignore
    expect(texOf(source)).toEqual(formulas);
  });

  test("stand on a line of their own between two dollars, in an environment too", () => {
    const isDisplayed = (source: string): boolean =>
      takeFormulas(source).putBack(takeFormulas(source).text).includes("katex-display");
    expect(["$a$", "$$a$$", "\\begin{aligned}a\\end{aligned}"].map(isDisplayed)).toEqual([false, true, true]);
  });

  test("keep the sign that follows, inside; after one on its own line it stands behind", () => {
    const set = (source: string): string => takeFormulas(source).putBack(takeFormulas(source).text);
    for (const sign of ".,;:?!") expect(set(`$a$${sign}`)).toContain(`<span class="after">${sign}</span>`);
    expect(set("$a$)")).toMatch(/<\/span>\)$/);
    expect(set("$a$?!")).toMatch(/<span class="after">\?<\/span>(<\/span>)+!$/);
    expect(set("$a$")).not.toContain("after");
    expect(set("$ $.")).toMatch(/\.$/);
    expect(set("$$a$$.")).toMatch(/\.(<\/span>)*$/);
    expect(set("a `b` \\$ c")).toBe("a `b` \\$ c");
  });

  test("can be put back once more, and in another order", () => {
    const { text, putBack } = takeFormulas("$a$ $b$");
    expect(putBack(text)).toBe(putBack(text));
    expect(putBack([...text.split(" ")].reverse().join(" "))).toBe(
      `${formulaToHtml("b", false)} ${formulaToHtml("a", false)}`,
    );
  });

  test("have an index that is an operator as one that is a word", () => {
    for (const [operator, word] of [
      ["v^{\\max}", "v^{\\mathrm{max}}"],
      ["h_{\\min}", "h_{\\mathrm{min}}"],
    ] as const) {
      const mathml = (tex: string): string =>
        /<semantics>(.*?)<annotation/.exec(formulaToHtml(tex, false))![1]!;
      expect(mathml(operator)).toBe(mathml(word));
    }
  });

  test("may hold letters that LaTeX would not take", () => {
    expect(formulaToHtml("é", false)).toContain('<mover accent="true"><mi>e</mi>');
  });

  test("that cannot be set are named in the error", () => {
    expect(() => formulaToHtml(" \\frac{1} ", true)).toThrow(/^the formula \\frac\{1\} can't be set: /);
  });
});

test.each([
  ["typescript", 'hljs-keyword">const'],
  ["javascript", 'hljs-keyword">const'],
  ["python", "const"],
  ["", "const a = &quot;&lt;&quot;"],
])("code in %j is coloured, or escaped", (language, html) => {
  expect(highlight('const a = "<"', language)).toContain(html);
});

test("a block of code can be scrolled with the keys", () => {
  expect(codeBlock("<", "")).toBe('<pre class="code" tabindex="0"><code>&lt;</code></pre>');
});
