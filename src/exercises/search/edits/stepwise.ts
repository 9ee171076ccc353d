import { apply, number, type Tree } from "../tree.ts";
import { type Family, clause, edit } from "./edit.ts";

/** Loops longer than this are not written out. */
const LONGEST = 10;

const ROUNDING: Readonly<Record<string, string>> = {
  round0: "rounded to a whole number",
  round1: "rounded to 1 decimal",
  round2: "rounded to 2 decimals",
  round3: "rounded to 3 decimals",
  floor: "rounded down",
  ceil: "rounded up",
  trunc: "cut down to a whole number",
};

/** A product with a power, computed in a loop in which something else happens too: x·0.8⁵. */
export const stepwise: Family = (place, { actions, constants }) => {
  const { node } = place;
  const [start, power] = node.args as [Tree?, Tree?];
  const times = power?.args[1]?.value;
  const isLoop = node.op === "multiply" && power?.op === "pow" && times !== undefined;
  if (!isLoop || !Number.isInteger(times) || times < 2 || times > LONGEST) return [];
  const loop = (step: (x: Tree) => Tree): Tree =>
    Array.from({ length: times }).reduce<Tree>((x) => step(apply("multiply", x, power.args[0]!)), start!);
  const each = `in each of the ${times} steps`;
  return [
    ...actions
      .filter((op) => ROUNDING[op] !== undefined)
      .map(
        (op) =>
        edit(place, loop((x) => apply(op, x)), `${op} in each step`, 1.9, () => `${clause(start!)} is ${ROUNDING[op]!} ${each}`), // prettier-ignore
      ),
    ...constants.flatMap((value) =>
      (["add", "subtract"] as const).map(
        (op) =>
        edit(place, loop((x) => apply(op, x, number(value))), `${op} in each step`, 2.3, () => `${value} is ${op === "add" ? "added" : "subtracted"} ${each}`), // prettier-ignore
      ),
    ),
  ];
};
