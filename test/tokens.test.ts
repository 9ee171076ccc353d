import { expect, test } from "vitest";
import { isExplorer } from "../src/mime.ts";
import { colourRules, schemeRules, tokenRules } from "../src/tokens.ts";

test("an explorer is known by its specification", () => {
  expect([{ kind: "explorer" }, { kind: "race" }, {}, null, undefined].map(isExplorer)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});

test("colours and typefaces are variables, each of a light page and of a dark one", () => {
  expect(colourRules(["ink", "paper"])).toBe(
    "--ink: light-dark(#23262b, #e4e3de);\n--paper: light-dark(#fffefb, #15181c);",
  );
  expect(tokenRules()).toMatch(
    /^--paper: [^]*--gold: light-dark\(#b08600, #f0c419\);\n--serif: "Source Serif[^]*--mono: ui-mono[^]*;$/,
  );
  expect(schemeRules(".a")).toContain('[data-jp-theme-light="false"] .a { color-scheme: dark; }');
  expect(schemeRules(".a")).toContain("@media print { .a.a { color-scheme: light !important; } }");
});
