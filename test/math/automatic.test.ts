import fc from "fast-check";
import { all, create } from "mathjs";
import { describe, expect, test } from "vitest";
import { EquationError, objective } from "fall-line";

const math = create(all ?? {}, { relTol: 1e-15, absTol: 0 });

/** Random smooth expressions in x and y whose derivatives stay of sensible size. */
const expressions = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom("x", "y", "2", "0.5", "pi"),
    fc
      .tuple(tie("tree"), fc.constantFrom("+", "-", "*"), tie("tree"))
      .map(([a, op, b]) => `(${a} ${op} ${b})`),
    fc.tuple(tie("tree"), tie("tree")).map(([a, b]) => `(${a} / (2 + sin(${b})))`),
    fc.tuple(tie("tree"), tie("tree")).map(([a, b]) => `((1.5 + cos(${a})) ^ tanh(${b}))`),
    fc.tuple(tie("tree"), fc.constantFrom("1", "2", "3", "4", "5")).map(([a, n]) => `tanh(${a})^${n}`),
    tie("tree").map((a) => `(-${a})`),
    fc
      .tuple(fc.constantFrom(..."sin cos tanh atan sech".split(" ")), tie("tree"))
      .map(([f, a]) => `${f}(${a})`),
    fc
      .tuple(fc.constantFrom(..."exp sinh cosh tan sec asin acos".split(" ")), tie("tree"))
      .map(([f, a]) => `${f}(0.4*sin(${a}))`),
    fc.tuple(fc.constantFrom("sqrt", "log", "abs"), tie("tree")).map(([f, a]) => `${f}(1.5 + cos(${a}))`),
  ),
})).tree;

const coordinate = fc.double({ min: -2, max: 2, noNaN: true });
const points = fc.tuple(coordinate, coordinate);
const NAMES = ["x", "y"] as const;

function derivativesAt(text: string, [x, y]: readonly [number, number]): Record<"g" | "H", Float64Array> {
  const on = objective(`${text} + 0*x*y`, { variables: ["x", "y"] });
  const [w, g, H] = [Float64Array.of(x, y), new Float64Array(2), new Float64Array(4)];
  on.gradient(w, g, 1);
  on.hessian(w, H);
  return { g, H };
}

const near = (got: number, expected: number, within: number): boolean =>
  Math.abs(got - expected) <= within * Math.max(1, Math.abs(expected));

test("gradient and Hessian are those of mathjs's symbolic derivatives", () => {
  fc.assert(
    fc.property(expressions, points, (text, [x, y]) => {
      const { g, H } = derivativesAt(text, [x, y]);
      NAMES.forEach((first, i) => {
        const slope = math.derivative(text, first, { simplify: false });
        expect(near(g[i]!, Number(slope.evaluate({ x, y })), 1e-11), `${text} by ${first}`).toBe(true);
        NAMES.forEach((second, j) => {
          const expected = Number(math.derivative(slope, second, { simplify: false }).evaluate({ x, y }));
          expect(near(H[2 * i + j]!, expected, 1e-9), `${text} by ${first} and ${second}`).toBe(true);
        });
      });
    }),
    { numRuns: 150 },
  );
});

test("gradient and Hessian agree with central differences", () => {
  fc.assert(
    fc.property(expressions, points, (text, [x, y]) => {
      const { g, H } = derivativesAt(text, [x, y]);
      const value = objective(`${text} + 0*x*y`, { variables: ["x", "y"] });
      const h = 1e-5;
      const size = Math.max(1, ...H.map(Math.abs), ...g.map(Math.abs));
      [
        [h, 0],
        [0, h],
      ].forEach(([dx = 0, dy = 0], i) => {
        const [up, down] = [1, -1].map((sign) => Float64Array.of(x + sign * dx, y + sign * dy));
        const slope = (value.value(up!) - value.value(down!)) / (2 * h);
        expect(Math.abs(g[i]! - slope), text).toBeLessThanOrEqual(1e-4 * size ** 2);
        const [gUp, gDown] = [new Float64Array(2), new Float64Array(2)];
        value.gradient(up!, gUp, 1);
        value.gradient(down!, gDown, 1);
        NAMES.forEach((_, j) => {
          const curvature = (gUp[j]! - gDown[j]!) / (2 * h);
          expect(Math.abs(H[2 * i + j]! - curvature), text).toBeLessThanOrEqual(1e-4 * size ** 2);
        });
      });
    }),
    { numRuns: 150 },
  );
});

describe("long formulas", () => {
  /** Coefficients in (-0.5, 0.5), the same in each run. */
  const a = (k: number, j: number): number => Number((((k * 37 + j * 61) % 101) / 101 - 0.5).toFixed(3));
  const [K, N] = [100, 10];
  const text = Array.from({ length: K }, (_, k) => {
    return `log(1 + exp(${Array.from({ length: N }, (_, j) => `${a(k, j)}*x${j}`).join(" + ")}))`;
  }).join(" + ");
  const on = objective(text);
  const w = Float64Array.from({ length: N }, (_, j) => 0.3 - 0.1 * j);

  test("a sum of 100 terms in ten variables has the value, gradient and Hessian of the loop by hand", () => {
    const [g, H] = [new Float64Array(N), new Float64Array(N * N)];
    on.gradient(w, g, 1);
    on.hessian(w, H);
    let value = 0;
    const [slope, curvature] = [new Float64Array(N), new Float64Array(N * N)];
    for (let k = 0; k < K; k++) {
      const z = w.reduce((sum, x, j) => sum + a(k, j) * x, 0);
      const share = 1 / (1 + Math.exp(-z));
      value += Math.log1p(Math.exp(z));
      for (let i = 0; i < N; i++) {
        slope[i]! += share * a(k, i);
        for (let j = 0; j < N; j++) curvature[i * N + j]! += share * (1 - share) * a(k, i) * a(k, j);
      }
    }
    expect(on.value(w)).toBeCloseTo(value, 10);
    g.forEach((x, i) => expect(x).toBeCloseTo(slope[i]!, 10));
    H.forEach((x, i) => expect(x).toBeCloseTo(curvature[i]!, 10));
  });

  test("a chain of a thousand terms has a gradient and a Hessian", () => {
    const n = 1000;
    const chain = objective(
      Array.from({ length: n - 1 }, (_, i) => `100*(x${i + 1} - x${i}^2)^2 + (1 - x${i})^2`).join(" + "),
      { variables: Array.from({ length: n }, (_, i) => `x${i}`) },
    );
    const [at, g, H] = [new Float64Array(n).fill(1), new Float64Array(n), new Float64Array(n * n)];
    at[500] = 1.1;
    chain.gradient(at, g, 1);
    chain.hessian(at, H);
    const [before, here, after] = [499, 500, 501].map((i) => g[i]!);
    // By hand: only the terms that end and begin at 500 differ from 0.
    expect(here).toBeCloseTo(200 * 0.1 - 400 * 1.1 * (1 - 1.21) - 2 * (1 - 1.1), 10);
    expect(before).toBeCloseTo(-400 * 0.1, 10);
    expect(after).toBeCloseTo(200 * (1 - 1.21), 10);
    expect(g.filter((x) => x !== 0)).toHaveLength(3);
    expect(H[500 * n + 500]).toBeCloseTo(202 + 1200 * 1.21 - 400, 9);
    expect(H[500 * n + 501]).toBeCloseTo(-440, 10);
    expect(H[501 * n + 500]).toBe(H[500 * n + 501]);
    expect(H[10 * n + 500]).toBe(0);
  });

  test("a Hessian that is too long to be written out is computed column by column", () => {
    const n = 200;
    const names = Array.from({ length: n }, (_, i) => `x${i}`);
    const soft = objective(`log(${names.map((name) => `exp(${name})`).join(" + ")})`, { variables: names });
    const H = new Float64Array(n * n);
    soft.hessian(new Float64Array(n), H);
    // At 0 every share is 1/n: the Hessian is (I - 1/n)/n.
    expect(H[0]).toBeCloseTo((1 - 1 / n) / n, 14);
    expect(H[1]).toBeCloseTo(-1 / n ** 2, 14);
    expect(H[n * n - 1]).toBeCloseTo((1 - 1 / n) / n, 14);
  });

  test("a derivative that is too long to be written out is told as a sentence", () => {
    expect(on.derivatives[3]).toBe("The derivative with respect to x3 is too long to be written out.");
    expect(objective("x*".repeat(40) + "x").derivatives[0]).toMatch(/too long to be written out/);
    const ofLength = (length: number): string => `2*x + ${"1".padStart(length - 6, "0")}`;
    expect(objective(ofLength(300)).derivatives).toEqual(["2"]);
    expect(objective(ofLength(301)).derivatives[0]).toMatch(/too long to be written out/);
  });
});

describe("a formula from a stranger is refused with a sentence", () => {
  test.each([
    [
      "30,000 terms",
      Array.from({ length: 30_000 }, (_, i) => `x${i % 9}`).join("+"),
      "more than 15,000 operations",
    ],
    ["600,000 characters", "a".repeat(600_000), "more than 500,000 characters"],
    ["100,000 parentheses", `${"(".repeat(100_000)}x`, "nested too deeply"],
    ["5,000 functions in one another", `${"sin(".repeat(5000)}x${")".repeat(5000)}`, "nested too deeply"],
    ["100,000 signs", `${"-".repeat(100_000)}x`, "nested too deeply"],
    ["a long assignment", `x = ${"x + ".repeat(14_000)}x`, ""],
  ])("of %s", (_title, text, what) => {
    let error: unknown;
    try {
      objective(text);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(EquationError);
    expect((error as Error).message).toContain(what);
    expect((error as Error).message.length).toBeLessThan(1000);
  });
});
