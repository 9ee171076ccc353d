import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Objective, objective, objectives, quadratic } from "fall-line";
import { gradientOf } from "../../src/math/derivatives.ts";
import { parse } from "../../src/math/expression.ts";
import { Graph } from "../../src/math/graph.ts";

/** The central difference of a function at a point in one coordinate. */
function slope(f: (w: Float64Array) => number, w: Float64Array, i: number): number {
  const h = 1e-5 * Math.max(1, Math.abs(w[i]!));
  const [up, down] = [w.slice(), w.slice()];
  up[i]! += h;
  down[i]! -= h;
  return (f(up) - f(down)) / (2 * h);
}

function expectNear(got: number, expected: number, scale: number): void {
  expect(Math.abs(got - expected)).toBeLessThanOrEqual(1e-5 * Math.max(1, Math.abs(expected), scale));
}

const surfaces: readonly Objective[] = [
  ...objectives,
  quadratic([0.1, 10], { angle: 30, center: [1, -2] }),
  quadratic([1, 2, -3], { seed: 1 }),
  quadratic([1, 2, 3, 4, 5], { seed: 2 }),
  quadratic([1, 2, 3, 4, 5]),
  ...[
    "tan(x/4)",
    "atan(x*y)",
    "asin(x/9)",
    "acos(x/9)",
    "tanh(x) + sinh(y)",
    "sqrt(x^2 + 2)",
    "log(x^2 + 1)",
    "2^x",
    "exp(x)*y",
  ].map((text) => objective(text)),
];

describe.each(surfaces.map((on) => [on.name, on] as const))("%s", (_name, on) => {
  const points = fc
    .array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: on.dimension, maxLength: on.dimension })
    .map((w) => Float64Array.from(w));
  const gradientAt = (w: Float64Array): Float64Array => {
    const out = new Float64Array(on.dimension);
    on.gradient(w, out, 1);
    return out;
  };

  test("its gradient agrees with central differences", () => {
    fc.assert(
      fc.property(points, (w) => {
        const scale = Math.abs(on.value(w));
        gradientAt(w).forEach((g, i) => {
          expectNear(
            g,
            slope((v) => on.value(v), w, i),
            scale,
          );
        });
      }),
      { numRuns: 40 },
    );
  });

  test("its Hessian agrees with central differences of the gradient, and is symmetric", () => {
    fc.assert(
      fc.property(points, (w) => {
        const n = on.dimension;
        const H = new Float64Array(n * n);
        on.hessian!(w, H);
        const scale = Math.hypot(...gradientAt(w));
        for (let i = 0; i < n; i++) {
          for (let j = 0; j < n; j++) {
            expectNear(
              H[i * n + j]!,
              slope((v) => gradientAt(v)[i]!, w, j),
              scale,
            );
            expectNear(H[i * n + j]!, H[j * n + i]!, 0);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("a gradient is written as short as by hand:", () => {
  const slopeOf = (graph: Graph, text: string): unknown =>
    gradientOf(graph, graph.expression(parse(text)), ["x"], text)[0];

  test.each([
    ["7*y", "0"],
    ["0*x^2", "0"],
    ["0*x + x*y", "y"],
    ["x*y + 0*x", "y"],
    ["0.061728*x^2", "0.123456*x"],
    ["0.06172835*x^2", "0.06172835*(2*x)"],
    ["x + y", "1"],
    ["2*x", "2"],
    ["x - y*x", "-y + 1"],
    ["y - x", "-1"],
    ["x*y", "y"],
    ["-(x*y)", "-y"],
    ["-(y*(-x))", "y"],
    ["x + x", "2"],
    ["x^2", "2*x"],
    ["3*x^2", "6*x"],
    ["0.5*(0.1*x^2)", "0.1*x"],
    ["x^3", "3*x^2"],
    ["y/x", "-(y/x/x)"],
    ["x/y", "1/y"],
    ["log(x)", "1/x"],
    ["y*log(x)", "y/x"],
    ["log(x)*y", "y/x"],
    ["sqrt(x)", "1/(2*sqrt(x))"],
    ["cos(x)", "-sin(x)"],
    ["y*cos(x)", "-(y*sin(x))"],
    ["cos(x)*cos(x)", "-(2*cos(x)*sin(x))"],
    ["cos(2*x)", "-(2*sin(2*x))"],
    ["exp(-x)", "-exp(-x)"],
    ["exp(x)*exp(x)", "2*exp(x)*exp(x)"],
  ])("that of %s is %s", (text, slope) => {
    const graph = new Graph();
    expect(slopeOf(graph, text)).toBe(graph.expression(parse(slope)));
  });
});
