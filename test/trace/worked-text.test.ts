import { describe, expect, test } from "vitest";
import { adam, descend, InputError, momentum, nesterov, newton, objective, radam, ravine } from "fall-line";
import { lettersHtml, workedHtml } from "../../src/trace/worked/html.ts";
import type { Cell, Part, WorkedLine } from "../../src/trace/worked/line.ts";
import { isWorked, readWorked, type WorkedSpecification } from "../../src/trace/worked/specification.ts";
import { lettersText, lineText, numberText, workedText } from "../../src/trace/worked/text.ts";

const sign = (text: string, below = text): Part => ({ kind: "sign", text, below });
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
    const beside = (part: string | undefined): Part | undefined =>
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
    expect(html).toContain('style="--result:2ch;--label:3ch"');
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

describe("beside the rows", () => {
  test("a place is named as one speaks of it, and settings stand in order", () => {
    const said = (on: Parameters<typeof descend>[0]) =>
      descend(on, momentum, { start: [1, 1], steps: 1, hyper: { lambda: 0.125 } }).worked(1).specification
        .setting;
    expect(said(ravine)).toBe("on the ravine, λ = 0.125, α = 0.9");
    expect(said("x^2 + y^2")).toBe("on x^2 + y^2, λ = 0.125, α = 0.9");
    expect(said(objective("x^2 + y^2", { name: "Beale" }))).toBe("on Beale, λ = 0.125, α = 0.9");
  });

  test.each<[number, number | undefined, string | undefined]>([
    [6, undefined, undefined],
    [7, undefined, "1 coordinate more, computed in the same way."],
    [9, undefined, "3 coordinates more, computed in the same way."],
    [9, 8, undefined],
  ])("of %i coordinates, with %s asked for, it is said what is left out", (n, coordinate, remark) => {
    const on = objective(Array.from({ length: n }, (_, i) => `a${i}^2`).join(" + "));
    const path = descend(on, momentum, { start: new Array<number>(n).fill(1), steps: 1 });
    const { remarks, lines } = path.worked(1, coordinate === undefined ? {} : { coordinate }).specification;
    expect(remarks).toEqual(remark === undefined ? [] : [remark]);
    expect(lines[1]!.labels).toEqual(
      coordinate === undefined ? Array.from({ length: Math.min(n, 6) }, (_, i) => `a${i}`) : ["a8"],
    );
  });

  test("coordinates without a name have numbers, and a function's row is not by pencil", () => {
    const mine = {
      value: ([x, y]: Float64Array) => x! ** 2 + y! ** 2,
      gradient: ([x, y]: Float64Array) => [2 * x!, 2 * y!],
    };
    const [g, m] = descend(mine, momentum, { start: [1, 2], steps: 1 }).worked(1).lines;
    expect([g!.labels, g!.isByPencil, m!.isByPencil]).toEqual([["w_{1}", "w_{2}"], false, true]);
    expect(lineText(g!)).toContain("w_1: 2 at 1");
  });

  test("a matrix of more than six rows is not shown in numbers", () => {
    const on = objective(Array.from({ length: 7 }, (_, i) => `a${i}^2`).join(" + "));
    const path = descend(on, newton, { start: new Array<number>(7).fill(1), steps: 1, record: "all" });
    const [, H] = path.worked(1).lines;
    expect([H!.name, H!.result.texts]).toEqual(["H", []]);
    expect(lineText(descend(ravine, newton, { steps: 1 }).worked(1).lines[1]!)).toBe(
      "  H_1 = ∇²L(w_0)  (The curvature here)\n      x: 0.1  0.0 at −8.0\n      y: 0.0  2.0 at 1.5",
    );
  });

  test("what was chosen and is too small to show is said, unless it is 0 or stands in a row", () => {
    const remarks = (epsilon: number): readonly string[] =>
      descend("x^2 + y^2", adam, { start: [1, 2], steps: 2, hyper: { epsilon } }).worked(2).specification
        .remarks;
    expect(remarks(1e-8)).toEqual(["ε = 10⁻⁸ is too small to show."]);
    expect(remarks(0)).toEqual([]);
    const rate = descend("x^2", momentum, { start: [1], steps: 1, hyper: { lambda: 1e-5 } }).worked(
      1,
    ).specification;
    expect([rate.remarks, rate.setting]).toEqual([[], "on x^2, λ = 10⁻⁵, α = 0.9"]);
  });

  test("what stands in the case that does not hold is not too small, but a setting as others", () => {
    const of = (t: number) => descend("x^2", radam, { start: [1], steps: 8 }).worked(t).specification;
    expect([of(2).remarks, of(2).setting]).toEqual([[], expect.stringContaining(", ε = 10⁻⁸")]);
    expect([of(8).remarks, of(8).setting]).toEqual([
      ["ε = 10⁻⁸ is too small to show."],
      expect.not.stringContaining("ε"),
    ]);
  });

  test("a look ahead is at a place of its own", () => {
    const [g] = descend(ravine, nesterov, { start: [-8, 1.5], steps: 2, hyper: { lambda: 0.1 } }).worked(
      2,
    ).lines;
    expect(lineText(g!)).toMatch(
      /^ {2}g_2 = ∇L\(w_1 \+ α·m_1\) {2}\(The slope where the jump lands\)\n {6}x: −0\.7848 at −7\.848/,
    );
  });
});
