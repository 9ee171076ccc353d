/** What is wrong with an order. */
import { nameText } from "../../math/text.ts";
import type { Mistake } from "../mistake.ts";
import { type OrderLines, reads, rightOrder } from "./lines.ts";
import type { OrderRun } from "./run.ts";

/** The mistakes of an order: lines that belong to no right answer, lines that stand too early, lines that are missing. */
export function mistakesOf(
  lines: OrderLines,
  order: readonly string[],
  run: OrderRun | undefined,
): Mistake[] {
  const extra = order.flatMap((name) => wrongLine(lines, name));
  const early = order.flatMap((name, i) =>
    lines[name]!.after.flatMap((first): Mistake[] =>
      order.indexOf(first) > i
        ? [{ id: `${name} before ${first}`, what: tooEarly(lines, name, first, run) }]
        : [],
    ),
  );
  const missing = rightOrder(lines)
    .filter((name) => !order.includes(name) && !isReplaced(lines, order, name))
    .map((name): Mistake => ({ id: `missing: ${name}`, what: `a line is missing: ${lines[name]!.text}` }));
  return [...extra, ...early, ...missing];
}

/** A line that belongs to no right answer, as a mistake. */
export function wrongLine(lines: OrderLines, name: string): Mistake[] {
  const { wrong } = lines[name]!;
  return wrong === undefined ? [] : [{ id: `line: ${name}`, what: wrong }];
}

function tooEarly(lines: OrderLines, name: string, first: string, run: OrderRun | undefined): string {
  const [later, earlier] = [lines[name]!.computes, lines[first]!.computes];
  if (later === undefined || earlier === undefined)
    return `"${lines[name]!.text}" stands before "${lines[first]!.text}", from which it follows`;
  const { quantity } = earlier;
  if (!reads(later, quantity))
    return `${nameText(later.quantity)} has changed already when ${nameText(quantity)} is computed from it`;
  const isKept = run !== undefined && Object.hasOwn(run.remembered, quantity);
  return (
    `${nameText(quantity)} is used before it is computed` +
    (isKept ? `: the line of ${nameText(later.quantity)} takes the value of the step before` : "")
  );
}

/** Whether another line computes what a missing one would. */
function isReplaced(lines: OrderLines, order: readonly string[], name: string): boolean {
  const quantity = lines[name]!.computes?.quantity;
  return quantity !== undefined && order.some((other) => lines[other]!.computes?.quantity === quantity);
}
