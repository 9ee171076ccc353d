import { describe, expect, test } from "vitest";
import { objective } from "fall-line";
import { compileMany, placesOf } from "../../src/math/compile.ts";
import { parse } from "../../src/math/expression.ts";
import { Graph } from "../../src/math/graph.ts";

/** Gradient and Hessian written into arrays in which something else stood. */
function derivatives(text: string, variables: string[], w: number[]): { g: number[]; H: number[][] } {
  const on = objective(text, { variables });
  const n = w.length;
  const [g, H] = [new Float64Array(n).fill(NaN), new Float64Array(n * n).fill(NaN)];
  on.gradient(Float64Array.from(w), g, 1);
  on.hessian(Float64Array.from(w), H);
  return { g: [...g], H: w.map((_, i) => [...H.slice(i * n, (i + 1) * n)]) };
}

const names = (n: number): string[] => Array.from({ length: n }, (_, i) => `x${i}`);

describe("gradient and Hessian", () => {
  test("equal entries stand in each of their places", () => {
    const { g, H } = derivatives("x*y + y*z + x*z", ["x", "y", "z"], [1, 2, 4]);
    expect(g).toEqual([6, 5, 3]);
    expect(H).toEqual([
      [0, 1, 1],
      [1, 0, 1],
      [1, 1, 0],
    ]);
  });

  test("are 0 along a variable that is not read, and where a formula is constant", () => {
    expect(derivatives("x^2 + 0*y", ["x", "y"], [3, 1])).toEqual({
      g: [6, 0],
      H: [
        [2, 0],
        [0, 0],
      ],
    });
    expect(derivatives("3*x - x - 2*x", ["x"], [5])).toEqual({ g: [0], H: [[0]] });
    expect(derivatives("x^2", ["y", "x"], [3, 1])).toEqual({
      g: [0, 2],
      H: [
        [0, 0],
        [0, 2],
      ],
    });
  });

  test.each([9, 10, 11, 30])("of a chain in %i variables are 0 but beside the diagonal", (n) => {
    const text = names(n - 1)
      .map((x, i) => `${x}^2*x${i + 1}`)
      .join(" + ");
    const w = names(n).map((_, i) => i + 1);
    const { g, H } = derivatives(text, names(n), w);
    w.forEach((x, i) => {
      expect(g[i]).toBe((i < n - 1 ? 2 * x * (x + 1) : 0) + (i > 0 ? (x - 1) ** 2 : 0));
      w.forEach((_, j) => {
        const due =
          i === j ? (i < n - 1 ? 2 * (x + 1) : 0) : j === i + 1 ? 2 * x : j === i - 1 ? 2 * w[j]! : 0;
        expect(H[i]![j]).toBe(due);
      });
    });
  });

  test("computed column by column they are the same at every point", () => {
    const n = 180;
    const on = objective(
      `log(${names(n)
        .map((x, i) => `${i + 1}*exp(${x})`)
        .join(" + ")})`,
      { variables: names(n) },
    );
    const H = new Float64Array(n * n).fill(NaN);
    const total = (n * (n + 1)) / 2;
    for (const shift of [0, 1]) {
      on.hessian(new Float64Array(n).fill(shift), H);
      for (const [i, j] of [
        [0, 0],
        [0, 1],
        [1, 0],
        [5, 170],
        [170, 5],
        [179, 179],
      ] as const) {
        const [p, q] = [(i + 1) / total, (j + 1) / total];
        expect(H[i * n + j]).toBeCloseTo((i === j ? p : 0) - p * q, 12);
      }
    }
  });

  test.each<[string, number[], number[], number[]]>([
    ["x*x", [3], [6], [2]],
    ["x/x", [3], [0], [0]],
    ["x - x", [3], [0], [0]],
    ["x^x", [2], [4 * (Math.log(2) + 1)], [4 * ((Math.log(2) + 1) ** 2 + 1 / 2)]],
    ["1/x", [2], [-1 / 4], [1 / 4]],
    ["-(-x)^3", [2], [12], [12]],
    ["2*(3*x)", [1], [6], [0]],
    ["abs(x)*x", [-3], [6], [-2]],
    ["2^x/2", [3], [4 * Math.log(2)], [4 * Math.log(2) ** 2]],
    ["x^0 + x^1", [3], [1], [0]],
    ["sqrt(x)", [4], [1 / 4], [-1 / 32]],
    ["x*1e-9*1e-9", [1], [1e-18], [0]],
  ])("of %s at %j", (text, w, g, h) => {
    const found = derivatives(text, ["x"], w);
    expect(found.g[0]).toBeCloseTo(g[0]!, 12);
    expect(found.H[0]![0]).toBeCloseTo(h[0]!, 12);
  });
});

describe("a graph", () => {
  const same = (a: string, b: string): boolean => {
    const graph = new Graph();
    return graph.expression(parse(a)) === graph.expression(parse(b));
  };

  test.each([
    ["x + y", "y + x"],
    ["x*y", "y*x"],
    ["2 + 3", "5"],
    ["1*x", "x"],
    ["x*1", "x"],
    ["x/1", "x"],
    ["x^1", "x"],
    ["2*pi", "pi + pi"],
    ["max(1, 7, 3)", "7"],
    ["3 > 2 ? 4 : 5", "4"],
    ["(x + 1)^2", "(x + (3 - 2))^2"],
    ["+x", "x"],
  ])("has one vertex for %s and %s", (a, b) => {
    expect(same(a, b)).toBe(true);
  });

  test.each([
    ["x - y", "y - x"],
    ["x/y", "y/x"],
    ["x^2", "2^x"],
    ["x - 1", "x"],
    ["x + 1", "x"],
    ["1/x", "x"],
    ["1^x", "x"],
    ["x > y", "y > x"],
    ["-x", "x"],
    ["max(x, y, z)", "max(x, y)"],
    ["e", "ee"],
  ])("has two for %s and %s", (a, b) => {
    expect(same(a, b)).toBe(false);
  });

  test("of more operations than fit into a function keeps what later parts read, even where it is a result itself", () => {
    const graph = new Graph();
    const early = graph.expression(parse("(x + y)^2"));
    let late = graph.operation("add", [early, graph.symbol("x")]);
    for (let i = 0; i < 2500; i++)
      late = graph.operation("add", [late, i % 2 === 0 ? early : graph.symbol("y")]);
    const out = new Float64Array(3);
    const write = compileMany(
      new Map([
        [early, [0]],
        [late, [1, 2]],
      ]),
      placesOf("w", ["x", "y"]),
    );
    for (const [x, y] of [
      [1, 2],
      [0.5, -2],
    ] as const) {
      write(Float64Array.of(x, y), out);
      const square = (x + y) ** 2;
      expect(out[0]).toBe(square);
      expect(out[1]).toBeCloseTo(square + x + 1250 * square + 1250 * y, 8);
      expect(out[2]).toBe(out[1]);
    }
  });
});
