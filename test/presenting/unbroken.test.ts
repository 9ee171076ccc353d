import { expect, test } from "vitest";
import { slideFormula, unbroken } from "../../src/presenting/unbroken.ts";

/** What of a formula is seen, in pieces between which it may break. */
function pieces(tex: string): string[] {
  const shown = slideFormula(tex, false).split('aria-hidden="true">')[1]!;
  const kept = shown.replace(/<span class="unbroken">(?:<span class="base">)?/g, "|");
  const parts = kept.split(/\||(?<=^[^|]*)<span class="base">/);
  return parts.slice(1).map((piece) => piece.replace(/<[^>]*>|\u200b/g, ""));
}

test.each([
  ["a short one breaks nowhere", "Q = h_n/h_1", ["Q=hn/h1"]],
  ["a longer one before its relations", "\\lambda (h_1 + h_n + h_2) \\le 1 - \\alpha - \\beta = c", ["λ(h1+hn+h2)", "≤1−α−β", "=c"]],
  ["one that is wider than a column at its operators too", "a + bcdefghijklm + nopqrstuvwxyz", ["a+", "bcdefghijklm+", "nopqrstuvwxyz"]],
])("of formulas %s", (_, tex, all) => {
  expect(pieces(tex)).toEqual(all);
}); // prettier-ignore

test("a formula by itself is left as it is", () => {
  expect(slideFormula("a = b + c + d + e + f + g + h", true)).not.toContain("unbroken");
});

test.each([
  ["λ = 0.3 and x < y", "λ\u00a0=\u00a00.3 and x\u00a0<\u00a0y"],
  ["about 0.34 ± 0.04 here", "about 0.34\u00a0±\u00a00.04 here"],
  ["at (1, −2) or (√Q + 1)", "at (1,\u00a0−2) or (√Q\u00a0+\u00a01)"],
  ["(in more words than that)", "(in more words than that)"],
  ["velocity = alpha", "velocity =\u00a0alpha"],
  ["aaaaaaaaaa + bbbbbbbbbb + cccccccccc", "aaaaaaaaaa + bbbbbbbbbb + cccccccccc"],
])("in plain letters %s", (text, shown) => {
  expect(unbroken(text)).toBe(shown);
});
