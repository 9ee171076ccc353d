import { describe, expect, test } from "vitest";
import {
  defineRule,
  descend,
  type Figure,
  gradientDescent,
  hyper,
  momentum,
  objective,
  rateSensitivity,
  schedules,
} from "fall-line/library";
import { figureFromSpecification } from "fall-line/tools";
import { partNamed } from "./parts.ts";

/** One step on x² from 2 with a rate λ leaves the loss 4(1 - 2λ)²; this is the rate for so many times the loss at the start. */
const rateFor = (times: number): number => (1 + Math.sqrt(times)) / 2;
const parabola = objective("x^2", { start: [2], least: 0 });
const again = (figure: Figure): Figure =>
  figureFromSpecification(JSON.parse(JSON.stringify(figure.specification)));

describe("rateSensitivity(objective, rules, { budget })", () => {
  test("tries six rates to a decade, from 0.0001 to 10", () => {
    const { x } = partNamed(rateSensitivity(parabola, [gradientDescent], { budget: 1 }), "Gradient descent");
    expect([x.length, x[0], x[6], x[12], x.at(-1)]).toEqual([31, 1e-4, 1e-3, 0.01, 10]);
    expect(x[1]! / x[0]!).toBeCloseTo(10 ** (1 / 6), 2);
  });

  test("has a cross for what ends more than 31 times as high as it began, each rule's in a row of its own", () => {
    const rates = [0.25, rateFor(30.9), rateFor(31.1)];
    const figure = rateSensitivity(parabola, [gradientDescent, momentum], { budget: 1, rates });
    expect(partNamed(figure, "Gradient descent").y).toEqual([1, 123.6, null]);
    expect(partNamed(figure, "Gradient descent").customdata).toEqual([1, 124, 124]);
    // Crosses stand at 31 times the start's 4, those of the next rule 2.5 times as high.
    const [first, second] = ["Gradient descent", "Momentum"].map((name) =>
      partNamed(figure, `${name}, off the scale`),
    );
    expect([first!.x, first!.y, second!.y]).toEqual([[rates[2]], [124], [310]]);
    expect(first!.customdata).toEqual(["loss 124"]);
    expect(partNamed(figure, "diverged, or off the scale")).toMatchObject({ x: [null], y: [null] });
  });

  test("explains no cross where there is none", () => {
    const figure = rateSensitivity(parabola, [gradientDescent], { budget: 1, rates: [0.1, 0.25] });
    expect(figure.data.map(({ name }) => name)).toEqual(["Gradient descent", "loss at the start"]);
    expect(partNamed(figure, "loss at the start")).toMatchObject({ x: [0.1, 0.25], y: [4, 4] });
    const three = rateSensitivity(parabola, [gradientDescent], { budget: 1, rates: [0.1, 0.2, 0.25] });
    expect(partNamed(three, "loss at the start")).toMatchObject({ x: [0.1, 0.25] });
    expect(figure.layout).toMatchObject({
      xaxis: { type: "log", title: { text: "learning rate" } },
      yaxis: { title: { text: "final loss" } },
    });
  });

  test("says the best rate and the first that diverges, and in hover what became of a descent", () => {
    const steep = rateSensitivity("x^4", [gradientDescent], {
      budget: 50,
      start: [3],
      rates: [0.001, 0.005, 10, 20],
    });
    const best = descend("x^4", gradientDescent, { start: [3], steps: 50, hyper: { lambda: 0.005 } }).end
      .loss;
    expect(steep.alt).toMatch(
      /^Final loss over the learning rate on .*, 50 gradients each\. Gradient descent ends lowest at rate 0\.005, with loss ([\d.]+), and diverges at 10\.$/,
    );
    expect(Number(/with loss ([\d.]+)/.exec(steep.alt)![1])).toBeCloseTo(best, 5);
    expect(partNamed(steep, "Gradient descent").y.slice(2)).toEqual([null, null]);
    expect(partNamed(steep, "Gradient descent, off the scale").customdata).toEqual(["diverged", "diverged"]);
    const calm = rateSensitivity("x^2", [gradientDescent], {
      budget: 1,
      start: [2],
      rates: [0.25, 0.1].sort(),
    });
    // One step of rate 100 leaves 4 · 199² = 158404: much, and a number.
    const far = rateSensitivity("100*x^2", [gradientDescent], { budget: 1, start: [2], rates: [0.001, 1] });
    expect(far.alt).not.toContain("diverges");
    const flat = rateSensitivity("0*x", [gradientDescent], { budget: 1, start: [2], rates: [0.25, 0.5] });
    expect(flat.alt).toContain("ends lowest at rate 0.25, with loss 0");
    expect(calm.alt).toMatch(/, 1 gradient each\. .* ends lowest at rate 0\.25, with loss 1\.$/);
  });

  test("reaches above the rows of crosses where losses of nothing stretch the axis", () => {
    const figure = rateSensitivity(parabola, [gradientDescent], { budget: 1, rates: [0.25, 0.5 - 4.33e-10] });
    const { range, dtick } = figure.layout.yaxis as { range: number[]; dtick: number };
    expect(range[0]).toBeCloseTo(Math.log10(4e-18), 9);
    expect(range[1]).toBeCloseTo(Math.log10(4 * 31 * 2.5 ** 2), 9);
    expect(dtick).toBe(3);
  });

  test("stands on logarithms also where a loss is exactly 0, at the lower edge, and says so", () => {
    // A rate of 1/2 ends in the minimum; the others leave 4(1 - 2λ)² = 4e-8, 4e-4 and 1.
    const rates = [0.25, 0.495, 0.49995, 0.5];
    const figure = rateSensitivity(parabola, [gradientDescent], { budget: 1, rates });
    const { y, customdata } = partNamed(figure, "Gradient descent");
    expect([y[0], y[1], y[3], customdata[3]]).toEqual([1, 4e-4, 4e-18, 0]);
    expect(figure.layout.yaxis).toMatchObject({
      type: "log",
      title: { text: "final loss (0 at the lower edge)" },
    });
    expect((figure.layout.yaxis as { range: number[] }).range[0]).toBeCloseTo(Math.log10(4e-18), 9);
    const high = objective("x^2 + 1", { start: [2], least: 1 });
    const above = rateSensitivity(high, [gradientDescent], { budget: 1, rates });
    expect(above.layout.yaxis).toMatchObject({
      title: { text: "final loss above the least (0 at the lower edge)" },
    });
    expect(partNamed(above, "loss at the start").y).toEqual([4, 4]);
    expect((above.layout.yaxis as { range: number[] }).range[0]).toBeCloseTo(Math.log10(4e-18), 9);
    // What a hand reads at a point is the loss itself: x² + 1.
    expect(partNamed(above, "Gradient descent").customdata).toEqual([2, 1, 1, 1]);
    const near = rateSensitivity(parabola, [gradientDescent], { budget: 1, rates: [0.25, 0.5] });
    expect(partNamed(near, "Gradient descent").y).toEqual([1, 0]);
    expect(near.layout.yaxis).toMatchObject({ title: { text: "final loss" } });
  });

  test("shows what ends below 0 on a plain axis, and a cross only what climbs far above its start", () => {
    const deep = objective("x^2 - 10", { start: [1] });
    const figure = rateSensitivity(deep, [gradientDescent], {
      budget: 1,
      rates: [0.25, 0.5, rateFor(38), rateFor(40)],
    });
    // From -9, thirty times 9 above it is 261.
    expect(partNamed(figure, "Gradient descent").y).toEqual([-9.75, -10, 28, 30]);
    expect(figure.layout.yaxis).not.toHaveProperty("range");
    expect(figure.data.map(({ name }) => name)).not.toContain("diverged, or off the scale");
  });

  test("refuses rates and a budget of a stored picture that are none", () => {
    const { specification } = rateSensitivity(parabola, [gradientDescent], { budget: 1 });
    for (const [options, says] of [
      [{ budget: 1, rates: null }, /rates/],
      [{ budget: -1 }, /budget/],
      [{ budget: 1, rates: [2, 1] }, /rates/],
    ] as const)
      expect(() => figureFromSpecification({ ...specification, options })).toThrow(says);
  });

  test("pays for Hessians: with 7 gradients for two parameters a rule that needs one takes two steps", () => {
    const rule = defineRule({
      id: "scaled-newton",
      title: "Scaled Newton",
      hyperparameters: { eta: hyper.positive({ tex: "\\eta", default: 1, meaning: "learning rate" }) },
      rate: "eta",
      equations: { w: "w - eta*solve(H, g)" },
    });
    const figure = rateSensitivity("x^2 + y^2", [rule], { budget: 7, start: [2, 0], rates: [0.5, 1] });
    // At a rate of 1/2 each step halves x.
    expect(partNamed(figure, "Scaled Newton").y).toEqual([0.25, 0]);
    expect(figure.specification!.runs).toMatchObject([{ start: [2, 0], steps: 2 }]);
  });

  test("keeps hyperparameters, schedules and the start, in its recipe too", () => {
    const schedule = schedules.exponential({ k: 0.5 });
    const options = { budget: 5, start: [3], rates: [0.1, 0.2], title: "Rates" };
    const rule = { rule: momentum, hyper: { alpha: 0.5 }, schedule };
    const figure = rateSensitivity("x^2", [rule], options);
    const { end } = descend("x^2", momentum, {
      start: [3],
      steps: 5,
      hyper: { alpha: 0.5, lambda: 0.2 },
      schedule,
    });
    expect(partNamed(figure, "Momentum").y[1]).toBeCloseTo(end.loss, 3);
    expect(figure.specification!.options).toEqual({ budget: 5, rates: [0.1, 0.2], title: "Rates" });
    expect(again(figure)).toEqual(figure);
  });

  test("has no loss on its axis where crosses stand, but a word in their middle", () => {
    const ticks = (...rates: number[]) => {
      const { layout } = rateSensitivity(parabola, [gradientDescent, momentum], { budget: 3, rates });
      return layout["yaxis"] as {
        readonly tickvals: readonly number[];
        readonly ticktext: readonly string[];
      };
    };
    const { tickvals, ticktext } = ticks(0.4, 0.49, 30);
    // A loss may be 31 times that of the start, 4, and a row of crosses is 2.5 times as high as the one below it.
    expect(tickvals.at(-1)).toBeCloseTo(31 * 4 * Math.sqrt(2.5), 6);
    expect([ticktext.at(-1), ticktext.indexOf("off")]).toEqual(["off", tickvals.length - 1]);
    expect(Math.max(...tickvals.slice(0, -1))).toBe(100);
    expect(ticks(0.4, 0.49).ticktext).not.toContain("off");
  });

  test("asks no page for more than it should compute, all rates counting", () => {
    const long = objective(`x^2${" + 0*x".repeat(40)}`, { start: [2] });
    const drawn = (budget: number): Figure => rateSensitivity(long, [gradientDescent], { budget });
    const { specification } = drawn(10);
    expect(drawn(7000).specification).toBeUndefined();
    expect(() => figureFromSpecification({ ...specification, options: { budget: 7000 } })).toThrow(
      /more computing/,
    );
  });
});
