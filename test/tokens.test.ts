import { describe, expect, test } from "vitest";
import { isExplorer } from "../src/mime.ts";
import { colourRules, schemeRules, TOKENS, tokenRules } from "../src/tokens.ts";
import { contrast } from "./figures/contrast.ts";

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
    /^--paper: [^]*--gold: light-dark\(#b08600, #f0c419\);\n--serif: "Raised Digits", "Source Serif[^]*--mono: ui-mono[^]*;$/,
  );
  expect(schemeRules(".a")).toContain('[data-jp-theme-light="false"] .a { color-scheme: dark; }');
  expect(schemeRules(".a")).toContain("@media print { .a.a { color-scheme: light !important; } }");
});

/** Pairs that stand on one another: WCAG 2.1 wants 4.5 for text, 3 for lines that mean something. */
const PAIRS = [
  ["ink", ["paper", "raised", "sunken", "right-ground", "problem-ground", "note-ground"], 7],
  ["soft", ["paper", "raised"], 4.5],
  ["link", ["paper", "raised", "note-ground"], 4.5],
  ["right", ["paper", "right-ground"], 4.5],
  ["problem", ["paper", "problem-ground"], 4.5],
  ["edge", ["paper", "raised"], 3],
  ["gold", ["paper"], 3],
] as const;

test("what is right has no hue, so that no green or red of a rule says it", () => {
  const hueless = (colour: string): boolean => {
    const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
    return Math.max(...parts) - Math.min(...parts) < 16;
  };
  expect([...TOKENS.right, ...TOKENS["right-ground"]].filter((colour) => !hueless(colour))).toEqual([]);
  expect(hueless(TOKENS.link[0])).toBe(false);
});

describe.each([
  ["a light page", 0],
  ["a dark page", 1],
] as const)("on %s", (_page, scheme) => {
  test.each(PAIRS)("%s is read on %j with a contrast of %d", (name, grounds, least) => {
    for (const ground of grounds)
      expect(contrast(TOKENS[name][scheme], TOKENS[ground][scheme]), ground).toBeGreaterThanOrEqual(least);
  });

  test("grounds are near the paper, and ink is dark on light and light on dark", () => {
    for (const ground of ["raised", "sunken", "right-ground", "problem-ground", "note-ground"] as const)
      expect(contrast(TOKENS[ground][scheme], TOKENS.paper[scheme]), ground).toBeLessThan(1.5);
    expect(contrast(TOKENS.ink[scheme], ["#000000", "#ffffff"][scheme]!)).toBeLessThan(2);
  });
});
