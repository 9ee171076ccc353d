import { describe, expect, test } from "vitest";
import {
  adam,
  descend,
  gradientDescent,
  momentum,
  noisy,
  objective,
  ravine,
  rosenbrock,
  rules,
  saddle,
  schedules,
  Trace,
} from "fall-line";
import { type MimeBundle, RICH, type Rich } from "../../src/display.ts";

const path = descend(ravine, momentum, { start: [-8, 1.5], steps: 5, hyper: { lambda: 0.1 } });
const again = (trace: Trace): Trace => Trace.fromJSON(JSON.parse(JSON.stringify(trace)));

describe("a trace", () => {
  test("gives steps, terms, slices, and can be iterated", () => {
    expect([...path.at(1).m]).toEqual([expect.closeTo(0.08, 12), expect.closeTo(-0.3, 12)]);
    expect(path.at(-1)).toEqual(path.at(5));
    expect(path.term("m")).toHaveLength(6);
    expect(path.slice(1, 3).map(({ t }) => t)).toEqual([1, 2]);
    expect([...path].map(({ t }) => t)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(() => path.at(9)).toThrow("there is no step 9; allowed: 0 to 5");
    expect(() => path.worked(0)).toThrow("step 0 is the start");
  });

  test("tells how far each coordinate went per unit of its slope, where it has one", () => {
    const run = descend("x^2 + y^2", momentum, { start: [1, 0], steps: 1, hyper: { lambda: 0.1 } });
    expect([...run.effectiveRates(1)]).toEqual([expect.closeTo(0.1, 12), NaN]);
    const over = descend("x^2 + y^2", momentum, { start: [1, 0.5], steps: 2, hyper: { lambda: 0.5 } });
    expect([...over.effectiveRates(1)]).toEqual([0.5, 0.5]);
    expect([...over.at(2).update]).toEqual([-0.9, -0.45]);
    expect([...over.effectiveRates(2)]).toEqual([NaN, NaN]);
  });

  test("is shown as a table", () => {
    expect(path.text.split("\n")).toHaveLength(8);
    expect(path[Symbol.for("Jupyter.display") as never]).toBeTypeOf("function");
  });
});

describe("a trace through JSON", () => {
  test.each(rules.map((rule) => [rule.id, rule] as const))("of %s is the same", (_id, rule) => {
    const before = descend(rosenbrock, rule, { steps: 6, schedule: schedules.exponential({ k: 0.1 }) });
    const after = again(before);
    expect(JSON.stringify(after)).toBe(JSON.stringify(before));
    expect(after.path).toEqual(before.path);
    expect(after.at(0).g[0]).toBeNaN();
    expect(after.objective.value(Float64Array.of(2, 2))).toBe(before.objective.value(Float64Array.of(2, 2)));
    expect(after.worked(2).text).toBe(before.worked(2).text);
  });

  test("keeps that a surface has no bottom, or how deep it is", () => {
    const leastOf = (on: typeof saddle): number | undefined =>
      again(descend(on, adam, { steps: 2 })).objective.least;
    expect(leastOf(saddle)).toBe(-Infinity);
    expect(leastOf(ravine)).toBe(0);
    expect(leastOf(objective("x^2 - 3", { start: [1], least: -3 }))).toBe(-3);
  });

  test("keeps noise, and the name of a function", () => {
    const rough = again(descend(noisy(ravine, { size: 1, seed: 7 }), adam, { steps: 3 })).objective;
    const out = new Float64Array(2);
    rough.gradient(Float64Array.of(1, 1), out, 2);
    expect(out[0]).not.toBe(0.1);
    const plain = { name: "mine", value: () => 0, gradient: () => [0] };
    const { objective } = again(descend(plain, momentum, { start: [1], steps: 1 }));
    expect(() => objective.value(Float64Array.of(1))).toThrow("mine was a function, which JSON can't hold");
  });

  test.each([
    ["nothing", null, "this is not a trace of format 1"],
    ["another format", { ...path.toJSON(), format: 9 }, "this is not a trace of format 1"],
    ["rows of the wrong length", { ...path.toJSON(), rows: [1, 2] }, "rows must have one row of numbers"],
    ["text for numbers", { ...path.toJSON(), rows: ["x"] }, "rows.0 of this trace must be a number"],
    [
      "an unknown reason",
      { ...path.toJSON(), stop: { ...path.stop, reason: "bored" } },
      "stop.reason of this trace must be",
    ],
    [
      "no hyperparameters",
      { ...path.toJSON(), hyper: null },
      "hyper of this trace must be a record, got null",
    ],
    [
      "a text for a hyperparameter",
      { ...path.toJSON(), hyper: { lambda: "1" } },
      "hyper.lambda of this trace must be a number",
    ],
    ["hyperparameters out of range", { ...path.toJSON(), hyper: { alpha: 3 } }, "alpha must be in [0, 1)"],
  ])("refuses %s", (_title, data, message) => {
    expect(() => Trace.fromJSON(JSON.parse(JSON.stringify(data)))).toThrow(message);
  });
});

describe("a trace in a notebook", () => {
  const shown = (steps: number): string => {
    const trace = descend("x^2", gradientDescent, { start: [1], steps, hyper: { lambda: 0.25 } });
    return ((trace as unknown as Rich)[RICH]() as MimeBundle)["text/plain"] as string;
  };

  test("is a sentence and a table of its steps", () => {
    const [sentence, head, ...rows] = shown(3)
      .split("\n")
      .map((row) => row.trim().split(/\s+/));
    expect(sentence!.join(" ")).toMatch(/^Gradient descent on x\^2\. .*3 steps/);
    expect(head!.slice(0, 2)).toEqual(["t", "loss"]);
    expect(rows.filter(([t]) => /^\d/.test(t!)).map(([t, loss]) => `${t} ${loss}`)).toEqual([
      "0 1",
      "1 0.25",
      "2 0.0625",
      "3 0.015625",
    ]);
  });

  test("shows its first six and last three steps where there are more than ten", () => {
    const steps = (text: string) => Array.from(text.matchAll(/^\s*(\d+)\s/gm), ([, t]) => Number(t));
    expect(steps(shown(9))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(steps(shown(10))).toEqual([0, 1, 2, 3, 4, 5, 8, 9, 10]);
  });
});
