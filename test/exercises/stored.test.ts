import { expect, test } from "vitest";
import { storedInstead } from "../../src/exercises/explain/stored.ts";
import { Columns } from "../../src/exercises/search/columns.ts";

const column = (...values: number[]): Float64Array => Float64Array.from(values);
const now = new Columns(
  [0, 2],
  new Map([
    ["w", column(10, 20)],
    ["g", column(3, 5)],
    ["epsilon", column(0.5, 0.25)],
    ["kappaOld", column(1, 2)],
  ]),
);
const right = {
  w: column(9, 18),
  states: new Map([
    ["kappa", column(4, 16)],
    ["v", column(7, 8)],
  ]),
};

test.each<[got: number[], id: string, what: string]>([
  [[9, 18], "w", "the new place"],
  [[10, 20], "old w", "the old place"],
  [[3, 5], "g", "the gradient"],
  [[0, 0], "0", "0, so that the memory is wiped at each step"],
  [[7, 8], "v", "the new v"],
  [[2, 4], "root", "its root"],
  [[Math.sqrt(4.5), Math.sqrt(16.25)], "root", "its root, with ε inside"],
  [[3, 14], "change", "the change of κ, new minus old"],
  [[-1, -2], "step", "the step"],
])("what is returned as a state is %j: %s", (got, id, what) => {
  expect(storedInstead("kappa", column(...got), now, right)).toEqual({
    id: `kappa: stored ${id}`,
    quantity: "kappa",
    sentence: `what is returned as κ is ${what}`,
    cure: "Return the new κ.",
  });
});

test("what is returned as a state is nothing that is known, or what it should be", () => {
  for (const got of [
    [9, 17],
    [4, 16],
    [16, 4],
  ])
    expect(storedInstead("kappa", column(...got), now, right)).toBeUndefined();
  // At the first step the new v may be the gradient, and then nothing is wrong.
  const same = { ...right, states: new Map([["v", column(3, 5)]]) };
  const fresh = now.with(new Map([["vOld", column(0, 0)]]));
  expect(storedInstead("v", column(3, 5), fresh, same)).toBeUndefined();
});
