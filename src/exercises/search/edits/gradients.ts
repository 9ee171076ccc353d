import { apply, keyOf, name, show } from "../tree.ts";
import { type Family, edit } from "./edit.ts";

/** The gradient at another place. */
export const otherPlaces: Family = (place, { places = [] }) => {
  const { node } = place;
  if (places.length === 0 || (node.op !== "gradient" && node.name !== "g")) return [];
  const right = node.args[0] ?? name("w");
  return places
    .filter((by) => keyOf(by) !== keyOf(right))
    .map((by) => {
      const what = (): string => `the gradient is taken at ${show(by)}, and not at ${show(right)}`;
      return edit(place, apply("gradient", by), "gradient elsewhere", 2.1, what, () => keyOf(by));
    });
};
