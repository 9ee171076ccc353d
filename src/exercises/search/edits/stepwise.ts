import { apply, name, number, type Tree } from "../tree.ts";
import { type Family, type Vocabulary, clause, edit } from "./edit.ts";

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

const isCount = ({ op, args, name: one }: Tree): boolean =>
  one === "t" || (op === "subtract" && args[0]!.name === "t" && args[1]!.value === 1);

/** Steps counted in tens, whole ones: a rate that falls in stairs. */
export const stairs: Family = (place, { actions, constants }) => {
  const { node, parent } = place;
  if (!isCount(node) || (node.name === "t" && parent !== undefined && isCount(parent.node))) return [];
  const counts = node.name === "t" ? [node] : [node, name("t")];
  return constants
    .filter((width) => width > 1)
    .flatMap((width) =>
      actions
        .filter((op) => ROUNDING[op] !== undefined)
        .flatMap((op) =>
          counts.flatMap((count) => {
            const whole = apply(op, apply("divide", count, number(width)));
            const what = (): string =>
              `${clause(count)} is divided by ${width} and ${ROUNDING[op]!}: it goes in stairs of ${width} steps`;
            return [
              edit(place, whole, "stairs", 2.1, what),
              edit(place, apply("multiply", whole, number(width)), "stairs", 2.1, () => `${clause(count)} is ${ROUNDING[op]!}, to whole times ${width}: it goes in stairs`), // prettier-ignore
            ];
          }),
        ),
    );
};

/** The mean of all steps in the place of their sum. */
export const averaged: Family = (place, { names }) => {
  const { node, parent } = place;
  const [old, fresh] = node.args as [Tree, Tree];
  if (parent !== undefined || node.op !== "add" || old.op !== "name" || !names.includes("t")) return [];
  const by = apply("add", old, apply("divide", apply("subtract", fresh, old), name("t")));
  const what = (): string => `${clause(old)} is the mean of ${clause(fresh)} over the steps, and not the sum`;
  return [edit(place, by, "mean of steps", 2.1, what)];
};

/** A product with a power, computed in a loop in which something else happens too, or that is one step too short or too long: x·0.8⁵. */
export const stepwise: Family = (place, words) => {
  const [start, power] = place.node.args as [Tree?, Tree?];
  const times = power?.args[1]?.value;
  const isPower = place.node.op === "multiply" && power?.op === "pow" && times !== undefined;
  if (!isPower || !Number.isInteger(times) || times < 2 || times > LONGEST) return [];
  return [0, -1, 1].flatMap((more) =>
    waysOf(start!, power.args[0]!, times + more, words).map(([by, kind, cost, what]) => {
      const said = `${what} in each of the ${times + more} steps${more === 0 ? "" : `, of which there should be ${times}`}`;
      return edit(place, by, kind, cost + Math.abs(more), () => said);
    }),
  );
};

/** What may be done in each of some steps, for "in each of the 5 steps". */
function waysOf(
  start: Tree,
  share: Tree,
  times: number,
  { actions, constants, operators = [] }: Vocabulary,
): (readonly [by: Tree, kind: string, cost: number, what: string])[] {
  const loop = (step: (x: Tree) => Tree): Tree =>
    Array.from({ length: times }).reduce<Tree>((x) => step(x), start);
  const kept = (x: Tree): Tree => apply("multiply", x, share);
  const raised = (exponent: number): Tree => apply("multiply", start, apply("pow", share, number(exponent)));
  const x = clause(start);
  const taken = apply("multiply", number(times), apply("subtract", number(1), share));
  const ofLoop = [
    [apply("multiply", start, apply("subtract", number(1), taken)), "share of the start", 0.9, `the share is taken of ${x} as it was at the start, and not of what is left,`], // prettier-ignore
    [apply("multiply", raised(times), number(factorial(times))), "count as a factor", 2, "the number of the step comes in as a factor"], // prettier-ignore
  ] as const;
  const ofPowers = [raised((times * (times + 1)) / 2), "count as an exponent", 0.7, `${clause(share)} is raised to the power of the number of the step`] as const; // prettier-ignore
  const added = (op: "add" | "subtract", value: number) => (y: Tree) => apply(op, y, number(value));
  return [
    ...(operators.includes("loop") ? ofLoop : []),
    ...(operators.includes("power in a loop") ? [ofPowers] : []),
    ...actions
      .filter((op) => ROUNDING[op] !== undefined)
      .map((op) => [loop((y) => apply(op, kept(y))), `${op} in each step`, 1.9, `${x} is ${ROUNDING[op]!}`] as const), // prettier-ignore
    ...constants.flatMap((value) =>
      (["add", "subtract"] as const).flatMap((op) => {
        const how = `${value} is ${op === "add" ? "added" : "subtracted"}`;
        return [
          [loop((y) => added(op, value)(kept(y))), `${op} in each step`, 2.3, how],
          [loop(added(op, value)), `${op} and not multiplied`, 1.7, `${how}, and ${x} is not multiplied by ${clause(share)},`], // prettier-ignore
        ] as const;
      }),
    ),
  ];
}
