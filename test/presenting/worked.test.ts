import { expect, test } from "vitest";
import { adam, beale, descend, momentum, ravine } from "fall-line";
import { bundleOf } from "../../src/display.ts";
import { heightOfWorked, piecesOf, workedOf } from "../../src/presenting/worked.ts";
import { shown } from "./cells.ts";

const short = shown(await bundleOf(descend(ravine, momentum, { steps: 2 }).worked(2)));
const long = shown(await bundleOf(descend(beale, adam, { steps: 2 }).worked(2)));

test("a worked step that fits stays whole", () => {
  expect(piecesOf(short)).toEqual([short]);
});

test("a long one is split between rows, about evenly, and says what is too small at its end", () => {
  const pieces = piecesOf(long).map((piece) => workedOf(piece)!);
  expect(pieces.map(({ lines }) => lines.map(({ name }) => name))).toEqual([
    ["g", "m", "v"],
    ["mHat", "vHat", "w"],
  ]);
  expect(pieces.map(({ remarks }) => remarks.length)).toEqual([0, 1]);
  expect(Math.max(...pieces.map(heightOfWorked))).toBeLessThanOrEqual(540 + 46);
});

test("what is no worked step stays as it is", () => {
  const output = shown({ "text/html": "<p>1</p>" });
  expect(piecesOf(output)).toEqual([output]);
});
