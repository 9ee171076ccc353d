import { apply, name, namesIn, number, show, type Tree } from "../tree.ts";
import { type Family, clause, edit } from "./edit.ts";

/** A pull towards 0 besides, as in weight decay: a share of w added to the gradient, or taken from w itself. */
export const decays: Family = (place, { names, numbers, constants, written: own = constants }) => {
  const { node, parent } = place;
  const isGradient = node.name === "g" || node.op === "gradient";
  if (!names.includes("w") || (!isGradient && parent !== undefined)) return [];
  const written = own.filter((value) => value !== 0 && value !== 1).map(number);
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

/** A hyperparameter that changes with the steps, where it should stay what it is. */
export const schedules: Family = (place, { names, numbers, constants, written = constants }) => {
  const { node } = place;
  if (!numbers.includes(node.name ?? "") || !names.includes("t")) return [];
  const t = name("t");
  const counts = [t, apply("subtract", t, number(1))];
  const ways = written
    .filter((value) => value > 0 && value !== 1)
    .flatMap((value) =>
      counts.flatMap((count) => [
        apply("multiply", node, apply("pow", number(value), count)),
        apply("divide", node, apply("add", number(1), apply("multiply", number(value), count))),
        apply("multiply", node, apply("exp", apply("multiply", number(-value), count))),
      ]),
    );
  return [apply("divide", node, apply("sqrt", t)), ...ways].map(
    (by) =>
    edit(place, by, "schedule", 2.3, () => `${clause(node)} changes with the steps, as ${show(by)}, and should stay as it is`), // prettier-ignore
  );
};

/** A factor that is applied at each step, where equal parts are meant: (1 + k)ⁿ for 1 + k·n. */
export const compounds: Family = (place) => {
  const [one, product] = place.node.args as [Tree, Tree];
  if (!["add", "subtract"].includes(place.node.op) || one.value !== 1 || product.op !== "multiply") return [];
  const [a, b] = product.args as [Tree, Tree];
  return [[a, b] as const, [b, a] as const].map(([x, count]) => {
    const base = apply(place.node.op, one, x);
    const what = `the whole ${show(base)} is raised to the power of ${clause(count)}, where ${clause(x)} alone should be multiplied by it`;
    return edit(place, apply("pow", base, count), "compound", 2.2, () => what);
  });
};

/** A share of the steps that are left, by which something falls in equal parts, bent. */
export const falls: Family = (place) => {
  const { node } = place;
  const [above, below] = node.args as [Tree, Tree];
  if (node.op !== "divide" || below.op !== "name" || above.op === "name" || !namesIn(above).has("t"))
    return [];
  const left = apply("subtract", node, number(1));
  return [left, apply("subtract", left, apply("divide", number(1), below))].map(
    (by) =>
    edit(place, apply("exp", by), "exponential fall", 2.3, () => "it falls exponentially, and should fall in equal parts"), // prettier-ignore
  );
};
