import { nameText, OLD } from "../../math/text.ts";
import type { Mistake } from "../mistake.ts";
import { type Column, type Columns, firstDifference } from "../search/columns.ts";
import type { Outcome } from "../search/lines.ts";

/** Another quantity that was returned as a state. */
export function storedInstead(state: string, got: Column, now: Columns, right: Outcome): Mistake | undefined {
  const is = (column: Column | undefined): boolean =>
    column !== undefined && firstDifference(column, got) < 0;
  const due = right.states.get(state)!;
  const old = now.value(state + OLD)!;
  const g = now.value("g")!;
  const epsilon = now.value("epsilon");
  const m = nameText(state);
  const others = [...right.states].filter(([other]) => other !== state);
  const known: readonly (readonly [id: string, column: Column | undefined, what: string])[] = [
    ["w", right.w, "the new place"],
    ["old w", now.value("w"), "the old place"],
    ["g", g, "the gradient"],
    ["0", got.map(() => 0), "0, so that the memory is wiped at each step"],
    ...others.map(([other, column]) => [other, column, `the new ${nameText(other)}`] as const),
    ["root", due.map(Math.sqrt), "its root"],
    ["root", epsilon && due.map((x, i) => Math.sqrt(x + epsilon[i]!)), "its root, with ε inside"],
    ["change", due.map((x, i) => x - old[i]!), `the change of ${m}, new minus old`],
    ["step", right.w.map((x, i) => x - now.value("w")![i]!), "the step"],
  ];
  const found = known.find(([, column]) => is(column));
  if (found === undefined || firstDifference(due, found[1]!) < 0) return undefined;
  return {
    id: `${state}: stored ${found[0]}`,
    quantity: state,
    sentence: `what is returned as ${m} is ${found[2]}`,
    cure: `Return the new ${m}.`,
  };
}
