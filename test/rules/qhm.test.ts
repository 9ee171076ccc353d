import { describe, expect, test } from "vitest";
import { descend, gradientDescent, qhm, ravine } from "fall-line";
import { near, xOf } from "./numbers.ts";

describe("Quasi-hyperbolic momentum", () => {
  test("mixes nu of the average with 1 - nu of the gradient: on a slope of 4 the steps are 5/2, 13/4, 29/8", () => {
    const hyper = { lambda: 1, beta: 1 / 2, nu: 3 / 4 };
    const path = descend("4*x", qhm, { start: [0], steps: 3, hyper });
    expect(path.term("m").map(([m]) => m)).toEqual([0, 2, 3, 7 / 2]);
    expect(xOf(path)).toEqual(near([0, -5 / 2, -5 / 2 - 13 / 4, -5 / 2 - 13 / 4 - 29 / 8], 14));
  });

  test("with nu = 0 it is gradient descent", () => {
    const options = { start: [-8, 1.5], steps: 30 };
    const plain = descend(ravine, gradientDescent, { ...options, hyper: { lambda: 0.1 } });
    expect(descend(ravine, qhm, { ...options, hyper: { lambda: 0.1, nu: 0 } }).path).toEqual(plain.path);
  });
});
