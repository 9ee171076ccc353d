/** One argument of a formula that something else made of the arguments is taken for, wherever it stands. */
import { nameText } from "../../math/text.ts";
import { explains } from "../search/columns.ts";
import { apply, filled, name, number, show, type Tree, treeOf } from "../search/tree.ts";
import { columnsOf } from "./formula-setting.ts";
import { type Came, columnsIn, type FormulaExplanation, shown } from "./tried-formula.ts";

/** What gives all numbers with something else taken for one argument; nothing where nothing does. */
export function takenFor(
  right: readonly string[],
  everywhere: readonly Came[],
): FormulaExplanation | undefined {
  const names = Object.keys(everywhere[0]!.points[0]!);
  const trees = right.map(treeOf);
  for (const one of names)
    for (const other of othersFor(one, names)) {
      const computes = trees.map((tree) => filled(tree, new Map([[one, other]])));
      const holds = ({ points, got }: Came): boolean =>
        columnsIn(got, right.length).every((came, k) =>
          explains(columnsOf(points).compute(computes[k]!), came),
        );
      if (!everywhere.every(holds)) continue;
      const what = `${show(other)} is taken for ${nameText(one)}`;
      return { mistakes: [{ id: `taken: ${show(other)} for ${one}`, what }], ...shown(computes), holds };
    }
  return undefined;
}

/** What may be taken for an argument: a change of itself, or what is left of another without it, or without it and a third one. */
function othersFor(one: string, names: readonly string[]): Tree[] {
  const x = name(one);
  const others = names.filter((other) => other !== one).map(name);
  return [
    ...[apply("add", x, number(1)), apply("subtract", x, number(1)), apply("subtract", number(1), x)],
    ...[apply("multiply", number(2), x), apply("divide", x, number(2)), apply("pow", x, number(2))],
    ...others.flatMap((y) => [
      apply("subtract", y, x),
      apply("add", x, y),
      apply("subtract", x, y),
      ...others.filter((z) => z !== y).map((z) => apply("subtract", apply("subtract", y, z), x)),
    ]),
  ];
}
