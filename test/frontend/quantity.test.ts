import { describe, expect, test } from "vitest";
import { adam, gradientDescent, momentum, newton, ravine } from "fall-line";
import { Model } from "../../src/frontend/explorer/model.ts";
import { nameOfQuantity, quantitiesOf, quantityCurves } from "../../src/frontend/explorer/quantity.ts";

function runsOf(lambda: number) {
  const runners = [
    { rule: gradientDescent, hyper: { lambda }, on: true },
    { rule: momentum, hyper: { lambda: 0.3, alpha: 0.9 }, on: true },
  ];
  return new Model({ objective: ravine, start: [-8, 1.5], steps: 50, runners }).runs;
}

describe("a quantity over the steps", () => {
  test("is the loss first, then what any of the rules has", () => {
    const { runs } = new Model({
      objective: ravine,
      start: [-8, 1.5],
      steps: 3,
      runners: [
        { rule: gradientDescent, hyper: { lambda: 0.1 }, on: true },
        { rule: adam, hyper: {}, on: true },
      ],
    });
    const names = quantitiesOf(runs);
    expect(names.slice(0, 3)).toEqual(["loss", "updateLength", "rate"]);
    expect(names).toContain("vHat");
    expect(nameOfQuantity("vHat")).toBe("length of v\u0302");
    expect(quantityCurves("vHat", runs).curves[0]!.values).toEqual([]);
  });

  test("has for its range what the rules that stay on the map need", () => {
    const calm = quantityCurves("loss", runsOf(0.3)).range;
    const run = quantityCurves("loss", runsOf(1.15));
    expect(run.isLogarithmic).toBe(true);
    // Gradient descent with 1.15 ends at 1.4e11; the first loss is 5.45.
    expect(run.range[1]).toBeLessThan(Math.log10(54.5) + 0.6);
    expect(run.range[0]).toBeCloseTo(quantityCurves("loss", runsOf(1.15).slice(1)).range[0], 0);
    expect(calm[1]).toBeLessThan(1.2);
  });

  test("goes one decade above the first loss at most", () => {
    // From 0.0225 it has grown to some 9 at the edge of the map.
    const runners = [{ rule: gradientDescent, hyper: { lambda: 1.15 }, on: true }];
    const { runs } = new Model({ objective: ravine, start: [0.5, 0.1], steps: 50, runners });
    const [low, high] = quantityCurves("loss", runs).range;
    expect(high - 0.06 * ((high - low) / 1.12)).toBeCloseTo(Math.log10(0.0225) + 1, 9);
  });
});

describe("the curves of a quantity", () => {
  const runs = (steps: number, ...rules: [unknown, Record<string, number>][]) =>
    new Model({
      objective: ravine,
      start: [-8, 1.5],
      steps,
      runners: rules.map(([rule, hyper]) => ({ rule, hyper, on: true }) as never),
    }).runs;
  const plain = runs(2, [gradientDescent, { lambda: 0.1 }]);

  test("of the loss begin at step 0, those of all else at step 1", () => {
    const stepsOf = (name: string) => quantityCurves(name, plain).curves[0]!.values.map(([t]) => t);
    expect([stepsOf("loss"), stepsOf("updateLength"), stepsOf("g")]).toEqual([
      [0, 1, 2],
      [1, 2],
      [1, 2],
    ]);
  });

  test("are lengths of what has several numbers: ravine's slope at (−8, 1.5) is (−0.8, 3)", () => {
    const first = (name: string) => quantityCurves(name, plain).curves[0]!.values[0]![1];
    expect(first("loss")).toBeCloseTo(0.05 * 64 + 2.25, 12);
    expect(first("g")).toBeCloseTo(Math.hypot(0.8, 3), 12);
    expect(first("updateLength")).toBeCloseTo(0.1 * Math.hypot(0.8, 3), 12);
    expect(first("rate")).toBe(0.1);
  });

  test("are offered by names, each once, the slope too, and never the place itself", () => {
    const offered = quantitiesOf(
      runs(2, [gradientDescent, { lambda: 0.1 }], [momentum, { lambda: 0.1, alpha: 0.9 }]),
    );
    expect(offered).toEqual(["loss", "updateLength", "rate", "g", "m"]);
    expect(offered.map(nameOfQuantity)).toEqual([
      "loss",
      "length of the update",
      "learning rate in force",
      "length of the slope g",
      "length of m",
    ]);
  });

  test("of a loss lie by the logarithm of their height above the least; the least itself has no place", () => {
    const { from, isLogarithmic, place } = quantityCurves("loss", plain);
    expect([from, isLogarithmic, place(100), place(0.01), place(0), place(-1), place(Infinity)]).toEqual([
      0,
      true,
      2,
      -2,
      null,
      null,
      null,
    ]);
  });

  test("that hardly change lie by their numbers, and have room of 6 % above and below", () => {
    const rate = quantityCurves("rate", plain);
    expect([rate.isLogarithmic, rate.place(0.1), rate.place(-3), rate.place(NaN)]).toEqual([
      false,
      0.1,
      -3,
      null,
    ]);
    expect(rate.range).toEqual([-0.9, 1.1]);
    const { range, curves } = quantityCurves("updateLength", runs(3, [gradientDescent, { lambda: 0.01 }]));
    const values = curves[0]!.values.map(([, value]) => value);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    expect(range[0]).toBeCloseTo(low - 0.06 * (high - low), 12);
    expect(range[1]).toBeCloseTo(high + 0.06 * (high - low), 12);
  });

  test("of no run still have a range", () => {
    expect(quantityCurves("loss", [])).toMatchObject({
      curves: [],
      isLogarithmic: false,
      range: [-0.06, 1.06],
    });
  });

  test("above a least that is not 0 begin there", () => {
    const lifted = new Model({
      objective: { ...ravine, least: -2 },
      start: [-8, 1.5],
      steps: 2,
      runners: [{ rule: gradientDescent, hyper: { lambda: 0.1 }, on: true }],
    }).runs;
    const { from, place } = quantityCurves("loss", lifted);
    expect([from, place(8)]).toEqual([-2, 1]);
    expect(quantityCurves("rate", lifted).from).toBe(0);
  });

  test("have no room for what is off the map, from the step on at which it is left", () => {
    const [wild] = runs(8, [gradientDescent, { lambda: 1.15 }]);
    const left = wild!.story.leftAt!;
    const lengths = quantityCurves("updateLength", [wild!]).curves[0]!.values;
    const { range } = quantityCurves("updateLength", [wild!]);
    const seen = lengths.filter(([t]) => t < left).map(([, length]) => length);
    const [low, high] = [Math.min(...seen), Math.max(...seen)];
    expect(left).toBeGreaterThan(2);
    expect(range[0]).toBeCloseTo(low - 0.06 * (high - low), 9);
    expect(range[1]).toBeCloseTo(high + 0.06 * (high - low), 9);
  });

  test("of a loss that ends at the very least lie by logarithms all the same", () => {
    const there = runs(2, [newton, {}]);
    expect(there[0]!.trace.losses.at(-1)).toBe(0);
    expect(quantityCurves("loss", there).isLogarithmic).toBe(true);
  });

  test("other than the loss take nothing off before their logarithm", () => {
    const { from, isLogarithmic, place } = quantityCurves(
      "updateLength",
      new Model({
        objective: { ...ravine, expression: "0.05*x^2 + y^2 - 2", least: -2 },
        start: [-8, 1.5],
        steps: 200,
        runners: [{ rule: gradientDescent, hyper: { lambda: 0.9 }, on: true }],
      }).runs,
    );
    expect([from, isLogarithmic, place(10)]).toEqual([0, true, 1]);
  });
});

test("a loss that is at its least from the beginning has an axis of its own numbers, and so has its place", () => {
  const runners = [{ rule: gradientDescent, hyper: { lambda: 0.1 }, on: true }];
  const { isLogarithmic, place, range } = quantityCurves(
    "loss",
    new Model({ objective: ravine, start: [0, 0], steps: 3, runners }).runs,
  );
  expect([isLogarithmic, place(0), place(NaN)]).toEqual([false, 0, null]);
  expect(range.every(Number.isFinite)).toBe(true);
  const falling = quantityCurves(
    "loss",
    new Model({ objective: ravine, start: [-8, 1.5], steps: 3, runners }).runs,
  );
  expect([0, -1, Infinity, 100].map(falling.place)).toEqual([null, null, null, 2]);
});
