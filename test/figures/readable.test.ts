import { expect, test } from "vitest";
import { rules } from "fall-line";
import { contrastOf, readable } from "../../src/figures/readable.ts";
import { TOKENS } from "../../src/tokens.ts";
import { contrast } from "./contrast.ts";

test("contrastOf agrees with the WCAG's own examples", () => {
  expect(contrastOf("#000000", "#ffffff")).toBeCloseTo(21, 6);
  expect(contrastOf("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
});

test("every rule's text is readable on paper and on raised ground, light and dark", () => {
  for (const { look } of rules) {
    const twins = [readable(look!.color, TOKENS.raised[0]), readable(look!.dark, TOKENS.raised[1])];
    for (const [k, twin] of twins.entries())
      for (const ground of [TOKENS.paper[k]!, TOKENS.raised[k]!])
        expect(contrast(twin, ground), `${twin} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  }
});

test("a colour that can be read already stays", () => {
  expect(readable("#23262b", "#fffefb")).toBe("#23262b");
});

test("text, links and warnings are readable on their grounds, edges of controls seen", () => {
  const on = (text: keyof typeof TOKENS, ground: keyof typeof TOKENS): number[] =>
    [0, 1].map((k) => contrast(TOKENS[text][k]!, TOKENS[ground][k]!));
  for (const ground of ["paper", "raised"] as const)
    for (const text of ["ink", "soft", "link"] as const)
      expect(Math.min(...on(text, ground)), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  expect(Math.min(...on("problem", "problem-ground"))).toBeGreaterThanOrEqual(4.5);
  expect(Math.min(...on("soft", "problem-ground"))).toBeGreaterThanOrEqual(4.5);
  expect(Math.min(...on("right", "right-ground"))).toBeGreaterThanOrEqual(4.5);
  expect(Math.min(...on("edge", "paper"))).toBeGreaterThanOrEqual(3);
});
