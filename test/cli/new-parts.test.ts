import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { identifier, withLine, words } from "../../src/cli/new/draft.ts";
import { withEntry } from "../../src/cli/new/entry.ts";

const place = mkdtempSync(join(tmpdir(), "new-parts-"));
afterAll(() => rmSync(place, { recursive: true }));
const file = (text: string): string => {
  const path = join(place, "file.ts");
  writeFileSync(path, text);
  return path;
};

test.each([
  ["adam", "adam", "Adam"],
  ["sign-descent", "signDescent", "Sign descent"],
  ["a-2-line-rule", "a2LineRule", "A 2 line rule"],
  ["secondOneHere", "secondOneHere", "Second one here"],
  ["AB", "AB", "AB"],
])("%s is %s in code and %s in prose", (name, code, prose) => {
  expect([identifier(name), words(name)]).toEqual([code, prose]);
});

describe("a list of exports grows by a line", () => {
  const line = 'export { tide } from "./tide.ts";';
  test.each([
    ["at its place", 'export * from "./a.ts";\nexport { b } from "./wind.ts";\n', 1],
    ["at its end", 'export * from "./a.ts";\nexport * from "./b.ts";', 2],
    ["at its beginning", 'export * from "./wave.ts";\n\n', 0],
    [
      "and what is no export is passed over",
      '// from z\nimport { z } from "./z.ts";\nexport * from "./zeta.ts";\n',
      2,
    ],
  ])("%s", (_, text, at) => {
    const path = file(text);
    const lines = text.trimEnd().split("\n");
    expect(withLine(path, line)).toEqual({ [path]: `${lines.toSpliced(at, 0, line).join("\n")}\n` });
  });

  test("nothing where there is none", () => {
    expect(withLine(join(place, "none.ts"), line)).toEqual({});
  });
});

describe("a record grows by an entry at its end", () => {
  const grown = (text: string): string => withEntry(file(text), "mine", "c", "  c: 3,\n", "");
  test.each([
    ["export const mine = {};", "export const mine = {\n  c: 3,\n};"],
    ["export const mine = { a, b: 2 };", "export const mine = {\n  a,\n  b: 2,\n  c: 3,\n};"],
    [
      "export const mine = {\n  a,\n  b: 2,\n};\nmore();",
      "export const mine = {\n  a,\n  b: 2,\n  c: 3,\n};\nmore();",
    ],
    ["export const mine = {\n  a,\n  b: 2\n};", "export const mine = {\n  a,\n  b: 2,\n  c: 3,\n};"],
    ["export const mine = { a,\n  b, // b\n};", "export const mine = { a,\n  b, // b\n  c: 3,\n};"],
    [
      "const other = { c: 1 };\nexport const mine: Two = {\n  c2,\n};",
      "const other = { c: 1 };\nexport const mine: Two = {\n  c2,\n  c: 3,\n};",
    ],
  ])("%j", (text, more) => {
    expect(grown(text)).toBe(more);
  });

  test("or begins with it", () => {
    expect(withEntry(join(place, "none.ts"), "mine", "c", "  c: 3,\n", "const mine = {\n};\n")).toBe(
      "const mine = {\n  c: 3,\n};\n",
    );
  });

  test.each([
    ["const other = {};", /file\.ts has no record of mine$/],
    ["const mine = two();", /file\.ts has no record of mine$/],
    ["const mine = { b: 1, c: 2 };", /file\.ts has c already$/],
    ["const mine = { c };", /file\.ts has c already$/],
  ])("%s takes none", (text, why) => {
    expect(() => grown(text)).toThrow(why);
  });
});
