import { remembered } from "../remembered.ts";
import type { MathNode } from "mathjs";
import { compileMany, compileValue, placesOf, type Writer } from "./compile.ts";
import { forwardOf, gradientOf } from "./derivatives.ts";
import { Graph, type Vertex } from "./graph.ts";

/** A formula as functions of a point: its value, and its gradient and Hessian (row by row) written into `out`. */
export interface Formula {
  readonly value: (w: Float64Array) => number;
  readonly gradient: (w: Float64Array, out: Float64Array) => void;
  readonly hessian: (w: Float64Array, out: Float64Array) => void;
}

/**
 * Compile a formula. The gradient is by backward automatic differentiation, the Hessian forward over it; both are made
 * when they are first asked for.
 * @param text the formula, for errors
 */
export function compileFormula(node: MathNode, variables: readonly string[], text: string): Formula {
  const graph = new Graph();
  const slopes = once(() => gradientOf(graph, graph.expression(node), variables, text));
  const gradient = once(() =>
    compileMany(indicesOf(slopes().map((slope, i) => [slope, i])), placesOf("w", variables)),
  );
  const hessian = once(() => writtenOut(graph, slopes(), variables) ?? byColumns(graph, slopes(), variables));
  return {
    value: compileValue(node, variables),
    gradient: (w, out) => gradient()(w, out),
    hessian: (w, out) => hessian()(w, out),
  };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Vertices with all the positions that get their values. */
function indicesOf(entries: readonly (readonly [Vertex, ...number[]])[]): Map<Vertex, number[]> {
  const indices = new Map<Vertex, number[]>();
  for (const [vertex, ...places] of entries) remembered(indices, vertex, () => []).push(...places);
  return indices;
}

/** Vertices that the entries of a Hessian may add to those of the gradient before it is computed column by column. */
const MOST_WRITTEN_OUT = 20_000;

/** Up to so many variables, what is 0 in a Hessian is written entry by entry too. */
const SMALL = 10;

/** Every entry that is not 0 with operations of its own; nothing where they would be too many. */
function writtenOut(
  graph: Graph,
  slopes: readonly Vertex[],
  variables: readonly string[],
): Writer | undefined {
  const n = variables.length;
  const before = graph.size;
  const entries: [Vertex, ...number[]][] = [];
  const forward = forwardOf(graph, slopes);
  for (let j = 0; j < n; j++) {
    forward(new Map([[graph.symbol(variables[j]!), graph.number(1)]])).forEach((change, i) => {
      if (i < j || (change === undefined && n > SMALL)) return;
      const entry = change ?? graph.number(0);
      entries.push(i === j ? [entry, i * n + i] : [entry, i * n + j, j * n + i]);
    });
    if (graph.size - before > MOST_WRITTEN_OUT) return undefined;
  }
  const write = compileMany(indicesOf(entries), placesOf("w", variables));
  if (n <= SMALL) return write;
  return (w, out) => {
    out.fill(0);
    write(w, out);
  };
}

/** Column by column: how the gradient changes along each variable, by one program for any direction. */
function byColumns(graph: Graph, slopes: readonly Vertex[], variables: readonly string[]): Writer {
  const n = variables.length;
  const names = variables.map((name) => `change of ${name}`);
  const directions = new Map(variables.map((name, i) => [graph.symbol(name), graph.symbol(names[i]!)]));
  const changes = forwardOf(
    graph,
    slopes,
  )(directions).flatMap((change, i): [Vertex, number][] => (change === undefined ? [] : [[change, i]]));
  const write = compileMany(
    indicesOf(changes),
    new Map([...placesOf("w", variables), ...placesOf("direction", names)]),
    "w, out, direction",
  ) as (w: Float64Array, out: Float64Array, direction: Float64Array) => void;
  const [direction, column] = [new Float64Array(n), new Float64Array(n)];
  return (w, out) => {
    for (let j = 0; j < n; j++) {
      direction.fill(0);
      direction[j] = 1;
      write(w, column, direction);
      out.set(column, j * n);
    }
  };
}
