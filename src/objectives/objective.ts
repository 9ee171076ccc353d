import { counted } from "../counted.ts";
import { checkNames, type Names } from "../arguments.ts";
import { EquationError, InputError } from "../errors.ts";
import { compileFormula } from "../math/formula.ts";
import { type MathNode, parse, symbolsOf } from "../math/expression.ts";
import { derivativeText } from "../math/symbolic.ts";
import { shownObjective } from "./shown.ts";

/** A point or a gradient: one number per parameter. */
export type Vector = Float64Array;

/** What is known about a surface beyond its formula. */
export interface Landmarks {
  /** Points of least loss; none where there is no minimum. */
  readonly minima?: readonly (readonly number[])[];
  /** Points of least loss nearby, where there is a lower one elsewhere. */
  readonly localMinima?: readonly (readonly number[])[];
  /** The least loss; -Infinity where the surface is unbounded below. */
  readonly least?: number;
  /** A usual starting point. */
  readonly start?: readonly number[];
  /** Per parameter, the range worth drawing. */
  readonly view?: readonly (readonly [number, number])[];
  /** Where the surface comes from. */
  readonly source?: string;
}

/**
 * A function to descend. `gradient` and `hessian` write into `out`; `t` is the step (from 1) for objectives
 * whose gradient changes from step to step, such as noisy or mini-batch ones.
 */
export interface Objective extends Landmarks {
  readonly name: string;
  /** Number of parameters. */
  readonly dimension: number;
  value(w: Vector): number;
  gradient(w: Vector, out: Vector, t: number): void;
  /** The n by n Hessian, row by row. */
  hessian?(w: Vector, out: Vector): void;
}

/** An objective given by a formula: it can be printed, differentiated and sent to a page. */
export interface ExpressionObjective extends Objective {
  /** The formula in mathjs syntax, for example `"0.05*x^2 + y^2"`. */
  readonly expression: string;
  /** The order of the variables in w. */
  readonly variables: readonly string[];
  /** Formulas of the first derivatives, in the order of the variables; of a long formula, a sentence in their place. */
  readonly derivatives: readonly string[];
  hessian(w: Vector, out: Vector): void;
}

export interface ObjectiveOptions extends Landmarks {
  readonly name?: string;
  /** Order of the variables; by default x, y, z first and others alphabetically. */
  readonly variables?: readonly string[];
}

/**
 * An objective from a formula in any number of variables. Gradient and Hessian are exact, by automatic differentiation.
 *
 * @param expression mathjs syntax: `+ - * / ^`, pi, e, and the functions {ELEMENTWISE}
 * @throws EquationError when the formula can't be read or differentiated, or is too long
 * @example
 * const valley = objective("0.05*x^2 + y^2");
 * valley.value(Float64Array.of(-8, 1.5)) // 5.45
 */
export function objective(expression: string, options: ObjectiveOptions = {}): ExpressionObjective {
  if (typeof expression !== "string")
    throw new InputError({
      what: "objective takes a formula as text",
      got: expression,
      cure: 'for example: objective("x^2 + y^2")',
    });
  checkNames(options, "objective", NAMES, '{ name: "bowl", start: [1, 1] }');
  const bareWord = /^\s*[A-Za-z]{3,40}\s*$/.exec(expression)?.[0].trim();
  if (bareWord !== undefined && options.variables === undefined)
    throw new InputError({
      what: `"${bareWord}" is one word, and no formula`,
      cure: 'a surface of the library is written without quotes, as in beale, and a formula so: "x^2 + y^2"',
    });
  const made = knownObjective(expression, options);
  // A formula that can't be differentiated is told here, and not at the first step.
  made.gradient(new Float64Array(made.dimension), new Float64Array(made.dimension), 1);
  checkLandmarks(made);
  return made;
}

const NAMES: Names<ObjectiveOptions> = {
  name: true,
  variables: true,
  minima: true,
  localMinima: true,
  least: true,
  start: true,
  view: true,
  source: true,
};

/** @throws InputError when a landmark has other than one number, or one range, for each variable */
function checkLandmarks(on: ExpressionObjective): void {
  const { variables } = on;
  const n = variables.length;
  const isPoint = (point: unknown): boolean =>
    Array.isArray(point) && point.length === n && point.every((x) => Number.isFinite(x));
  const isRange = (range: unknown): boolean =>
    Array.isArray(range) && range.length === 2 && range.every(Number.isFinite) && range[0] < range[1];
  const isListOf = (test: (item: unknown) => boolean, list: unknown): boolean =>
    Array.isArray(list) && list.every(test);
  const point = `[${variables.map(() => 0).join(", ")}]`;
  const fault = (name: keyof Landmarks, what: string, example: string): InputError =>
    new InputError({
      what: `${name} must be ${what} (${variables.join(", ")})`,
      got: on[name],
      cure: `for example: ${name}: ${example}`,
    });
  if (on.start !== undefined && !isPoint(on.start))
    throw fault("start", "one number for each variable", `[${variables.map(() => 1).join(", ")}]`);
  for (const name of ["minima", "localMinima"] as const)
    if (on[name] !== undefined && !isListOf(isPoint, on[name]))
      throw fault(name, "points, each with one number for each variable", `[${point}]`);
  if (on.view !== undefined && !(on.view.length === n && isListOf(isRange, on.view)))
    throw fault("view", "one range for each variable", `[${variables.map(() => "[-2, 2]").join(", ")}]`);
}

/** The same for formulas known to be good: the derivatives are worked out when they are first needed. */
export function knownObjective(expression: string, options: ObjectiveOptions): ExpressionObjective {
  const { name = expression, variables: given, ...landmarks } = options;
  if (given !== undefined && !(Array.isArray(given) && given.every((one) => typeof one === "string")))
    throw new InputError({
      what: "variables must be a list of names",
      got: given,
      cure: 'for example: variables: ["x"]',
    });
  const node = parse(expression, { symbols: given });
  const variables = given ?? variablesOf(node, expression);
  const made: Omit<ExpressionObjective, "derivatives"> = {
    ...landmarks,
    name,
    expression,
    variables,
    dimension: variables.length,
    ...compileFormula(node, variables, expression),
  };
  return shownObjective(Object.defineProperty(made, "derivatives", DERIVATIVES) as ExpressionObjective);
}

/** An objective with something changed. Unlike a copy it leaves to be worked out what is worked out when it is read. */
export function withChanges<O extends Objective>(on: O, changes: Partial<Landmarks & { name: string }>): O {
  return Object.create(on, Object.getOwnPropertyDescriptors(changes)) as O;
}

/** Worked out when they are read. One function for all objectives: with one for each, V8 would read all of them slowly. */
const DERIVATIVES: PropertyDescriptor & ThisType<ExpressionObjective> = {
  enumerable: true,
  get() {
    return this.variables.map((variable) => derivativeText(this.expression, variable));
  },
};

/** The variables of a formula in the order they take in w: x, y, z first, then alphabetically. */
function variablesOf(node: MathNode, expression: string): string[] {
  const names = symbolsOf(node);
  if (names.length === 0)
    throw new EquationError(
      expression,
      { position: 0, length: expression.length },
      { what: "this has no variable to descend in", cure: 'write one, as in "x^2"' },
    );
  const rank = (name: string): string => (["x", "y", "z"].includes(name) ? `0${name}` : `1${name}`);
  return names.sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

/** A function and its gradient as a student writes them: arrays in, arrays out, or written into `out`. */
export interface PlainObjective {
  readonly name?: string;
  value(w: Vector): number;
  gradient(w: Vector, out: Vector, t: number): ArrayLike<number> | void; // oxlint-disable-line typescript/no-invalid-void-type
  hessian?(w: Vector, out: Vector): void;
}

function isListOf(count: number, value: unknown): boolean {
  return (Array.isArray(value) || ArrayBuffer.isView(value)) && (value as ArrayLike<number>).length === count;
}

/** Is this already an objective of the library? */
export function isObjective(candidate: Objective | PlainObjective): candidate is Objective {
  return "dimension" in candidate;
}

/**
 * Turn any object with `value` and `gradient` into an objective.
 * @param dimension number of parameters
 * @throws InputError when a returned gradient has the wrong length
 */
export function asObjective(plain: Objective | PlainObjective | string, dimension: number): Objective {
  if (typeof plain === "string") return asObjective(objective(plain), dimension);
  if (isObjective(plain)) {
    if (plain.dimension === dimension) return plain;
    throw new InputError({
      what: `the start must have one number per parameter of ${plain.name}`,
      got: dimension,
      allowed: counted(plain.dimension, "number"),
    });
  }
  return {
    ...plain,
    name: plain.name ?? "a function",
    dimension,
    value: (w) => plain.value(w),
    gradient(w, out, t) {
      const returned = plain.gradient(w, out, t);
      if (returned === undefined) return;
      if (!isListOf(dimension, returned))
        throw new InputError({
          what: "a gradient must have one number per parameter",
          got: returned,
          allowed: `a list of ${counted(dimension, "number")}`,
        });
      out.set(returned);
    },
  };
}
