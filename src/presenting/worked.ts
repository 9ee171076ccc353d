/** Worked steps are long columns of equations: on a slide they stand in pieces, two side by side. */
import type { Output } from "../pages/executed.ts";
import { heightOfFormula } from "./room.ts";

/** What a piece may take of a slide's height. */
const HIGHEST = 530;

const ALIGNED = /^\s*\$\$\s*\\begin\{aligned\}([^]*)\\end\{aligned\}\s*\$\$\s*$/;

/** An output in pieces that fit a slide, split between equations; one that fits, or holds no equations, stays as it is. */
export function piecesOf(output: Output): Output[] {
  const latex = "data" in output ? output.data["text/latex"] : undefined;
  const [, inner] = typeof latex === "string" ? (ALIGNED.exec(latex) ?? []) : [];
  if (inner === undefined) return [output];
  const equations = equationsOf(inner);
  const total = heightOfFormula(inner);
  const target = total / Math.ceil(total / HIGHEST);
  const pieces: string[][] = [[]];
  let before = 0;
  for (const equation of equations) {
    const height = heightOfFormula(equation);
    // Over the edge by less than half of it, an equation stays in the piece.
    if (before + height / 2 > target * pieces.length && pieces.at(-1)!.length > 0) pieces.push([]);
    pieces.at(-1)!.push(equation);
    before += height;
  }
  return pieces.map((piece) => ({
    output_type: "display_data",
    data: { "text/latex": `$$\\begin{aligned} ${piece.join(" \\\\ ")} \\end{aligned}$$` },
  }));
}

/** Whether an output is set as a formula. */
export function isFormula(output: Output): boolean {
  return "data" in output && "text/latex" in output.data;
}

/** The equations of a block, each with the lines that go on from it; a row of a matrix is no line. */
function equationsOf(inner: string): string[] {
  const equations: string[] = [];
  let depth = 0;
  let line = "";
  const end = (): void => {
    const text = line.trim();
    if (text.startsWith("&") && equations.length > 0) equations.push(`${equations.pop()!} \\\\ ${text}`);
    else if (text !== "") equations.push(text);
    line = "";
  };
  for (const piece of inner.split(/(\\begin\{\w+\}|\\end\{\w+\}|\\\\)/)) {
    if (piece.startsWith("\\begin")) depth += 1;
    if (piece.startsWith("\\end")) depth -= 1;
    if (piece === "\\\\" && depth === 0) end();
    else line += piece;
  }
  end();
  return equations;
}
