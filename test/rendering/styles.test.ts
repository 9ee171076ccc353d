import { resolve } from "node:path";
import { expect, test } from "vitest";
import { typefaces } from "../../src/rendering/styles.ts";

const projectDir = resolve(import.meta.dirname, "../..");

test("all raised digits of a number, and their minus, come from one typeface, in text and in headings", () => {
  const faces = typefaces(projectDir, (path) => path).match(/@font-face \{[^}]*"Raised Digits"[^}]*\}/g)!;
  expect(faces.map((face) => /font-weight: (\d+)/.exec(face)![1])).toEqual(["400", "700"]);
  for (const face of faces) {
    const ranges = [...face.matchAll(/U\+([\dA-F]+)(?:-([\dA-F]+))?/g)].map(
      ([, from, to = from]) => [parseInt(from!, 16), parseInt(to!, 16)] as const,
    );
    const isIn = (letter: string): boolean =>
      ranges.some(([from, to]) => from <= letter.codePointAt(0)! && letter.codePointAt(0)! <= to);
    expect(Array.from("⁻⁰¹²³⁴⁵⁶⁷⁸⁹").filter((letter) => !isIn(letter))).toEqual([]);
    expect(Array.from("-−10·e").filter(isIn)).toEqual([]);
  }
});
