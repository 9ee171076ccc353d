/** Slips by which the parts of a formula are put together otherwise. */
import { type Part, put, type Slipped, sumsIn, unsigned } from "./number-formula.ts";

/** What multiplies in a product, and all that comes after it. */
const FIRST_FACTOR = /^(?<factor>[\p{L}\p{M}\d₀-₉.]+)·(?<rest>.+)$/u;

const SQUARE = /^(?<base>[\p{L}\p{M}\d₀-₉.]+)²$/u;

/** Two terms that are put together otherwise: a factor before both, or before the other; a square of both; a product. */
function slippedPairs(formula: string): Slipped[] {
  return sumsIn(formula).flatMap((parts): Slipped[] => {
    const [first, second, third] = parts as [Part, Part?, Part?];
    if (second === undefined || third !== undefined) return [];
    const sum: Part = { text: first.text + second.text, from: first.from };
    const [sign, one, other] = [second.text.slice(0, 3), first.text, unsigned(second.text)];
    const by = (text: string): string => put(formula, sum, text);
    const [before, behind] = [one, other].map((term) => FIRST_FACTOR.exec(term)?.groups);
    const squares = [one, other].map((term) => SQUARE.exec(term)?.groups!["base"]);
    return [
      ...(before === undefined
        ? []
        : [
            [
              by(`${before["factor"]}·(${before["rest"]}${sign}${other})`),
              `${before["factor"]} multiplies ${other} too`,
            ] as const,
          ]),
      ...(behind === undefined
        ? []
        : [
            [
              by(`${behind["factor"]}·(${one}${sign}${behind["rest"]})`),
              `${behind["factor"]} multiplies ${one} too`,
            ] as const,
            [
              by(`${behind["factor"]}·${one}${sign}${behind["rest"]}`),
              `${behind["factor"]} multiplies ${one}, and not ${behind["rest"]}`,
            ] as const,
          ]),
      ...(squares[1] === undefined
        ? []
        : [
            [by(`(${squares[0] ?? one}${sign}${squares[1]})²`), "the whole sum is squared"] as const,
            ...(squares[0] === undefined
              ? [[by(`${one}·${one}${sign}${other}`), `${one} is squared too`] as const]
              : []),
          ]),
      ...(sign === " + "
        ? [[by(`(${one})·(${other})`), `${one} and ${other} are multiplied, and not added`] as const]
        : []),
      ...(sign === " − " && sum.text !== formula
        ? [[by(`${other} − ${one}`), `${other} − ${one} is taken, and not ${sum.text}`] as const]
        : []),
    ];
  });
}

/** Parentheses that are forgotten; a power or a root of each term. */
function slippedParentheses(formula: string): Slipped[] {
  return sumsIn(formula).flatMap((parts): Slipped[] => {
    const [{ from }] = parts as [Part];
    if (parts.length === 1 || formula[from - 1] !== "(") return [];
    const sum = parts.map(({ text }) => text).join("");
    const closed: Part = { text: `(${sum})`, from: from - 1 };
    const [power] = /^(?:[²³]|\^\d+)/.exec(formula.slice(closed.from + closed.text.length)) ?? [];
    const eachPower = parts.map(({ text }) => text.replace(/^(?: [−+] )?/, "$&(") + `)${power}`).join("");
    const eachRoot = parts.map(({ text }) => text.replace(/^(?: [−+] )?/, "$&√(") + ")").join("");
    return [
      ...(power === undefined
        ? []
        : [
            [
              put(formula, { ...closed, text: closed.text + power }, `(${eachPower})`),
              "the power is taken of each term, and not of the whole",
            ] as const,
          ]),
      ...(formula[closed.from - 1] === "√"
        ? [
            [
              put(formula, { text: `√${closed.text}`, from: closed.from - 1 }, `(${eachRoot})`),
              "a root is taken of each term, and not of their sum",
            ] as const,
          ]
        : []),
      [put(formula, closed, sum), `the parentheses around ${sum} are forgotten`],
    ];
  });
}

/** A sum where a product should stand, a fraction that is turned over, or a difference in its place. */
function slippedOperations(formula: string): Slipped[] {
  const pair =
    /(?<![\p{L}\p{M}\d₀-₉.·/^√)−])(?<one>[\p{L}\p{M}\d₀-₉.]+)(?<sign>[·/])(?<other>[\p{L}\p{M}\d₀-₉.]+)(?![\p{L}\p{M}\d₀-₉.·/^²³(])/gu;
  return Array.from(formula.matchAll(pair), ({ 0: text, index: from, groups }): Slipped[] => {
    const { one, sign, other } = groups!;
    const by = (instead: string): string => put(formula, { text, from }, instead);
    return sign === "·"
      ? [[by(`(${one} + ${other})`), `${one} and ${other} are added, and not multiplied`]]
      : [
          [by(`${other}/${one}`), `${text} is turned over`],
          [by(`(${one} − ${other})`), `${other} is subtracted, and does not divide`],
        ];
  }).flat();
}

/** A formula with its parts put together otherwise: parentheses, sums for products, what a factor multiplies. */
export const regrouped = (formula: string): Slipped[] =>
  [slippedPairs, slippedParentheses, slippedOperations].flatMap((family) => family(formula));
