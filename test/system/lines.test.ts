import { expect, test } from "vitest";
import { listing, wrapped } from "../../src/system/lines.js";

test("paragraphs are broken between words at 80 columns, and keep their beginning", () => {
  const word = "x".repeat(39);
  expect(wrapped("a b\n  c d")).toBe("a b\n  c d");
  expect(wrapped(`${word} ${word}y ${word}`, 2)).toBe(`${word} ${word}y\n  ${word}`);
  expect(wrapped(`${word} ${word}yz`)).toBe(`${word}\n${word}yz`);
  expect(wrapped(`a ${"y".repeat(90)} b`)).toBe(`a\n${"y".repeat(90)}\nb`);
});

test("terms stand in a column, and what they mean in another", () => {
  const meaning = "m".repeat(38);
  expect(
    listing([
      ["on", "is on"],
      ["off it", `${meaning} ${meaning}`],
    ]),
  ).toBe(`  on      is on\n  off it  ${meaning}\n${" ".repeat(10)}${meaning}`);
});
