import { describe, expect, test } from "vitest";
import { dataElement } from "../../src/rendering/data-element.ts";
import type { CourseLesson } from "../../src/rendering/course.ts";
import { documentToHtml } from "../../src/pages/document.ts";
import type { CellMetadata, ExecutedCell, Output } from "../../src/rendering/executed.ts";
import { lessonPage, type Surroundings } from "../../src/pages/lesson-page.ts";

const assets = { siteScript: "SITE", style: "STYLE", pageScript: "SCRIPT" };
const lesson = (number: string, name: string): CourseLesson => ({
  name: `${number}-${name}`,
  number,
  title: `The "${name}" & more`,
  short: `<${name}>`,
  learn: "how $x$\nfalls\nfast.",
  minutes: 10,
  needs: [],
});
const markdown = (source: string): ExecutedCell => ({
  id: "m",
  type: "markdown",
  source,
  metadata: {},
  outputs: [],
});
const code = (outputs: readonly Output[] = [], metadata: CellMetadata = {}): ExecutedCell => ({
  id: 'a"b',
  type: "code",
  source: "const a = 1 < 2;",
  metadata,
  outputs,
});
const shown = (data: object): Output => ({ output_type: "display_data", data: data as never });
const figure = shown({ "application/vnd.plotly.v1+json": { data: [] }, "text/plain": "a figure" });
const cardOf = (kind: string, id = "waves/a") =>
  shown({ "application/vnd.fall-line+json": { kind, id, title: "T <1>" } });
const plain = shown({ "text/plain": "1" });

const pageOf = (
  cells: readonly ExecutedCell[],
  around: Partial<Surroundings> = {},
  isRun?: boolean,
): string =>
  lessonPage(
    lesson("03", "waves"),
    { cells, ...(isRun !== undefined && { isRun }) },
    { beside: new Set(["04-tides"]), ...around },
    assets,
  );
const sectionOf = (cell: ExecutedCell): string => /<section class="cell code[^]*<\/section>/.exec(pageOf([markdown("# T"), cell]))?.[0] ?? ""; // prettier-ignore

describe("the page of a lesson", () => {
  test("has its title and what one learns in the head, without formulas and breaks", () => {
    const html = pageOf([]);
    expect(html).toContain("<title>The &quot;waves&quot; &amp; more (fall-line, lesson 03)</title>");
    expect(html).toContain('<meta name="description" content="You will learn how x falls fast.">');
    expect(html).toContain('<span class="where">03 &lt;waves&gt;</span>');
  });

  test("says what to do where its cells have not been run, and nothing of itself else", () => {
    const cells = [markdown("# Opening"), markdown("Rest")];
    expect(pageOf(cells, { workbook: "W" }, false)).toContain(
      "What the cells of this lesson show comes when you run them",
    );
    for (const isRun of [true, undefined])
      expect(pageOf(cells, { workbook: "W" }, isRun)).not.toContain('class="note"');
  });

  test("shows what it opens with above the code of it", () => {
    expect(pageOf([code([figure], { tags: ["opening"] })])).toMatch(/class="live"[^]*The code/);
    expect(pageOf([code([figure])])).toMatch(/The code[^]*class="live"/);
  });

  test("has the script that draws where something is live or can be changed", () => {
    expect(pageOf([markdown("a"), code([plain])])).not.toContain("SCRIPT");
    expect(pageOf([markdown("a"), code([figure])])).toContain("SCRIPT");
    expect(pageOf([markdown("a")], { workbook: "WORKBOOK" })).toMatch(/WORKBOOK\nSCRIPT/);
  });

  test("links to the lessons beside it as to pages, and keeps only the words of other links to lessons", () => {
    const html = pageOf([
      markdown(
        "[a](04-tides.ipynb) [b](04-tides.ipynb#x) [c](05-gone.ipynb) [d](https://e.org/x.ipynb) [e](#f)",
      ),
    ]);
    expect(html).toContain('<a href="04-tides.html">a</a>');
    expect(html).toContain('<a href="04-tides.html#x">b</a>');
    expect(html).toMatch(/<\/a> c <a/);
    expect(html).toContain('<a href="https://e.org/x.ipynb">d</a>');
    expect(html).toContain('<a href="#f">e</a>');
  });

  test("leads home and to the lessons before and after it", () => {
    const around = { home: "index.html", previous: lesson("02", "sand"), next: lesson("04", "tides") };
    const html = pageOf([], around);
    expect(html).toContain('<a class="home" href="index.html">fall-line</a>');
    expect(html).toContain('<a rel="prev" href="02-sand.html" title="The &quot;sand&quot; &amp; more" aria-label="Previous: The &quot;sand&quot; &amp; more">←</a>'); // prettier-ignore
    expect(html).toContain('aria-label="Next: The &quot;tides&quot; &amp; more">→</a>');
    expect(html).toContain('<a class="previous" href="02-sand.html"><small>← Before this</small>02 The');
    expect(html).toContain('<a class="next" href="04-tides.html"><small>Next →</small>04 The');
    expect(html.indexOf('rel="prev"')).toBeLessThan(html.indexOf('rel="next"'));
    const first = pageOf([], { next: around.next });
    expect([first.includes('class="previous"'), first.includes('class="next"')]).toEqual([false, true]);
    const alone = pageOf([]);
    expect(alone).toContain('<span class="home">fall-line</span>');
    expect(alone).not.toContain("Neighbouring lessons");
  });
});

describe("headings", () => {
  test("have ids as Jupyter gives them, each its own, a link, and one of the first level only", () => {
    const html = pageOf([
      markdown("# The *price*\n\n## Two  words more\n\n# Again\n\n## Two words more\n\n### Third\n\n## $x$"),
    ]);
    const heads = [...html.matchAll(/<h(\d) id="([^"]*)">/g)].map(([, level, id]) => `${level} ${id}`);
    expect(heads).toEqual([
      "1 The-price",
      "2 Two-words-more",
      "2 Again",
      "2 Two-words-more-2",
      "3 Third",
      "2 section",
    ]);
    expect(html).toContain(
      '<a class="anchor" href="#Two-words-more-2" aria-label="Link to this section: Two words more">#</a>',
    );
  });

  test("stand in the table of contents down to the second level, without links of their own", () => {
    const html = pageOf([markdown("# A: b\n\n## [C](https://c.org) *d*\n\n### E")]);
    const [, items] = /<ol>(.*?)<\/ol>/.exec(html) ?? [];
    expect(items).toBe('<li><a href="#A%3A-b">A: b</a></li><li><a href="#C-d">C <em>d</em></a></li>');
  });
});

describe("a cell of code", () => {
  test.each<[string, ExecutedCell, boolean]>([
    ["that draws", code([figure]), true],
    ["that asks", code([cardOf("card-choose")]), true],
    ["that shows nothing", code(), false],
    ["that draws and prints", code([figure, plain]), false],
    ["that judges an answer", code([cardOf("card-feedback")]), false],
    ["that shows a worked step", code([shown({ "application/vnd.fall-line+json": workedStep() })]), false],
    ["whose code is the point", code([figure], { tags: ["code"] }), false],
    ["with a tag of another kind", code([figure], { tags: ["remove-input"] }), true],
    ["that is hidden in a notebook", code([plain], { jupyter: { source_hidden: true } }), true],
    ["that a student writes", code([figure], { nbgrader: { solution: true } }), false],
    [
      "that is hidden though a student writes it",
      code([], { jupyter: { source_hidden: true }, nbgrader: { solution: true } }),
      true,
    ],
    ["that a student does not write", code([figure], { nbgrader: { solution: false } }), true],
  ])("%s is folded: %s", (_, cell, isFolded) => {
    // prettier-ignore
    expect(sectionOf(cell).includes("<details")).toBe(isFolded);
  });

  test("has its id, its code in colours, and a place for what it shows only where it shows something", () => {
    const html = sectionOf(code([plain]));
    expect(html).toContain('data-cell="a&quot;b"');
    expect(html).toContain('<span class="hljs-keyword">const</span>');
    expect(html).toContain('<div class="outputs"><pre class="terminal result">1</pre></div>');
    expect(sectionOf(code())).not.toContain("outputs");
  });

  test("says where one is to write, and is known by its card", () => {
    const mine = sectionOf(code([], { nbgrader: { solution: true } }));
    expect(mine).toContain('<section class="cell code answer"');
    expect(mine).toContain('<p class="yours">Yours to write</p>');
    const asked = sectionOf(code([plain, cardOf("card-choose")]));
    expect(asked).toContain(
      'id="waves/a"><a class="anchor" href="#waves%2Fa" aria-label="Link to the card: T &lt;1&gt;">',
    );
    const two = sectionOf(code([cardOf("card-choose", "waves/b"), cardOf("card-choose", "waves/c")]));
    expect(/ id="([^"]*)"/.exec(two)![1]).toBe("waves/b");
    expect(sectionOf(code([plain]))).not.toMatch(/ id="|yours/);
    expect(sectionOf(code([plain], { nbgrader: { solution: false } }))).not.toMatch(/answer|yours/);
  });

  test("of no kind that is known is left out", () => {
    expect(pageOf([markdown("a"), { ...code(), type: "raw" }])).not.toContain("data-cell");
  });
});

function workedStep(): object {
  return { format: 1, kind: "worked", t: 1, title: "T", setting: "s", lines: [], remarks: [] };
}

describe("the frame of a page", () => {
  const parts = { title: "<T>", description: '"D"', bar: "BAR", body: "BODY", live: false };

  test("has bar and body in order, a way past the bar, and its facts for those who share it", () => {
    const html = documentToHtml(parts, assets);
    expect(html).toMatch(
      /SITE\nSTYLE[^]*<a class="skip" href="#main">[^]*BAR[^]*data-switch-theme[^]*BODY\n\n<\/body>/,
    );
    expect(html).toContain("<title>&lt;T&gt;</title>");
    expect(html).toContain('<meta name="description" content="&quot;D&quot;">');
    expect(html).toContain('<meta property="og:title" content="&lt;T&gt;">');
    expect(html).toContain('<meta property="og:description" content="&quot;D&quot;">');
    expect(html).toContain('<meta name="twitter:card" content="summary_large_image">');
    expect(html).not.toContain("og:image");
    expect(documentToHtml({ ...parts, preview: "p.png" }, assets)).toContain(
      '<meta property="og:image" content="p.png">',
    );
    expect(html).not.toContain("SCRIPT");
    expect(documentToHtml({ ...parts, live: true }, assets)).toContain("BODY\nSCRIPT");
  });

  test("has its policy before all that it governs, if it has one", () => {
    expect(documentToHtml(parts, assets)).not.toContain("Content-Security-Policy");
    expect(documentToHtml(parts, { ...assets, policy: "default-src 'none'" })).toMatch(
      /<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="default-src 'none'">\n<title>/,
    );
  });
});

test("data for a script ends no element, and has its name", () => {
  expect(dataElement('{"a":"</script><b>"}', '"x"')).toBe(
    '<script type="application/json" id="&quot;x&quot;">{"a":"\\u003c/script>\\u003cb>"}</script>',
  );
});
