import { expect, test } from "vitest";
import { projection } from "../../src/trace/projection.ts";

const projected = (w: number[], ...box: Parameters<typeof projection>) => {
  const result = Float64Array.from(w);
  projection(...box)(result);
  return [...result];
};

test("a box brings each parameter to the nearest point between its bounds", () => {
  expect(projected([-3, 0.5, 9], { low: -1, high: 2 }, 3)).toEqual([-1, 0.5, 2]);
  expect(projected([-3, 9], { low: [-2, 0], high: [0, 4] }, 2)).toEqual([-2, 4]);
});

test("a box may hold a parameter at one number, and may be open to a side", () => {
  expect(projected([5, 5], { low: [1, -Infinity], high: [1, 3] }, 2)).toEqual([1, 3]);
});

test("a box that is empty, or has another number of bounds, is refused", () => {
  expect(() => projection({ low: [0, 1], high: [1, 0.5] }, 2)).toThrow(/low must not be above high/);
  expect(() => projection({ low: NaN, high: 1 }, 2)).toThrow(/low must not be above high/);
  expect(() => projection({ low: [0], high: 1 }, 2)).toThrow(
    /low must be one bound for all parameters, or one for each/,
  );
  expect(() => projection({ low: 0, high: [1, 2, 3] }, 2)).toThrow(
    /high must be one bound for all parameters, or one for each/,
  );
});
