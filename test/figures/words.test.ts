import { describe, expect, test } from "vitest";
import {
  defineRule,
  descend,
  gradientDescent,
  hyper,
  momentum,
  objective,
  schedules,
} from "fall-line/library";
import { labelsOf, letter } from "../../src/figures/labels.ts";
import { pathsInWords, pointInWords, surfaceInWords } from "../../src/figures/words.ts";

describe("in words", () => {
  test("a point has its first four numbers, one number no brackets", () => {
    expect([[1], [1, -2], [1, 2, 3, 4], [1, 2, 3, 4, 5], [NaN, 1]].map(pointInWords)).toEqual([
      "1",
      "(1, −2)",
      "(1, 2, 3, 4)",
      "(1, 2, 3, 4, ...)",
      "(undefined, 1)",
    ]);
  });

  test("a surface has its shape and its minima", () => {
    expect(surfaceInWords(objective("x^2", { name: "a" }))).toBe("The curve of a.");
    const two = objective("x^2 + y^2", { name: "a", minima: [[0, 0], [1, 2]] }); // prettier-ignore
    expect(surfaceInWords(two)).toBe("Contours of a, with its minimum at (0, 0) and (1, 2).");
    expect(surfaceInWords(two, "The surface")).toMatch(/^The surface of a, with/);
  });

  test("a path has where it goes and its loss, and why it ended before its time", () => {
    const run = (steps: number, lambda: number) =>
      descend("x^2", gradientDescent, { start: [2], steps, hyper: { lambda } });
    expect(pathsInWords([run(1, 0.25)])).toEqual([
      "Gradient descent goes from 2 to 1 in 1 step; the loss goes from 4 to 1.",
    ]);
    const [wild] = pathsInWords([run(1000, 1e9)]);
    expect(wild).toMatch(/ in 16 steps; the loss goes from 4 to 1\.71799·10²⁹⁸\. Diverged: step 17 .*\.$/);
  });

  test("runs of one rule have what tells them apart: schedules, starts in four numbers, the constant rate", () => {
    const wide = objective("a + b + c + d + f^2");
    const from = (start: number[]) => descend(wide, gradientDescent, { start, steps: 1 });
    expect(labelsOf([from([1, 2, 3, 4, 5]), from([2, 2, 3, 4, 5])])).toEqual([
      "Gradient descent, from (1, 2, 3, 4, ...)",
      "Gradient descent, from (2, 2, 3, 4, ...)",
    ]);
    const four = (x: number) => descend("a + b + c + d", gradientDescent, { start: [1, 2, 3, x], steps: 1 });
    expect(labelsOf([four(4), four(5)])[1]).toBe("Gradient descent, from (1, 2, 3, 5)");
    const run = { start: [1], steps: 1 };
    const constant = descend("x^2", momentum, run);
    const falling = descend("x^2", momentum, { ...run, schedule: schedules.exponential({ k: 0.1 }) });
    expect(labelsOf([constant, falling])).toEqual([
      "Momentum, schedule constant",
      `Momentum, schedule ${schedules.exponential({ k: 0.1 }).id}`,
    ]);
    const lossless = descend("x^2", momentum, { ...run, record: { terms: ["loss"] } });
    expect(labelsOf([lossless, constant])).toEqual(["Momentum", "Momentum, from (1)"]);
  });

  test("runs of two rules of one title are told apart by what differs", () => {
    const twin = defineRule({
      id: "twin",
      title: "Gradient descent",
      hyperparameters: {
        lambda: hyper.positive({ tex: "\\lambda", default: 0.5, meaning: "learning rate" }),
      },
      rate: "lambda",
      equations: { w: "w - lambda*g" },
    });
    const run = { start: [1], steps: 1 };
    const labels = labelsOf([
      descend("x^2", gradientDescent, { ...run, hyper: { lambda: 0.1 } }),
      descend("x^2", twin, run),
    ]);
    expect(labels).toEqual(["Gradient descent, λ = 0.1", "Gradient descent, λ = 0.5"]);
  });

  test("names are letters: Greek, with their number, with a hat", () => {
    expect(["alpha", "beta1", "vHat", "m", "gammaHat"].map(letter)).toEqual([
      "α",
      "β1",
      "v\u0302",
      "m",
      "γ\u0302",
    ]);
  });
});
