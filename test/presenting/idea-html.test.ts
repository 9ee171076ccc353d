import { describe, expect, test } from "vitest";
import { ideaToHtml } from "../../src/presenting/idea-html.ts";

/** What an idea names above its lines and below them, and its lines, with what each computes. */
function ideaOf(idea: string) {
  const html = ideaToHtml(idea);
  const [above = "", rows = "", below = ""] = html.split(
    /<div class="formula-rows">|<div class="names below">/,
  );
  const names = (part: string): string[] =>
    Array.from(part.matchAll(/data-part="part-(\w+)"/g), ([, name]) => name!);
  const lines = Array.from(rows.matchAll(/data-line="(\w+)"/g), ([, name]) => name!);
  const says = Array.from(rows.matchAll(/<p class="says">([^<]*)<\/p>/g), ([, said]) => said!);
  return { above: names(above), lines, says, below: names(below) };
}

/** The words at the name of a part. */
const wordsAt = (idea: string, part: string): string =>
  new RegExp(`data-part="part-${part}"><b>.*?</b> <span>([^<]*)</span>`).exec(ideaToHtml(idea))![1]!;

describe("an idea", () => {
  test("names what is in its first line above it, what is in its last below it, and each once", () => {
    expect(ideaOf("momentum")).toEqual({
      above: ["alpha", "lambda", "g"],
      lines: ["m", "w"],
      says: ["Velocity", "Move"],
      below: ["m"],
    });
    expect(ideaOf("adagrad")).toMatchObject({
      above: ["g"],
      lines: ["kappa", "w"],
      below: ["lambda", "kappa", "epsilon"],
    });
  });

  test("of one line names all below it, and needs no words beside it", () => {
    expect(ideaOf("adam.w")).toEqual({
      above: [],
      lines: ["w"],
      says: [],
      below: ["eta", "mHat", "vHat", "epsilon"],
    });
  });

  test("of some lines shows these, and names what they have", () => {
    expect(ideaOf("newton-damped.damping,p,w")).toEqual({
      above: ["delta", "curvature"],
      lines: ["damping", "p", "w"],
      says: ["What is added to every eigenvalue", "Direction downhill", "Move"],
      below: ["length", "p"],
    });
    expect(wordsAt("newton", "H")).toBe("the Hessian, where we stand");
  });

  test("names the gradient by the place where the rule takes it", () => {
    expect(wordsAt("momentum", "g")).toBe("the gradient, where we stand");
    expect(wordsAt("nesterov", "g")).toBe("the gradient, where the jump lands");
    expect(wordsAt("momentum", "alpha")).toBe("share of the old velocity that is kept");
    expect(wordsAt("momentum", "m")).toBe("velocity");
  });

  test("gives each part the colour of what it is, in the formula and at its name", () => {
    const html = ideaToHtml("momentum");
    expect(html).toContain('<div class="name w-slope" data-part="part-g">');
    expect(html).toContain("part-g w-slope");
    expect(html).toContain('<div class="name w-velocity" data-part="part-m">');
  });

  test("of no rule, or of no line of it, says what there is", () => {
    expect(() => ideaToHtml("nobody")).toThrow(/nobody, which there is not/);
    expect(() => ideaToHtml("adam.q")).toThrow(/rule adam has no line q/);
  });
});
