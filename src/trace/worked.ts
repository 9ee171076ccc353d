import type { MathNode } from "mathjs";
import { type MimeBundle, RICH } from "../display.ts";
import { callsWholeVectors, lineNode } from "../math/line.ts";
import { atom, type Piece } from "../math/notation.ts";
import { toSource } from "../math/source.ts";
import { formatNumber, formatTex, toTex } from "../math/tex.ts";
import { equationsTex, texOf } from "../rules/tex.ts";
import { type Quantity, type StepReader, stepReader } from "./reader.ts";
import type { Recorded } from "./recorded.ts";

/** One equation of one step: as it stands, with the step's numbers, and what comes out. */
export interface WorkedLine {
  readonly name: string;
  /** The equation as TeX. */
  readonly equation: string;
  /** Its right side with this step's numbers put in, as TeX. */
  readonly numbers: string;
  /** Its value, as TeX. */
  readonly value: string;
  /** The same in plain text: `m = 0.9 * [0, 0] - 0.1 * [-0.8, 3] = [0.08, -0.3]`. */
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

/** Write step t of a trace out: with whole vectors, or for one coordinate (from 0). */
export function workStep(trace: Recorded, t: number, coordinate?: number): Worked {
  const { rule } = trace;
  const reader = stepReader(trace, t);
  const lines = equationsTex(rule).map(({ name, tex, right }): WorkedLine => {
    const derivative = rule.equations[name] === undefined;
    const node = lineNode(rule.equations[name]?.text ?? rule.gradientAt);
    const one = callsWholeVectors(node) ? undefined : coordinate;
    const value = narrowed(reader.now(name), one);
    const [numbers, text] = derivative
      ? derivativeAt(trace, name, node, reader, one)
      : [inTex(trace, node, reader, one), inText(node, reader, one)];
    reader.finish(name);
    return {
      name,
      equation: tex,
      numbers,
      value: value === undefined ? right : pieceOf(value).text,
      text: `${name} = ${text} = ${value === undefined ? name : textOf(value)}`,
    };
  });
  return new Worked(t, lines);
}

/** The gradient or the Hessian: what is taken, and where. */
function derivativeAt(
  { rule, objective }: Recorded,
  name: string,
  node: MathNode,
  reader: StepReader,
  coordinate: number | undefined,
): [string, string] {
  const at = inParentheses(
    toTex(node, {
      symbol: (symbol) => symbolTex(reader.read(symbol), texOf(rule, symbol)),
      times: "\\cdot",
    }),
  );
  const place = inText(node, reader, undefined);
  if (name === "H") return [`\\nabla^2 L ${at}`, `Hessian at ${place}`];
  if (coordinate === undefined) return [`\\nabla L ${at}`, `gradient at ${place}`];
  const { variables } = objective as { variables?: readonly string[] };
  const variable = variables?.[coordinate] ?? `w_{${coordinate + 1}}`;
  return [
    `\\frac{\\partial L}{\\partial ${variable}} ${at}`,
    `slope in ${variables?.[coordinate] ?? `w[${coordinate}]`} at ${place}`,
  ];
}

/** A vector alone has parentheses already. */
const inParentheses = (tex: string): string =>
  /^\\begin\{pmatrix\}(?:(?!\\begin)[^])*\\end\{pmatrix\}$/.test(tex) ? tex : `\\left(${tex}\\right)`;

function inTex(
  { rule }: Recorded,
  node: MathNode,
  reader: StepReader,
  coordinate: number | undefined,
): string {
  return toTex(node, {
    symbol: (name) => symbolTex(narrowed(reader.read(name), coordinate), texOf(rule, name)),
    times: "\\cdot",
  });
}

function inText(node: MathNode, reader: StepReader, coordinate: number | undefined): string {
  return toSource(node, (name) => {
    const value = narrowed(reader.read(name), coordinate);
    return atom(value === undefined ? name : inBrackets(textOf(value)));
  });
}

/** A negative number inside a formula stands in parentheses. */
const inBrackets = (text: string): string => (text.startsWith("-") ? `(${text})` : text);

/** One coordinate of a vector; anything else as it is. */
function narrowed(quantity: Quantity | undefined, coordinate: number | undefined): Quantity | undefined {
  if (quantity === undefined || coordinate === undefined || quantity.shape !== "vector") return quantity;
  return { shape: "scalar", numbers: quantity.numbers.subarray(coordinate, coordinate + 1) };
}

const MOST_SHOWN = 6;

function rowsOf({ shape, numbers }: Quantity): Float64Array[] {
  if (shape !== "matrix") return [numbers];
  const n = Math.sqrt(numbers.length);
  return Array.from({ length: n }, (_, i) => numbers.subarray(i * n, (i + 1) * n));
}

function textOf(quantity: Quantity): string {
  const { numbers, shape } = quantity;
  if (numbers.length === 1) return formatNumber(numbers[0]!);
  const list = (row: Float64Array): string =>
    shortened(Array.from(row.subarray(0, MOST_SHOWN), formatNumber), row.length, "...").join(", ");
  const rows = rowsOf(quantity);
  if (shape !== "matrix") return `[${list(rows[0]!)}]`;
  return `[${shortened(
    rows.slice(0, MOST_SHOWN).map((row) => `[${list(row)}]`),
    rows.length,
    "...",
  ).join(", ")}]`;
}

function symbolTex(quantity: Quantity | undefined, tex: string): Piece | number | string {
  if (quantity === undefined) return tex;
  return quantity.numbers.length === 1 ? quantity.numbers[0]! : pieceOf(quantity);
}

function pieceOf(quantity: Quantity): Piece {
  const { numbers, shape } = quantity;
  if (numbers.length === 1) return atom(formatTex(numbers[0]!));
  const cells = (row: Float64Array): string[] => Array.from(row.subarray(0, MOST_SHOWN), formatTex);
  const rows =
    shape === "matrix"
      ? rowsOf(quantity)
          .slice(0, MOST_SHOWN)
          .map((row) => shortened(cells(row), row.length, "\\cdots").join(" & "))
      : cells(numbers);
  const count = shape === "matrix" ? Math.sqrt(numbers.length) : numbers.length;
  return atom(`\\begin{pmatrix} ${shortened(rows, count, "\\vdots").join(" \\\\ ")} \\end{pmatrix}`);
}

const shortened = (shown: readonly string[], count: number, dots: string): readonly string[] =>
  count > MOST_SHOWN ? [...shown, dots] : shown;
