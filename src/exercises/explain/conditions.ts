import { nameText } from "../../math/text.ts";
import { counted } from "../../counted.ts";
import { constantsIn, hasBranch } from "../run/source.ts";
import type { Condition } from "../search/edits.ts";
import { apply, name, number, show, type Tree, treeOf } from "../search/tree.ts";

const t = name("t");
const not = (tree: Tree): Tree => apply("not", tree);

const ordinal = (n: number): string =>
  `${n}${n % 100 >= 11 && n % 100 <= 13 ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th")}`;

const COMPARISON = /\bt\s*(===?|!==?|<=?|>=?)\s*(\d+)/g;
const REMAINDER = /(\(\s*t\s*-\s*1\s*\)|\bt)\s*%\s*(\d+)/g;

/**
 * Where an answer may do something else than it should: in some steps, in some coordinates, where a quantity is large or
 * below 0. Steps and sizes are those that stand in its text.
 * @param vectors quantities with one number for each coordinate
 * @param usesH whether there is a Hessian
 * @param result what is computed, or by how much w should move, and how it is called
 * @param numbers what a length may be compared with, besides the numbers of the text
 */
export function conditionsFor(
  source: string,
  vectors: readonly string[],
  usesH: boolean,
  result?: Size,
  numbers: readonly string[] = [],
): Condition[] {
  const isFirst = apply("equal", name("i"), number(0));
  const isLast = apply("equal", name("i"), apply("subtract", name("n"), number(1)));
  return [
    ...both(apply("equal", t, number(1)), "in step 1", "in all steps but the first"),
    ...stepsIn(source),
    ...both(isFirst, "in the first coordinate", "in all coordinates but the first"),
    ...both(isLast, "in the last coordinate", "in all coordinates but the last"),
    ...(/\[1\]/.test(source) ? both(apply("above", name("i"), number(1)), "from the third coordinate on", "in the first two coordinates") : []), // prettier-ignore
    ...[1, 2].flatMap((n) =>
      both(
        apply("equal", name("n"), number(n)),
        `for ${counted(n, "coordinate")}`,
        `for any number of coordinates but ${n}`,
      ),
    ),
    ...(usesH
      ? both(apply("equal", name("leastDiagonal"), number(0)), "where H has a 0 on its diagonal", "where H has no 0 on its diagonal") // prettier-ignore
      : []),
    ...vectors
      .filter((one) => new RegExp(String.raw`[!=]==?\s*0\b|\|\||/\s*(?:${one}\b|\w+\[\d\])`).test(source))
      .flatMap((one) => {
        const x = nameText(one);
        return both(apply("equal", name(one), number(0)), `where ${x} is 0`, `where ${x} is not 0`);
      }),
    ...(hasBranch(source)
      ? [
          ...signsOf(vectors, source),
          ...withBetween(comparedIn(source, vectors)),
          ...sizesIn(source, vectors, result, numbers),
          ...(usesH ? BENDS : []),
        ]
      : []),
  ];
}

const both = (tree: Tree, says: string, otherwise: string): Condition[] => [
  { tree, says },
  { tree: not(tree), says: otherwise },
];

/** Conditions on the step that stand in a text. */
function stepsIn(source: string): Condition[] {
  const compared = [...source.matchAll(COMPARISON)].flatMap(([, sign, digits]) => {
    const step = Number(digits);
    const [equal, above] = ["equal", "above"].map((op) => apply(op, t, number(step))) as [Tree, Tree];
    const from = apply("above", t, number(step - 1));
    if (/=/.test(sign!) && !/[<>]/.test(sign!))
      return both(equal, `in step ${step}`, `in all steps but step ${step}`);
    return /^(>|<=)$/.test(sign!)
      ? both(above, `after step ${step}`, `up to step ${step}`)
      : both(from, `from step ${step} on`, `before step ${step}`);
  });
  const repeated = [...source.matchAll(REMAINDER)].flatMap(([, what, digits]) => {
    const every = Number(digits);
    const counter = what === "t" ? t : apply("subtract", t, number(1));
    const which = what === "t" ? "" : ", from the first on";
    return both(
      apply("multiple", counter, number(every)),
      `in every ${ordinal(every)} step${which}`,
      `in all steps but every ${ordinal(every)} one${which}`,
    );
  });
  return [...compared, ...repeated];
}

/** Single entries that a text may look at, where each coordinate has its own. */
const ENTRIES: readonly (readonly [sign: RegExp, op: string, index: string])[] = [
  [/\[0\]/, "first", "0"],
  [/\[1\]/, "second", "1"],
  [/length\s*-\s*1\s*\]|\bat\(-1\)/, "last", "n − 1"],
];

/** How something is called, and what it is. */
export type Size = readonly [what: string, tree: Tree];

/** A quantity, and those of its entries that a text looks at. */
function looksAt(source: string, vector: string): Size[] {
  const [x, all] = [nameText(vector), name(vector)];
  const entries = ENTRIES.filter(([sign]) => sign.test(source));
  return [[x, all], ...entries.map(([, op, index]): Size => [`${x}[${index}]`, apply(op, all)])];
}

const sizeOf = ([what, tree]: Size): Size => [`the size of ${what}`, apply("abs", tree)];

/** Both sides of a threshold; what is no number is on neither. */
const sides = ([what, tree]: Size, threshold: Tree): Condition[] => [
  { tree: apply("above", tree, threshold), says: `where ${what} is above ${show(threshold)}` },
  { tree: apply("atMost", tree, threshold), says: `where ${what} is not above ${show(threshold)}` },
];

const signsOf = (vectors: readonly string[], source: string): Condition[] =>
  vectors.flatMap((one) => looksAt(source, one).flatMap((x) => sides(x, number(0))));

const SUM = String.raw`[a-z]\w*(?:\s*[-+]\s*\w+)*`;
const COMPARED = new RegExp(String.raw`(${SUM})\s*(<=?|>=?)\s*(${SUM})`, "gi");

/** A text with the sums that have a name in the place of that name: const start = steps - decay. */
const spelledOut = (source: string): string =>
  [...source.matchAll(new RegExp(String.raw`\bconst (\w+) = (${SUM});`, "gi"))].reduce(
    (text, [, one, sum]) => text.replaceAll(new RegExp(String.raw`(?<![\w.])${one!}\b(?!\s*=)`, "g"), sum!),
    source,
  );

/** Comparisons of quantities that stand in a text: t > steps - decay. */
const comparedIn = (source: string, names: readonly string[]): Condition[] =>
  [...spelledOut(source).matchAll(COMPARED)]
    .filter(([, left, , right]) =>
      `${left!} + ${right!}`.split(/\s*[-+]\s*/).every((one) => names.includes(one)),
    )
    .flatMap(([, left, sign, right]) => {
      const isBelow = sign === "<" || sign === ">=";
      const [x, threshold] = [treeOf(left!), treeOf(right!)];
      if (left === "t") return phases(threshold, isBelow);
      return isBelow
        ? both(
            apply("smaller", x, threshold),
            `where ${show(x)} is below ${show(threshold)}`,
            `where ${show(x)} is not below ${show(threshold)}`,
          )
        : sides([show(x), x], threshold);
    });

/** Both sides of a step that is computed: "up to t = warm". */
const phases = (end: Tree, isBelow: boolean): Condition[] =>
  isBelow
    ? both(apply("smaller", t, end), `before t = ${show(end)}`, `from t = ${show(end)} on`)
    : [
        { tree: apply("above", t, end), says: `after t = ${show(end)}` },
        { tree: apply("atMost", t, end), says: `up to t = ${show(end)}` },
      ];

/** Those of single comparisons, and where two of them hold at once: between the first phase and the last. */
const withBetween = (all: readonly Condition[]): Condition[] => [
  ...all,
  ...all.flatMap((one, i) =>
    all.slice(i + 1).map((other) => ({
      tree: apply("and", one.tree, other.tree),
      says: `${one.says} and ${other.says.replace(/^where /, "")}`,
    })),
  ),
];

const isCompared = (one: string, source: string): boolean =>
  new RegExp(`[<>]=?\\s*${one}\\b|\\b${one}\\s*[<>]`).test(source);

/** Conditions on the size and length of the gradient, of the step and of what else there is, with the numbers of a text. */
function sizesIn(
  source: string,
  vectors: readonly string[],
  result: Size | undefined,
  numbers: readonly string[],
): Condition[] {
  const g = name("g");
  // Without a gradient they are the arguments of a formula.
  const others = vectors.includes("g") ? vectors.filter((one) => one !== "g") : [];
  const sizes: readonly Size[] = [
    ...looksAt(source, "g").map(sizeOf),
    ["the length of g", apply("norm", g)],
    ["the largest size in g", apply("largest", g)],
    ["the smallest size in g", apply("smallest", g)],
    ...(result === undefined ? [] : [[`the length of ${result[0]}`, apply("norm", result[1])] as const]),
    ...others.flatMap((one) => looksAt(source, one).map(sizeOf)),
    ...["g", ...others].flatMap((one) => looksAt(source, one)),
  ];
  const thresholds = [
    ...constantsIn(source)
      .filter((value) => value > 0)
      .map(number),
    ...numbers.filter((one) => isCompared(one, source)).map((one) => name(one)),
  ];
  return thresholds.flatMap((threshold) => sizes.flatMap((size) => sides(size, threshold)));
}

const BENDS: readonly Condition[] = (
  [
    ["curvature", "H[i][i] is above 0", "H[i][i] is not above 0"],
    ["leastCurvature", "H bends up in all directions", "H does not bend up in all directions"],
    ["determinant", "the determinant of H is above 0", "the determinant of H is not above 0"],
  ] as const
).flatMap(([one, says, not]) => both(apply("above", name(one), number(0)), `where ${says}`, `where ${not}`));
