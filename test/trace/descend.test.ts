import { describe, expect, test } from "vitest";
import {
  adam,
  beale,
  bfgs,
  descend,
  gradientDescent,
  momentum,
  monkeySaddle,
  nesterov,
  newton,
  quadratic,
  ravine,
  schedules,
} from "fall-line";

const lambda = (value: number): { lambda: number } => ({ lambda: value });

describe("descend stops", () => {
  test("after exactly the steps asked for", () => {
    const { stop } = descend(ravine, gradientDescent, { steps: 12 });
    expect(stop).toEqual({ reason: "steps", step: 12, sentence: "All 12 steps were taken." });
    const none = descend(ravine, gradientDescent, { steps: 0 });
    expect(none.path).toHaveLength(1);
    expect(none.stop.sentence).toBe("No step was taken, as asked.");
  });

  test("as converged only when a tolerance is given", () => {
    const hyper = lambda(0.5);
    expect(descend("x^2", gradientDescent, { start: [1], steps: 5, hyper }).steps).toBe(5);
    const path = descend("x^2", gradientDescent, { start: [1], steps: 5, hyper, tolerance: 1e-9 });
    expect([path.stop.reason, path.steps]).toEqual(["converged", 1]);
  });

  test("before a step that is not finite, which is never committed", () => {
    const path = descend("x^4", gradientDescent, { start: [10], steps: 100, hyper: lambda(1) });
    let [w, before, step] = [10, NaN, 0];
    for (; Number.isFinite(w ** 4); step++) [w, before] = [w - 4 * w ** 3, w];
    expect(path.stop).toEqual({
      reason: "diverged",
      step: step - 1,
      sentence: `Diverged: step ${step} left the finite numbers and was not taken. Try a smaller learning rate.`,
    });
    expect(path.path.every((w) => Number.isFinite(w[0]))).toBe(true);
    expect(path.end.w[0]! / before).toBeCloseTo(1, 12);
    expect(path.end.loss / before ** 4).toBeCloseTo(1, 12);
    expect(path.path).toHaveLength(path.steps + 1);
  });

  test("at a singular Hessian, which has a reason of its own", () => {
    const path = descend(monkeySaddle, newton, { start: [0, 0], steps: 3 });
    expect([path.stop.reason, path.steps]).toEqual(["singular", 0]);
    expect(path.stop.sentence).toContain("Step 1 could not be computed: the Hessian is singular there");
  });

  test("when the caller says so, or the time is over", () => {
    expect(descend(ravine, adam, { steps: 50, until: (t) => t > 10 }).stop).toMatchObject({
      reason: "caller",
      step: 10,
    });
    expect(descend(ravine, adam, { steps: 1e7, timeLimit: 1, record: "none" }).stop.reason).toBe("time");
    expect(descend(ravine, adam, { steps: 3, until: () => true })).toMatchObject({
      steps: 0,
      stop: { reason: "caller", step: 0 },
    });
    expect(descend(ravine, adam, { steps: 3, timeLimit: 60_000 }).stop.reason).toBe("steps");
  });
});

test("a descent is repeatable where no clock, function or box took part in it", () => {
  const repeatable = (options: object): boolean => descend(ravine, adam, { steps: 3, ...options }).repeatable;
  expect(repeatable({})).toBe(true);
  expect(repeatable({ timeLimit: 60_000 })).toBe(true);
  expect(repeatable({ steps: 1e7, timeLimit: 1, record: "none" })).toBe(false);
  expect(repeatable({ until: () => false })).toBe(false);
  expect(repeatable({ project: { low: [-9, -9], high: [9, 9] } })).toBe(false);
});

describe("descend records", () => {
  const options = { start: [-8, 1.5], steps: 20, hyper: lambda(0.1) };
  const whole = descend(ravine, momentum, options);

  test("all by default, the path, nothing, or some terms at every so many steps", () => {
    expect(whole.names).toEqual(["loss", "rate", "w", "g", "m"]);
    expect(descend(ravine, momentum, { ...options, record: "path" }).names).toEqual(["loss", "rate", "w"]);
    const none = descend(ravine, momentum, { ...options, record: "none" });
    expect([none.names, none.recordedSteps, none.end]).toEqual([[], [], whole.end]);
    const some = descend(ravine, momentum, { ...options, record: { terms: ["m"], every: 5 } });
    expect(some.recordedSteps).toEqual([0, 5, 10, 15, 20]);
    expect(some.at(10).m).toEqual(whole.at(10).m);
    expect(
      descend(ravine, momentum, { ...options, record: { terms: ["m"], every: 6 } }).recordedSteps,
    ).toEqual([0, 6, 12, 18]);
    expect(() => some.at(7)).toThrow("there is no step 7; allowed: 0 to 20, every 5");
    expect(() => some.at(10).w).toThrow("w was not recorded");
  });

  test("all as long as that is two million numbers at most, and loss and norms beyond", () => {
    // A row of gradient descent has loss, rate, w and g: 2 + 2 n numbers.
    const on = quadratic(new Array<number>(9_999).fill(1));
    const names = (steps: number): readonly string[] => descend(on, gradientDescent, { steps }).names;
    expect(names(99)).toEqual(["loss", "rate", "w", "g"]);
    expect(names(100)).toEqual(["loss", "rate", "gradientNorm", "updateLength"]);
  });

  test("loss and norms only, when n is large and nothing was chosen", () => {
    const large = descend(quadratic(new Array<number>(30_000).fill(1)), adam, { steps: 50 });
    expect(large.names).toEqual(["loss", "rate", "gradientNorm", "updateLength"]);
    expect(large.value("gradientNorm", 1)).toBeCloseTo(Math.sqrt(30_000), 9);
  });

  test("the rate in force, the update, its length, and what each coordinate felt", () => {
    const path = descend(ravine, gradientDescent, {
      ...options,
      schedule: schedules.step({ factor: 0.5, every: 2 }),
    });
    expect(path.term("rate").slice(1, 6)).toEqual([0.1, 0.1, 0.05, 0.05, 0.025]);
    expect([...path.at(1).update]).toEqual([expect.closeTo(0.08, 12), expect.closeTo(-0.3, 12)]);
    expect(path.updateLength(1)).toBeCloseTo(Math.hypot(0.08, 0.3), 12);
    expect([...path.effectiveRates(3)]).toEqual([expect.closeTo(0.05, 9), expect.closeTo(0.05, 9)]);
  });

  test("where the gradient was taken", () => {
    const path = descend(ravine, nesterov, options);
    const { m, w } = path.at(4);
    expect([...path.at(5).lookahead]).toEqual(
      [...w].map((x, i): unknown => expect.closeTo(x + 0.9 * m[i]!, 12)),
    );
    expect(whole.at(5).lookahead).toEqual(whole.at(4).w);
  });

  test("how often value, gradient and Hessian were computed", () => {
    expect(whole.evaluations).toEqual({ value: 21, gradient: 20, hessian: 0 });
    expect(descend(beale, newton, { start: [3.1, 0.6], steps: 4 }).evaluations).toEqual({
      value: 5,
      gradient: 4,
      hessian: 4,
    });
    expect(descend(beale, bfgs, { steps: 4 }).evaluations.value).toBeGreaterThan(5);
  });
});

describe("descend keeps to a projection", () => {
  test("a box, and what a function does to w", () => {
    const boxed = descend(ravine, gradientDescent, {
      start: [-8, 1.5],
      steps: 5,
      project: { low: [-8, 1], high: [0, 2] },
    });
    expect(boxed.path.every((w) => w[1]! >= 1)).toBe(true);
    const whole = descend("x^2", gradientDescent, {
      start: [3],
      steps: 3,
      project: (w) => void (w[0] = Math.round(w[0]!)),
    });
    expect(whole.path.map((w) => w[0])).toEqual([3, 3, 3, 3]);
  });
});

describe("descend refuses", () => {
  test.each([
    [{ steps: 1.5 }, "steps must be a whole number of 0 or more, got 1.5"],
    [
      { steps: 1, start: [1] },
      "the start must have one number per parameter of ravine, got [1]; allowed: 2 numbers; for example: start: [1, 1]",
    ],
    [{ steps: 1, start: [1, NaN] }, "the start must be finite numbers"],
    [{ steps: 1, start: [1e200, 1] }, "the loss at the start 1e+200,1 must be finite"],
    [{ steps: 1, project: { low: 1, high: 0 } }, "low must not be above high"],
    [{ steps: 1, record: { terms: ["q"] } }, "Momentum has no term q to record"],
    [{ steps: 1e9, record: "all" as const }, "this would record too many numbers"],
  ])("%o", (options, message) => {
    expect(() => descend(ravine, momentum, options)).toThrow(message);
  });

  test("Newton on an objective without a Hessian, and an objective without a start", () => {
    const plain = { value: (w: Float64Array) => w[0]! ** 2, gradient: (w: Float64Array) => [2 * w[0]!] };
    expect(() => descend(plain, newton, { start: [1], steps: 1 })).toThrow("needs a Hessian");
    expect(() => descend(plain, momentum, { steps: 1 })).toThrow("has no usual start; give one");
  });
});
