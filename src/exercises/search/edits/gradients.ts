import { apply, keyOf, name, type Tree } from "../tree.ts";
import { type Family, clause, edit } from "./edit.ts";

/** The gradient at another place. */
export const otherPlaces: Family = (place, { places = [] }) => {
  const { node } = place;
  if (places.length === 0 || (node.op !== "gradient" && node.name !== "g")) return [];
  const right = keyOf(node.args[0] ?? name("w"));
  return places
    .filter((by) => keyOf(by) !== right)
    .map((by) =>
      edit(
        place,
        apply("gradient", by),
        "gradient elsewhere",
        2.1,
        () => `the gradient at ${clause(by)} stands where ${clause(node)} should`,
        () => keyOf(by),
      ),
    );
};

/** The gradient taken a second time, at some place, and a step along it besides. */
export const secondGradients: Family = (place, { places = [], numbers }) => {
  const { node, parent } = place;
  if (parent !== undefined) return [];
  return places.flatMap((by) =>
    numbers.flatMap((rate) => {
      const step: Tree = apply("multiply", name(rate), apply("gradient", by));
      return (["add", "subtract"] as const).map((op) =>
        edit(
          place,
          apply(op, node, step),
          "gradient twice",
          2.3,
          () => `${clause(step)} is ${op === "add" ? "added to" : "subtracted from"} ${clause(node)}`,
          () => `${op} ${keyOf(step)}`,
        ),
      );
    }),
  );
};
