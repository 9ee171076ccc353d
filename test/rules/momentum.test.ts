import { describe, expect, test } from "vitest";
import { descend, gradientDescent, momentum, ravine, schedules } from "fall-line";
import { near, xOf } from "./numbers.ts";

describe("x^2 from 1 with lambda 0.1 and alpha 0.9", () => {
  const options = { start: [1], steps: 3, hyper: { lambda: 0.1, alpha: 0.9 } };

  test("passes .8, .46, .062 with the velocities -.2, -.34, -.398", () => {
    const path = descend("x^2", momentum, options);
    expect(xOf(path).slice(1)).toEqual(near([0.8, 0.46, 0.062], 12));
    expect(path.term("m").map(([m]) => m)).toEqual(near([0, -0.2, -0.34, -0.398], 12));
  });

  test("keeps its velocity when the rate drops at step 3: .1448", () => {
    const schedule = schedules.step({ factor: 0.1, every: 2 });
    expect(descend("x^2", momentum, { ...options, schedule }).end.w[0]).toBeCloseTo(0.1448, 12);
  });
});

test("with alpha = 0 it is gradient descent", () => {
  const options = { start: [-8, 1.5], steps: 30 };
  const plain = descend(ravine, gradientDescent, { ...options, hyper: { lambda: 0.1 } });
  expect(descend(ravine, momentum, { ...options, hyper: { lambda: 0.1, alpha: 0 } }).path).toEqual(
    plain.path,
  );
});
