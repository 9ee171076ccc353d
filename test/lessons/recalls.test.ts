/** What the lessons ask again of earlier ones, computed without their rules. */
import { describe, expect, test } from "vitest";
import { lessonExercises } from "fall-line";
import { recalledBy } from "../../src/exercises/recall.ts";
import { byId, expectOnlyRight } from "./cards.ts";
import { codeOf, lessons } from "./lessons.ts";

/** The value after so many steps. */
function after<T>(steps: number, from: T, step: (state: T, t: number) => T): T {
  let state = from;
  for (let t = 1; t <= steps; t++) state = step(state, t);
  return state;
}

const lessonOf = (id: string): number => lessons.findIndex(({ name }) => name.slice(3) === id.split("/")[0]);

test("each lesson from 02 on opens with two, of lessons before it and no two alike", () => {
  const recalled = recalledBy(lessonExercises.all);
  for (const [i, lesson] of lessons.entries()) {
    const own = [...recalled].filter(([id]) => lessonOf(id) === i);
    expect(own, lesson.name).toHaveLength(i < 2 ? 0 : 2);
    const asked = [...codeOf(lesson).matchAll(/\bask\("([^"]+)"/g)].map(([, id]) => id);
    expect(asked.slice(0, own.length)).toEqual(own.map(([id]) => id));
    for (const [, original] of own) expect(lessonOf(original)).toBeLessThan(i);
  }
  expect(new Set(recalled.values()).size).toBe(recalled.size);
});

describe("what the numbers are that are asked for again", () => {
  test("02: a saddle, a gradient", () => {
    const y = after(1, 0.001, (at) => at - 0.1 * (-2 * at));
    expect(byId["gradient-descent/sideways"].fields.factor.answer).toBeCloseTo(y / 0.001, 12);
    const [x1, y1] = [2 * 2, 8 * 1];
    expectOnlyRight(byId["gradient-descent/steepest"].options, {
      bottom: x1 / y1 === 2,
      across: x1 / y1 === 0.5,
      equal: x1 === y1,
    });
  });

  test("03: two slopes, a limit", () => {
    const f = (x: number, y: number) => x * x * y + y * y;
    const [inX, inY] = [f(2.0001, 3) - f(1.9999, 3), f(2, 3.0001) - f(2, 2.9999)].map(
      (rise) => rise / 0.0002,
    );
    const { x, y } = byId["momentum/bowl"].fields;
    expect([x.answer, y.answer]).toEqual([expect.closeTo(inX!, 6), expect.closeTo(inY!, 6)]);
    const { answer } = byId["momentum/bears"].fields.limit;
    const ends = (lambda: number) => Math.abs(after(500, 1, (at) => at - lambda * 8 * at));
    expect(ends(answer * 0.99)).toBeLessThan(1e-3);
    expect(ends(answer * 1.01)).toBeGreaterThan(1e3);
  });

  test("04: a floor, a factor", () => {
    // With noise of variance 1 on the bowl ½x² the mean square settles where (1 − λ)² of it and λ² are as much as it was.
    const floor = (lambda: number) => after(100_000, 0, (square) => (1 - lambda) ** 2 * square + lambda ** 2);
    const ratio = floor(0.01) / floor(0.04);
    expectOnlyRight(byId["nesterov/quarter"].options, {
      same: ratio > 0.9,
      quarter: Math.abs(ratio - 1 / 4) < 0.01,
      sixteenth: Math.abs(ratio - 1 / 16) < 0.01,
    });
    expect(byId["nesterov/side"].fields.factor.answer).toBeCloseTo(1 - 1.75, 12);
  });

  test("05: a terminal speed, the price of a digit", () => {
    expect(byId["adagrad/terminal"].fields.length.answer).toBeCloseTo(
      after(200, 0, (m) => 0.8 * m + 0.1),
      12,
    );
    const steps = (q: number) => Math.log(0.1) / Math.log((q - 1) / (q + 1));
    expect(steps(20)).toBeCloseTo(23, 0);
    const isAbout = (number: number) => Math.abs(steps(100) - number) < 2;
    expectOnlyRight(byId["adagrad/hundred"].options, {
      root: isAbout(50),
      times: isAbout(115),
      square: isAbout(575),
    });
  });

  test("06: a step that looks ahead, a sum that forgets nothing", () => {
    const ahead = 0.6 + 0.5 * -0.4;
    const m = 0.5 * -0.4 - 0.1 * 4 * ahead;
    const asked = byId["rmsprop/ahead"].fields;
    expect([asked.ahead.answer, asked.x.answer]).toEqual([
      expect.closeTo(ahead, 12),
      expect.closeTo(0.6 + m, 12),
    ]);
    const squares = after(2, 0, (sum) => sum + 10 ** 2);
    const { kappa, steps } = byId["rmsprop/steepStart"].fields;
    expect(kappa.answer).toBe(squares);
    expect(2 / Math.sqrt(after(steps.answer, squares, (sum) => sum + 1))).toBeCloseTo(
      1 / Math.sqrt(squares),
      12,
    );
  });

  test("07: a step of AdaGrad, what lasts longest", () => {
    expect(byId["adam/divided"].fields.length.answer).toBeCloseTo((0.5 * 4) / Math.sqrt(9 + 4 ** 2), 12);
    const left = (h: number) => Math.abs(after(50, 1, (at) => at - 0.45 * h * at));
    const [flat, middle, steep] = [0.2, 1, 4].map(left) as [number, number, number];
    expectOnlyRight(byId["adam/lasting"].options, {
      flat: flat > steep && flat > middle,
      middle: middle > flat,
      steep: steep > flat,
    });
  });

  test("08: where RMSProp hops, a floor of momentum's", () => {
    const { w } = after(4000, { w: 1, kappa: 0 }, ({ w: at, kappa }) => {
      const next = 0.9 * kappa + 0.1 * at ** 2;
      return { w: at - (0.04 * at) / Math.sqrt(next), kappa: next };
    });
    const { answer, within } = byId["learning-rate-decay/bottom"].fields.distance;
    expect(Math.abs(Math.abs(w) - answer)).toBeLessThan(within);
    // Position and velocity of momentum on the noisy bowl ½x²: their second moments, step by step.
    const floor = (lambda: number, alpha: number) =>
      after<readonly [number, number, number]>(100_000, [0, 0, 0], ([xx, xm, mm]) => {
        const m2 = alpha ** 2 * mm - 2 * alpha * lambda * xm + lambda ** 2 * (xx + 1);
        const xmNew = alpha * xm - lambda * xx + m2;
        return [xx + 2 * (alpha * xm - lambda * xx) + m2, xmNew, m2];
      })[0];
    const lambda = byId["learning-rate-decay/sameFloor"].fields.lambda.answer;
    expect(floor(lambda, 0.8) / floor(0.05, 0)).toBeCloseTo(1, 1);
  });

  test("09: Adam's mean step, one step of Nesterov's rule", () => {
    const run = (steps: number) =>
      after(steps, { w: 0, m: 0, v: 0 }, ({ w, m, v }, t) => {
        const g = t % 2 === 1 ? 7 : 1;
        const next = { m: 0.9 * m + 0.1 * g, v: 0.999 * v + 0.001 * g * g };
        const step = next.m / (1 - 0.9 ** t) / Math.sqrt(next.v / (1 - 0.999 ** t));
        return { w: w + 0.1 * step, ...next };
      }).w;
    const { answer, within } = byId["second-order/measured"].fields.length;
    expect(Math.abs((run(22_000) - run(20_000)) / 2000 - answer)).toBeLessThan(within);
    const lambda = byId["second-order/atOne"].fields.lambda.answer;
    const places = [1, 2, 3, 10].map(
      (steps) =>
        after(steps, { x: 3, m: 0 }, ({ x, m }) => {
          const next = 0.7 * m - lambda * 4 * (x + 0.7 * m);
          return { x: x + next, m: next };
        }).x,
    );
    for (const x of places) expect(x).toBeCloseTo(0, 12);
  });

  test("10: an eighth of the rate, a ninth step", () => {
    const first = (part: number) =>
      Array.from({ length: 300 }, (_, n) => n).find((n) => 1 + 0.05 * n >= 1 / part)!;
    expect(first(1 / 2)).toBe(20);
    expect(byId["in-practice/eighth"].fields.steps.answer).toBe(first(1 / 8) - first(1 / 2));
    const kappa = after(9, 0, (sum) => sum + 4 ** 2);
    expect(byId["in-practice/ninth"].fields.length.answer).toBeCloseTo((0.6 * 4) / Math.sqrt(kappa), 12);
  });

  test("11: a floor at a quarter of the rate, what decay leaves", () => {
    const floor = (lambda: number) => after(100_000, 0, (square) => (1 - lambda) ** 2 * square + lambda ** 2);
    const ratio = floor(0.04) / floor(0.01);
    expectOnlyRight(byId["used-today/quarterRate"].options, {
      two: Math.abs(ratio - 2) < 0.2,
      four: Math.abs(ratio - 4) < 0.2,
      sixteen: Math.abs(ratio - 16) < 0.2,
    });
    const left = after(2, 1, (w) => w - 0.01 * 0.5 * w);
    expect(byId["used-today/pulled"].fields.weight.answer).toBeCloseTo(left, 12);
  });
});
