import type { MathNode } from "mathjs";
import { remembered } from "../remembered.ts";
import { InputError } from "../errors.ts";
import { CONSTANTS } from "./expression.ts";
import { F } from "./functions.ts";
import { lineNode } from "./line.ts";
import type { History } from "./linear.ts";
import { codeOf, type Operation } from "./operation.ts";
import { partOf } from "./tree.ts";

/** A number, the entries of a vector or of a matrix (row by row), or vectors of past steps. */
export type Value = number | Float64Array | History;

/** Values by name. */
export type Values = Record<string, Value>;

/** An expression, ready to be computed from the values of its names; `x` has the line search of a rule. */
export type Computation = (values: Values, x?: { backtrack(direction: Float64Array): number }) => Value;

const computations = new Map<string, Computation>();

/**
 * Make an expression computable. Unlike compiled code, which takes time to make so as to be fast for a million
 * parameters, this is ready at once: thousands of wrong rules, each run for a few steps on two or three parameters,
 * share their lines.
 * @throws InputError when it is computed and a name has no value
 */
export function computationOf(text: string): Computation {
  return remembered(computations, text, () => computation(lineNode(text)));
}

function computation(node: MathNode): Computation {
  const part = partOf(node);
  if (part.kind === "number") return () => part.value;
  if (part.kind === "symbol") return readerOf(part.name);
  const value = valueOf(part.operation, inputsOf(part.name, part.args));
  const operands = part.args.map(computation);
  if (part.operation.shapes !== undefined)
    return (values, x) => value(x, ...operands.map((operand) => operand(values, x))) as Value;
  const f = value as Elementwise;
  return operands.length === 2 ? applyToTwo(f, operands[0]!, operands[1]!) : apply(f, operands);
}

function readerOf(name: string): Computation {
  const constant = Object.hasOwn(CONSTANTS, name) ? CONSTANTS[name] : undefined;
  return (values) => {
    const value = values[name] ?? constant;
    if (value !== undefined) return value;
    throw new InputError({ what: `${name} has no value here`, allowed: Object.keys(values).join(", ") });
  };
}

type Elementwise = (...numbers: number[]) => number;

type AnyFunction = (...operands: unknown[]) => unknown;

const functions = new Map<string, AnyFunction>();

/** The value of an operation on operands of these names (or literals), as a function made from its JavaScript. */
export function valueOf(operation: Operation, inputs: readonly string[]): AnyFunction {
  const names = namesOf(inputs);
  const parameters = operation.shapes === undefined ? names : ["x", ...names];
  const source = `return (${parameters.join(", ")}) => ${codeOf(operation, inputs)};`;
  return remembered(functions, source, () => {
    // oxlint-disable-next-line typescript/no-implied-eval
    return (new Function("F", source) as (functions: typeof F) => AnyFunction)(F);
  });
}

/** A name for each of some operands. */
export const namesOf = (operands: readonly unknown[]): string[] => operands.map((_, i) => `x${i}`);

/** Names for operands; a constant exponent stands itself, as small powers are products. */
function inputsOf(name: string, args: readonly MathNode[]): string[] {
  const exponent = name === "pow" ? partOf(args[1]!) : undefined;
  return exponent?.kind === "number" ? ["x0", String(exponent.value)] : namesOf(args);
}

const isNumber = (value: Value): value is number => typeof value === "number";

/** Apply a function of numbers entry by entry; a lone number goes with every entry. */
function apply(f: Elementwise, operands: readonly Computation[]): Computation {
  return (values, x) => {
    const computed = operands.map((operand) => operand(values, x)) as (number | Float64Array)[];
    const longest = computed.find((value) => !isNumber(value)) as Float64Array | undefined;
    if (longest === undefined) return f(...(computed as number[]));
    return longest.map((_, i) => f(...computed.map((value) => (isNumber(value) ? value : value[i]!))));
  };
}

/** The same for the two operands that most operations have. */
function applyToTwo(f: Elementwise, left: Computation, right: Computation): Computation {
  return (values, x) => {
    const [a, b] = [left(values, x), right(values, x)] as (number | Float64Array)[];
    if (isNumber(a!) && isNumber(b!)) return f(a, b);
    const out = new Float64Array((isNumber(a!) ? (b as Float64Array) : a!).length);
    for (let i = 0; i < out.length; i++) out[i] = f(isNumber(a!) ? a : a![i]!, isNumber(b!) ? b : b![i]!);
    return out;
  };
}
