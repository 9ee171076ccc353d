import { apply, keyOf, name, number, readName } from "../tree.ts";
import { type Edit, type Family, clause, edit } from "./edit.ts";

/** The mean of what should stand there and something else. */
export const means: Family = (place, { names }) => {
  const { node } = place;
  if (node.op === "number") return [];
  return names
    .filter((other) => other !== node.name)
    .map((other) =>
      edit(
        place,
        apply("divide", apply("add", node, name(other)), number(2)),
        "mean",
        2.6,
        () => `the mean of ${clause(node)} and ${readName(other)} stands where ${clause(node)} should`,
        `${keyOf(node)}, ${other}`,
      ),
    );
};

/** A correction for the start at 0 where there is none, and a step or a share added. */
export const corrections: Family = (place, { names, numbers }) => {
  const { node } = place;
  if (node.op === "number" || numbers.includes(node.name ?? "")) return [];
  const x = clause(node);
  const vectors = names
    .filter((one) => !numbers.includes(one) && one !== "t" && one !== "n" && one !== "i")
    .slice(0, 6);
  return numbers.flatMap((share) => [
    ...[
      apply("subtract", number(1), name(share)),
      apply("subtract", number(1), apply("pow", name(share), name("t"))),
    ].flatMap((by) => [
      edit(
        place,
        apply("divide", node, by),
        "correction too many",
        2.4,
        () => `${x} is divided by ${clause(by)}`,
        `${keyOf(node)}, ${keyOf(by)}`,
      ),
      edit(
        place,
        apply("multiply", node, by),
        "factor too many",
        2.4,
        () => `${x} is multiplied by ${clause(by)}`,
        `${keyOf(node)}, ${keyOf(by)}`,
      ),
    ]),
    ...vectors.flatMap((other) => {
      const by = apply("multiply", name(share), name(other));
      return [
        edit(
          place,
          apply("add", node, by),
          "term too many",
          2.8,
          () => `${clause(by)} is added to ${x}`,
          `${keyOf(node)}, ${keyOf(by)}`,
        ),
        edit(
          place,
          apply("subtract", node, by),
          "term too many",
          2.8,
          () => `${clause(by)} is subtracted from ${x}`,
          `${keyOf(node)}, ${keyOf(by)}`,
        ),
      ];
    }),
  ]);
};

/** A factor, a divisor or a term too many. */
export const extras: Family = (place, { names, constants, actions, asides = [] }) => {
  const { node, parent } = place;
  const x = clause(node);
  const made: Edit[] = [];
  for (const other of [...names, ...asides]) {
    const y = readName(other);
    const of = `${keyOf(node)}, ${other}`;
    if (node.op !== "number" || node.value !== 1)
      made.push(
        edit(
          place,
          apply("multiply", node, name(other)),
          "factor too many",
          2.7,
          () => `${x} is multiplied by ${y}`,
          of,
        ),
      );
    made.push(
      edit(
        place,
        apply("divide", node, name(other)),
        "divisor too many",
        2.8,
        () => `${x} is divided by ${y}`,
        of,
      ),
    );
    if (node.op !== "number" && actions.includes("norm"))
      made.push(
        edit(
          place,
          apply("divide", node, apply("norm", name(other))),
          "divided by length",
          2.5,
          () => `${x} is divided by the length of ${y}`,
          of,
        ),
      );
    if (parent?.op === "multiply" && node.op !== "name") continue;
    made.push(
      edit(place, apply("add", node, name(other)), "term too many", 3, () => `${y} is added to ${x}`, of),
    );
    made.push(
      edit(
        place,
        apply("subtract", node, name(other)),
        "term too many",
        3,
        () => `${y} is subtracted from ${x}`,
        of,
      ),
    );
  }
  for (const value of constants) {
    if (value === 0) continue;
    const of = `${keyOf(node)}, ${value}`;
    const times =
      value === 2 ? `${x} is doubled` : value === 0.5 ? `${x} is halved` : `${x} is multiplied by ${value}`;
    if (value !== 1) {
      made.push(
        edit(
          place,
          apply("multiply", node, number(value)),
          "constant factor",
          2.2 - (value === 2 || value === 0.5 ? 0.1 : 0),
          () => times,
          of,
        ),
      );
      made.push(
        edit(
          place,
          apply("divide", node, number(value)),
          "constant factor",
          2.3,
          () => `${x} is divided by ${value}`,
          of,
        ),
      );
    }
    made.push(
      edit(
        place,
        apply("add", node, number(value)),
        "constant term",
        2.9,
        () => `${value} is added to ${x}`,
        of,
      ),
    );
    made.push(
      edit(
        place,
        apply("subtract", node, number(value)),
        "constant term",
        2.9,
        () => `${value} is subtracted from ${x}`,
        of,
      ),
    );
  }
  return made;
};
