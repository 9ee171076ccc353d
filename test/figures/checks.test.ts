import { describe, expect, test } from "vitest";
import {
  curves,
  descend,
  gradientDescent,
  landscape,
  momentum,
  nesterovPicture,
  objective,
  race,
  rateMap,
  rateSensitivity,
  stepPicture,
  surface,
} from "fall-line/library";
import {
  checkInterval,
  checkList,
  checkNumber,
  checkNumbers,
  checkRecord,
  checkText,
  checkWhole,
} from "../../src/figures/checks.ts";
import { checkOptions, checkSameObjective, checkShown, tracesOf } from "../../src/figures/figure-options.ts";

describe("what comes from a stored figure", () => {
  test("is given back as it is where it is right, its bounds included", () => {
    expect(checkText("abc", "a", 3)).toBe("abc");
    expect(checkText("a".repeat(300), "a")).toHaveLength(300);
    expect(checkNumber(-1.5, "a")).toBe(-1.5);
    expect([0, 5].map((n) => checkWhole(n, "a", 0, 5))).toEqual([0, 5]);
    expect(checkList([1, 2], "a", 2, checkNumber)).toEqual([1, 2]);
    expect(checkRecord({ a: 1 }, "a")).toEqual({ a: 1 });
    expect(checkNumbers({ a: 1 }, "a")).toEqual({ a: 1 });
    expect(checkInterval([-1, 1, 7], "a")).toEqual([-1, 1]);
  });

  test.each<[() => unknown, string]>([
    [() => checkText("abcd", "a", 3), 'a must be text, got "abcd"; allowed: up to 3 letters'],
    [() => checkText("a".repeat(301), "a"), "up to 300 letters"],
    [() => checkText(1, "a"), "a must be text, got 1"],
    [() => checkNumber(Infinity, "a"), "a must be a finite number, got Infinity"],
    [() => checkNumber("1", "a"), 'a must be a finite number, got "1"'],
    [() => checkWhole(-1, "a", 0, 5), "a must be a whole number, got -1; allowed: 0 to 5"],
    [() => checkWhole(6, "a", 0, 5), "got 6"],
    [() => checkWhole(1.5, "a", 0, 5), "got 1.5"],
    [
      () => checkList([1, 2, 3], "a", 2, checkNumber),
      'a must be a list, got "one of 3"; allowed: up to 2 of them',
    ],
    [() => checkList("ab", "a", 2, checkNumber), 'a must be a list, got "ab"'],
    [() => checkList([1, "b"], "a", 2, checkNumber), 'a[1] must be a finite number, got "b"'],
    [() => checkRecord([], "a"), "a must be a record, got []"],
    [() => checkRecord(null, "a"), "a must be a record, got null"],
    [() => checkNumbers({ b: NaN }, "a"), "a.b must be a finite number, got NaN"],
    [() => checkInterval([1, 1], "a"), "a must be two finite numbers, the lower first, got [1, 1]"],
    [() => checkInterval([-1e308, 1e308], "a"), "a must be two finite numbers"],
    [() => checkInterval("01", "a"), 'got "01"'],
  ])("is refused in words: %s", (check, says) => {
    expect(check).toThrow(says);
  });
});

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
      "curves has no option titel; allowed: of, title, height; did you mean title?",
    );
    expect(() => checkOptions(7 as never, "curves", {})).toThrow(
      'curves takes its options by name, got 7; for example: { title: "A descent" }',
    );
  });

  const path = descend("x^2 + y^2", momentum, { start: [1, 2], steps: 2 });
  const wrong = { zzz: 1 } as never;

  test.each<[string, () => unknown, string]>([
    ["curves", () => curves(path, wrong), "of, scale, together"],
    ["landscape", () => landscape(path, wrong), ""],
    ["nesterovPicture", () => nesterovPicture(path, 1, wrong), ""],
    ["race", () => race("x^2 + y^2", [momentum], wrong), ""],
    ["rateMap", () => rateMap([1], wrong), "rule, hyper, over, lambdas, alphas"],
    ["rateSensitivity", () => rateSensitivity("x^2", [momentum], wrong), ""],
    ["stepPicture", () => stepPicture(path, 1, wrong), ""],
    ["surface", () => surface(path, wrong), ""],
  ])("of %s are those that it has", (name, draw, allowed) => {
    expect(draw).toThrow(`${name} has no option zzz; allowed: ${allowed}`);
  });

  test("is a descent, or several", () => {
    const one = descend("x^2", gradientDescent, { start: [1], steps: 2 });
    expect(tracesOf(one, "a race")).toEqual([one]);
    expect(() => tracesOf([], "a race")).toThrow(
      /^a race needs a trace, or a list of them, got "a list of 0"/,
    );
    expect(() => tracesOf([one, 3 as never], "a race")).toThrow(
      /^a race needs a trace, or a list of them, got "a list of 2"/,
    );
    const bare = descend("x^2", momentum, { start: [1], steps: 2, record: "none" });
    expect(() => tracesOf([one, bare], "a race")).toThrow(
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
    expect(() => checkShown(7, "landscape")).toThrow(/takes an objective/);
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
