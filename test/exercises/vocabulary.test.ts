import { describe, expect, test } from "vitest";
import { adam, gradientDescent, momentum, newton, type Rule } from "fall-line";
import { wordsFor } from "../../src/exercises/explain/vocabulary.ts";
import { linesOf } from "../../src/exercises/search/lines.ts";
import { show } from "../../src/exercises/search/tree.ts";

const words = (rule: Rule, source: string, line = "w") =>
  wordsFor(rule, source, line, line === "w" ? linesOf(rule).w : linesOf(rule).states.get(line)!);

describe("what may stand in a line", () => {
  test("is the place, the slope, the states and the numbers; in that of w the old states too", () => {
    expect(words(momentum, "", "m").names).toEqual(["w", "g", "m", "lambda", "alpha"]);
    expect(words(momentum, "").names).toEqual(["w", "g", "m", "mOld", "lambda", "alpha"]);
    expect(words(momentum, "").numbers).toEqual(["lambda", "alpha"]);
  });

  test.each<[string, readonly string[]]>([
    ["t - 1", ["t"]],
    ["start", []],
    ["w.length", ["n"]],
    ["w.map((x, i) => x * i)", ["i"]],
    ["w.map((x, i) => x * (t + i))", ["t", "i"]],
    ["for (let i = 0; ;) m[i] = (w - i)", ["i"]],
    ["w.map((x) => (2 * x))", []],
    ["w.map((x, i) => m[i])", []],
    ["w.map((x, i) => m[i - 1])", ["i"]],
    ["w.map((x, i) => m[k + i])", ["i"]],
  ])("is, where the text has %j, besides: %j", (source, more) => {
    expect(words(gradientDescent, source).names.slice(3)).toEqual(more);
  });

  test("is the number of the step where the rule has it, whatever the text", () => {
    expect(words(adam, "", "m").names).toContain("t");
  });

  test("is what is read off the Hessian where the rule solves with it", () => {
    expect(words(newton, "").names).toEqual(
      expect.arrayContaining(["curvature", "determinant", "rowInverse"]),
    );
    expect(words(adam, "").names).not.toContain("curvature");
    const says = (rule: Rule): string[] => words(rule, "").conditions!.map((one) => one.says);
    expect(says(newton)).toContain("where H has a 0 on its diagonal");
    expect(says(momentum)).not.toContain("where H has a 0 on its diagonal");
  });

  test("are the numbers of the text, and 2, a half and 3, each once", () => {
    expect(words(momentum, "w * 7 + 3").constants).toEqual([7, 3, 2, 0.5]);
    expect(words(momentum, "").constants).toEqual([2, 0.5, 3]);
  });

  test("are the operations of the text", () => {
    const { actions, operators } = words(momentum, "Math.max(w) % 2 ^ 3");
    expect(actions).toEqual(expect.arrayContaining(["clip", "xor"]));
    expect(operators).toEqual(["max", "remainder"]);
  });

  test("are slopes elsewhere where the text takes one: ahead, behind, at a state, and where the line leads", () => {
    expect(words(momentum, "").places).toEqual([]);
    expect(words(momentum, "gradients").places).toEqual([]);
    expect(words(momentum, "gradient(w)", "m").places!.map(show)).toEqual([
      "w",
      ...["m", "λ·m", "α·m"].flatMap((way) => [`w + ${way}`, `w − ${way}`]),
      ...["m", "λ·m", "α·m"],
      "w − λ·g",
      "w − α·g",
      "w + (α·m − λ·g)",
    ]);
    const ofW = words(momentum, "gradient(w)").places!.map(show);
    expect(ofW).toEqual(expect.arrayContaining(["w + α·(old m)", "w + m"]));
    expect(ofW.at(-1)).toBe("w + m");
    expect(ofW).toHaveLength(1 + 6 * 2 + 6 + 2 + 1);
  });

  test("is where the step of w is long, for the line of w alone", () => {
    const long = (line: string): boolean =>
      words(momentum, "if (x > 4)", line).conditions!.some(({ says }) => says === "where the length of the step is above 4"); // prettier-ignore
    expect([long("w"), long("m")]).toEqual([true, false]);
  });
});
