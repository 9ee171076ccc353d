/** A rule as a program in NumPy, printed from its equations. */
import { lineNode } from "../math/line.ts";
import { atom, Bond } from "../math/notation.ts";
import type { Replace } from "../math/print.ts";
import { toPython } from "../math/python.ts";
import { programNumber } from "../math/source.ts";
import { partOf } from "../math/tree.ts";
import { symbolsOf } from "../math/expression.ts";
import { usesSymbol } from "./program.ts";
import type { Rule, State } from "./rule.ts";
import { sourceText } from "./text.ts";

/** What a printed program calls besides NumPy, where a rule needs it. */
const HELPERS: Readonly<Record<string, string>> = {
  append: `def append(history, vector):
    """The history with a vector more, the oldest one dropped when it is full."""
    return (history + [vector])[-CAPACITY:]`,
  twoLoop: `def two_loop(g, S, Y):
    """The approximate inverse Hessian times g (Nocedal and Wright 2006, algorithm 7.4)."""
    pairs = [(s, y, 1 / (s @ y)) for s, y in zip(S, Y) if s @ y > 0]
    q = g
    shares = []
    for s, y, rho in reversed(pairs):
        shares.append(rho * (s @ q))
        q = q - shares[-1] * y
    if pairs:
        s, y, rho = pairs[-1]
        q = q / (rho * (y @ y))
    for (s, y, rho), share in zip(pairs, reversed(shares)):
        q = q + (share - rho * (y @ q)) * s
    return q`,
  backtrack: `def backtrack(loss, w, g, p):
    """The first of 1, 1/2, 1/4, ... at which the loss falls enough along p (Armijo 1966)."""
    length = 1.0
    for _ in range(50):
        if loss(w + length * p) <= loss(w) + 1e-4 * length * (g @ p):
            break
        length = length / 2
    return length`,
  polar: `def polar(v, rows):
    """Nearly the polar factor of v as a matrix, row by row (Jordan et al. 2024)."""
    columns = min(len(v), int(np.ceil(len(v) / rows)))
    X = np.zeros((-(-len(v) // columns), columns))
    X.flat[: len(v)] = v / (np.linalg.norm(v) + 1e-7)
    for _ in range(5):
        A = X @ X.T
        X = 3.4445 * X + (-4.775 * A + 2.0315 * A @ A) @ X
    return X.flatten()[: len(v)]`,
};

const KEYWORDS = new Set([
  "lambda",
  "in",
  "is",
  "as",
  "from",
  "if",
  "or",
  "and",
  "not",
  "del",
  "def",
  "with",
]);

/** A name as Python writes it: `m_hat`, and `lambda_` where the name is a word of the language. */
export function pythonName(name: string): string {
  const snake = name.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return KEYWORDS.has(snake) ? `${snake}_` : snake;
}

/**
 * A rule as a Python program: a function of what is descended, the start, the number of steps and the rule's own numbers,
 * that returns w after each step, the start first.
 * @example numpyProgram(momentum).split("\n")[3] // "def momentum(gradient, w, steps, lambda_=0.01, alpha=0.9):"
 */
export function numpyProgram(rule: Rule): string {
  const { id, title, hyperparameters, state, equations, gradientAt, source } = rule;
  const print = printerOf(rule);
  const names = calledBy(rule);
  const numbers = Object.entries(hyperparameters).map(
    ([name, about]) => `${pythonName(name)}=${programNumber(about.default)}`,
  );
  const given = [
    "gradient",
    ...(usesSymbol(rule, "H") ? ["hessian"] : []),
    ...(names.has("backtrack") ? ["loss"] : []),
    ...["w", "steps", ...numbers],
  ];
  const place = gradientAt === "w" ? "w" : print(gradientAt);
  const lines = [
    `g = gradient(${place})`,
    ...(usesSymbol(rule, "H") ? [`H = hessian(${place})`] : []),
    ...Object.entries(equations).map(([name, { text }]) => `${pythonName(name)} = ${print(text)}`),
    "path.append(w)",
  ];
  const capacity = Object.values(state).find(({ shape }) => shape === "history")?.capacity;
  const helpers = Object.entries(HELPERS)
    .filter(([name]) => names.has(name))
    .map(([, text]) => text.replace("CAPACITY", String(capacity)));
  const about = source === undefined ? title : `${title} (${sourceText(source)})`;
  const body = [
    `def ${pythonName(id.replaceAll("-", "_"))}(${given.join(", ")}):`,
    `    """${about}."""`,
    "    w = np.array(w, dtype=float)",
    "    path = [w]",
    ...Object.entries(state).map(([name, one]) => `    ${pythonName(name)} = ${startOf(one)}`),
    "    for t in range(1, steps + 1):",
    ...lines.map((line) => `        ${line}`),
    "    return path",
  ];
  return `${["import numpy as np", ...helpers, body.join("\n")].join("\n\n\n")}\n`;
}

function startOf({ shape, start }: State): string {
  if (shape === "history") return "[]";
  if (start === "identity") return "np.eye(len(w))";
  if (shape === "scalar") return String(start);
  const size = shape === "matrix" ? "(len(w), len(w))" : "len(w)";
  return start === 0 ? `np.zeros(${size})` : `np.full(${size}, ${start})`;
}

/** The names of the functions that a rule calls. */
function calledBy({ equations }: Rule): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { text } of Object.values(equations))
    lineNode(text).traverse((node) => {
      const part = partOf(node);
      if (part.kind === "operation") names.add(part.name);
    });
  return names;
}

/** Prints a line; a condition on single numbers is Python's own, so that the other branch is not computed. */
function printerOf(rule: Rule): (text: string) => string {
  const symbol = (name: string): string => {
    if (name === "rate" && rule.rate !== undefined) return pythonName(rule.rate);
    if (name === "n") return "len(w)";
    if (name === "lookahead") return print(rule.gradientAt);
    if (name === "loss") return "loss(w)";
    return pythonName(name);
  };
  const isNumber = (name: string): boolean =>
    name === "t" ||
    name === "n" ||
    Object.hasOwn(rule.hyperparameters, name) ||
    rule.equations[name]?.shape === "scalar" ||
    rule.state[name]?.shape === "scalar";
  const replace: Replace = (node) => {
    const part = partOf(node);
    if (part.kind !== "operation") return undefined;
    if (part.name === "backtrack")
      return atom(`backtrack(loss, w, g, ${toPython(part.args[0]!, symbol, replace)})`);
    const [test, yes, no] = part.args;
    if (part.name !== "conditional" || !symbolsOf(test!).every(isNumber)) return undefined;
    const [first, second, third] = [yes!, test!, no!].map((one) => toPython(one, symbol, replace));
    return { text: `${first!} if ${second!} else ${third!}`, bond: Bond.Condition };
  };
  const print = (text: string): string => toPython(lineNode(text), symbol, replace);
  return print;
}
