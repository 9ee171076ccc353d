import { SourceMap as NodeSourceMap } from "node:module";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { codeFrame } from "../../../../src/kernel/core/errors/code-frame.ts";
import { SourceMap } from "../../../../src/kernel/core/errors/source-map.ts";

describe("the place in a source", () => {
  const source = `/* a note */ type Rate = number;
export async function step(rate: Rate, at: readonly number[]): Promise<number> {
\tconst moved: number[] = at.map((x) => x - rate * 2);
  interface Unseen { a: string }
  return (moved as number[]).reduce((a, b) => a + b, 0)!;
}`;
  const { outputText, sourceMapText } = ts.transpileModule(source, {
    compilerOptions: { sourceMap: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS },
  });
  const { mappings } = JSON.parse(sourceMapText!) as { mappings: string };

  test("is the one that Node finds, for every place in the code", () => {
    const map = new SourceMap(mappings);
    const oracle = new NodeSourceMap({ version: 3, file: "", sources: ["a.ts"], sourcesContent: [source], names: [], mappings, sourceRoot: "" }); // prettier-ignore
    let found = 0;
    outputText.split("\n").forEach((text, line) => {
      for (let column = 0; column < text.length; column++) {
        const entry = oracle.findEntry(line, column);
        if (!("originalLine" in entry) || entry.generatedLine !== line) continue;
        found++;
        expect(map.find({ line, column })).toEqual({
          line: entry.originalLine,
          column: entry.originalColumn,
        });
      }
    });
    expect(found).toBeGreaterThan(100);
  });

  test("before the first that is known on a line is that one, and none where none is known", () => {
    // Line 0: column 4 stands for 0:0, column 6 for nothing, column 9 for 0:1. Line 2: column 0 stands for 1:0.
    const map = new SourceMap("IAAA,E,GAAC;;AACD");
    const at = (line: number, column: number) => map.find({ line, column });
    expect([at(0, 0), at(0, 4), at(0, 8), at(0, 9), at(0, 99)]).toEqual([
      { line: 0, column: 0 },
      { line: 0, column: 0 },
      { line: 0, column: 0 },
      { line: 0, column: 1 },
      { line: 0, column: 1 },
    ]);
    expect([at(1, 0), at(2, 5), at(3, 0)]).toEqual([undefined, { line: 1, column: 0 }, undefined]);
  });
});

describe("a frame of a cell", () => {
  const code = [
    "const a = 1;",
    "",
    "\tlet b = a.c;",
    ...Array.from({ length: 7 }, (_, i) => `line${i + 4}`),
  ].join("\n");
  const frame = (line: number, column: number, length?: number): string[] =>
    // oxlint-disable-next-line no-control-regex
    codeFrame(code, { line, column }, length).map((text) => text.replace(/\u001b\[\d+m/g, ""));

  test.each<[string, string[], string[]]>([
    ["the first line alone", frame(0, 6), ["  1 | const a = 1;", "    |       ^"]],
    ["no blank line before", frame(2, 11), ["  3 | \tlet b = a.c;", "    | \t          ^"]],
    ["the line before", frame(3, 0, 2), ["  3 | \tlet b = a.c;", "  4 | line4", "    | ^^"]],
    ["carets to the end of the line", frame(4, 3, 99), ["  4 | line4", "  5 | line5", "    |    ^^"]],
    ["one caret behind the end", frame(4, 5, 3), ["  4 | line4", "  5 | line5", "    |      ^"]],
    ["numbers of two digits", frame(9, 0), ["   9 | line9", "  10 | line10", "     | ^"]],
  ])("has %s", (_, found, expected) => {
    expect(found).toEqual(expected);
  });
});
