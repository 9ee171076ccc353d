import { describe, expect, test } from "vitest";
import { lessonExercises, prose } from "fall-line";
import { proseBundle, proseHtml, proseText } from "../../src/exercises/prose.ts";
import { texInWords } from "../../src/exercises/tex-in-words.ts";

describe("texInWords(tex)", () => {
  test.each([
    [String.raw`\frac{\lambda g}{1 - \alpha}`, "(λ g)/(1 − α)"],
    [String.raw`\frac{2}{h}`, "2/h"],
    [String.raw`\sqrt{1-\zeta}`, "√(1−ζ)"],
    [String.raw`1.15\sqrt{Q}`, "1.15√Q"],
    [String.raw`3 \cdot 10^{23}`, "3 · 10²³"],
    [String.raw`h_1 \le h_2`, "h₁ ≤ h₂"],
    [String.raw`\hat{m}/\sqrt{\hat{v}}`, "m̂/√v̂"],
    [String.raw`30{,}000`, "30,000"],
    [String.raw`1 - e^{-k}`, "1 − e^(−k)"],
    [String.raw`10^{-6}`, "10⁻⁶"],
    [String.raw`\dfrac{a + b}{2}`, "(a + b)/2"],
    [String.raw`\tfrac{1}{n}`, "1/n"],
    [String.raw`x^2 + w_1`, "x² + w₁"],
    [String.raw`w_t`, "w_t"],
    [String.raw`w_{12} + x_{max}^{n}`, "w₁₂ + x_max^n"],
    [String.raw`w_{t - 1}`, "w_(t − 1)"],
    [String.raw`a\; b \quad c`, "a b c"],
    [String.raw`\sqrt{\frac{a}{b + 1}}`, "√(a/(b + 1))"],
    [String.raw`\left( a \right)`, "(a)"],
    [String.raw`\text{loss} \approx 2{,}000 \to\, 0`, "loss ≈ 2,000 → 0"],
    [String.raw`\epsilon, \varepsilon, \unknown`, String.raw`ε, ε, \unknown`],
  ])("%s", (tex, words) => {
    expect(texInWords(tex)).toBe(words);
  });
});

test("a quotation of several lines is one paragraph, and of a link its words are left", () => {
  const source = "> one\n> and *two*\n\nSee [the **map**](README.md) of $a<b$.";
  expect(proseText(source)).toBe("> one and two\n\nSee the map of a<b.");
  expect(proseHtml(source)).toBe(
    '<blockquote style="margin:0.4em 1.5em">one and <em>two</em></blockquote>' +
      '<p style="margin:0.4em 0">See the <strong>map</strong> of a&lt;b.</p>',
  );
  expect(proseBundle(source)).toEqual({ "text/markdown": source, "text/plain": proseText(source) });
});

test("what stands in a formula is no markup, and several formulas keep their order", () => {
  expect(proseText("$a*b$ and *$c$* and `d` and $$e*f$$")).toBe("a*b and c and d and e*f");
  expect(proseHtml("$a*b$, *$c$*, `$d$`")).toBe(
    '<p style="margin:0.4em 0">a*b, <em>c</em>, <code>d</code></p>',
  );
});

describe("prose`...`", () => {
  const explanation = prose`
    The **top speed** is
    $\lambda g/(1-\alpha)$, *not* \`g\`.

    - one
      and a half
    - $2 * 3$

    > keep this
  `;

  test("keeps backslashes, and stands at the left edge", () => {
    expect(explanation.split("\n").slice(0, 2)).toEqual([
      "The **top speed** is",
      String.raw`$\lambda g/(1-\alpha)$, *not* ${"`g`"}.`,
    ]);
  });

  test("in plain words is a line for each paragraph and item", () => {
    expect(proseText(explanation)).toBe(
      "The top speed is λ g/(1−α), not g.\n\n- one and a half\n- 2 * 3\n\n> keep this",
    );
  });

  test("as HTML needs no typesetting, and markup in it is text", () => {
    expect(proseHtml(explanation)).toBe(
      '<p style="margin:0.4em 0">The <strong>top speed</strong> is λ g/(1−α), <em>not</em> <code>g</code>.</p>' +
        "<ul><li>one and a half</li><li>2 * 3</li></ul>" +
        '<blockquote style="margin:0.4em 1.5em">keep this</blockquote>',
    );
    expect(proseHtml("<b>$a<b$")).toBe('<p style="margin:0.4em 0">&lt;b&gt;a&lt;b</p>');
  });
});

const explained = [...lessonExercises.all].flatMap(([id, exercise]) =>
  "explanation" in exercise ? [[id, exercise.explanation] as const] : [],
);

test.each(explained)("the explanation of %s reads without typesetting, and is short", (_, source) => {
  expect(proseText(source)).not.toMatch(/[\\${}]|\*\*/);
  expect(source.split(/\s+/).length).toBeLessThanOrEqual(120);
});
