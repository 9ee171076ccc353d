import { describe, expect, test } from "vitest";
import { FUNCTION_NAMES } from "../../src/math/functions.ts";
import { lineNode } from "../../src/math/line.ts";
import { OPERATORS } from "../../src/math/operators.ts";
import { formatNumber, texOfName, toTex } from "../../src/math/tex.ts";
import { formulaText, nameText } from "../../src/math/text.ts";

const tex = (text: string): string => toTex(lineNode(text), { symbol: texOfName, times: "\\," });

/** Each function as it is set in books, and as it is read in plain text. */
const FUNCTIONS: Readonly<Record<string, readonly [call: string, tex: string, text: string]>> = {
  sqrt: ["sqrt(a + b)", String.raw`\sqrt{a + b}`, "√(a + b)"],
  abs: ["abs(a - b)", String.raw`\left|a - b\right|`, "|a − b|"],
  exp: ["exp(a + b)", "e^{a + b}", "e^(a + b)"],
  log: ["log(a)", String.raw`\log\left(a\right)`, "log(a)"],
  sin: ["sin(a)", String.raw`\sin\left(a\right)`, "sin(a)"],
  cos: ["cos(a)", String.raw`\cos\left(a\right)`, "cos(a)"],
  tan: ["tan(a)", String.raw`\tan\left(a\right)`, "tan(a)"],
  sec: ["sec(a)", String.raw`\sec\left(a\right)`, "sec(a)"],
  asin: ["asin(a)", String.raw`\arcsin\left(a\right)`, "asin(a)"],
  acos: ["acos(a)", String.raw`\arccos\left(a\right)`, "acos(a)"],
  atan: ["atan(a)", String.raw`\arctan\left(a\right)`, "atan(a)"],
  sinh: ["sinh(a)", String.raw`\sinh\left(a\right)`, "sinh(a)"],
  cosh: ["cosh(a)", String.raw`\cosh\left(a\right)`, "cosh(a)"],
  tanh: ["tanh(a)", String.raw`\tanh\left(a\right)`, "tanh(a)"],
  sech: ["sech(a)", String.raw`\operatorname{sech}\left(a\right)`, "sech(a)"],
  sign: ["sign(a)", String.raw`\operatorname{sign}\left(a\right)`, "sign(a)"],
  floor: ["floor(a)", String.raw`\lfloor a \rfloor`, "floor(a)"],
  max: ["max(a, b + c)", String.raw`\max\left(a, b + c\right)`, "max(a, b + c)"],
  min: ["min(a, b, c)", String.raw`\min\left(a, b, c\right)`, "min(a, b, c)"],
  dot: ["dot(a, b + c)", String.raw`a^{\top} \left(b + c\right)`, "dot(a, b + c)"],
  norm: ["norm(a)", String.raw`\lVert a \rVert`, "‖a‖"],
  mean: ["mean(a)", String.raw`\operatorname{mean}\left(a\right)`, "mean(a)"],
  outer: ["outer(a, b)", String.raw`a\, b^{\top}`, "outer(a, b)"],
  mul: ["mul(A, b + c)", String.raw`A\, \left(b + c\right)`, "A(b + c)"],
  solve: ["solve(A, b)", "A^{-1} b", "A⁻¹b"],
  inv: ["inv(A + B)", String.raw`\left(A + B\right)^{-1}`, "inv(A + B)"],
  identity: ["identity(a)", "I", "identity(a)"],
  eigmin: ["eigmin(A)", String.raw`h_{\min}\left(A\right)`, "eigmin(A)"],
  append: ["append(S, a)", String.raw`\left(S, a\right)`, "append(S, a)"],
  twoLoop: ["twoLoop(g, S, Y)", String.raw`B\left(S, Y\right) g`, "twoLoop(g, S, Y)"],
  polar: ["polar(m, r)", String.raw`\operatorname{polar}_{r}\left(m\right)`, "polar(m, r)"],
  backtrack: ["backtrack(p)", String.raw`\operatorname{backtrack}\left(p\right)`, "backtrack(p)"],
};

describe("a function is written as in books, and as plain text:", () => {
  test("each has its row", () => expect(Object.keys(FUNCTIONS)).toEqual([...FUNCTION_NAMES]));

  test.each(Object.values(FUNCTIONS))("%s", (call, inTex, inText) => {
    expect(tex(call)).toBe(inTex);
    expect(formulaText(call)).toBe(inText);
  });
});

/** Each operator alone, and beside looser and tighter ones. */
const OPERATIONS: Readonly<Record<keyof typeof OPERATORS, readonly (readonly [string, string, string])[]>> = {
  add: [
    ["a + b + c", "a + b + c", "a + b + c"],
    ["a + (b + c)", String.raw`a + \left(b + c\right)`, "a + (b + c)"],
    ["a + (-b)", String.raw`a + \left(-b\right)`, "a + (−b)"],
    ["a + b*c", String.raw`a + b \, c`, "a + b·c"],
    ["a + b/c", String.raw`a + \frac{b}{c}`, "a + b / c"],
    ["(a > b) + c", String.raw`\left(a > b\right) + c`, "(a > b) + c"],
  ],
  subtract: [
    ["a - b - c", "a - b - c", "a − b − c"],
    ["a - (b - c)", String.raw`a - \left(b - c\right)`, "a − (b − c)"],
    ["a - (-b)", String.raw`a - \left(-b\right)`, "a − (−b)"],
    ["a - (-b*c)", String.raw`a - \left(-b \, c\right)`, "a − (−b·c)"],
    ["a - (-b/c)", String.raw`a - \frac{-b}{c}`, "a − (−b / c)"],
    ["-a - b", "-a - b", "−a − b"],
  ],
  multiply: [
    ["a*b*c", String.raw`a \, b \, c`, "a·b·c"],
    ["a*(b*c)", String.raw`a \, \left(b \, c\right)`, "a·(b·c)"],
    ["(a + b)*c", String.raw`\left(a + b\right) \, c`, "(a + b)·c"],
    ["a*(-b)", String.raw`a \, \left(-b\right)`, "a·(−b)"],
    ["a*(b/c)", String.raw`a \, \frac{b}{c}`, "a·(b / c)"],
    ["(a/b)*c", String.raw`\frac{a}{b} \, c`, "(a / b)·c"],
    ["a*b^2", String.raw`a \, b^{2}`, "a·b²"],
  ],
  divide: [
    ["a/b/c", String.raw`\frac{\frac{a}{b}}{c}`, "(a / b) / c"],
    ["a/(b*c)", String.raw`\frac{a}{b \, c}`, "a / (b·c)"],
    ["a*b/c", String.raw`\frac{a \, b}{c}`, "a·b / c"],
    ["(a + b)/(c - d)", String.raw`\frac{a + b}{c - d}`, "(a + b) / (c − d)"],
    ["a/b^2", String.raw`\frac{a}{b^{2}}`, "a / b²"],
  ],
  pow: [
    ["a^2 + b^3", "a^{2} + b^{3}", "a² + b³"],
    ["a^4", "a^{4}", "a^4"],
    ["beta1^t", String.raw`\beta_{1}^{t}`, "β₁ᵗ"],
    ["a^(t + 1)", "a^{t + 1}", "a^(t + 1)"],
    ["a^-b", "a^{-b}", "a^(−b)"],
    ["(a + b)^2", String.raw`\left(a + b\right)^{2}`, "(a + b)²"],
    ["(-a)^2", String.raw`\left(-a\right)^{2}`, "(−a)²"],
    ["(a^b)^c", String.raw`\left(a^{b}\right)^{c}`, "(a^b)^c"],
    ["sqrt(a)^2", String.raw`\sqrt{a}^{2}`, "(√a)²"],
    ["exp(a)^2", String.raw`\left(e^{a}\right)^{2}`, "(e^a)²"],
  ],
  unaryMinus: [
    ["-(a + b)", String.raw`-\left(a + b\right)`, "−(a + b)"],
    ["-(a*b)", String.raw`-a \, b`, "−a·b"],
    ["-(-a*b)", String.raw`-\left(-a \, b\right)`, "−(−a·b)"],
    ["-(a/b)", String.raw`-\frac{a}{b}`, "−(a / b)"],
    ["-(-a)", String.raw`-\left(-a\right)`, "−(−a)"],
    ["-a^2", "-a^{2}", "−a²"],
  ],
  smaller: [["a + b < c", "a + b < c", "a + b < c"]],
  smallerEq: [["a <= b", String.raw`a \le b`, "a ≤ b"]],
  larger: [["a > b", "a > b", "a > b"]],
  largerEq: [["a >= b", String.raw`a \ge b`, "a ≥ b"]],
  equal: [["a == b", "a = b", "a = b"]],
  unequal: [
    ["a != b", String.raw`a \ne b`, "a ≠ b"],
    ["(a > b) != c", String.raw`\left(a > b\right) \ne c`, "(a > b) ≠ c"],
  ],
  and: [
    ["a > 1 and b", String.raw`a > 1 \land b`, "a > 1 and b"],
    ["a and (b or c)", String.raw`a \land \left(b \lor c\right)`, "a and (b or c)"],
  ],
  or: [["a and b or c", String.raw`a \land b \lor c`, "a and b or c"]],
  conditional: [
    [
      "a > b ? c : d + 1",
      String.raw`\begin{cases} c & \text{if } a > b \\ d + 1 & \text{otherwise} \end{cases}`,
      "c if a > b, else d + 1",
    ],
    [
      "(a ? b : c)*d",
      String.raw`\left(\begin{cases} b & \text{if } a \\ c & \text{otherwise} \end{cases}\right) \, d`,
      "(b if a, else c)·d",
    ],
    [
      "a ? (b ? c : d) : f",
      String.raw`\begin{cases} \begin{cases} c & \text{if } b \\ d & \text{otherwise} \end{cases} & \text{if } a \\ f & \text{otherwise} \end{cases}`,
      "(c if b, else d) if a, else f",
    ],
  ],
};

describe("an operator is written as in books, and as plain text, with the parentheses that are needed:", () => {
  test("each has its rows", () => expect(Object.keys(OPERATIONS)).toEqual(Object.keys(OPERATORS)));

  test.each(Object.values(OPERATIONS).flat())("%s", (text, inTex, inText) => {
    expect(tex(text)).toBe(inTex);
    expect(formulaText(text)).toBe(inText);
  });
});

describe("a number in the place of a name", () => {
  const put = (text: string, value: number): string =>
    formulaText(text, (name) => (name === "a" ? formulaText(formatNumber(value)) : name));

  test.each<[string, number, string]>([
    ["a^2", 1e-7, "(10⁻⁷)²"],
    ["a^2", 2.5e-7, "(2.5·10⁻⁷)²"],
    ["b*a", 2.5e-7, "b·(2.5·10⁻⁷)"],
    ["b + a", 1e8, "b + 10⁸"],
    ["b - a", -0.5, "b − (−0.5)"],
    ["a*b", -0.5, "−0.5·b"],
    ["a^2", 0.1, "0.1²"],
    ["a^2", 100, "100²"],
  ])("%s with %d is %s", (text, value, expected) => {
    expect(put(text, value)).toBe(expected);
  });
});

test.each([
  ["beta1", String.raw`\beta_{1}`, "β₁"],
  ["epsilon", String.raw`\varepsilon`, "ε"],
  ["mHat", String.raw`\hat{m}`, "m\u0302"],
  ["mBar2", String.raw`\bar{m}_{2}`, "m\u0304₂"],
  ["vMax", String.raw`v^{\max}`, "vMax"],
  ["muHat", String.raw`\hat{\mu}`, "μ\u0302"],
  ["curvature", String.raw`\mathrm{curvature}`, "curvature"],
  ["x10", "x_{10}", "x₁₀"],
  ["constructor", String.raw`\mathrm{constructor}`, "constructor"],
  ["mOld1", String.raw`\mathrm{mOld}_{1}`, "(old m₁)"],
  ["gOld", String.raw`\mathrm{gOld}`, "(old g)"],
  ["betaOld", String.raw`\mathrm{betaOld}`, "(old β)"],
  ["Hat", String.raw`\mathrm{Hat}`, "Hat"],
  ["w", "w", "w"],
])("the name %s is %s in TeX and %s in text", (name, inTex, inText) => {
  expect(texOfName(name)).toBe(inTex);
  expect(nameText(name)).toBe(inText);
});
