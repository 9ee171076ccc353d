import { counted } from "../../counted.ts";
import { numberText } from "../../math/numerals.ts";
import { nameText } from "../../math/text.ts";
import type { Rule } from "../../rules/rule.ts";
import { type Block, text } from "../blocks.ts";
import type { Departure } from "../explain/departure.ts";
import { rateOf } from "../run/probe.ts";

/** Where an answer departs, in a clause: the first step, by its t where the trial begins later, and the first quantity in it. */
export function departureClause({ probe: { firstT }, step, quantity }: Departure): string {
  const since = step === 1 ? "at once" : `from t = ${step + firstT - 1} on`;
  const when =
    firstT === 1 ? `it differs from step ${step} on` : `tried from t = ${firstT} on it differs ${since}`;
  return `${when}, first in ${nameText(quantity)}`;
}

/** On what it was tried, with the rate in force in that step, and both numbers of what departs first. */
export function whereItDeparts(
  rule: Pick<Rule, "rate">,
  { probe, step, before, quantity, expected, got, form, note, noNumber }: Departure,
): Block[] {
  const inForce = (name: string, value: number): number =>
    name === rule.rate ? rateOf(rule, probe)(step + probe.firstT - 1) : value;
  const settings = [
    ...Object.entries(probe.hyper).map(
      ([name, value]) => `${nameText(name)} = ${numberText(inForce(name, value))}`,
    ),
    ...(probe.firstT === 1 ? [] : [`t from ${probe.firstT} on`]),
  ];
  const setting = settings.length === 0 ? "" : ` with ${settings.join(", ")}`;
  const agree = step === 1 ? "" : `, after ${counted(step - 1, "step")} without a difference`;
  const rows = expected.map((x, i) => [
    `${nameText(quantity)}${subscript(i)}`,
    numberText(x),
    got[i] === undefined ? "nothing" : numberText(got[i]),
  ]);
  return [
    text(
      `Tried on ${probe.name}${setting}: from w = ${showNumbers(before)}${agree}.${form === undefined ? "" : ` It is compared with ${form}, which is right too.`}${note === undefined ? "" : ` ${note}`}`,
    ),
    { kind: "table", cells: { head: ["", "expected", "yours"], rows } },
    ...(noNumber === undefined ? [] : [text(noNumber)]),
  ];
}

function showNumbers(numbers: readonly number[]): string {
  return `(${numbers.map(numberText).join(", ")})`;
}

function subscript(index: number): string {
  return "₁₂₃₄₅₆₇₈₉"[index] ?? String(index + 1);
}
