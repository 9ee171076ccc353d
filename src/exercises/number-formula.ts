/** How a number that is asked for comes of others, as it is written with a pencil: `"x − λ·g/√κ"`; and the slips on the way. */
import { writtenNumber } from "../math/written-number.ts";

/** Numbers by the names that stand for them in a formula. */
export type Values = Readonly<Record<string, number>>;

/** A slip, and the number that it gives. */
export interface NumberSlip {
  readonly gives: number;
  /** A clause that reads on after "comes out when": "the rate is forgotten". */
  readonly when: string;
}

const NAME = /\p{L}[\p{L}\p{M}\d₀-₉]*/gu;

/** What a formula comes to; NaN where a name has no value. Between terms, + and − have spaces beside them. */
export const computedBy = (formula: string, values: Values): number =>
  writtenNumber(formula.replace(NAME, (name) => (Object.hasOwn(values, name) ? `(${values[name]!})` : name)));

/** The names in a formula that have a value. */
export const namesIn = (formula: string, values: Values): string[] => [
  ...new Set(formula.match(NAME)?.filter((name) => Object.hasOwn(values, name))),
];

/** A part of a formula, and where it stands. */
interface Part {
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

/** A formula with a slip in it, and what the slip is. */
type Slipped = readonly [formula: string, when: string];

const put = (formula: string, { text, from }: Part, by: string): string =>
  formula.slice(0, from) + by + formula.slice(from + text.length);

const unsigned = (text: string): string => text.replace(/^ [−+] /, "");

/** A sign turned round, a term left out. */
function slippedSums(formula: string): Slipped[] {
  return sumsIn(formula).flatMap((parts) => {
    const [first, ...others] = parts as [Part, ...Part[]];
    const sum: Part = { text: parts.map(({ text }) => text).join(""), from: first.from };
    const isWhole = sum.text === formula;
    const isTaken = (term: string): string => `${term} is taken, and not ${sum.text}`;
    const lost: Slipped[] = first.text.startsWith("−")
      ? [[put(formula, first, first.text.slice(1)), `the minus before ${first.text.slice(1)} is lost`]]
      : [];
    return [
      ...lost,
      ...others.flatMap((part): Slipped[] => {
        const term = unsigned(part.text);
        const isMinus = part.text.startsWith(" −");
        const turned: Slipped = [
          put(formula, part, (isMinus ? " + " : " − ") + term),
          `${term} is ${isMinus ? "added, and not subtracted" : "subtracted, and not added"}`,
        ];
        const without = parts.filter((one) => one !== part).map(({ text }) => text).join(""); // prettier-ignore
        const left: Slipped = [
          put(formula, sum, without),
          isWhole || others.length > 1 ? `${term} is left out` : isTaken(without),
        ];
        const alone: Slipped[] =
          others.length > 1
            ? []
            : ["", "−"].map((minus) => [
                put(formula, sum, minus + term),
                isWhole ? `${first.text} is left out, and ${term} alone is given` : isTaken(minus + term),
              ]);
        const sign = isMinus ? " − " : " + ";
        const twice: Slipped[] = isWhole
          ? [[put(formula, part, `${sign}2·${term}`), `${term} is taken twice`]]
          : [];
        return isMinus ? [turned, left, ...alone, ...twice] : [left, turned, ...alone, ...twice];
      }),
    ];
  });
}

/** No root, no square. */
function slippedPowers(formula: string): Slipped[] {
  return Array.from(formula.matchAll(/√|(?<base>[\p{L}\p{M}\d₀-₉.]*)(?:²|\^2(?!\d))/gu), (found) => {
    const { 0: text, index: from } = found;
    const base = found.groups!["base"];
    if (base === undefined) return [[put(formula, { text, from }, ""), "no root is taken"] as const];
    const what = base === "" ? "it" : base;
    return [
      [put(formula, { text, from }, base), `${what} is not squared`] as const,
      [put(formula, { text, from }, `${base}·2`), `${what} is doubled, and not squared`] as const,
    ];
  }).flat();
}

/** A number, a name, a root or a sum in parentheses, which multiplies or divides. */
const FACTOR =
  /(?<divides>\/)?(?<![\p{L}\p{M}\d₀-₉.^√])(?<text>√?(?:\([^()]*\)|[\p{L}\p{M}\d₀-₉.]+)[²³]?)(?![\p{L}\p{M}\d₀-₉.^²³(])/gu;

/** A factor forgotten, there twice, or multiplied by where it should divide. */
function slippedFactors(formula: string): Slipped[] {
  return Array.from(formula.matchAll(FACTOR), ({ 0: { length }, index, groups }): Slipped[] => {
    const { divides, text = "" } = groups!;
    const from = index + length - text.length;
    const isFactor = formula[from - 1] === "·" || /^[·/]/.test(formula.slice(from + text.length));
    if (divides === undefined && !isFactor) return [];
    const by = (other: string): string => put(formula, { text, from }, other);
    const called = /^[\d.]+$/.test(text) ? `the factor ${text}` : text;
    return divides === undefined
      ? [
          [by("1"), `${called} is forgotten`],
          [by(`${text}·${text}`), `${called} is applied twice`],
          [by(`(1/${text})`), `it is divided by ${text}, and not multiplied`],
        ]
      : [
          [by("1"), `nothing is divided by ${text}`],
          ...(text.startsWith("√")
            ? []
            : [[by(`${text}/${text}`), `it is divided by ${text} twice`] as const]),
          [by(`(1/${text})`), `it is multiplied by ${text}, and not divided`],
        ];
  }).flat();
}

/** What is given, read wrongly. */
function slippedValues(formula: string, values: Values): [Values, string][] {
  const names = namesIn(formula, values);
  const withOne = (name: string, value: number, when: string): [Values, string] => [
    { ...values, [name]: value },
    when,
  ];
  return names.flatMap((name) => {
    const value = values[name]!;
    return [
      ...(value < 0 ? [withOne(name, -value, `the minus of ${name} is lost`)] : []),
      ...(/^[αβζ]/.test(name) ? [withOne(name, 1 - value, `1 − ${name} is taken, and not ${name}`)] : []),
      ...(Number.isInteger(value)
        ? []
        : [10, 0.1].map((factor) => withOne(name, factor * value, `a power of ten of ${name} is lost`))),
    ];
  });
}

/** The slips by which a number comes out wrong on the way, the likeliest first. @param called how a name in the formula is read */
export function slipsOnTheWay(
  formula: string,
  values: Values,
  called: (name: string) => string,
): NumberSlip[] {
  const texts = [...slippedSums(formula), ...slippedPowers(formula), ...slippedFactors(formula)];
  const names = new Set(formula.match(NAME));
  const read = (when: string): string =>
    when.replace(NAME, (name) => (names.has(name) ? called(name) : name));
  const said = texts.map(([text, when]) => ({ gives: computedBy(text, values), when: read(when) }));
  // A minus that is lost turns the sign of its term: that is told already.
  const isNews = ({ gives, when }: NumberSlip): boolean =>
    !when.startsWith("the minus of") || !said.some((one) => one.gives === gives);
  return [
    ...said,
    ...slippedValues(formula, values)
      .map(([other, when]) => ({ gives: computedBy(formula, other), when: read(when) }))
      .filter(isNews),
    ...namesIn(formula, values).map((name) => ({
      gives: values[name]!,
      when: `${called(name)} alone is given`,
    })),
  ];
}
