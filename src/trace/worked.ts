import type { MathNode, SymbolNode } from "mathjs";
import { type MimeBundle, RICH } from "../display.ts";
import { atom, formatNumber, formatTex, type Piece, toTex } from "../math/tex.ts";
import { equationsTex, lineNode } from "../rules/tex.ts";
import type { Rule } from "../rules/rule.ts";
import type { Trace } from "./trace.ts";

/** One equation of one step: as it stands, with the step's numbers, and what comes out. */
export interface WorkedLine {
  readonly name: string;
  /** The equation as TeX. */
  readonly equation: string;
  /** Its right side with this step's numbers put in, as TeX. */
  readonly numbers: string;
  /** Its value, as TeX. */
  readonly value: string;
  /** The same in plain text: `m = 0.9*[0, 0] - 0.1*[-0.8, 3] = [0.08, -0.3]`. */
  readonly text: string;
}

/** A step written out, line by line. */
export class Worked {
  readonly t: number;
  readonly lines: readonly WorkedLine[];

  constructor(t: number, lines: readonly WorkedLine[]) {
    this.t = t;
    this.lines = lines;
  }

  /** All lines as one aligned TeX formula. */
  get tex(): string {
    const rows = this.lines.flatMap(({ equation, numbers, value }) => {
      const steps = numbers === value ? `&= ${value}` : `&= ${numbers} \\\\ &= ${value}`;
      return [equation.replace("=", "&="), steps];
    });
    return `\\begin{aligned} ${rows.join(" \\\\ ")} \\end{aligned}`;
  }

  /** All lines as plain text, for a terminal or a screen reader. */
  get text(): string {
    return [`step ${this.t}`, ...this.lines.map((line) => `  ${line.text}`)].join("\n");
  }

  [RICH](): MimeBundle {
    return { "text/latex": `$$${this.tex}$$`, "text/plain": this.text };
  }
}

type Value = number | Float64Array | undefined;

/** Write step t of a trace out. */
export function workStep(trace: Trace, t: number): Worked {
  const { rule } = trace;
  const done = new Set<string>();
  const read = (name: string): Value => readValue(trace, name, t, done);
  const lines = equationsTex(rule).map(({ name, tex, right }): WorkedLine => {
    const value = trace.names.includes(name) ? trace.value(name, t) : undefined;
    const shown = value === undefined ? right : pieceOf(value).tex;
    const equation = rule.equations[name];
    if (equation === undefined) return derivativeLine(name, tex, rule, read, value);
    const node = lineNode(equation.text);
    const line = {
      name,
      equation: tex,
      numbers: toTex(node, { symbol: (symbol) => pieceOrName(read(symbol), symbol), times: "\\cdot" }),
      value: shown,
      text: `${name} = ${inText(node, read)} = ${valueText(value, name)}`,
    };
    done.add(name);
    return line;
  });
  return new Worked(t, lines);
}

/** The line of the gradient or the Hessian: where it was taken, and what it was. */
function derivativeLine(
  name: string,
  tex: string,
  rule: Rule,
  read: (name: string) => Value,
  value: Value,
): WorkedLine {
  const node = lineNode(rule.gradientAt);
  const at = toTex(node, { symbol: (symbol) => pieceOrName(read(symbol), symbol), times: "\\cdot" });
  const [operator, word] = name === "g" ? ["\\nabla L", "gradient"] : ["\\nabla^2 L", "Hessian"];
  return {
    name,
    equation: tex,
    numbers: `${operator}\\left(${at}\\right)`,
    value: value === undefined ? tex : pieceOf(value).tex,
    text: `${name} = ${word} at ${inText(node, read)} = ${valueText(value, name)}`,
  };
}

function readValue(trace: Trace, name: string, t: number, done: ReadonlySet<string>): Value {
  const { rule } = trace;
  if (Object.hasOwn(rule.hyperparameters, name)) {
    return name === rule.rate ? trace.value("rate", t) : trace.hyper[name];
  }
  if (name === "t") return t;
  if (name === "n") return trace.dimension;
  if (name === "loss") return trace.value("loss", t - 1);
  const remembered = name === "w" || Object.hasOwn(rule.state, name);
  if (!trace.names.includes(name) && name !== "lookahead") return undefined;
  return trace.value(name, remembered && !done.has(name) ? t - 1 : t);
}

function inText(node: MathNode, read: (name: string) => Value): string {
  return node.toString({
    handler: (part: MathNode) => {
      if (part.type !== "SymbolNode") return undefined;
      const { name } = part as SymbolNode;
      return valueText(read(name), name);
    },
  });
}

const MOST_SHOWN = 6;

function valueText(value: Value, name: string): string {
  if (value === undefined) return name;
  if (typeof value === "number") return formatNumber(value);
  const numbers = Array.from(value.subarray(0, MOST_SHOWN), formatNumber);
  if (value.length === 1) return numbers[0]!;
  return `[${numbers.join(", ")}${value.length > MOST_SHOWN ? ", ..." : ""}]`;
}

function pieceOrName(value: Value, name: string): Piece | number | string {
  if (value === undefined) return name;
  return typeof value === "number" ? value : value.length === 1 ? value[0]! : pieceOf(value);
}

function pieceOf(value: number | Float64Array): Piece {
  if (typeof value === "number") return atom(formatTex(value));
  if (value.length === 1) return atom(formatTex(value[0]!));
  const entries = Array.from(value.subarray(0, MOST_SHOWN), formatTex);
  const rest = value.length > MOST_SHOWN ? " \\\\ \\vdots" : "";
  return atom(`\\begin{pmatrix} ${entries.join(" \\\\ ")}${rest} \\end{pmatrix}`);
}
