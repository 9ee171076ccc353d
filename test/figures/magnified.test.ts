import { describe, expect, test } from "vitest";
import {
  adagrad,
  adam,
  beale,
  defineRule,
  descend,
  gradientDescent,
  momentum,
  nesterov,
  newton,
  ravine,
  rmsprop,
  rosenbrock,
  schedules,
  type Trace,
} from "../../src/index.ts";
import { magnified, type MagnifiedArrow } from "../../src/figures/magnified.ts";
import { ARROWS } from "../../src/figures/palette.ts";
import { line } from "../../src/rules/rule.ts";

const start = [-8, 1.5];
const hyper = { lambda: 0.3, alpha: 0.9 };
const arrowsOf = (trace: unknown, t: number): readonly MagnifiedArrow[] =>
  magnified(trace as Trace, t)!.arrows;
const way = ({ from, to }: MagnifiedArrow): [number, number] => [to[0] - from[0], to[1] - from[1]];
const colourOf = ({ colour }: MagnifiedArrow): string | undefined =>
  Object.entries(ARROWS).find(([, one]) => one === colour)?.[0];
const looks = (trace: unknown, t: number): unknown[] =>
  arrowsOf(trace, t).map((arrow) => [arrow.number, arrow.name, colourOf(arrow), arrow.kind]);

/** Whether a vector goes straight down a slope, and how far. */
function downhill([x, y]: readonly [number, number], g: ArrayLike<number>): number {
  const size = Math.hypot(g[0]!, g[1]!);
  expect((x * g[1]! - y * g[0]!) / size).toBeCloseTo(0, 9);
  return -(x * g[0]! + y * g[1]!) / size;
}

describe("the arrows of one step", () => {
  test.each<[string, unknown, number, unknown[]]>([
    [
      "Nesterov",
      descend(ravine, nesterov, { start, steps: 4, hyper }),
      4,
      [
        [4, "standard", "standard", "aside"],
        [undefined, "standard", "standard", "aside"],
        [1, "jump", "jump", "dashed"],
        [2, "correction", "correction", "part"],
        [3, "new velocity", "velocity", "whole"],
      ],
    ],
    [
      "Nesterov, which has no velocity before its first step",
      descend(ravine, nesterov, { start, steps: 4, hyper }),
      1,
      [[3, "new velocity", "velocity", "whole"]],
    ],
    [
      "Momentum that keeps a hundredth",
      descend(ravine, momentum, { start, steps: 4, hyper: { lambda: 0.3, alpha: 0.01 } }),
      3,
      [
        [1, "jump", "jump", "dashed"],
        [2, "correction", "correction", "part"],
        [3, "new velocity", "velocity", "whole"],
      ],
    ],
    [
      "Adam",
      descend(beale, adam, { start: [1, 1], steps: 3, hyper: { eta: 0.3 } }),
      3,
      [
        [1, "slope", "correction", "aside"],
        [2, "mean", "moment", "dashed"],
        [3, "update", "update", "whole"],
      ],
    ],
    [
      "gradient descent",
      descend(ravine, gradientDescent, { start, steps: 2 }),
      2,
      [[1, "step", "correction", "part"]],
    ],
    [
      "Newton",
      descend(rosenbrock, newton, { steps: 2 }),
      2,
      [
        [1, "slope", "correction", "aside"],
        [2, "step", "update", "whole"],
      ],
    ],
  ])("of %s have their numbers, names, colours and kinds", (_, trace, t, due) => {
    expect(looks(trace, t)).toEqual(due);
  });

  test("lead from where the step begins, downhill as far as the step goes, and to where it ends", () => {
    const trace = descend(beale, adam, { start: [1, 1], steps: 5, hyper: { eta: 0.3 } });
    const [slope, mean, update] = arrowsOf(trace, 5);
    const { g, w, mHat } = trace.at(5);
    const length = trace.updateLength(5);
    expect(downhill(way(slope!), g)).toBeCloseTo(length, 9);
    expect(downhill(way(mean!), mHat)).toBeCloseTo(length, 9);
    for (const arrow of [slope, mean, update]) expect(arrow!.from).toEqual([...trace.at(4).w]);
    expect(update!.to).toEqual([...w]);
    const turn = descend(rosenbrock, newton, { steps: 1 });
    expect(downhill(way(arrowsOf(turn, 1)[0]!), turn.at(1).g)).toBeCloseTo(turn.updateLength(1), 9);
  });

  test("jump by what is kept of the velocity, at whatever rate", () => {
    const schedule = schedules.exponential({ k: 0.5 });
    const trace = descend(ravine, momentum, { start, steps: 3, hyper, schedule });
    const [jump] = arrowsOf(trace, 3);
    const due = trace.at(2).m.map((x) => 0.9 * x);
    way(jump!).forEach((x, i) => expect(x).toBeCloseTo(due[i]!, 9));
  });

  test("have none downhill where it is flat: there a mean goes on alone", () => {
    const ends = {
      dimension: 2,
      value: (w: Float64Array) => w[0]!,
      gradient: (_: Float64Array, out: Float64Array, t = 1) => void out.fill(t === 1 ? 1 : 0),
    };
    const [slope, mean] = arrowsOf(descend(ends, adam, { start: [1, 1], steps: 2 }), 2);
    expect(way(slope!)).toEqual([0, 0]);
    expect(Math.hypot(...way(mean!))).toBeGreaterThan(0);
  });

  test("are none where nothing moves, or the slope is no number", () => {
    const still = descend(ravine, momentum, { start: [0, 0], steps: 2 });
    expect(still.steps === 0 ? undefined : magnified(still as Trace, 1)).toBeUndefined();
    const signs = defineRule({ id: "signs", title: "Signs", equations: { w: "w - sign(g)" } });
    const steep = {
      dimension: 2,
      value: (w: Float64Array) => w[0]!,
      gradient: (_: Float64Array, out: Float64Array) => void out.fill(Infinity),
    };
    const trace = descend(steep, signs, { start: [1, 1], steps: 1 });
    expect(Array.from(trace.at(1).w)).toEqual([0, 0]);
    expect(magnified(trace as Trace, 1)).toBeUndefined();
  });
});

describe("the box of rates", () => {
  test("is two fifths of the step from its middle to its farther sides", () => {
    const options = { start, steps: 3, hyper: { lambda: 1 } };
    for (const trace of [descend(ravine, adagrad, options), descend(ravine, rmsprop, options)]) {
      const { rates } = magnified(trace, 3)!;
      expect(Math.max(...rates!)).toBeCloseTo(0.4 * trace.updateLength(3), 9);
      const [x, y] = trace.effectiveRates(3);
      expect(rates![0] / rates![1]).toBeCloseTo(x! / y!, 9);
    }
  });

  test("has no side below 0, of a rule that climbs too", () => {
    const climbs = defineRule({
      id: "climbs",
      title: "Climbs",
      state: { kappa: { shape: "vector", start: 0, meaning: "squares" } },
      equations: { kappa: line.vector("kappa + g^2", { role: "sum of squares" }), w: "w + g/(1 + kappa)" },
    });
    const trace = descend(ravine, climbs, { start: [0.2, 0.1], steps: 1 });
    const { rates } = magnified(trace, 1)!;
    expect(Math.min(...rates!)).toBeGreaterThan(0);
    expect(Math.max(...rates!)).toBeCloseTo(0.4 * trace.updateLength(1), 9);
  });

  test("is none of a coordinate without a slope, nor of a rule with one rate for all", () => {
    const level = descend(ravine, adagrad, { start: [3, 0], steps: 1, hyper: { lambda: 1 } });
    expect(magnified(level as Trace, 1)).not.toHaveProperty("rates");
    expect(magnified(descend(rosenbrock, newton, { steps: 2 }) as Trace, 2)).not.toHaveProperty("rates");
  });
});
