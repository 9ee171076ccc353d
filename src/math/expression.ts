import { counted } from "../counted.ts";
import {
  type ConstantNode,
  create,
  type FactoryFunctionMap,
  type FunctionNode,
  type MathNode,
  type OperatorNode,
  parseDependencies,
  type SymbolNode,
} from "mathjs/number";
import { didYouMean, EquationError } from "../errors.ts";
import { ELEMENTWISE, type FunctionName, FUNCTIONS } from "./functions.ts";
import { OPERATORS } from "./operators.ts";

const math = create({ parseDependencies } as FactoryFunctionMap, {});

export type { MathNode };

/** Constants that any expression may use. */
export const CONSTANTS: Readonly<Record<string, number>> = { pi: Math.PI, e: Math.E };

/** How long an expression may be: a chain of a thousand terms fits. */
export const MOST_OPERATIONS = 15_000;
const MOST_CHARACTERS = 500_000;

export interface ParseOptions {
  /** The names that may occur; with none given, every name may. */
  readonly symbols?: Iterable<string> | undefined;
  /** The functions that may be called: by default those that work number by number. */
  readonly functions?: readonly FunctionName[];
  /** How many operations there may be. */
  readonly most?: number;
}

interface Allowed {
  readonly symbols: ReadonlySet<string> | undefined;
  readonly functions: readonly FunctionName[];
}

/**
 * Parse an expression and check it against an allow-list: numbers, arithmetic, comparisons, `a ? b : c`,
 * the documented functions, and the given symbols. Nothing else gets through, whatever mathjs can parse.
 *
 * @param text mathjs syntax, for example `"alpha*m - lambda*g"`
 * @throws EquationError with the place of the mistake, and for one that is too long or nested too deeply
 */
export function parse(text: string, options: ParseOptions = {}): MathNode {
  const { symbols, functions = ELEMENTWISE, most = MOST_OPERATIONS } = options;
  const allowed: Allowed = { symbols: symbols === undefined ? undefined : new Set(symbols), functions };
  try {
    const root = parseSyntax(text);
    let operations = 0;
    for (const [node, parent] of nodesOf(root)) {
      check(node, parent, text, allowed);
      if (/^(Operator|Function|Conditional)/.test(node.type)) operations++;
      if (operations > most) throw tooLong(text, `more than ${most.toLocaleString("en")} operations`);
    }
    return root;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new EquationError(text, START, {
      what: "this expression is nested too deeply to be read",
      cure: "put fewer parentheses inside one another",
    });
  }
}

const START = { position: 0, length: 1 };

function tooLong(text: string, what: string): EquationError {
  return new EquationError(text, START, {
    what: `this expression is too long: it has ${what}`,
    cure: "write it as a function with value and gradient, or shorten it",
  });
}

/** The nodes of a tree with their parents, as they stand in its text. A sum of many terms is a deep tree. */
function* nodesOf(root: MathNode): Generator<readonly [node: MathNode, parent: MathNode | null]> {
  const stack: (readonly [MathNode, MathNode | null])[] = [[root, null]];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    yield top;
    const [node] = top;
    const children: MathNode[] = [];
    node.forEach((child) => void children.push(child));
    for (const child of children.reverse()) stack.push([child, node]);
  }
}

function parseSyntax(text: string): MathNode {
  if (text.trim() === "") throw new EquationError(text, START, { what: "an expression is missing here" });
  if (text.length > MOST_CHARACTERS)
    throw tooLong(text, `more than ${MOST_CHARACTERS.toLocaleString("en")} characters`);
  try {
    return math.parse(text);
  } catch (error) {
    if (error instanceof RangeError) throw error;
    const { message, char } = error as { message: string; char?: number };
    const position = Math.max(0, (char ?? 1) - 1);
    throw new EquationError(text, { position, length: 1 }, { what: syntaxComplaint(text, message) });
  }
}

function syntaxComplaint(text: string, message: string): string {
  if (text.includes("**")) return "a power is written with ^, as in x^2, and not with **";
  if (/[²³]/.test(text)) return "a power is written with ^, as in x^2";
  if (text.includes("\\")) return "names stand here without a backslash, as lambda";
  if (/\|[^|]+\|/.test(text)) return "an absolute value is written abs(x), and not with |";
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
    ...(node.type === "AssignmentNode" && { cure: "write only what stands right of the =" }),
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
    allowed: listed([...allowed]),
    ...(product === undefined ? didYouMean(name, allowed) : { cure: `a product is written ${product}` }),
  });
}

const MOST_LISTED = 30;

const listed = (names: readonly string[]): string =>
  names.slice(0, MOST_LISTED).join(", ") + (names.length > MOST_LISTED ? ", ..." : "");

function splitProduct(name: string, allowed: ReadonlySet<string>): string | undefined {
  const left = [...allowed].find((one) => name.startsWith(one) && allowed.has(name.slice(one.length)));
  return left === undefined ? undefined : `${left}*${name.slice(left.length)}`;
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
      ...(isProduct ? { cure: `a product is written ${name}*(...)` } : meantFunction(name, functions)),
    });
  }
  const { least, most } = FUNCTIONS[known].arguments;
  if (node.args.length < least || node.args.length > most)
    throw new EquationError(text, place, {
      what: `${name} takes ${least === most ? counted(least, "argument") : `${least} or more arguments`}`,
      got: node.args.length,
    });
}

/** A function by another name: `Math.sin`, as in code, is `sin` in a formula. */
function meantFunction(name: string, functions: readonly string[]): { readonly cure: string } | undefined {
  const bare = /^(?:Math|np)\.(\w+)$/.exec(name)?.[1];
  return bare !== undefined && functions.includes(bare)
    ? { cure: `in a formula it is ${bare}` }
    : didYouMean(name, functions);
}

/** Where `part` stands in `text` as a whole word; the whole text if it stands nowhere literally. */
export function locate(text: string, part: string): { position: number; length: number } {
  const escaped = part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const position = text.search(new RegExp(`(?<![A-Za-z0-9_])${escaped}(?![A-Za-z0-9_])`));
  return position < 0 ? { position: 0, length: text.length } : { position, length: part.length };
}

/** The symbols an expression reads, in the order of their first occurrence; functions and constants left out. */
export function symbolsOf(root: MathNode): string[] {
  const names = new Set<string>();
  for (const [node, parent] of nodesOf(root)) {
    if (node.type !== "SymbolNode" || isCallee(node, parent)) continue;
    const { name } = node as SymbolNode;
    if (!Object.hasOwn(CONSTANTS, name)) names.add(name);
  }
  return [...names];
}
