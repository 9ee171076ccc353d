import type { Content } from "../channel.ts";
import { toCodePoints } from "./positions.ts";

const LETTERS =
  "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho varsigma sigma tau upsilon phi chi psi omega".split(
    " ",
  );
const SMALL = 0x3b1;
const CAPITAL = 0x391;

/** Symbols by their names in TeX: the Greek letters, and a few that stand in formulas. */
const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ...LETTERS.map((name, i): [string, string] => [name, String.fromCodePoint(SMALL + i)]),
  ...LETTERS.flatMap((name, i): [string, string][] =>
    name === "varsigma" ? [] : [[name[0]!.toUpperCase() + name.slice(1), String.fromCodePoint(CAPITAL + i)]],
  ),
  ...Object.entries({ nabla: "∇", partial: "∂", infty: "∞", cdot: "·", times: "×", pm: "±", approx: "≈" }),
]);

/** What stands for `\lambda` before a position: λ; for a part of such a name, the names that begin so. */
export function symbolCompletion(code: string, position: number): Content | undefined {
  const typed = /\\([A-Za-z]+)$/.exec(code.slice(0, position))?.[1];
  if (typed === undefined) return undefined;
  const symbol = SYMBOLS.get(typed);
  const names = [...SYMBOLS.keys()].filter((name) => name.startsWith(typed)).map((name) => `\\${name}`);
  if (symbol === undefined && names.length === 0) return undefined;
  return {
    status: "ok",
    matches: symbol === undefined ? names : [symbol],
    cursor_start: toCodePoints(code, position - typed.length - 1),
    cursor_end: toCodePoints(code, position),
    metadata: {},
  };
}
