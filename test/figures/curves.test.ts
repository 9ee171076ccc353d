import { describe, expect, test } from "vitest";
import { adagrad, curves, descend, gradientDescent, momentum, ravine, saddle, schedules } from "fall-line";
import { suitableScale } from "../../src/figures/scale.ts";
import { partNamed } from "./parts.ts";

const heavy = descend(ravine, momentum, { steps: 20, hyper: { lambda: 0.3 } });

describe("curves(traces, { of })", () => {
  test("rate draws the learning rate in force", () => {
    const trace = descend(ravine, gradientDescent, {
      steps: 10,
      hyper: { lambda: 0.5 },
      schedule: schedules.exponential({ k: 0.1 }),
    });
    const { x, y } = partNamed(curves(trace, { of: "rate" }), "Gradient descent");
    expect(x[0]).toBe(1);
    expect(y[4]).toBeCloseTo(0.5 * Math.exp(-0.4), 4);
  });

  test("together draws the runs of a rule as a bundle: thin, named once, told from its least to its greatest", () => {
    const from = (x: number) => descend(ravine, momentum, { start: [x, 1.5], steps: 20 });
    const runs = [from(-8), from(-4), descend(ravine, gradientDescent, { steps: 20 })];
    const { data, layout, alt } = curves(runs, { together: true });
    expect(data.map(({ name }) => name)).toEqual(["Momentum", "Momentum", "Gradient descent"]);
    expect(data.map(({ line }) => (line as { width: number }).width)).toEqual([1, 1, 1]);
    expect(layout.annotations).toHaveLength(2);
    expect(alt).toContain("Momentum, 2 runs: first between 3.05 and 5.45");
    expect(() => curves(runs, { together: 1 as unknown as boolean })).toThrow(
      /together must be true or false/,
    );
  });

  test("updateLength draws how far each step went", () => {
    const { y } = partNamed(curves(heavy, { of: "updateLength" }), "Momentum");
    const [from, to] = [heavy.at(2).w, heavy.at(3).w];
    expect(y[2]).toBeCloseTo(Math.hypot(to[0]! - from[0]!, to[1]! - from[1]!), 4);
  });

  test("effectiveRate draws each coordinate's own: AdaGrad's are λ/√κ", () => {
    const trace = descend(ravine, adagrad, { steps: 10, hyper: { lambda: 1 } });
    const { y } = partNamed(curves(trace, { of: "effectiveRate" }), "AdaGrad, y");
    expect(y[6]).toBeCloseTo(1 / Math.sqrt(trace.at(7).kappa[1]!), 4);
  });

  test("loss on a surface without a bottom has a symmetric logarithmic axis, with the true loss to read", () => {
    const figure = curves(descend(saddle, momentum, { steps: 60, hyper: { lambda: 0.05 } }));
    const { tickvals, ticktext } = figure.layout.yaxis as { tickvals: number[]; ticktext: string[] };
    expect(ticktext).toContain("0");
    expect([...tickvals].sort((a, b) => a - b)).toEqual(tickvals);
    const { y, customdata } = partNamed(figure, "Momentum");
    expect(customdata.at(-1)).toMatch(/^−9\.04\d·10⁹$/);
    expect(y.at(-1)).toBeLessThan(-8);
  });

  test("an unknown term is refused with those that there are", () => {
    expect(() => curves(heavy, { of: "kapa" })).toThrow(
      /no rule drawn here has such a term.*allowed: .*updateLength/,
    );
  });

  test("a term that one rule has and another has not is drawn for the one", () => {
    const plain = descend(ravine, gradientDescent, { steps: 5 });
    expect(curves([plain, heavy], { of: "m" }).data.map(({ name }) => name)).toEqual([
      "Momentum, m[0]",
      "Momentum, m[1]",
    ]);
  });

  test("a scale can be asked for", () => {
    expect(curves(heavy, { scale: "linear" }).layout.yaxis).not.toHaveProperty("type");
    expect(() => curves(heavy, { scale: "loglog" as "log" })).toThrow(/linear, log, symlog/);
  });
});

test("suitableScale(values) is logarithmic for decades, symmetric where signs mix, linear for the rest", () => {
  expect(suitableScale([1, 10, 1000])).toBe("log");
  expect(suitableScale([1, 2, 3])).toBe("linear");
  expect(suitableScale([-1, 2, 3])).toBe("linear");
  expect(suitableScale([1, -2, 3, -4, -1e6])).toBe("symlog");
});
