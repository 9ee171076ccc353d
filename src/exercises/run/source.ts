import { placeOfLine } from "../from-kernel.ts";
import type { OwnLine } from "../mistake.ts";

/** The text of a function without its comments and texts, which could say anything. */
export function sourceOf(answer: unknown): string {
  if (typeof answer !== "function") return "";
  const text = (answer as { source?: string }).source ?? Function.prototype.toString.call(answer);
  return text.replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " "));
}

/** The numbers that stand in a text, each once. */
export function constantsIn(source: string): number[] {
  const found = source.match(/(?<![\w.])(\d+\.?\d*|\.\d+)(e-?\d+)?(?![\w.])/gi) ?? [];
  const values = found.map(Number).filter((value) => value < 1e6);
  const parts = /\d\s*\/\s*\d/.test(source)
    ? [...source.matchAll(/(\d+)\s*\/\s*(\d+)/g)].map(([, a, b]) => Number(a) / Number(b))
    : [];
  return [...new Set([...values, ...parts])].slice(0, 12);
}

/** Whether a text may do something else here than there. */
export const hasBranch = (source: string): boolean => /\?|\bif\b|&&|\|\||max|min|while|switch/.test(source);

/** Beside these, cases have numbers of their own. */
const USUAL = { from: 0.5, to: 2.5 };

/** Sizes with which a text may compare, where it compares at all. */
export function thresholdsIn(source: string): number[] {
  const isUnusual = (value: number): boolean => value > 1e-6 && (value < USUAL.from || value > USUAL.to);
  return hasBranch(source) ? constantsIn(source).filter(isUnusual).slice(0, 3) : [];
}

/** Operations of the search that are worth trying for what stands in a text. */
const SIGNS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/./, ["abs", "sign", "sqrt", "first", "sum", "mean", "norm"]],
  [/round|toFixed|toPrecision|Number\(/, ["round0", "round1", "round2", "round3", "round4", "round5"]],
  [/round|floor|trunc|parseInt|ceil|\|\s*0|~~|>>|<</, ["round0", "floor", "trunc", "ceil"]],
  [/cbrt|1\s*\/\s*3/, ["cbrt"]],
  [/log/, ["log"]],
  [/exp/, ["exp"]],
  [/expm1/, ["expm1"]],
  [/tanh/, ["tanh"]],
  [/max|min|>|</, ["clip", "largest"]],
  [/abs|hypot|reduce|forEach|for/, ["sizes", "largest", "running"]],
  [/[-+]=/, ["running"]],
  [/\[|at\(|entries|shift|slice|reverse/, ["last", "next", "previous", "following", "preceding", "reverse"]],
  [/\[1\]/, ["second"]],
  [/gradient/, ["gradient"]],
  [/solve|H\b/, ["solve", "mul"]],
  [/\^/, ["xor"]],
];

export function actionsIn(source: string): string[] {
  return [...new Set(SIGNS.flatMap(([sign, actions]) => (sign.test(source) ? actions : [])))];
}

const INDEX =
  /,\s*(\w+)\s*(?::\s*\w+)?\)\s*=>|\bfor\s*\(\s*let\s+(\w+)|\[\s*(\w+)\s*,\s*\w+\s*\]\s*of|\blet\s+(\w+)\s*=\s*-?[01]\b/g;

/** Whether a text computes or compares with the index of a coordinate, and not only looks up what stands there. */
export function usesIndex(source: string): boolean {
  const counters = [...source.matchAll(INDEX)].flatMap((found) => found.slice(1).filter(Boolean));
  const rest = source.replaceAll(INDEX, "").replace(/\[\s*\w+\s*\]|;[^;()]*;[^;()]*\)/g, "");
  return /indexOf|findIndex/.test(source) || counters.some((one) => new RegExp(`\\b${one}\\b`).test(rest));
}

/** Operations with two operands that a text may hold: bounds, what stands in the place of a 0, remainders, joined texts, 1 minus something, loops, powers of a half without parentheses. */
export function operatorsIn(source: string): string[] {
  const text = source.replace(/=>/g, "").replace(/for\s*\([^)]*\)/g, "");
  return [
    ...(/max|[<>]/.test(text) ? ["max"] : []),
    ...(/min|[<>]/.test(text) ? ["min"] : []),
    ...(/\|\||\?|\bif\b/.test(text) ? ["or"] : []),
    ...(/%/.test(text) ? ["remainder"] : []),
    ...(/["'`]/.test(text) ? ["join"] : []),
    ...(/\b1\s*-/.test(text) ? ["complement"] : []),
    ...(/\b(?:for|while|reduce)\b/.test(source) ? ["loop"] : []),
    ...(/\b(?:for|while|reduce)\b[^]*(?:\*\*|\bpow\b)/.test(source) ? ["power in a loop"] : []),
    ...(/\*\*\s*1\s*\/\s*2/.test(text) ? ["half power"] : []),
  ];
}

/** The only line on which something stands; none where it stands on several. */
export function lineOf(source: string, sign: RegExp): OwnLine | undefined {
  const lines = source.split("\n").filter((text) => sign.test(text));
  return lines.length === 1 ? ownLine(source, lines[0]!.trim()) : undefined;
}

/** A line of a text, with its place in a notebook where that is known. */
export function ownLine(source: string, text: string): OwnLine {
  const place = placeOfLine(source, text);
  return place === undefined ? { text } : { text, place };
}
