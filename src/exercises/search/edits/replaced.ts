import { OLD } from "../../../math/text.ts";
import { filled, keyOf, name, number, readName } from "../tree.ts";
import { type Family, clause, edit } from "./edit.ts";

/** Another quantity in the place of one. */
export const otherNames: Family = (place, { names }) => {
  const { node, parent } = place;
  if (node.op !== "name" && node.op !== "gradient") return [];
  const shown = clause(node);
  return names
    .filter(
      (other) => other !== node.name && !(parent?.op === "pow" && parent.args[1] === node && other === "w"),
    )
    .map((other) =>
      other === `${node.name ?? ""}${OLD}`
        ? edit(
            place,
            name(other),
            "old",
            1.45,
            () => `it uses the old ${shown} and not the new one`,
            node.name,
          )
        : edit(
            place,
            name(other),
            "other",
            2,
            () => `${readName(other)} stands where ${shown} should`,
            `${keyOf(node)}>${other}`,
          ),
    );
};

/** A number in the place of a quantity. */
export const constantNames: Family = (place, { constants }) => {
  const { node, put } = place;
  if (node.op !== "name") return [];
  const shown = readName(node.name!);
  return constants.flatMap((value) => [
    edit(place, number(value), "constant", 2.2, () => `${value} stands where ${shown} should`, node.name),
    {
      ...edit(
        place,
        node,
        "constant",
        2.1,
        () => `${shown} is always ${value}, whatever is given`,
        node.name,
      ),
      tree: filled(put(node), new Map([[node.name!, number(value)]])),
    },
  ]);
};

/** Another number in the place of one. */
export const otherNumbers: Family = (place, { constants, numbers }) => {
  const { node } = place;
  if (node.op !== "number") return [];
  const value = node.value!;
  const near = [
    value + 1,
    value - 1,
    2 * value,
    value / 2,
    value * value,
    1 - value,
    value * 10,
    value / 10,
    -value,
    1 / value,
  ];
  return [
    ...[...new Set([...near, ...constants])]
      .filter((other) => other !== value && Number.isFinite(other))
      .map((other) => {
        const by = Number(other.toPrecision(12));
        return edit(
          place,
          number(by),
          "number",
          Math.abs(by - value) === 1 || constants.includes(by) ? 1.8 : 2.5,
          () => `${by} stands where ${value} should`,
          `${value}>${by}`,
        );
      }),
    ...numbers.map((other) =>
      edit(
        place,
        name(other),
        "number",
        2.6,
        () => `${readName(other)} stands where ${value} should`,
        `${value}>${other}`,
      ),
    ),
  ];
};
