import { Block, emit, literal, scalarEmitter } from "./code.ts";
import type { MathNode } from "./expression.ts";

/** A formula, compiled to a function of its variables in the order given. */
export function compileValue(node: MathNode, variables: readonly string[]): (w: ArrayLike<number>) => number {
  const block = new Block("x");
  const result = emit(node, scalarEmitter(block, coordinates(block, variables)));
  return build("w", [...block.lines, `return ${result};`]) as (w: ArrayLike<number>) => number;
}

/** Several formulas in the coordinates of w, compiled together: their common parts are computed once. */
export function compileMany(
  nodes: readonly MathNode[],
  variables: readonly string[],
): (w: Float64Array, out: Float64Array) => void {
  const block = new Block("x");
  const emitter = scalarEmitter(block, coordinates(block, variables));
  const stores = nodes.map((node, i) => `out[${i}] = ${emit(node, emitter)};`);
  return build("w, out", [...block.lines, ...stores]) as (w: Float64Array, out: Float64Array) => void;
}

function coordinates(block: Block, variables: readonly string[]): (name: string) => string | undefined {
  return (name) =>
    variables.includes(name) ? block.name(`w[${literal(variables.indexOf(name))}]`) : undefined;
}

/** The lines come from the allow-listed emitter alone: numbers, generated names and known operations. */
function build(parameters: string, lines: readonly string[]): unknown {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  return new Function(parameters, `"use strict";\n${lines.join("\n")}`);
}
