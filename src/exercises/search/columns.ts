import { remembered } from "../../remembered.ts";
import { SingularMatrixError, solve as solveInto } from "../../math/linear.ts";
import { ACTIONS } from "./actions.ts";
import { apply, mapped, type Tree } from "./tree.ts";

/** The numbers of one quantity in all cases, coordinate after coordinate. */
export type Column = Float64Array;

/** What computes in one of the cases what needs all its coordinates. */
interface Tools {
  readonly gradient?: (index: number, at: Float64Array) => ArrayLike<number>;
  readonly hessian?: (index: number) => Float64Array;
}

/** Where in the columns each case stands, and what is known there. */
export class Columns {
  readonly length: number;
  /** The first entry of each case, and behind the last one. */
  readonly starts: readonly number[];
  readonly #values: ReadonlyMap<string, Column>;
  readonly #known = new Map<Tree, Column>();
  readonly #tools: Tools;

  constructor(starts: readonly number[], values: ReadonlyMap<string, Column>, tools: Tools = {}) {
    this.starts = starts;
    this.length = starts.at(-1)!;
    this.#values = values;
    this.#tools = tools;
  }

  /** The same cases with some quantities more, or others. */
  with(more: ReadonlyMap<string, Column>): Columns {
    return new Columns(this.starts, new Map([...this.#values, ...more]), this.#tools);
  }

  /** One of the cases by itself. */
  only(index: number): Columns {
    const [from, to] = [this.starts[index]!, this.starts[index + 1]!];
    const { gradient, hessian } = this.#tools;
    return new Columns(
      [0, to - from],
      new Map([...this.#values].map(([name, column]) => [name, column.subarray(from, to)])),
      {
        ...(gradient === undefined ? {} : { gradient: (_, at) => gradient(index, at) }),
        ...(hessian === undefined ? {} : { hessian: () => hessian(index) }),
      },
    );
  }

  /** The values of a name. */
  value(name: string): Column | undefined {
    return this.#values.get(name);
  }

  /** Compute and remember: for what many changed trees share. */
  prepare(tree: Tree): Column {
    return remembered(this.#known, tree, () => {
      for (const arg of tree.args) this.prepare(arg);
      return this.compute(tree);
    });
  }

  compute(tree: Tree): Column {
    const known = this.#known.get(tree);
    if (known !== undefined) return known;
    const { op, args } = tree;
    if (op === "number") return new Float64Array(this.length).fill(tree.value!);
    if (op === "name") return this.#values.get(tree.name!) ?? new Float64Array(this.length).fill(NaN);
    const action = ACTIONS[op];
    if (action?.each !== undefined) {
      const a = this.compute(args[0]!);
      const [b, c] = [args[1], args[2]].map((arg) => (arg === undefined ? a : this.compute(arg))) as [
        Column,
        Column,
      ];
      const out = new Float64Array(this.length);
      const { each } = action;
      for (let i = 0; i < out.length; i++) out[i] = each(a[i]!, b[i]!, c[i]!);
      return out;
    }
    if (action?.both !== undefined) {
      const [a, b] = [this.compute(args[0]!), this.compute(args[1]!)];
      const out = new Float64Array(this.length);
      for (let k = 0; k + 1 < this.starts.length; k++)
        action.both(a, b, this.starts[k]!, this.starts[k + 1]!, out);
      return out;
    }
    return this.#whole(op, this.compute(args.at(-1)!), args[0]!.value);
  }

  #whole(op: string, values: Column, lift: number | undefined): Column {
    const out = new Float64Array(this.length);
    const whole = ACTIONS[op]?.whole;
    for (let index = 0; index + 1 < this.starts.length; index++) {
      const [from, to] = [this.starts[index]!, this.starts[index + 1]!];
      if (whole !== undefined) whole(values, from, to, out);
      else out.set(this.#tool(op, index, values.slice(from, to), lift), from);
    }
    return out;
  }

  #tool(op: string, index: number, values: Float64Array, lift: number | undefined): ArrayLike<number> {
    if (op === "gradient") return this.#tools.gradient!(index, values);
    const n = values.length;
    const H = this.#tools.hessian!(index);
    if (op === "solve") return solved(H, values);
    if (op === "solveLifted") return solved(H.map((h, k) => (k % (n + 1) === 0 ? h + lift! : h)), values); // prettier-ignore
    if (op === "solveDown") return substituted(H, values);
    if (op === "mul" || op === "solveEntries") {
      return values.map((_, i) =>
        values.reduce((sum, x, j) => sum + (op === "mul" ? H[i * n + j]! * x : x / H[i * n + j]!), 0),
      );
    }
    throw new Error(`nothing computes ${op}`);
  }
}

/** Equations solved row by row, each with the unknowns of those before it alone. */
function substituted(H: Float64Array, b: Float64Array): Float64Array {
  const n = b.length;
  const x = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let rest = b[i]!;
    for (let j = 0; j < i; j++) rest -= H[i * n + j]! * x[j]!;
    x[i] = rest / H[i * n + i]!;
  }
  return x;
}

function solved(H: Float64Array, b: Float64Array): ArrayLike<number> {
  try {
    return solveInto(H, b, new Float64Array(b.length));
  } catch (error) {
    if (error instanceof SingularMatrixError) return b.map(() => NaN);
    throw error;
  }
}

const TOLERANCE = 1e-6;

/** Are these the same numbers? NaN is NaN, and infinite is infinite. */
export function sameNumber(a: number, b: number): boolean {
  if (Object.is(a, b) || a === b) return true;
  if (!Number.isFinite(a) || !Number.isFinite(b)) return false;
  return Math.abs(a - b) <= TOLERANCE * Math.max(1e-2, Math.abs(a), Math.abs(b));
}

/** Are these lists of the same numbers? */
export function sameNumbers(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  return a.length === b.length && Array.from(a).every((x, i) => sameNumber(x, b[i]!));
}

/** The first entry in which two columns differ; -1 when they are the same. */
export function firstDifference(a: Column, b: Column): number {
  for (let i = 0; i < a.length; i++) if (!sameNumber(a[i]!, b[i]!)) return i;
  return -1;
}

/** So many numbers at least must have come to be explained. */
const LEAST_NUMBERS = 5;

/** Did enough numbers come to explain them, in the entries in which `where` is not 0? */
export function hasNumbers(got: Column, where?: Column): boolean {
  let count = 0;
  for (let i = 0; i < got.length; i++) if (where?.[i] !== 0 && Number.isFinite(got[i])) count += 1;
  return count >= LEAST_NUMBERS;
}

/** How many entries an explanation may leave open. */
const OPEN = 3;

/**
 * Do computed numbers explain those that came? Where they divide by 0 an answer may have guarded itself against it: there,
 * in a few entries, anything goes.
 * @param where only the entries in which this is not 0 are compared
 */
export function explains(computed: Column, got: Column, where?: Column): boolean {
  let open = 0;
  for (let i = 0; i < computed.length; i++) {
    if (where?.[i] === 0 || sameNumber(computed[i]!, got[i]!)) continue;
    if (Number.isFinite(computed[i]) || !Number.isFinite(got[i]) || ++open > OPEN) return false;
  }
  return true;
}

/** What an expression is where `where` is not 0: of a choice that comes out one way there, what is chosen, and no term that is 0. */
export function takenWhere(tree: Tree, columns: Columns, where: Column): Tree {
  const isTaken = (part: Tree, whole: Column): boolean => {
    const computed = columns.compute(part);
    return whole.every((x, i) => where[i] === 0 || x === computed[i]);
  };
  return mapped(tree, (node) => {
    const one = node.op === "multiply" ? node.args.findIndex(({ value }) => value === 1) : -1;
    if (one >= 0) return node.args[1 - one]!;
    const choices = CHOICES[node.op]?.map((i) => node.args[i]!);
    const whole = choices && columns.compute(node);
    const isNegated = node.op === "subtract" && isTaken(apply("unaryMinus", node.args[1]!), whole!);
    const negated = isNegated ? apply("unaryMinus", node.args[1]!) : node;
    return choices?.find((part) => isTaken(part, whole!)) ?? negated;
  });
}

const CHOICES: Readonly<Record<string, readonly number[]>> = {
  min: [0, 1],
  max: [0, 1],
  conditional: [1, 2],
  where: [1, 2],
  add: [0, 1],
  subtract: [0],
};
