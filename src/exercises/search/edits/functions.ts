import { apply, mapped, number, type Tree } from "../tree.ts";
import { type Family, clause, edit, instead, OPERATORS } from "./edit.ts";

/** What an operation is around: the operation forgotten, another in its place, closed too early or too late. */
export const functions: Family = (place, { constants, actions }) => {
  const { node } = place;
  if (node.op === "add" && node.args[0]!.value === 1 && actions.includes("exp")) {
    const x = node.args[1]!;
    return [
      edit(place, apply("exp", x), "exponential", 2, () => `e to the power ${clause(x)} is taken, where 1 should be added`), // prettier-ignore
    ];
  }
  if (node.op === "subtract" && node.args[0]!.value === 1) {
    const x = node.args[1]!;
    const near = [apply("divide", number(1), apply("add", number(1), x)), ...(actions.includes("exp") ? [apply("exp", apply("unaryMinus", x))] : [])]; // prettier-ignore
    return near.map((by) => edit(place, by, "near", 2.2, () => `${instead(by, node)()}: they are close only where ${clause(x)} is small`)); // prettier-ignore
  }
  if (node.args.length !== 1 || node.op === "unaryMinus") {
    return node.op === "unaryMinus"
      ? [
          edit(
            place,
            node.args[0]!,
            "sign",
            1.5,
            () => `the minus before ${clause(node.args[0]!)} is missing`,
          ),
        ]
      : [];
  }
  const [inner] = node.args as [Tree];
  const made = [
    edit(place, inner, "left out", 1.9, () => FORGOTTEN[node.op]?.(clause(inner)) ?? instead(inner, node)()),
  ];
  const x = (): string => clause(inner);
  const not = NOT[node.op] ?? "";
  const others: readonly (readonly [by: Tree, cost: number, what?: () => string])[] = [
    [apply("pow", inner, number(2)), 2, () => `${x()} is squared${not}`],
    [apply("cbrt", inner), 2.4, () => `the cube root of ${x()} is taken`],
    [apply("log", inner), 2.4, () => `the logarithm of ${x()} is taken`],
    [apply("multiply", inner, number(0.5)), 2.3, () => `${x()} is halved${not}`],
    [apply(node.op, node), 2.5],
    ...(node.op === "exp"
      ? [
          ...[2, 10, 2.7, 2.718].map(
            (base) =>
              [
                apply("pow", number(base), inner),
                2.2,
                () => `the base is ${base}, where e should be`,
              ] as const,
          ),
          [apply("exp", number(Math.E)), 2.4] as const,
          [
            apply("expm1", mapped(inner, withoutOne)),
            2.4,
            () => "expm1 is used, which is e to a power minus 1",
          ] as const,
        ]
      : []),
    ...(node.op === "solve"
      ? [
          [apply("mul", inner), 2, () => `${x()} is multiplied by H and not by its inverse`] as const,
          ...constants.map(
            (c) =>
              [
                apply("solveLifted", number(c), inner),
                2.2,
                () => `${c} is added on the diagonal of H, which damps the step`,
              ] as const,
          ),
          [apply("solveDown", inner), 2.3, () => "only the lower half of H is used"] as const,
          [apply("solveEntries", inner), 2.2] as const,
        ]
      : []),
    ...(OPERATORS.includes(inner.op)
      ? [0, 1].map(
          (i) =>
            [takenOfOne(node, inner, i), node.op === "sqrt" ? 1.95 : 2.2, ...ofOne(node, inner, i)] as const,
        )
      : []),
  ];
  for (const [by, cost, what = instead(by, node)] of others) made.push(edit(place, by, node.op, cost, what));
  return made;
};

/** An operation on one operand alone of what it should be on. */
const takenOfOne = ({ op }: Tree, inner: Tree, i: number): Tree => ({
  ...inner,
  args: inner.args.with(i, apply(op, inner.args[i]!)),
});

const ofOne = ({ op }: Tree, { args }: Tree, i: number): [] | [() => string] =>
  op === "sqrt"
    ? [() => `the root is taken of ${clause(args[i]!)} alone`]
    : op === "exp"
      ? [() => `${clause(args[1 - i]!)} stands outside of the exponent`]
      : [];

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
  solve: (x) => `H is not used: ${x} stands where H⁻¹${x} should`,
};
