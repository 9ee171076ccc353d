import { describe, expect, test } from "vitest";
import {
  defineRule,
  descend,
  EquationError,
  gradientDescent,
  hyper,
  InputError,
  line,
  state,
} from "fall-line";
import { equationsTex } from "fall-line/tools";

const rate = hyper.positive({ tex: "\\lambda", default: 0.1, meaning: "learning rate" });

/** The error that a definition with these lines throws. */
function mistake(equations: Record<string, string>, rest: object = {}): EquationError | InputError {
  try {
    defineRule({
      id: "wrong",
      title: "Wrong",
      hyperparameters: { lambda: rate },
      equations: { ...equations, w: equations["w"] ?? "w - lambda*g" },
      ...rest,
    });
  } catch (error) {
    return error as EquationError;
  }
  throw new Error("no error was thrown");
}

describe("defineRule points into the equation", () => {
  test("and says which rule and which line it is in", () => {
    expect(mistake({ w: "w - lamda*g" }).message).toMatch(
      /^rule "wrong", line of w: lamda is not defined here\n {2}w - lamda\*g\n {6}\^{5}\n/,
    );
    expect(mistake({}, { gradientAt: "w + m" }).message).toMatch(/^rule "wrong", gradientAt: m is not/);
  });

  test.each([
    ["an unknown symbol", { w: "w - lamda*g" }, "lamda is not defined here", 4, "did you mean lambda?"],
    [
      "a product without a sign",
      { w: "w - lambdag" },
      "lambdag is not defined here",
      4,
      "a product is written lambda*g",
    ],
    [
      "a call where a product is meant",
      { w: "w - lambda (g)" },
      "lambda is not a function",
      4,
      "a product is written lambda*(...)",
    ],
    [
      "a term used before its line",
      { w: "w - mHat", mHat: "2*g" },
      "mHat is used before its line",
      4,
      "move the line of mHat up",
    ],
    [
      "a term that uses itself",
      { m: "0.9*m + g", w: "w - m" },
      "m uses itself, but has no old value",
      4,
      "declare m in state",
    ],
    ["a bad power", { w: "w - g**2" }, "a power is written with ^", 6, ""],
    ["shapes that don't fit", { w: "w - H*g" }, "matrix and vector can't be combined", undefined, "use mul"],
    [
      "a function of wrong shapes",
      { w: "w - solve(g, H)" },
      "solve can't take vector and matrix",
      4,
      "solve(matrix, vector)",
    ],
    [
      "one wrong shape of two",
      { w: "w - solve(H, t)" },
      "solve can't take matrix and scalar",
      4,
      "solve(matrix, vector)",
    ],
    ["a wrong count of arguments", { w: "w - max(g)" }, "max takes 2 or more arguments", 4, ""],
    [
      "access to a property",
      { w: "w.constructor" },
      "is not allowed in an expression",
      undefined,
      "allowed:",
    ],
    ["an assignment", { w: "w = 3" }, "is not allowed in an expression", undefined, "allowed:"],
    ["text", { w: '"abc"' }, "is not allowed in an expression", undefined, "allowed:"],
    ["a call of import", { w: 'import("x")' }, "there is no function import", undefined, "allowed:"],
  ])("%s", (_title, equations, what, position, help) => {
    const error = mistake(equations);
    expect(error).toBeInstanceOf(EquationError);
    expect(error.message).toContain(what);
    expect(error.message).toContain(help);
    if (position !== undefined) expect((error as EquationError).position).toBe(position);
  });
});

describe("defineRule refuses", () => {
  test.each([
    [
      "a state without a line",
      {},
      { state: { m: state.vector({ meaning: "velocity" }) } },
      "the state m has no line",
    ],
    ["a reserved name", { t: "g" }, {}, "t already has a meaning in every rule"],
    ["the name of a function", { dot: "g" }, {}, "dot already has a meaning in every rule"],
    ["one name for two things", { lambda: "g" }, {}, "lambda is both a hyperparameter and a term"],
    [
      "a name that is no word",
      { "m'": "g" },
      {},
      "a name in a rule must be a letter followed by letters and digits",
    ],
    ["a rate that is no hyperparameter", {}, { rate: "lamda" }, "rate must name a hyperparameter"],
    [
      "a vector in a line of one number",
      { c: "1 - 0.9^t" },
      {},
      "the line c is declared a vector, but this is a scalar",
    ],
    [
      "a colour that is a word",
      {},
      { look: { ...gradientDescent.look!, dark: "red" } },
      'dark must be a colour of six hexadecimal digits, got "red"',
    ],
    [
      "a dash that is none",
      {},
      { look: { ...gradientDescent.look!, dash: "wavy" as never } },
      "a look has no such dash",
    ],
    [
      "a default out of its range",
      {},
      {
        hyperparameters: {
          lambda: hyper.positive({ tex: "\\lambda", meaning: "learning rate", default: -1 }),
        },
      },
      "the default of lambda must be above 0, got -1",
    ],
  ])("%s", (_title, equations, rest, what) => {
    const error = mistake(equations, rest);
    expect(error).toBeInstanceOf(InputError);
    expect(error.message).toContain(what);
  });

  test.each(["#d627289", "d62728", "#d6272", " #d62728", "#g62728"])("a colour that is %s", (color) => {
    expect(mistake({}, { look: { ...gradientDescent.look!, color } }).message).toContain(
      `color must be a colour of six hexadecimal digits, got "${color}"; write it as "#d62728"`,
    );
  });

  test("a line of another shape, with what to write instead", () => {
    expect(mistake({ c: "1 - 0.9^t" }).message).toContain('mark it: c: line.scalar("...")');
    const declared = mistake({ c: line.scalar("g", { role: "x" }) as never });
    expect(declared.message).toContain("is declared a scalar, but this is a vector");
    expect(declared.message).toContain("declare it a vector");
  });

  test("a rule without a line for w", () => {
    expect(() => defineRule({ id: "none", title: "None", equations: {} as { w: string } })).toThrow(
      "a rule needs a line for w",
    );
  });
});

describe("long lines", () => {
  const long = (terms: number): string =>
    `w - lambda*g*(${new Array<string>(terms).fill("1").join(" + ")})/${terms}`;

  test("of 900 operations run, are written out and set as TeX", () => {
    const rule = defineRule({
      id: "long",
      title: "Long",
      hyperparameters: { lambda: rate },
      rate: "lambda",
      equations: { w: long(900) },
    });
    const path = descend("x^2", rule, { start: [1], steps: 2, hyper: { lambda: 0.25 } });
    expect(path.at(2).w[0]).toBeCloseTo(0.25, 12);
    expect(path.worked(1).text).toMatch(
      /w_1 = w_0 − λ · g_1 · \(1 \+ 1 .*\) \/ 900 .*\n +x: 0\.5 = 1 − 0\.25 · 2 · 900 \/ 900$/,
    );
    expect(equationsTex(rule).at(-1)!.tex).toContain("1 + 1 + 1");
  });

  test("of more than 1,000 operations, or nested too deeply, are refused with a sentence", () => {
    expect(mistake({ w: long(1100) }).message).toContain("more than 1,000 operations");
    const deep = `${"sqrt(".repeat(4000)}g${")".repeat(4000)}`;
    expect(mistake({ w: deep }).message).toContain("nested too deeply");
  });
});

describe("equations mean what the slide says", () => {
  const one = { start: [1], steps: 3, hyper: { lambda: 0.1 } };

  test("a name is the old value before its line and the new one after it", () => {
    const late = defineRule({
      id: "late",
      title: "Late",
      hyperparameters: { lambda: rate },
      rate: "lambda",
      state: { m: state.vector({ meaning: "the gradient of the step before" }) },
      equations: { w: "w - lambda*m", m: "g" },
    });
    expect(descend("x^2", late, one).path.map((w) => w[0])).toEqual([1, 1, 0.8, 0.8 - 0.1 * 2]);
  });

  test("scalars, conditions, t, n, loss and rate may be read", () => {
    const rule = defineRule({
      id: "all",
      title: "All",
      hyperparameters: { lambda: rate },
      rate: "lambda",
      state: { best: state.scalar({ start: 100, meaning: "least loss" }) },
      equations: { best: "min(best, loss)", c: line.scalar("t > 1 and n == 1 ? rate : 0"), w: "w - c*g" },
    });
    const path = descend("x^2", rule, one);
    expect(path.term("c").slice(1)).toEqual([0, 0.1, 0.1]);
    expect(path.term("best")).toEqual([100, 1, 1, expect.closeTo(0.64, 12)]);
  });

  test("matrices start as the identity, and histories keep their last vectors", () => {
    const rule = defineRule({
      id: "wide",
      title: "Wide",
      state: {
        A: state.matrix({ meaning: "a matrix" }),
        S: state.history({ capacity: 2, meaning: "points" }),
      },
      equations: { A: "A + outer(g, g)", S: "append(S, w)", w: "w - 0.1*g" },
    });
    const path = descend("x^2 + y^2", rule, { start: [1, 2], steps: 3 });
    expect([...path.at(0).A]).toEqual([1, 0, 0, 1]);
    expect([...path.at(1).A]).toEqual([5, 8, 8, 17]);
    expect(path.names).not.toContain("S");
  });

  test("a history is no number to calculate with", () => {
    const past = { state: { S: state.history({ capacity: 2, meaning: "points" }) } };
    for (const S of ["2*S", "-S", "S"])
      expect(mistake({ S: "append(S, w)", w: `w - 0.1*norm(g)*(${S})` }, past).message).toContain(
        "history can't be combined coordinate by coordinate",
      );
  });

  test("a rule written in a cell survives JSON", () => {
    const rule = defineRule({
      id: "mine",
      title: "Mine",
      hyperparameters: {
        lambda: rate,
        alpha: hyper.fraction({ tex: "\\alpha", default: 0.5, meaning: "share" }),
      },
      rate: "lambda",
      equations: { w: "w - lambda*(1 + alpha)*g" },
    });
    expect(JSON.parse(JSON.stringify(rule))).toEqual(rule);
  });
});

describe("hyperparameters", () => {
  const rule = defineRule({
    id: "two",
    title: "Two",
    hyperparameters: {
      lambda: rate,
      alpha: hyper.fraction({ tex: "\\alpha", default: 0.5, meaning: "share" }),
    },
    equations: { w: "w - lambda*alpha*g" },
  });

  test.each([
    [{ alpha: 1.2 }, "alpha must be in [0, 1), got 1.2"],
    [{ lambda: 0 }, "lambda must be above 0, got 0"],
    [{ lambda: NaN }, "lambda must be above 0, got NaN"],
    [{ lamda: 1 }, "Two has no hyperparameter lamda; allowed: lambda, alpha; did you mean lambda?"],
  ])("%o is refused", (hyper: object, message) => {
    expect(() => descend("x^2", rule, { start: [1], steps: 1, hyper })).toThrow(message);
  });
});
