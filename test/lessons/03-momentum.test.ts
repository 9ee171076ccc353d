/** What lesson 03 says in numbers, computed again. */
import { type Complex, eigs } from "mathjs";
import { describe, expect, test } from "vitest";
import {
  contractionFactor,
  descend,
  errorByDirection,
  gradientDescent,
  iris,
  momentum,
  network,
  noisy,
  quadratic,
  quadraticTheory,
} from "fall-line";
import { byId, expectOnlyRight } from "./cards.ts";
import { heavyAt, mean, plainAt, stepsPerDigit } from "./ravine.ts";

type Run = ReturnType<typeof heavyAt>;

const slide = (gradient: () => number[], alpha = 0.9) =>
  descend({ value: () => 0, gradient }, momentum, {
    start: [0],
    steps: 100,
    hyper: { lambda: 0.01, alpha },
  });

/** The factor per step in the worse direction of the ravine. */
const worst = (lambda: number, alpha: number) =>
  Math.max(contractionFactor(0.1, { lambda, alpha }), contractionFactor(2, { lambda, alpha }));

/** The size of the larger root of r² - (1 + α - λh) r + α, as the eigenvalue of its companion matrix. */
function largestRoot(lambdaH: number, alpha: number): number {
  const companion = [
    [1 + alpha - lambdaH, -alpha],
    [1, 0],
  ];
  const values = eigs(companion, { eigenvectors: false }).values as (number | Complex)[];
  return Math.max(...values.map((root) => (typeof root === "number" ? Math.abs(root) : root.toPolar().r)));
}

describe("lesson 03", () => {
  test("the red ball does not get half-way, the heavy one rolls 1.2 past the bottom", () => {
    expect(plainAt(0.1).end.w[0]).toBeLessThan(-4);
    const furthest = Math.max(...heavyAt(0.1, 0.9).path.map(([x]) => x!));
    expect(furthest).toBeCloseTo(1.2, 1);
    expect(byId["momentum/reach"].answer["x"]).toBe(furthest);
  });

  test("a gradient ten steps back still counts about a third", () => {
    expect(0.9 ** 10).toBeCloseTo(1 / 3, 1);
  });

  test("a slope of 3 is climbed to steps of 0.3, ten times the plain step; a flipping slope damps to about half", () => {
    let sign = 1;
    expect(slide(() => [3]).at(1).m[0]).toBeCloseTo(-0.03, 12);
    expect(slide(() => [3]).at(-1).m[0]).toBeCloseTo(-0.3, 3);
    expect(Math.abs(slide(() => [(sign = -sign)]).at(-1).m[0]!) / 0.01).toBeCloseTo(1 / 1.9, 3);
  });

  test("of the steps that a slope of 3 may lead to, only those towards 0.3 are; with alpha 0.5 it would be 0.06", () => {
    const steps = (alpha: number) =>
      slide(() => [3], alpha)
        .slice(1)
        .map(({ m }) => -m[0]!);
    const last = steps(0.9).at(-1)!;
    expectOnlyRight(byId["momentum/constant"].options, {
      same: Math.abs(last - 0.03) < 0.001,
      double: Math.abs(last - 0.06) < 0.001,
      ten: Math.abs(last - 0.3) < 0.001,
      endless: last > 0.3,
    });
    expect(steps(0.5).at(-1)).toBeCloseTo(0.06, 12);
  });

  test("in the race runner 5 wins, 1 and 4 end close together, 2 keeps its height, 3 is level with it at step 20", () => {
    const race = (steps: number) => [
      plainAt(0.1, steps),
      plainAt(1, steps),
      heavyAt(0.1, 0.9, steps),
      heavyAt(0.01, 0.9, steps),
      plainAt(2 / 2.1, steps),
    ];
    expect(2 / 2.1).toBeCloseTo(0.952, 3);
    for (let steps = 30; steps <= 100; steps++) {
      const losses = race(steps).map(({ end }) => end.loss);
      const least = Math.min(...losses);
      const isTrue = ["one", "two", "three", "four", "five"].map(
        (name, i) => [name, losses[i] === least] as const,
      );
      expectOnlyRight(byId["momentum/winner"].options, Object.fromEntries(isTrue));
    }
    const [one, two, three, four, five] = race(50) as [Run, Run, Run, Run, Run];
    expect(four.end.loss / one.end.loss).toBeCloseTo(1, 0);
    expect(two.path.every(([, y]) => Math.abs(y!) === 1.5)).toBe(true);
    for (const { path } of [one, three, four, five]) expect(Math.abs(path.at(-1)![1]!)).toBeLessThan(0.2);
    const along = (run: Run, t: number) => run.path[t]![0]!;
    for (const t of [5, 10]) expect(along(three, t), "late").toBeLessThan(along(two, t) - 2);
    expect(along(three, 20)).toBeCloseTo(along(two, 20), 1);
    expect(along(three, 30), "past the bottom").toBeGreaterThan(1);
    for (let lambda = 0.54; lambda < 0.97; lambda += 0.01)
      expect(plainAt(lambda).end.loss, "so do all rates near its best").toBeLessThan(three.end.loss);
  });

  test("momentum's limit is 3.8; from Q = 38 on, about twice the ravine's, 0.9 is ahead of the best plain rate", () => {
    expect(quadraticTheory([1]).momentum.stableBelow(0.9)).toBeCloseTo(3.8, 9);
    const plain = (Q: number) => (Q - 1) / (Q + 1);
    const heavy = (Q: number, lambda: number) =>
      Math.max(...[2 / Q, 2].map((h) => contractionFactor(h, { lambda, alpha: 0.9 })));
    expect(heavy(37, 0.5)).toBeGreaterThan(plain(37));
    for (let Q = 38; Q <= 1400; Q++) expect(heavy(Q, 1.89), String(Q)).toBeLessThan(plain(Q));
    for (const Q of [1e4, 1e5, 1e6]) expect(heavy(Q, 1.89), String(Q)).toBeLessThan(plain(Q));
    expect(stepsPerDigit(heavy(200, 0.5))).toBeCloseTo(44, -0.5);
    expect(stepsPerDigit(plain(200))).toBeCloseTo(230, 0);
  });

  test("the table's first row: at (-8, 1.5) the gradient is (-0.8, 3); along the valley it ends at -0.49", () => {
    const run = plainAt(0.1);
    expect([...run.at(0).w, ...run.at(1).g]).toEqual([-8, 1.5, -0.8, 3]);
    expect(run.at(50).g[0]).toBeCloseTo(0.1 * run.at(49).w[0]!, 12);
    expect(run.at(50).g[0]).toBeCloseTo(-0.49, 2);
  });

  test("across the valley the red ball comes straight down, the heavy one swings and its swings last longer", () => {
    const heights = ({ path }: Pick<Run, "path">) => path.map(([, y]) => y!);
    const [red, heavy] = [heights(plainAt(0.1)), heights(heavyAt(0.1, 0.9))];
    expect(red.every((y, t) => y > 0 && (t === 0 || y < red[t - 1]!))).toBe(true);
    expect(Math.min(...heavy)).toBeLessThan(-1);
    const across = (alpha: number) => contractionFactor(2, { lambda: 0.1, alpha });
    expect(across(0.9)).toBeGreaterThan(across(0));
    expect(across(0)).toBeCloseTo(0.8, 12);
  });

  test("with alpha 0.99 and with 0.5 the loss is higher than with 0.9", () => {
    const loss = (alpha: number) => heavyAt(0.1, alpha).end.loss;
    expectOnlyRight(byId["momentum/pendulum"].options, {
      lower: loss(0.99) < loss(0.9) / 2,
      same: Math.abs(Math.log2(loss(0.99) / loss(0.9))) <= 1,
      higher: loss(0.99) > 2 * loss(0.9),
    });
    expect(Math.min(loss(0.5), loss(0.99))).toBeGreaterThan(loss(0.9));
    const [usual, heavier] = [heavyAt(0.1, 0.9, 400).losses, heavyAt(0.1, 0.99, 400).losses];
    const lower = usual.flatMap((_, t) => (t > 0 && heavier[t]! < usual[t]! ? [t] : []));
    expect(Math.max(...lower), "the last step at which 0.99 is the lower one").toBe(17);
  });

  test("step 3 ends at 0.062, and step 4 is the first below 0", () => {
    const hyper = { lambda: 0.1, alpha: 0.9 };
    const xs = descend("x^2", momentum, { start: [1], steps: 6, hyper }).path.map(([x]) => x!);
    const { x, step } = byId["momentum/crossing"].fields;
    expect(xs[3]).toBeCloseTo(x.answer, 12);
    expect(xs.findIndex((one) => one < 0)).toBe(step.answer);
  });

  test("with alpha 0 it is plain descent", () => {
    expect(heavyAt(0.1, 0).path).toEqual(plainAt(0.1).path);
  });

  test("of what may be true of momentum one thing is: it passes the minimum many times, and comes as near as one likes", () => {
    const xs = descend("x^2", momentum, { start: [1], steps: 1000, hyper: { lambda: 0.1, alpha: 0.9 } }).path;
    const places = xs.map(([x]) => x!);
    const passes = places.filter((x, t) => t > 0 && t < 200 && x * places[t - 1]! < 0).length;
    let [pushed, m] = [1, 5]; // with a push of 5
    for (let t = 0; t < 1000; t++) pushed += m = 0.9 * m - 0.1 * 2 * pushed;
    const lasting = (lambda: number) => contractionFactor(2, { lambda, alpha: 0.9 });
    expectOnlyRight(byId["momentum/truth"].options, {
      a: Math.abs(places.at(-1)!) > 1e-12,
      b: [0.001, 0.01, 0.1, 1, 1.89].some((lambda) => lasting(lambda / 2) < lasting(lambda) - 1e-9),
      c: passes > 20 && Math.abs(places.at(-1)!) < 1e-12,
      d: Math.abs(pushed) > 1e-12,
    });
  });

  test("the ball of the bug in exercise 3 does not move in step 1", () => {
    const { given } = byId["momentum/late"];
    const at = { w: [1], m: [0], g: [2], t: 1, gradient: (w: readonly number[]) => w.map((x) => 2 * x) };
    expect(given(at as never, { lambda: 0.1, alpha: 0.9 })).toEqual({ w: [1], m: [2] });
  });

  test("the best pair of the ravine is 1.34 and 0.40; at Q = 1500 the best alpha is about 0.9", () => {
    const { gradientDescent: plain, momentum: heavy } = quadraticTheory([0.1, 2]);
    expect(heavy.lambda).toBeCloseTo(1.34, 2);
    expect(heavy.alpha).toBeCloseTo(0.4, 2);
    expect(heavyAt(heavy.lambda, heavy.alpha).end.loss).toBeLessThan(1e-6 * plainAt(plain.lambda).end.loss);
    expect(contractionFactor(2, heavy)).toBeCloseTo(heavy.rate, 6);
    expect(heavy.rate).toBeCloseTo(0.635, 3);
    expect(plain.rate).toBeCloseTo(0.905, 3);
    expect(quadraticTheory([1, 1500]).momentum.alpha).toBeCloseTo(0.9, 2);
    expectOnlyRight(byId["momentum/bestAlpha"].options, {
      above: heavy.alpha > 0.95,
      near: Math.abs(heavy.alpha - 0.9) <= 0.05,
      below: heavy.alpha < 0.85,
    });
    expect(quadraticTheory([1, 600]).momentum.alpha, "Q = 600").toBeCloseTo(0.85, 2);
  });

  test("the round bowl of the optional page knows its bottom, which the explorer's map then holds", () => {
    expect(quadratic([1, 1]).minima).toEqual([[0, 0]]);
  });

  test("no pair of a fine grid is better than the best pair", () => {
    const { rate } = quadraticTheory([0.1, 2]).momentum;
    for (let alpha = 0; alpha < 1; alpha += 0.01)
      for (let lambda = 0.01; lambda < 2; lambda += 0.01)
        expect(worst(lambda, alpha)).toBeGreaterThan(rate - 1e-9);
  });

  test("on the row of 0.9 the factor is 0.949 from 0.03 to 1.89; on the bottom row it falls to 0.905, and 1 is reached at 1", () => {
    for (let lambda = 0.03; lambda < 1.89; lambda += 0.01)
      expect(worst(lambda, 0.9)).toBeCloseTo(Math.sqrt(0.9), 12);
    expect(Math.sqrt(0.9)).toBeCloseTo(0.949, 3);
    for (const lambda of [0.02, 1.9]) expect(worst(lambda, 0.9)).toBeGreaterThan(0.95);
    expect(worst(0.026, 0.9)).toBeGreaterThan(worst(0.027, 0.9) + 1e-3);
    expect(1.89 / 0.03).toBeCloseTo(60, -1);
    expect(worst(0.01, 0.9), "runner 4").toBeCloseTo(0.989, 3);
    for (const h of [0.1, 0.5, 1, 2]) {
      const best = quadraticTheory([0.1, 2]).momentum;
      expect(contractionFactor(h, best), "between the two as well").toBeCloseTo(Math.sqrt(best.alpha), 6);
    }
    expect(worst(2 / 2.1, 0)).toBeCloseTo(0.905, 3);
    expect(Math.min(worst(2 / 2.1 - 0.01, 0), worst(2 / 2.1 + 0.01, 0))).toBeGreaterThan(worst(2 / 2.1, 0));
    expect(worst(1, 0)).toBeCloseTo(1, 12);
  });

  test("split by direction, both are equally slow at alpha 0.9; below 0.81 the flat one is the slowest, as mathjs has the roots", () => {
    for (const alpha of [0.9, 0.82, 0.8, 0.6, 0.3, 0]) {
      const factors = [0.1, 2].map((h) => largestRoot(0.1 * h, alpha));
      const { data } = errorByDirection([0.1, 2], { rule: momentum, hyper: { lambda: 0.1, alpha } });
      const lines = data.map(({ name, y }) => ({ name: String(name), left: (y as number[])[10]! }));
      // Equally slow ones share a line.
      const [flat, steep] = ["h = 0.1", "h = 2"].map((h) => lines.find(({ name }) => name.includes(h)));
      expect(flat!.name).toContain("slowest");
      expect(steep!.name.includes("slowest"), String(alpha)).toBe(alpha > 0.81);
      for (const [k, line] of [flat!, steep!].entries())
        expect(line.left / Math.max(factors[k]! ** 10, 1e-12)).toBeCloseTo(1, 3);
    }
  });

  test("the roots of the optional page: their sizes, where they meet, the limit, and the best alpha for a rate", () => {
    for (const lambdaH of [0.1, 0.25, 1, 2.25, 2.4, 2.5]) {
      const [sum, product] = [1.25 - lambdaH, 0.25];
      const real = Math.max(0, sum ** 2 - 4 * product);
      const size = sum ** 2 < 4 * product ? Math.sqrt(product) : (Math.abs(sum) + Math.sqrt(real)) / 2;
      expect(contractionFactor(1, { lambda: lambdaH, alpha: 0.25 })).toBeCloseTo(size, 12);
      expect(size >= 0.5).toBe(true);
      expect(size === 0.5).toBe(lambdaH >= 0.25 && lambdaH <= 2.25);
    }
    expect(contractionFactor(1, { lambda: 2.5, alpha: 0.25 })).toBeCloseTo(1, 12);
    for (const lambda of [0.1, 0.4, 1.5, 2.5]) {
      const alphas = Array.from({ length: 999 }, (_, k) => k / 1000);
      const least = Math.min(...alphas.map((alpha) => contractionFactor(1, { lambda, alpha })));
      expect(Math.abs(least - Math.abs(1 - Math.sqrt(lambda)))).toBeLessThan(0.02);
      expect(least, "whatever alpha is").toBeGreaterThan(Math.abs(1 - Math.sqrt(lambda)) - 1e-9);
    }
  });

  test("with lambda and alpha 0.25 the ball comes in from one side; with more alpha it passes the bottom", () => {
    const least = (alpha: number) =>
      Math.min(
        ...descend("x^2/2", momentum, { start: [1], steps: 60, hyper: { lambda: 0.25, alpha } }).path.map(
          (w) => w[0]!,
        ),
      );
    expect(least(0.25)).toBeGreaterThan(0);
    expect(least(0.3)).toBeLessThan(0);
  });

  test("a digit takes about 1.15 times the root of Q steps: 115 at Q = 10,000, against 11,500", () => {
    for (const Q of [100, 10_000]) {
      const root = Math.sqrt(Q);
      expect(stepsPerDigit((root - 1) / (root + 1)) / root).toBeCloseTo(1.15, 1);
    }
    expect(stepsPerDigit(99 / 101)).toBeCloseTo(115, 0);
    expect(stepsPerDigit(9999 / 10_001) / 11_500).toBeCloseTo(1, 2);
  });

  test.each([
    [6, 1],
    [6, 4],
    [12, 2],
  ])(
    "on a network of %d neurons, start %d, a fair pair goes together; at the same rate momentum is ahead fourfold",
    (hidden, seed) => {
      const net = network(iris(), { hidden: [hidden], seed });
      const heavy = (lambda: number, steps: number) =>
        descend(net, momentum, { steps, hyper: { lambda, alpha: 0.9 } }).end.loss;
      const plain = descend(net, gradientDescent, { steps: 400, hyper: { lambda: 0.5 } }).end.loss;
      const ratio = heavy(0.05, 400) / plain;
      expectOnlyRight(byId["momentum/network"].options, {
        heavy: ratio < 0.9,
        plain: ratio > 1.1,
        same: Math.abs(ratio - 1) < 0.01,
      });
      expect(heavy(0.5, 100)).toBeLessThan(plain);
    },
  );

  test("the noise floor is ten times higher at the same rate, the same at a tenth of it", () => {
    const floor = (lambda: number, alpha: number) => {
      const rough = noisy(quadratic([1]), { size: 1, seed: 1 });
      return mean(descend(rough, momentum, { start: [0], steps: 50_000, hyper: { lambda, alpha } }).losses);
    };
    expect(floor(0.01, 0.9) / floor(0.01, 0)).toBeCloseTo(10, -0.5);
    expect(floor(0.001, 0.9) / floor(0.01, 0)).toBeCloseTo(1, 1);
    // The variance of the stationary process, in closed form: no matter of this seed.
    const variance = (lambda: number, alpha: number) =>
      (lambda * (1 + alpha)) / ((1 - alpha) * (2 * (1 + alpha) - lambda));
    expect(variance(0.01, 0.9) / variance(0.01, 0)).toBeCloseTo(10, 1);
    for (const alpha of [0.5, 0.9, 0.99])
      for (const rate of [0.001, 0.01, 0.05])
        expect(variance(rate * (1 - alpha), alpha) / variance(rate, 0), "the fair pair").toBeCloseTo(1, 1);
    for (const rate of [0.1, 0.2, 0.5, 1, 1.5])
      // the fair pair, ever nearer to plain descent's limit: calmer by as much
      expect(variance(rate / 10, 0.9) / variance(rate, 0)).toBeCloseTo(1 - rate / 2, 1);
    expect(floor(0.1, 0.9) / floor(1, 0)).toBeCloseTo(0.5, 1);
  });
});
