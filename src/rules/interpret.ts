import { computationOf, type Value, type Values } from "../math/evaluate.ts";
import type { History } from "../math/linear.ts";
import { type Memory, type Program, type Registers, usesSymbol } from "./program.ts";
import type { Rule } from "./rule.ts";

/** The program of a rule, interpreted line by line: slower than a compiled one, but ready at once. */
export function interpretRule(rule: Rule): Program {
  const remembered = ["w", ...Object.keys(rule.state)];
  const hyper = Object.keys(rule.hyperparameters);
  const lines = Object.entries(rule.equations).map(([name, { text, shape }]) => {
    return { name, shape, compute: computationOf(text) };
  });
  const isScalar = remembered.map((name) => rule.state[name]?.shape === "scalar");
  const values: Values = {};
  const read = (x: Registers): void => {
    const { g, H, lookahead, t, rate, loss } = x;
    Object.assign(values, { n: g.length, g, H, lookahead, t, rate, loss });
    hyper.forEach((name, i) => (values[name] = x.hyper[i]!));
    remembered.forEach((name, i) => {
      values[name] = isScalar[i] === true ? (x.now[i] as Float64Array)[0]! : x.now[i]!;
    });
  };
  const place = computationOf(rule.gradientAt);
  return {
    needsHessian: usesSymbol(rule, "H"),
    lookAhead:
      rule.gradientAt === "w"
        ? undefined
        : (x) => {
            read(x);
            write(x.lookahead, place(values, x));
          },
    step(x) {
      read(x);
      for (const { name, shape, compute } of lines) {
        const value = compute(values, x);
        const spreads = typeof value === "number" && shape !== "scalar";
        values[name] = spreads ? new Float64Array(entries(shape, x)).fill(value) : value;
      }
      remembered.forEach((name, i) => (x.next[i] = kept(x.next[i]!, values[name]!)));
      return x.next.every(isFinite);
    },
  };
}

const entries = (shape: string, { g }: Registers): number => (shape === "vector" ? g.length : g.length ** 2);

/** What a step leaves in a register: its numbers in the register's own array, or a new history. */
function kept(register: Memory, value: Value): Memory {
  return register instanceof Float64Array ? write(register, value) : (value as History);
}

function write(register: Float64Array, value: Value): Float64Array {
  if (typeof value === "number") register.fill(value);
  else register.set(value as Float64Array);
  return register;
}

const isFinite = (memory: Memory): boolean =>
  !(memory instanceof Float64Array) || memory.every((x) => Number.isFinite(x));
