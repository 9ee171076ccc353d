import { append, dot, eigmin, identity, inv, mean, mul, norm, outer, solve, twoLoop } from "./linear.ts";
import { around, atom, Bond, call, infix, type Notation, prefix } from "./notation.ts";
import type { Operation } from "./operation.ts";
import { polar } from "./polar.ts";

/** An operation that is called by its name. */
interface Callable extends Operation {
  readonly arguments: { readonly least: number; readonly most: number };
}

const one = { least: 1, most: 1 };
const several = { least: 2, most: Infinity };

/** A name before parentheses that grow with what is in them, as TeX. */
const named = (tex: string): Notation => call(tex, "\\left(", "\\right)");

/** TeX or text of factors side by side, so that sums among them need parentheses. */
const factors =
  (write: (...texts: string[]) => string): Notation =>
  (operands, { within }) => ({
    text: write(...operands.map((operand) => within(operand, Bond.Atom))),
    bond: Bond.Product,
  });

type Looks = Partial<Pick<Callable, "arguments" | "code" | "slopes" | "tex" | "text" | "python">>;

/** A function that works number by number: one of JavaScript's of that name, unless it is said otherwise. */
const elementwise = (name: string, meaning: string, looks: Looks = {}): Callable => ({
  arguments: one,
  meaning,
  code: call(`Math.${name}`),
  tex: named(`\\${name}`),
  text: call(name),
  source: call(name),
  python: call(`np.${name}`),
  ...looks,
});

type WholeLooks = Looks & Required<Pick<Operation, "shapes" | "tex">> & Pick<Operation, "is">;

/** A function of whole vectors and matrices: one of `linear.ts` of that name, unless it is said otherwise. */
const whole = (name: string, meaning: string, rest: WholeLooks): Callable => ({
  arguments: { least: rest.shapes[0]!.from.length, most: rest.shapes[0]!.from.length },
  meaning,
  code: call(`F.${name}`),
  text: call(name),
  source: call(name),
  python: call(name),
  ...rest,
});

/** A function of two arguments, applied to several. */
const folded =
  (name: string): Notation =>
  (operands) =>
    atom(operands.map(({ text }) => text).reduce((all, text) => `${name}(${all}, ${text})`));

const matrixProduct = infix("@", Bond.Product);

/** Every function an expression may call: elementwise ones first, then those on whole vectors and matrices. */
export const FUNCTIONS = {
  sqrt: elementwise("sqrt", "square root", {
    slopes: ["1 / (2 * sqrt(a))"],
    tex: around("\\sqrt{", "}"),
    text: prefix("√", Bond.Power, Bond.Atom),
  }),
  abs: elementwise("abs", "absolute value", {
    slopes: ["abs(a) / a"],
    tex: around("\\left|", "\\right|"),
    text: around("|", "|"),
  }),
  exp: elementwise("exp", "e to the power x", {
    slopes: ["exp(a)"],
    tex: around("e^{", "}", Bond.Power),
    text: prefix("e^", Bond.Power, Bond.Atom),
  }),
  log: elementwise("log", "natural logarithm", { slopes: ["1 / a"] }),
  sin: elementwise("sin", "sine of an angle in radians", { slopes: ["cos(a)"] }),
  cos: elementwise("cos", "cosine of an angle in radians", { slopes: ["-sin(a)"] }),
  tan: elementwise("tan", "tangent of an angle in radians", { slopes: ["sec(a)^2"] }),
  sec: elementwise("sec", "1 / cos(x)", {
    slopes: ["sec(a) * tan(a)"],
    code: around("(1 / Math.cos(", "))"),
    python: around("(1 / np.cos(", "))"),
  }),
  asin: elementwise("asin", "angle in radians whose sine is x", {
    slopes: ["1 / sqrt(1 - a^2)"],
    tex: named("\\arcsin"),
    python: call("np.arcsin"),
  }),
  acos: elementwise("acos", "angle in radians whose cosine is x", {
    slopes: ["-(1 / sqrt(1 - a^2))"],
    tex: named("\\arccos"),
    python: call("np.arccos"),
  }),
  atan: elementwise("atan", "angle in radians whose tangent is x", {
    slopes: ["1 / (1 + a^2)"],
    tex: named("\\arctan"),
    python: call("np.arctan"),
  }),
  sinh: elementwise("sinh", "hyperbolic sine", { slopes: ["cosh(a)"] }),
  cosh: elementwise("cosh", "hyperbolic cosine", { slopes: ["sinh(a)"] }),
  tanh: elementwise("tanh", "hyperbolic tangent", { slopes: ["sech(a)^2"] }),
  sech: elementwise("sech", "1 / cosh(x)", {
    slopes: ["-(sech(a) * tanh(a))"],
    code: around("(1 / Math.cosh(", "))"),
    python: around("(1 / np.cosh(", "))"),
    tex: named("\\operatorname{sech}"),
  }),
  sign: elementwise("sign", "-1, 0 or 1", { tex: named("\\operatorname{sign}") }),
  floor: elementwise("floor", "largest whole number not above x", {
    tex: around("\\lfloor ", " \\rfloor"),
  }),
  max: elementwise("max", "largest of its arguments, coordinate by coordinate", {
    arguments: several,
    python: folded("np.maximum"),
  }),
  min: elementwise("min", "smallest of its arguments, coordinate by coordinate", {
    arguments: several,
    python: folded("np.minimum"),
  }),
  dot: whole("dot", "dot product of two vectors", {
    shapes: [{ from: ["vector", "vector"], to: "scalar" }],
    tex: factors((a, b) => `${a}^{\\top} ${b}`),
    python: matrixProduct,
  }),
  norm: whole("norm", "Euclidean length of a vector", {
    shapes: [{ from: ["vector"], to: "scalar" }],
    tex: around("\\lVert ", " \\rVert"),
    text: around("‖", "‖"),
    python: call("np.linalg.norm"),
  }),
  mean: whole("mean", "mean of a vector's coordinates", {
    shapes: [{ from: ["vector"], to: "scalar" }],
    tex: named("\\operatorname{mean}"),
    python: call("np.mean"),
  }),
  outer: whole("outer", "outer product of two vectors, an n by n matrix", {
    shapes: [{ from: ["vector", "vector"], to: "matrix" }],
    tex: factors((a, b) => `${a}\\, ${b}^{\\top}`),
    python: call("np.outer"),
  }),
  mul: whole("mul", "matrix times vector, or matrix times matrix", {
    shapes: [
      { from: ["matrix", "vector"], to: "vector" },
      { from: ["matrix", "matrix"], to: "matrix" },
    ],
    tex: factors((a, b) => `${a}\\, ${b}`),
    text: factors((a, b) => a + b),
    python: matrixProduct,
  }),
  solve: whole("solve", "the vector x with A x = b, by Gaussian elimination with partial pivoting", {
    shapes: [{ from: ["matrix", "vector"], to: "vector" }],
    tex: factors((a, b) => `${a}^{-1} ${b}`),
    text: factors((a, b) => `${a}⁻¹${b}`),
    python: call("np.linalg.solve"),
  }),
  inv: whole("inv", "inverse of a matrix", {
    shapes: [{ from: ["matrix"], to: "matrix" }],
    tex: factors((a) => `${a}^{-1}`),
    python: call("np.linalg.inv"),
  }),
  identity: whole("identity", "the identity matrix with as many rows as its argument has coordinates", {
    shapes: [{ from: ["vector"], to: "matrix" }],
    tex: () => atom("I"),
    python: around("np.eye(len(", "))"),
  }),
  eigmin: whole("eigmin", "smallest eigenvalue of a symmetric matrix", {
    shapes: [{ from: ["matrix"], to: "scalar" }],
    tex: named("h_{\\min}"),
    python: around("np.linalg.eigvalsh(", ")[0]"),
  }),
  append: whole(
    "append",
    "a history with a vector added at its end, the oldest one dropped when it is full",
    { is: "program", shapes: [{ from: ["history", "vector"], to: "history" }], tex: named("") },
  ),
  twoLoop: whole(
    "twoLoop",
    "L-BFGS's product of the approximate inverse Hessian with a vector, from histories of steps and of gradient changes",
    {
      is: "program",
      shapes: [{ from: ["vector", "history", "history"], to: "vector" }],
      tex: ([g, s, y]) => atom(`B\\left(${s!.text}, ${y!.text}\\right) ${g!.text}`),
      python: call("two_loop"),
    },
  ),
  polar: whole(
    "polar",
    "nearly the polar factor of a matrix, by five Newton-Schulz steps as in Muon: its singular vectors, its singular values near 1; the matrix is a vector read row by row, with so many rows",
    {
      is: "program",
      shapes: [{ from: ["vector", "scalar"], to: "vector" }],
      tex: ([v, rows]) => atom(`\\operatorname{polar}_{${rows!.text}}\\left(${v!.text}\\right)`),
    },
  ),
  backtrack: whole(
    "backtrack",
    "length of step along a direction, halved from 1 until the loss falls enough (Armijo); its evaluations are counted",
    {
      is: "trials",
      shapes: [{ from: ["vector"], to: "scalar" }],
      code: call("x.backtrack"),
      tex: named("\\operatorname{backtrack}"),
      python: call("backtrack"),
    },
  ),
} satisfies Record<string, Callable>;

/** What the code of functions on whole vectors and matrices calls `F`. */
export const F = { append, dot, eigmin, identity, inv, mean, mul, norm, outer, polar, solve, twoLoop };

export type FunctionName = keyof typeof FUNCTIONS;

/** Names of all functions, and of those that work number by number. */
export const FUNCTION_NAMES = Object.keys(FUNCTIONS) as readonly FunctionName[];
export const ELEMENTWISE: readonly FunctionName[] = FUNCTION_NAMES.filter(
  (name) => FUNCTIONS[name].shapes === undefined,
);
