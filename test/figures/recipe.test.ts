import { describe, expect, test } from "vitest";
import {
  adam,
  bfgs,
  defineRule,
  descend,
  gradientDescent,
  landscape,
  momentum,
  newton,
  objective,
  schedules,
  stepPicture,
} from "fall-line/library";
import { figureFromSpecification, type Specification } from "fall-line/tools";
import { checkEffort, isLight } from "../../src/figures/effort.ts";
import { recipeOf, storedObjective, storedRule } from "../../src/figures/recipe.ts";
import { Recipe } from "../../src/figures/revive.ts";

const bowl = objective("x^2 + y^2", {
  name: "bowl",
  minima: [[0, 0]],
  localMinima: [[1, 1]],
  least: 0,
  start: [1, 2],
  view: [[-3, 3], [-4, 4]], // prettier-ignore
});
const run = (steps = 3) => descend(bowl, gradientDescent, { steps, hyper: { lambda: 0.1 } });
const recipe = recipeOf("landscape", [run()], {})!;
const stored = (changes: object): Recipe => new Recipe({ ...recipe, ...changes });
const onWith = (changes: object): Recipe => stored({ objective: { ...recipe.objective, ...changes } });
const runWith = (changes: object): Recipe => stored({ runs: [{ ...recipe.runs[0], ...changes }] });

describe("the recipe of descents", () => {
  test("holds the objective with all that is marked on it, and each run", () => {
    expect(recipe).toEqual({
      format: 1,
      kind: "landscape",
      objective: {
        name: "bowl",
        expression: "x^2 + y^2",
        variables: ["x", "y"],
        minima: [[0, 0]],
        localMinima: [[1, 1]],
        least: 0,
        start: [1, 2],
        view: [[-3, 3], [-4, 4]], // prettier-ignore
      },
      runs: [{ rule: "gd", start: [1, 2], steps: 3, hyper: { lambda: 0.1 } }],
      options: {},
    });
    expect(storedObjective(objective("x^2"))).toEqual({ name: "x^2", expression: "x^2", variables: ["x"] });
  });

  test("has a rule of the library by its id, any other whole, be it one that has that id too", () => {
    const mine = defineRule({ id: "gd", title: "Mine", equations: { w: "w - g" } });
    expect([storedRule(adam), storedRule(mine)]).toEqual(["adam", mine]);
  });

  test("has the schedule of a run that has one", () => {
    const schedule = schedules.exponential({ k: 0.5 });
    const slowing = descend(bowl, gradientDescent, { steps: 3, schedule });
    expect(recipeOf("curves", [slowing], {})!.runs[0]!.schedule).toEqual(schedule);
    expect(recipe.runs[0]).not.toHaveProperty("schedule");
  });

  test("counts the step that a descent did not survive, so that it ends alike again", () => {
    const wild = descend("x^4", gradientDescent, { start: [3], steps: 50, hyper: { lambda: 10 } });
    expect(recipeOf("curves", [wild], {})!.runs[0]!.steps).toBe(wild.steps + 1);
    const flat = descend("x^2 + y^3", newton, { start: [1, 0], steps: 5 });
    expect(flat.stop.reason).toBe("singular");
    expect(recipeOf("curves", [flat], {})!.runs[0]!.steps).toBe(flat.steps + 1);
    expect(landscape(flat)).toEqual(
      figureFromSpecification(JSON.parse(JSON.stringify(landscape(flat).specification))),
    );
  });

  test("is none of more than sixty descents, of more than 20,000 steps, or of one that no page can run", () => {
    const many = (count: number) => Array.from({ length: count }, () => run());
    expect(recipeOf("curves", many(60), {})).toBeDefined();
    expect(recipeOf("curves", many(61), {})).toBeUndefined();
    const long = (steps: number) =>
      descend("x^2", gradientDescent, { start: [1], steps, hyper: { lambda: 0.1 }, record: "path" });
    expect(recipeOf("curves", [long(20_000)], {})).toBeDefined();
    expect(recipeOf("curves", [long(20_001)], {})).toBeUndefined();
    const plain = {
      value: (w: Float64Array) => w[0]! ** 2,
      gradient: (w: Float64Array) => w.map((x) => 2 * x),
    };
    const own = descend(plain, gradientDescent, { start: [1], steps: 2 });
    expect(recipeOf("curves", [own], {})).toBeUndefined();
    const boxed = Object.assign(Object.create(run()) as ReturnType<typeof run>, {});
    Object.defineProperty(boxed, "repeatable", { value: false });
    expect(recipeOf("curves", [run(), boxed], {})).toBeUndefined();
  });

  test("is none of what is more than a page should compute", () => {
    const heavy = objective(`x^2${" + 0*x".repeat(1000)}`, { start: [1] });
    const drawn = descend(heavy, gradientDescent, { steps: 8000, hyper: { lambda: 0.1 }, record: "path" });
    expect(recipeOf("curves", [drawn], {})).toBeUndefined();
    const names = Array.from({ length: 40 }, (_, i) => `x${i}`);
    const wide = objective(names.map((x) => `${x}^4`).join(" + "), { start: names.map(() => 1) });
    const turned = (steps: number) => descend(wide, bfgs, { steps, record: "path" });
    expect([2, 20].map((steps) => recipeOf("curves", [turned(steps)], {}) === undefined)).toEqual([
      false,
      true,
    ]);
    expect(recipeOf("curves", [], {})).toBeUndefined();
  });
});

describe("the effort of a figure", () => {
  const on = { expression: "x".repeat(100), dimension: 2 };
  /** A step reads the formula's 100 letters, and twice the 12 of "w - lambda*g". */
  const most = (5e7 - 1500 * 100) / 124;

  test("is all its steps, each as long as formula and equations are, and the map", () => {
    const steps = Math.floor(most / 2);
    const twice = [0, 0].map(() => ({ rule: gradientDescent, steps }));
    expect(isLight(on, twice)).toBe(true);
    expect(isLight(on, [...twice, { rule: gradientDescent, steps: 2 }])).toBe(false);
    expect(isLight({ ...on, expression: "x".repeat(40_000) }, [])).toBe(false);
  });

  test("grows with the cube of the parameters where a rule has matrices", () => {
    const letters = Object.values(newton.equations).reduce((sum, { text }) => sum + text.length, 0);
    const steps = Math.floor((5e7 - 1500 * 100) / (100 + letters * 1000));
    const wide = { ...on, dimension: 10 };
    expect([steps, steps + 1].map((count) => isLight(wide, [{ rule: newton, steps: count }]))).toEqual([
      true,
      false,
    ]);
  });

  test("that is too much is told in steps, with the cure", () => {
    expect(() =>
      checkEffort(
        on,
        [0, 0].map(() => ({ rule: gradientDescent, steps: 1e6 })),
      ),
    ).toThrow(
      'this figure takes more computing than a page should do for one, got "2000000 steps"; take fewer steps, rates or rules, or a shorter formula',
    );
  });
});

describe("a recipe from a page", () => {
  test("gives the objective with all that is marked on it, and -Infinity for what JSON has as null", () => {
    expect(new Recipe(JSON.parse(JSON.stringify(recipe))).objective).toMatchObject({
      name: "bowl",
      minima: [[0, 0]],
      localMinima: [[1, 1]],
      least: 0,
      start: [1, 2],
      view: [[-3, 3], [-4, 4]], // prettier-ignore
    });
    expect(onWith({ least: null }).objective.least).toBe(-Infinity);
    const plain = stored({ objective: { name: "a", expression: "b + a", variables: ["b", "a"] } }).objective;
    expect(plain.variables).toEqual(["b", "a"]);
    expect(plain.least).toBeUndefined();
  });

  test.each<[string, () => unknown, RegExp]>([
    [
      "a start of one number for two parameters",
      () => onWith({ start: [1] }).objective,
      /^start must be one number for each variable \(x, y\), got \[1\]/,
    ],
    [
      "a minimum of three",
      () => onWith({ minima: [[0, 0, 0]] }).objective,
      /^minima must be points, each with one number for each variable/,
    ],
    [
      "a hundred and one minima",
      () => onWith({ localMinima: Array.from({ length: 101 }, () => [0, 0]) }).objective,
      /^localMinima of a stored objective must be a list of up to 100, got/,
    ],
    ["a view of three ranges", () => onWith({ view: [[0, 1], [0, 1], [0, 1]] }).objective, /^view must be one range for each variable/], // prettier-ignore
    ["a range the wrong way round", () => onWith({ view: [[1, 0]] }).objective, /^view\.0 of a stored objective must be two finite numbers, the lower first/], // prettier-ignore
    [
      "a least in words",
      () => onWith({ least: "0" }).objective,
      /^least of a stored objective must be a number.*, got "0"/,
    ],
    [
      "a formula of 50,001 letters",
      () => onWith({ expression: "x".repeat(50_001) }).objective,
      /^expression of a stored objective must be a text of up to 50000 letters/,
    ],
    [
      "steps that are no number of them",
      () => runWith({ steps: 1.5 }).run,
      /^steps of a stored run must be a whole number from 0 to 20000, got 1\.5/,
    ],
    [
      "a start in words",
      () => runWith({ start: ["a"] }).run,
      /^start\.0 of a stored run must be a number, got "a"/,
    ],
    [
      "a hyperparameter in words",
      () => runWith({ hyper: { lambda: "0.1" } }).run,
      /^hyper\.lambda of a stored run must be a number, got "0\.1"/,
    ],
    [
      "a rule that there is not",
      () => runWith({ rule: "gradient" }).run,
      /^there is no such rule, got "gradient"; allowed: .*momentum/,
    ],
    [
      "a schedule without parameters",
      () => runWith({ schedule: { id: "a", factor: "1" } }).run,
      /^schedule\.parameters of a stored run must be there, got nothing/,
    ],
    ["no run, of a figure of one", () => stored({ runs: [] }).run, /^this figure needs a run, got "none"/],
    [
      "sixty-one runs",
      () => stored({ runs: Array.from({ length: 61 }, () => recipe.runs[0]) }),
      /^runs of a stored figure must be a list of up to 60, got/,
    ],
    [
      "the format in words",
      () => stored({ format: "1" }),
      /^this figure needs another version of fall-line, got "1"/,
    ],
    [
      "no options",
      () => stored({ options: undefined }),
      /^options of a stored figure must be a record, got nothing/,
    ],
    ["a rule that is no whole one", () => runWith({ rule: { id: "mine", title: "Mine" } }).run, /./],
    [
      "another format",
      () => stored({ format: 2 }),
      /^this figure needs another version of fall-line, got 2; allowed: format 1/,
    ],
  ])("with %s is refused", (_, read, says) => {
    expect(read).toThrow(says);
  });

  test("may hold no step, sixty runs, a schedule and a rule of one's own", () => {
    expect(runWith({ steps: 0 }).run.steps).toBe(0);
    const two = stored({ runs: [{ ...recipe.runs[0], steps: 7 }, recipe.runs[0]] });
    expect([two.run.steps, two.trace.steps]).toEqual([7, 7]);
    expect(stored({ runs: Array.from({ length: 60 }, () => recipe.runs[0]) }).runs).toHaveLength(60);
    const schedule = { id: "half", factor: "1/(1 + k*t)", parameters: { k: 1 } };
    expect(runWith({ schedule }).run.schedule).toEqual(schedule);
    const mine = defineRule({ id: "mine", title: "Mine", equations: { w: "w - g" } });
    expect(runWith({ rule: JSON.parse(JSON.stringify(mine)) as object }).run.rule.title).toBe("Mine");
    const deep = onWith({ expression: "x + y + z^2", variables: ["z", "y", "x"], name: "a".repeat(301), start: [1, 2, 3], minima: [], localMinima: [], view: [[0, 1], [0, 1], [0, 1]] }).objective; // prettier-ignore
    expect([deep.variables, deep.start, deep.name.length]).toEqual([["z", "y", "x"], [1, 2, 3], 301]);
    expect(runWith({ start: [1, 2, 3] }).run.start).toEqual([1, 2, 3]);
    expect(runWith({ start: [7, 8] }).trace.at(0).w).toEqual(Float64Array.of(7, 8));
  });

  test("is computed only as far as a page should", () => {
    const long = { ...recipe.objective, expression: `x^2 + y^2${" + 0*x".repeat(1000)}` };
    const heavy = { objective: long, runs: [{ ...recipe.runs[0], steps: 20_000 }] };
    expect(() => stored(heavy).traces).toThrow(/more computing/);
    expect(() => stored(heavy).trace).toThrow(/more computing/);
    const first = stored({ ...heavy, runs: [recipe.runs[0], ...heavy.runs] });
    expect(first.trace.steps).toBe(3);
    expect(() => first.traces).toThrow(/more computing/);
  });

  test("of a kind that there is not is refused with those that there are", () => {
    expect(() => figureFromSpecification({ ...recipe, kind: "map" })).toThrow(
      /^there is no such kind of figure, got "map"; allowed: .*landscape/,
    );
  });

  test("of one step's picture holds the step as it is counted from the start", () => {
    const figure = stepPicture(descend(bowl, momentum, { steps: 5, hyper: { lambda: 0.1 } }), -1);
    expect((figure.specification as Specification).options).toEqual({ t: 5 });
  });
});
