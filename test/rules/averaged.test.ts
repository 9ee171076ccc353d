import { expect, test } from "vitest";
import { descend, gradientDescent, gradientDescentAveraged, gradientDescentEma, type Rule } from "fall-line";
import { near, slopes, xOf } from "./numbers.ts";

const on = slopes([-3, 1, -5, -1]); // with rate 1 the points are 0, 3, 2, 7, 8
const options = { start: [0], steps: 4 };
const averages = (path: { term(name: "a"): readonly Float64Array[] }) => path.term("a").map(([a]) => a!);

test("the mean is that of all points after the start", () => {
  const path = descend(on, gradientDescentAveraged, { ...options, hyper: { lambda: 1 } });
  expect(xOf(path)).toEqual([0, 3, 2, 7, 8]);
  expect(averages(path).slice(1)).toEqual(near([3, 2.5, 4, 5], 12));
});

test("from a later step on it is the mean of the points after that step, and until then the point itself", () => {
  const path = descend(on, gradientDescentAveraged, { ...options, hyper: { lambda: 1, from: 2 } });
  expect(averages(path).slice(1)).toEqual(near([3, 2, 7, 7.5], 12));
});

test("the moving average begins with the first point, and keeps its share", () => {
  const path = descend(on, gradientDescentEma, { ...options, hyper: { lambda: 1, beta: 0.75 } });
  expect(averages(path).slice(1)).toEqual(near([3, 2.75, 3.8125, 4.859375], 12));
});

test("neither leads w elsewhere: it goes as plain descent does", () => {
  for (const rule of [gradientDescentAveraged, gradientDescentEma] as readonly Rule[])
    expect(xOf(descend("x^2", rule, { start: [3], steps: 9 }))).toEqual(
      xOf(descend("x^2", gradientDescent, { start: [3], steps: 9 })),
    );
});
