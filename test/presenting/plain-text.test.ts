import { expect, test } from "vitest";
import { plainToHtml } from "../../src/presenting/plain-text.ts";

test.each([
  ["x·0.8^5", "x·0.8<sup>5</sup>"],
  ["λ·e^(−k·(t − 1) / 2)", "λ·e<sup>−k·(t\u00a0−\u00a01) / 2</sup>"],
  ["2^0.5 and 10^−3.", "2<sup>0.5</sup> and 10<sup>−3</sup>."],
  ["from h1 to hn, and β2", "from h₁ to hₙ, and β₂"],
  ["in 1e9, beta1 on an L10", "in 1e9, beta1 on an L10"],
  ["a < b & c", "a\u00a0&lt;\u00a0b &amp; c"],
  ["What does slope(3) give?", "What does <code>slope(3)</code> give?"],
  ["f(x) is exp(x) and let be const", "f(x) is exp(x) and let be const"],
  ["To let the ball roll on; then to stop it.", "To let the ball roll on; then to stop it."],
  [
    "It reads const a = () => { 2 * b; }; c(a); What does it show?",
    'It reads <code class="statements">const a = () =&gt; { 2 * b; }; c(a);</code> What does it show?',
  ],
])("plain text %j is set", (text, html) => {
  expect(plainToHtml(text)).toBe(html);
});
