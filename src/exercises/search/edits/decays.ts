import { apply, name, number, type Tree } from "../tree.ts";
import { type Family, clause, edit } from "./edit.ts";

/** A pull towards 0 besides, as in weight decay: a share of w added to the gradient, or taken from w itself. */
export const decays: Family = (place, { names, numbers, constants }) => {
  const { node, parent } = place;
  const isGradient = node.name === "g" || node.op === "gradient";
  if (!names.includes("w") || (!isGradient && parent !== undefined)) return [];
  const written = constants.filter((value) => value !== 0 && value !== 1).map(number);
  const scaled = written.flatMap((share) => numbers.map((other) => apply("multiply", share, name(other))));
  const pull = (share: Tree): Tree => apply("multiply", share, name("w"));
  const made = (op: string, by: Tree, cost: number, what: string) =>
    edit(place, apply(op, node, by), "decay", cost, () => `${clause(by)} is ${what}`);
  // Squared, it only changes how long the step is.
  const so = (what: string): string => (parent?.node.op === "pow" ? "" : `, so that the weights ${what}`);
  return isGradient
    ? [...written, ...numbers.map((one) => name(one))].flatMap((share) => [
        made("add", pull(share), 2.35, `added to the gradient${so("decay")}`),
        made("subtract", pull(share), 2.45, `subtracted from the gradient${so("grow")}`),
      ])
    : scaled.map((share) =>
        made("subtract", pull(share), 2.4, "subtracted besides, so that the weights decay"),
      );
};
