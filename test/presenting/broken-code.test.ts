import { expect, test } from "vitest";
import { broken } from "../../src/presenting/broken-code.ts";

const lines = (...all: readonly string[]): string => all.join("\n");

test.each([
  ["what fits stays", "f(a, b);", 8, "f(a, b);"],
  [
    "what stands between brackets has a line for each",
    "f({ a }, [b, c]) => {",
    20,
    lines("f(", "  { a },", "  [b, c],", ") => {"),
  ],
  ["the outermost come first", "  f(g(a, b));", 12, lines("  f(", "    g(a, b),", "  );")],
  [
    "brackets within, where that does not do",
    "f(g(a, b));",
    6,
    lines("f(", "  g(", "    a,", "    b,", "  ),", ");"),
  ],
  [
    "what a function gives stands below its arguments",
    "w.map((x, i) => x - 2 * g[i])",
    24,
    lines("w.map(", "  (x, i) =>", "    x - 2 * g[i],", ")"),
  ],
  ["a name in brackets stays with them", "first(a)(b, c);", 10, lines("first(a)(", "  b,", "  c,", ");")],
  ["without brackets it stays as it is", "a + b + c + d;", 4, "a + b + c + d;"],
])("%s", (_, code, letters, expected) => {
  expect(lines(...broken(code, letters))).toBe(expected);
});

test("nothing but spaces, line ends and last commas is added to code, and nothing taken away", () => {
  const code =
    "const f = ({ w, m }, { lambda }) => {\n  return { w: w.map((x, i) => x - lambda * m[i]), m };\n};";
  const bare = (text: string): string => text.replace(/\s/g, "").replace(/,(?=[)\]}])/g, "");
  for (let letters = 1; letters < 60; letters += 1)
    expect(bare(broken(code, letters).join("\n"))).toBe(bare(code));
});
