import { describe, expect, test } from "vitest";
import {
  adam,
  descend,
  gradientDescent,
  momentum,
  objective,
  ravine,
  schedules,
  type Trace,
} from "fall-line";
import { type MimeBundle, RICH, type Rich } from "../../src/display.ts";
import { traceText } from "../../src/trace/show.ts";

const path = descend(ravine, momentum, { start: [-8, 1.5], steps: 5, hyper: { lambda: 0.1 } });
describe("a trace shown", () => {
  const shown = (trace: Trace): string =>
    ((trace as unknown as Rich)[RICH]() as MimeBundle)["text/plain"] as string;
  const headOf = (text: string): string[] => text.split("\n")[1]!.trim().split(/\s+/);

  test("has a column for each number, named by its coordinate where there are several", () => {
    expect(headOf(path.text)).toEqual("t loss w[0] w[1] g[0] g[1] m[0] m[1]".split(" "));
    expect(headOf(descend("x^2", momentum, { start: [1], steps: 1 }).text)).toEqual(
      "t loss w g m".split(" "),
    );
    expect(path.text.split("\n")[0]).toBe("Momentum on ravine. All 5 steps were taken.");
  });

  test("has the rate where a schedule changes it, and nothing where a number is none", () => {
    const rated = descend("x^2", gradientDescent, {
      start: [1],
      steps: 2,
      hyper: { lambda: 0.25 },
      schedule: schedules.step({ factor: 0.5, every: 1 }),
    });
    const [, head, start, first] = rated.text.split("\n").map((row) => row.trim().split(/\s+/));
    expect(head).toEqual(["t", "loss", "rate", "w", "g"]);
    expect(start).toEqual(["0", "1", "1"]);
    expect(first).toEqual(["1", "0.25", "0.25", "0.5", "2"]);
    expect(shown(rated)).not.toContain("NaN");
  });

  test("has twelve columns at most, or all in blocks of some width", () => {
    const wide = descend(objective("a^2 + b^2 + c^2 + d^2"), adam, { start: [1, 2, 3, 4], steps: 2 });
    expect(headOf(wide.text)).toHaveLength(1 + 12);
    expect(headOf(wide.text).at(-1)).toBe("m[2]");
    const all = traceText(wide, 60);
    for (const head of ["m[3]", "v[0]", "vHat[3]"]) expect(all).toContain(head);
    expect(Math.max(...all.split("\n").map((row) => row.length))).toBeLessThanOrEqual(60);
  });

  test("has its start where no step was taken", () => {
    const none = descend(ravine, momentum, { start: [-8, 1.5], steps: 0 });
    expect(headOf(none.text)).toEqual("t loss w[0] w[1] g[0] g[1] m[0] m[1]".split(" "));
    expect(none.text.split("\n")[2]!.trim().split(/\s+/)).toEqual(["0", "5.45", "-8", "1.5", "0", "0"]);
    expect(shown(none)).toBe(none.text);
  });

  test("has all of its steps as text", () => {
    const long = descend("x^2", gradientDescent, { start: [1], steps: 30 });
    expect(long.text.split("\n")).toHaveLength(2 + 31);
    expect(shown(long).split("\n").length).toBeLessThan(14);
  });
});

describe("a trace is read", () => {
  test("by steps from the start, or from the end", () => {
    expect([path.at(-1).t, path.at(-6).t, path.at(0).t, path.at(5).t]).toEqual([5, 0, 0, 5]);
    for (const t of [6, -7, 1.5, NaN, "1"])
      expect(() => path.at(t as number)).toThrow(
        `there is no step ${JSON.stringify(t) === "null" ? "NaN" : JSON.stringify(t)}; allowed: 0 to 5`,
      );
    expect(path.slice(-2).map(({ t }) => t)).toEqual([4, 5]);
    expect(path.slice(1, -1).map(({ t }) => t)).toEqual([1, 2, 3, 4]);
    expect(path.slice().length).toBe(6);
    expect([path.shapeOf("loss"), path.shapeOf("m"), path.shapeOf("update")]).toEqual([
      "scalar",
      "vector",
      "vector",
    ]);
  });

  test("as copies: who changes what was read changes no record", () => {
    path.at(1).w.fill(99);
    path.value("m", 2);
    (path.value("m", 2) as Float64Array).fill(99);
    expect(path.at(1).w[0]).toBeCloseTo(-7.92, 12);
    expect((path.value("m", 2) as Float64Array)[0]).toBeLessThan(1);
  });

  test("step by step as its own steps are worked out, from 1 on", () => {
    expect(path.worked(-1).t).toBe(5);
    expect(() => path.worked(0)).toThrow("step 0 is the start; nothing is computed in it; allowed: 1 to 5");
    for (const coordinate of [2, -1, 0.5])
      expect(() => path.worked(1, { coordinate })).toThrow(
        `there is no such coordinate, got ${coordinate}; allowed: 0 to 1`,
      );
  });

  test("the update is what was added to w, from step 1 on", () => {
    expect([...path.at(2).update]).toEqual([...path.at(2).w].map((x, i) => x - path.at(1).w[i]!));
    expect([...path.at(0).update]).toEqual([NaN, NaN]);
    expect(path.updateLength(2)).toBeCloseTo(Math.hypot(...path.at(2).update), 14);
    expect([...path.effectiveRates(1)]).toEqual([expect.closeTo(0.1, 12), expect.closeTo(0.1, 12)]);
  });
});
