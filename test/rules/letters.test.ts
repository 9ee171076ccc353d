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
  ["\\tilde{x}", "x\u0303"],
  ["\\dot{x}", "x\u0307"],
  ["\\bar{x}y", "x\u0304y"],
  ["\\alpha b", "αb"],
  ["\\ell", "ℓ"],
  ["\\rho_\\infty", "ρ_{∞}"],
  ["x_{\\min}", "x_{min}"],
  ["x_{ab}^{2}", "x_{ab}^{2}"],
  ["\\text{max}", "max"],
  ["\\operatorname{lr}", "lr"],
  ["\\hat{\\theta}_1", "θ\u0302_{1}"],
  ["{ab}c", "abc"],
])("%s is read as %s", (tex, text) => {
  expect(letter(tex)).toBe(text);
});

test("an index stands below, beside one that a letter has of its own", () => {
  expect(letter("\\gamma", "6")).toBe("γ_{6}");
  expect(letter("\\alpha_1", "6")).toBe("α_{1,6}");
  expect(letter("\\alpha_1^2", "6")).toBe("α_{1,6}^{2}");
});

test.each(["\\frac{1}{2}", "x_{\\frac{1}{2}}", "a{b", "a}b", "a{", "x^\\top", "\\toString", "{a\\sqrt}"])(
  "more than a letter is named by its name: %s",
  (tex) => {
    expect(letter(tex)).toBe("ρ");
    expect(letter(tex, "6")).toBe("ρ_{6}");
  },
);
