import { lineNode } from "../math/line.ts";
import { atom, type Piece } from "../math/notation.ts";
import { texOfName, toTex } from "../math/tex.ts";
import { usesSymbol } from "./program.ts";
import type { Rule } from "./rule.ts";

/** One line of a rule, ready to be shown. */
export interface EquationTex {
  readonly name: string;
  /** The quantity on the left, with its index: `m_{t}`. */
  readonly left: string;
  readonly right: string;
  /** The whole line: `m_{t} = \alpha\, m_{t-1} - \lambda\, g_{t}`. */
  readonly tex: string;
}

/** All lines of a rule as one formula, their equals signs under each other. */
export function alignedTex(rule: Rule): string {
  const lines = equationsTex(rule).map(({ left, right }) => `${left} &= ${right}`);
  return `\\begin{aligned} ${lines.join(" \\\\ ")} \\end{aligned}`;
}

/** TeX of one of a rule's names, without a time index. */
export function texOf(rule: Rule, name: string): string {
  return (
    rule.hyperparameters[name]?.tex ?? rule.equations[name]?.tex ?? rule.state[name]?.tex ?? texOfName(name)
  );
}

/** `m_{t}`; beside an index of its own, `a_{b,t}`; under an exponent, `{v_{t}^{\max}}`. */
function indexed(rule: Rule, name: string, index: string): Piece {
  const tex = texOf(rule, name);
  if (tex.includes("^")) return atom(`{${tex.replace("^", `_{${index}}^`)}}`);
  const [, base, own] = /^(.*)_\{(.*)\}$/.exec(tex) ?? [];
  return atom(base === undefined ? `${tex}_{${index}}` : `${base}_{${own},${index}}`);
}

/** Puts more around the TeX of one of a rule's names, where it stands in a formula. */
export type Dress = (name: string, tex: string) => string;

/**
 * The lines of a rule as TeX, the gradient first. Time indices follow from position: a remembered quantity
 * is the old one (t-1) until its own line and the new one (t) after it.
 * @example equationsTex(momentum).length // 3
 */
export function equationsTex(rule: Rule, dress: Dress = (_, tex) => tex): EquationTex[] {
  const remembered = new Set(["w", ...Object.keys(rule.state)]);
  const done = new Set<string>();
  const symbol = (name: string): Piece => {
    const plain = plainSymbol(name);
    return { ...plain, text: dress(name, plain.text) };
  };
  const plainSymbol = (name: string): Piece => {
    if (name === "t" || name === "n" || Object.hasOwn(rule.hyperparameters, name))
      return atom(texOf(rule, name));
    if (name === "rate") return atom(rule.rate === undefined ? "\\lambda" : texOf(rule, rule.rate));
    if (name === "loss") return atom("L_{t-1}");
    return indexed(rule, name, remembered.has(name) && !done.has(name) ? "t-1" : "t");
  };
  const right = (text: string): string => toTex(lineNode(text), { symbol, times: "\\," });
  const line = (name: string, left: string, value: string): EquationTex => ({
    name,
    left,
    right: value,
    tex: `${left} = ${value}`,
  });
  const at = right(rule.gradientAt);
  const lines = [line("g", "g_{t}", `\\nabla L\\left(${at}\\right)`)];
  if (usesSymbol(rule, "H")) lines.push(line("H", "H_{t}", `\\nabla^2 L\\left(${at}\\right)`));
  for (const [name, { text }] of Object.entries(rule.equations)) {
    const value = right(text);
    done.add(name);
    lines.push(line(name, indexed(rule, name, "t").text, value));
  }
  return lines;
}
