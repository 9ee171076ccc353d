import { expect, test } from "vitest";
import { withPatience } from "../without-clock.ts";
import { answersOf, functionOf } from "../class/run.ts";
import { falseClaims } from "./claims.ts";
import { expectNothingFalse } from "./mutated.ts";

withPatience();

test.each([1, 2, 3] as const)("what is said of the answers of writer %i is so", (writer) => {
  const told = answersOf(writer).map((one) => [one.id, one.slip, falseClaims(one.id, functionOf(one))]);
  expect(told.filter(([, , claims]) => claims!.length > 0)).toEqual([]);
});

test.each(Array.from({ length: 50 }, (_, i) => 100 * i + 1))(
  "what is said of a hundred answers in which a machine changed something, from number %i on, is so",
  (first) => {
    expectNothingFalse(first, 100);
  },
);
