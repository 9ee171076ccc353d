import { describe, expect, test } from "vitest";
import { adagrad, adam, defineRule, hyper, InputError, line, nesterov, state, variant } from "fall-line";

const whole = { id: "mine", title: "Mine", equations: { w: "w - 0.1*g" } };
const lambda = hyper.positive({ tex: "\\lambda", default: 0.1, meaning: "learning rate" });

/** What is said of a declaration with something changed. */
function complaint(change: object): string {
  try {
    defineRule({ ...whole, ...change });
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as Error).message;
  }
  return "";
}

const without = (record: object, name: string): object =>
  Object.fromEntries(Object.entries(record).filter(([other]) => other !== name));

const NEEDS = "the hyperparameter lambda needs a range, TeX, a default and a meaning";
const EXAMPLE = String.raw`for example: lambda: hyper.positive({ tex: "\\lambda", default: 0.1, meaning: "learning rate" })`;

describe("defineRule takes", () => {
  test("a rule of an id, a title and equations, and completes it", () => {
    expect(defineRule(whole)).toEqual({
      format: 1,
      ...whole,
      hyperparameters: {},
      state: {},
      gradientAt: "w",
      equations: { w: { text: "w - 0.1*g", shape: "vector" } },
    });
  });

  test("a history of one vector, and every part that a rule may have", () => {
    const source = { key: "mine", where: "page 1" };
    const rule = defineRule({
      ...whole,
      source,
      look: adam.look,
      hyperparameters: { lambda },
      sensible: { lambda: 0.2 },
      rate: "lambda",
      state: { S: state.history({ capacity: 1, meaning: "the last point" }) },
      gradientAt: "w/2",
      equations: { S: "append(S, w)", w: "w - lambda*g" },
    });
    expect(rule).toMatchObject({ source, look: adam.look, rate: "lambda", gradientAt: "w/2" });
    expect(rule.sensible).toEqual({ lambda: 0.2 });
    expect(rule.equations["S"]!.shape).toBe("history");
    expect(rule.state["S"]).toMatchObject({ shape: "history", capacity: 1 });
  });
});

describe("defineRule says what is wrong with a part, and how it is written:", () => {
  test.each<[string, object, string]>([
    ["no id", { id: undefined }, 'a rule needs an id, which is text, got nothing; for example: id: "mine"'],
    ["an empty id", { id: "" }, 'a rule needs an id, which is text, got ""; for example: id: "mine"'],
    [
      "a number as title",
      { title: 3 },
      'a rule needs a title, which is text, got 3; for example: title: "Mine"',
    ],
    [
      "an empty title",
      { title: "" },
      'a rule needs a title, which is text, got ""; for example: title: "Mine"',
    ],
    [
      "equations as a list",
      { equations: ["w - g"] },
      "a rule is made of equations, each under the name of what",
    ],
    ["no equations", { equations: undefined }, 'got nothing; for example: equations: { w: "w - 0.1*g" }'],
    [
      "a number for w",
      { equations: { w: 3 } },
      'the line w must be an equation as text, got 3; for example: w: "w - 0.1*g"',
    ],
    [
      "a record without text",
      { equations: { m: { shape: "vector" }, w: "w" } },
      'the line m must be an equation as text, got nothing; for example: m: "g^2"',
    ],
    [
      "hyperparameters as a list",
      { hyperparameters: [1] },
      "hyperparameters has parts by name, got [1]; for example: hyperparameters: {}",
    ],
    ["a state that is text", { state: "m" }, 'state has parts by name, got "m"; for example: state: {}'],
    ["a number as hyperparameter", { hyperparameters: { lambda: 0.1 } }, `${NEEDS}, got 0.1; ${EXAMPLE}`],
    ["a range that there is not", { hyperparameters: { lambda: { ...lambda, range: "large" } } }, NEEDS],
    ["a default that is text", { hyperparameters: { lambda: { ...lambda, default: "0.1" } } }, NEEDS],
    ["a hyperparameter without TeX", { hyperparameters: { lambda: without(lambda, "tex") } }, NEEDS],
    [
      "a hyperparameter without a meaning",
      { hyperparameters: { lambda: without(lambda, "meaning") } },
      NEEDS,
    ],
    [
      "a state of a strange shape",
      { state: { m: { shape: "cube", start: 0, meaning: "velocity" } } },
      "the state m needs a shape and a meaning, got",
    ],
    [
      "a state without a meaning",
      { state: { m: { shape: "vector", start: 0 } } },
      'for example: m: state.vector({ meaning: "velocity" })',
    ],
    ["a state that is a number", { state: { m: 0 } }, "the state m needs a shape and a meaning, got 0"],
    [
      "a state without a start",
      { state: { m: { shape: "vector", meaning: "velocity" } } },
      'the state m starts from a finite number, or from "identity" where it is a matrix, got nothing; for example: m: state.vector({ start: 0, meaning: "velocity" })',
    ],
    [
      "a start that is no number",
      { state: { m: state.vector({ start: NaN, meaning: "velocity" }) } },
      "got NaN",
    ],
    [
      "a vector that starts as a matrix",
      { state: { m: { shape: "vector", start: "identity", meaning: "velocity" } } },
      'the state m starts from a finite number, or from "identity" where it is a matrix, got "identity"',
    ],
    ["an option too many", { equation: {} }, "defineRule has no option equation"],
  ])("%s", (_title, change, message) => {
    expect(complaint(change)).toContain(message);
  });

  test("but no start that is a number, nor a matrix that starts as the identity", () => {
    for (const m of [state.vector({ start: -0.5, meaning: "m" }), state.matrix({ meaning: "m" })])
      expect(complaint({ state: { m }, equations: { m: "m", w: "w - g" } })).toBe("");
  });

  test.each([0, -1, 1.5, undefined, "2"])("a history of %s vectors", (capacity) => {
    const S = { shape: "history", start: 0, meaning: "the last steps", capacity };
    expect(complaint({ state: { S }, equations: { S: "append(S, g)", w: "w - g" } })).toMatch(
      /the history S needs a capacity: how many vectors it keeps.*for example: S: state\.history\(\{ capacity: 10, /,
    );
  });
});

test("what is remembered starts at 0, and a matrix as the identity, unless it is told another start", () => {
  const meaning = "memory";
  expect(state.scalar({ meaning })).toEqual({ start: 0, meaning, shape: "scalar" });
  expect(state.vector({ meaning })).toEqual({ start: 0, meaning, shape: "vector" });
  expect(state.matrix({ meaning })).toEqual({ start: "identity", meaning, shape: "matrix" });
  const history = state.history({ meaning, capacity: 3 });
  expect(history).toEqual({ start: 0, meaning, capacity: 3, shape: "history" });
  for (const kind of ["scalar", "vector", "matrix"] as const)
    expect(state[kind]({ start: 2, meaning, tex: "M" })).toEqual({
      start: 2,
      meaning,
      tex: "M",
      shape: kind,
    });
});

test("a line has the shape of its kind, and the looks that it is given", () => {
  const looks = { tex: "M", meaning: "a line", role: "velocity" };
  for (const kind of ["scalar", "vector", "matrix"] as const) {
    expect(line[kind]("2*g")).toEqual({ text: "2*g", shape: kind });
    expect(line[kind]("2*g", looks)).toEqual({ text: "2*g", shape: kind, ...looks });
  }
});

describe("variant refuses", () => {
  const change = { id: "mine", title: "Mine" };

  test.each<[string, unknown, unknown, string]>([
    ["the name of a rule", "adam", change, 'a variant is made of a rule, and this is none, got "adam"'],
    [
      "a rule that was forgotten",
      change,
      undefined,
      "give the rule itself and then what changes: variant(adam, {",
    ],
    ["no changes", adam, undefined, "variant takes its options by name, got nothing"],
    ["a change that there is not", adam, { ...change, equation: {} }, "variant has no option equation"],
    ["a variant without an id", adam, { title: "Mine" }, "a variant needs an id, which is text"],
    ["a variant without a title", adam, { id: "mine" }, "a variant needs a title, which is text"],
    [
      "equations as a list",
      adam,
      { ...change, equations: ["w - g"] },
      "equations has the changed lines by name",
    ],
    [
      "equations as text",
      adam,
      { ...change, equations: "w - g" },
      'for example: equations: { w: "w - 0.1*g" }',
    ],
    [
      "a slip in the name of a line",
      adam,
      { ...change, equations: { mHut: "m" } },
      "nothing uses the new line mHut; allowed: changed lines: m, v, mHat, vHat, w; or new ones that another line reads; did you mean mHat?",
    ],
    [
      "two new lines that nobody needs, the first of them first",
      adagrad,
      { ...change, equations: { one: "2*g", two: "3*g" } },
      "nothing uses the new line one",
    ],
    [
      "a new line that nobody needs",
      adagrad,
      { ...change, equations: { somethingElse: "2*g" } },
      "take it out, or use its name in another line",
    ],
    [
      "a new state that only reads itself",
      adagrad,
      { ...change, state: { s: state.vector({ meaning: "sum" }) }, equations: { s: "s + g" } },
      "nothing uses the new line s",
    ],
  ])("%s", (_title, rule, changes, message) => {
    const make = (): unknown => variant(rule as typeof adam, changes as typeof change);
    expect(make).toThrow(InputError);
    expect(make).toThrow(message);
  });

  test("but not a line that the place of the gradient reads alone", () => {
    const far = variant(nesterov, {
      id: "far",
      title: "Far",
      state: { old: state.vector({ meaning: "the velocity before" }) },
      gradientAt: "w + old",
      equations: { m: "alpha*m - lambda*g/2", old: "m" },
    });
    expect(Object.keys(far.equations)).toEqual(["m", "old", "w"]);
    expect(far.gradientAt).toBe("w + old");
  });
});
