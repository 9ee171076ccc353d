import { describe, expect, test } from "vitest";
import { findMarks } from "../../src/notebook/marks.ts";

const lines = (source: string) => findMarks(source).map((mark) => mark.line);

describe("findMarks(source)", () => {
  test("finds each mark with its line and its text", () => {
    expect(findMarks('// %%\nlet a;\n// %% Two [markdown] tags=["x"]  \n// prose\n')).toEqual([
      { line: 0, text: "" },
      { line: 2, text: 'Two [markdown] tags=["x"]' },
    ]);
  });

  test("takes only comments at the start of a line, with a blank before the percent signs", () => {
    expect(lines("let a; // %% no\n  // %% no\n//%% no\n// %%no\n// %% yes")).toEqual([4]);
  });

  test.each([
    ["a template literal", "const a = `\n// %% no\n`;\n// %% yes", [3]],
    ["a template literal inside a substitution", "const a = `${`\n// %% no\n`}`;\n// %% yes", [3]],
    ["a substitution", "const a = `${\n// %% no\n{ b: 1 }.b}`;\n// %% yes", [3]],
    ["the rest of a template after a substitution", "const a = `${f({})}\n// %% no\n`;\n// %% yes", [3]],
    ["a comment that documents", "/** a\n// %% no\n */\n// %% yes\nlet a;", [3]],
    ["a block comment", "/*\n// %% no\n*/\n// %% yes", [3]],
    ["a string that goes on over a line break", 'const a = "\\\n// %% no";\n// %% yes', [2]],
  ])("does not split %s", (_, source, expected) => {
    expect(lines(source)).toEqual(expected);
  });

  test.each([
    ["an escaped backtick", "const a = `\\``;\n// %% yes", [1]],
    ["a backtick in a regular expression", "const a = /`/.test(b);\n// %% yes", [1]],
    ["a backtick in a character class with a slash", "const a = b.replace(/[/`]/g, c);\n// %% yes", [1]],
    ["a division", "const a = (b) / c; const d = `e` / f;\n// %% yes", [1]],
    ["a regular expression after return", "const f = () => { return /`/; };\n// %% yes", [1]],
    ["a backtick in a string or a comment", "const a = '`'; // it's a `\n/* ` */\n// %% yes", [2]],
    ["an apostrophe in prose", "// it's\n// %% yes", [1]],
    ["an unfinished string", "const a = 'oops;\n// %% yes", [1]],
    ["a dollar sign without a brace", "const a = `$5 $${b}`;\n// %% yes", [1]],
  ])("is not confused by %s", (_, source, expected) => {
    expect(lines(source)).toEqual(expected);
  });
});
