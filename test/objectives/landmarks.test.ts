import { describe, expect, test } from "vitest";
import { descend, gradientDescent, InputError, momentum, newton, objective, ravine } from "fall-line";
import { asObjective, knownObjective } from "../../src/objectives/objective.ts";

describe("objective(formula, options)", () => {
  test("keeps its landmarks, and a name of its own", () => {
    const options = {
      name: "mine",
      minima: [[0, 0]],
      localMinima: [[1, 2]],
      least: -1,
      start: [3, 4],
      view: [
        [-1, 1],
        [-2, 2],
      ] as const,
      source: "this test",
    };
    expect(objective("x^2 + y^2", options)).toMatchObject(options);
    expect(objective("x^2").name).toBe("x^2");
    expect(Object.keys(objective("x^2"))).not.toContain("start");
  });

  const view = (y: unknown): object => ({ view: [[-1, 1], y] });

  test.each<[object, string]>([
    [
      { start: [1] },
      "start must be one number for each variable (x, y), got [1]; for example: start: [1, 1]",
    ],
    [{ start: 1 }, "start must be one number for each variable (x, y), got 1"],
    [{ start: [1, NaN] }, "start must be one number for each variable (x, y), got [1, NaN]"],
    [
      { minima: [0, 0] },
      "minima must be points, each with one number for each variable (x, y), got [0, 0]; for example: minima: [[0, 0]]",
    ],
    [{ minima: [[0, 0], [1]] }, "minima must be points"],
    [{ localMinima: [[0, "1"]] }, "localMinima must be points, each with"],
    [
      { view: [[-1, 1]] },
      "view must be one range for each variable (x, y), got [[-1, 1]]; for example: view: [[-2, 2], [-2, 2]]",
    ],
    [view([1, 1]), "view must be one range for each variable"],
    [view([1, -1]), "view must be one range for each variable"],
    [view([1, 2, 3]), "view must be one range for each variable"],
    [view([1, Infinity]), "view must be one range for each variable"],
    [{ view: "wide" }, "view must be one range for each variable"],
    [{ strat: [1, 1] }, "objective has no option strat; allowed: name, variables, minima"],
  ])("with %j is refused", (options, message) => {
    expect(() => objective("x^2 + y^2", options as never)).toThrow(message);
  });

  test("of no text is refused, and one with variables that are not its own", () => {
    expect(() => objective(3 as never)).toThrow(
      "objective takes a formula as text, got 3; for example: objective(",
    );
    expect(() => objective("x^2", 3 as never)).toThrow("objective takes its options by name, got 3");
    expect(() => objective("x + y", { variables: ["x"] })).toThrow(
      "y is not defined here; allowed: x".split(";")[0],
    );
    expect(() => objective("2 + pi")).toThrow(
      'this has no variable to descend in\n  2 + pi\n  ^^^^^^\nwrite one, as in "x^2"',
    );
  });

  test("known to be good is not differentiated before it is asked", () => {
    expect(knownObjective("abs(x) + max(x, 1)", {}).value(Float64Array.of(-2))).toBe(3);
    expect(() => objective("abs(x) + max(x, 1)")).toThrow("can't be differentiated");
  });
});

describe("asObjective(on, dimension)", () => {
  const plain = { value: ([x]: Float64Array) => x! ** 2, gradient: ([x]: Float64Array) => [2 * x!] };
  const out = new Float64Array(1);

  test("makes one of a formula, keeps one of the library, and completes a student's", () => {
    expect(asObjective("x^2", 1).value(Float64Array.of(3))).toBe(9);
    expect(asObjective(ravine, 2)).toBe(ravine);
    const made = asObjective(plain, 1);
    expect([made.name, made.dimension, made.value(Float64Array.of(3))]).toEqual(["a function", 1, 9]);
    made.gradient(Float64Array.of(3), out, 1);
    expect(out[0]).toBe(6);
    expect(asObjective({ ...plain, name: "mine" }, 1).name).toBe("mine");
  });

  test("hands the step on, and takes a typed array", () => {
    const timed = {
      value: () => 0,
      gradient: (_w: Float64Array, _out: Float64Array, t: number) => Float64Array.of(t),
    };
    asObjective(timed, 1).gradient(Float64Array.of(3), out, 17);
    expect(out[0]).toBe(17);
  });

  test("keeps a Hessian of a student's own: Newton's method takes it", () => {
    const curved = { ...plain, hessian: (_w: Float64Array, H: Float64Array) => void (H[0] = 2) };
    expect(descend(curved, newton, { start: [3], steps: 1 }).end.w[0]).toBe(0);
  });

  test.each<[unknown, number, string]>([
    [ravine, 3, "the start must have one number per parameter of ravine, got 3; allowed: 2 numbers"],
    ["x^2", 2, "the start must have one number per parameter of x^2, got 2; allowed: 1 number"],
  ])("refuses another number of parameters", (on, dimension, message) => {
    expect(() => asObjective(on as string, dimension)).toThrow(message);
  });

  test.each([[[1, 2]], [3], ["12"], [[]]])("refuses %j as a gradient", (gradient) => {
    const wrong = asObjective({ value: () => 0, gradient: () => gradient as number[] }, 1);
    expect(() => wrong.gradient(Float64Array.of(1), out, 1)).toThrow(
      /^a gradient must have one number per parameter, got .*; allowed: a list of 1 number$/,
    );
  });
});

describe("what stands where an objective is wanted", () => {
  test.each<[unknown, string]>([
    [
      () => 1,
      'a function alone has no gradient, got the function (anonymous); allowed: a formula, or an object with value and gradient; write its formula as text: "x^2"',
    ],
    [
      { value: () => 1 },
      'this objective has no gradient, got ["value"]; it takes both: { value: ([x]) => x ** 2, gradient: ([x]) => [2 * x] }',
    ],
    [{ gradient: () => [1] }, 'this objective has no value, got ["gradient"]'],
    [{ value: 1, gradient: 2 }, "this is no objective"],
    [momentum, "the order is: descend(objective, rule, options)"],
    [null, "this is no objective, got null"],
    [[1, 2], "this is no objective, got [1, 2]"],
  ])("may not be %j", (on, message) => {
    const run = (): unknown => descend(on as string, gradientDescent, { start: [1], steps: 1 });
    expect(run).toThrow(InputError);
    expect(run).toThrow(message);
  });
});
