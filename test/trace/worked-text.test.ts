import { describe, expect, test } from "vitest";
import { InputError, momentum } from "fall-line";
import { lettersHtml, workedHtml } from "../../src/trace/worked/html.ts";
import type { Cell, LinePart, WorkedLine } from "../../src/trace/worked/line.ts";
import { isWorked, readWorked, type WorkedSpecification } from "../../src/trace/worked/specification.ts";
import { lettersText, lineText, numberText, workedText } from "../../src/trace/worked/text.ts";

const sign = (text: string, below = text): LinePart => ({ kind: "sign", text, below });
const cell = (letter: string, texts: readonly string[], more: Partial<Cell> = {}): Cell => ({
  kind: "cell",
  letter,
  hue: "plain",
  texts,
  isWhole: false,
  ...more,
});

const sum: WorkedLine = {
  name: "m",
  sentence: "A sum",
  remark: "as t > 1",
  labels: ["x", "y_{1}"],
  result: cell("m_{2}", ["3", "−1"], { hue: "velocity" }),
  relation: "≈",
  isByPencil: true,
  parts: [cell("a", ["2"]), sign(" + "), cell("b_{1}", ["1", "−3"], { hue: "slope" })],
  marks: [
    { number: 1, name: "first & best", hue: "jump", span: [1, 3] },
    { number: 2, name: "new", hue: "velocity" },
  ],
};
const product: WorkedLine = {
  ...sum,
  name: "p",
  sentence: "",
  remark: "",
  result: cell("p", ["5", "6"], { hue: "first" }),
  relation: "=",
  parts: [
    cell(
      "A",
      ["1\u2007\u20072", "3  14"].map((text) => text.replace("\u2007\u2007", "  \u2007")),
      { isWhole: true },
    ),
    cell("b", ["1", "2"], { isWhole: true }),
    sign("·"),
    cell("c", ["7"]),
  ],
  marks: [],
};
const place: WorkedLine = {
  ...sum,
  name: "g",
  remark: "",
  labels: [""],
  result: cell("g_{2}", ["4"]),
  parts: [sign("∇L(", "near "), cell("w_{1}", ["2"]), sign(")", "")],
  marks: [],
};
const silent: WorkedLine = {
  ...sum,
  name: "S",
  sentence: "Kept",
  remark: "",
  result: cell("S", []),
  parts: [cell("s", [])],
  marks: [],
};
const whole: WorkedSpecification = {
  format: 1,
  kind: "worked",
  t: 2,
  title: "<Mine>",
  setting: "on x, λ_{0} = 1",
  lines: [place, sum, product, silent],
  remarks: ["ε_{1} is small"],
};

describe("the text of a worked step", () => {
  test("has a row for each coordinate, or one of whole vectors and matrices, or none", () => {
    expect(workedText(whole)).toBe(
      [
        "step 2: <Mine> on x, λ_0 = 1",
        "  g_2 = ∇L(w_1)  (A sum)",
        "      4 near 2",
        "  m_2 = a + b_1  (A sum; as t > 1)",
        "      x: 3 ≈ 2 + 1",
        "      y_1: −1 ≈ 2 + (−3)",
        "  p = Ab·c",
        "      5 = [[1, 2], [3, 14]][1, 2]·7",
        "  S = s  (Kept)",
        "  ε_1 is small",
      ].join("\n"),
    );
    expect(lineText({ ...place, parts: [sign("∇L(", "at "), ...place.parts.slice(1)] })).toContain("4 at 2");
  });

  test("sets a negative number beside whole vectors in parentheses, after a sign and under a power", () => {
    const [A, b, , c] = product.parts as [LinePart, LinePart, LinePart, Cell];
    const beside = (...parts: LinePart[]): string =>
      lineText({ ...product, parts })
        .split(" = ")
        .at(-1)!;
    const minus = { ...c, texts: ["−7"] };
    expect(beside(A, b, sign(" · "), minus)).toBe("[[1, 2], [3, 14]][1, 2] · (−7)");
    expect(beside(minus, sign("²"), b)).toBe("(−7)²[1, 2]");
    expect(beside(minus, sign(" · "), b)).toBe("−7 · [1, 2]");
  });

  test.each<[string, string | undefined, string | undefined, string]>([
    ["−3", undefined, undefined, "−3"],
    ["−3", " + ", undefined, "(−3)"],
    ["−3", " − ", undefined, "(−3)"],
    ["−3", " · ", undefined, "(−3)"],
    ["−3", " / ", undefined, "(−3)"],
    ["−3", "√", undefined, "(−3)"],
    ["−3", "(", undefined, "−3"],
    ["−3", undefined, "²", "(−3)"],
    ["−3", undefined, "^", "(−3)"],
    ["3", " − ", "³", "3"],
    ["−3", undefined, "³", "(−3)"],
    ["10⁻⁸", " / ", undefined, "(10⁻⁸)"],
    ["2·10⁻⁸", " / ", undefined, "(2·10⁻⁸)"],
    ["2·10⁷", "√", undefined, "(2·10⁷)"],
    ["2·10⁻⁸", " + ", undefined, "2·10⁻⁸"],
    ["2·10⁻⁸", " · ", undefined, "2·10⁻⁸"],
    ["2·10⁻⁸", undefined, "²", "(2·10⁻⁸)"],
    ["10.5", " / ", undefined, "10.5"],
  ])("has %s after %s and before %s as %s", (text, before, after, expected) => {
    const beside = (part: string | undefined): LinePart | undefined =>
      part === undefined ? undefined : sign(part);
    expect(numberText(cell("a", [text]), 0, beside(before), beside(after))).toBe(expected);
  });

  test("has the number of its row, one for all rows, or the letter where there is none", () => {
    expect([0, 1].map((i) => numberText(cell("a", ["1", "2"]), i))).toEqual(["1", "2"]);
    expect([0, 1].map((i) => numberText(cell("a", ["1"]), i))).toEqual(["1", "1"]);
    expect(numberText(cell("a", []), 0)).toBe("a");
    expect(numberText(cell("a", ["−2"]), 0, cell("b", ["1"]))).toBe("−2");
    expect(lettersText("m̂_{6}^{max}")).toBe("m̂_6^max");
  });
});

describe("the HTML of a worked step", () => {
  const html = workedHtml(whole);
  const row = (name: string): string => new RegExp(`data-line="${name}".*?</table>`).exec(html)![0];
  const cellsOf = (part: string): string[] =>
    [...part.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/g)].map(([, text]) => text!);

  test("escapes what was written, and says for readers what it is", () => {
    expect(html).toContain("<strong>&lt;Mine&gt;</strong>");
    expect(html).toContain('aria-label="Step 2 of &lt;Mine&gt; in numbers"');
    expect(html).toContain('<table aria-label="step 2: A sum, m_2">');
    expect(html).toContain("<b>1</b> first &amp; best");
    expect(html).toContain('<p class="w-besides"><i>ε</i><sub>1</sub> is small</p>');
    expect(html).toContain('style="--label:2.7ch;--result:6ch"');
    expect(html).not.toContain("<svg");
    expect(workedHtml({ ...whole, look: momentum.look! })).toContain("<svg");
    const odd = {
      ...sum,
      name: '"<b>',
      sentence: "a < b",
      result: cell("m", ["<1>", "2"]),
      labels: ["<x>", "y"],
    };
    const escaped = workedHtml({ ...whole, lines: [odd] });
    for (const text of [
      'data-line="&quot;&lt;b&gt;"',
      "<span>a &lt; b</span>",
      "&lt;1&gt;",
      "&lt;<i>x</i>&gt;",
    ])
      expect(escaped).toContain(text);
  });

  test("has letters above, numbers under them, and the arrows below", () => {
    const [head, ...rows] = row("m").split("<tr>").slice(1);
    expect(cellsOf(head!)).toEqual([
      "",
      "<i>m</i><sub>2</sub>",
      "=",
      "<i>a</i>",
      "+",
      "<i>b</i><sub>1</sub>",
    ]);
    expect(rows.map(cellsOf)).toEqual([
      ["<i>x</i>", "3", "≈", "2", "+", "1"],
      ["<i>y</i><sub>1</sub>", "−1", "≈", "2", "+", "(−3)"],
      ["", "<b>2</b> new", "", "", "<b>1</b> first &amp; best"],
    ]);
    expect(row("m")).toContain('<td class="w-mark w-own w-velocity">');
    expect(row("m")).toContain('<td class="w-mark w-jump" colspan="2">');
    expect(row("m")).toContain('<td class="w-sign w-between">+</td>');
    expect(row("m")).toContain('<td class="w-number w-slope w-bracketed">(−3)</td>');
    expect(row("m")).toContain('<td class="w-number w-slope">1</td>');
    expect(row("m")).toContain('<p class="w-says"><span>A sum</span> <span>as <i>t</i> &gt; 1</span></p>');
  });

  test("sets whole vectors and matrices in brackets, and what is said once beside all rows", () => {
    const [, first, second] = row("p").split("<tr>").slice(1);
    expect(cellsOf(first!)).toEqual(["<i>x</i>", "5", "=", "1  \u20072", "1", "·", "7"]);
    expect(cellsOf(second!)).toEqual(["<i>y</i><sub>1</sub>", "6", "3  14", "2"]);
    expect(first).toContain('<td class="w-number w-plain w-whole w-top">1</td>');
    expect(second).toContain('<td class="w-number w-plain w-whole w-bottom">2</td>');
    expect(first).toContain('<td class="w-sign" rowspan="2">·</td>');
    expect(first).toContain('<td class="w-number w-plain" rowspan="2">7</td>');
    expect(row("p")).not.toContain("<tfoot>");
  });

  test("has a place without a sign before it, and no numbers where there are none", () => {
    expect(cellsOf(row("g").split("<tr>")[2]!)).toEqual(["", "4", "", "near", "2", ""]);
    expect(row("S")).not.toContain("<tbody>");
  });

  test.each([
    ["a", "<i>a</i>"],
    ["ab", "ab"],
    ["m̂_{6}", "<i>m̂</i><sub>6</sub>"],
    ["v^{max}_{t}", "<i>v</i><sup>max</sup><sub><i>t</i></sub>"],
    ["a < b", "<i>a</i> &lt; <i>b</i>"],
    ["Newton's x", "Newton's <i>x</i>"],
    ["2·x", "2·<i>x</i>"],
  ])("%s is set as %s", (letters, expected) => {
    expect(lettersHtml(letters).replaceAll("&#39;", "'")).toBe(expected);
  });
});

describe("readWorked(data)", () => {
  const line = (change: object): unknown => ({ ...whole, lines: [{ ...sum, ...change }] });
  const many = <T>(count: number, one: T): T[] => new Array<T>(count).fill(one);

  test("gives a step back as it was, with a look, and without what does not belong", () => {
    const looked = { ...whole, look: momentum.look! };
    expect(readWorked(JSON.parse(JSON.stringify(looked)))).toEqual(looked);
    expect(readWorked({ ...whole, script: "x" })).toEqual(whole);
    expect(readWorked(line({ script: "x" }))).toEqual(line({}));
    expect(readWorked(line({ isByPencil: "yes" })).lines[0]!.isByPencil).toBe(false);
    expect(
      readWorked(line({ result: cell("m", ["1"], { isWhole: 1 as never }) })).lines[0]!.result.isWhole,
    ).toBe(false);
    const large = { ...whole, lines: many(100, sum), remarks: many(100, "x".repeat(10_000)) };
    expect(readWorked(large).lines).toHaveLength(100);
    expect(readWorked(line({ parts: many(1000, sign("+")) })).lines[0]!.parts).toHaveLength(1000);
  });

  test.each<[string, unknown]>([
    ["nothing", null],
    ["a figure", { ...whole, kind: "figure" }],
    ["another format", { ...whole, format: 2 }],
    ["half a step", { ...whole, t: 1.5 }],
    ["a title that is none", { ...whole, title: null }],
    ["a setting too long", { ...whole, setting: "x".repeat(10_001) }],
    ["lines as text", { ...whole, lines: "m" }],
    ["too many lines", { ...whole, lines: many(101, sum) }],
    ["too many remarks", { ...whole, remarks: many(101, "x") }],
    ["a remark that is none", { ...whole, remarks: [1] }],
    ["another relation", line({ relation: "<" })],
    ["a name that is none", line({ name: 1 })],
    ["a sentence that is none", line({ sentence: undefined })],
    ["labels that are none", line({ labels: [1] })],
    ["too many labels", line({ labels: many(101, "x") })],
    ["too many parts", line({ parts: many(1001, sign("+")) })],
    ["a sign that is none", line({ parts: [{ kind: "sign", text: "+" }] })],
    ["a hue that is none", line({ parts: [cell("a", ["1"], { hue: "red" as never })] })],
    ["a result of a strange hue", line({ result: cell("a", ["1"], { hue: "red" as never }) })],
    ["numbers for texts", line({ result: cell("a", [1] as never) })],
    ["too many texts", line({ result: cell("a", many(101, "1")) })],
    ["a mark of half a number", line({ marks: [{ number: 0.5, name: "a", hue: "jump" }] })],
    ["a mark of a strange hue", line({ marks: [{ number: 1, name: "a", hue: "red" }] })],
    ["a mark without a name", line({ marks: [{ number: 1, hue: "jump" }] })],
    ["a mark before the row", line({ marks: [{ number: 1, name: "a", hue: "jump", span: [-1, 1] }] })],
    ["a mark beyond the row", line({ marks: [{ number: 1, name: "a", hue: "jump", span: [0, 4] }] })],
    ["a mark of nothing", line({ marks: [{ number: 1, name: "a", hue: "jump", span: [1, 1] }] })],
    ["a mark of half a part", line({ marks: [{ number: 1, name: "a", hue: "jump", span: [0, 1.5] }] })],
    ["a mark of three ends", line({ marks: [{ number: 1, name: "a", hue: "jump", span: [0, 1, 2] }] })],
  ])("refuses %s", (_title, data) => {
    expect(() => readWorked(data)).toThrow(InputError);
    expect(() => readWorked(data)).toThrow("this is no worked step of format 1; run its cell again");
  });

  test("refuses a look that can't be drawn, and knows what a worked step is", () => {
    expect(() => readWorked({ ...whole, look: { ...momentum.look!, color: "red" } })).toThrow(
      "color must be a colour",
    );
    expect([isWorked(whole), isWorked({ kind: "figure" }), isWorked(null), isWorked(undefined)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
