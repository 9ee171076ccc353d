import { describe, expect, test } from "vitest";
import {
  curves,
  descend,
  errorByDirection,
  gradientDescent,
  intervals,
  landscape,
  momentum,
  nesterovPicture,
  objective,
  polarPicture,
  rateMap,
  rateSensitivity,
  stepPicture,
  surface,
} from "fall-line/library";
import { figureFromSpecification } from "fall-line/tools";
import { checkOptions, checkSameObjective, sceneIn, tracesOf } from "../../src/figures/figure-options.ts";

describe("what a figure is told", () => {
  test("is a title in words and a height from 120 to 2000 pixels", () => {
    for (const options of [{}, { height: 120 }, { height: 2000 }, { title: "" }])
      expect(() => checkOptions(options, "curves", {})).not.toThrow();
    for (const height of [119, 2001, NaN, "400" as unknown as number].slice(0, 3))
      expect(() => checkOptions({ height }, "curves", {})).toThrow(
        `height must be a number of pixels, got ${height}; allowed: 120 to 2000; for example: height: 400`,
      );
    expect(() => checkOptions({ title: 3 as never }, "curves", {})).toThrow(
      /^a title must be text, got 3; for example/,
    );
    expect(() => checkOptions({ titel: "a" } as object, "curves", { of: true })).toThrow(
      "curves has no option titel; allowed: of, title, height, plays; did you mean title?",
    );
    expect(() => checkOptions(7 as never, "curves", {})).toThrow(
      'curves takes its options by name, got 7; for example: { title: "A descent" }',
    );
  });

  const path = descend("x^2 + y^2", momentum, { start: [1, 2], steps: 2 });
  const wrong = { zzz: 1 } as never;

  test.each<[string, () => unknown, string]>([
    ["curves", () => curves(path, wrong), "of, scale, together"],
    ["errorByDirection", () => errorByDirection([1], wrong), "rule, hyper, steps"],
    ["intervals", () => intervals({ a: [1, 2] }, wrong), "of"],
    ["landscape", () => landscape(path, wrong), ""],
    ["nesterovPicture", () => nesterovPicture(path, 1, wrong), ""],
    ["polarPicture", () => polarPicture([1, 0, 0, 1], wrong), "after"],
    ["rateMap", () => rateMap([1], wrong), "rule, hyper, over, lambdas, alphas, row"],
    ["rateSensitivity", () => rateSensitivity("x^2", [momentum], wrong), ""],
    ["stepPicture", () => stepPicture(path, 1, wrong), ""],
    ["surface", () => surface(path, wrong), ""],
  ])("of %s are those that it has", (name, draw, allowed) => {
    expect(draw).toThrow(`${name} has no option zzz; allowed: ${allowed}`);
  });

  test("is a name in words, of up to 100 letters, for the axis of intervals", () => {
    const named = (of: unknown) => intervals({ a: [1, 2] }, { of: of as string });
    expect(() => named("x".repeat(100))).not.toThrow();
    for (const of of ["x".repeat(101), 3, {}])
      expect(() => named(of)).toThrow(/of, the name of the axis, must be a text/);
  });

  test("is no more curvatures of a map in a recipe than it travels with", () => {
    const { specification } = rateMap([1]);
    const curvatures = Array.from({ length: 51 }, (_, k) => 1 + k);
    const { options } = specification as unknown as { options: object };
    expect(() => figureFromSpecification({ ...specification, options: { ...options, curvatures } })).toThrow(
      /curvatures must be a list of up to 50/,
    );
  });

  test("is a descent, or several", () => {
    const one = descend("x^2", gradientDescent, { start: [1], steps: 2 });
    expect(tracesOf(one, "a picture")).toEqual([one]);
    expect(() => tracesOf([], "a picture")).toThrow(/^a picture needs a trace, or a list of them, got \[\]/);
    expect(() => tracesOf([one, 3 as never], "a picture")).toThrow(
      /^a picture needs a trace, or a list of them, got "a list of 2"/,
    );
    const bare = descend("x^2", momentum, { start: [1], steps: 2, record: "none" });
    expect(() => tracesOf([one, bare], "a picture")).toThrow(
      /^the descent by Momentum recorded nothing to draw; record it: record: "path"/,
    );
  });

  test("is no text and no rule where an objective is wanted; the cure has the text in it", () => {
    for (const draw of [landscape, surface] as const) {
      const name = draw === landscape ? "landscape" : "surface";
      expect(() => draw("x^3 + y" as never)).toThrow(
        `${name} takes an objective, a descent, or a list of descents, got "x^3 + y"; for example: ${name}(objective("x^3 + y"))`,
      );
      expect(() => draw(momentum as never)).toThrow(`for example: ${name}(objective("x^2 + y^2"))`);
    }
    expect(() => sceneIn(7 as never, "landscape")).toThrow(/takes an objective/);
  });

  test("is one objective: the same formula by the same name, or functions of one name", () => {
    const on = (formula: string, name = "a") =>
      descend(objective(formula, { name }), gradientDescent, { start: [1], steps: 1 });
    const plain = (name: string) =>
      descend(
        {
          name,
          dimension: 1,
          value: (w: Float64Array) => w[0]!,
          gradient: (_: Float64Array, out: Float64Array) => void out.fill(1),
        },
        gradientDescent,
        { start: [1], steps: 1 },
      );
    expect(checkSameObjective([on("x^2"), on("x^2")]).name).toBe("a");
    expect(checkSameObjective([plain("mine"), plain("mine")]).name).toBe("mine");
    for (const [one, other] of [
      [on("x^2"), on("x^2", "b")],
      [on("x^2"), on("x^3")],
      [plain("mine"), plain("other")],
      [on("x^2"), plain("a")],
    ])
      expect(() => checkSameObjective([one!, other!])).toThrow(
        `one landscape shows one objective, got "${one!.objective.name} and ${other!.objective.name}"`,
      );
  });
});
