/** What slip gives a wrong number: those that an author declares, and those that any number may come by. */
import { numberText } from "../math/numerals.ts";
import { type AskedNumbers, isNear, wrongBefore } from "./asked-numbers.ts";
import { computedBy, namesIn, type Values } from "./number-formula.ts";
import { isGiven, type SlipsBehind, slipsBehind } from "./slips-behind.ts";

/** What slips the wrong numbers come of, where they are known: a sentence for each, and one for those that come of the same. */
export function slipsIn(asked: AskedNumbers, numbers: Values): string[] {
  const said = new Map<string, string[]>();
  for (const [name, why] of causes(asked, numbers)) {
    const number = numberText(numbers[name]!);
    const { label } = asked.fields[name]!;
    const told = Object.keys(asked.fields).length === 1 ? number : `${label}: ${number}`;
    said.set(why, [...(said.get(why) ?? []), told]);
  }
  return Array.from(said, ([why, of]) =>
    of.length === 1 ? `${of[0]!} ${why}.` : `${of.join(" and ")} ${why.replace(/^(come|follow)s/, "$1")}.`,
  );
}

/** Why each wrong number came out so: nothing of one that another wrong number speaks against. */
function causes(asked: AskedNumbers, numbers: Values): [name: string, why: string][] {
  const { fields } = asked;
  const wrong = Object.keys(fields).filter((name) => !isNear(numbers[name]!, fields[name]!));
  const known = new Map<string, string>();
  for (const name of wrong) {
    const follows = followed(name, asked, numbers);
    if (follows !== undefined) known.set(name, follows);
  }
  const follows = [...known.keys()];
  const slips = new Map(
    wrong
      .filter((name) => !known.has(name))
      .map((name) => [name, slipsBehind(name, asked, numbers, follows)] as const),
  );
  const shared = inCommon([...slips.values()]);
  for (const [name, { likeliest }] of slips) {
    const whens =
      shared.length > 0 ? shared : likeliest.filter((when) => isBorneOut(when, name, slips, fields));
    if (whens.length > 0) known.set(name, `comes out when ${whens.slice(0, 2).join(", or when ")}`);
  }
  // A number without a cause may come of the one before it; else it speaks against what is said of others.
  const isRefuted = (name: string): boolean =>
    wrong.some((other) => !known.has(other) && !namesIn(fields[other]!.by ?? "", numbers).includes(name));
  return [...known].filter(([name]) => !isRefuted(name)).sort(([one], [other]) => wrong.indexOf(one) - wrong.indexOf(other)); // prettier-ignore
}

/** The slips that give all of several numbers. */
function inCommon(slips: readonly SlipsBehind[]): string[] {
  const [first, ...others] = slips;
  if (first === undefined || others.length === 0) return [];
  return first.likely.filter((when) => others.every(({ likely }) => likely.includes(when)));
}

/** Whether a slip that nobody declared was made in the other wrong numbers too that are computed alike: "4 − λ·g₁" and "−1 − λ·g₂". */
function isBorneOut(
  when: string,
  name: string,
  slips: ReadonlyMap<string, SlipsBehind>,
  fields: AskedNumbers["fields"],
): boolean {
  const form = (text: string): string => text.replace(/"[^"]*"|−?(?:\p{L}[₀-₉\d]+|[\d.]+)/gu, "#");
  const { by } = fields[name]!;
  if (by === undefined || slips.get(name)!.isDeclared) return true;
  return [...slips].every(
    ([other, { every }]) =>
      form(fields[other]!.by ?? "") !== form(by) || every.some((one) => form(one) === form(when)),
  );
}

/** That a number is right for what was given before it: a clause that reads on after the number. */
function followed(name: string, { fields, given }: AskedNumbers, numbers: Values): string | undefined {
  const field = fields[name]!;
  const wrong = field.by === undefined ? [] : wrongBefore(field.by, fields, numbers);
  if (wrong.length === 0) return undefined;
  return isGiven(numbers[name]!, computedBy(field.by!, { ...given, ...numbers }), field)
    ? `follows from ${wrong.join(" and ")}, which ${wrong.length === 1 ? "is" : "are"} not right`
    : undefined;
}
