import type { MathNode } from "mathjs";
import { literal } from "./code.ts";
import { Graph, operationOf, type Vertex, withArguments } from "./graph.ts";
import { codeOf } from "./operation.ts";

/** A formula, compiled to a function of its variables in the order given. */
export function compileValue(node: MathNode, variables: readonly string[]): (w: ArrayLike<number>) => number {
  const root = new Graph().expression(node);
  const program = programOf("w", [root], placesOf("w", variables), (_root, value) => `return ${value};`);
  return program as (w: ArrayLike<number>) => number;
}

/** Writes values at a point into `out`. */
export type Writer = (w: Float64Array, out: Float64Array) => void;

/**
 * Vertices of one graph, compiled together: their common parts are computed once.
 * @param indices for each vertex the positions in `out` that get its value
 * @param places for each symbol where it is read: `w[0]`
 * @param parameters the arrays that the function takes
 */
export function compileMany(
  indices: ReadonlyMap<Vertex, readonly number[]>,
  places: ReadonlyMap<string, string>,
  parameters = "w, out",
): Writer {
  const store = (vertex: Vertex, value: string): string =>
    indices
      .get(vertex)!
      .map((index) => `out[${index}] = ${value};`)
      .join(" ");
  return programOf(parameters, [...indices.keys()], places, store) as Writer;
}

/** Where symbols are read: one after the other in an array. */
export function placesOf(array: string, symbols: readonly string[]): Map<string, string> {
  return new Map(symbols.map((symbol, i) => [symbol, `${array}[${i}]`]));
}

/** Operations in one JavaScript function: far longer ones are not optimised. */
const MOST = 1000;

/**
 * A function that computes vertices operation by operation; where there are many operations, one that calls several
 * functions, which keep in `s` what later ones need. The lines come from the table of operations alone: numbers,
 * generated names, known operations and known places.
 */
function programOf(
  parameters: string,
  roots: readonly Vertex[],
  places: ReadonlyMap<string, string>,
  finish: (root: Vertex, value: string) => string,
): unknown {
  const order = withArguments(roots);
  const parts = Array.from({ length: Math.ceil(order.length / MOST) }, (_, i) =>
    order.slice(i * MOST, (i + 1) * MOST),
  );
  const kept = keptOf(parts);
  const isRoot = new Set(roots);
  const functions = parts.map((part, i) => {
    const lines: string[] = [];
    const names = new Map<Vertex, string>();
    const declare = (vertex: Vertex, code: string): string => {
      const name = `x${vertex.id}`;
      lines.push(`const ${name} = ${code};`);
      names.set(vertex, name);
      return name;
    };
    const read = (vertex: Vertex): string => {
      if (vertex.value !== undefined) return literal(vertex.value);
      return names.get(vertex) ?? declare(vertex, kept.get(vertex) ?? places.get(vertex.symbol!)!);
    };
    for (const vertex of part) {
      if (vertex.name !== undefined) {
        const name = declare(vertex, codeOf(operationOf(vertex), vertex.args.map(read)));
        if (kept.has(vertex)) lines.push(`${kept.get(vertex)!} = ${name};`);
      }
      if (isRoot.has(vertex)) lines.push(finish(vertex, read(vertex)));
    }
    return `function f${i}(${parameters}) {\n${lines.join("\n")}\n}`;
  });
  const calls = parts.map((_, i) => `return f${i}(${parameters});`.slice(i + 1 < parts.length ? 7 : 0));
  const whole = parts.length === 1 ? "f0" : `function (${parameters}) {\n${calls.join("\n")}\n}`;
  const source = [
    '"use strict";',
    `const s = new Float64Array(${kept.size});`,
    ...functions,
    `return ${whole};`,
  ];
  // oxlint-disable-next-line typescript/no-implied-eval
  return (new Function(source.join("\n")) as () => unknown)();
}

/** Where the results of each part are kept that later parts read. */
function keptOf(parts: readonly (readonly Vertex[])[]): Map<Vertex, string> {
  const kept = new Map<Vertex, string>();
  const own = new Set<Vertex>();
  for (const part of parts) {
    own.clear();
    for (const vertex of part) {
      own.add(vertex);
      for (const argument of vertex.args) {
        const isFar = argument.name !== undefined && !own.has(argument);
        if (isFar && !kept.has(argument)) kept.set(argument, `s[${kept.size}]`);
      }
    }
  }
  return kept;
}
