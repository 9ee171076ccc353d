import { asStep } from "../forms.ts";
import { apply, number, type Tree } from "../tree.ts";
import { type Family, clause, edit, isSquare } from "./edit.ts";

/** An average that is taken otherwise: one that never falls, a geometric one, the square of averaged sizes. */
export const averages: Family = (place, { operators = [] }) => {
  const { node } = place;
  if (asStep(node) === node) return [];
  const [kept, taken] = node.args as [Tree, Tree];
  const [share, old, rest, fresh] = [...kept.args, ...taken.args] as [Tree, Tree, Tree, Tree];
  const neverFalls = edit(
    place,
    apply("max", old, node),
    "max",
    2,
    () =>
      `${clause(old)} never falls, as in AMSGrad: the larger one of the old ${clause(old)} and the new average is kept`,
  );
  const ofSizes = (x: Tree): Tree => {
    const both = [apply("multiply", share, apply("sqrt", old)), apply("multiply", rest, apply("abs", x))];
    return apply("pow", apply("add", ...both), number(2));
  };
  const geometric = apply("multiply", apply("pow", old, share), apply("pow", fresh, rest));
  return [
    edit(place, geometric, "geometric mean", 2, () => "powers are multiplied, as in a geometric mean, and should be averaged"), // prettier-ignore
    ...(operators.includes("max") ? [neverFalls] : []),
    ...(isSquare(fresh)
      ? [edit(place, ofSizes(fresh.args[0]!), "averaged sizes", 2, () => "sizes are averaged, and then squared: the squares should be averaged")] // prettier-ignore
      : []),
  ];
};
