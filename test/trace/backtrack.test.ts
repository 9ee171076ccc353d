import { expect, test } from "vitest";
import { backtracking } from "../../src/trace/backtrack.ts";

/** The length found along direction -1 from w = 0, where the loss is 0 and its slope 1; `loss` is given the length. */
function found(loss: (length: number) => number): { length: number; tried: number[] } {
  const tried: number[] = [];
  const value = (w: Float64Array): number => {
    tried.push(-w[0]!);
    return loss(-w[0]!);
  };
  const registers = { g: Float64Array.of(1), now: [Float64Array.of(0)], loss: 0 } as never;
  return { length: backtracking(value, registers)(Float64Array.of(-1)), tried };
}

test("the first of 1, 1/2, 1/4, ... at which the loss falls is taken", () => {
  expect(found((length) => (length > 0.3 ? 1 : -1))).toEqual({ length: 0.25, tried: [1, 0.5, 0.25] });
  expect(found(() => -1)).toEqual({ length: 1, tried: [1] });
});

test("a fall of a ten-thousandth of what the slope promises for that length is enough, and less is not", () => {
  expect(found((length) => (length === 0.5 ? -0.5e-4 : 1)).length).toBe(0.5);
  expect(found((length) => (length === 0.5 ? -0.49e-4 : length === 0.25 ? -1 : 1)).length).toBe(0.25);
});

test("where no length will do the smallest one tried is taken, after 50 halvings", () => {
  const { length, tried } = found(() => 1);
  expect(tried).toHaveLength(50);
  expect(length).toBe(2 ** -50);
});
