import { called, STEP } from "../called.ts";
import { apply, keyOf, number, type Tree } from "../tree.ts";
import { DONE, type Edit, type Family, clause, edit, isSquare, OPERATORS } from "./edit.ts";

/** `^`, which is no power in TypeScript: it works on whole numbers bit by bit, and binds looser than + and *. */
export const carets: Family = (place, { actions }) => {
  const { node } = place;
  if (!actions.includes("xor") || (!OPERATORS.includes(node.op) && node.op !== "sqrt")) return [];
  const made: Edit[] = [];
  const xor = (by: Tree): void => {
    const what = (): string =>
      "^ is used as a power, and in TypeScript it is none: it is xor, bit by bit; a power is **";
    made.push(edit(place, by, "xor", 1.2, what));
  };
  if (node.op === "sqrt") {
    xor(apply("xor", node.args[0]!, number(0.5)));
    return made;
  }
  const [a, b] = node.args as [Tree, Tree];
  if (node.op === "pow" || node.op === "multiply") xor(apply("xor", a, b));
  if (node.op === "divide") {
    xor(apply("xor", apply("multiply", a, b), number(-1)));
    xor(apply("multiply", a, apply("xor", b, number(-1))));
  }
  // The power that ends this expression takes all that stands before it.
  const last = (tree: Tree): readonly [Tree, Tree] | undefined => {
    if (tree.op === "pow") return [tree.args[0]!, tree.args[1]!];
    const inner = OPERATORS.includes(tree.op) ? last(tree.args[1]!) : undefined;
    return inner && [{ ...tree, args: tree.args.with(1, inner[0]) }, inner[1]];
  };
  const end = node.op === "pow" ? undefined : last(node);
  if (end !== undefined) xor(apply("xor", ...end));
  if (a.op === "pow" && b.op === "pow")
    xor(apply("xor", apply("xor", a.args[0]!, apply(node.op, a.args[1]!, b.args[0]!)), b.args[1]!));
  if (b.op === "exp") {
    xor(apply("xor", apply(node.op, a, number(Math.E)), b.args[0]!));
    xor(apply(node.op, a, apply("xor", number(Math.E), b.args[0]!)));
  }
  return made;
};

/** `** 1 / 2`, which is `(** 1) / 2`: nothing is under a root, and what stands before it is halved. */
export const halfPowers: Family = (place, { operators = [] }) => {
  const { node } = place;
  const rooted = node.op === "sqrt" ? node : node.args[1];
  if (!operators.includes("half power") || rooted?.op !== "sqrt") return [];
  const [inner] = rooted.args as [Tree];
  const what = (): string =>
    "** 1 / 2 takes no root: the power comes before the division, so it only halves; a root is ** 0.5";
  const by = node === rooted ? inner : { ...node, args: node.args.with(1, inner) };
  return node === rooted || node.op === "divide" || node.op === "multiply"
    ? [edit(place, apply("divide", by, number(2)), "half power", 1.2, what)]
    : [];
};

const WHOLES: Readonly<Record<string, string>> = { add: "sum", subtract: "difference" };
const WHOLES_OF_POWERS: Readonly<Record<string, string>> = {
  ...WHOLES,
  multiply: "product",
  divide: "fraction",
};

const belongTogether = (unit: Tree, instead?: string): string =>
  `${called(unit, instead)} is taken apart: it belongs together, in parentheses`;

/** "the whole sum is squared, and only g should be": an operation on a sum that is meant for one of its terms. */
function takesTheWhole(by: Tree, node: Tree): string | undefined {
  const wholes = by.op === "pow" ? WHOLES_OF_POWERS : WHOLES;
  const whole = by.args.find(({ op }) => op in wholes);
  const other = by.args.find((arg) => arg !== whole);
  const term = node.args.find(
    ({ op, args }) => op === by.op && args.some((arg) => keyOf(arg) === keyOf(other!)),
  );
  const meant = term?.args.find((arg) => keyOf(arg) !== keyOf(other!));
  if (whole === undefined || meant === undefined || !["multiply", "divide", "pow"].includes(by.op))
    return undefined;
  const sum = `the whole ${wholes[whole.op]!}`;
  return by.args[1] === whole && by.op !== "multiply"
    ? `${DONE[by.op]!(clause(other!), sum)}, and only ${clause(meant)} should stand there`
    : `${DONE[by.op]!(sum, clause(other!))}, and only ${clause(meant)} should be`;
}

/** Parentheses lost or too many: the same letters in the same order, read in another grouping. */
export const groups: Family = (place) => {
  const { node } = place;
  if (!OPERATORS.includes(node.op)) return [];
  const [a, b] = node.args as [Tree, Tree];
  const found: Edit[] = [];
  const read = (by: Tree, unit: Tree): void => {
    if (cancels(by)) return;
    const what = (): string =>
      takesTheWhole(by, node) ?? belongTogether(unit, a.name === "w" ? STEP : undefined);
    found.push(edit(place, by, "parentheses", 1.95, what));
  };
  if (OPERATORS.includes(a.op)) read(apply(a.op, a.args[0]!, apply(node.op, a.args[1]!, b)), a);
  if (OPERATORS.includes(b.op)) {
    read(apply(b.op, apply(node.op, a, b.args[0]!), b.args[1]!), b);
    if (b.op === "multiply") read(apply("multiply", b.args[0]!, apply(node.op, a, b.args[1]!)), b);
    const [c, d] = b.args as [Tree, Tree];
    if (OPERATORS.includes(c.op))
      read(apply(b.op, apply(c.op, apply(node.op, a, c.args[0]!), c.args[1]!), d), b);
    if (OPERATORS.includes(d.op))
      read(apply(d.op, apply(b.op, apply(node.op, a, c), d.args[0]!), d.args[1]!), b);
  }
  if (OPERATORS.includes(a.op) && OPERATORS.includes(a.args[1]!.op)) {
    const [c, d] = a.args as [Tree, Tree];
    read(apply(a.op, c, apply(d.op, d.args[0]!, apply(node.op, d.args[1]!, b))), d);
  }
  if (node.op in WHOLES)
    for (const { factor, rest } of innerFactors(b)) {
      const whole = `the whole ${WHOLES[node.op]!}`;
      const what = (): string =>
        `${whole} is multiplied by ${clause(factor)}, and only ${a.name === "w" ? STEP : clause(rest)} should be`;
      found.push(edit(place, apply("multiply", factor, apply(node.op, a, rest)), "parentheses", 1.95, what));
    }
  if (isSquare(a) && isSquare(b) && node.op !== "pow") {
    const [x, y] = [a.args[0]!, b.args[0]!];
    read(apply("multiply", apply("multiply", x, apply(node.op, x, y)), y), b);
  }
  return found;
};

/** Each factor that stands within a product of several, and what else is in it. */
function innerFactors({ op, args: [first, last] }: Tree): { factor: Tree; rest: Tree }[] {
  if (op !== "multiply" || first!.op !== "multiply") return [];
  return first!.args.map((factor, i) => ({ factor, rest: apply("multiply", first!.args[1 - i]!, last!) }));
}

const AROUND_WHOLE: Readonly<Record<string, string>> = {
  sqrt: "the root",
  exp: "the exponent",
  abs: "the size",
};

/** The operation of a place goes around what it is part of: a root that closes too late, a square of a whole difference. */
export const closedLate: Family = (place) => {
  const { node, parent } = place;
  if (!OPERATORS.includes(node.op)) return [];
  return node.args.flatMap((arg, i) => {
    // The root of the square of a sum is that sum.
    if (isSquare(arg) && parent?.node.op === "sqrt") return [];
    const isAround = arg.args.length === 1 ? arg.op !== "unaryMinus" : isSquare(arg);
    if (!isAround) return [];
    const inner = { ...node, args: node.args.with(i, arg.args[0]!) };
    const by = apply(arg.op, inner, ...arg.args.slice(1));
    const others = node.args.filter((one) => one !== arg).map(clause);
    const whole = WHOLES[node.op];
    const what = (): string =>
      isSquare(arg)
        ? `${whole === undefined ? `${others.join()} is squared too` : `the whole ${whole} is squared`}, and only ${clause(arg.args[0]!)} should be`
        : `${AROUND_WHOLE[arg.op] ?? arg.op} takes in ${others.join()} too: it closes too late`;
    return [edit(place, by, "closed late", 2, what)];
  });
};

const BINDING: Readonly<Record<string, number>> = { add: 1, subtract: 1, multiply: 2, divide: 2 };

/** Whether an operand stands in parentheses when the whole is written with as few as possible. */
const isGroup = (parent: Tree, index: number): boolean => {
  const [outer, inner] = [BINDING[parent.op], BINDING[parent.args[index]!.op]];
  return outer !== undefined && inner !== undefined && (inner < outer || (inner === outer && index === 1));
};

/** The operands and operators in the order in which they are written; what stands in parentheses is one, but for a group that lost them. */
function written(tree: Tree, lost: Tree): (Tree | string)[] {
  if (BINDING[tree.op] === undefined) return [tree];
  const [left, right] = tree.args.map((arg, i) =>
    isGroup(tree, i) && arg !== lost ? [arg] : written(arg, lost),
  );
  return [...left!, tree.op, ...right!];
}

/** What is written, read again: products before sums, from left to right. */
function readAgain(tokens: readonly (Tree | string)[]): Tree {
  const terms: Tree[] = [tokens[0] as Tree];
  const between: string[] = [];
  for (let i = 1; i < tokens.length; i += 2) {
    const [op, next] = [tokens[i] as string, tokens[i + 1] as Tree];
    if (BINDING[op] === 2) terms.push(apply(op, terms.pop()!, next));
    else {
      between.push(op);
      terms.push(next);
    }
  }
  return terms.reduce((sum, term, i) => apply(between[i - 1]!, sum, term));
}

/** Does something in it come to nothing? Nobody writes 1 + k·t − 1, b/g·g, w·(1 − c/w) or w·1. */
export function cancels(tree: Tree): boolean {
  const numbers = termsOf(tree).filter(({ op }) => op === "number");
  const [above, below] = factorsOf(tree).map((some) => new Set(some.map(keyOf)));
  return (
    (numbers.length > 1 && numbers.reduce((sum, { value }) => sum + value!, 0) === 0) ||
    [...above!].some((one) => below!.has(one)) ||
    (tree.op === "multiply" &&
      (above!.has("1") || tree.args.some((arg, i) => isDividedBy(tree.args[1 - i]!, keyOf(arg)))))
  );
}

const isDividedBy = ({ op, args }: Tree, divisor: string): boolean =>
  OPERATORS.includes(op) &&
  ((op === "divide" && keyOf(args[1]!) === divisor) || args.some((arg) => isDividedBy(arg, divisor)));

/** What multiplies in a product, and what divides. */
function factorsOf({ op, args, ...rest }: Tree): [above: Tree[], below: Tree[]] {
  if (op !== "multiply" && op !== "divide") return [[{ op, args, ...rest }], []];
  const [[a, b], [c, d]] = args.map(factorsOf) as [[Tree[], Tree[]], [Tree[], Tree[]]];
  return op === "multiply"
    ? [
        [...a, ...c],
        [...b, ...d],
      ]
    : [
        [...a, ...d],
        [...b, ...c],
      ];
}

/** The terms of a sum, those that are subtracted with their signs. */
function termsOf({ op, args, ...rest }: Tree, sign = 1): Tree[] {
  if (op === "add" || op === "subtract")
    return [...termsOf(args[0]!, sign), ...termsOf(args[1]!, op === "add" ? sign : -sign)];
  return op === "number" ? [number(sign * rest.value!)] : [{ op, args, ...rest }];
}

/** A pair of parentheses that was forgotten where one is needed; any part may have been computed on a line of its own. */
export const forgotten: Family = (place) => {
  const { node } = place;
  const groups = written(node, node).filter((token) => typeof token !== "string" && token.op in BINDING);
  return (groups as Tree[]).flatMap((lost) => {
    const by = readAgain(written(node, lost));
    return cancels(by) ? [] : [edit(place, by, "parentheses", 1.88, () => belongTogether(lost))];
  });
};
