import { expect, test } from "vitest";
import { formulaLookup } from "../../src/notebook/formula-lookup.ts";
import { fillFormulas } from "../../src/notebook/formulas.ts";
import { objective } from "../../src/objectives/objective.ts";
import { momentum } from "../../src/rules/index.ts";

const lookup = formulaLookup({ momentum, ravine: objective("0.05*x^2 + y^2"), version: "1" });

test("a rule's name stands for all its lines, the gradient first", () => {
  const tex = lookup("momentum");
  expect(tex).toMatch(
    /^\\begin\{aligned\} g_\{t\} &= .* \\\\ m_\{t\} &= .* \\\\ w_\{t\} &= .* \\end\{aligned\}$/,
  );
});

test("rule.line stands for that line", () => {
  expect(lookup("momentum.m")).toBe("m_{t} = \\alpha \\, m_{t-1} - \\lambda \\, g_{t}");
});

test("a surface's name stands for its formula", () => {
  expect(lookup("ravine")).toBe("0.05 \\, x^{2} + y^{2}");
});

test("an expression is set in the rules' notation", () => {
  expect(lookup("lambda*g/(1 - alpha)")).toBe("\\frac{\\lambda \\, g}{1 - \\alpha}");
});

test.each(["momentun", "momentum.v", "version", "ravine.m"])("%s names nothing", (name) => {
  expect(lookup(name)).toBeUndefined();
});

test("fillFormulas(prose, lookup) fills every placeholder and refuses other ones", () => {
  expect(fillFormulas("$ {{tex ravine}} $ and ${{ tex ravine }}$", lookup)).toBe(
    "$ 0.05 \\, x^{2} + y^{2} $ and $0.05 \\, x^{2} + y^{2}$",
  );
  expect(() => fillFormulas("{{number 3}}", lookup)).toThrow(
    /{{number 3}} still stands there: write what belongs there, or {{tex momentum\.m}}/,
  );
  expect(fillFormulas("See {{cite goh2017}}.", lookup)).toBe(
    "See Goh 2017, [*Why Momentum Really Works*](https://doi.org/10.23915/distill.00006).",
  );
  expect(() => fillFormulas("{{cite goh2071}}", lookup)).toThrow(
    '{{cite goh2071}}: the bibliography has no "goh2071"; did you mean goh2017?',
  );
});
