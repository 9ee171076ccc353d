/** The lines of a step on the way to their digits. */
import { computationOf } from "../../math/evaluate.ts";
import { calls, callsWholeVectors, lineNode } from "../../math/line.ts";
import { usesSymbol } from "../../rules/program.ts";
import type { Closing, Printed } from "./closing.ts";
import { quantityOf, type Reading } from "./reading.ts";
import { type Found, cellIndexOf, PLACES, type Row, symbolsOf, takeApart, valueOf } from "./row.ts";

/** A cell that may have numbers. */
export interface Filled {
  readonly found: Found;
  readonly printed: Printed | undefined;
  /** What the names in it are, where it is more than a name. */
  readonly inputs: readonly Printed[];
  readonly closing?: Closing;
}

/** A line that is taken apart, and what has to close in it. */
export interface Draft {
  readonly name: string;
  readonly letter: string;
  readonly row: Row;
  readonly cells: readonly Filled[];
  readonly result: Printed | undefined;
  /** Whether it works on whole vectors and matrices. */
  readonly isWhole: boolean;
  readonly closing: Closing | undefined;
}

/** All lines of a step: the gradient first, the Hessian where it is used, then those of the rule. */
export function draftsOf(reading: Reading): Draft[] {
  const { rule } = reading.trace;
  const place = fillPlace(reading);
  const taken = ["g", ...(usesSymbol(rule, "H") ? ["H"] : [])];
  return [
    ...taken.map((name) => {
      const row = { cells: [place.found], printed: "\uE000", source: "cell0", remarks: [] };
      return drafted(reading, name, row, [place], name === "H", derivative(reading, name));
    }),
    ...Object.entries(rule.equations).map(([name, { text }]) => {
      const node = lineNode(text);
      const row = takeApart(node, reading);
      const cells = row.cells.map((found) => filled(reading, found));
      return drafted(
        reading,
        name,
        row,
        cells,
        callsWholeVectors(node) && reading.areAllShown,
        computeOf(row),
      );
    }),
  ];
}

function drafted(
  reading: Reading,
  name: string,
  row: Row,
  cells: readonly Filled[],
  isWhole: boolean,
  compute: Closing["compute"] | undefined,
): Draft {
  reading.finish(name);
  const result = reading.printed(name);
  const inputs = cells.flatMap(({ printed }) => printed ?? []);
  const isComplete = result !== undefined && inputs.length === cells.length && compute !== undefined;
  return {
    name,
    letter: reading.letter(name),
    row,
    cells,
    result,
    isWhole: isWhole || result?.quantity.shape === "matrix",
    closing: isComplete ? { result, inputs, compute } : undefined,
  };
}

/** The place where gradient and Hessian are taken. */
function fillPlace(reading: Reading): Filled {
  const { gradientAt } = reading.trace.rule;
  const { printed, cells } = takeApart(lineNode(`(${gradientAt})`), reading);
  const letter = printed.replace(PLACES, (place) => cells[cellIndexOf(place)]!.letter);
  const found = { source: gradientAt, letter, names: symbolsOf(lineNode(gradientAt)) };
  return filled(reading, found);
}

function filled(reading: Reading, found: Found): Filled {
  const { names, source } = found;
  if (names.length === 1 && source === names[0])
    return { found, printed: reading.printed(source), inputs: [] };
  const value = valueOf(lineNode(source), reading);
  if (value === undefined) return { found, printed: undefined, inputs: [] };
  const isNumber = names.length === 0;
  const printed = reading.print(
    quantityOf(value as number | Float64Array, reading.trace.dimension),
    isNumber ? "given" : "computed",
  );
  if (isNumber) return { found, printed, inputs: [] };
  const inputs = names.map((name) => reading.printed(name)!);
  const compute = computationOf(source);
  const closing: Closing = {
    result: printed,
    inputs,
    compute: (values) => compute(Object.fromEntries(names.map((name, i) => [name, values[i]!]))),
  };
  return { found, printed, inputs, closing };
}

/** What computes a gradient or a Hessian with a pencil, where the objective is a formula. */
function derivative({ trace: { objective }, t }: Reading, name: string): Closing["compute"] | undefined {
  if (!("derivatives" in objective)) return undefined;
  return ([place]) => {
    const w = place as Float64Array;
    const out = new Float64Array(name === "H" ? w.length ** 2 : w.length);
    if (name === "H") objective.hessian!(w, out);
    else objective.gradient(w, out, t);
    return out;
  };
}

/** What a pencil does with a row, where one can. */
function computeOf({ source, cells }: Row): Closing["compute"] | undefined {
  if (calls(lineNode(source), ({ is }) => is !== undefined)) return undefined;
  const compute = computationOf(source);
  return (inputs) => compute(Object.fromEntries(cells.map((_, i) => [`cell${i}`, inputs[i]!])));
}
