import type { ConditionalNode, ConstantNode, FunctionNode, OperatorNode, SymbolNode } from "mathjs";
import { CONSTANTS, type MathNode, symbolsOf } from "../../math/expression.ts";
import * as linear from "../../math/linear.ts";
import { nodeOf } from "../mutations/edit.ts";

/** A number, or the entries of a vector or of a matrix (row by row). */
export type Value = number | Float64Array;

/** Values by name. */
export type Values = Record<string, Value>;

/** An expression, ready to be computed from the values of its names. */
export type Computation = (values: Values) => Value;

const computations = new Map<string, Computation>();

/**
 * Make an expression computable. Unlike `compileRule`, which spends time to be fast for a million parameters, this is
 * ready at once: thousands of wrong rules, each run for a few steps on two or three parameters, share their lines.
 */
export function computationOf(text: string): Computation {
  const known = computations.get(text);
  if (known !== undefined) return known;
  const made = computation(nodeOf(text));
  computations.set(text, made);
  return made;
}

function computation(node: MathNode): Computation {
  switch (node.type) {
    case "ConstantNode": {
      const { value } = node as ConstantNode;
      return () => value;
    }
    case "SymbolNode": {
      const { name } = node as SymbolNode;
      const constant = CONSTANTS[name];
      return (values) => values[name] ?? constant ?? NaN;
    }
    case "ConditionalNode": {
      const { condition, trueExpr, falseExpr } = node as ConditionalNode;
      return apply((test, yes, no) => (test !== 0 ? yes : no), [condition, trueExpr, falseExpr]);
    }
    case "FunctionNode": {
      const { fn, args } = node as FunctionNode;
      const whole = WHOLE[fn.name];
      if (whole !== undefined) {
        const operands = args.map(computation);
        return (values) => {
          const computed = operands.map((operand) => operand(values));
          // A number in the place of a vector: wrong versions are run before they are known to be rules.
          return computed.every(isArray) ? whole(...computed) : NaN;
        };
      }
      return apply(ELEMENTWISE[fn.name] ?? (() => NaN), args);
    }
    default: {
      const { fn, args } = node as OperatorNode;
      return apply(ELEMENTWISE[fn] ?? (() => NaN), args);
    }
  }
}

function isArray(value: Value): value is Float64Array {
  return typeof value !== "number";
}

type Elementwise = (...numbers: number[]) => number;

const ELEMENTWISE: Readonly<Record<string, Elementwise>> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  pow: (a, b) => (b === 2 ? a * a : Math.pow(a, b)),
  unaryMinus: (a) => -a,
  unaryPlus: (a) => a,
  smaller: (a, b) => Number(a < b),
  smallerEq: (a, b) => Number(a <= b),
  larger: (a, b) => Number(a > b),
  largerEq: (a, b) => Number(a >= b),
  equal: (a, b) => Number(a === b),
  unequal: (a, b) => Number(a !== b),
  and: (a, b) => Number(a !== 0 && b !== 0),
  or: (a, b) => Number(a !== 0 || b !== 0),
  sech: (a) => 1 / Math.cosh(a),
  ...Object.fromEntries(
    (["sqrt", "abs", "exp", "log", "sin", "cos", "tan", "sinh", "cosh", "tanh", "sign"] as const).map(
      (name) => [name, (a: number) => Math[name](a)],
    ),
  ),
  floor: (a) => Math.floor(a),
  max: (...numbers) => Math.max(...numbers),
  min: (...numbers) => Math.min(...numbers),
};

const WHOLE: Readonly<Record<string, (...operands: Float64Array[]) => Value>> = {
  dot: (a, b) => linear.dot(a, b),
  norm: (a) => linear.norm(a),
  mean: (a) => linear.mean(a),
  outer: (a, b) => linear.outer(a, b, new Float64Array(a.length ** 2)),
  mul: (a, b) => linear.mul(a, b, new Float64Array(b.length)),
  solve: (a, b) => linear.solve(a, b, new Float64Array(b.length)),
  inv: (a) => linear.inv(a, new Float64Array(a.length)),
  identity: (a) => linear.identity(a, new Float64Array(a.length ** 2)),
  eigmin: (a) => linear.eigmin(a),
};

const symbols = new Map<string, ReadonlySet<string>>();

/** Does an expression read this name? */
export function reads(text: string, name: string): boolean {
  let known = symbols.get(text);
  if (known === undefined) symbols.set(text, (known = new Set(symbolsOf(nodeOf(text)))));
  return known.has(name);
}

/** The functions of whole vectors that `computationOf` knows. */
export const KNOWN_FUNCTIONS: readonly string[] = [...Object.keys(WHOLE), ...Object.keys(ELEMENTWISE)];

/** Apply a function of numbers entry by entry; a lone number goes with every entry. */
function apply(f: Elementwise, args: readonly MathNode[]): Computation {
  const operands = args.map(computation);
  if (operands.length === 2) return applyToTwo(f, operands[0]!, operands[1]!);
  return (values) => {
    const computed = operands.map((operand) => operand(values));
    const longest = computed.find(isArray);
    if (longest === undefined) return f(...(computed as number[]));
    return longest.map((_, i) => f(...computed.map((value) => (isArray(value) ? value[i]! : value))));
  };
}

/** The same for the two operands that most operations have. */
function applyToTwo(f: Elementwise, left: Computation, right: Computation): Computation {
  return (values) => {
    const [a, b] = [left(values), right(values)];
    if (typeof a === "number" && typeof b === "number") return f(a, b);
    const out = new Float64Array((typeof a === "number" ? (b as Float64Array) : a).length);
    for (let i = 0; i < out.length; i++) {
      out[i] = f(typeof a === "number" ? a : a[i]!, typeof b === "number" ? b : b[i]!);
    }
    return out;
  };
}
