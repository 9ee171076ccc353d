import { apply, mapped, number, type Tree } from "../tree.ts";
import { type Edit, type Family, clause, edit, instead, OPERATORS } from "./edit.ts";

/** What an operation is around: the operation forgotten, another in its place, closed too early or too late. */
export const functions: Family = (place, { constants, actions }) => {
  const { node } = place;
  const [first, second] = node.args as [Tree, Tree];
  const isWithOne = node.args[0]?.value === 1 && (node.op === "subtract" || (node.op === "add" && actions.includes("exp"))); // prettier-ignore
  if (isWithOne && node.op === "add")
    return [edit(place, apply("exp", second), "exponential", 2, () => `e to the power ${clause(second)} is taken, where 1 should be added`)]; // prettier-ignore
  if (isWithOne) {
    const near = [apply("divide", number(1), apply("add", number(1), second)), ...(actions.includes("exp") ? [apply("exp", apply("unaryMinus", second))] : [])]; // prettier-ignore
    return near.map((by) => edit(place, by, "near", 2.2, () => `${instead(by, node)()}: they are close only where ${clause(second)} is small`)); // prettier-ignore
  }
  if (node.op === "unaryMinus")
    return [edit(place, first, "sign", 1.5, () => `the minus before ${clause(first)} is missing`)];
  if (node.args.length !== 1) return [];
  const inner = first;
  const x = (): string => clause(inner);
  const not = NOT[node.op] ?? "";
  const other = (by: Tree, cost: number, what = instead(by, node)): Edit =>
    edit(place, by, node.op, cost, what);
  return [
    edit(place, inner, "left out", 1.9, () => FORGOTTEN[node.op]?.(x()) ?? instead(inner, node)()),
    other(apply("pow", inner, number(2)), 2, () => `${x()} is squared${not}`),
    other(apply("cbrt", inner), 2.4, () => `the cube root of ${x()} is taken`),
    other(apply("log", inner), 2.4, () => `the logarithm of ${x()} is taken`),
    other(apply("multiply", inner, number(0.5)), 2.3, () => `${x()} is halved${not}`),
    other(apply(node.op, node), 2.5),
    ...(node.op === "exp"
      ? [
          ...[2, 10, 2.7, 2.718].map((base) =>
            other(apply("pow", number(base), inner), 2.2, () => `the base is ${base}, where e should be`),
          ),
          other(apply("exp", number(Math.E)), 2.4),
          other(apply("expm1", mapped(inner, withoutOne)), 2.4, () => "expm1 is used, which is e to a power minus 1"), // prettier-ignore
        ]
      : []),
    ...(node.op === "norm"
      ? [other(apply("pow", node, number(2)), 1.2, () => "the root of the sum of squares is left out")]
      : []),
    ...(node.op === "solve"
      ? [
          other(apply("mul", inner), 2, () => `${x()} is multiplied by H and not by its inverse`),
          ...constants.map(
            (c) =>
            other(apply("solveLifted", number(c), inner), 2.2, () => `${c} is added on the diagonal of H, which damps the step`), // prettier-ignore
          ),
          other(apply("solveDown", inner), 2.3, () => "only the lower half of H is used"),
          other(apply("solveEntries", inner), 2.2),
        ]
      : []),
    ...(OPERATORS.includes(inner.op)
      ? [0, 1].map((i) =>
          other(takenOfOne(node, inner, i), node.op === "sqrt" ? 1.95 : 2.2, ofOne(node, inner, i)),
        )
      : []),
  ];
};

/** An operation on one operand alone of what it should be on. */
const takenOfOne = ({ op }: Tree, inner: Tree, i: number): Tree => ({
  ...inner,
  args: inner.args.with(i, apply(op, inner.args[i]!)),
});

const ofOne = ({ op }: Tree, { args }: Tree, i: number): (() => string) | undefined =>
  op === "sqrt"
    ? () => `the root is taken of ${clause(args[i]!)} alone`
    : op === "exp"
      ? () => `${clause(args[1 - i]!)} stands outside of the exponent`
      : undefined;

/** What 1 is taken from stands by itself. */
const withoutOne = (node: Tree): Tree =>
  node.op === "subtract" && node.args[1]!.value === 1 ? node.args[0]! : node;

const NOT: Readonly<Record<string, string>> = { sqrt: " and not under a root", exp: " and not a power of e" };

const FORGOTTEN: Readonly<Record<string, (x: string) => string>> = {
  sqrt: (x) => `the root of ${x} is left out`,
  exp: (x) => `e to the power ${x} is left out`,
  abs: (x) => `the size of ${x} is not taken`,
  floor: (x) => `${x} is not rounded down`,
  polar: (x) => `${x} itself is taken, and not its polar factor`,
  gradient: () => "the point itself is taken, and not the gradient there",
  solve: (x) => `H is not used: ${x} stands where H⁻¹${x} should`,
};
