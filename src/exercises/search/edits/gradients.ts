import { isShort } from "../called.ts";
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
        () => `the gradient is taken ${where(by)}, and not ${where(node.args[0] ?? name("w"))}`,
        () => keyOf(by),
      ),
    );
};

const WAYS: Readonly<Record<string, string>> = { add: "ahead", subtract: "behind" };

/** "ahead by α·m" */
function where(place: Tree): string {
  const [from, way] = place.args;
  if (from?.name !== "w" || way === undefined || !(place.op in WAYS)) return `at ${clause(place)}`;
  return isShort(way) ? `${WAYS[place.op]!} by ${clause(way)}` : "where the new step leads";
}
