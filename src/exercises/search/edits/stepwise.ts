import { apply, name, number, type Place, type Tree } from "../tree.ts";
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

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

/** There it is a product of all factors so far, and told as that. */
const isInExponent = ({ parent, index }: Place): boolean =>
  parent !== undefined &&
  (parent.node.op === "exp" || (parent.node.op === "pow" && index === 1) || isInExponent(parent));

/** 1 + 2 + ... added up where their count should stand. */
export const addedUp: Family = (place, { operators = [] }) => {
  const { node } = place;
  const isCount = node.op === "subtract" && node.args[0]!.name === "t" && node.args[1]!.value === 1;
  if (!operators.includes("loop") || (!isCount && node.name !== "t") || isInExponent(place)) return [];
  const by = apply(
    "divide",
    apply("multiply", apply(isCount ? "subtract" : "add", name("t"), number(1)), name("t")),
    number(2),
  );
  const what = (): string => "the numbers of the steps are added up, 1 + 2 + ..., and not counted";
  return [edit(place, by, "added up", 2.1, what)];
};

/** A product with a power, computed in a loop in which something else happens too: x·0.8⁵. */
export const stepwise: Family = (place, { actions, constants, operators = [] }) => {
  const { node } = place;
  const [start, power] = node.args as [Tree?, Tree?];
  const times = power?.args[1]?.value;
  const isPower = node.op === "multiply" && power?.op === "pow" && times !== undefined;
  if (!isPower || !Number.isInteger(times) || times < 2 || times > LONGEST) return [];
  const loop = (step: (x: Tree) => Tree): Tree =>
    Array.from({ length: times }).reduce<Tree>((x) => step(apply("multiply", x, power.args[0]!)), start!);
  const each = `in each of the ${times} steps`;
  const [x, share] = [clause(start!), power.args[0]!];
  const taken = apply("multiply", number(times), apply("subtract", number(1), share));
  const ofLoop = [
    edit(
      place,
      apply("multiply", start!, apply("subtract", number(1), taken)),
      "share of the start",
      0.9,
      () => `${each}, the share is taken of ${x} as it was at the start, and not of what is left`,
    ),
    edit(
      place,
      apply("multiply", node, number(factorial(times))),
      "count as a factor",
      2,
      () => `${each}, the number of the step comes in as a factor too`,
    ),
  ];
  return [
    ...(operators.includes("loop") ? ofLoop : []),
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
