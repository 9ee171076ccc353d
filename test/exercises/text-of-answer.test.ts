/** What the text of an answer tells where it gave nothing, or no numbers, and what it read. */
import { describe, expect, test } from "vitest";
import { nothingReturned } from "../../src/exercises/explain/nothing.ts";
import {
  formulaWithoutNumbers,
  notGiven,
  nothingButNaN,
  numberless,
  seenInText,
} from "../../src/exercises/explain/numberless.ts";
import type { Watched } from "../../src/exercises/run/candidate.ts";

describe("why a function returns nothing", () => {
  test.each([
    ["({ w }) => {\n  return\n    w;\n}", "line break after return", "return"],
    ["({ w }) => {\r\n  return \t\r\n    w;\r\n}", "line break after return", undefined],
    ["({ w }) => {\n  return ;\n}", "empty return", "return ;"],
    ["({ w }) => {\n  return;\n}", "empty return", "return;"],
    ["({ w }) => { w: w }", "braces read as a block", "({ w }) => { w: w }"],
    ["(now) => {\n  console.log(now.w);\n}", "printed", "console.log(now.w);"],
    ["(now) => {\n  const a = 1;\n  if (a > 2) {\n  }\n  a + now.w;\n}", "missing", "a + now.w;"],
    ["(now) => {\n  now.w[0] += 1;\n  now.w = 2;\n}", "missing", undefined],
    ["({ w }) => { w.map((x) => { return x; }); console.log(w); }", "not reached", undefined],
    ["({ w }) => {\n  w.map((x) => {\n    return x;\n  });\n}", "not reached", undefined],
    ["({ w }) => {\n  console.log(w);\n  if (w > 9) {\n    return w;\n  }\n}", "not reached", undefined],
  ])("%j: %s", (source, id, line) => {
    const told = nothingReturned(source);
    expect([told.id, told.line?.text]).toEqual([`return: ${id}`, line]);
    expect(told.cure).toMatch(/\.$/);
  });
});

const seen = (more: Partial<Watched> = {}): Watched => ({
  whole: [],
  missing: [],
  missingHyper: [],
  hyperAsNumber: false,
  beyond: [],
  functions: [],
  ...more,
});
const read = (list: string, index: string, length = 3) => ({ list, index, length });
const told = (more: Partial<Watched>): unknown[] | undefined => {
  const found = numberless(seen(more), ["w", "g", "t"], ["lambda", "alpha"]);
  return found && [found.id, found.sentence, found.cure];
};

describe("what an answer read that made no numbers of its result", () => {
  test("is nothing where it read what there is, or asked a whole argument for what a list has", () => {
    expect(told({})).toBeUndefined();
    expect(told({ missing: ["length", "map", "slice", "forEach", "reduce", "0", "12"] })).toBeUndefined();
  });

  test.each<[Partial<Watched>, unknown[]]>([
    [
      { missing: ["map", "slope"] },
      [
        "name: slope not given",
        "your function asks for slope, which is not given, so it is undefined",
        "Given are w, g, t.",
      ],
    ],
    [
      { missing: ["alpha"] },
      [
        "name: alpha in the wrong argument",
        "alpha is looked for in the wrong argument, where it is undefined",
        "States, w and g are in the first argument; the hyperparameters are in the second.",
      ],
    ],
    [
      { missing: ["lamda"] },
      [
        "name: lamda not given",
        "your function asks for lamda, which is not given, so it is undefined",
        "Did you mean lambda?",
      ],
    ],
    [
      { missingHyper: ["g"] },
      [
        "name: g in the wrong argument",
        "g is looked for in the wrong argument, where it is undefined",
        "States, w and g are in the first argument; the hyperparameters are in the second.",
      ],
    ],
    [
      { missingHyper: ["momentum"] },
      [
        "name: momentum not given",
        "your function asks for momentum, which is not given, so it is undefined",
        "Given are lambda, alpha.",
      ],
    ],
    [
      { functions: ["gradient"] },
      [
        "name: gradient not called",
        "gradient is a function and is used as if it were a list",
        "Call it with a place: gradient(ahead).",
      ],
    ],
    [
      { functions: ["solve"] },
      [
        "name: solve not called",
        "solve is a function and is used as if it were a list",
        "Call it: solve(H, g).",
      ],
    ],
    [
      { functions: ["solve"], whole: ["g"] },
      [
        "list as a whole: g",
        "g is a list, and it is used in arithmetic as a whole, which gives NaN",
        "Take one entry of it, g[i].",
      ],
    ],
    [
      { hyperAsNumber: true, whole: ["g"] },
      [
        "argument: hyperparameters as a number",
        "the second argument is an object with the hyperparameters, and it is used as if it were a number",
        "Take it apart: ({ w, g }, { lambda, alpha }) => ....",
      ],
    ],
    [
      { whole: ["a list", "kappa"] },
      [
        "list as a whole: kappa",
        "κ is a list, and it is used in arithmetic as a whole, which gives NaN",
        "Take one entry of it, kappa[i].",
      ],
    ],
    [
      { whole: ["a list"] },
      [
        "list as a whole: a list",
        "a list is used in arithmetic as a whole, which gives NaN",
        "Take one entry of it.",
      ],
    ],
    [
      { whole: ["the gradient"], beyond: [read("g", "9")] },
      [
        "list as a whole: the gradient",
        "the gradient is a list, and it is used in arithmetic as a whole, which gives NaN",
        "Take one entry of it.",
      ],
    ],
    [
      { beyond: [read("g", "3"), read("w", "7")] },
      [
        "index: beyond of g",
        "g is read at index 3, and its entries have the indices 0 to 2",
        "The first index is 0 and the last is length − 1.",
      ],
    ],
    [
      { beyond: [read("w", "-1", 5)] },
      [
        "index: beyond of w",
        "w is read at index -1, and its entries have the indices 0 to 4",
        "The first index is 0 and the last is length − 1.",
      ],
    ],
    [
      { beyond: [read("g", "0.75")] },
      [
        "index: a value of g",
        "g is read at index 0.75: a value of a list stands where an index should",
        "Count with an index: w.map((x, i) => ...), or for (let i = 0; ...).",
      ],
    ],
    [
      { beyond: [read("g", "size")] },
      [
        "index: beyond of g",
        "g is asked for .size, which a list does not have",
        "Its entries are g[i], and g.length is how many there are.",
      ],
    ],
  ])("%j", (more, due) => {
    // prettier-ignore
    expect(told(more)).toEqual(due);
  });

  test("is what stands first: a name before a setting, before a function, before a list", () => {
    const all = {
      missing: ["slope"],
      missingHyper: ["rate"],
      functions: ["solve"],
      whole: ["g"],
      beyond: [read("w", "9")],
    };
    const firsts = ["missing", "missingHyper", "whole", "beyond"].map((_, i, names) =>
      Object.fromEntries(
        Object.entries(all).filter(([name]) => name !== "functions" && names.indexOf(name) >= i),
      ),
    );
    expect(firsts.map((more) => told(more)![0])).toEqual([
      "name: slope not given",
      "name: rate not given",
      "list as a whole: g",
      "index: beyond of w",
    ]);
  });
});

test("of a name that is not given the only one there is is told", () => {
  expect(notGiven("start", ["x"]).cure).toBe("Given is x.");
  expect(notGiven("start", ["x", "y"]).cure).toBe("Given are x, y.");
});

describe("what the text of an answer tells of a result that is NaN", () => {
  test.each([
    ["w - Math.sgn(g)", "name: Math.sgn", "Did you mean Math.sign?"],
    ["w - Math.PIE", "name: Math.PIE", "Did you mean Math.PI?"],
    ["w - Math.SQRT(g)", "name: Math.SQRT", "Did you mean Math.sqrt?"],
    ["w - Math.fundamental(g)", "name: Math.fundamental", "Look its name up."],
    ["w - Math.sqrt * g", "name: Math.sqrt not called", "Call it: Math.sqrt(...)."],
    ["g * Math.sqrt", "name: Math.sqrt not called", "Call it: Math.sqrt(...)."],
    ["Math.sqrt / g", "name: Math.sqrt not called", "Call it: Math.sqrt(...)."],
    ["Math.log2 (g) - Math.log % g", "name: Math.log not called", "Call it: Math.log(...)."],
    ["g.map(Math.sqrt) * w ^ 2", "NaN: xor", "A power is **."],
    ["Array.from(g, Math.abs) ^ 2", "NaN: xor", "A power is **."],
    ["const root = Math.sqrt; root(w) ^ 2", "NaN: xor", "A power is **."],
    ["2 * Math.sqrt (w) ^ 2", "NaN: xor", "A power is **."],
    ["w - Math.PI * x ^ 2", "NaN: xor", "A power is **."],
    ["const f = (x) => 2 * x; w - f[0]", "name: f not called", "Make a list with it: g.map(...)."],
    ["const f = (x) => 2 * x; w - f(0)", "NaN: undefined", undefined],
    [
      "w.map((x) => { 2 * x; })",
      "NaN: braces without return",
      "Write return in it, or take the braces away.",
    ],
    ["w.map((x) => { return 2 * x; })", "NaN: undefined", undefined],
    ["w.map((x) => 2 * x)", "NaN: undefined", undefined],
  ])("%s", (source, id, cure) => {
    const { id: found, cure: said } = nothingButNaN(source);
    expect([found, said]).toEqual([id, cure]);
  });

  test.each([
    ["Math.log(x)", "NaN: logarithm"],
    ["Math.sqrt(x)", "NaN: root"],
    ["Math.log(x) ^ 2", "NaN: xor"],
    ["Math.lgo(x) + Math.log(x)", "name: Math.lgo"],
    ["x / y", undefined],
  ])("and of a formula with hardly any: %s", (source, id) => {
    expect(formulaWithoutNumbers(source)?.id).toBe(id);
  });

  test("or of one that looks an index up by its value", () => {
    expect(seenInText("g[w.indexOf(x)]")?.id).toBe("index: by value");
    expect(seenInText("g[i]")).toBeUndefined();
  });
});
