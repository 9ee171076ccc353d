import type { MathNode } from "mathjs";
import { remembered } from "../remembered.ts";
import { namesOf, valueOf } from "./evaluate.ts";
import { CONSTANTS } from "./expression.ts";
import { FUNCTIONS } from "./functions.ts";
import type { Operation } from "./operation.ts";
import { OPERATORS } from "./operators.ts";
import { type OperationName, type NodePart, partOf } from "./tree.ts";

/** A vertex of a graph: a number, a symbol, or an operation on other vertices. */
export interface Vertex {
  /** Larger than those of its arguments. */
  readonly id: number;
  readonly value?: number;
  readonly symbol?: string;
  readonly name?: OperationName;
  readonly args: readonly Vertex[];
}

const ALL: Readonly<Record<string, Operation>> = { ...FUNCTIONS, ...OPERATORS };

/** What is known about the operation of a vertex. */
export const operationOf = ({ name }: Vertex): Operation => ALL[name!]!;

/** Expressions of numbers as a graph in which equal terms are one vertex, and what is constant is worked out. */
export class Graph {
  readonly #known = new Map<string, Vertex>();

  /** Number of vertices. */
  get size(): number {
    return this.#known.size;
  }

  number(value: number): Vertex {
    return this.#vertex(String(value), { value, args: [] });
  }

  symbol(symbol: string): Vertex {
    return this.#vertex(`$${symbol}`, { symbol, args: [] });
  }

  operation(name: OperationName, args: readonly Vertex[]): Vertex {
    const [a, b] = args as [Vertex, Vertex | undefined];
    const values = args.flatMap(({ value }) => value ?? []);
    if (values.length === args.length)
      return this.number(valueOf(ALL[name]!, namesOf(args))(...values) as number);
    if (name === "multiply" && a.value === 1) return b!;
    if (["multiply", "divide", "pow"].includes(name) && b!.value === 1) return a;
    const ids = args.map(({ id }) => id);
    if (name === "add" || name === "multiply") ids.sort((i, j) => i - j);
    return this.#vertex(`${name} ${ids.join(" ")}`, { name, args });
  }

  /** An expression that `parse` let through; `bindings` are vertices that stand for its symbols. */
  expression(root: MathNode, bindings: Readonly<Record<string, Vertex>> = {}): Vertex {
    const done = new Map<MathNode, Vertex>();
    for (const [node, part] of partsOf(root).reverse()) {
      if (part.kind === "number") done.set(node, this.number(part.value));
      else if (part.kind === "symbol") done.set(node, bindings[part.name] ?? this.#named(part.name));
      else {
        const args = part.args.map((argument) => done.get(argument)!);
        done.set(node, this.operation(part.name, args));
      }
    }
    return done.get(root)!;
  }

  #named(name: string): Vertex {
    return Object.hasOwn(CONSTANTS, name) ? this.number(CONSTANTS[name]!) : this.symbol(name);
  }

  #vertex(key: string, made: Omit<Vertex, "id">): Vertex {
    return remembered(this.#known, key, () => ({ id: this.#known.size, ...made }));
  }
}

/** The parts of a tree, each before its arguments and the last arguments first. A sum of many terms is a deep tree. */
function partsOf(root: MathNode): (readonly [MathNode, NodePart])[] {
  const parts: (readonly [MathNode, NodePart])[] = [];
  const stack = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const part = partOf(node);
    parts.push([node, part]);
    if (part.kind === "operation") stack.push(...part.args);
  }
  return parts;
}

/** The vertices from which some are computed, themselves included, each after its arguments. */
export function withArguments(roots: readonly Vertex[]): Vertex[] {
  const done = new Set<Vertex>();
  const stack = [...roots].reverse();
  for (let vertex = stack.at(-1); vertex !== undefined; vertex = stack.at(-1)) {
    const open = done.has(vertex) ? [] : vertex.args.filter((argument) => !done.has(argument));
    if (open.length > 0) {
      stack.push(...open.reverse());
      continue;
    }
    stack.pop();
    done.add(vertex);
  }
  return [...done];
}
