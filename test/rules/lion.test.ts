import { describe, expect, test } from "vitest";
import { descend, lion } from "fall-line";
import { near, slopes, xOf } from "./numbers.ts";

describe("Lion", () => {
  const hyper = { eta: 0.1, beta1: 1 / 2, beta2: 3 / 4, decay: 0 };

  test("steps by the sign of a mixture of beta1 momentum, and remembers another of beta2", () => {
    const path = descend(slopes([8, -1, -2, -3]), lion, { start: [0], steps: 4, hyper });
    expect(
      path
        .term("c")
        .slice(1)
        .map(([c]) => c),
    ).toEqual([4, 1 / 2, -3 / 8, -41 / 32]);
    expect(path.term("m").map(([m]) => m)).toEqual([0, 2, 5 / 4, 7 / 16, -27 / 64]);
    expect(xOf(path)).toEqual(near([0, -0.1, -0.2, -0.1, 0], 15));
  });

  test("decays towards 0, from either side: 10 loses eta * decay * 10 beside its step", () => {
    const path = (start: number): number[] =>
      xOf(descend("x", lion, { start: [start], steps: 2, hyper: { ...hyper, decay: 0.5 } }));
    expect(path(10)).toEqual(near([10, 9.4, 8.83], 13));
    expect(path(-10)).toEqual(near([-10, -9.6, -9.22], 13));
  });
});
