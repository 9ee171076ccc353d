import { describe, expect, test } from "vitest";
import { adam, gradientDescent, momentum, ravine } from "fall-line";
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
    const { range } = quantityCurves("loss", runsOf(1.15).slice(0, 1));
    const [low, high] = range;
    expect(high - 0.06 * ((high - low) / 1.12)).toBeLessThanOrEqual(Math.log10(5.45) + 1 + 1e-9);
  });
});
