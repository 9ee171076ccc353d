import { expect, test } from "vitest";
import { defineRule, hyper } from "fall-line";
import { letterOf } from "../../src/rules/letters.ts";

const letter = (tex: string, index?: string): string =>
  letterOf(
    defineRule({
      id: "lettered",
      title: "Lettered",
      hyperparameters: { rho: hyper.positive({ tex, default: 1, meaning: "a rate" }) },
      equations: { w: "w - rho*g" },
    }),
    "rho",
    index,
  );

test.each([
  ["\\gamma", "γ"],
  ["\\Gamma", "Γ"],
  ["\\varepsilon", "ε"],
  ["\\hat{m}", "m\u0302"],
  ["\\bar\\beta", "β\u0304"],
  ["\\mathrm{lr}", "lr"],
  ["\\alpha_1", "α_{1}"],
  ["v^{\\max}", "v^{max}"],
  ["w'", "w′"],
])("%s is read as %s", (tex, text) => {
  expect(letter(tex)).toBe(text);
});

test("an index stands below, beside one that a letter has of its own", () => {
  expect(letter("\\gamma", "6")).toBe("γ_{6}");
  expect(letter("\\alpha_1", "6")).toBe("α_{1,6}");
  expect(letter("\\alpha_1^2", "6")).toBe("α_{1,6}^{2}");
});

test("more than a letter is named by its name", () => {
  expect(letter("\\frac{1}{2}")).toBe("ρ");
});
