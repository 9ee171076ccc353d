import { describe, expect, test } from "vitest";
import {
  adam,
  descend,
  gradientDescent,
  InputError,
  momentum,
  newton,
  objective,
  type PlainObjective,
  quadratic,
  ravine,
} from "fall-line";
import { stopped } from "../../src/trace/stop.ts";

const run = (options: object, rule: unknown = momentum): unknown =>
  descend(ravine, rule as typeof adam, { steps: 3, ...options });

describe("descend refuses", () => {
  test.each<[string, object, unknown, string]>([
    ["options by place", [20], momentum, "descend has no option 0"],
    [
      "a hyperparameter beside hyper",
      { lambda: 0.1 },
      momentum,
      "descend has no option lambda; allowed: start, steps, hyper, schedule, tolerance, project, record, until, timeLimit; a hyperparameter stands in hyper, as in: hyper: { lambda: 0.1 }",
    ],
    [
      "another name of the rate",
      { learningRate: 0.1 },
      momentum,
      "the learning rate stands in hyper, as in: hyper: { lambda: 0.1 }",
    ],
    ["lr in capitals", { LR: 0.1 }, adam, "the learning rate stands in hyper, as in: hyper: { eta: 0.1 }"],
    ["a rate where there is none", { rate: 0.1 }, newton, "descend has no option rate"],
    ["a slip", { step: 3 }, momentum, "did you mean steps?"],
    [
      "no steps",
      { steps: undefined },
      momentum,
      "steps must be a whole number of 0 or more, got nothing; for example: steps: 20",
    ],
    ["half a step", { steps: 2.4 }, momentum, "got 2.4; for example: steps: 2"],
    ["less than no step", { steps: -3 }, momentum, "got -3; for example: steps: 20"],
    ["endless steps", { steps: Infinity }, momentum, "got Infinity; for example: steps: 20"],
    ["steps as text", { steps: "7" }, momentum, 'got "7"; for example: steps: 7'],
    [
      "a tolerance below 0",
      { tolerance: -1 },
      momentum,
      "tolerance must be a number of 0 or more, got -1; for example: tolerance: 0.001",
    ],
    [
      "a time below 0",
      { timeLimit: -1 },
      momentum,
      "timeLimit must be a number of 0 or more, got -1; for example: timeLimit: 1000",
    ],
    [
      "a number for until",
      { until: 0.01 },
      momentum,
      "until must be a function that says when to stop, got 0.01; for example: until: (t, w, loss) => loss < 0.01",
    ],
    ["a condition for until", { until: true }, momentum, "until must be a function"],
    [
      "a box by place",
      { project: [-1, 1] },
      momentum,
      "project takes its options by name, got [-1, 1]; for example: project: { low: -1, high: 1 }",
    ],
    [
      "half a box",
      { project: { low: 0 } },
      momentum,
      "high must be one bound for all parameters, or one for each, got nothing; allowed: a number, or a list of 2",
    ],
    [
      "text for a bound",
      { project: { low: [0, "1"], high: 2 } },
      momentum,
      "low must be one bound for all parameters, or one for each",
    ],
    [
      "an empty box",
      { project: { low: [0, 3], high: [1, 2] } },
      momentum,
      "low must not be above high, got [3, 2]; for example: project: { low: -1, high: 1 }",
    ],
    [
      "a choice of record that there is not",
      { record: "some" },
      momentum,
      'this is no choice of what to record, got "some"; allowed: "all", "path", "none", or a list of terms; for example: record: { terms: ["loss"], every: 10 }',
    ],
    ["terms as text", { record: { terms: "m" } }, momentum, "this is no choice of what to record"],
    ["a record with more", { record: { terms: ["m"], evry: 2 } }, momentum, "record has no option evry"],
    [
      "a record of every 0 steps",
      { record: { terms: ["m"], every: 0 } },
      momentum,
      "every must be a whole number of 1 or more, got 0; for example: record: {",
    ],
    [
      "a record of every half step",
      { record: { terms: ["m"], every: 0.5 } },
      momentum,
      "every must be a whole number of 1 or more, got 0.5",
    ],
    [
      "a term that there is not",
      { record: { terms: ["loss", "n"] } },
      momentum,
      "Momentum has no term n to record; allowed: loss, rate, w, g, m",
    ],
    ["a slip in a term", { record: { terms: ["mHut"] } }, adam, "did you mean mHat?"],
    [
      "a start that is one number",
      { start: 3 },
      momentum,
      "start must be a list of numbers, one for each parameter, got 3; for example: start: [1, 1]",
    ],
    [
      "an empty start",
      { start: [] },
      momentum,
      "the start must be finite numbers, one for each parameter, got []; for example: start: [1, 1]",
    ],
    [
      "text in a start",
      { start: [1, "2"] },
      momentum,
      'the start must be finite numbers, one for each parameter, got [1, "2"]',
    ],
    [
      "a start of other length",
      { start: [1, 2, 3] },
      momentum,
      "the start must have one number per parameter of ravine, got [1, 2, 3]; allowed: 2 numbers; for example: start: [1, 1]",
    ],
  ])("%s", (_title, options, rule, message) => {
    expect(() => run(options, rule)).toThrow(InputError);
    expect(() => run(options, rule)).toThrow(message);
  });

  test("a record of more than a hundred million numbers, with one that is small enough", () => {
    const on = quadratic([1, 1]);
    // A row has loss, rate, w and g: six numbers.
    const big = (steps: number): unknown =>
      descend(on, gradientDescent, { steps, record: "all", until: () => true });
    expect(() => big(17_000_000)).toThrow(
      'this would record too many numbers, got 102000006; allowed: 100000000 at most; record fewer: record: { terms: ["loss"], every: 10 }',
    );
    expect(() => big(10 ** 9)).toThrow('record: { terms: ["loss"], every: 100 }');
    expect(() => big(2 * 10 ** 10)).toThrow("every: 10000 }");
  });

  test("a box of one parameter with a list", () => {
    const options = { start: [1], steps: 1, project: { low: [0, 1], high: 2 } };
    expect(() => descend("x^2", gradientDescent, options)).toThrow(
      "got [0, 1]; allowed: a number; for example",
    );
  });

  test("Newton's method without a Hessian", () => {
    const plain = { name: "mine", value: () => 0, gradient: () => [0] };
    expect(() => descend(plain, newton, { start: [1], steps: 1 })).toThrow(
      "Newton's method needs a Hessian, and mine has none; give the objective as a formula, or add hessian(w, out)",
    );
  });
});

describe("a start that works is found", () => {
  const needs = (
    test: (w: Float64Array) => boolean,
    gradient: (w: Float64Array) => number[],
  ): PlainObjective => ({
    value: (w) => (test(w) ? 1 : NaN),
    gradient,
  });
  const slopes = (w: Float64Array): number[] => [...w].map(() => 1);
  const cure = (on: PlainObjective): string => {
    try {
      descend(on, gradientDescent, { steps: 1 });
    } catch (error) {
      return (error as Error).message;
    }
    return "";
  };

  test.each<[string, PlainObjective, string]>([
    ["of ones", needs(() => true, slopes), "give one: start: [1]"],
    ["of twos where one is none", needs(([x]) => x! > 1, slopes), "give one: start: [2]"],
    ["of halves", needs(([x]) => x! < 1 && x! > 0, slopes), "give one: start: [0.5]"],
    ["below 0", needs(([x]) => x! < 0, slopes), "give one: start: [-1]"],
    ["at 3", needs(([x]) => x === 3, slopes), "give one: start: [3]"],
    ["at 0", needs(([x]) => x === 0, slopes), "give one: start: [0]"],
    ["at 10", needs(([x]) => x! > 9, slopes), "give one: start: [10]"],
    [
      "of as many numbers as its gradient has",
      needs(
        () => true,
        () => [1, 1, 1],
      ),
      "give one: start: [1, 1, 1]",
    ],
    [
      "of up to six numbers written out",
      needs(
        () => true,
        () => new Array<number>(6).fill(1),
      ),
      "give one: start: [1, 1, 1, 1, 1, 1]",
    ],
    [
      "of more numbers in short",
      needs(
        () => true,
        () => new Array<number>(10).fill(1),
      ),
      "give one: start: new Array(10).fill(1)",
    ],
    [
      "where a function that writes its gradient fills it",
      {
        value: () => 1,
        gradient: (w, out) => {
          if (w.length === 2) out.fill(1);
        },
      },
      "give one: start: [1, 1]",
    ],
    [
      "where a function throws elsewhere",
      needs(
        () => true,
        (w) => {
          if (w.length < 4) throw new Error("no");
          return [1, 1, 1, 1];
        },
      ),
      "give one: start: [1, 1, 1, 1]",
    ],
  ])("%s", (_title, on, message) => {
    expect(cure(on)).toContain(`this objective has no usual start; ${message}`);
  });

  test("and none is named where none does", () => {
    expect(cure(needs(() => false, slopes))).toBe("this objective has no usual start");
    expect(
      cure(
        needs(
          () => true,
          () => new Array<number>(11).fill(1),
        ),
      ),
    ).toBe("this objective has no usual start");
    expect(
      cure(
        needs(
          () => true,
          () => [NaN],
        ),
      ),
    ).toBe("this objective has no usual start");
    expect(cure({ ...needs(() => false, slopes), name: "mine" })).toBe("mine has no usual start");
  });

  test("for a formula without a start, or with a loss that is not finite where one begins", () => {
    expect(() => descend("x^2 + y", gradientDescent, { steps: 1 })).toThrow(
      "x^2 + y has no usual start; give one: start: [1, 1]",
    );
    expect(() => descend("log(x)", gradientDescent, { start: [-2], steps: 1 })).toThrow(
      "the loss at the start -2 must be finite, got NaN; start elsewhere: start: [1]",
    );
    expect(() => descend(objective("1/(x - 1)", { start: [1] }), gradientDescent, { steps: 1 })).toThrow(
      "the loss at the start 1 must be finite, got Infinity; start elsewhere: start: [2]",
    );
  });

  test("a typed array is a start, and is left as it is", () => {
    const start = Float64Array.of(3);
    expect(descend("x^2", gradientDescent, { start, steps: 1, hyper: { lambda: 0.5 } }).end.w[0]).toBe(0);
    expect(start[0]).toBe(3);
  });
});

test.each([
  ["steps", 0, 0, "No step was taken, as asked."],
  ["steps", 1, 0, "The one step was taken."],
  ["steps", 2, 0, "All 2 steps were taken."],
  ["converged", 1, 1e-5, "Converged after 1 step: the gradient is no longer than 10⁻⁵."],
  ["converged", 12, 0.001, "Converged after 12 steps: the gradient is no longer than 0.001."],
  [
    "diverged",
    6,
    0,
    "Diverged: step 7 left the finite numbers and was not taken. Try a smaller learning rate.",
  ],
  [
    "singular",
    0,
    0,
    "Step 1 could not be computed: the Hessian is singular there. Try a damped method or another start.",
  ],
  ["caller", 1, 0, "Stopped after 1 step, as asked."],
  ["caller", 0, 0, "Stopped after 0 steps, as asked."],
  ["time", 3, 1500, "Stopped after 3 steps: 1500 ms had passed."],
] as const)("that a descent ended by %s at step %i is told", (reason, step, limit, sentence) => {
  expect(stopped(reason, step, limit)).toEqual({ reason, step, sentence });
});
