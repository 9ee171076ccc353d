import { describe, expect, test } from "vitest";
import {
  adagrad,
  adam,
  beale,
  descend,
  gradientDescent,
  momentum,
  nesterov,
  newton,
  ravine,
  rosenbrock,
  type Trace,
} from "../../src/index.ts";
import { type Magnified, magnified, stepInWords } from "../../src/figures/magnified.ts";
import {
  arrowShape,
  glassOver,
  insetIn,
  isHidden,
  placeLabels,
} from "../../src/frontend/explorer/magnifier-geometry.ts";
import type { Pixels } from "../../src/frontend/explorer/strokes.ts";

const start = [-8, 1.5];
const shownOf = (trace: unknown, t: number): Magnified => magnified(trace as Trace, t)!;
const close = (a: Pixels, b: ArrayLike<number>): boolean => Math.hypot(a[0] - b[0]!, a[1] - b[1]!) < 1e-12;

describe("what the magnifier shows", () => {
  test("of Nesterov: jump, correction and new velocity close; standard momentum stands beside", () => {
    const trace = descend(ravine, nesterov, { start, steps: 6, hyper: { lambda: 0.3, alpha: 0.9 } });
    const { arrows, landing } = shownOf(trace, 4);
    expect(arrows.map(({ number, name }) => `${number ?? "-"} ${name}`)).toEqual([
      "4 standard",
      "- standard",
      "1 jump",
      "2 correction",
      "3 new velocity",
    ]);
    const [, , jump, correction, whole] = arrows;
    expect(close(landing!, trace.at(4).lookahead)).toBe(true);
    expect([jump!.to, correction!.from]).toEqual([landing, landing]);
    expect(close(whole!.from, trace.at(3).w) && close(whole!.to, trace.at(4).w)).toBe(true);
    expect(close(correction!.to, trace.at(4).w)).toBe(true);
  });

  test("of Momentum: the jump is what is kept of the old velocity, and there is none in step 1", () => {
    const trace = descend(ravine, momentum, { start, steps: 6, hyper: { lambda: 0.3, alpha: 0.9 } });
    const [jump] = shownOf(trace, 3).arrows;
    const kept = trace.at(2).m.map((x, i) => trace.at(2).w[i]! + 0.9 * x);
    expect([jump!.name, close(jump!.to, kept)]).toEqual(["jump", true]);
    expect(shownOf(trace, 1).arrows.map(({ name }) => name)).toEqual(["new velocity"]);
  });

  test("in words: the correction brakes, turns or adds to the jump", () => {
    const words = (of: readonly (readonly [number, number])[]): string | undefined => {
      const trace = descend(ravine, momentum, { start, steps: 6, hyper: { lambda: 0.3, alpha: 0.9 } });
      const { arrows } = shownOf(trace, 3);
      const [jump, correction] = of;
      const along = ([x, y]: readonly [number, number]) => ({ from: [0, 0] as const, to: [x, y] as const });
      const changed = arrows.map((arrow) =>
        arrow.name === "jump"
          ? { ...arrow, ...along(jump!) }
          : arrow.name === "correction"
            ? { ...arrow, ...along(correction!) }
            : arrow,
      );
      return stepInWords({ arrows: changed }, 3);
    };
    // Cosines just beyond and just within −0.25 and 0.6.
    const at = (cosine: number) => [[1, 0], [cosine, Math.sqrt(1 - cosine ** 2)]] as const; // prettier-ignore
    expect([-0.26, -0.24, 0.59, 0.61].map((cosine) => words(at(cosine)))).toEqual([
      "The correction brakes the jump.",
      "The correction turns the jump.",
      "The correction turns the jump.",
      "The correction adds to the jump.",
    ]);
    const plain = descend(ravine, momentum, { start, steps: 6, hyper: { lambda: 0.3, alpha: 0 } });
    expect([1, 2].map((t) => stepInWords(shownOf(plain, t), t))).toEqual([
      "No velocity yet: the first step is plain descent.",
      "Nothing is left of the old velocity: this step is plain descent.",
    ]);
    const other = descend(beale, adam, { start: [1, 1], steps: 3 });
    expect(stepInWords(shownOf(other, 2), 2)).toBeUndefined();
  });

  test("of Adam: slope and mean are as long as the update", () => {
    const trace = descend(beale, adam, { start: [1, 1], steps: 9, hyper: { eta: 0.3 } });
    const lengths = shownOf(trace, 9).arrows.map(({ from, to }) =>
      Math.hypot(to[0] - from[0], to[1] - from[1]),
    );
    expect(lengths).toHaveLength(3);
    for (const length of lengths) expect(length).toBeCloseTo(trace.updateLength(9), 12);
  });

  test("of AdaGrad: a box whose sides are as the rates of the coordinates", () => {
    const trace = descend(ravine, adagrad, { start, steps: 5, hyper: { lambda: 1 } });
    const { rates } = shownOf(trace, 3);
    const [x, y] = trace.effectiveRates(3);
    expect(rates![0] / rates![1]).toBeCloseTo(x! / y!, 10);
  });

  test("of the others: one arrow where the step is along the slope, else two; nothing where nothing moves", () => {
    const plain = descend(ravine, gradientDescent, { start, steps: 3 });
    expect(shownOf(plain, 2).arrows.map(({ name }) => name)).toEqual(["step"]);
    const jump = descend(rosenbrock, newton, { steps: 3 });
    expect(shownOf(jump, 2).arrows.map(({ name }) => name)).toEqual(["slope", "step"]);
    const still = descend(ravine, gradientDescent, { start: [0, 0], steps: 3 });
    expect(still.steps === 0 || magnified(still as Trace, still.steps) === undefined).toBe(true);
  });
});

describe("the magnifier's place", () => {
  const inset = insetIn(456);

  test("both axes have one scale, and the arrows fill it", () => {
    const points: Pixels[] = [
      [0, 0],
      [2, 0.5],
    ];
    const glass = glassOver(points, inset, [34, -75]);
    const [[x0, y0], [x1, y1]] = points.map((point) => glass.at(point)) as [Pixels, Pixels];
    expect((x1 - x0) / 2).toBeCloseTo((y0 - y1) / 0.5, 10);
    expect(Math.min(x0, inset.width - x1)).toBeCloseTo(78, 6);
    expect(
      glassOver(
        [
          [0, 0],
          [1e-6, 0],
        ],
        inset,
        [34, -75],
      ).zoom,
    ).toBe(14);
  });

  test("a head is never longer than 42 % of its arrow, and ends at its point", () => {
    for (const length of [6, 20, 200]) {
      const { head } = arrowShape({ from: [0, 0], to: [length, 0], width: 3.4 });
      const xs = [...head.matchAll(/[ML](-?[\d.]+) /g)].map(([, x]) => Number(x));
      expect(Math.max(...xs)).toBe(length);
      expect(length - Math.min(...xs)).toBeLessThanOrEqual(0.42 * length + 0.1);
    }
  });

  test("an arrow is hidden below one that goes the same way at least as far", () => {
    const below = { from: [0, 0], to: [100, 0], width: 2.2 } as const;
    const at = (to: Pixels): boolean => isHidden(below, [{ from: [0, 0], to, width: 4.6 }]);
    expect([at([100, 3]), at([120, -5]), at([100, 20]), at([60, 0])]).toEqual([true, true, false, false]);
  });

  test("labels keep off arrows, one another and the edge", () => {
    const shafts = [
      { from: [80, 130], to: [180, 170], width: 3.4 },
      { from: [180, 170], to: [220, 90], width: 3.4 },
      { from: [80, 130], to: [220, 90], width: 4.6 },
    ] as const;
    const sizes = [60, 100, 115].map((width) => ({ width, height: 17 }));
    const placed = placeLabels(shafts, sizes, inset);
    for (const { left, top, width, height } of placed) {
      expect(left >= 0 && top >= 0 && left + width <= inset.width && top + height <= inset.height).toBe(true);
      for (const { from, to } of shafts)
        for (let share = 0; share <= 1; share += 0.02) {
          const [x, y] = [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
          expect(x > left && x < left + width && y > top && y < top + height).toBe(false);
        }
    }
    const [a, b] = placed;
    expect(
      a!.left + a!.width <= b!.left ||
        b!.left + b!.width <= a!.left ||
        a!.top + 17 <= b!.top ||
        b!.top + 17 <= a!.top,
    ).toBe(true);
  });
});
