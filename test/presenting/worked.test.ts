import { expect, test } from "vitest";
import { piecesOf } from "../../src/presenting/worked.ts";
import { shown } from "./cells.ts";

const aligned = (lines: readonly string[]): string =>
  `$$\\begin{aligned} ${lines.join(" \\\\ ")} \\end{aligned}$$`;

const equation = (name: string): string[] => [
  `${name} &= a`,
  "&= \\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}",
  "&= 3",
];

test("a worked step that fits stays whole", () => {
  const output = shown({ "text/latex": aligned(equation("m")) });
  expect(piecesOf(output)).toEqual([output]);
});

test("a long one is split between equations, about evenly, and never within a matrix", () => {
  const names = ["g", "m", "k", "w"];
  const output = shown({ "text/latex": aligned(names.flatMap(equation)) });
  const pieces = piecesOf(output).map((piece) => ("data" in piece ? piece.data["text/latex"] : ""));
  expect(pieces).toEqual([aligned(["g", "m"].flatMap(equation)), aligned(["k", "w"].flatMap(equation))]);
});

test("what is no worked step stays as it is", () => {
  const output = shown({ "text/html": "<p>1</p>" });
  expect(piecesOf(output)).toEqual([output]);
});
