/** Slips on the way to a number that is computed by a formula: the formula as it is with each. */
import {
  factorsIn,
  joined,
  NAME,
  type Part,
  put,
  type Slipped,
  sumsIn,
  unsigned,
  where,
} from "./number-formula.ts";
import { regrouped } from "./regrouped-formulas.ts";

/** A sign turned round, a term left out. */
const slippedSums = (formula: string): Slipped[] =>
  sumsIn(formula).flatMap((parts) => {
    const [first, ...others] = parts as [Part, ...Part[]];
    const sum = joined(parts);
    const isWhole = sum.text === formula;
    const isTaken = (term: string): string => `${term} is taken, and not ${sum.text}`;
    const rest = others.map(({ text }) => text).join("");
    return [
      ...where(first.text.startsWith("−") && first.text !== formula, [
        put(formula, first, first.text.slice(1)),
        `the minus before ${first.text.slice(1)} is lost`,
      ]),
      ...where(others.length > 1, [
        put(
          formula,
          sum,
          rest.replace(/^ ([−+]) /, (_, sign) => (sign === "−" ? "−" : "")),
        ),
        `${first.text} is left out`,
      ]),
      ...others.flatMap((part): Slipped[] => {
        const term = unsigned(part.text);
        const isMinus = part.text.startsWith(" −");
        const turned: Slipped = [
          put(formula, part, (isMinus ? " + " : " − ") + term),
          `${term} is ${isMinus ? "added, and not subtracted" : "subtracted, and not added"}`,
        ];
        const without = joined(parts.filter((one) => one !== part)).text;
        const left: Slipped = [
          put(formula, sum, without),
          isWhole || others.length > 1 ? `${term} is left out` : isTaken(without),
        ];
        const alone = ["", "−"].map((minus): Slipped => [
          put(formula, sum, minus + term),
          isWhole ? `${first.text} is left out, and ${minus + term} alone is given` : isTaken(minus + term),
        ]);
        // What comes to a factor of 1 is told as one that is forgotten, and numbers to be counted are not subtracted.
        const isCount = /^\d+$/.test(term);
        const isNews = (rest: string): boolean => isWhole || rest !== "1";
        const signs = where(isMinus || !isCount, turned);
        const lefts = where(isNews(without), left);
        return [
          ...(isMinus ? [...signs, ...lefts] : [...lefts, ...signs]),
          ...where(others.length === 1 && isNews(term), ...alone),
          ...where(isWhole && !isCount, [
            put(formula, part, part.text.replace(term, `2·${term}`)),
            `${term} is taken twice`,
          ]),
        ];
      }),
    ];
  });

/** No root, no square, another power. */
function slippedPowers(formula: string): Slipped[] {
  const powers = /√|(?<base>[\p{L}\p{M}\d₀-₉.]*)(?:(?<square>²|\^2(?!\d))|(?<cube>³)|\^(?<count>\d+))/gu;
  return Array.from(formula.matchAll(powers), ({ 0: text, index: from, groups }): Slipped[] => {
    const { base, square, cube, count } = groups!;
    const by = (other: string): string => put(formula, { text, from }, other);
    if (base === undefined) return [[by(""), "no root is taken"]];
    const what = base === "" ? "it" : base;
    if (square !== undefined)
      return [
        [by(base), `${what} is not squared`],
        [by(`${base}·2`), `${what} is doubled, and not squared`],
      ];
    if (cube !== undefined) return [[by(`${base}²`), `${what} is squared, and not raised to 3`]];
    if (base === "10") return [];
    return [
      [by(base), `${what} is not raised to ${count}`],
      [by(`${base}·${count}`), `${what} is multiplied by ${count}, and not raised to it`],
      [by(`${base}^${Number(count) - 1}`), `${what} is raised to ${Number(count) - 1}, and not to ${count}`],
      [by(`${base}^${Number(count) + 1}`), `${what} is raised to ${Number(count) + 1}, and not to ${count}`],
    ];
  }).flat();
}

/** One decay for another: e^(−k·n), 1/(1 + k·n), (1 − k)^n. */
function slippedDecays(formula: string): Slipped[] {
  const decays =
    /e\^\(−(?<fades>[\p{L}\d₀-₉.]+)(?:·(?<steps>\([^()]*\)|[\p{L}\d₀-₉.]+))?\)|\/\(1 \+ (?<slows>[\p{L}\d₀-₉.]+)·(?<times>\([^()]*\)|[\p{L}\d₀-₉.]+)\)/gu;
  return Array.from(formula.matchAll(decays), ({ 0: text, index: from, groups }): Slipped[] => {
    const { fades, steps = "1", slows, times } = groups!;
    const by = (other: string): string => put(formula, { text, from }, other);
    return fades === undefined
      ? [
          [by(`·e^(−${slows}·${times})`), "it decays exponentially"],
          [by(`/(1 + ${slows})^${times}`), `each step divides by 1 + ${slows}`],
          [by(`·(1 − ${slows}·${times})`), `each step takes the share ${slows} of the first off`],
        ]
      : [
          [by(`(1 − ${fades})^${steps}`), `each step multiplies by 1 − ${fades}, and not by e^(−${fades})`],
          [by(`(1/(1 + ${fades}·${steps}))`), "it decays like 1/t"],
          [by(`${fades}^${steps}`), `each step multiplies by ${fades}, and not by e^(−${fades})`],
          [by(`2^(−${fades}·${steps})`), "2 is raised to the power, and not e"],
        ];
  }).flat();
}

/** A logarithm that is none, or is another. */
function slippedLogarithms(formula: string): Slipped[] {
  return Array.from(
    formula.matchAll(/(?<before>\d+)·ln\((?<of>\d+)\)/g),
    ({ 0: text, index: from, groups }) => {
      const { before, of } = groups as { before: string; of: string };
      const by = (other: string): string => put(formula, { text, from }, other);
      return [
        [by(`ln(${before})`), `ln ${before} is taken, and not ${before}·ln ${of}`],
        [by(`ln(${before}·${of})`), `ln ${Number(before) * Number(of)} is taken, and not ${before}·ln ${of}`],
        [by(`${before}·${of}`), "no logarithm is taken"],
        [by(before), "no logarithm is taken"],
        [by(`${before}·ln(${of})/ln(10)`), "the logarithm to base 10 is taken"],
        [by(`${before}·ln(${of})/ln(2)`), "the logarithm to base 2 is taken"],
      ] as Slipped[];
    },
  ).flat();
}

/** What slopes that come for ever add up to, with the share α kept: as a mean, broken off, or with α in its place. */
function slippedShares(formula: string): Slipped[] {
  const { sign, kept } = /\/\(1 (?<sign>[−+]) (?<kept>[αβζ][₀-₉]?)\)/u.exec(formula)?.groups ?? {};
  if (kept === undefined) return [];
  const sum = `/(1 ${sign} ${kept})`;
  return [
    [`(1 − ${kept})·(${formula})`, `what is new is weighed with 1 − ${kept}, as in a mean`],
    [
      formula.replace(sum, `·(1 ${sign === "−" ? "+" : "−"} ${kept})`),
      "the sum is broken off after two terms",
    ],
    [formula.replace(sum, `·${kept}`), `it is multiplied by ${kept}`],
    [`${kept}·(${formula})`, `the sum begins with the share ${kept}: what is newest is left out`],
  ];
}

/** A cube where a square should stand. */
const slippedSquares = (formula: string): Slipped[] =>
  Array.from(
    formula.matchAll(/([\p{L}\p{M}\d₀-₉.]*)(?:²|\^2(?!\d))/gu),
    ({ 0: text, 1: base, index: from }) => [
      put(formula, { text, from }, `${base!}^3`),
      `${base === "" ? "it" : base!} is raised to 3, and not squared`,
    ],
  );

/** How a factor is called. */
const factor = (text: string): string => (/^[\d.]+$/.test(text) ? `the factor ${text}` : text);

/** A factor forgotten, which is the likeliest. */
const forgottenFactors = (formula: string): Slipped[] =>
  factorsIn(formula).map(({ text, from, divides }) => {
    const when = divides ? `the division by ${text} is left out` : `${factor(text)} is forgotten`;
    return [put(formula, { text, from }, "1"), when];
  });

/** A factor that is there twice, or multiplies where it should divide. */
const slippedFactors = (formula: string): Slipped[] =>
  factorsIn(formula).flatMap(({ text, from, divides }) => {
    const by = (other: string): string => put(formula, { text, from }, other);
    const [multiplied, divided] = divides ? ["multiplied", "divided"] : ["divided", "multiplied"];
    const twice = divides ? `it is divided by ${text} twice` : `${factor(text)} is applied twice`;
    return [
      ...where(!divides || !text.startsWith("√"), [by(`${text}${divides ? "/" : "·"}${text}`), twice]),
      [by(`(1/${text})`), `it is ${multiplied} by ${text}, and not ${divided}`],
    ];
  });

/** The square or the root of what is right, or what is missing to 1. */
export const slippedWhole = (formula: string): Slipped[] => [
  [`(${formula})^2`, "the result is squared"],
  [`√(${formula})`, "the root of the result is taken"],
  ...where(formula.startsWith("(1 "), [`1 − ${formula}`, "what is missing to 1 is given"]),
];

/** One number more or less where something is counted: 10 for 9; the 1 of 1 − α is no count. */
const slippedCounts = (formula: string): Slipped[] =>
  Array.from(
    formula.matchAll(/(?<![\p{L}\p{M}\d₀-₉.^])(?!1(?: [−+] |\/))\d+(?![\p{L}\p{M}\d₀-₉.^])/gu),
    ({ 0: text, index: from }) =>
      [Number(text) + 1, ...(Number(text) > 2 ? [Number(text) - 1] : [])].map((other): Slipped => [
        put(formula, { text, from }, `${other}`),
        `${other} is taken, and not ${text}`,
      ]),
  ).flat();

/** 1/(1 + x) or e^(−x) where 1 − x should stand, and the other way round. */
const slippedShrinking = (formula: string): Slipped[] =>
  sumsIn(formula).flatMap((parts) => {
    const sum = joined(parts);
    const [, sign, x] = /^1 ([−+]) (?![αβζ][₀-₉]?$)(.+)$/u.exec(sum.text) ?? [];
    const [minus, plus] = sign === "−" ? ["−", "+"] : ["", "−"];
    const [, count, rate] = /^(\d)·([\p{L}₀-₉]+)$/u.exec(x ?? "") ?? [];
    const compound = rate === undefined ? [] : [`(1 ${sign} ${rate})^${count}`];
    return [`1/(1 ${plus} ${x})`, `e^(${minus}${x})`, ...compound].flatMap((taken) =>
      where(parts.length === 2 && x !== undefined, [
        put(formula, sum, taken),
        `${taken} is taken, and not ${sum.text}`,
      ]),
    );
  });

/** What is computed on the way, given as the result. */
export function slippedEnds(formula: string): Slipped[] {
  const sums = sumsIn(formula);
  const inner = sums.slice(0, -1);
  const long = sums.filter((parts) => parts.length > 2);
  const begun = long.flatMap((parts) => parts.slice(2).map((_, i) => joined(parts.slice(0, i + 2))));
  const sumsAndTerms = [...inner.map(joined), ...begun, ...[...inner, ...long].flat()];
  const factors = factorsIn(formula).map(({ text }) => text.replace(/^\((.*)\)$/, "$1"));
  const ends = [...sumsAndTerms.map(({ text }) => unsigned(text)), ...factors];
  return [...new Set([...ends, ...(formula.match(NAME) ?? [])])].map((text) => [
    text,
    `${text} alone is given`,
  ]);
}

/** The likely slips in a formula. */
export const likelySlips = (formula: string): Slipped[] =>
  [forgottenFactors, slippedSums, slippedPowers, slippedDecays, slippedLogarithms].flatMap((family) =>
    family(formula),
  );

/** Those that are told where no likely one gives the number. */
export const rareSlips = (formula: string): Slipped[] =>
  [slippedFactors, slippedShares, slippedShrinking].flatMap((family) => family(formula));

/** Those that are told where no such one does. */
export const oddSlips = (formula: string): Slipped[] =>
  [regrouped, slippedSquares, slippedCounts].flatMap((family) => family(formula));
