import { describe, expect, test } from "vitest";
import {
  adagrad,
  curves,
  descend,
  type Figure,
  gradientDescent,
  momentum,
  objective,
  type Objective,
  quadratic,
  ravine,
  saddle,
  type Schedule,
  schedules,
} from "fall-line";
import { numberText } from "../../src/math/numerals.ts";
import { suitableScale } from "../../src/figures/scale.ts";
import { rounded } from "../../src/figures/view.ts";
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

  test("numbered names descents by their numbers, at their ends too; bundles have none", () => {
    const runs = [heavy, descend(ravine, gradientDescent, { steps: 20 })];
    const { data, layout } = curves(runs, { numbered: true });
    expect(data.map(({ name }) => name)).toEqual(["1", "2"]);
    expect((layout.annotations as { text: string }[]).map(({ text }) => text).sort()).toEqual(["1", "2"]);
    expect(() => curves(runs, { numbered: 1 as unknown as boolean })).toThrow(
      /numbered must be true or false/,
    );
    expect(() => curves(runs, { numbered: true, together: true })).toThrow(/leave out one/i);
  });

  test("a descent that recorded its loss alone is drawn, and told without its points", () => {
    const trace = descend(ravine, momentum, { steps: 5, record: { terms: ["loss"] } });
    const [first, last] = [trace.losses[0]!, trace.losses[5]!];
    const { alt } = curves(trace, { scale: "linear" });
    expect(alt).toContain(
      `Momentum: in 5 steps the loss goes from ${numberText(first)} to ${numberText(last)}.`,
    );
  });

  test("updateLength draws how far each step went", () => {
    const { y } = partNamed(curves(heavy, { of: "updateLength" }), "Momentum");
    const [from, to] = [heavy.at(2).w, heavy.at(3).w];
    expect(y[2]).toBeCloseTo(Math.hypot(to[0]! - from[0]!, to[1]! - from[1]!), 4);
  });

  test("lengths and rates are read from 0, where a linear axis has a place for it, and places are not", () => {
    const lowest = (of: string, scale?: "log") =>
      (curves(heavy, { of, ...(scale && { scale }) }).layout["yaxis"] as { range: number[] }).range[0]!;
    const [rate, length] = [0.3, Math.max(...heavy.recordedSteps.slice(1).map((t) => heavy.updateLength(t)))];
    expect(lowest("rate")).toBeCloseTo(-0.06 * rate, 6);
    expect(lowest("updateLength")).toBeCloseTo(-0.06 * length, 4);
    expect(lowest("rate", "log")).toBeCloseTo(Math.log10(rate) - 1, 5);
    expect(lowest("w")).toBeLessThan(-8);
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
    expect(customdata.at(-1)).toBeCloseTo(-9.04e9, -8);
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

/** Gradient descent on x² + 1 with λ = 1/4 halves x: from 2 the loss is 5, 2, 1.25. */
const halving = (from: number, least?: number, steps = 4) =>
  descend(objective("x^2 + 1", least === undefined ? {} : { least }), gradientDescent, {
    start: [from],
    steps,
    hyper: { lambda: 0.25 },
  });

const yAxisOf = (figure: Figure) =>
  figure.layout.yaxis as { title: { text: string }; type?: string; range: [number, number] };

describe("curves(traces) of the loss", () => {
  test.each([
    ["its height above the least that is known", [halving(2, 1)], "loss above the least", "log", [4, 1]],
    ["a least of 0, which needs no word", [halving(2, 0)], "loss", "log", [5, 2]],
    ["no least that is known", [halving(2)], "loss", undefined, [5, 2]],
    ["leasts that differ", [halving(2, 1), halving(2, 0.5)], "loss", undefined, [5, 2]],
    ["a least that is none: losses are below it", [halving(2, 1.1)], "loss", undefined, [5, 2]],
    [
      "a least that is missed by rounding",
      [halving(2, 1 + 5e-10, 40)],
      "loss above the least",
      "log",
      [4, 1],
    ],
    ["losses that are the least from the start", [halving(0, 1)], "loss", undefined, [1, 1]],
  ])("with %s", (_, traces, name, type, first) => {
    const figure = curves(traces);
    expect(yAxisOf(figure).title.text).toBe(name);
    expect(yAxisOf(figure).type).toBe(type);
    expect(partNamed(figure, String(figure.data[0]!["name"])).y.slice(0, 2)).toEqual(first);
  });

  /** λ = 2 makes x three times as large: from 1 the loss x² is 1, 9, 81, ... */
  const tripling = (from: number, steps = 6) =>
    descend(objective("x^2", { least: 0 }), gradientDescent, { start: [from], steps, hyper: { lambda: 2 } });

  test("that runs away is drawn up to ten times what it began with, the highest beginning counting", () => {
    const [low, high] = yAxisOf(curves(tripling(1))).range;
    expect([low, high]).toEqual([-0.06, 1.06]);
    expect(yAxisOf(curves([tripling(1), tripling(10)])).range).toEqual([-0.18, 3.18]);
    const words = curves([tripling(1), tripling(10)]).layout.annotations as { text: string }[];
    expect(words.map(({ text }) => text).filter((text) => text.includes("off the chart"))).toEqual([
      "<b>▲</b> Gradient descent, from (1): off the chart at step 4",
      "<b>▲</b> Gradient descent, from (10): off the chart at step 2",
    ]);
  });

  test("that runs away flattens no curve that stays as low as it began, be it at one height", () => {
    expect(yAxisOf(curves([tripling(1, 0), tripling(1)])).range).toEqual([-1, 1]);
  });
});

describe("curves(traces) of a term", () => {
  const eight = descend(
    quadratic([1, 1, 1, 1, 1, 1, 1, 1]) as Objective,
    momentum,
    { start: [1, 2, 3, 4, 5, 6, 7, 8], steps: 3, hyper: { lambda: 0.1 } }, // prettier-ignore
  );

  test("draws six coordinates of many, every second one in another shade", () => {
    const { data } = curves(eight, { of: "w" });
    expect(data.map(({ name }) => name)).toEqual([0, 1, 2, 3, 4, 5].map((i) => `Momentum, w[${i}]`));
    const colours = data.map(({ line }) => (line as { color: string }).color);
    expect([colours[2], colours[4]]).toEqual([colours[0], colours[0]]);
    expect([colours[3], colours[5]]).toEqual([colours[1], colours[1]]);
    expect(colours[1]).not.toBe(colours[0]);
  });

  test.each([
    ["w", 0],
    ["m", 0],
    ["loss", 0],
    ["g", 1],
    ["update", 1],
    ["lookahead", 1],
    ["rate", 1],
  ])("%s begins at step %d, with the trace's own values, one after the other", (of, first) => {
    const { x, y } = curves(eight, { of }).data[0] as unknown as { x: number[]; y: number[] };
    expect(x).toEqual([0, 1, 2, 3].slice(first));
    for (const [k, t] of x.entries()) {
      const value = eight.value(of, t);
      expect(y[k], `at step ${t}`).toBe(rounded(typeof value === "number" ? value : value[0]!));
    }
  });

  test("of one coordinate has the name of the rule alone, and of one step a mark", () => {
    const { data } = curves(halving(2), { of: "g" });
    expect(data).toMatchObject([{ name: "Gradient descent", mode: "lines" }]);
    expect(data[0]).not.toHaveProperty("marker");
    const [one] = curves(halving(2, 1, 1), { of: "g" }).data;
    expect(one).toMatchObject({ mode: "markers", x: [1], y: [4], marker: { color: "#d62728" } });
  });

  test("of a long descent draws at most a thousand steps, the first and the last among them", () => {
    const stepsOf = (count: number, of: string): readonly number[] =>
      (curves(halving(2, undefined, count), { of }).data[0] as unknown as { x: number[] }).x;
    const ends = (steps: readonly number[]): unknown[] => [steps.slice(0, 3), steps.at(-1), steps.length];
    expect(ends(stepsOf(2500, "loss"))).toEqual([[0, 3, 6], 2500, 835]);
    expect(ends(stepsOf(2500, "g"))).toEqual([[1, 4, 7], 2500, 834]);
    expect(ends(stepsOf(1000, "loss"))).toEqual([[0, 1, 2], 1000, 1001]);
    expect(ends(stepsOf(1000, "g"))).toEqual([[1, 2, 3], 1000, 1000]);
  });

  test("has what is read in the axis, and the number in words only where the axis moves it, or where it needs a power of ten", () => {
    const steep = descend("12345.678*x", gradientDescent, { start: [1], steps: 3, hyper: { lambda: 1 } });
    const { data } = curves(steep, { of: "g" });
    expect(data[0]).not.toHaveProperty("customdata");
    expect(data[0]).toMatchObject({ hovertemplate: expect.stringContaining("%{y:.4~r}") as string });
    const small = curves(descend("2e-7*x", gradientDescent, { start: [1], steps: 1 }), { of: "g" });
    expect(small.data[0]).toMatchObject({ customdata: [2e-7] });
    const moved = curves(steep, { of: "g", scale: "symlog" }).data[0]!;
    expect(moved).toMatchObject({
      customdata: [12350, 12350, 12350],
      hovertemplate: expect.stringContaining("%{customdata:.4~r}") as string,
    });
  });

  test("is told from the first step to the last, and bundles from the least to the greatest", () => {
    expect(curves(halving(2), { of: "g" }).alt).toBe(
      "g over the steps. Gradient descent: 4 at step 1, 0.5 at step 4.",
    );
    expect(curves(halving(2, 1, 0), { of: "w" }).alt).toBe(
      "x over the steps. Gradient descent: 2 at step 0, 2 at step 0.",
    );
    const nameless = { value: () => 0, gradient: () => [0] };
    expect(curves(descend(nameless, gradientDescent, { start: [1], steps: 1 }), { of: "w" }).alt).toMatch(
      /^w over the steps\./,
    );
    expect(curves(halving(2), { of: "updateLength" }).alt).toMatch(
      /^length of the update over the steps\. .* 1 at step 1/,
    );
    expect(curves([halving(2), halving(4)], { together: true }).alt).toBe(
      "loss over the steps. Gradient descent, 2 runs: first between 5 and 17, last between 1.01563 and 1.0625.",
    );
  });

  test("of a rate has stairs where this stays for some steps wherever it changes", () => {
    const shapeOf = (schedule: Schedule): unknown =>
      (curves(descend("x^2", gradientDescent, { start: [1], steps: 9, schedule }), { of: "rate" }).data[0] as { line: { shape?: string } }).line.shape; // prettier-ignore
    expect(shapeOf(schedules.step({ every: 3, factor: 0.5 }))).toBe("hv");
    expect(shapeOf(schedules.step({ every: 1, factor: 0.5 }))).toBeUndefined();
    expect(shapeOf(schedules.linear({ steps: 9 }))).toBeUndefined();
    expect(shapeOf(schedules.constant())).toBeUndefined();
  });

  test("that there is not is told with the one that was meant", () => {
    expect(() => curves(heavy, { of: "updateLenght" })).toThrow(/did you mean updateLength\?$/);
  });
});

test("suitableScale(values) is logarithmic for decades, symmetric where signs mix, linear for the rest", () => {
  expect(suitableScale([1, 10, 1000])).toBe("log");
  expect(suitableScale([1, 2, 3])).toBe("linear");
  expect(suitableScale([-1, 2, 3])).toBe("linear");
  expect(suitableScale([1, -2, 3, -4, -1e6])).toBe("symlog");
});
