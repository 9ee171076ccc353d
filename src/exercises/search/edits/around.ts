import { isShort } from "../called.ts";
import { apply, keyOf, namesIn, number, type Place, placesIn, type Tree } from "../tree.ts";
import {
  type Edit,
  type Family,
  type Vocabulary,
  clause,
  edit,
  instead,
  isSquare,
  OPERATORS,
  told,
} from "./edit.ts";

const the = (x: string): string => `the ${bare(x)}`;
const bare = (x: string): string => x.replace(/^the /, "");

/** What is said where an operation stands around something. */
const AROUND: Readonly<Record<string, (x: string) => string>> = {
  sqrt: (x) => `the root of ${x} is taken`,
  cbrt: (x) => `the cube root of ${x} is taken`,
  abs: (x) => `the size of ${x} is taken, without its sign`,
  sign: (x) => `only the sign of ${x} is used, and not its size`,
  exp: (x) => `e to the power ${x} is taken`,
  expm1: (x) => `expm1 of ${x} is taken, which is e to that power minus 1`,
  log: (x) => `the logarithm of ${x} is taken`,
  tanh: (x) => `${x} goes through tanh, which holds it between −1 and 1`,
  clip: (x) => `${x} is held between −1 and 1`,
  floor: (x) => `${x} is rounded down to a whole number`,
  ceil: (x) => `${x} is rounded up to a whole number`,
  trunc: (x) => `${x} is cut down to a whole number`,
  round0: (x) => `${x} is rounded to a whole number`,
  round1: (x) => `${x} is rounded to one decimal`,
  round2: (x) => `${x} is rounded to two decimals`,
  round3: (x) => `${x} is rounded to three decimals`,
  round4: (x) => `${x} is rounded to four decimals`,
  round5: (x) => `${x} is rounded to five decimals`,
  first: (x) => `the first coordinate's ${bare(x)} is used for all coordinates`,
  second: (x) => `the second coordinate's ${bare(x)} is used for all coordinates`,
  last: (x) => `the last coordinate's ${bare(x)} is used for all coordinates`,
  next: (x) => `each coordinate uses ${the(x)} of the next one: the index is one too high`,
  previous: (x) => `each coordinate uses ${the(x)} of the one before: the index is one too low`,
  following: (x) => `each coordinate uses ${the(x)} of the next one: the index is shifted`,
  preceding: (x) => `each coordinate uses ${the(x)} of the one before: the index is shifted`,
  reverse: (x) => `${x} is used in the reverse order`,
  running: (x) =>
    `${the(x)} of the coordinates before is added in: a running sum goes across the coordinates`,
  sum: (x) => `${the(x)} of all coordinates is added up into one number`,
  mean: (x) => `${the(x)} of all coordinates is averaged into one number`,
  norm: (x) => `the length of ${x} is used, one number for all coordinates`,
  sizes: (x) => `the sizes of ${x} in all coordinates are added up into one number`,
  largest: (x) => `the largest ${bare(x)} is used for all coordinates`,
  gradient: (x) => `the gradient at ${x} is taken once more`,
  solve: (x) => `H⁻¹ is applied to ${x}`,
  mul: (x) => `H is multiplied with ${x}`,
};

/** The line that a place is in, of those that are put into one, or the place of a gradient. */
const ownLine = ({ node, parent }: Place): Tree =>
  parent === undefined || node.line !== undefined || node.op === "gradient" ? node : ownLine(parent);

/** Where a letter is that stands in a line more than once: "beside η·decay, ". */
export function besideWhat({ node, parent, index }: Place): string {
  if (node.op !== "name" || parent === undefined) return "";
  const all = placesIn(ownLine(parent)).filter((one) => keyOf(one.node) === keyOf(node));
  if (all.length < 2) return "";
  const other = parent.node.args[1 - index];
  if (parent.node.op === "multiply" && isShort(other!)) return `beside ${clause(other!)}, `;
  return isShort(parent.node) ? `in ${clause(parent.node)}, ` : "in one place, ";
}

/** A fraction with a root in it, which nobody takes twice: the root would be gone. */
export const isOverRoot = (node: Tree): boolean =>
  node.op === "divide" && placesIn(node).some((one) => one.node.op === "sqrt");

/** A square too many. */
export const squared: Family = (place) => {
  const { node, parent } = place;
  const isUndone = parent?.node.op === "pow" || parent?.node.op === "sqrt" || isOverRoot(node);
  if (node.op === "number" || isUndone) return [];
  return [edit(place, apply("pow", node, number(2)), "squared", 2, () => `${clause(node)} is squared`)];
};

/** An operation too many around something. */
export const around: Family = (place, words) => {
  const { node, parent } = place;
  const { actions, operators = [] } = words;
  if (node.op === "number") return [];
  const isWorthIt = (op: string): boolean =>
    op !== node.op &&
    op !== parent?.node.op &&
    !(op === "clip" && isSquare(node)) &&
    !(op === "sign" && namesIn(node).size === 0) &&
    !(ONE_NUMBER.has(op) && !isList(node, words));
  const edits = actions
    .filter(isWorthIt)
    .map((op) =>
      edit(
        place,
        apply(op, node),
        op,
        2.3 + (place.parent !== undefined ? 0 : op.startsWith("round") ? -0.1 : 0.2),
        () =>
          op === "sign" && isCount(node)
            ? `of ${told(place)} it only counts whether it is 0: after the first step nothing changes any more`
            : op === "sqrt" && isSquare(node)
              ? `${clause(node.args[0]!)} is taken by its size and not squared`
              : besideWhat(place) + (AROUND[op]?.(told(place)) ?? `${op} of ${told(place)} is taken`),
      ),
    );
  const x = clause(node);
  const done = (op: string, other: Tree, kind: string, cost: number, what: string): Edit =>
    edit(place, apply(op, node, other), kind, cost, () => what);
  const stands = (by: Tree, kind: string, cost: number): Edit =>
    edit(place, by, kind, cost, instead(by, node));
  const rest = apply("subtract", number(1), node);
  const isPower = parent?.node.op === "pow";
  const hasLength = actions.includes("norm") && isList(node, words);
  const size = apply("abs", node);
  const isSigned = SIGNED.has(node.op) && namesIn(node).size > 0;
  return [
    ...edits,
    ...(hasLength && isPower && place.index === 0 ? lengths(place).slice(0, 1) : []),
    ...(hasLength
      ? [done("subtract", apply("mean", node), "without mean", 2.5, `the mean of ${x} over the coordinates is subtracted from it`)] // prettier-ignore
      : []),
    // A count that is turned round, −t − 1, is one with another sign before it, and a factor that is, the product with another one.
    ...(parent?.node.op === "multiply" ||
    (node.name === "t" && OPERATORS.slice(0, 2).includes(parent?.node.op ?? ""))
      ? []
      : [edit(place, apply("unaryMinus", node), "sign", 1.8, () => `the sign of ${x} is flipped`)]),
    ...(isPower
      ? []
      : [
          ...squared(place, words),
          done("pow", number(3), "cubed", 2.8, `${x} is raised to the third power`),
          done("multiply", size, "squared", 3, `${x} is multiplied by its own size`),
          ...(isSigned ? [done("divide", size, "sign only", 2.4, `${x} is divided by its own size, so that only its sign is left`)] : []), // prettier-ignore
          ...(hasLength ? lengths(place) : []),
          ...(operators.includes("complement") && node.name !== "t"
            ? [edit(place, rest, "complement", 2.3, isShort(node) ? instead(rest, node) : () => `${x} is taken from 1, and should stand by itself`)] // prettier-ignore
            : []),
          stands(apply("divide", number(1), node), "inverted", 2.4),
        ]),
  ];
};

/** How many steps have passed. */
const isCount = ({ op, args }: Tree): boolean =>
  op === "subtract" && args[0]!.name === "t" && args[1]!.value === 1;

/** What may be below 0. */
const SIGNED: ReadonlySet<string> = new Set(["name", "gradient", "solve", ...OPERATORS]);

const ONE_NUMBER: ReadonlySet<string> = new Set(["norm", "sizes", "sum", "mean", "largest", "smallest"]);

/** Has a part a number for each coordinate? */
const isList = ({ op, name = "", args }: Tree, words: Vocabulary): boolean =>
  op === "name"
    ? !words.numbers.includes(name) && name !== "t" && name !== "n"
    : !ONE_NUMBER.has(op) && args.some((arg) => isList(arg, words));

/** The length of a list as a divisor or a factor. */
function lengths(place: Place): Edit[] {
  const { node } = place;
  const length = apply("norm", node);
  const divisors: readonly (readonly [by: Tree, kind: string, cost: number, says: string])[] = [
    [length, "length", 2.2, "its length"],
    [apply("sizes", node), "sizes", 2.3, "the sum of its sizes"],
    [apply("largest", node), "largest", 2.3, "its largest size"],
    [apply("pow", length, number(2)), "length squared", 2.4, "its squared length"],
    [apply("sqrt", length), "root of length", 2.4, "the root of its length"],
    [apply("add", number(1), length), "1 and length", 2.4, "1 plus its length"],
  ];
  const done = (op: string, by: Tree, kind: string, cost: number, says: string): Edit =>
    edit(place, apply(op, node, by), kind, cost, () => `${clause(node)} is ${says}`);
  return [
    ...divisors.map(([by, kind, cost, says]) =>
      done("divide", by, `divided by ${kind}`, cost, `divided by ${says}`),
    ),
    done("multiply", length, "multiplied by length", 2.5, "multiplied by its length"),
  ];
}
