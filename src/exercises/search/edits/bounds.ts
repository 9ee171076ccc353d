import { apply, name, number, readName, show, type Tree } from "../tree.ts";
import { type Edit, type Family, clause, edit, isSquare, told } from "./edit.ts";

type Bound = readonly [guard: string, by: Tree, cost: number, what: (x: string) => string];

/** A part that is held above or below something, or guarded against 0. */
export const bounds: Family = (place, { operators = [], constants: usual, written = usual, names }) => {
  const { node } = place;
  if (node.op === "number" || operators.length === 0) return [];
  return [
    ...written.flatMap((value) => [
      ...byNumber(node, value),
      ...(isSmall(value) ? guarded(node, value, written) : []),
    ]),
    ...names.filter((other) => other !== node.name).flatMap((other) => byName(node, other)),
  ]
    .filter(([guard]) => operators.includes(guard))
    .map(([guard, by, cost, what]) => edit(place, by, guard, cost, () => what(told(place))));
};

const isSmall = (value: number): boolean => value > 0 && value < 1;

function byNumber(node: Tree, value: number): Bound[] {
  const limit = number(value);
  // What is squared is held by itself rather than its square.
  const cost = isSquare(node) ? 2.45 : 2.2;
  return [
    ["max", apply("max", node, limit), cost, (x) => `${x} is never below ${value}`],
    ["min", apply("min", node, limit), cost, (x) => `${x} is never above ${value}`],
    [
      "min",
      apply("max", apply("min", node, limit), number(-value)),
      2.35,
      (x) => `${x} is held between −${value} and ${value}`,
    ],
    ["or", apply("ifZero", node, limit), 2.2, (x) => `${value} stands in the place of ${x} where that is 0`],
    [
      "or",
      apply("ifNotAbove0", node, limit),
      2.2,
      (x) => `${value} stands in the place of ${x} where that is not above 0`,
    ],
  ];
}

function guarded(node: Tree, least: number, constants: readonly number[]): Bound[] {
  return constants.map((value) => [
    "or",
    apply("ifSmall", node, number(least), number(value)),
    2.6,
    (x) => `${value} stands in the place of ${x} where the size of that is below ${least}`,
  ]);
}

function byName(node: Tree, other: string): Bound[] {
  const y = name(other);
  return [
    ["max", apply("max", node, y), 2.4, (x) => `the larger one of ${x} and ${readName(other)} is taken`],
    ["min", apply("min", node, y), 2.4, (x) => `the smaller one of ${x} and ${readName(other)} is taken`],
    [
      "or",
      apply("ifNotAbove0", node, y),
      2.5,
      (x) => `${readName(other)} stands in the place of ${x} where that is not above 0`,
    ],
  ];
}

/** One is left out of those of which the smallest is taken, or the largest. */
export const choices: Family = (place) => {
  const { node } = place;
  if (node.op !== "min" && node.op !== "max") return [];
  const [which, other, from] =
    node.op === "min" ? (["smallest", "max", "below"] as const) : (["largest", "min", "above"] as const);
  const [first, second] = node.args as [Tree, Tree];
  const isOfMany = second.op === node.op;
  const turned = (): string =>
    isOfMany
      ? `${other} stands where ${node.op} should: ${clause(first)} bounds from ${from}`
      : `the ${other === "max" ? "larger" : "smaller"} one is taken`;
  const only = (one: Tree, far = 0): Edit =>
    edit(place, one, "left out", 1.7 + far, () => `only ${show(one)} is taken, and not the ${which} one of all`); // prettier-ignore
  // Of a part that another slip may be in it is not said that it is what is taken.
  const without = (left: Tree, one: Tree): Edit =>
    edit(place, one, "left out", 1.7, () => one.args.length === 0 ? `only ${show(one)} is taken` : `${clause(left)} is left out of those of which the ${which} is taken`); // prettier-ignore
  return [
    without(first, second),
    ...(isOfMany ? [only(first), ...second.args.map((one) => only(one, 0.2))] : [without(second, first)]),
    edit(place, apply(other, first, second), "other bound", 1.9, turned),
  ];
};

/** What belongs to one case is done in all of them. */
export const branches: Family = (place) => {
  const { node } = place;
  if (node.op !== "conditional") return [];
  const [condition, then, otherwise] = node.args as [Tree, Tree, Tree];
  return [
    edit(place, then, "branch", 1.4, () => `what belongs to ${clause(condition)} is always done`),
    edit(place, apply("conditional", condition, otherwise, then), "branches", 1.6, () => `what belongs to ${clause(condition)} and what does not have changed places`), // prettier-ignore
    edit(place, otherwise, "branch", 1.4, () => `what belongs to ${clause(condition)} is never done`),
  ];
};
