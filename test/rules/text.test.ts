import { describe, expect, test } from "vitest";
import { adam, dampedNewton, nesterov } from "fall-line";
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

describe("sourceText(source)", () => {
  test("gives authors, year, place and slide", () => {
    expect(sourceText(adam.source!)).toBe("Kingma and Ba 2015, algorithm 1; slide 20");
  });

  test("gives the key where the bibliography has none", () => {
    expect(sourceText({ key: "my notebook", where: "page 3" })).toBe("my notebook, page 3");
  });
});
