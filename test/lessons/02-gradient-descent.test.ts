/** What lesson 02 says in numbers, computed again. */
import { eigs } from "mathjs";
import { describe, expect, test } from "vitest";
import {
  check,
  descend,
  errorByDirection,
  gradientDescent,
  iris,
  network,
  noisy,
  objective,
  parabola,
  quadratic,
  quadraticTheory,
  ravine,
} from "fall-line";
import { byId, expectOnlyRight } from "./cards.ts";
import { mean, plainAt, stepsPerDigit } from "./ravine.ts";
import { trained } from "./trained.ts";

describe("lesson 02", () => {
  test.each([
    [6, 1],
    [6, 8],
  ])("with %d neurons, from start %d, the largest curvature comes down to about 2/λ", (hidden, seed) => {
    const [small, two, four] = [0.5, 2, 4].map((lambda) => trained(hidden, seed, lambda));
    expect(Math.abs(small!.curvature - 1.25)).toBeLessThan(0.2);
    expect(small!.grew).toBe(0);
    expect(Math.abs(two!.curvature - 1)).toBeLessThan(0.2);
    expect(Math.abs(four!.curvature - 0.5)).toBeLessThan(0.3);
    expect(Math.min(two!.grew, four!.grew)).toBeGreaterThan(20);
    const limit = 2 / 1.25;
    expect(limit).toBeCloseTo(1.6, 12);
    expectOnlyRight(byId["gradient-descent/network"].options, {
      away: !(four!.loss < 10),
      hops: four!.loss > small!.loss && four!.curvature > 1,
      flatter: four!.loss < small!.loss && four!.curvature < small!.curvature - 0.4,
    });
    expect(two!.loss).toBeLessThan(small!.loss);
  });

  test("the network has 51 weights", () => {
    expect(network(iris(), { hidden: [6] }).start).toHaveLength(4 * 6 + 6 + 6 * 3 + 3);
  });

  test("the careful ball gets to the floor, and covers less than a quarter of the way along it", () => {
    const [x = 0, y = 0] = plainAt(0.05).end.w;
    expect(Math.abs(y)).toBeLessThan(0.01);
    expect(1 - x / -8).toBeLessThan(0.25);
  });

  test("the edge of the ravine lies between 0.97 and 1.03, at 1", () => {
    expect(plainAt(0.97).end.loss).toBeLessThan(0.01);
    expect(plainAt(1.03).end.loss).toBeGreaterThan(100);
    const arrives = plainAt(1.03).end.loss < plainAt(1.03).losses[0]!;
    const sooner = plainAt(1.03).end.loss < plainAt(0.97).end.loss;
    expectOnlyRight(byId["gradient-descent/more"].options, {
      bounce: arrives && !sooner,
      runs: !arrives,
      faster: sooner,
    });
    const { losses } = plainAt(1.03);
    expect([1, 2, 3].every((t) => losses[t]! < losses[t - 1]!)).toBe(true); // at first it falls
    expect(losses.findIndex((loss) => loss > losses[0]!)).toBe(7);
    expect(losses.slice(7).every((loss) => loss > losses[0]!)).toBe(true);
    const { path } = plainAt(1.03);
    expect(path.every(([, y], t) => t === 0 || Math.abs(y!) > Math.abs(path[t - 1]![1]!))).toBe(true);
    const { h1, h2, limit } = byId["gradient-descent/limit"].fields;
    expect(quadraticTheory([h1.answer, h2.answer]).gradientDescent.stableBelow).toBe(limit.answer);
    const hessian = new Float64Array(4);
    ravine.hessian(Float64Array.of(0, 0), hessian);
    expect([...hessian]).toEqual([h1.answer, 0, 0, h2.answer]);
  });

  test("by hand: 0.8, 0.64, and 0.8 to the tenth", () => {
    const small = descend(parabola, gradientDescent, { start: [1], steps: 10, hyper: { lambda: 0.1 } });
    const { one, two } = byId["gradient-descent/byHand"].fields;
    expect(small.at(1).w[0]).toBeCloseTo(one.answer, 12);
    expect(small.at(2).w[0]).toBeCloseTo(two.answer, 12);
    expect(small.end.w[0]).toBeCloseTo(0.8 ** 10, 12);
    expect(0.8 ** 10).toBeCloseTo(0.107, 3);
  });

  test("of the five rates the first three arrive, the second in one step", () => {
    const after = (lambda: number, steps: number) =>
      descend(quadratic([1]), gradientDescent, { start: [1], steps, hyper: { lambda } }).end.w[0]!;
    for (const rate of [0.5, 1, 1.5]) expect(Math.abs(after(rate, 60))).toBeLessThan(1e-9);
    expect(after(1, 1)).toBe(0);
    expect([after(2, 1), after(2, 2)]).toEqual([-1, 1]);
    expect(Math.abs(after(2.5, 60))).toBeGreaterThan(1e9);
    const arriving = [0.5, 1, 1.5, 2, 2.5].filter((rate) => Math.abs(after(rate, 60)) < 1e-9).join();
    expectOnlyRight(byId["gradient-descent/factors"].options, {
      half: arriving === "0.5",
      one: arriving === "0.5,1",
      three: arriving === "0.5,1,1.5",
      four: arriving === "0.5,1,1.5,2",
    });
  });

  test("a digit takes about 1.15 Q steps at the best rate, 23 in the ravine", () => {
    for (const Q of [20, 200, 10_000]) expect(stepsPerDigit((Q - 1) / (Q + 1)) / Q).toBeCloseTo(1.15, 1);
    expect(stepsPerDigit(19 / 21)).toBeCloseTo(23, 1);
    expect(stepsPerDigit(9999 / 10_001) / 11_500).toBeCloseTo(1, 2);
    const about = (steps: number) => Math.abs(stepsPerDigit(19 / 21) / steps - 1) < 0.2;
    const options = { few: about(5), some: about(23), many: about(100) };
    expectOnlyRight(byId["gradient-descent/digit"].options, options);
    expect((19 / 21) ** 5).toBeCloseTo(0.61, 2);
    expect((19 / 21) ** 100).toBeLessThan(1e-4);
    const best = plainAt(2 / 2.1);
    expect(Math.sqrt(best.losses[50]! / best.losses[40]!)).toBeCloseTo((19 / 21) ** 10, 9);
  });

  test("the ravine's contours are the root of Q times as long as wide", () => {
    const level = ravine.value(Float64Array.of(1, 0));
    expect(ravine.value(Float64Array.of(0, 1 / Math.sqrt(20)))).toBeCloseTo(level, 12);
  });

  test("above the edge it arrives from the floor of the valley alone", () => {
    const arrives = (...starts: number[][]) =>
      starts.every((start) => {
        const run = descend(ravine, gradientDescent, { start, steps: 60, hyper: { lambda: 1.5 } });
        return run.end.loss < 1e-6;
      });
    const floor = arrives([-8, 0], [3, 0], [0.01, 0]);
    expectOnlyRight(byId["gradient-descent/above"].options, {
      none: !floor,
      near: arrives([0.01, 0.01], [-0.001, 0.001]),
      floor,
      wall: arrives([0, 1.5], [0, 0.01]),
    });
    expect(1 - 1.5 * 0.1).toBeCloseTo(0.85, 12);
    expect(1 - 1.5 * 2).toBe(-2);
  });

  test("the bowl askew has the curvatures 3.8 and 0.2, and its edge between 0.52 and 0.53", () => {
    const askew = objective("x^2 + 1.8*x*y + y^2");
    const along = (x: number, y: number) => 2 * askew.value(Float64Array.of(x, y));
    expect(along(Math.SQRT1_2, Math.SQRT1_2)).toBeCloseTo(3.8, 12);
    expect(along(Math.SQRT1_2, -Math.SQRT1_2)).toBeCloseTo(0.2, 12);
    const end = (lambda: number) =>
      descend(askew, gradientDescent, { start: [-2, 1.5], steps: 60, hyper: { lambda } }).end.loss;
    expect(end(0.52)).toBeLessThan(0.1);
    expect(end(0.53)).toBeGreaterThan(0.85);
    const limit = 2 / 3.8;
    expect(limit).toBeCloseTo(0.526, 3);
    expectOnlyRight(byId["gradient-descent/askew"].options, {
      one: Math.abs(limit - 1) < 0.1,
      half: Math.abs(limit - 0.5) < 0.1,
      two: Math.abs(limit - 2) < 0.1,
      ten: Math.abs(limit - 10) < 1,
    });
    const { path } = descend(askew, gradientDescent, { start: [-2, 2], steps: 9, hyper: { lambda: 0.4 } });
    for (const [x, y] of path) expect(x! + y!).toBeCloseTo(0, 12);
  });

  test("in five directions, turned at random, the limit is 2/h_n too, and below it the steepest lasts longest", () => {
    const curvatures = [0.1, 0.3, 0.7, 1, 2];
    const five = quadratic(curvatures, { seed: 1 });
    const end = (lambda: number) =>
      descend(five, gradientDescent, { start: [1, 1, 1, 1, 1], steps: 500, hyper: { lambda } }).end.loss;
    expect(end(0.99)).toBeLessThan(1e-6);
    expect(end(1.01)).toBeGreaterThan(1e6);
    // the loss in the table at 0.99 is what is left of that of the steepest direction
    expect(0.98 ** 1000 / 2e-9).toBeCloseTo(1, 0);
    expect(0.901 ** 1000).toBeLessThan(1e-45);
    const run = descend(five, gradientDescent, {
      start: [1, 1, 1, 1, 1],
      steps: 500,
      hyper: { lambda: 0.99 },
    });
    expect(run.losses[500]! / run.losses[400]! / 0.98 ** 200).toBeCloseTo(1, 9);
    const left = (lambda: number) => curvatures.map((h) => 1 - lambda * h);
    for (const [k, factor] of [0.901, 0.703, 0.307, 0.01, -0.98].entries())
      expect(left(0.99)[k]).toBeCloseTo(factor, 12);
    expect(left(1.01).at(-1)).toBeCloseTo(-1.02, 12);
    expect(
      left(1.01)
        .slice(0, -1)
        .every((factor) => Math.abs(factor) < 0.9),
    ).toBe(true);
    // what is left of each error after 500 steps, from the run along its own direction
    const errors = curvatures.map((h) =>
      Math.abs(
        descend(quadratic([h]), gradientDescent, { start: [1], steps: 500, hyper: { lambda: 0.99 } }).end
          .w[0]!,
      ),
    );
    const longest = curvatures[errors.indexOf(Math.max(...errors))];
    expectOnlyRight(byId["gradient-descent/five"].options, {
      flat: longest === 0.1,
      one: longest === 1,
      steep: longest === 2,
      alike: Math.max(...errors) === Math.min(...errors),
    });
  });

  test("split by direction, the steepest is the slowest above 0.952 and the flattest below, as mathjs has the eigenvalues", () => {
    const curvatures = [0.1, 0.3, 0.7, 1, 2];
    expect(2 / (0.1 + 2)).toBeCloseTo(0.952, 3);
    for (const lambda of [0.3, 0.9, 0.95, 0.96, 0.99]) {
      const step = curvatures.map((h, i) => curvatures.map((_, j) => (i === j ? 1 - lambda * h : 0)));
      const factors = (eigs(step, { eigenvectors: false }).values as number[]).map(Math.abs);
      const { data } = errorByDirection(quadratic(curvatures, { seed: 1 }), {
        hyper: { lambda },
        steps: 100,
      });
      const slowest = data.flatMap(({ name, y }) =>
        String(name).includes("slowest") ? [{ name: String(name), left: (y as number[])[100]! }] : [],
      );
      expect(slowest).toHaveLength(1);
      expect(slowest[0]!.name).toMatch(lambda > 2 / 2.1 ? /^h = 2,/ : /^h = 0.1,/);
      expect(slowest[0]!.left / Math.max(...factors) ** 100).toBeCloseTo(1, 3);
    }
  });

  test("the noise floor is lambda/(2(2 - lambda)): half the rate, about half the floor", () => {
    const floor = (lambda: number) => {
      const rough = noisy(quadratic([1]), { size: 1, seed: 1 });
      return mean(descend(rough, gradientDescent, { start: [0], steps: 50_000, hyper: { lambda } }).losses);
    };
    expect(floor(0.1) / (0.1 / (2 * 1.9))).toBeCloseTo(1, 1);
    const theory = (lambda: number) => lambda / (2 * (2 - lambda));
    expect(theory(0.05) / (0.05 / 4)).toBeCloseTo(1, 1); // about a quarter of a small rate
    const left = floor(0.05) / floor(0.1);
    expectOnlyRight(byId["gradient-descent/noise"].options, {
      same: Math.abs(left - 1) < 0.1,
      half: Math.abs(left - 1 / 2) < 0.1,
      quarter: Math.abs(left - 1 / 4) < 0.1,
    });
  });

  test("a line through the flowers: Q is 105 in cm, 9,600 in mm, 3.1 less the mean, 1 standardised", () => {
    const lengths = iris({ raw: true }).inputs.map((row) => row[2]!);
    expect([Math.min(...lengths), Math.max(...lengths)]).toEqual([1, 6.9]);
    const conditionOf = (xs: readonly number[]) => {
      const H = [mean(xs.map((x) => x * x)), mean(xs), 1] as const;
      const [sum, det] = [H[0] + H[2], H[0] * H[2] - H[1] ** 2];
      const largest = (sum + Math.sqrt(Math.max(0, sum ** 2 - 4 * det))) / 2;
      return largest ** 2 / det; // the product of the two curvatures is the determinant
    };
    const Q = conditionOf(lengths);
    expect(Q).toBeCloseTo(105, 0);
    expectOnlyRight(byId["gradient-descent/flowers"].options, {
      two: Math.abs(Q / 2 - 1) < 0.2,
      hundred: Math.abs(Q / 100 - 1) < 0.2,
      million: Math.abs(Q / 1e6 - 1) < 0.2,
    });
    expect(conditionOf(lengths.map((x) => 10 * x)) / 9600).toBeCloseTo(1, 2);
    expect(conditionOf(lengths.map((x) => 100 * x)) / 1e6).toBeCloseTo(1, 1);
    expect(mean(lengths.map((x) => x * x))).toBeCloseTo(17, 0);
    expect(conditionOf(lengths.map((x) => x - mean(lengths)))).toBeCloseTo(3.1, 1);
    expect(conditionOf(iris().inputs.map((row) => row[2]!))).toBeCloseTo(1, 6);
    // two lengths that go together leave a valley, standardised or not
    const [sepals, petals] = [0, 2].map((k) => iris().inputs.map((row) => row[k]!)) as [number[], number[]];
    const r = mean(sepals.map((x, i) => x * petals[i]!));
    expect((1 + r) / (1 - r)).toBeGreaterThan(14);
  });

  test("what makes a descent slow is Q alone: not the height of the bowl, nor the distance of the start", () => {
    const share = (curvatures: number[], start: number[]) => {
      const { lambda } = quadraticTheory(curvatures).gradientDescent;
      const run = descend(quadratic(curvatures), gradientDescent, { start, steps: 20, hyper: { lambda } });
      return run.losses[20]! / run.losses[0]!;
    };
    const best = 2 / 2.1;
    const factor = (lambda: number) => Math.max(Math.abs(1 - 0.1 * lambda), Math.abs(1 - 2 * lambda));
    const rates = Array.from({ length: 999 }, (_, k) => (k + 1) / 1000);
    const later = (lambda: number) => plainAt(lambda, 1000).end.loss < plainAt(best, 1000).end.loss;
    expectOnlyRight(byId["gradient-descent/slow"].options, {
      smaller: rates.some((rate) => factor(rate) < factor(best)) || [0.1, 0.5, 0.9, 0.94].some(later),
      height: share([0.01, 0.2], [1, 1]) < 0.99 * share([0.1, 2], [1, 1]),
      start: share([0.1, 2], [0.1, 0.1]) < 0.99 * share([0.1, 2], [1, 1]),
      condition: share([1, 2], [1, 1]) < 0.99 * share([0.1, 2], [1, 1]),
    });
    // only in the long run: after 50 steps of the ravine a smaller rate is still ahead
    expect(plainAt(0.94).end.loss).toBeLessThan(plainAt(best).end.loss);
    // and only on the same line: another direction loses another share
    expect(share([0.1, 1, 2], [0, 1, 0])).toBeLessThan(share([0.1, 1, 2], [1, 0, 0]) / 1e6);
  });

  test("on 2x^2 the rate 0.25 lands at the bottom", () => {
    const lambda = byId["gradient-descent/bottom"].fields.lambda.answer;
    expect(descend("2*x^2", gradientDescent, { start: [1], steps: 1, hyper: { lambda } }).end.w[0]).toBe(0);
  });

  test("on the bowl of exercise 5 the formula's rate misses the mark and a smaller one does not", () => {
    const after60 = (lambda: number) =>
      descend(quadratic([1, 50]), gradientDescent, { start: [1, 1], steps: 60, hyper: { lambda } }).end.loss;
    const verdict = (lambda: number) => check("gradient-descent/narrow", { lambda }).outcome;
    expect(after60(2 / 51)).toBeGreaterThan(0.01);
    expect(after60(0.0375)).toBeLessThan(0.01);
    expect(after60(0.02)).toBeGreaterThan(0.01);
    expect([0.02, 2 / 51, 0.0375].map(verdict)).toEqual(["not written", "not yet", "right"]);
    expect(1 - 0.0392).toBeCloseTo(0.96, 2);
    expect(1 - 50 * 0.0392).toBeCloseTo(-0.96, 2);
  });
});
