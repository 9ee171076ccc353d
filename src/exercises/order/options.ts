/** Orders of lines from which a room chooses. */
import type { Option } from "../kind.ts";
import { sayMistake } from "../mistake.ts";
import { mistakesOf } from "./findings.ts";
import { mixed, type OrderLines, rightOrder } from "./lines.ts";
import type { OrderRun } from "./run.ts";

/** So many wrong orders stand beside a right one. */
const MOST_WRONG = 2;

/** A right order among wrong ones, each as the numbers under which its lines are shown. */
export function orderOptions(lines: OrderLines, run: OrderRun | undefined): Record<string, Option> {
  const right = rightOrder(lines);
  const numbers = new Map(mixed(lines).map((name, i) => [name, i + 1]));
  const optionOf = (order: readonly string[]): Option => {
    const [mistake] = mistakesOf(lines, order, run);
    const shown = order.map((name) => numbers.get(name)).join(", ");
    return mistake === undefined
      ? { text: shown, reason: "Each line has what it needs.", right: true }
      : { text: shown, reason: `In it ${sayMistake(mistake)}.` };
  };
  const wrong = [...withWrongLine(lines, right), ...turnedPairs(lines, right)].slice(0, MOST_WRONG);
  // The numbers are mixed, so the right one stands at no place that one could learn.
  const options = [right, ...wrong].map(optionOf).sort((a, b) => (a.text < b.text ? -1 : 1));
  return Object.fromEntries(options.map((option, i) => [String.fromCharCode(97 + i), option]));
}

/** The right order with one line put in the place of the one that computes the same, or at the end. */
function withWrongLine(lines: OrderLines, right: readonly string[]): string[][] {
  const [wrong] = Object.keys(lines).filter((name) => lines[name]!.wrong !== undefined);
  if (wrong === undefined) return [];
  const quantity = lines[wrong]!.computes?.quantity;
  const same = right.findIndex(
    (name) => quantity !== undefined && lines[name]!.computes?.quantity === quantity,
  );
  return [same < 0 ? [...right, wrong] : right.with(same, wrong)];
}

/** The right order with two lines exchanged of which the second needs the first, the last pair first. */
function turnedPairs(lines: OrderLines, right: readonly string[]): string[][] {
  return right
    .flatMap((name, i) => {
      const before = right[i - 1];
      return before !== undefined && lines[name]!.after.includes(before)
        ? [right.with(i - 1, name).with(i, before)]
        : [];
    })
    .reverse();
}
