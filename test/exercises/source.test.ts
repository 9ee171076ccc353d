import { describe, expect, test } from "vitest";
import {
  actionsIn,
  constantsIn,
  lineOf,
  operatorsIn,
  ownLine,
  sourceOf,
  usesIndex,
} from "../../src/exercises/run/source.ts";

describe("what is read in the text of an answer", () => {
  test("is read without its comments, on the lines on which it stands", () => {
    const answer = Object.assign(() => 1, { source: "(w) =>\n/* w % 2\n*/ w // 3 < w\n" });
    expect(sourceOf(answer)).toBe("(w) =>\n        \n   w         \n");
    expect(sourceOf("3 < w")).toBe("");
  });

  test.each([
    ["w - 0.5 * g + .25 + 3", [0.5, 0.25, 3]],
    ["1e-8 + 2E3 + x2 + beta1", [1e-8, 2000]],
    ["w[1] + 1 + 1.5e6", [1]],
    ["w - g / 3", [3]],
    ["999999 + 1000000 + 1e999", [999999]],
    ["w - 1 / 4 * g", [1, 4, 0.25]],
  ])("holds the numbers of %s, and its quotients", (text, numbers) => {
    expect(constantsIn(text)).toEqual(numbers);
  });

  test.each([
    ["w.map((x, i) => x - g[i])", false],
    ["w.map((x, i) => x - g[i + 1])", true],
    ["w.map((x, i) => x - i * g[i])", true],
    ["g.map((x, k) => (k === 0 ? x : 2 * x))", true],
    ["for (let i = 0; i < n; i++) next.push(g[i])", false],
    ["for (let i = 0; i < n; i++) next.push(g[i] / (i + 1))", true],
    ["for (const [j, x] of w.entries()) next.push(j * x)", true],
    ["w.map((x) => g[w.indexOf(x)])", true],
    ["Math.hypot(g) > bound", false],
  ])("says of %s whether it computes with an index: %s", (text, uses) => {
    expect(usesIndex(text)).toBe(uses);
  });

  test.each([
    ["w - g", []],
    ["(w) => w % 3", ["remainder"]],
    ["Math.max(w, 0)", ["max"]],
    ["Math.min(w, 0)", ["min"]],
    ["w > 1 || w", ["max", "min", "or"]],
    ["for (let i = 0; i < 3; i++) w -= g", ["loop"]],
    ["if (w) return g", ["or"]],
    ["w ?? g", ["or"]],
    ["w + '1'", ["join"]],
  ])("holds the operations with two operands of %s", (text, operations) => {
    expect(operatorsIn(text)).toEqual(operations);
  });

  test.each([
    ["Math.cbrt(w)", "cbrt"],
    ["w ** (1 / 3)", "cbrt"],
    ["Math.log(w)", "log"],
    ["Math.exp(w)", "exp"],
    ["Math.tanh(w)", "tanh"],
    ["~~w", "trunc"],
    ["w | 0", "floor"],
    ["w >> 1", "trunc"],
    ["w.toFixed(2)", "round2"],
    ["Math.hypot(...w)", "largest"],
    ["w[1]", "second"],
    ["w.at(-1)", "last"],
    ["w[i - 1]", "previous"],
    ["w[i + 1]", "next"],
    ["w ^ 2", "xor"],
    ["gradient(w)", "gradient"],
    ["solve(H, g)", "mul"],
  ])("makes worth trying for %s: %s", (text, action) => {
    expect(actionsIn(text)).toContain(action);
    expect(actionsIn("w - 2")).not.toContain(action);
  });

  test("has its place in a notebook, where that is known", () => {
    const slot = Symbol.for("fall-line.places");
    const value = { placeOfLine: (whole: string, line: string) => `${line} of ${whole.length}` };
    Object.defineProperty(globalThis, slot, { value, configurable: true });
    try {
      expect(ownLine("a = 1\nb", "a = 1")).toEqual({ text: "a = 1", place: "a = 1 of 7" });
    } finally {
      Reflect.deleteProperty(globalThis, slot);
    }
    expect(ownLine("a = 1\nb", "a = 1")).toEqual({ text: "a = 1" });
  });

  test("is a line where it stands on one alone", () => {
    expect(lineOf("a = 1\n  b = NaN\nc", /NaN/)).toMatchObject({ text: "b = NaN" });
    expect(lineOf("NaN\nNaN", /NaN/)).toBeUndefined();
  });
});
