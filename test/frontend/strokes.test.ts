import { describe, expect, test } from "vitest";
import { clipped, exitOf, isWithin, line, strokesOf } from "../../src/frontend/explorer/strokes.ts";

const box = { left: 0, right: 100, top: 0, bottom: 50 };

describe("a path in a box", () => {
  test("is one stroke while it stays inside", () => {
    const { near, crossing } = strokesOf([[10, 10], [20, 20], [30, 10]], box); // prettier-ignore
    expect(near).toBe("M10 10L20 20L30 10");
    expect(crossing).toBe("");
  });

  test("goes a little beyond the edge where it leaves, and is no more than crossing where it never touches", () => {
    const { near, crossing } = strokesOf([[50, 40], [50, 1e9], [50, -1e9]], box); // prettier-ignore
    expect(near).toBe("M50 40L50 74");
    expect(crossing).toBe("M50 74L50 -24");
  });

  test("leaves at an edge, on a side", () => {
    expect(exitOf([[50, 25], [50, 1e300]], box)).toEqual({ at: [50, 50], side: "bottom" }); // prettier-ignore
    expect(exitOf([[50, 25], [-50, 25], [500, 25]], box)).toEqual({ at: [0, 25], side: "left" }); // prettier-ignore
    expect(exitOf([[50, 25], [500, 25], [60, 25]], box)).toBeUndefined(); // prettier-ignore
  });

  test("is clipped to nothing where it passes by, or has no place", () => {
    expect(clipped([-10, -10], [-10, 60], box)).toBeUndefined();
    expect(clipped([10, 10], [NaN, 60], box)).toBeUndefined();
    const held = clipped([50, -3e155], [50, 4e155], box)!;
    expect(held.every((place) => isWithin(place, box))).toBe(true);
    expect(clipped([10, 10], [90, 10], box)).toEqual([[10, 10], [90, 10]]); // prettier-ignore
  });
});

test("a line breaks where a point is missing", () => {
  expect(line([[0, 1], [2, NaN], [3, 4], [5, 6]])).toBe("M0 1M3 4L5 6"); // prettier-ignore
});
