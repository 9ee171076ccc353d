import { describe, expect, test } from "vitest";
import {
  adam,
  dampedNewton,
  gradientDescent,
  InputError,
  momentum,
  newton,
  objective,
  type PlainObjective,
  quadratic,
  schedules,
  tune,
} from "fall-line";
import { checkBudget, contestantsOf, contestObjective } from "../../src/search/contest.ts";
import { checkGrid, tunedHyper } from "../../src/search/tune.ts";

const bowl = objective("x^2 + 2*y^2", { start: [3, 1] });
const plain: PlainObjective = { value: ([x]) => x! ** 2, gradient: ([x]) => [2 * x!] };
const CALL = "rateSensitivity(objective, rules, options)";

describe("contestantsOf(given, call)", () => {
  test("takes rules by themselves and with settings", () => {
    const settings = { rule: momentum, hyper: { alpha: 0.5 }, schedule: schedules.constant() };
    expect(contestantsOf([adam, settings, { rule: newton }], CALL)).toEqual([
      { rule: adam },
      settings,
      { rule: newton },
    ]);
  });

  test.each<[unknown, string]>([
    [
      [],
      "rateSensitivity takes a list of one or more rules, got []; for example: [gradientDescent, momentum]",
    ],
    [adam, "rateSensitivity takes a list of one or more rules"],
    [
      ["adam"],
      'rateSensitivity takes a rule itself, and not its name, got "adam"; write it without quotes: adam',
    ],
    [[{ rule: "adam" }], "write it without quotes: adam"],
    [[adam, 3], `this is no rule, got 3; the order is: ${CALL}`],
    [
      [{ rule: adam, hypr: {} }],
      "a rule with settings has no option hypr; allowed: rule, hyper, schedule; did you mean hyper?",
    ],
  ])("refuses %j", (given, message) => {
    expect(() => contestantsOf(given, CALL)).toThrow(message);
  });
});

test.each([1, 100, 1_000_000])("a budget may be %i", (budget) => {
  expect(() => {
    checkBudget(budget);
  }).not.toThrow();
});

test.each([0, -1, 1.5, 1_000_001, NaN, Infinity])("a budget can't be %d", (budget) => {
  expect(() => {
    checkBudget(budget);
  }).toThrow(
    `a budget must be a whole number of gradients, got ${budget}; allowed: 1 to 1000000; for example: budget: 100`,
  );
});

describe("contestObjective(on, start)", () => {
  test("makes an objective of a formula, of one of the library, and of a student's with a start", () => {
    expect(contestObjective("x^2 + y").dimension).toBe(2);
    expect(contestObjective(bowl)).toBe(bowl);
    expect(contestObjective(bowl, [1, 1])).toBe(bowl);
    expect(contestObjective(plain, [1, 2, 3]).dimension).toBe(3);
  });

  test("refuses a student's without a start, and a start that does not fit", () => {
    expect(() => contestObjective(plain)).toThrow("this objective has no usual start; give one: start: [1]");
    expect(() => contestObjective(bowl, [1])).toThrow(
      "the start must have one number per parameter of x^2 + 2*y^2",
    );
  });
});

test("tuned, a rule without a rate runs with what is set", () => {
  expect(tunedHyper(bowl, dampedNewton, { steps: 3, hyper: { delta: 0.5 } })).toEqual({ delta: 0.5 });
});

describe("tune(on, rule, options)", () => {
  test("takes the lowest of rates that are equally good", () => {
    // Where the loss is the same everywhere no rate is better than the first.
    const flat = objective("0*x");
    const { rate, atEdge, widened, tried } = tune(flat, gradientDescent, {
      steps: 1,
      start: [1],
      grid: [0.5, 1, 2],
    });
    expect([atEdge, widened]).toEqual([true, 24]);
    expect(rate).toBe(Math.min(...tried.map((one) => one.rate)));
    expect(rate).toBeLessThan(1e-6);
    // Both 1/4 and 3/4 leave 1/4 of the way behind them; halfway between, 1/2 and its like are better.
    const even = tune("x^2", gradientDescent, { steps: 1, start: [1], grid: [0.01, 0.25, 0.75, 0.99] });
    expect(even.tried.slice(0, 2).map(({ rate }) => rate)).toEqual([0.01, expect.closeTo(0.05, 12)]);
  });

  test("rounds the rates that it adds to three digits", () => {
    const { tried } = tune("x^2", gradientDescent, { steps: 1, start: [1], grid: [0.1, 0.2] });
    // The roots of 0.08 and 0.32 are 0.28284... and 0.56568...
    expect(tried.map(({ rate }) => rate)).toEqual(expect.arrayContaining([0.1, 0.2, 0.283, 0.4, 0.566, 0.8]));
    const usual = tune("x^2", gradientDescent, { steps: 1, start: [1] }).tried.map(({ rate }) => rate);
    const thirds = [
      0.0001, 0.000215, 0.000464, 0.001, 0.00215, 0.00464, 0.01, 0.0215, 0.0464, 0.1, 0.215, 0.464, 1,
    ];
    expect(usual).toEqual(expect.arrayContaining(thirds));
  });

  test("tries two rates in each of three rounds, beside the best of the round before", () => {
    const { tried, loss, rate } = tune(quadratic([1, 5]), gradientDescent, {
      steps: 3,
      start: [1, 1],
      grid: [0.01, 0.1, 1],
    });
    expect(tried).toHaveLength(3 + 6);
    const rates = tried.map((one) => one.rate);
    expect(rates).toEqual([...rates].sort((a, b) => a - b));
    expect(loss).toBe(Math.min(...tried.map((one) => one.loss)));
    expect(tried.find((one) => one.loss === loss)!.rate).toBe(rate);
    // First between 0.1 and its neighbours, at 0.0316 and 0.316.
    expect(rates).toEqual(expect.arrayContaining([0.0316, 0.316]));
  });

  test("widens no more where the best stands inside", () => {
    const { widened, tried } = tune("x^2", gradientDescent, { steps: 1, start: [1], grid: [0.3, 0.5, 0.7] });
    expect([widened, tried.length]).toEqual([0, 9]);
  });

  test("takes the loss where a descent ended for another reason, and none where it diverged", () => {
    const singular = objective("x^4", { start: [0] });
    expect(tune(singular, gradientDescent, { steps: 3, grid: [0.1, 0.2, 0.3] }).loss).toBe(0);
    const { tried } = tune("x^4", gradientDescent, { steps: 60, start: [3], grid: [0.001, 0.01, 1] });
    expect(tried.at(-1)!.loss).toBe(Infinity);
  });

  test.each<[unknown, unknown, unknown, string]>([
    [() => 1, adam, { steps: 1 }, "a function alone has no gradient"],
    [3, adam, { steps: 1 }, "this is no objective, got 3; the order is: tune(objective, rule, options)"],
    ["x^2", "adam", { steps: 1 }, "tune takes a rule itself, and not its name"],
    ["x^2", adam, 20, "tune takes its options by name, got 20; for example: { steps: 20 }"],
    ["x^2", adam, { steps: 1, rates: [] }, "tune has no option rates"],
    ["x^2", newton, { steps: 1 }, "Newton's method has no learning rate to tune; run it as it is"],
  ])("refuses %j", (on, rule, options, message) => {
    const run = (): unknown => tune(on as string, rule as typeof adam, options as { steps: number });
    expect(run).toThrow(InputError);
    expect(run).toThrow(message);
  });
});

describe("a grid", () => {
  const ascending = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);

  test.each([[[0.1, 0.2]], [[1e-9, 1, 2]], [ascending(1000)]])("may be %j", (grid) => {
    expect(() => {
      checkGrid(grid);
    }).not.toThrow();
  });

  test.each([
    [[0.1]],
    [[]],
    [[0, 1]],
    [[-1, 1]],
    [[1, 1]],
    [[2, 1]],
    [[1, NaN]],
    [[1, Infinity]],
    [0.1],
    [ascending(1001)],
  ])("can't be %j", (grid) => {
    expect(() => {
      checkGrid(grid as number[]);
    }).toThrow(
      /^a grid must be two or more learning rates above 0, the least first, got .*; allowed: up to 1000 rates; for example: grid: \[0\.01, 0\.1, 1\]$/,
    );
    expect(() => tune("x^2", gradientDescent, { steps: 1, start: [1], grid: grid as number[] })).toThrow(
      "a grid",
    );
  });
});
