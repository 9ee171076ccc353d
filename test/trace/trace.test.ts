import { describe, expect, test } from "vitest";
import { descend, momentum, ravine } from "fall-line";

const path = descend(ravine, momentum, { start: [-8, 1.5], steps: 5, hyper: { lambda: 0.1 } });

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

test("a trace in JSON says what was run, and each step with what it has", () => {
  const { steps, ...run } = JSON.parse(JSON.stringify(path)) as { steps: object[] };
  expect(run).toMatchObject({
    rule: "momentum",
    objective: "ravine",
    expression: ravine.expression,
    stop: { step: 5 },
  });
  expect(steps).toHaveLength(6);
  expect(steps[0]).toEqual({ t: 0, w: [-8, 1.5], loss: path.at(0).loss, terms: { m: [0, 0] } });
  const { w, g, m, loss, rate } = path.at(5);
  expect(steps[5]).toMatchObject({ t: 5, w: [...w], g: [...g], loss, rate, terms: { m: [...m] } });
});
