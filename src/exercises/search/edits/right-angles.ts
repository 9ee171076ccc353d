import { apply, name, number, type Tree } from "../tree.ts";
import { type Edit, type Family, clause, edit, isSquare } from "./edit.ts";

const squareOf = (x: Tree): Tree => apply("pow", x, number(2));

/** A sum as the long side of a right angle, or as the root of a product; a sum of squares as the square of a sum; a mean for a length. */
export const rightAngles: Family = (place) => {
  const { node } = place;
  const made = (by: Tree, cost: number, what: string): Edit =>
    edit(place, by, "right angle", cost, () => what);
  if (node.op === "norm") {
    const mean = apply("divide", node, apply("sqrt", name("n")));
    return [made(mean, 2, `the root of the mean square of ${clause(node.args[0]!)} is taken, and not its length`)]; // prettier-ignore
  }
  if (node.op !== "add") return [];
  const [a, b] = node.args as [Tree, Tree];
  const root = (by: Tree, of: string): Edit => made(apply("sqrt", by), 2.1, `the root of the ${of} of ${clause(a)} and ${clause(b)} is taken, and not their sum`); // prettier-ignore
  if (!isSquare(a) || !isSquare(b))
    return [made(apply("add", apply("sqrt", a), apply("sqrt", b)), 1.9, `the roots of ${clause(a)} and ${clause(b)} are added, and not they themselves`), root(apply("add", squareOf(a), squareOf(b)), "sum of the squares"), root(apply("multiply", a, b), "product")]; // prettier-ignore
  const [x, y] = [a.args[0]!, b.args[0]!];
  const what = `the sum of ${clause(x)} and ${clause(y)} is squared, and not each by itself`;
  return [made(squareOf(apply("add", x, y)), 1.7, what)];
};
