import type {
  ConditionalNode,
  ConstantNode,
  FunctionNode,
  MathNode,
  OperatorNode,
  ParenthesisNode,
  SymbolNode,
} from "mathjs";
import { CONSTANTS } from "./expression.ts";
import { FUNCTIONS, type FunctionInfo, type FunctionName } from "./functions.ts";

/**
 * A run of `const` statements in JavaScript. Every operation gets one name, and the same operation on the same
 * operands is written once, so gradients and Hessians share their common parts.
 */
export class Block {
  readonly lines: string[] = [];
  readonly #names = new Map<string, string>();
  readonly #prefix: string;

  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  /** The name that holds the value of `code`, declared when it is new. */
  name(code: string): string {
    const known = this.#names.get(code);
    if (known !== undefined) return known;
    const name = `${this.#prefix}${this.#names.size}`;
    this.#names.set(code, name);
    this.lines.push(`const ${name} = ${code};`);
    return name;
  }
}

const INFIX: Readonly<Record<string, string>> = {
  add: "+",
  subtract: "-",
  multiply: "*",
  divide: "/",
  smaller: "<",
  smallerEq: "<=",
  larger: ">",
  largerEq: ">=",
  equal: "===",
  unequal: "!==",
  and: "&&",
  or: "||",
};

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
  switch (node.type) {
    case "ParenthesisNode":
      return emit((node as ParenthesisNode).content, emitter);
    case "ConstantNode":
      return literal((node as ConstantNode).value);
    case "SymbolNode":
      return emitter.symbol((node as SymbolNode).name);
    case "ConditionalNode": {
      const { condition, trueExpr, falseExpr } = node as ConditionalNode;
      const [test, yes, no] = [condition, trueExpr, falseExpr].map((part) => emit(part, emitter)) as [
        string,
        string,
        string,
      ];
      return emitter.operation(`${test} ? ${yes} : ${no}`, [test, yes, no]);
    }
    case "FunctionNode": {
      const { fn, args } = node as FunctionNode;
      const name = fn.name as FunctionName;
      const { code }: FunctionInfo = FUNCTIONS[name];
      if (code === undefined) return emitter.call(node);
      const operands = args.map((argument) => emit(argument, emitter));
      return emitter.operation(code(...operands), operands);
    }
    default:
      return emitOperator(node as OperatorNode, emitter);
  }
}

function emitOperator({ fn, args }: OperatorNode, emitter: Emitter): string {
  const operands = args.map((argument) => emit(argument, emitter));
  const [left, right] = operands as [string, string];
  if (fn === "unaryPlus") return left;
  if (fn === "unaryMinus") return emitter.operation(`-${left}`, operands);
  if (fn === "pow") return emitPower(left, right, emitter);
  return emitter.operation(`${left} ${INFIX[fn]!} ${right}`, operands);
}

/** Small whole powers are products; the rest is Math.pow. */
function emitPower(base: string, exponent: string, emitter: Emitter): string {
  const square = (): string => emitter.operation(`${base} * ${base}`, [base]);
  switch (exponent) {
    case "1":
      return base;
    case "2":
      return square();
    case "3": {
      const squared = square();
      return emitter.operation(`${squared} * ${base}`, [squared, base]);
    }
    case "4": {
      const squared = square();
      return emitter.operation(`${squared} * ${squared}`, [squared]);
    }
    default:
      return emitter.operation(`Math.pow(${base}, ${exponent})`, [base, exponent]);
  }
}

/** A number as JavaScript source; negative ones in parentheses. */
export function literal(value: number): string {
  return value < 0 || Object.is(value, -0) ? `(${value})` : String(value);
}

/** An emitter for expressions of plain numbers: each symbol is read through `read`, all operations go into one block. */
export function scalarEmitter(block: Block, read: (name: string) => string | undefined): Emitter {
  return {
    symbol: (name) => read(name) ?? literal(CONSTANTS[name]!),
    operation: (code) => block.name(code),
    call: (node) => {
      throw new TypeError(
        `${node.toString()} works on whole vectors and has no place in an expression of numbers`,
      );
    },
  };
}
