import { InputError } from "../errors.ts";
import { compileRule } from "../rules/compile.ts";
import { hyperparametersOf } from "../rules/hyperparameters.ts";
import { startRegisters } from "../rules/program.ts";
import type { Rule } from "../rules/rule.ts";

/** One step of a rule on the quadratic of one curvature, as a map of what the rule remembers: w first, then its states. */
export type StepMap = (
  hyper: Readonly<Record<string, number>>,
  curvature: number,
) => readonly (readonly number[])[];

/**
 * The matrix by which a rule's step multiplies what it remembers, measured by running its equations on unit vectors.
 * @throws InputError when the step is not linear, as with rules that scale by squared gradients
 */
export function stepMap(rule: Rule): StepMap {
  const program = compileRule(rule, 1);
  const size = 1 + Object.keys(rule.state).length;
  const names = Object.keys(rule.hyperparameters);
  const usual = hyperparametersOf(rule, {});
  const run = (memory: readonly number[], hyper: Readonly<Record<string, number>>, h: number): number[] => {
    const x = startRegisters(
      rule,
      [0],
      names.map((name) => hyper[name] ?? usual[name]!),
    );
    x.now.forEach((state, k) => (state as Float64Array).fill(memory[k]!));
    x.rate = rule.rate === undefined ? 0 : x.hyper[names.indexOf(rule.rate)]!;
    x.t = 1;
    program.lookAhead?.(x);
    const at = program.lookAhead === undefined ? (x.now[0] as Float64Array)[0]! : x.lookahead[0]!;
    x.g[0] = h * at;
    if (program.needsHessian) x.H[0] = h;
    program.step(x);
    return x.next.map((state) => (state as Float64Array)[0]!);
  };
  checkLinear(rule, size, (memory) => run(memory, {}, 0.7));
  return (hyper, curvature) => {
    const columns = Array.from({ length: size }, (_, k) => run(unit(size, k), hyper, curvature));
    return Array.from({ length: size }, (_, row) => columns.map((column) => column[row]!));
  };
}

function unit(size: number, k: number): number[] {
  return Array.from({ length: size }, (_, i) => (i === k ? 1 : 0));
}

function checkLinear(rule: Rule, size: number, run: (memory: readonly number[]) => number[]): void {
  const memory = Array.from({ length: size }, (_, k) => 1.3 - 0.7 * k);
  const parts = memory.map((x, k) => run(unit(size, k)).map((y) => x * y));
  const whole = run(memory);
  const sum = whole.map((_, row) => parts.reduce((total, part) => total + part[row]!, 0));
  const shapes = Object.values(rule.state).every(({ shape }) => shape === "vector");
  if (shapes && size <= 2 && whole.every((y, row) => Math.abs(y - sum[row]!) <= 1e-9 * (1 + Math.abs(y))))
    return;
  throw new InputError({
    what: `the step of ${rule.title} is not a linear map of w and one state`,
    cure: "take a rule such as gradientDescent, momentum, nesterov or qhm",
  });
}

/** The largest size of an eigenvalue of a matrix of one or two rows: by what a step shrinks errors in the long run. */
export function spectralRadius(matrix: readonly (readonly number[])[]): number {
  if (matrix.length === 1) return Math.abs(matrix[0]![0]!);
  const [[a, b], [c, d]] = matrix as [[number, number], [number, number]];
  const [half, determinant] = [(a + d) / 2, a * d - b * c];
  const under = half * half - determinant;
  return under < 0 ? Math.sqrt(determinant) : Math.abs(half) + Math.sqrt(under);
}
