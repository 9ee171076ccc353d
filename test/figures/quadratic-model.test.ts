import { describe, expect, test } from "vitest";
import { objective } from "fall-line";
import { criticalPoint, modelTraces } from "../../src/figures/quadratic-model.ts";
import { planeOf } from "../../src/figures/plane.ts";

describe("the quadratic model of a surface", () => {
  const model = (H: number[]) => ({
    at: Float64Array.of(1, 1),
    loss: 5,
    g: Float64Array.of(2, 4),
    H: Float64Array.from(H),
  });

  test("has its critical point where its slope is 0, and none where it has no curvature one way", () => {
    expect(criticalPoint(model([2, 0, 0, 4]))).toEqual(Float64Array.of(0, 0));
    expect(criticalPoint(model([2, 0, 0, 0]))).toBeUndefined();
    expect(() => criticalPoint({ ...model([]), H: null as never })).toThrow(TypeError);
  });

  test("has one level through the point alone where there is no critical point", () => {
    const on = objective("x^2 + y^2");
    const views = [[-1, 3], [-1, 3]] as const; // prettier-ignore
    const [lines, ...others] = modelTraces(model([2, 0, 0, 0]), planeOf(on, []), views);
    expect(others).toEqual([]);
    const { x, y } = lines as unknown as { x: (number | null)[]; y: number[] };
    // 5 + 2a + 4b + a² = 5 with a = x - 1, b = y - 1.
    for (const [k, at] of x.entries())
      if (at !== null) expect((at - 1) ** 2 + 2 * (at - 1) + 4 * (y[k]! - 1)).toBeCloseTo(0, 1);
    const [, centre] = modelTraces(model([2, 0, 0, 4]), planeOf(on, []), views);
    expect(centre).toMatchObject({ name: "the model's critical point", x: [0], y: [0] });
  });
});
