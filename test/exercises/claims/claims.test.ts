/** What is said of wrong answers is tried; claims.long.ts tries many more. */
import { expect, test } from "vitest";
import { answersOfLessons } from "../../lessons/answer.ts";
import { someUnlessLong } from "../../long.ts";
import { withoutClock } from "../without-clock.ts";
import { expectNothingFalse } from "./mutated.ts";
import { falseClaims } from "./claims.ts";

withoutClock();

const answers = Object.entries(await answersOfLessons());

test.each(answers)("what check(%j, ...) says of the answers of its lesson is so", (id, { wrong }) => {
  const told = someUnlessLong(wrong, 4).map(({ title, answer }) => [title, falseClaims(id, answer)]);
  expect(told.filter(([, claims]) => claims!.length > 0)).toEqual([]);
});

test("what is said of answers in which a machine changed something is so", () => {
  expectNothingFalse(1, 2);
});
