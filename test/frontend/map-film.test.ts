import { expect, test } from "vitest";
import { momentsOf } from "../../src/frontend/explorer/map-film.ts";

test("a film has the start, the last step, and at most sixty moments between them, evenly", () => {
  expect(momentsOf(3)).toEqual([0, 1, 2, 3]);
  expect(momentsOf(0)).toEqual([0]);
  const many = momentsOf(600);
  expect([many.length, many[0], many[1], many.at(-1)]).toEqual([61, 0, 10, 600]);
});
