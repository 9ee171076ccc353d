/** What is given, read wrongly: one number taken for another. */
import { namesIn, put, type Slipped, type Values } from "./number-formula.ts";

/** Shares that are kept in most runs. */
const USUAL = [0.9, 0.99, 0.999];

/** A number or a name in a formula. */
const WRITTEN = /(?<![\p{L}\p{M}\d₀-₉.^])(?:\d+(?:\.\d+)?|\p{L}[\p{L}\p{M}\d₀-₉]*)(?![\p{L}\p{M}\d₀-₉.^(])/gu;

/** What is taken in place of numbers, and the words for it. */
type Taken = [taken: Values, when: string];

/** What is given, read wrongly. */
export function misread(
  formula: string,
  given: Values,
  values: Values,
): Readonly<Record<"likely" | "rare", Taken[]>> {
  const names = namesIn(formula, given);
  const withOne = (name: string, value: number, when: string): Taken => [{ [name]: value }, when];
  const alike = (name: string): string[] =>
    Object.keys(values).filter(
      (other) => other !== name && other.replace(/[\d₀-₉]+$/u, "") === name.replace(/[\d₀-₉]+$/u, ""),
    );
  const others = namesIn(formula, values).flatMap((name) =>
    alike(name).map((other) => withOne(name, values[other]!, `${other} is taken, and not ${name}`)),
  );
  const ofGiven = names.flatMap((name, i) => {
    const value = values[name]!;
    return [
      ...(value < 0 ? [withOne(name, -value, `the minus of ${name} is lost`)] : []),
      ...(isFactorTwice(formula, name) ? [withOne(name, 1, `${name} is forgotten`)] : []),
      ...(isShare(name) && formula.replaceAll(`1 − ${name}`, "").includes(name)
        ? [withOne(name, 1 - value, `1 − ${name} is taken, and not ${name}`)]
        : []),
      ...names
        .slice(i + 1)
        .map((other): Taken => [
          { [name]: values[other]!, [other]: value },
          `${name} and ${other} change places`,
        ]),
      ...(isShare(name) || (Number.isInteger(value) && value < 1000)
        ? []
        : [10, 0.1].map((factor) => withOne(name, factor * value, `a power of ten of ${name} is lost`))),
    ];
  });
  const usual = names
    .filter(isShare)
    .flatMap((name) =>
      USUAL.filter((value) => !Object.values(values).includes(value)).map((value) =>
        withOne(name, value, `${value} is taken for ${name}`),
      ),
    );
  const ofBoth = namesIn(formula, values).flatMap((name) => alikeTaken(name, alike(name), values));
  return { likely: [...others, ...ofGiven], rare: [...usual, ...ofBoth] };
}

const isShare = (name: string): boolean => /^[αβζ]/.test(name);

/** Whether a name stands in several places, and multiplies or divides in each. */
const isFactorTwice = (formula: string, name: string): boolean =>
  formula.split(name).length > 2 && !new RegExp(`(?:^|[ (])−?${name}(?:$|[ )])`, "u").test(formula);

/** What is made of two numbers of one name, as g₁ and g₂, and taken for each of them. */
function alikeTaken(name: string, [other, ...more]: readonly string[], values: Values): Taken[] {
  if (other === undefined || more.length > 0 || isShare(name)) return [];
  const [one, two] = [values[name]!, values[other]!];
  const length = Math.hypot(one, two);
  const both = [name, other].sort().join(" and ");
  const forEach = (value: number, what: string): Taken => [
    { [name]: value, [other]: value },
    `the ${what} of ${both} is taken for each`,
  ];
  return [
    forEach((one + two) / 2, "mean"),
    forEach(one + two, "sum"),
    forEach(length, "common length"),
    [{ [name]: one / length, [other]: two / length }, `${both} are divided by their length`],
    [{ [name]: Math.sign(one), [other]: Math.sign(two) }, `only the signs of ${both} are taken`],
  ];
}

/** Another number of the question, which has no name, in one place of a formula; none is taken for a share or a rate. */
export function numbersTaken(formula: string, prompt: string, given: Values): Slipped[] {
  const numbers = Array.from(prompt.matchAll(/(?<![\p{L}\d.^])−?\d+(?:[.,]\d+)*(?!\d)/gu), ([text]) =>
    text.replace(/,(?=\d{3}$)/, ""),
  );
  const isNamed = (number: string): boolean =>
    Object.values(given).includes(Number(number.replace("−", "-")));
  const places = [...formula.matchAll(WRITTEN)].filter(([text]) => !/^[αβζλη]/.test(text));
  return places.flatMap(({ 0: text, index: from }) =>
    [...new Set(numbers)]
      .filter((number) => number !== text && !isNamed(number))
      .map((number): Slipped => [
        put(formula, { text, from }, `(${number})`),
        `${number} is taken, and not ${text}`,
      ]),
  );
}
