import {
  type ConstantNode,
  create,
  derivativeDependencies,
  type FactoryFunctionMap,
  type FunctionNode,
  type MathNode,
  type OperatorNode,
  type ParenthesisNode,
  parseDependencies,
  simplifyCoreDependencies,
  type SymbolNode,
} from "mathjs";
import { didYouMean, EquationError } from "../errors.ts";
import { ELEMENTWISE, type FunctionName, FUNCTIONS } from "./functions.ts";
import { OPERATORS } from "./operators.ts";

const factories = {
  parseDependencies,
  derivativeDependencies,
  simplifyCoreDependencies,
} as FactoryFunctionMap;
const math = create(factories, { absTol: 0 });

export type { MathNode };

/** Constants that any expression may use. */
export const CONSTANTS: Readonly<Record<string, number>> = { pi: Math.PI, e: Math.E };

/**
 * Parse an expression and check it against an allow-list: numbers, arithmetic, comparisons, `a ? b : c`,
 * the documented functions, and the given symbols. Nothing else gets through, whatever mathjs can parse.
 *
 * @param text mathjs syntax, for example `"alpha*m - lambda*g"`
 * @param symbols the names that may occur; with none given, every name may
 * @param functions the functions that may be called: by default those that work number by number
 * @throws EquationError with the place of the mistake
 */
export function parse(text: string, symbols?: Iterable<string>, functions = ELEMENTWISE): MathNode {
  const root = parseSyntax(text);
  const allowed: Allowed = { symbols: symbols === undefined ? undefined : new Set(symbols), functions };
  root.traverse((node, _path, parent) => {
    check(node, parent, text, allowed);
  });
  return root;
}

interface Allowed {
  readonly symbols: ReadonlySet<string> | undefined;
  readonly functions: readonly FunctionName[];
}

function parseSyntax(text: string): MathNode {
  if (text.trim() === "") {
    throw new EquationError(text, { position: 0, length: 1 }, { what: "an expression is missing here" });
  }
  try {
    return math.parse(text);
  } catch (error) {
    const { message, char } = error as { message: string; char?: number };
    const position = Math.max(0, (char ?? 1) - 1);
    throw new EquationError(text, { position, length: 1 }, { what: syntaxComplaint(text, message) });
  }
}

function syntaxComplaint(text: string, message: string): string {
  if (text.includes("**")) return "a power is written with ^, as in x^2, and not with **";
  if (/[²³]/.test(text)) return "a power is written with ^, as in x^2";
  return `this can't be read as an expression (${message.replace(/ \(char \d+\)/, "")})`;
}

function check(node: MathNode, parent: MathNode | null, text: string, allowed: Allowed): void {
  switch (node.type) {
    case "ParenthesisNode":
    case "ConditionalNode":
      return;
    case "ConstantNode":
      if (typeof (node as ConstantNode).value === "number") return;
      break;
    case "OperatorNode":
      if (isOperator((node as OperatorNode).fn)) return;
      break;
    case "FunctionNode":
      checkCall(node as FunctionNode, text, allowed);
      return;
    case "SymbolNode":
      if (isCallee(node, parent)) return;
      checkSymbol((node as SymbolNode).name, text, allowed.symbols);
      return;
  }
  throw new EquationError(text, locate(text, node.toString()), {
    what: `${node.toString()} is not allowed in an expression`,
    allowed: "numbers, names, + - * / ^, comparisons, a ? b : c and functions such as sqrt(x)",
  });
}

/** A plus that stands alone is an operator that does nothing. */
const isOperator = (name: string): boolean => name === "unaryPlus" || Object.hasOwn(OPERATORS, name);

function isCallee(node: MathNode, parent: MathNode | null): boolean {
  return parent?.type === "FunctionNode" && (parent as FunctionNode).fn === node;
}

function checkSymbol(name: string, text: string, allowed?: ReadonlySet<string>): void {
  if (allowed === undefined || allowed.has(name) || Object.hasOwn(CONSTANTS, name)) return;
  const product = splitProduct(name, allowed);
  throw new EquationError(text, locate(text, name), {
    what: `${name} is not defined here`,
    allowed: [...allowed].join(", "),
    ...(product === undefined ? didYouMean(name, allowed) : { cure: `a product is written ${product}` }),
  });
}

function splitProduct(name: string, allowed: ReadonlySet<string>): string | undefined {
  for (let i = 1; i < name.length; i++) {
    const [left, right] = [name.slice(0, i), name.slice(i)];
    if (allowed.has(left) && allowed.has(right)) return `${left}*${right}`;
  }
  return undefined;
}

function checkCall(node: FunctionNode, text: string, { symbols, functions }: Allowed): void {
  const name = node.fn.toString();
  const place = locate(text, name);
  const known = functions.find((candidate) => candidate === name);
  if (known === undefined) {
    const isProduct = symbols?.has(name) === true;
    throw new EquationError(text, place, {
      what: isProduct ? `${name} is not a function` : `there is no function ${name}`,
      allowed: functions.join(", "),
      ...(isProduct ? { cure: `a product is written ${name}*(...)` } : didYouMean(name, functions)),
    });
  }
  const { least, most } = FUNCTIONS[known].arguments;
  if (node.args.length < least || node.args.length > most) {
    throw new EquationError(text, place, {
      what: `${name} takes ${least === most ? least : `${least} or more`} argument${most === 1 ? "" : "s"}`,
      got: node.args.length,
    });
  }
}

/** Where `part` stands in `text` as a whole word; the whole text if it stands nowhere literally. */
export function locate(text: string, part: string): { position: number; length: number } {
  const escaped = part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const position = text.search(new RegExp(`(?<![A-Za-z0-9_])${escaped}(?![A-Za-z0-9_])`));
  return position < 0 ? { position: 0, length: text.length } : { position, length: part.length };
}

/** The symbols an expression reads, in the order of their first occurrence; functions and constants left out. */
export function symbolsOf(node: MathNode): string[] {
  const names = new Set<string>();
  node.traverse((child, _path, parent) => {
    if (child.type === "SymbolNode" && !isCallee(child, parent)) names.add((child as SymbolNode).name);
  });
  return [...names];
}

/**
 * The derivative of an expression with respect to one variable, by mathjs's rules, lightly simplified.
 * @throws EquationError where mathjs has no rule (max, sign, conditionals)
 */
export function differentiate(node: MathNode, variable: string): MathNode {
  try {
    return foldConstants(
      math.simplifyCore(foldConstants(math.derivative(node, variable, { simplify: false }))),
    );
  } catch (error) {
    const text = node.toString();
    throw new EquationError(
      text,
      { position: 0, length: text.length },
      {
        what: `this can't be differentiated with respect to ${variable} (${(error as Error).message.split(":")[0] ?? ""})`,
        allowed: "sums, products, powers and smooth functions such as sqrt, exp, log, sin, cos, tanh",
      },
    );
  }
}

/** Products and sums of constants worked out where that loses nothing: 0.05 * (2 * x) is 0.1 * x. */
function foldConstants(node: MathNode): MathNode {
  const folded = node.map((child) => foldConstants(bare(child)));
  if (folded.type !== "OperatorNode") return folded;
  const { fn, args } = folded as OperatorNode;
  if (args.every((operand) => operand.type === "ConstantNode")) return shortConstant(folded) ?? folded;
  const [left, right] = args.map(bare) as [MathNode, MathNode | undefined];
  if (fn !== "multiply" || left.type !== "ConstantNode" || right?.type !== "OperatorNode") return folded;
  const [first, rest] = (right as OperatorNode).args as [MathNode, MathNode];
  if ((right as OperatorNode).fn !== "multiply" || first.type !== "ConstantNode") return folded;
  const product = shortConstant(new math.OperatorNode("*", "multiply", [left, first]));
  return product === undefined ? folded : new math.OperatorNode("*", "multiply", [product, rest]);
}

const bare = (node: MathNode): MathNode =>
  node.type === "ParenthesisNode" ? bare((node as ParenthesisNode).content) : node;

/** The value of constants, if it is as short to write as a person would write it. */
function shortConstant(node: MathNode): ConstantNode | undefined {
  const value = node.evaluate() as number;
  return Number.isInteger(value) || String(value).length <= SHORT ? new math.ConstantNode(value) : undefined;
}

const SHORT = 8;
