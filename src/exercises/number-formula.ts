/** How a number that is asked for comes of others, as it is written with a pencil: `"x − λ·g/√κ"`. */
import { writtenNumber } from "../math/written-number.ts";

/** Numbers by the names that stand for them in a formula. */
export type Values = Readonly<Record<string, number>>;

/** A name in a formula. */
export const NAME = /\p{L}[\p{L}\p{M}\d₀-₉]*/gu;

/** What a formula comes to; NaN where a name has no value. Between terms, + and − have spaces beside them. */
export const computedBy = (formula: string, values: Values): number =>
  writtenNumber(formula.replace(NAME, (name) => (Object.hasOwn(values, name) ? `(${values[name]!})` : name)));

/** The names in a formula that have a value. */
export const namesIn = (formula: string, values: Values): string[] => [
  ...new Set(formula.match(NAME)?.filter((name) => Object.hasOwn(values, name))),
];

/** A part of a formula, and where it stands. */
export interface Part {
  readonly text: string;
  readonly from: number;
}

/** The terms of a formula and of all that stands in parentheses; each but the first begins with its sign. */
export function sumsIn(formula: string): Part[][] {
  const open: { start: number; parts: Part[] }[] = [{ start: 0, parts: [] }];
  const sums: Part[][] = [];
  const end = (at: number): void => {
    const { start, parts } = open.at(-1)!;
    parts.push({ text: formula.slice(start, at), from: start });
  };
  for (let i = 0; i <= formula.length; i += 1) {
    const char = formula[i];
    if (char === "(") open.push({ start: i + 1, parts: [] });
    else if (char === undefined || (char === ")" && open.length > 1)) {
      end(i);
      sums.push(open.pop()!.parts);
    } else if (/^ [−+] /.test(formula.slice(i, i + 3))) {
      end(i);
      open.at(-1)!.start = i;
    }
  }
  return sums;
}

/** Whether something is divided in it, and nothing added but within parentheses. */
export const isFraction = (formula: string): boolean =>
  formula.includes("/") && sumsIn(formula).at(-1)!.length === 1;

/** The term that stands at a place of a formula, in the innermost parentheses, with its sign. */
export const termAt = (formula: string, at: number): Part =>
  sumsIn(formula)
    .flat()
    .filter(({ text, from }) => from <= at && at < from + text.length)
    .reduce((inner, part) => (part.text.length < inner.text.length ? part : inner));

/** A number, a name, a root or a sum in parentheses, which multiplies or divides. */
const factor = (sum: string): RegExp =>
  new RegExp(
    `(?<divides>/)?(?<![\\p{L}\\p{M}\\d₀-₉.^√])(?<text>${sum}[²³]?)(?![\\p{L}\\p{M}\\d₀-₉.^²³(])`,
    "gu",
  );

/** Names and numbers, what stands in parentheses, and what has parentheses in it: each is a factor, within another too. */
const FACTORS = [
  factor("√?[\\p{L}\\p{M}\\d₀-₉.]+"),
  factor("√?\\([^()]*\\)"),
  factor("√?\\((?:[^()]*\\([^()]*\\))+[^()]*\\)"),
];

/** What multiplies in a formula, and what divides. */
export const factorsIn = (formula: string): (Part & { readonly divides: boolean })[] =>
  FACTORS.flatMap((pattern) => [...formula.matchAll(pattern)]).flatMap(({ 0: { length }, index, groups }) => {
    const { divides, text = "" } = groups!;
    const from = index + length - text.length;
    const isFactor = formula[from - 1] === "·" || /^[·/]/.test(formula.slice(from + text.length));
    return divides === undefined && !isFactor ? [] : [{ text, from, divides: divides !== undefined }];
  });

/** A formula with a slip in it, and what the slip is. */
export type Slipped = readonly [formula: string, when: string];

/** Slips where they are possible. */
export const where = (isPossible: boolean, ...slips: Slipped[]): Slipped[] => (isPossible ? slips : []);

/** Terms that follow one another, as one part. */
export const joined = (parts: readonly Part[]): Part => ({
  text: parts.map(({ text }) => text).join(""),
  from: parts[0]!.from,
});

/** A formula with another text in the place of a part. */
export const put = (formula: string, { text, from }: Part, by: string): string =>
  formula.slice(0, from) + by + formula.slice(from + text.length);

/** A term without the sign before it. */
export const unsigned = (text: string): string => text.replace(/^ [−+] /, "");
