import { describe, expect, test } from "vitest";
import { contractionFactor, InputError, quadratic, quadraticTheory, type QuadraticOptions } from "fall-line";
import { normal } from "../../src/math/random.ts";

const at = (...w: number[]): Float64Array => Float64Array.from(w);
const slope = (on: ReturnType<typeof quadratic>, ...w: number[]): number[] => {
  const out = new Float64Array(w.length).fill(7);
  on.gradient(at(...w), out, 1);
  return [...out];
};
const near = (numbers: readonly number[]): unknown[] => numbers.map((x): unknown => expect.closeTo(x, 12));

describe("quadratic(curvatures, options)", () => {
  test("is half the sum of each curvature times the square of the way from its middle", () => {
    for (const n of [2, 5]) {
      const [h, c] = [[1, 2, 3, 4, 5].slice(0, n), [2, -1, 0, 1, 3].slice(0, n)];
      const on = quadratic(h, { center: c });
      const w = c.map((x, i) => x + i + 1);
      expect(on.value(at(...w))).toBeCloseTo(h.reduce((sum, x, i) => sum + x * (i + 1) ** 2, 0) / 2, 12);
      expect(slope(on, ...w)).toEqual(near(h.map((x, i) => x * (i + 1))));
      const H = new Float64Array(n * n).fill(7);
      on.hessian(at(...w), H);
      expect([...H]).toEqual(h.flatMap((x, i) => h.map((_, j) => (i === j ? x : 0))));
      expect([on.curvatures, on.dimension, on.minima]).toEqual([h, n, [c]]);
      expect(on.start).toEqual(c.map((x) => x + 1));
    }
  });

  test("turned by an angle, its first axis is turned from x towards y", () => {
    const on = quadratic([1, 100], { angle: 30, center: [1, 2] });
    const [c, s] = [Math.cos(Math.PI / 6), Math.sin(Math.PI / 6)];
    expect(on.value(at(1 + c, 2 + s))).toBeCloseTo(1 / 2, 10);
    expect(on.value(at(1 - s, 2 + c))).toBeCloseTo(50, 10);
    expect(slope(on, 1 + c, 2 + s)).toEqual(near([c, s]));
  });

  test("turned at random it is the same for the same seed, and keeps its middle", () => {
    const h = [1, 2, 3, 4, 50];
    const center = [3, -1, 2, 0, 1];
    const on = quadratic(h, { seed: 4, center });
    const w = [1, 1, 1, 1, 1];
    expect(quadratic(h, { seed: 4, center }).value(at(...w))).toBe(on.value(at(...w)));
    expect(quadratic(h, { seed: 5, center }).value(at(...w))).not.toBeCloseTo(on.value(at(...w)), 6);
    expect(quadratic(h, { center }).value(at(...w))).not.toBeCloseTo(on.value(at(...w)), 6);
    expect(on.value(at(...center))).toBe(0);
    expect(slope(on, ...center)).toEqual(near([0, 0, 0, 0, 0]));
    // Half of w' H w, and the gradient is H w.
    const g = slope(on, ...w);
    expect(on.value(at(...w))).toBeCloseTo(
      g.reduce((sum, x, i) => sum + x * (w[i]! - center[i]!), 0) / 2,
      10,
    );
  });

  test("turned at random has its first curvature along the first random vector of its seed", () => {
    const on = quadratic([1, 0, 0, 0], { seed: 4 });
    const H = new Float64Array(16);
    on.hessian(new Float64Array(4), H);
    const first = [0, 1, 2, 3].map((j) => normal(4, 0, j));
    const square = first.reduce((sum, x) => sum + x * x, 0);
    expect([...H]).toEqual(near(first.flatMap((x) => first.map((y) => (x * y) / square))));
  });

  test.each<[number[], QuadraticOptions, string, number]>([
    [[1, 2], {}, "quadratic with curvatures 1, 2", 0],
    [[1, 2, 3], {}, "quadratic with curvatures 1, 2, 3", 0],
    [[1, 2, 3, 9], {}, "quadratic with curvatures 1 ... 9", 0],
    [[1, 0], {}, "quadratic with curvatures 1, 0", 0],
    [[1, -1e-9], { name: "mine" }, "mine", -Infinity],
    [[1, 2, 3, -4], { name: "mine" }, "mine", -Infinity],
  ])("of %j, %o is named, and knows how deep it is", (curvatures, options, name, least) => {
    const on = quadratic(curvatures, options);
    expect([on.name, on.least]).toEqual([name, least]);
    expect(on.minima).toEqual(least === 0 ? [curvatures.map(() => 0)] : []);
  });

  test.each<[number[], QuadraticOptions, string | undefined]>([
    [[0.1, 2], {}, "0.05*x^2 + 1*y^2"],
    [[2, -3], {}, "1*x^2 - 1.5*y^2"],
    [[2, 4], { center: [3, -0.5] }, "1*(x - 3)^2 + 2*(y + 0.5)^2"],
    [[2, 4], { center: [0.5, 0] }, "1*(x - 0.5)^2 + 2*y^2"],
    [[1, 2], { angle: 90 }, "1*x^2 + 0.5*y^2"],
    [[0, 0], {}, "0*x"],
    [[0, 2], {}, "1*y^2"],
    [[2, 4, 6], {}, "1*x^2 + 2*y^2 + 3*z^2"],
    [[1, 2, 3, 4], {}, undefined],
  ])("of %j, %o is the formula %s", (curvatures, options, formula) => {
    expect(quadratic(curvatures, options).expression).toBe(formula);
  });

  test.each<[number[], object, string]>([
    [[1, 2], { angle: NaN }, "angle must be a number of degrees, got NaN; for example: angle: 45"],
    [[1], { angle: 30 }, "an angle turns two dimensions only, got 1; give a seed instead: seed: 1"],
    [
      [1, 2],
      { start: [1, 2, 3] },
      "start must have one number per curvature, got [1, 2, 3]; allowed: 2 finite numbers; for example: start: [1, 1]",
    ],
    [[1], { center: [NaN] }, "allowed: 1 finite number; for example: center: [1]"],
    [[1, 2], { center: 3 }, "center must have one number per curvature, got 3"],
    [
      [1, 2, 3, 4, 5, 6, 7],
      { center: [1] },
      "allowed: 7 finite numbers; for example: center: new Array(7).fill(1)",
    ],
    [[1, 2], { seed: 0.5 }, "seed must be a whole number, got 0.5"],
    [[1, 2], { turn: 3 }, "quadratic has no option turn"],
    [
      3 as never,
      {},
      "the curvatures must be finite numbers, one per parameter, got 3; for example: quadratic([0.1, 2])",
    ],
    [[1, Infinity], {}, "the curvatures must be finite numbers"],
  ])("%j, %o is refused", (curvatures, options, message) => {
    const make = (): unknown => quadratic(curvatures, options);
    expect(make).toThrow(InputError);
    expect(make).toThrow(message);
  });
});

/** By what the error shrinks in the long run: 600 steps by hand from (e, m) = (1, 0), the last 400 measured. */
function measured(lambdaH: number, alpha: number, form: "momentum" | "nesterov"): number {
  let [e, m, growth] = [1, 0, 0];
  for (let t = 0; t < 600; t++) {
    m = alpha * m - lambdaH * (form === "momentum" ? e : e + alpha * m);
    e += m;
    const size = Math.hypot(e, m);
    [e, m] = [e / size, m / size];
    if (t >= 200) growth += Math.log(size);
  }
  return Math.exp(growth / 400);
}

describe("contractionFactor(h, { lambda, alpha }, form)", () => {
  test.each([
    [0.5, 0],
    [1.7, 0],
    [2.3, 0],
    [0.01, 0.5],
    [0.3, 0.8],
    [1.9, 0.6],
    [3.5, 0.5],
  ])("with lambda h = %d and alpha = %d is what is measured", (lambdaH, alpha) => {
    for (const form of ["momentum", "nesterov"] as const)
      expect(contractionFactor(2, { lambda: lambdaH / 2, alpha }, form)).toBeCloseTo(
        measured(lambdaH, alpha, form),
        2,
      );
    expect(contractionFactor(2, { lambda: lambdaH / 2, alpha })).toBeCloseTo(
      measured(lambdaH, alpha, "momentum"),
      2,
    );
  });

  test("without alpha is that of gradient descent, |1 - lambda h|", () => {
    for (const lambda of [0.1, 0.5, 0.9, 1.3])
      for (const form of ["momentum", "nesterov"] as const)
        expect(contractionFactor(2, { lambda }, form)).toBeCloseTo(Math.abs(1 - 2 * lambda), 14);
  });

  test.each<[unknown[], string]>([
    [[NaN, { lambda: 0.1 }], "h must be a finite number, got NaN; allowed: a curvature, lambda, alpha, and"],
    [[1, { lambda: "0.1" }], 'lambda must be a finite number, got "0.1"'],
    [[1, { lambda: 0.1, alpha: Infinity }], "alpha must be a finite number, got Infinity"],
    [[NaN, { lambda: "0.1" }], "h must be a finite number, got NaN"],
    [[1, 0.1], "lambda must be a finite number"],
    [[1, { lambda: 0.1 }, "adam"], 'there is no such form, got "adam"'],
  ])("refuses %j", (given, message) => {
    expect(() => contractionFactor(...(given as Parameters<typeof contractionFactor>))).toThrow(message);
  });
});

describe("quadraticTheory(on)", () => {
  test("is of the least and the largest curvature, in whatever order, of a quadratic or a list", () => {
    const theory = quadraticTheory([4, 1, 9]);
    expect([theory.smallest, theory.largest, theory.condition]).toEqual([1, 9, 9]);
    // Polyak's best: lambda = 4/(1 + 3)^2, alpha = ((3 - 1)/(3 + 1))^2.
    expect([theory.momentum.lambda, theory.momentum.alpha, theory.momentum.rate]).toEqual([
      1 / 4,
      1 / 4,
      1 / 2,
    ]);
    expect(theory.gradientDescent).toEqual({ lambda: 1 / 5, rate: 4 / 5, stableBelow: 2 / 9 });
    // Nesterov's best (Lessard et al. 2016, proposition 1): with the root of 3 Q + 1 = 28.
    const root = Math.sqrt(28);
    expect(theory.nesterov).toMatchObject({
      lambda: 4 / 28,
      alpha: (root - 2) / (root + 2),
      rate: 1 - 2 / root,
    });
    expect(JSON.stringify(quadraticTheory(quadratic([4, 1, 9])))).toBe(JSON.stringify(theory));
  });

  test("knows up to which rate a share alpha is stable: where the contraction reaches 1", () => {
    const { momentum, nesterov } = quadraticTheory([1, 5]);
    for (const alpha of [0, 0.3, 0.9]) {
      expect(contractionFactor(5, { lambda: momentum.stableBelow(alpha), alpha })).toBeCloseTo(1, 12);
      expect(contractionFactor(5, { lambda: nesterov.stableBelow(alpha), alpha }, "nesterov")).toBeCloseTo(
        1,
        12,
      );
    }
  });

  test.each([[[]], [[0, 1]], [[1, -1]], [[1, Infinity]], [[1, "2"]], [3], [{ curvatures: "1" }], [{}]])(
    "refuses %j",
    (on) => {
      expect(() => quadraticTheory(on as number[])).toThrow(
        /this theory is about curvatures above 0, got .*; for example: quadraticTheory\(\[0\.1, 2\]\)/,
      );
    },
  );
});
