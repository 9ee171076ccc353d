import { describe, expect, test } from "vitest";
import { defineRule, descend, EquationError, hyper, line, state } from "fall-line";

const lambda = hyper.positive({ tex: "\\lambda", default: 0.1, meaning: "learning rate" });
const memory = {
  m: state.vector({ meaning: "velocity" }),
  S: state.history({ capacity: 2, meaning: "steps" }),
};

const make = (change: object): unknown =>
  defineRule({ id: "mine", title: "Mine", equations: { w: "w - 0.1*g" }, ...change });

describe("a name in a rule", () => {
  const asLine = (name: string) => ({ equations: { [name]: "2*g", w: "w - 0.1*g" } });
  const asHyperparameter = (name: string) => ({ hyperparameters: { [name]: lambda } });

  test.each(["g", "H", "t", "n", "loss", "rate", "lookahead", "update", "pi", "e", "sqrt", "backtrack"])(
    "is not %s, which has a meaning already, as a line or as a hyperparameter",
    (name) => {
      const message = `${name} already has a meaning in every rule; choose another name`;
      expect(() => make(asLine(name))).toThrow(message);
      expect(() => make(asHyperparameter(name))).toThrow(message);
    },
  );

  test("w is a line, and no hyperparameter", () => {
    expect(() => make(asHyperparameter("w"))).toThrow("w already has a meaning in every rule");
  });

  test.each(["m_1", "2m", "m'", "", "ä", "m n", "x;y"])("is no word of other signs: %j", (name) => {
    const message = "a name in a rule must be a letter followed by letters and digits";
    expect(() => make(asLine(name))).toThrow(message);
    expect(() => make(asHyperparameter(name))).toThrow(message);
  });

  test.each(["m", "Q", "mHat2", "x9y"])("may be of letters and digits: %s", (name) => {
    expect(() => make(asLine(name))).not.toThrow();
    expect(() => make(asHyperparameter(name))).not.toThrow();
  });

  test("is not a hyperparameter and a state at once; the rate is a hyperparameter", () => {
    expect(() => make({ hyperparameters: { m: lambda }, state: { m: memory.m } })).toThrow(
      "m is both a hyperparameter and a term; rename one of the two",
    );
    expect(() => make({ hyperparameters: { lambda, alpha: lambda }, rate: "lamda" })).toThrow(
      'rate must name a hyperparameter, got "lamda"; allowed: lambda, alpha; did you mean lambda?',
    );
    expect(() => make({ rate: "lambda" })).toThrow("rate must name a hyperparameter");
  });
});

describe("the place of the gradient", () => {
  test.each(["g", "H", "lookahead", "loss", "2*d"])(
    "can't read what is known only there or later: %s",
    (text) => {
      const change = { gradientAt: `w + ${text}`, equations: { d: "2*g", w: "w - d" } };
      expect(() => make(change)).toThrow(/^rule "mine", gradientAt: \w+ is not defined here/);
    },
  );

  test("may read w, what is remembered, hyperparameters, t, n and rate, and be one number for all", () => {
    const rule = defineRule({
      id: "mine",
      title: "Mine",
      hyperparameters: { lambda },
      rate: "lambda",
      state: { m: memory.m },
      gradientAt: "w + m*lambda + t - n + 10*rate",
      equations: { m: "g", w: "w - lambda*g" },
    });
    const path = descend("x^2", rule, { start: [3], steps: 2 });
    // 3 + 0 + 1 - 1 + 1 = 4: the slope is 8; then w = 2.2, and 2.2 + 0.8 + 2 - 1 + 1 = 5.
    expect(path.term("g").map(([g]) => g)).toEqual([NaN, 8, expect.closeTo(10, 12)]);
    const fixed = defineRule({ id: "f", title: "F", gradientAt: "2", equations: { w: "w - g" } });
    expect([...descend("x^2 + y^2", fixed, { start: [0, 0], steps: 1 }).at(1).w]).toEqual([-4, -4]);
  });

  test("is a vector", () => {
    expect(() => make({ gradientAt: "outer(w, w)" })).toThrow(
      /gradientAt: the line gradientAt is declared a vector, but this is a matrix[^]*declare it a matrix/,
    );
  });
});

describe("the shape of a line", () => {
  test("may be one number where w or a state has many, which each take it", () => {
    const rule = defineRule({
      id: "mine",
      title: "Mine",
      state: { m: memory.m, A: state.matrix({ meaning: "a matrix" }) },
      equations: { m: "t", A: "2", w: "loss" },
    });
    const { m, A, w } = descend("x^2 + y^2", rule, { start: [1, 2], steps: 1 }).at(1);
    expect([[...m], [...A], [...w]]).toEqual([
      [1, 1],
      [2, 2, 2, 2],
      [5, 5],
    ]);
  });

  test.each<[string, object, string]>([
    ["a history of a number", { S: "2", w: "w" }, "the line S is declared a history, but this is a scalar"],
    ["a history of a vector", { S: "g", w: "w" }, "the line S is declared a history, but this is a vector"],
    [
      "a vector of a matrix",
      { S: "append(S, w)", m: "outer(g, g)", w: "w" },
      "the line m is declared a vector, but this is a matrix",
    ],
    [
      "a matrix of a number",
      { S: "append(S, w)", A: line.matrix("2"), w: "w" },
      "the line A is declared a matrix, but this is a scalar",
    ],
    [
      "w of a matrix",
      { S: "append(S, w)", w: "outer(w, w)" },
      "the line w is declared a vector, but this is a matrix",
    ],
  ])("is not %s", (_title, equations, message) => {
    const state = { S: memory.S, ...("m" in equations ? { m: memory.m } : {}) };
    expect(() => make({ state, equations })).toThrow(message);
  });

  test.each(["2*S", "-S", "S + S", "abs(S)"])("is not a history that is calculated with: %s", (S) => {
    expect(() => make({ state: { S: memory.S }, equations: { S, w: "w" } })).toThrow(
      /line of S: history can't be combined coordinate by coordinate[^]*append for a history/,
    );
  });

  test("of numbers alone is a number, pi and e among them", () => {
    const equations = { c: line.scalar("pi*t - e + n*loss"), w: "w - c" };
    expect(() => make({ equations })).not.toThrow();
    expect(() => make({ equations: { c: "pi", w: "w - c" } })).toThrow("but this is a scalar");
  });

  test("is told under the whole line", () => {
    try {
      make({ equations: { c: "1 - 0.9^t", w: "w - c*g" } });
      expect.unreachable();
    } catch (error) {
      const { position, length, text } = error as EquationError;
      expect([position, length, text]).toEqual([0, 9, "1 - 0.9^t"]);
    }
  });
});

test("a line reads each name that has a value above it, and no other", () => {
  const equations = { a: "2*g", b: "a + m", m: "a*b", w: "w - m" };
  expect(() => make({ state: { m: memory.m }, equations })).not.toThrow();
  const early = { b: "2*a", a: "g", w: "w - b" };
  expect(() => make({ equations: early })).toThrow(
    /line of b: a is used before its line[^]*move the line of a up/,
  );
});

describe("of two mistakes the first is told:", () => {
  test.each<[string, object, string]>([
    [
      "names",
      { hyperparameters: { a: lambda, c: lambda }, equations: { a: "g", c: "g", w: "w" } },
      "a is both",
    ],
    ["states", { state: { m: memory.m, q: memory.m } }, "the state m has no line"],
    ["symbols of a line", { equations: { w: "w - c*a", a: "2*g", c: "g" } }, "c is used before its line"],
    ["lines", { equations: { a: "zig*g", c: "zag*g", w: "w" } }, "line of a: zig is not defined here"],
  ])("%s", (_what, change, message) => {
    expect(() => make(change)).toThrow(message);
  });
});
