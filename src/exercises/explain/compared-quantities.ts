import type { Rule } from "../../rules/rule.ts";
import type { ComparedQuantity } from "../earned.ts";
import { sameNumbers } from "../search/columns.ts";
import { linesOf, outcomeOf } from "../search/lines.ts";
import type { Seen } from "./claim.ts";

interface NamedQuantity extends ComparedQuantity {
  readonly name: string;
}

/** The quantities that came in some cases, beside what was due. */
export function quantitiesOf(rule: Rule, { cases, form }: Seen): NamedQuantity[] {
  const { w, states } = outcomeOf(linesOf(rule), cases.columns);
  return [
    { name: "w", got: form.w, due: w },
    ...[...states].map(([name, due]) => ({ name, got: form.states.get(name), due })),
  ];
}

export const isRight = ({ got, due }: ComparedQuantity): boolean =>
  got !== undefined && sameNumbers(got, due);
