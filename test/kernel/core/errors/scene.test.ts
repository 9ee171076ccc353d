import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { codeFrame } from "../../../../src/kernel/core/errors/code-frame.ts";
import { optionPlace } from "../../../../src/kernel/core/errors/words/option-place.ts";
import { newerWords } from "../../../../src/kernel/core/errors/words/names.ts";
import { lineAt, type Scene, withoutStrings } from "../../../../src/kernel/core/errors/words/scene.ts";
import { helpAtRunTime } from "../../../../src/kernel/core/errors/words/at-run-time.ts";
import { nodeVersion } from "../../../../src/kernel/node/words.ts";
import { runOnNode } from "../../../../src/kernel/node/platform.ts";

describe("lineAt(text, position)", () => {
  test.each([
    [0, "one"],
    [3, "one"],
    [4, "two"],
    [7, "two"],
    [8, "two"],
    [9, "end"],
    [12, "end"],
  ])("is the line at %i, or the last before it that holds something: %s", (position, line) => {
    expect(lineAt("one\ntwo\n\nend", position).text).toBe(line);
  });

  test("passes over any number of empty lines, and tells where the line is", () => {
    expect(lineAt("a\nbcd\n  \n\n", 10)).toEqual({ start: 2, length: 3, text: "bcd" });
    expect(lineAt("\n\n", 2)).toEqual({ start: 0, length: 0, text: "" });
  });
});

test.each([
  ['f("a", b)', "f(   , b)"],
  ["f('a\\'b', c)", "f(      , c)"],
  ['`a"b` + "c\'d"', "      +      "],
  ['f("a, b)', 'f("a, b)'],
])("withoutStrings(%j) blanks what is quoted", (line, bare) => {
  expect(withoutStrings(line)).toBe(bare);
});

describe("codeFrame(code, place, length)", () => {
  const frame = (code: string, line: number, column: number, length?: number) =>
    codeFrame(code, { line, column }, length).map((text) => stripVTControlCharacters(text));

  test.each([
    ["a\nb", 1, 0, undefined, ["  1 | a", "  2 | b", "    | ^"]],
    ["\nb", 1, 0, 1, ["  2 | b", "    | ^"]],
    ["  \nb", 1, 0, 1, ["  2 | b", "    | ^"]],
    ["abc", 0, 1, 9, ["  1 | abc", "    |  ^^"]],
    ["abc", 0, 3, 2, ["  1 | abc", "    |    ^"]],
    ["abc", 0, 1, 0, ["  1 | abc", "    |  ^"]],
    [`${"x\n".repeat(9)}y`, 9, 0, 1, ["   9 | x", "  10 | y", "     | ^"]],
    [`${"x\n".repeat(8)}y`, 8, 0, 1, ["  8 | x", "  9 | y", "    | ^"]],
    ["a", 4, 0, 1, ["  5 | ", "    | ^"]],
  ])("%j, line %i, column %i", (code, line, column, length, said) => {
    expect(frame(code, line, column, length)).toEqual(said);
  });
});

describe("optionPlace(code, call, message)", () => {
  const code =
    'descend("x", rule, {\n  steps: 5, "start": [1],\n  hyper: { alpha: 2, lambda }, until: () => ({ beta: 1 }) })';
  const place = (message: string, column = 0) => optionPlace(code, { line: 0, column }, message);

  test.each([
    ["steps must be a whole number", { line: 1, column: 2, length: 5 }],
    ["start must be a list", { line: 1, column: 12, length: 7 }],
    ["alpha must be in [0, 1)", { line: 2, column: 11, length: 5 }],
    ["hyper.lambda must be positive", { line: 2, column: 2, length: 5 }],
    ["lambda must fit to alpha", { line: 2, column: 21, length: 6 }],
    ["beta must be positive", undefined],
    ["alphabet is no name", undefined],
  ])("of %j is the first option that it names", (message, found) => {
    expect(place(message)).toEqual(found);
  });

  test("is looked for in the call whose name is at the place, and not in another", () => {
    expect(place("steps", 6)).toEqual({ line: 1, column: 2, length: 5 });
    expect(place("steps", 7)).toEqual({ line: 1, column: 2, length: 5 });
    expect(place("steps", 9)).toBeUndefined();
    const nested = "outer({ a: 1 }, inner({ b: 2 }))";
    expect(optionPlace(nested, { line: 0, column: 16 }, "b is wrong")).toMatchObject({ column: 24 });
    expect(optionPlace(nested, { line: 0, column: 16 }, "a is wrong")).toBeUndefined();
  });
});

describe("what is newer than this Node", () => {
  test.each([
    ["es2024", 22],
    ["es2025", 22],
    ["esnext", 24],
  ])("is told with the Node that has it: %s since %i", (lib, since) => {
    runOnNode();
    const message = `Property 'x' does not exist. Try changing the 'lib' compiler option to '${lib}' or later.`;
    expect(newerWords({ message } as Scene)).toEqual({
      reason: `Node ${nodeVersion()} has no \`x\``,
      help: `Node ${Math.max(since, nodeVersion() + 1)} and later have it`,
    });
  });
});

describe("helpAtRunTime(message)", () => {
  test("a method that is called without its object is told as that, where no other property has the name", () => {
    const message = "Cannot read properties of undefined (reading 'a')";
    expect(helpAtRunTime(message, "m() { return this.a }")).toContain("`this` is undefined");
    expect(helpAtRunTime(message, "m() { return this.a + o.a }")).toContain("what stands before `.a`");
  });

  test.each([
    ["Cannot read properties of null (reading 'b')", "what stands before `.b` is null: it has no value here"],
    ["f is not a function", "`f` is something else, or has no value yet; print it to see"],
    ["Promise resolver 3 is not a function", undefined],
    ["number 3 is not iterable (cannot read property Symbol(Symbol.iterator))", "`3` is no list"],
    ["object null is not iterable", "`null` is no list"],
    ["o is not iterable", "`o` is no list"],
    ["Cannot access 'a' before initialization", "`a` is declared further down"],
    ["Maximum call stack size exceeded", "a function calls itself without an end"],
    ["Invalid array length", "a whole number from 0"],
    ["Unexpected token a in JSON at position 3", "the text is no JSON"],
    ["Unexpected end of JSON input", "the text is no JSON"],
    ["Unexpected token 'a', \"abc\" is not valid JSON", "the text is no JSON"],
    ["Cannot find module './a'", "is this its name? It is looked for from the folder of the notebook"],
    ["Cannot find module 'lodash'", "npm install lodash"],
    ["Cannot find package 'fallline' imported from /here/a.mjs", 'the lesson library is called "fall-line"'],
    ["Cannot find module 'fall-line'", "every notebook has it"],
    ["Cannot find module 'left-pad'", "Install only what you know"],
    ["Cannot find module 'https://esm.sh/lodash'", "name a package by its name alone"],
    ["Cannot find module '/abs'", "is this where it lies?"],
    ['there is no module "falline" in a page', 'the lesson library is called "fall-line"'],
    ["Failed to parse URL from data.json", "an address begins with https://"],
    ["fetch failed", "nothing answered at this address"],
    ["Converting circular structure to JSON\n  --> x", "the object holds itself"],
    ["Cannot add property 3, object is not extensible", "work on a copy"],
    ["Cannot assign to read only property 'a' of object", "work on a copy"],
    ["Cannot mix BigInt and other types, use explicit conversions", "write both numbers with n"],
    ["Invalid time value", "the date could not be read"],
    [
      "Spread syntax requires ...iterable[Symbol.iterator] to be a function",
      "what stands after `...` is no list",
    ],
    ["something else", undefined],
  ])("%s", (message, help) => {
    const said = helpAtRunTime(message);
    if (help === undefined) expect(said).toBeUndefined();
    else expect(said).toContain(help);
  });
});
