import { describe, expect, test } from "vitest";
import { adam, beale, descend, momentum, ravine } from "fall-line";
import { bundleOf } from "../../src/display.ts";
import type { WorkedLine } from "../../src/trace/worked/line.ts";
import {
  hasLongRows,
  heightOfWorked,
  isLongOutput,
  isWideWorked,
  piecesOf,
  workedOf,
} from "../../src/presenting/worked.ts";
import { figure, line, shown, sign, worked } from "./cells.ts";

const short = shown(await bundleOf(descend(ravine, momentum, { steps: 2 }).worked(2)));
const long = shown(await bundleOf(descend(beale, adam, { steps: 2 }).worked(2)));

const stepOf = (lines: readonly WorkedLine[], remarks: string[] = []) => workedOf(worked(lines, remarks))!;
const result = (...texts: string[]): WorkedLine["result"] => ({ ...line().result, texts });

/** Names of the lines of each piece, and how many remarks it ends with. */
const pieces = (lines: readonly WorkedLine[], remarks: string[] = []): string[] =>
  piecesOf(worked(lines, remarks)).map((piece) => {
    const { lines: own, remarks: said } = workedOf(piece)!;
    return `${own.map(({ name }) => name).join("")} ${said.length}`;
  });
const named = (names: string, more: Partial<WorkedLine> = {}) =>
  Array.from(names, (name) => line({ name, ...more }));

describe("the height of a worked step", () => {
  const mark = { number: 1, name: "jump", hue: "jump" } as const;
  test.each<[string, WorkedLine[], string[], number]>([
    ["is that of its head", [], [], 55],
    ["grows with each line, for its letters and its numbers", named("ab"), [], 55 + 2 * (60 + 36)],
    ["with each row of numbers", [line({ labels: ["x", "y", "z"] })], [], 55 + 60 + 3 * 36],
    ["not with rows without numbers", [line({ labels: ["x", "y"], result: result() })], [], 55 + 60],
    ["with its marks, in one row", [line({ marks: [mark, mark] })], [], 55 + 96 + 38],
    ["and with each remark", named("a"), ["Too small.", "Not shown."], 55 + 96 + 2 * 46],
  ])("%s", (_, lines, remarks, height) => {
    expect(heightOfWorked(stepOf(lines, remarks))).toBe(height);
  });
});

describe("a row of a worked step is long", () => {
  const cellOf = (letter: string, ...texts: string[]): WorkedLine["parts"][number] => ({
    ...result(...texts),
    letter,
  });
  test.each<[string, Partial<WorkedLine>]>([
    ["by its signs", { parts: [sign(20), sign(13)] }],
    ["by its longest label", { labels: ["x", "x".repeat(33)] }],
    ["by its longest result", { result: result("1", "2".repeat(34)) }],
    ["by its longest numbers", { parts: [cellOf("w", "1", "2".repeat(33))] }],
    [
      "by a letter that is longer than its numbers, as it is set",
      { parts: [cellOf(`w_{${"x".repeat(30)}}^2`, "1"), sign(1)] },
    ],
  ])("%s: more than 34 letters", (_, more) => {
    expect(isLongOutput(worked([line(), line(more)]))).toBe(false);
    const longer = worked([line(), line({ ...more, parts: [...(more.parts ?? []), sign(1)] })]);
    expect(isLongOutput(longer)).toBe(true);
    expect([hasLongRows, isWideWorked].map((is) => is(workedOf(longer)!))).toEqual([true, true]);
  });
});

test("a step is wide when it is higher than a slide", () => {
  expect(isWideWorked(stepOf(named("abcd")))).toBe(false);
  // 55 + 4 * 96 + 61 = 500
  const tall = [...named("abcd"), line({ result: result() })];
  expect(heightOfWorked(stepOf(tall))).toBe(499);
  expect(isWideWorked(stepOf(tall))).toBe(false);
  expect(isWideWorked(stepOf(tall, ["Too small."]))).toBe(true);
});

describe("a worked step that has no room on a slide", () => {
  test("is split between rows, about evenly; the last piece says what is said at the end", () => {
    // Two columns of 500 pixels hold 9 lines of 96, with the head.
    expect(pieces(named("abcdefghi"))).toEqual(["abcdefghi 0"]);
    expect(pieces(named("abcdefghij"), ["Too small."])).toEqual(["abcde 0", "fghij 1"]);
    expect(pieces(named("abcdefghijk"))).toEqual(["abcdef 0", "ghijk 0"]);
    expect(pieces(named("abcdefghijklmnopqrstu"))).toEqual(["abcdefg 0", "hijklmn 0", "opqrstu 0"]);
  });

  test("has its long rows in one column", () => {
    const wide = (names: string) => named(names, { parts: [sign(40)] });
    expect(pieces(wide("abcde"))).toEqual(["abcde 0"]);
    expect(pieces(wide("abcdef"))).toEqual(["abc 0", "def 0"]);
  });

  test("has a piece for a row that is higher than one", () => {
    const tall = line({ name: "T", labels: Array<string>(40).fill("x"), result: result("1") });
    expect(pieces([tall, ...named("ab")]).map((piece) => piece[0])).toContain("T");
    expect(pieces([tall, ...named("ab")]).every((piece) => !piece.startsWith(" "))).toBe(true);
  });
});

test("a worked step that fits stays whole, and what is none stays as it is", () => {
  expect(piecesOf(short)).toEqual([short]);
  const outputs = [shown({ "text/html": "<p>1</p>" }), figure];
  expect(outputs.map((output) => piecesOf(output))).toEqual(outputs.map((output) => [output]));
  expect(outputs.map(isLongOutput)).toEqual([false, false]);
});

test("a step of Adam is split between rows, about evenly, and says what is too small at its end", () => {
  const split = piecesOf(long).map((piece) => workedOf(piece)!);
  expect(split.map(({ lines }) => lines.map(({ name }) => name))).toEqual([
    ["g", "m", "v"],
    ["mHat", "vHat", "w"],
  ]);
  expect(split.map(({ remarks }) => remarks.length)).toEqual([0, 1]);
  expect(Math.max(...split.map(heightOfWorked))).toBeLessThanOrEqual(540 + 46);
});
