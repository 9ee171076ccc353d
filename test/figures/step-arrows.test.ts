import { describe, expect, test } from "vitest";
import { defineRule, descend, hyper, line, momentum, state, type Trace } from "../../src/index.ts";
import { visible } from "../../src/figures/arrows.ts";
import { planeOf } from "../../src/figures/plane.ts";
import { stepArrows } from "../../src/figures/step-arrows.ts";

describe("the names of arrows downhill", () => {
  const names = (w: string, more: object = {}): string[] => {
    const rule = defineRule({ id: "own", title: "Own", equations: { w }, ...more });
    const trace = descend("x^2 + y^2", rule, { start: [1, 2], steps: 1 }) as Trace;
    return stepArrows(trace, 1, planeOf(trace.objective, [trace])).map(({ label }) => label);
  };
  const eta = {
    hyperparameters: { eta: hyper.positive({ tex: "\\eta", default: 0.01, meaning: "learning rate" }) },
    rate: "eta",
  };

  test.each([
    ["w - g", {}, "−g"],
    ["w - 0.5*g", {}, "−0.5·g"],
    ["w - 0.5432*g", {}, "−0.5·g"],
    ["w - eta*g", eta, "−ηg"],
    ["w - 10*eta*g", eta, "−ηg"],
    ["w - eta*g/5", eta, "−ηg"],
    ["w - 100*eta*g", eta, "−g"],
    ["w - eta*g/10", eta, "−0.001·g"],
  ])("say by what the gradient is multiplied: %s", (w, more, label) => {
    expect(names(w, more)[0]).toBe(label);
  });

  test("are those of a step as it is where it is flat", () => {
    const rolls = defineRule({
      id: "rolls",
      title: "Rolls",
      state: { m: state.vector({ meaning: "velocity" }) },
      equations: { m: line.vector("0.5*m - g", { role: "velocity" }), w: "w + m" },
    });
    const ends = {
      dimension: 2,
      value: (w: Float64Array) => w[0]!,
      gradient: (_: Float64Array, out: Float64Array, t = 1) => void out.fill(t === 1 ? 1 : 0),
    };
    const trace = descend(ends, rolls, { start: [1, 1], steps: 2 }) as Trace;
    const arrows = stepArrows(trace, 2, planeOf(trace.objective, [trace]));
    for (const { from, to } of arrows) expect([...from, ...to].every(Number.isFinite)).toBe(true);
    expect(visible(arrows).map(({ label }) => label)).toContain("velocity m before");
  });

  test("are a jump and a correction where the step is made of these, however short, and of nothing else", () => {
    const short = descend("x^2 + 3*y^2", momentum, {
      start: [1, 2],
      steps: 3,
      hyper: { lambda: 0.01, alpha: 0.01 },
    });
    const plane = planeOf(short.objective, [short]);
    expect(stepArrows(short as Trace, 3, plane).map(({ label }) => label)).toContain("jump");
    const more = defineRule({
      id: "more",
      title: "More",
      state: { m: state.vector({ meaning: "velocity" }) },
      equations: { m: line.vector("0.5*m - 0.1*g", { role: "velocity" }), w: "w + m - 0.01*w" },
      ...{ hyperparameters: eta.hyperparameters },
    });
    const trace = descend("x^2 + 3*y^2", more, { start: [1, 2], steps: 3 }) as Trace;
    expect(stepArrows(trace, 3, plane).map(({ label }) => label)).not.toContain("jump");
  });
});
