import { describe, expect, test } from "vitest";
import { descend, gradientDescent, objective, objectives } from "fall-line";
import { withChanges } from "../../src/objectives/objective.ts";

const at = (w: readonly number[]): Float64Array => Float64Array.from(w);

describe("objective", () => {
  test("takes its variables in the order x, y, z, then alphabetically, or as told", () => {
    expect(objective("b + z*a + y + x").variables).toEqual(["x", "y", "z", "a", "b"]);
    expect(objective("x - y", { variables: ["y", "x"] }).value(at([1, 3]))).toBe(2);
  });

  test("prints its derivatives", () => {
    expect(objective("0.05*x^2 + y^2").derivatives).toEqual(["0.1 * x", "2 * y"]);
  });

  test("with another name keeps the rest, and works nothing out for it", () => {
    const named = withChanges(objective("0.05*x^2 + y^2"), { name: "mine" });
    expect(Object.keys(named)).toEqual(["name"]);
    expect([named.name, named.expression, named.dimension]).toEqual(["mine", "0.05*x^2 + y^2", 2]);
    expect(named.value(at([2, 1]))).toBe(1.2);
    expect(named.derivatives).toEqual(["0.1 * x", "2 * y"]);
  });

  test.each([
    ["x**2", "a power is written with ^"],
    ["x²", "a power is written with ^"],
    ["", "an expression is missing here"],
    ["3", "this has no variable to descend in"],
    ["beale", "is one word, and no formula"],
    ["sine(x)", "there is no function sine"],
    ["max(x, y)", "this can't be differentiated"],
    ["x.constructor", "is not allowed in an expression"],
    ["x = 2", "is not allowed in an expression"],
  ])("%s is refused when it is made", (text, message) => {
    expect(() => objective(text)).toThrow(message);
  });

  test.each(["x", [1], { x: 1 }])("variables that are no list of names are refused: %j", (variables) => {
    expect(() => objective("x^2", { variables } as never)).toThrow(/variables must be a list of names/);
  });

  test("an object with value and gradient is an objective; its gradient may be returned or written", () => {
    const returned = { value: (w: Float64Array) => w[0]! ** 2, gradient: (w: Float64Array) => [2 * w[0]!] };
    const written = {
      value: (w: Float64Array) => w[0]! ** 2,
      gradient: (w: Float64Array, out: Float64Array) => {
        out[0] = 2 * w[0]!;
      },
    };
    const options = { start: [1], steps: 2, hyper: { lambda: 0.1 } };
    expect(descend(returned, gradientDescent, options).path).toEqual(
      descend(written, gradientDescent, options).path,
    );
    const wrong = { value: () => 0, gradient: () => [1, 2] };
    expect(() => descend(wrong, gradientDescent, options)).toThrow(
      "a gradient must have one number per parameter, got [",
    );
  });
});

describe.each(objectives.map((on) => [on.name, on] as const))("%s", (_name, on) => {
  test("has a flat place at each minimum, with the least loss in the global ones", () => {
    for (const point of [...(on.minima ?? []), ...(on.localMinima ?? [])]) {
      const g = new Float64Array(on.dimension);
      on.gradient(at(point), g, 1);
      expect(Math.hypot(...g)).toBeLessThan(1e-8);
    }
    for (const point of on.minima ?? []) expect(on.value(at(point))).toBeCloseTo(on.least!, 10);
    for (const point of on.localMinima ?? []) expect(on.value(at(point))).toBeGreaterThan(on.least!);
  });

  test("is nowhere lower than its least loss in its view, and in two dimensions starts inside it", () => {
    const grid = Array.from({ length: 41 }, (_, i) => i / 40);
    const [x, y] = on.view!;
    const along = ([low, high]: readonly [number, number], share: number): number =>
      low + share * (high - low);
    for (const a of grid)
      for (const b of y === undefined ? [0] : grid)
        expect(
          on.value(at(y === undefined ? [along(x!, a)] : [along(x!, a), along(y, b)])),
        ).toBeGreaterThanOrEqual(on.least! - 1e-9);
    expect(on.start).toHaveLength(on.dimension);
    expect(on.source).not.toBe("");
    if (y === undefined) return;
    on.start!.forEach((x, i) => {
      expect(x).toBeGreaterThanOrEqual(on.view![i]![0]);
      expect(x).toBeLessThanOrEqual(on.view![i]![1]);
    });
  });
});

test("Beale's value at (1, 1) is 14.203125", () => {
  expect(objectives.find(({ name }) => name === "Beale")!.value(at([1, 1]))).toBe(14.203125);
});
