/** How a function treats shapes: coordinate by coordinate, or vectors and matrices as wholes. */
export type Shape = "scalar" | "vector" | "matrix" | "history";

export interface FunctionInfo {
  readonly arguments: { readonly least: number; readonly most: number };
  readonly meaning: string;
  /** JavaScript of an elementwise function; absent for one that works on whole vectors or matrices. */
  readonly code?: (...args: string[]) => string;
  /** TeX of a call, given the TeX of its arguments. */
  readonly tex: (...args: string[]) => string;
  /** For whole-vector functions: which argument shapes give which result. */
  readonly shapes?: readonly { readonly from: readonly Shape[]; readonly to: Shape }[];
}

const one = { least: 1, most: 1 };
const two = { least: 2, most: 2 };
const oneNamed =
  (name: string): ((x: string) => string) =>
  (x) =>
    `${name}\\left(${x}\\right)`;

function elementwise(name: string, meaning: string, tex = oneNamed(`\\${name}`)): FunctionInfo {
  return { arguments: one, meaning, code: (x) => `Math.${name}(${x})`, tex };
}

function extreme(name: "max" | "min", meaning: string): FunctionInfo {
  return {
    arguments: { least: 2, most: 9 },
    meaning,
    code: (...xs) => `Math.${name}(${xs.join(", ")})`,
    tex: (...xs) => `\\${name}\\left(${xs.join(", ")}\\right)`,
  };
}

/** Every function an expression may call: elementwise ones first, then those on whole vectors and matrices. */
export const FUNCTIONS = {
  sqrt: elementwise("sqrt", "square root", (x) => `\\sqrt{${x}}`),
  abs: elementwise("abs", "absolute value", (x) => `\\left|${x}\\right|`),
  exp: elementwise("exp", "e to the power x", (x) => `e^{${x}}`),
  log: elementwise("log", "natural logarithm"),
  sin: elementwise("sin", "sine of an angle in radians"),
  cos: elementwise("cos", "cosine of an angle in radians"),
  tan: elementwise("tan", "tangent of an angle in radians"),
  sec: {
    arguments: one,
    meaning: "1 / cos(x)",
    code: (x: string) => `(1 / Math.cos(${x}))`,
    tex: oneNamed("\\sec"),
  },
  asin: elementwise("asin", "angle in radians whose sine is x", oneNamed("\\arcsin")),
  acos: elementwise("acos", "angle in radians whose cosine is x", oneNamed("\\arccos")),
  atan: elementwise("atan", "angle in radians whose tangent is x", oneNamed("\\arctan")),
  sinh: elementwise("sinh", "hyperbolic sine"),
  cosh: elementwise("cosh", "hyperbolic cosine"),
  tanh: elementwise("tanh", "hyperbolic tangent"),
  sech: {
    arguments: one,
    meaning: "1 / cosh(x)",
    code: (x: string) => `(1 / Math.cosh(${x}))`,
    tex: oneNamed("\\operatorname{sech}"),
  },
  sign: elementwise("sign", "-1, 0 or 1", oneNamed("\\operatorname{sign}")),
  floor: elementwise("floor", "largest whole number not above x", (x) => `\\lfloor ${x} \\rfloor`),
  max: extreme("max", "largest of its arguments, coordinate by coordinate"),
  min: extreme("min", "smallest of its arguments, coordinate by coordinate"),
  dot: {
    arguments: two,
    meaning: "dot product of two vectors",
    tex: (a: string, b: string) => `${a}^{\\top} ${b}`,
    shapes: [{ from: ["vector", "vector"], to: "scalar" }],
  },
  norm: {
    arguments: one,
    meaning: "Euclidean length of a vector",
    tex: (a: string) => `\\lVert ${a} \\rVert`,
    shapes: [{ from: ["vector"], to: "scalar" }],
  },
  mean: {
    arguments: one,
    meaning: "mean of a vector's coordinates",
    tex: (a: string) => `\\operatorname{mean}\\left(${a}\\right)`,
    shapes: [{ from: ["vector"], to: "scalar" }],
  },
  outer: {
    arguments: two,
    meaning: "outer product of two vectors, an n by n matrix",
    tex: (a: string, b: string) => `${a}\\, ${b}^{\\top}`,
    shapes: [{ from: ["vector", "vector"], to: "matrix" }],
  },
  mul: {
    arguments: two,
    meaning: "matrix times vector, or matrix times matrix",
    tex: (a: string, b: string) => `${a}\\, ${b}`,
    shapes: [
      { from: ["matrix", "vector"], to: "vector" },
      { from: ["matrix", "matrix"], to: "matrix" },
    ],
  },
  solve: {
    arguments: two,
    meaning: "the vector x with A x = b, by Gaussian elimination with partial pivoting",
    tex: (a: string, b: string) => `${a}^{-1} ${b}`,
    shapes: [{ from: ["matrix", "vector"], to: "vector" }],
  },
  inv: {
    arguments: one,
    meaning: "inverse of a matrix",
    tex: (a: string) => `${a}^{-1}`,
    shapes: [{ from: ["matrix"], to: "matrix" }],
  },
  identity: {
    arguments: one,
    meaning: "the identity matrix with as many rows as its argument has coordinates",
    tex: () => "I",
    shapes: [{ from: ["vector"], to: "matrix" }],
  },
  eigmin: {
    arguments: one,
    meaning: "smallest eigenvalue of a symmetric matrix",
    tex: (a: string) => `h_{\\min}\\left(${a}\\right)`,
    shapes: [{ from: ["matrix"], to: "scalar" }],
  },
  append: {
    arguments: two,
    meaning: "a history with a vector added at its end, the oldest one dropped when it is full",
    tex: (a: string, b: string) => `\\left(${a}, ${b}\\right)`,
    shapes: [{ from: ["history", "vector"], to: "history" }],
  },
  twoLoop: {
    arguments: { least: 3, most: 3 },
    meaning:
      "L-BFGS's product of the approximate inverse Hessian with a vector, from histories of steps and of gradient changes",
    tex: (g: string, s: string, y: string) => `B\\left(${s}, ${y}\\right) ${g}`,
    shapes: [{ from: ["vector", "history", "history"], to: "vector" }],
  },
  backtrack: {
    arguments: one,
    meaning:
      "length of step along a direction, halved from 1 until the loss falls enough (Armijo); its evaluations are counted",
    tex: (p: string) => `\\operatorname{backtrack}\\left(${p}\\right)`,
    shapes: [{ from: ["vector"], to: "scalar" }],
  },
} as const satisfies Record<string, FunctionInfo>;

export type FunctionName = keyof typeof FUNCTIONS;

/** Names of all functions, and of those that work number by number. */
export const FUNCTION_NAMES = Object.keys(FUNCTIONS) as readonly FunctionName[];
export const ELEMENTWISE: readonly FunctionName[] = FUNCTION_NAMES.filter(
  (name) => "code" in FUNCTIONS[name],
);
