import { describe, expect, test } from "vitest";
import {
  adam,
  amsgrad,
  bfgs,
  descend,
  momentum,
  nesterov,
  noisy,
  radam,
  ravine,
  rosenbrock,
  rules,
  schedules,
  Stepper,
  Trace,
} from "fall-line";

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
    ["text for numbers", { ...path.toJSON(), rows: ["x"] }, "rows must be numbers"],
    [
      "an unknown reason",
      { ...path.toJSON(), stop: { ...path.stop, reason: "bored" } },
      "stop must have a known reason",
    ],
    ["hyperparameters out of range", { ...path.toJSON(), hyper: { alpha: 3 } }, "alpha must be in [0, 1)"],
  ])("refuses %s", (_title, data, message) => {
    expect(() => Trace.fromJSON(JSON.parse(JSON.stringify(data)))).toThrow(message);
  });
});

describe("a step written out", () => {
  test("has each equation, its numbers and its value", () => {
    expect(path.worked(2).text).toBe(
      [
        "step 2",
        "  g = gradient at [-7.92, 1.2] = [-0.792, 2.4]",
        "  m = 0.9 * [0.08, -0.3] - 0.1 * [-0.792, 2.4] = [0.1512, -0.51]",
        "  w = [-7.92, 1.2] + [0.1512, -0.51] = [-7.7688, 0.69]",
      ].join("\n"),
    );
    expect(path.worked(2).lines[1]).toMatchObject({
      equation: "m_{t} = \\alpha \\, m_{t-1} - \\lambda \\, g_{t}",
      value: "\\begin{pmatrix} 0.1512 \\\\ -0.51 \\end{pmatrix}",
    });
  });

  test("has one pair of parentheses around the place of a gradient, and indices under exponents", () => {
    const hyper = { lambda: 0.1, alpha: 0.9 };
    const place = "\\begin{pmatrix} -8 \\\\ 1.5 \\end{pmatrix}";
    expect(path.worked(1).lines[0]!.numbers).toBe(`\\nabla L ${place}`);
    const ahead = descend(ravine, nesterov, { start: [-8, 1.5], steps: 1, hyper }).worked(1);
    expect(ahead.lines[0]!.numbers).toMatch(/^\\nabla L \\left\(\\begin.*\\right\)$/);
    const { lines } = descend(ravine, amsgrad, { steps: 1 }).worked(1);
    expect(lines.find(({ name }) => name === "vMax")!.equation).toBe(
      "{v_{t}^{\\max}} = \\max\\left({v_{t-1}^{\\max}}, v_{t}\\right)",
    );
    const { lines: radamLines } = descend(ravine, radam, { steps: 1 }).worked(1);
    expect(radamLines.find(({ name }) => name === "rhoMax")!.equation).toMatch(/^\\rho_\{\\infty,t\} = /);
  });

  test("can be of one coordinate", () => {
    expect(path.worked(2, { coordinate: 1 }).lines.map(({ text }) => text)).toEqual([
      "g = slope in y at [-7.92, 1.2] = 2.4",
      "m = 0.9 * (-0.3) - 0.1 * 2.4 = -0.51",
      "w = 1.2 + (-0.51) = 0.69",
    ]);
    expect(() => path.worked(2, { coordinate: 2 })).toThrow(
      "there is no such coordinate, got 2; allowed: 0 to 1",
    );
  });

  test("shows matrices as matrices", () => {
    const { text, tex } = descend(rosenbrock, bfgs, { steps: 2 }).worked(1);
    expect(text).toContain("mul([[1, 0], [0, 1]], ");
    expect(tex).toContain("\\begin{pmatrix} 1 & 0 \\\\ 0 & 1 \\end{pmatrix}");
  });
});

describe("a stepper", () => {
  test("goes forward and back by an equation, and by a step", () => {
    const stepper = new Stepper(path);
    expect([stepper.names, stepper.line, stepper.atStart]).toEqual([["g", "m", "w"], undefined, true]);
    const places: string[] = [];
    while (!stepper.atEnd) {
      stepper.forwardLine();
      places.push(`${stepper.t}.${stepper.linesDone}`);
    }
    expect(places.slice(0, 4)).toEqual(["0.1", "0.2", "1.0", "1.1"]);
    for (const place of places.slice(0, -1).reverse()) {
      stepper.backLine();
      expect(`${stepper.t}.${stepper.linesDone}`).toBe(place);
    }
    expect(stepper.to(0).forward().forward().t).toBe(2);
    expect(stepper.forwardLine().back().t).toBe(2);
    expect(stepper.back().back().back().atStart).toBe(true);
  });

  test("knows the old value before a line and the new one after it", () => {
    const stepper = new Stepper(path).to(1, 1);
    expect(stepper.value("m")).toEqual(path.at(1).m);
    expect(stepper.forwardLine().value("m")).toEqual(path.at(2).m);
    expect(stepper.value("w")).toEqual(path.at(1).w);
    expect(stepper.line!.text).toContain("m = 0.9");
    expect(() => stepper.to(7)).toThrow("there is no such step, got 7; allowed: 0 to 5");
  });
});
