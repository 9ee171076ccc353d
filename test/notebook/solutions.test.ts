import { describe, expect, test } from "vitest";
import { hasSolution, keepSolutions, stripSolutions } from "../../src/notebook/solutions.ts";

const ANSWERED = `function half(x: number): number {
  // BEGIN SOLUTION
  const two = 2;
  return x / two;
  // END SOLUTION
}`;

describe("stripSolutions(source)", () => {
  test("puts a stub, indented alike, in the place of an answer", () => {
    expect(stripSolutions(ANSWERED)).toBe(`function half(x: number): number {
  // your answer here
  throw new Error("not written yet");
}`);
  });

  test("uses the author's stub", () => {
    const source = "// BEGIN SOLUTION const rate = NaN;\nconst rate = 0.1;\n// END SOLUTION\ndisplay(rate);";
    expect(stripSolutions(source)).toBe("// your answer here\nconst rate = NaN;\ndisplay(rate);");
  });

  test("leaves a source without answers as it is", () => {
    expect(stripSolutions("const a = 1;\n")).toBe("const a = 1;\n");
  });

  test.each([
    ["// BEGIN SOLUTION\n1;", /without an END/],
    ["1;\n// END SOLUTION", /without a BEGIN/],
    ["// BEGIN SOLUTION\n// BEGIN SOLUTION\n// END SOLUTION", /inside a solution/],
  ])("refuses markers that do not pair: %j", (source, message) => {
    expect(() => stripSolutions(source)).toThrow(message);
  });
});

test("keepSolutions(source) takes out the markers only", () => {
  expect(keepSolutions(ANSWERED)).toBe(`function half(x: number): number {
  const two = 2;
  return x / two;
}`);
});

test("hasSolution(source) sees the marker only where it stands alone on a line", () => {
  expect(hasSolution(ANSWERED)).toBe(true);
  expect(hasSolution('const a = "// BEGIN SOLUTION";')).toBe(false);
});

test("a marker stands alone on its line, indented or not", () => {
  for (const line of ["  // BEGIN SOLUTION", "// BEGIN SOLUTION 1;"])
    expect(hasSolution(`a;\n${line}`)).toBe(true);
  for (const line of ["a; // BEGIN SOLUTION", "// BEGIN SOLUTIONS", "// begin solution", "//BEGIN SOLUTION"])
    expect(hasSolution(line)).toBe(false);
  expect(keepSolutions("a; // END SOLUTION\n  // END SOLUTION\n// END SOLUTIONS")).toBe(
    "a; // END SOLUTION\n// END SOLUTIONS",
  );
  expect(
    stripSolutions("// BEGIN SOLUTION\n1;\n// END SOLUTION\n2;\n// BEGIN SOLUTION 0;\n3;\n// END SOLUTION"),
  ).toBe('// your answer here\nthrow new Error("not written yet");\n2;\n// your answer here\n0;');
});
