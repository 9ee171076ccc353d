import type { MathNode } from "mathjs";
import { remembered } from "../remembered.ts";
import { codeOf } from "./operation.ts";
import { partOf } from "./tree.ts";

/**
 * A run of `const` statements in JavaScript. Every operation gets one name, and the same operation on the same
 * operands is written once, so gradients and Hessians share their common parts.
 */
export class Block {
  readonly lines: string[] = [];
  readonly #names = new Map<string, string>();

  constructor(private readonly prefix: string) {}

  /** The name that holds the value of `code`, declared when it is new. */
  name(code: string): string {
    return remembered(this.#names, code, () => {
      const name = `${this.prefix}${this.#names.size}`;
      this.lines.push(`const ${name} = ${code};`);
      return name;
    });
  }
}

/** Where an expression's symbols and operations go. */
export interface Emitter {
  /** JavaScript that reads a symbol. */
  symbol(name: string): string;
  /** The name that holds the value of an operation on operands already emitted. */
  operation(code: string, operands: readonly string[]): string;
  /** A call of a function on whole vectors or matrices. */
  call(node: MathNode): string;
}

/** Emit a checked expression; returns the JavaScript name or literal that holds its value. */
export function emit(node: MathNode, emitter: Emitter): string {
  const part = partOf(node);
  if (part.kind === "number") return literal(part.value);
  if (part.kind === "symbol") return emitter.symbol(part.name);
  const { operation, args } = part;
  if (operation.shapes !== undefined) return emitter.call(part.node);
  const operands = args.map((argument) => emit(argument, emitter));
  return emitter.operation(codeOf(operation, operands), operands);
}

/** A number as JavaScript source; negative ones in parentheses. */
export function literal(value: number): string {
  return value < 0 ? `(${value})` : String(value);
}
