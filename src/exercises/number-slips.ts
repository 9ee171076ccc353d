/** What slip gives a wrong number: those that an author declares, and those that any number may come by. */
import { numberText } from "../math/numerals.ts";
import { type AskedNumber, type AskedNumbers, isNear, wrongBefore } from "./asked-numbers.ts";
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
  for (const [name, { likeliest, ways }] of slips) {
    const alike = computedAlike(name, slips, fields);
    const borneOut = ways.map((way) => way.filter((when) => alike.length > 0 && isBorneOut(when, alike)));
    const whens = [shared, ...borneOut, likeliest].find(({ length }) => length > 0) ?? [];
    if (whens.length > 0) known.set(name, `comes out when ${whens.slice(0, 2).join(", or when ")}`);
  }
  // A number without a cause may come of the one before it; else it speaks against what is said of those computed alike.
  const isRefuted = (name: string): boolean =>
    wrong.some(
      (other) =>
        !known.has(other) &&
        areAlike(fields[name]!, fields[other]!) &&
        !namesIn(fields[other]!.by ?? "", numbers).includes(name),
    );
  return [...known].filter(([name]) => !isRefuted(name)).sort(([one], [other]) => wrong.indexOf(one) - wrong.indexOf(other)); // prettier-ignore
}

/** The slips that give all of several numbers, the likeliest of them; none that is not likely where each has its own. */
function inCommon(slips: readonly SlipsBehind[]): string[] {
  const haveOwn = slips.every(({ ways }) => ways.slice(0, DECLARED).some(({ length }) => length > 0));
  const [first, ...others] = slips.map(({ ways }) =>
    ways.map((way) => way.map((when) => when.replace(/, from your .*/, ""))),
  );
  if (first === undefined || others.length === 0) return [];
  const upTo = (count: number): string[] =>
    [...new Set(first.slice(0, count).flat())].filter((when) =>
      others.every((ways) => ways.slice(0, count).flat().includes(when)),
    );
  const counts = first.map((_, i) => i + 1).slice(0, haveOwn ? DECLARED + 1 : undefined);
  return counts.map(upTo).find(({ length }) => length > 0) ?? [];
}

/** So many ways are those that a card declares. */
const DECLARED = 2;

/** A text without its names and numbers. */
const form = (text: string): string => text.replace(/"[^"]*"|−?(?:\p{L}[₀-₉\d]+|[\d.]+)/gu, "#");

/** Whether two numbers are computed alike, as "4 − λ·g₁" and "−1 − λ·g₂". */
const areAlike = (one: AskedNumber, other: AskedNumber): boolean =>
  form(one.by ?? "") === form(other.by ?? "");

/** The slips behind other wrong numbers that are computed alike. */
const computedAlike = (
  name: string,
  slips: ReadonlyMap<string, SlipsBehind>,
  fields: AskedNumbers["fields"],
): SlipsBehind[] => {
  const field = fields[name]!;
  return [...slips]
    .filter(([other]) => field.by !== undefined && other !== name && areAlike(field, fields[other]!))
    .map(([, its]) => its);
};

/** Whether a slip was made in other numbers too. */
const isBorneOut = (when: string, others: readonly SlipsBehind[]): boolean =>
  others.every(({ ways }) => ways.flat().some((one) => form(one) === form(when)));

/** That a number is right for what was given before it: a clause that reads on after the number. */
function followed(name: string, { fields, given }: AskedNumbers, numbers: Values): string | undefined {
  const field = fields[name]!;
  const [got, crossed] = [numbers[name]!, crossedAt(numbers[name]!, field, fields, numbers)];
  const wrong = wrongBefore(crossed ?? field.by ?? "", fields, numbers);
  if (wrong.length === 0) return undefined;
  return crossed !== undefined || isGiven(got, computedBy(field.by!, { ...given, ...numbers }), field)
    ? `follows from ${wrong.join(" and ")}, which ${wrong.length === 1 ? "is" : "are"} not right`
    : undefined;
}

/** The number that is below a bound already after the step which is given for the first below it. */
const crossedAt = (
  step: number,
  { answer, read: bound }: AskedNumber,
  fields: AskedNumbers["fields"],
  numbers: Values,
): string | undefined =>
  // prettier-ignore
  Object.keys(fields).find((other) => {
    const { of, after } = fields[other]!.read ?? {};
    return step < answer && of === bound?.of && after === step && numbers[other]! < (bound?.below ?? -Infinity);
  });
