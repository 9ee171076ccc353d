import { expect, test } from "vitest";
import { twoLoop } from "../../src/math/linear.ts";

const vector = (...numbers: number[]) => Float64Array.from(numbers);
const history = (...vectors: Float64Array[]) => ({ capacity: 10, vectors });

/** H g by the update of BFGS written out with whole matrices: H = (I - ρ s yᵀ) H (I - ρ y sᵀ) + ρ s sᵀ. */
function dense(g: Float64Array, steps: readonly Float64Array[], changes: readonly Float64Array[]): number[] {
  const n = g.length;
  const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
    Array.from(a).reduce((sum, x, i) => sum + x * b[i]!, 0);
  const indices = Array.from({ length: n }, (_, i) => i);
  const product = (a: number[][], b: number[][]) =>
    a.map((row) =>
      indices.map((j) =>
        dot(
          row,
          b.map((other) => other[j]!),
        ),
      ),
    );
  const [s, y] = [steps.at(-1)!, changes.at(-1)!];
  let H = indices.map((i) => indices.map((j) => (i === j ? dot(y, s) / dot(y, y) : 0)));
  steps.forEach((step, k) => {
    const change = changes[k]!;
    const rho = 1 / dot(change, step);
    const left = indices.map((i) => indices.map((j) => (i === j ? 1 : 0) - rho * step[i]! * change[j]!));
    const right = indices.map((i) => indices.map((j) => left[j]![i]!));
    H = product(product(left, H), right).map((row, i) => row.map((x, j) => x + rho * step[i]! * step[j]!));
  });
  return H.map((row) => dot(row, g));
}

const g = vector(1, -2, 3);
const steps = [vector(1, 0, 0.5), vector(0.2, -1, 0)];
const changes = [vector(2, 0.1, 0.3), vector(0.1, -0.5, 0.2)];

test("twoLoop(g, s, y) is the inverse Hessian of BFGS times g, without its matrix", () => {
  const product = twoLoop(g, history(...steps), history(...changes), new Float64Array(3));
  dense(g, steps, changes).forEach((x, i) => expect(product[i]).toBeCloseTo(x, 12));
});

test("twoLoop(g, s, y) passes over pairs along which the curvature is not above 0", () => {
  const bad = { step: vector(1, 1, 1), change: vector(-1, -1, 0.5) };
  const flat = { step: vector(1, 0, 0), change: vector(0, 1, 0) };
  const withBad = history(steps[0]!, bad.step, flat.step, steps[1]!);
  const product = twoLoop(
    g,
    withBad,
    history(changes[0]!, bad.change, flat.change, changes[1]!),
    vector(0, 0, 0),
  );
  dense(g, steps, changes).forEach((x, i) => expect(product[i]).toBeCloseTo(x, 12));
});
