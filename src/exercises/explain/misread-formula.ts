/** What is wrong with how a function takes what it is given, or with what it returns, before anything is searched. */
import type { Point } from "../formula-target.ts";
import type { Mistake } from "../mistake.ts";
import { guarded } from "../run/guard.ts";
import { watchFormula } from "../run/watch-formula.ts";
import { firstDifference } from "../search/columns.ts";
import { apply, name, type Tree, treeOf } from "../search/tree.ts";
import { settingOf } from "./formula-setting.ts";
import { notGiven } from "./numberless.ts";
import type { Tried } from "./tried-formula.ts";

/** What it asks for that is not given, or takes for a number. */
export function askedFor({ candidate, points }: Tried): Mistake | undefined {
  const [point] = points as [Point];
  const tried = guarded(() => watchFormula(candidate, point));
  const { missing, asWhole } = "value" in tried ? tried.value : { missing: [], asWhole: false };
  const names = Object.keys(point);
  const [first] = missing;
  if (first !== undefined) return notGiven(first, names);
  return asWhole
    ? {
        id: "argument: not taken apart",
        sentence: "what is given is an object, and it is computed with as if it were a number",
        cure: `Take it apart: ({ ${names.join(", ")} }) => ....`,
      }
    : undefined;
}

/** Where one number came in the place of a list, or a list in the place of a number: what it is. */
export function onlyNumber({ right, points, results, source }: Tried): Mistake[] {
  if (right.length < 2) return [];
  const numbers = results.map((value) =>
    Array.isArray(value) && value.length === 1 ? (value[0] as unknown) : value,
  );
  if (!numbers.every((value) => typeof value === "number")) return [];
  const got = Float64Array.from(numbers);
  const setting = settingOf(right, points, source);
  const trees = right.map(treeOf);
  const known: readonly (readonly [string, Tree, string])[] = [
    ...trees.map((tree, i) => [`only ${i + 1}`, tree, `it is number ${i + 1} of the list alone`] as const),
    ["sum", trees.reduce((a, b) => apply("add", a, b)), "it is the sum of the numbers of the list"],
    ["size", name("size"), "it is the length of the arrow that the numbers make"],
  ];
  const found = known.find(([, tree]) => firstDifference(setting.columns.compute(tree), got) < 0);
  return found === undefined ? [] : [{ id: `value: ${found[0]}`, sentence: found[2] }];
}
