import { describe, expect, test } from "vitest";
import {
  adam,
  defineRule,
  descend,
  gradientDescent,
  hyper,
  momentum,
  nesterov,
  newton,
  noisy,
  quadratic,
  ravine,
  type Schedule,
  schedules,
  state,
} from "fall-line";
import { Walker } from "../../src/trace/walker.ts";
import { compileRule } from "../../src/rules/compile.ts";

const at = (w: ArrayLike<number>): number[] => Array.from(w);

describe("a descent", () => {
  test("tells its schedule the loss before each step, so that a plateau is one of the loss", () => {
    const rates = (lambda: number): number[] => {
      const schedule = schedules.plateau({ factor: 0.5, patience: 2 });
      const trace = descend("x^2", gradientDescent, { start: [1], steps: 4, hyper: { lambda }, schedule });
      return [1, 2, 3, 4].map((t) => trace.at(t).rate);
    };
    // At a rate of 1 each step leads to the other side, with the same loss.
    expect(rates(1)).toEqual([1, 1, 0.5, 0.5]);
    expect(rates(0.25)).toEqual([0.25, 0.25, 0.25, 0.25]);
  });

  test("converges where the gradient is as long as the tolerance, before a step from there", () => {
    // From 8 the slope halves at every step: 8, 4, 2, 1.
    const options = { start: [8], steps: 9, hyper: { lambda: 0.5 } };
    const path = (tolerance: number) => descend("x^2/2", gradientDescent, { ...options, tolerance });
    expect([path(2).steps, path(1.99).steps, path(8).steps]).toEqual([2, 3, 0]);
    expect(path(2).stop.sentence).toBe("Converged after 2 steps: the gradient is no longer than 2.");
    expect([path(2).end.loss, at(path(2).end.w)]).toEqual([2, [2]]);
    expect(path(2).evaluations).toEqual({ value: 3, gradient: 3, hessian: 0 });
    expect(path(0).stop.reason).toBe("steps");
    const edge = descend("x^2 + y^2", gradientDescent, { start: [3, 4], steps: 9, tolerance: 10 });
    expect(edge.stop.reason).toBe("converged");
  });

  test("asks before each step whether to go on, with a copy of the place and the loss there", () => {
    const asked: [number, number[], number][] = [];
    const path = descend("x^2", gradientDescent, {
      start: [1],
      steps: 5,
      hyper: { lambda: 0.25 },
      until: (t, w, loss) => {
        asked.push([t, at(w), loss]);
        w.fill(99);
        return t === 3;
      },
    });
    expect(asked).toEqual([
      [1, [1], 1],
      [2, [0.5], 0.25],
      [3, [0.25], 0.0625],
    ]);
    expect([path.steps, at(path.end.w), path.stop.reason]).toEqual([2, [0.25], "caller"]);
  });

  test("is over in time at the step before, with the time in its sentence", () => {
    const path = descend(ravine, adam, { steps: 100_000, timeLimit: 0, record: "path" });
    expect(path.stop.reason).toBe("time");
    expect(path.stop.sentence).toMatch(/^Stopped after \d+ steps?: 0 ms had passed\.$/);
    expect(path.path).toHaveLength(path.steps + 1);
    expect([at(path.path.at(-1)!), path.losses.at(-1)]).toEqual([at(path.end.w), path.end.loss]);
  });

  test("lets an error of the objective through, and ends where the loss is not finite", () => {
    const throws = {
      value: ([x]: Float64Array) => {
        if (x! < 1) throw new Error("too low");
        return x!;
      },
      gradient: () => [1],
    };
    expect(() => descend(throws, gradientDescent, { start: [1], steps: 1 })).toThrow("too low");
    for (const bad of [NaN, Infinity, -Infinity]) {
      const falls = { value: ([x]: Float64Array) => (x! < 1 ? bad : x!), gradient: () => [1] };
      const path = descend(falls, gradientDescent, { start: [2], steps: 9, hyper: { lambda: 0.75 } });
      expect([path.stop.reason, path.steps, path.end.loss, at(path.end.w)]).toEqual([
        "diverged",
        1,
        1.25,
        [1.25],
      ]);
    }
  });

  test("is projected before its loss is taken, and records where it is then", () => {
    const path = descend("x^2", gradientDescent, {
      start: [3],
      steps: 2,
      hyper: { lambda: 0.5 },
      project: { low: 1, high: 9 },
    });
    expect(path.path.map(at)).toEqual([[3], [1], [1]]);
    expect(path.losses).toEqual([9, 1, 1]);
    expect(at(path.at(1).update)).toEqual([-2]);
    expect(at(path.end.w)).toEqual([1]);
  });

  test("takes gradient and Hessian at the place of the gradient, at the step's own time", () => {
    const seen: [string, number[], number][] = [];
    const on = {
      name: "told",
      dimension: 1,
      value: () => 1,
      gradient: (w: Float64Array, out: Float64Array, t: number) => {
        seen.push(["g", at(w), t]);
        out[0] = t;
      },
      hessian: (w: Float64Array, out: Float64Array) => {
        seen.push(["H", at(w), 0]);
        out[0] = 1;
      },
    };
    const rule = defineRule({
      id: "ahead",
      title: "Ahead",
      gradientAt: "w + 10",
      equations: { p: "solve(H, g)", w: "w - p" },
    });
    const path = descend(on, rule, { start: [5], steps: 2 });
    expect(seen).toEqual([
      ["g", [15], 1],
      ["H", [15], 0],
      ["g", [14], 2],
      ["H", [14], 0],
    ]);
    expect(path.evaluations).toEqual({ value: 3, gradient: 2, hessian: 2 });
    expect([path.at(1).lookahead[0], path.at(1)["H" as never]]).toEqual([15, Float64Array.of(1)]);
  });

  test("follows its schedule in the rate, the hyperparameter of that name, and where the gradient is taken", () => {
    const schedule: Schedule = { id: "mine", factor: "t", parameters: {} };
    const rule = defineRule({
      id: "rated",
      title: "Rated",
      hyperparameters: {
        other: hyper.positive({ tex: "o", default: 7, meaning: "another number" }),
        lambda: hyper.positive({ tex: "\\lambda", default: 0.5, meaning: "rate" }),
      },
      rate: "lambda",
      state: { a: state.vector({ meaning: "a" }), b: state.vector({ meaning: "b" }) },
      gradientAt: "w + lambda",
      equations: { a: "lambda", b: "rate + other", w: "w - g" },
    });
    const path = descend("x", rule, { start: [0], steps: 3, schedule });
    expect(path.term("a").map(at)).toEqual([[0], [0.5], [1], [1.5]]);
    expect(path.term("b").map(at)).toEqual([[0], [7.5], [8], [8.5]]);
    expect(path.term("lookahead").slice(1).map(at)).toEqual([[0.5], [0], [-0.5]]);
    expect([path.hyper, path.schedule]).toEqual([{ other: 7, lambda: 0.5 }, schedule]);
  });

  test("a rule without a learning rate has the schedule's factor as its rate, from 1", () => {
    const path = descend("x^2", newton, { start: [3], steps: 2, schedule: schedules.linear({ steps: 2 }) });
    expect(path.term("rate").slice(1)).toEqual([1, 0.5]);
  });
});

test("a walker tells why a step may not be committed, and leaves the place as it is", () => {
  const walker = new Walker(gradientDescent, quadratic([1]), {
    start: [2],
    hyper: [0.5],
    rateAt: () => 1e308,
  });
  const program = compileRule(gradientDescent, 1);
  walker.look(program, 1);
  expect(walker.step(program)).toBe("diverged");
  expect([at(walker.w), walker.registers.loss]).toEqual([[2], 2]);
  expect(walker.registers.hyper).toEqual([1e308]);
});

describe("a record", () => {
  const options = { start: [-8, 1.5], steps: 6, hyper: { lambda: 0.1 } };
  const whole = descend(ravine, nesterov, options);

  test("has in row 0 the start, the loss there and what is remembered; all else is no number", () => {
    const { w, loss, m, g, rate, lookahead } = whole.at(0);
    expect([at(w), loss, at(m)]).toEqual([[-8, 1.5], 5.45, [0, 0]]);
    expect([...at(g), rate, ...at(lookahead), ...at(whole.at(0).update)]).toEqual(new Array(7).fill(NaN));
  });

  test("of every third step has the numbers of those steps", () => {
    const some = descend(ravine, nesterov, {
      ...options,
      record: { terms: ["m", "w", "g", "lookahead", "loss"], every: 3 },
    });
    expect([some.names, some.recordedSteps]).toEqual([
      ["loss", "m", "w", "g", "lookahead"],
      [0, 3, 6],
    ]);
    for (const t of [0, 3, 6])
      for (const name of ["loss", "m", "w", "g", "lookahead"])
        expect(some.value(name, t)).toEqual(whole.value(name, t));
    expect(some.losses).toEqual([0, 3, 6].map((t) => whole.at(t).loss));
    expect(() => some.at(3).update).toThrow("update was not recorded, as not every step was");
    expect(() => some.at(4)).toThrow("there is no step 4; allowed: 0 to 6, every 3");
  });

  test("of every third step ends with the last of them before the descent did", () => {
    const record = { terms: ["w"], every: 3 };
    const some = descend(ravine, nesterov, { ...options, steps: 20, record, until: (t) => t > 7 });
    expect([some.steps, some.recordedSteps, some.path.length]).toEqual([7, [0, 3, 6], 3]);
    expect(some.path.at(-1)).toEqual(whole.at(6).w);
  });

  test("of every second step cannot tell an update either", () => {
    const some = descend(ravine, nesterov, { ...options, record: { terms: ["w"], every: 2 } });
    expect(() => some.value("update", 2)).toThrow("update was not recorded, as not every step was");
  });

  test("of terms has the loss besides, each once", () => {
    const some = descend(ravine, nesterov, { ...options, record: { terms: ["m", "m"] } });
    expect(some.names).toEqual(["loss", "m"]);
    expect(() => some.at(1).g).toThrow('g was not recorded; allowed: loss, m; record it: record: "all"');
    expect(() => some.at(1).lookahead).toThrow("lookahead was not recorded");
  });

  test("of a path has the rate in force", () => {
    const path = descend(ravine, nesterov, {
      ...options,
      record: "path",
      schedule: schedules.step({ factor: 0.5, every: 3 }),
    });
    expect(path.term("rate").slice(1)).toEqual([0.1, 0.1, 0.1, 0.05, 0.05, 0.05]);
    expect(path.path).toHaveLength(7);
  });

  test("of nothing has no step to show", () => {
    const none = descend(ravine, nesterov, { ...options, record: "none" });
    expect(() => none.at(1)).toThrow("there is no step 1; allowed: nothing was recorded");
    expect([none.steps, none.names, [...none]]).toEqual([6, [], []]);
    expect(none.end).toEqual(whole.end);
  });

  test("of norms alone has the lengths of gradient and update", () => {
    const on = quadratic(new Array<number>(700_000).fill(1));
    const path = descend(on, momentum, { steps: 2, hyper: { lambda: 0.5, alpha: 0.5 } });
    expect(path.names).toEqual(["loss", "rate", "gradientNorm", "updateLength"]);
    // All coordinates go 1, 1/2, 0: by half of the slope, and then by half of that step besides.
    const size = Math.sqrt(700_000);
    expect([path.value("gradientNorm", 0), path.value("updateLength", 0)]).toEqual([NaN, NaN]);
    expect([path.value("gradientNorm", 1), path.value("gradientNorm", 2)]).toEqual([
      expect.closeTo(size, 6),
      expect.closeTo(size / 2, 6),
    ]);
    expect([path.updateLength(1), path.updateLength(2)]).toEqual([
      expect.closeTo(size / 2, 6),
      expect.closeTo(size / 2, 6),
    ]);
    expect(path.losses[1]).toBeCloseTo(700_000 / 8, 6);
  });

  test("of a noisy descent is the same when it is run again", () => {
    const once = () => descend(noisy(ravine, { size: 1, seed: 3 }), momentum, { steps: 5 }).path;
    expect(once()).toEqual(once());
  });
});
