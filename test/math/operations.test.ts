import { all, create } from "mathjs";
import { describe, expect, test } from "vitest";
import { defineRule, descend, exercise, hyper } from "fall-line";
import { checkAnswer } from "../../src/exercises/check-answer.ts";
import { compileValue } from "../../src/math/compile.ts";
import { computationOf } from "../../src/math/evaluate.ts";
import { ELEMENTWISE, FUNCTION_NAMES, FUNCTIONS } from "../../src/math/functions.ts";
import { lineNode } from "../../src/math/line.ts";
import { OPERATORS } from "../../src/math/operators.ts";
import { interpretRule } from "../../src/rules/interpret.ts";
import { Walker } from "../../src/trace/walker.ts";

// Without tolerances, by which mathjs takes nearly equal numbers for equal.
const exact = create(all ?? {}, { relTol: 1e-15, absTol: 0 });

/** An expression for each operator; the operands are x, y and z. */
const OPERATIONS: Readonly<Record<keyof typeof OPERATORS, string>> = {
  add: "x + y",
  subtract: "x - y",
  multiply: "x * y",
  divide: "x / y",
  pow: "abs(x) ^ y",
  unaryMinus: "-x",
  smaller: "x < y",
  smallerEq: "x <= y",
  larger: "x > y",
  largerEq: "x >= y",
  equal: "x == y",
  unequal: "x != y",
  and: "x and y",
  or: "x or y",
  conditional: "x ? y : z",
};

const calls = ELEMENTWISE.map((name) => {
  const count = FUNCTIONS[name].arguments.least;
  return `${name}(${["x", "y"].slice(0, count).join(", ")})`;
});
const expressions = [...Object.values(OPERATIONS), ...calls];
const points = [
  [0.3, 0.7, 2],
  [-0.4, 0.2, 5],
  [0.5, 0.5, -1],
  [0, -0.9, 3],
  [0, 0, 1],
] as const;

const same = (got: number, expected: number): boolean =>
  Object.is(got, expected) || Math.abs(got - expected) <= 1e-14 * Math.max(1, Math.abs(expected));

test.each([...expressions, "x^2", "x^3", "x^4", "x^1", "2*pi*x - e", "+x", "max(x, y, z)"])(
  "%s has the value that mathjs gives it, compiled and interpreted",
  (text) => {
    for (const [x, y, z] of points) {
      const expected: unknown = exact.evaluate(text, { x, y, z });
      if (typeof expected === "object") continue; // a complex number, where real ones have no value
      const compiled = compileValue(lineNode(text), ["x", "y", "z"])([x, y, z]);
      const interpreted = computationOf(text)({ x, y, z }) as number;
      expect(same(compiled, Number(expected)), `${text} at ${x}, ${y}: ${compiled}`).toBe(true);
      expect(same(interpreted, Number(expected)), `${text} at ${x}, ${y}: ${interpreted}`).toBe(true);
    }
  },
);

test("a condition that is no number counts as not met, compiled and interpreted", () => {
  const text = "x - x ? 1 : 2";
  expect(compileValue(lineNode(text), ["x"])([Infinity])).toBe(2);
  expect(computationOf(text)({ x: Infinity })).toBe(2);
});

test("a name without a value is an error", () => {
  expect(() => computationOf("x + nothing")({ x: 1 })).toThrow("nothing has no value here; allowed: x");
});

describe("exercise.formula accepts a right answer with", () => {
  test.each(calls)("%s", (formula) => {
    const asked = exercise.formula({
      title: "A function",
      prompt: "Write it.",
      formula: `${formula} + z`,
      arguments: { x: { from: 0.1, to: 0.8 }, y: { from: 0.1, to: 0.8 }, z: { from: 1, to: 2 } },
      solution: ({ x, y, z }) => Number(exact.evaluate(formula, { x, y })) + z,
      hints: ["No hint."],
    });
    expect(checkAnswer("mine/one", asked, asked.solution).headline).toBe("Right.");
    expect(checkAnswer("mine/one", asked, () => 12345).outcome).toBe("not yet");
  });
});

/** What Muon's iteration makes of a singular value of 1. */
const LENGTH = [1, 2, 3, 4, 5].reduce(
  (s) => 3.4445 * s - 4.775 * s ** 3 + 2.0315 * s ** 5,
  1 / (1 + 1e-7 / Math.sqrt(65)),
);

describe("a rule that calls a function on whole vectors", () => {
  const H = [2, 1, 1, 3];
  const on = "x^2 + x*y + 1.5*y^2";
  const [w, g] = [
    [1, 2],
    [4, 7],
  ];
  const dot = g[0]! * g[0]! + g[1]! * g[1]!;
  /** What each function gives for w = (1, 2), g = (4, 7) and the Hessian ((2, 1), (1, 3)), worked out by hand. */
  const byHand: Readonly<Record<string, readonly [call: string, expected: readonly number[]]>> = {
    dot: ["dot(g, g)", [dot]],
    norm: ["norm(g)", [Math.sqrt(dot)]],
    mean: ["mean(g)", [5.5]],
    outer: ["mul(outer(g, w), g)", [4 * 18, 7 * 18]],
    mul: ["mul(H, g)", [15, 25]],
    solve: ["solve(H, g)", [1, 2]],
    inv: ["mul(inv(H), g)", [1, 2]],
    identity: ["mul(identity(g), g)", [4, 7]],
    eigmin: ["eigmin(H)", [(5 - Math.sqrt(5)) / 2]],
    append: ["twoLoop(g, append(S, w), append(Y, w))", [4, 7]],
    twoLoop: ["twoLoop(g, S, Y)", [4, 7]],
    // As one row: (4, 7)/√65, which is as long as the iteration makes 1, 0.6964...
    polar: ["polar(g, 1)", [(4 * LENGTH) / Math.sqrt(65), (7 * LENGTH) / Math.sqrt(65)]],
    backtrack: ["backtrack(-g)", [0.5]],
  };

  test("is told with numbers for all of them", () => {
    expect(Object.keys(byHand)).toEqual(FUNCTION_NAMES.filter((name) => !ELEMENTWISE.includes(name)));
    expect(H[0]! * w[0]! + H[1]! * w[1]!).toBe(g[0]);
  });

  test.each(Object.entries(byHand))(
    "computes %s as by hand, compiled and interpreted",
    (name, [call, expected]) => {
      const remembers = ["append", "twoLoop"].includes(name);
      const memory = { capacity: 2, meaning: "the past", start: 0, shape: "history" } as const;
      const rule = defineRule({
        id: "one",
        title: "One call",
        hyperparameters: { lambda: hyper.positive({ tex: "\\lambda", default: 1, meaning: "rate" }) },
        rate: "lambda",
        ...(remembers ? { state: { S: memory, Y: memory } } : {}),
        equations: {
          w: `w + lambda*(${call})`,
          ...(remembers ? { S: "append(S, g)", Y: "append(Y, g)" } : {}),
        },
      });
      const after = w.map((x, i) => x + expected[expected.length === 1 ? 0 : i]!);
      const compiled = descend(on, rule, { start: w, steps: 1 });
      const walker = new Walker(rule, compiled.objective, { start: w, hyper: [1], rateAt: () => 1 });
      const program = interpretRule(rule);
      walker.look(program, 1);
      expect(walker.step(program)).toBeUndefined();
      walker.commit();
      after.forEach((x, i) => {
        expect(compiled.at(1).w[i]).toBeCloseTo(x, 10);
        expect(walker.w[i]).toBeCloseTo(x, 10);
      });
    },
  );
});
