import { describe, expect, test } from "vitest";
import { adam, dampedNewton, defineRule, nesterov } from "fall-line";
import { equationsText, sourceText } from "../../src/rules/text.ts";

describe("equationsText(rule)", () => {
  test("says where the gradient is taken", () => {
    expect(equationsText(nesterov)).toEqual([
      "g = gradient at w + alpha*m",
      "m = alpha*m - lambda*g",
      "w = w + m",
    ]);
  });

  test("names the Hessian where a rule takes one", () => {
    expect(equationsText(dampedNewton).slice(0, 3)).toEqual([
      "g = gradient at w",
      "H = Hessian at w",
      "curvature = eigmin(H)",
    ]);
  });
});

test("equationsText(rule) has the place of the gradient for the Hessian too", () => {
  const rule = defineRule({
    id: "ahead",
    title: "Ahead",
    gradientAt: "w/2",
    equations: { p: "solve(H, g)", w: "w - p" },
  });
  expect(equationsText(rule)).toEqual([
    "g = gradient at w/2",
    "H = Hessian at w/2",
    "p = solve(H, g)",
    "w = w - p",
  ]);
});

describe("sourceText(source)", () => {
  test("gives authors, year, place and slide", () => {
    expect(sourceText(adam.source!)).toBe("Kingma and Ba 2015, algorithm 1; slide 20");
  });

  test("gives the key where the bibliography has none", () => {
    expect(sourceText({ key: "my notebook", where: "page 3" })).toBe(
      "my notebook (not in the bibliography), page 3",
    );
    expect(sourceText({ key: "toString", where: "page 3", slide: 2 })).toBe(
      "toString (not in the bibliography), page 3; slide 2",
    );
    expect(sourceText({ key: "kingma2051", where: "algorithm 1" })).toBe(
      "kingma2051 (not in the bibliography; did you mean kingma2015?), algorithm 1",
    );
  });
});
