import { describe, expect, test } from "vitest";
import { adadelta, momentum, newton } from "fall-line";
import { type Case, casesFor, unseenCasesFor } from "../../src/exercises/run/cases.ts";

describe("the cases in which steps are tried by themselves", () => {
  const { all } = casesFor(newton);
  const derivative = (one: Case, i: number, j: number, h = 1e-5): number => {
    const at = (step: number): Float64Array => one.gradient(one.w.map((x, k) => (k === j ? x + step : x)));
    return (at(h)[i]! - at(-h)[i]!) / (2 * h);
  };

  test("have a gradient that is g at w, and a Hessian that is its derivative", () => {
    for (const [index, one] of all.entries()) {
      expect([...one.gradient(one.w)]).toEqual([...one.g]);
      const n = one.w.length;
      for (let i = 0; i < n; i++)
        for (let j = 0; j < n; j++)
          if (index !== 13 || i + j > 0)
            expect([index, i, j, one.H[i * n + j]! - derivative(one, i, j)]).toEqual([
              index,
              i,
              j,
              expect.closeTo(0, index === 14 ? 2 : 4),
            ]);
    }
  });

  test("have as columns what stands in them, in the order of the cases", () => {
    const { columns, all: own } = casesFor(momentum);
    expect([...columns.starts]).toEqual(
      own.reduce((starts, { w }) => [...starts, starts.at(-1)! + w.length], [0]),
    );
    const each = (of: (one: Case, i: number) => number): number[] =>
      own.flatMap((one) => one.w.map((_, i) => of(one, i)));
    const due: [string, (one: Case, i: number) => number][] = [
      ["w", ({ w }, i) => w[i]!],
      ["g", ({ g }, i) => g[i]!],
      ["t", ({ t }) => t],
      ["n", ({ w }) => w.length],
      ["i", (_, i) => i],
      ["alpha", ({ hyper }) => hyper["alpha"]!],
      ["mOld", ({ state }, i) => state["m"]![i]!],
    ];
    for (const [name, of] of due) expect([name, ...columns.value(name)!]).toEqual([name, ...each(of)]);
  });

  test("have as columns numbers that are read off a Hessian [a b; b c]", () => {
    const { columns } = casesFor(newton);
    const flat: [string, (a: number, b: number, c: number) => number[]][] = [
      ["curvature", (a, _, c) => [a, c]],
      ["rowSum", (a, b, c) => [a + b, b + c]],
      ["rowLength", (a, b, c) => [Math.sqrt(a * a + b * b), Math.sqrt(b * b + c * c)]],
      ["rowFirst", (a, b) => [a, b]],
      ["rowOpposite", (_, b) => [b, b]],
      ["firstCurvature", (a) => [a, a]],
      ["trace", (a, _, c) => Array(2).fill(a + c) as number[]],
      ["largestEntry", (...H) => Array(2).fill(Math.max(...H.map(Math.abs))) as number[]],
      ["leastCurvature", (a, b, c) => Array(2).fill((a + c) / 2 - Math.hypot((a - c) / 2, b)) as number[]],
      ["leastDiagonal", (a, _, c) => Array(2).fill(Math.min(Math.abs(a), Math.abs(c))) as number[]],
      ["rowInverse", (a, b, c) => [1 / a + 1 / b, 1 / b + 1 / c]],
      ["greatestEntry", (...H) => Array(2).fill(Math.max(...H)) as number[]],
      ["determinant", (a, b, c) => Array(2).fill(a * c - b * b) as number[]],
    ];
    const entries: number[] = [];
    for (const [index, { H, w }] of all.entries()) {
      if (w.length !== 2) continue;
      const [a, b, , c] = H as unknown as [number, number, number, number];
      entries.push(a, b, c);
      const from = columns.starts[index]!;
      for (const [name, of] of flat) {
        const got = [...columns.value(name)!.subarray(from, from + 2)];
        expect([name, ...got]).toEqual([name, ...of(a, b, c).map((x) => expect.closeTo(x, 9) as number)]);
      }
    }
    expect(Math.min(...entries)).toBeLessThan(-1);
  });

  test("are of one coordinate and of many, in the first step and in late ones, each more than once", () => {
    const of = (n: number): number => all.filter(({ w }) => w.length === n).length;
    for (const n of [2, 3, 4]) expect(of(n)).toBeGreaterThan(1);
    expect(of(1) * of(5)).toBeGreaterThan(0);
    const steps = all.map(({ t }) => t);
    expect(steps.filter((t) => t === 1).length).toBeGreaterThan(1);
    expect(Math.max(...steps)).toBeGreaterThanOrEqual(1000);
  });

  test("lie on flat, nearly flat and steep ground, one with equal coordinates and a 0 on the diagonal of H", () => {
    const slopes = all.map(({ g }) => Math.hypot(...g));
    expect(slopes.filter((slope) => slope === 0)).toHaveLength(1);
    expect(slopes.filter((slope) => slope > 0 && slope < 0.02)).toHaveLength(1);
    expect(slopes.filter((slope) => slope > 15)).toHaveLength(1);
    const equal = all.filter(({ w }) => new Set(w).size < w.length);
    expect(equal.map(({ H }) => H[0])).toEqual([0]);
    expect(Math.max(...all.flatMap(({ w }) => w.map(Math.abs)))).toBeGreaterThan(5);
  });

  test("remember squares that are never below 0 and velocities that are, and far out shares are small and rates large", () => {
    const { all: steps } = casesFor(adadelta);
    for (const name of ["s", "u"])
      expect(Math.min(...steps.flatMap(({ state }) => state[name]!))).toBeGreaterThanOrEqual(0);
    expect(steps.filter(({ state }) => state["s"]!.every((x) => x === 0)).map(({ t }) => t)).toEqual([
      1, 1, 1,
    ]);
    const { all: own } = casesFor(momentum);
    expect(own.flatMap(({ state }) => state["m"]!).some((x) => x < 0)).toBe(true);
    expect(own.at(-1)!.hyper["alpha"]).toBeLessThan(0.45);
    expect(own.at(-1)!.hyper["lambda"]).toBeGreaterThan(0.7);
    for (const { hyper } of own.slice(0, -1)) {
      expect(hyper["alpha"]).toBeGreaterThan(0.5);
      expect(hyper["lambda"]).toBeLessThan(0.5);
    }
  });

  test("are made once for a seed, and are others for another", () => {
    expect(casesFor(momentum, 3)).toBe(casesFor(momentum, 3));
    expect(casesFor(momentum, 3).all[0]!.w).not.toEqual(casesFor(momentum, 4).all[0]!.w);
    expect(casesFor(momentum)).toBe(casesFor(momentum, 1));
  });
});

describe("the cases that no search has seen", () => {
  test("have the gradient on both sides of every threshold, by its entries beside each other and by its length", () => {
    for (const size of [0.01, 0.3, 5, 40]) {
      const { all } = unseenCasesFor(momentum, [size]);
      const isMixed = (values: readonly number[]): boolean =>
        values.some((x) => Math.abs(x) < size) && values.some((x) => Math.abs(x) > size);
      expect([size, all.some(({ g }) => isMixed(g))]).toEqual([size, true]);
      const lengths = all.map(({ g }) => Math.hypot(...g) / size);
      expect([size, lengths.some((x) => x > 1 && x < 15), lengths.some((x) => x > 0.05 && x < 1)]).toEqual([
        size,
        true,
        true,
      ]);
    }
  });

  test("have entries of many sizes beside each other, whatever is compared with", () => {
    const { all } = unseenCasesFor(momentum);
    const ratio = (values: readonly number[]): number => {
      const sizes = values.map(Math.abs);
      return Math.max(...sizes) / Math.min(...sizes);
    };
    const uneven = all.filter(({ w, g, state }) => [w, g, state["m"]!].every((one) => ratio(one) > 10));
    expect(uneven.length).toBeGreaterThan(0);
    expect(all.some(({ g }) => g.length > 1 && Math.abs(g[0]!) < 0.3 && Math.abs(g[1]!) > 0.3)).toBe(true);
  });

  test("are made once for a seed and what is compared with", () => {
    expect(unseenCasesFor(momentum, [5])).toBe(unseenCasesFor(momentum, [5]));
    expect(unseenCasesFor(momentum, [5])).not.toBe(unseenCasesFor(momentum, [6]));
  });
});
