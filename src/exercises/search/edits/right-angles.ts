import { apply, number, type Tree } from "../tree.ts";
import { type Edit, type Family, clause, edit, isSquare } from "./edit.ts";

const squareOf = (x: Tree): Tree => apply("pow", x, number(2));

/** A sum as the long side of a right angle, √(a² + b²), and a sum of squares as the square of a sum. */
export const rightAngles: Family = (place) => {
  const { node } = place;
  if (node.op !== "add") return [];
  const [a, b] = node.args as [Tree, Tree];
  const made = (by: Tree, cost: number, what: string): Edit =>
    edit(place, by, "right angle", cost, () => what);
  const longest = apply("sqrt", apply("add", squareOf(a), squareOf(b)));
  return isSquare(a) && isSquare(b)
    ? [
        made(
          squareOf(apply("add", a.args[0]!, b.args[0]!)),
          1.7,
          `the sum of ${clause(a.args[0]!)} and ${clause(b.args[0]!)} is squared, and not each by itself`,
        ),
      ]
    : [made(longest, 2.1, `the root of the sum of the squares of ${clause(a)} and ${clause(b)} is taken, and not their sum`)]; // prettier-ignore
};
