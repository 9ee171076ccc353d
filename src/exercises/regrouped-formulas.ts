/** Slips by which the parts of a formula are put together otherwise. */
import {
  factorsIn,
  joined,
  type Part,
  put,
  type Slipped,
  sumsIn,
  termAt,
  unsigned,
  where,
} from "./number-formula.ts";

/** What multiplies in a product, and all that comes after it. */
const FIRST_FACTOR = /^([\p{L}\p{M}\d₀-₉.]+)·(.+)$/u;

/** What stands above a line, at the end of what is before it. */
const FACTOR_ABOVE = /(?<![\p{L}\p{M}\d₀-₉.^])√?(?:\([^()]*\)|[\p{L}\p{M}\d₀-₉.]+)[²³]?$/u;

const SQUARE = /^([\p{L}\p{M}\d₀-₉.]+)²$/u;

/** Two terms that are put together otherwise: a factor before both, or before the other; a square of both; a product. */
function slippedPair(formula: string, first: Part, second: Part, isAll: boolean): Slipped[] {
  const sum = joined([first, second]);
  const lead = /^ [−+] /.exec(first.text)?.[0] ?? "";
  const [one, other] = [unsigned(first.text), unsigned(second.text)];
  const sign = (lead === " − ") === second.text.startsWith(" −") ? " + " : " − ";
  const by = (text: string): string => put(formula, sum, lead + text);
  const [, factor, rest] = FIRST_FACTOR.exec(one) ?? [];
  const [, its, itsRest] = FIRST_FACTOR.exec(other) ?? [];
  const [square, itsSquare] = [one, other].map((term) => SQUARE.exec(term)?.[1]);
  return [
    ...where(factor !== undefined, [
      by(`${factor}·(${rest}${sign}${other})`),
      `${factor} multiplies ${other} too`,
    ]),
    ...where(
      its !== undefined,
      [by(`${its}·(${one}${sign}${itsRest})`), `${its} multiplies ${one} too`],
      [by(`(${its}·${one}${sign}${itsRest})`), `${its} multiplies ${one}, and not ${itsRest}`],
    ),
    ...where(/^(?:−|(?!1$))[\p{L}\p{M}\d₀-₉.]+$/u.test(one), [
      by(`${one}·(1${sign}${other})`),
      `${one} multiplies ${other} too`,
    ]),
    ...where(
      itsSquare !== undefined,
      [by(`(${square ?? one}${sign}${itsSquare})²`), "the whole sum is squared"],
      ...where(square === undefined, [by(`(${one}·${one}${sign}${other})`), `${one} is squared too`]),
    ),
    ...where(sign === " + ", [
      by(`(${one})·(${other})`),
      `${one} and ${other} are multiplied, and not added`,
    ]),
    ...where(sign === " − " && isAll && sum.text !== formula, [
      by(`${other} − ${one}`),
      `${other} − ${one} is taken, and not ${sum.text}`,
    ]),
  ];
}

/** Neighbours in sums put together otherwise, and the mean of what should be added up. */
const slippedGroups = (formula: string): Slipped[] =>
  sumsIn(formula).flatMap((parts) => {
    const sum = joined(parts);
    const isPlain =
      parts.length > 1 && !/^1 |^−/.test(sum.text) && parts.every(({ text }) => !text.startsWith(" −"));
    const isHalved = formula.slice(sum.from + sum.text.length).startsWith(")/");
    return [
      ...parts.slice(1).flatMap((part, i) => slippedPair(formula, parts[i]!, part, parts.length === 2)),
      ...where(isPlain && !isHalved, [
        put(formula, sum, `(${sum.text})/${parts.length}`),
        `the mean is taken, and not the sum ${sum.text}`,
      ]),
    ];
  });

/** Parentheses that are forgotten; a power or a root of each term. */
const slippedParentheses = (formula: string): Slipped[] =>
  sumsIn(formula).flatMap((parts) => {
    const { text: sum, from } = joined(parts);
    if (parts.length === 1 || formula[from - 1] !== "(") return [];
    const closed: Part = { text: `(${sum})`, from: from - 1 };
    const [power = ""] = /^(?:[²³]|\^\d+)/.exec(formula.slice(from + sum.length + 1)) ?? [];
    const each = (before: string, behind: string): string =>
      `(${parts.map(({ text }) => text.replace(/^(?: [−+] )?/, `$&${before}(`) + behind).join("")})`;
    return [
      ...where(power !== "", [
        put(formula, { ...closed, text: closed.text + power }, each("", `)${power}`)),
        "the power is taken of each term, and not of the whole",
      ]),
      ...where(formula[closed.from - 1] === "√", [
        put(formula, { text: `√${closed.text}`, from: closed.from - 1 }, each("√", ")")),
        "a root is taken of each term, and not of their sum",
      ]),
      [put(formula, closed, sum), `the parentheses around ${sum} are forgotten`],
    ];
  });

/** A sum where a product should stand, a difference for a fraction, a root of a factor, and a fraction that is turned over. */
const slippedOperations = (formula: string): Slipped[] =>
  factorsIn(formula).flatMap(({ text, from, divides }): Slipped[] => {
    const term = termAt(formula, from);
    const [lead] = /^(?: [−+] |−)?/.exec(term.text)!;
    const without = put(term.text, { text, from: from - term.from }, "1").slice(lead.length);
    const by = (instead: string): string => put(formula, term, `${lead}(${instead})`);
    const above = divides ? FACTOR_ABOVE.exec(formula.slice(0, from - 1))?.[0] : undefined;
    const fraction: Part = { text: `${above}/${text}`, from: from - 1 - (above ?? "").length };
    return [
      // Of two factors it is said once.
      ...where(!divides && !/^1(?:·[^·/]+$|\/)/.test(without), [
        by(`${without} + ${text}`),
        `${text} is added, and not multiplied`,
      ]),
      ...where(
        divides,
        [by(`${without} − ${text}`), `${text} is subtracted, and does not divide`],
        [by(`${without} + ${text}`), `${text} is added, and does not divide`],
      ),
      ...where(text.startsWith("("), [
        put(formula, { text, from }, `√${text}`),
        `a root is taken of ${text}`,
      ]),
      ...where(above !== undefined, [
        put(formula, fraction, `${text}/${above}`),
        `${fraction.text} is turned over`,
      ]),
    ];
  });

/** A formula with its parts put together otherwise: parentheses, sums for products, what a factor multiplies. */
export const regrouped = (formula: string): Slipped[] =>
  [slippedGroups, slippedParentheses, slippedOperations].flatMap((family) => family(formula));
