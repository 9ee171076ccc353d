import { remembered } from "../remembered.ts";
import { EquationError } from "../errors.ts";
import { locate } from "./expression.ts";
import { type Graph, operationOf, type Vertex, withArguments } from "./graph.ts";
import { lineNode } from "./line.ts";

/**
 * The derivatives of an expression with respect to each variable, added to its graph: backward automatic
 * differentiation, so that all of them together take a small multiple of the operations of the expression
 * (Griewank & Walther 2008, chapter 3).
 * @param text the expression, for errors
 * @throws EquationError where an operation has no derivative (max, sign, comparisons, conditionals)
 */
export function gradientOf(graph: Graph, root: Vertex, variables: readonly string[], text: string): Vertex[] {
  const symbols = variables.map((name) => graph.symbol(name));
  const parts = new Map<Vertex, Vertex[]>([[root, [graph.number(1)]]]);
  const gradient = new Map<Vertex, Vertex>();
  for (const vertex of withArguments([root]).sort((a, b) => b.id - a.id)) {
    if (vertex.value !== undefined) continue;
    const whole = parts.get(vertex)!.reduceRight((sum, part) => plus(graph, sum, part));
    gradient.set(vertex, whole);
    for (const argument of new Set(vertex.args)) {
      if (argument.value !== undefined) continue;
      const part = times(graph, whole, slopeOf(graph, vertex, argument) ?? refuse(vertex, symbols, text));
      remembered(parts, argument, () => []).push(part);
    }
  }
  return symbols.map((symbol) => gradient.get(symbol) ?? graph.number(0));
}

/** From the rate of change of each symbol that changes: that of each expression, or nothing where it does not change. */
export type Forward = (directions: ReadonlyMap<Vertex, Vertex>) => (Vertex | undefined)[];

/** How expressions change when their symbols do: forward automatic differentiation, along the terms that change alone. */
export function forwardOf(graph: Graph, roots: readonly Vertex[]): Forward {
  const users = new Map<Vertex, Vertex[]>();
  for (const vertex of withArguments(roots)) {
    users.set(vertex, []);
    for (const argument of new Set(vertex.args)) users.get(argument)!.push(vertex);
  }
  return (directions) => {
    const changes = new Map<Vertex, Vertex>(directions);
    for (const vertex of reached(directions.keys(), users)) {
      const parts = [...new Set(vertex.args)].flatMap((argument) => {
        const change = changes.get(argument);
        return change === undefined ? [] : [times(graph, change, slopeOf(graph, vertex, argument)!)];
      });
      if (parts.length === 0) continue;
      const change = parts.reduce((sum, part) => plus(graph, sum, part));
      if (change.value !== 0) changes.set(vertex, change);
    }
    return roots.map((root) => changes.get(root));
  };
}

/** What is computed from some vertices, each after its arguments. */
function reached(from: Iterable<Vertex>, users: ReadonlyMap<Vertex, readonly Vertex[]>): Vertex[] {
  const found = new Set<Vertex>();
  const open = [...from];
  for (let vertex = open.pop(); vertex !== undefined; vertex = open.pop()) {
    for (const user of users.get(vertex) ?? []) {
      if (found.has(user)) continue;
      found.add(user);
      open.push(user);
    }
  }
  return [...found].sort((a, b) => a.id - b.id);
}

/** The derivative of an operation with respect to one of its arguments, in all its places; nothing where it has none. */
function slopeOf(graph: Graph, vertex: Vertex, argument: Vertex): Vertex | undefined {
  const { slopes } = operationOf(vertex);
  const [a, b] = vertex.args as [Vertex, Vertex | undefined];
  const bindings = b === undefined ? { a } : { a, b };
  return slopes
    ?.filter((_, i) => vertex.args[i] === argument)
    .map((text) => graph.expression(lineNode(text), bindings))
    .reduce((sum, slope) => plus(graph, sum, slope));
}

function refuse(vertex: Vertex, symbols: readonly Vertex[], text: string): never {
  const below = new Set(withArguments([vertex]));
  const variable = symbols.find((symbol) => below.has(symbol))!.symbol!;
  const name = vertex.name!;
  throw new EquationError(text, locate(text, name), {
    what: `this can't be differentiated with respect to ${variable} (${name} has no derivative everywhere)`,
    allowed: "sums, products, powers and smooth functions such as sqrt, exp, log, sin, cos, tanh",
  });
}

function plus(graph: Graph, a: Vertex, b: Vertex): Vertex {
  if (a.value === 0) return b;
  if (b.value === 0) return a;
  if (a === b) return times(graph, graph.number(2), a);
  return b.name === "unaryMinus"
    ? graph.operation("subtract", [a, b.args[0]!])
    : graph.operation("add", [a, b]);
}

/** A product, written as short as it can be: its sign and its constant before it, and 1/a times b as b/a. */
function times(graph: Graph, a: Vertex, b: Vertex): Vertex {
  if (a.value === 0 || b.value === 0) return graph.number(0);
  if (a.value !== undefined && b.value !== undefined) return graph.number(a.value * b.value);
  if (b.value !== undefined) return times(graph, b, a);
  if (a.value === -1) return negative(graph, b);
  if (a.name === "unaryMinus") return negative(graph, times(graph, a.args[0]!, b));
  if (b.name === "unaryMinus") return negative(graph, times(graph, a, b.args[0]!));
  if (isInverse(b)) return graph.operation("divide", [a, b.args[1]!]);
  if (isInverse(a)) return graph.operation("divide", [b, a.args[1]!]);
  const [[p, u], [q, v]] = [factorsOf(a), factorsOf(b)];
  if (p !== undefined && q !== undefined && isShort(p * q)) {
    const rest = u === undefined ? v! : v === undefined ? u : times(graph, u, v);
    return graph.operation("multiply", [graph.number(p * q), rest]);
  }
  return graph.operation("multiply", [a, b]);
}

function negative(graph: Graph, a: Vertex): Vertex {
  return a.name === "unaryMinus" ? a.args[0]! : graph.operation("unaryMinus", [a]);
}

/** The constant before a product, and the rest. */
function factorsOf(a: Vertex): readonly [number | undefined, Vertex | undefined] {
  if (a.value !== undefined) return [a.value, undefined];
  const [first, rest] = a.args;
  return a.name === "multiply" && first!.value !== undefined ? [first!.value, rest] : [undefined, a];
}

const isInverse = ({ name, args }: Vertex): boolean => name === "divide" && args[0]!.value === 1;

/** Whether a product of constants is as short to write as a person would write it: then nothing is lost. */
const isShort = (value: number): boolean => Number.isInteger(value) || String(value).length <= 8;
