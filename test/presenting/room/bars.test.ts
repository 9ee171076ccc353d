import { expect, test } from "vitest";
import { answersIn, countOf, rowsOf } from "../../../src/presenting/page/room/bars.ts";
import type { Tally } from "../../../src/room/protocol.ts";

const vote = (number: 1 | 2, options: Record<string, number>, hands?: Record<string, number>): Tally => ({
  ...{ is: "tally", question: "a/b", vote: number, seats: 20, options },
  answered: Object.values(options).reduce((sum, count) => sum + count, 0),
  ...(hands === undefined ? {} : { hands }),
});
const option = (name: string, isRight = false) => ({
  ...{ text: name, isRight },
  count: (one: Tally) => countOf(name, one),
});

test("bars are as long as their share of the longest of both votes, and their percents are of those who answered", () => {
  const votes = [vote(1, { a: 6, b: 3 }), vote(2, { a: 0, b: 12 })];
  expect(rowsOf([option("a"), option("b", true)], votes, answersIn)).toEqual([
    {
      ...{ text: "a", isRight: false },
      bars: [
        { count: 6, length: 0.5, percent: "67 %" },
        { count: 0, length: 0, percent: "0 %" },
      ],
    },
    {
      ...{ text: "b", isRight: true },
      bars: [
        { count: 3, length: 0.25, percent: "33 %" },
        { count: 12, length: 1, percent: "100 %" },
      ],
    },
  ]);
});

test("hands count beside answers", () => {
  const [row] = rowsOf([option("a")], [vote(1, { a: 1, b: 1 }, { a: 2, b: 0 })], answersIn);
  expect(row!.bars).toEqual([{ count: 3, length: 1, percent: "75 %" }]);
});

test("where nobody has answered there are no percents", () => {
  expect(rowsOf([option("a")], [vote(1, {})], answersIn)[0]!.bars).toEqual([
    { count: 0, length: 0, percent: "" },
  ]);
});
