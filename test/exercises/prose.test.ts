import { describe, expect, test } from "vitest";
import { lessonExercises, prose } from "fall-line";
import { proseHtml, proseText } from "../../src/exercises/prose.ts";
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
  ])("%s", (tex, words) => {
    expect(texInWords(tex)).toBe(words);
  });
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
