/** The lines of a step, with as many digits as make each row close. */
import { counted } from "../../counted.ts";
import { CONSTANTS } from "../../math/expression.ts";
import { computationOf, type Value } from "../../math/evaluate.ts";
import { type Column, exactly } from "../../math/digits.ts";
import { callsWholeVectors, lineNode } from "../../math/line.ts";
import { letterOf } from "../../rules/letters.ts";
import { usesSymbol } from "../../rules/program.ts";
import type { Recorded } from "../recorded.ts";
import { type Quantity, stepReader } from "../reader.ts";
import { type Closing, closeAll, type Input, Printed } from "./closing.ts";
import { huesOf, marksOf } from "./hues.ts";
import type { Cell, Hue, Part, WorkedLine } from "./line.ts";
import { type Found, isPlace, type Names, placeOf, type Row, symbolsOf, takeApart, valueOf } from "./row.ts";

/** The most coordinates that are shown in numbers. */
export const MOST_SHOWN = 6;

/** What is shown of a step. */
export interface Lines {
  readonly lines: readonly WorkedLine[];
  /** What is not shown in numbers, in sentences. */
  readonly remarks: readonly string[];
  /** The numbers that were chosen, and are not too small to show. */
  readonly settings: readonly { readonly letter: string; readonly text: string }[];
}

/** A cell that may have numbers. */
interface Filled {
  readonly found: Found;
  readonly printed: Printed | undefined;
  readonly hue: Hue;
  /** What the names in it are, where it is more than a name. */
  readonly inputs: readonly Input[];
  readonly closing?: Closing;
}

/** A line on the way to its digits. */
interface Draft {
  readonly name: string;
  readonly letter: string;
  readonly row: Row;
  readonly cells: readonly Filled[];
  readonly result: Printed | undefined;
  readonly isWhole: boolean;
  readonly closing: Closing | undefined;
}

/** @param coordinate the one to write the step out for, where it is not for all */
export function linesOf(trace: Recorded, t: number, coordinate?: number): Lines {
  return new Step(trace, t, coordinate).lines();
}

class Step {
  readonly #trace: Recorded;
  readonly #t: number;
  readonly #reader;
  readonly #shown: readonly number[];
  readonly #hue: (name: string) => Hue;
  readonly #done = new Set<string>();
  readonly #printed = new Map<string, Printed>();
  readonly #closings: Closing[] = [];
  #landed: Filled | undefined;

  constructor(trace: Recorded, t: number, coordinate: number | undefined) {
    this.#trace = trace;
    this.#t = t;
    this.#reader = stepReader(trace, t);
    this.#hue = huesOf(trace.rule);
    this.#shown =
      coordinate === undefined
        ? Array.from({ length: Math.min(trace.dimension, MOST_SHOWN) }, (_, i) => i)
        : [coordinate];
  }

  lines(): Lines {
    const { rule } = this.#trace;
    const names = ["g", ...(usesSymbol(rule, "H") ? ["H"] : []), ...Object.keys(rule.equations)];
    const drafts = names.map((name) => this.#draft(name));
    const open = closeAll(this.#closings);
    const lines = drafts.map((draft) => this.#line(draft, open));
    return { lines, ...this.#besides(drafts) };
  }

  #draft(name: string): Draft {
    const { rule } = this.#trace;
    const isTaken = rule.equations[name] === undefined;
    const node = lineNode(rule.equations[name]?.text ?? rule.gradientAt);
    const row = isTaken ? this.#place() : takeApart(node, this.#names);
    const cells = isTaken ? [(this.#landed ??= this.#fillPlace(row.cells[0]!))] : row.cells.map((found) => this.#fill(found));
    this.#reader.finish(name);
    this.#done.add(name);
    const result = this.#printedOf(name);
    const inputs = cells.flatMap(({ printed }) => printed ?? []);
    const compute = isTaken ? this.#derivative(name) : computeOf(row);
    const isComplete = result !== undefined && inputs.length === cells.length && compute !== undefined;
    const closing = isComplete ? { result, inputs, compute } : undefined;
    if (closing !== undefined) this.#closings.push(closing);
    const isWhole = (isTaken ? name === "H" : callsWholeVectors(node)) || result?.quantity.shape === "matrix";
    return { name, letter: this.#letter(name), row, cells, result, isWhole, closing };
  }

  /** The place where gradient and Hessian are taken, as one quantity. */
  #place(): Row {
    const { gradientAt } = this.#trace.rule;
    const cell = takeApart(lineNode(`(${gradientAt})`), this.#names);
    const letter = cell.printed.replace(/[\uE000-\uF8FF]/g, (place) => cell.cells[placeOf(place)]!.letter);
    const found = { source: gradientAt, letter, names: symbolsOf(lineNode(gradientAt)) };
    return { cells: [found], printed: "\uE000", source: "cell0", remarks: [] };
  }

  /** The place has digits of its own: a gradient may need more of them than a move. */
  #fillPlace(found: Found): Filled {
    const { gradientAt } = this.#trace.rule;
    if (gradientAt !== "w") return this.#fill(found);
    const quantity = this.#reader.read("w");
    const printed = quantity === undefined ? undefined : this.#print(quantity, "part");
    return { found, hue: "point", printed, inputs: [] };
  }

  /** What computes a gradient or a Hessian with a pencil, where the objective is a formula. */
  #derivative(name: string): Closing["compute"] | undefined {
    const { objective } = this.#trace;
    if (!("derivatives" in objective)) return undefined;
    return ([place]) => {
      const w = place as Float64Array;
      const out = new Float64Array(name === "H" ? w.length ** 2 : w.length);
      if (name === "H") objective.hessian!(w, out);
      else objective.gradient(w, out, this.#t);
      return out;
    };
  }

  #fill(found: Found): Filled {
    const own = found.names.filter((name) => !this.#names.isGiven(name));
    const hue = own.length === 1 ? this.#hue(own[0]!) : own.length === 0 ? "plain" : "point";
    const isAlone = found.names.length === 1 && found.source === found.names[0];
    if (isAlone) return { found, hue, printed: this.#printedOf(found.names[0]!), inputs: [] };
    const isNumber = found.names.length === 0;
    const value = valueOf(lineNode(found.source), this.#names);
    if (value === undefined) return { found, hue, printed: undefined, inputs: [] };
    const printed = this.#print(quantityOf(value as number | Float64Array), isNumber ? "given" : "part");
    if (isNumber) return { found, hue, printed, inputs: [] };
    const inputs = found.names.map((name) => {
      const input = this.#printedOf(name)!;
      return this.#done.has(name) ? input.asResult : input;
    });
    const compute = computationOf(found.source);
    const closing: Closing = {
      result: printed,
      inputs,
      compute: (values) => compute(Object.fromEntries(found.names.map((name, i) => [name, values[i]!]))),
    };
    this.#closings.push(closing);
    return { found, hue, printed, inputs, closing };
  }

  /** A name as it is printed here: the same wherever it means the same. */
  #printedOf(name: string): Printed | undefined {
    const isOld = this.#isRemembered(name) && !this.#done.has(name);
    const key = isOld ? `old ${name}` : name;
    const known = this.#printed.get(key);
    if (known !== undefined) return known;
    const constant = CONSTANTS[name];
    const quantity = constant === undefined ? this.#reader.read(name) : quantityOf(constant);
    if (quantity === undefined || quantity.shape === "history") return undefined;
    const isChosen = name === "t" || name === "n" || Object.hasOwn(this.#trace.rule.hyperparameters, name);
    const isRate = name === this.#trace.rule.rate && this.#trace.schedule !== undefined;
    const printed = this.#print(quantity, isChosen && !isRate ? "given" : "quantity");
    this.#printed.set(key, printed);
    return printed;
  }

  #print(quantity: Quantity, kind: "given" | "quantity" | "part"): Printed {
    const { dimension } = this.#trace;
    const places = {
      scalar: [0],
      vector: this.#shown,
      matrix: dimension > MOST_SHOWN ? [] : quantity.numbers.map((_, i) => i),
      history: [],
    }[quantity.shape];
    return new Printed(quantity, Array.from(places), kind);
  }

  #isRemembered(name: string): boolean {
    return name === "w" || Object.hasOwn(this.#trace.rule.state, name);
  }

  readonly #names: Names = {
    letter: (name) => this.#letter(name),
    isGiven: (name) =>
      name === "t" ||
      name === "n" ||
      name === "rate" ||
      Object.hasOwn(CONSTANTS, name) ||
      Object.hasOwn(this.#trace.rule.hyperparameters, name),
    isAbove: (name) => this.#done.has(name) && this.#printedOf(name) !== undefined,
    value: (name): Value | undefined => CONSTANTS[name] ?? this.#printedOf(name)?.whole,
  };

  #letter(name: string): string {
    const { rule } = this.#trace;
    const t = this.#t;
    if (name === "t") return String(t);
    if (name === "rate") return rule.rate === undefined ? "λ" : letterOf(rule, rule.rate);
    if (name === "loss") return `L_{${t - 1}}`;
    if (this.#names.isGiven(name)) return letterOf(rule, name);
    return letterOf(rule, name, String(this.#isRemembered(name) && !this.#done.has(name) ? t - 1 : t));
  }

  #line(draft: Draft, open: ReadonlySet<Closing>): WorkedLine {
    const { name, row, cells, result, isWhole, closing } = draft;
    const isOpen = [closing, ...cells.map((cell) => cell.closing)].some(
      (one) => one !== undefined && open.has(one),
    );
    const { rule } = this.#trace;
    const isTaken = rule.equations[name] === undefined;
    const { parts, reads } = isTaken ? taken(name, this.#cell(cells[0]!, false), isOpen) : this.#parts(draft);
    const marks = marksOf(rule, { name, parts, reads });
    const labels = !isWhole && result?.quantity.shape !== "vector" ? [""] : this.#labels(cells, result);
    return {
      name,
      sentence: this.#sentence(name),
      remark: row.remarks.join("; "),
      labels,
      result: {
        kind: "cell",
        letter: draft.letter,
        hue: this.#hue(name),
        texts: result === undefined ? [] : this.#texts(result, result.resultColumn),
        isWhole: isWhole && result !== undefined && result.quantity.shape !== "scalar",
      },
      relation: isOpen ? "≈" : "=",
      isByPencil: closing !== undefined,
      parts: withMarkedHues(parts, marks),
      marks,
    };
  }

  /** The coordinates, where a row has more than one line of numbers. */
  #labels(cells: readonly Filled[], result: Printed | undefined): string[] {
    const { variables } = this.#trace.objective as { variables?: readonly string[] };
    const are = [result, ...cells.map(({ printed }) => printed)].some(
      (printed) => printed !== undefined && printed.quantity.shape !== "scalar",
    );
    return are ? this.#shown.map((i) => variables?.[i] ?? `w_{${i + 1}}`) : [""];
  }

  #sentence(name: string): string {
    const { rule } = this.#trace;
    const where = rule.gradientAt === "w" ? "here" : this.#landing();
    if (name === "g") return `The slope ${where}`;
    if (name === "H") return `The curvature ${where}`;
    const meaning = rule.equations[name]?.meaning ?? rule.state[name]?.meaning;
    if (meaning === undefined) return name === "w" ? "Move" : "";
    return meaning[0]!.toUpperCase() + meaning.slice(1);
  }

  #landing(): string {
    const has = Object.values(this.#trace.rule.equations).some(({ role }) => role === "velocity");
    return has ? "where the jump lands" : "at the point looked at";
  }

  #parts({ row, cells, isWhole }: Draft): { parts: Part[]; reads: (readonly string[])[] } {
    const parts: Part[] = [];
    const reads: (readonly string[])[] = [];
    for (const piece of row.printed.split(/([\uE000-\uF8FF]| [+−/] |·)/)) {
      if (piece === "") continue;
      const filled = isPlace(piece) ? cells[placeOf(piece)]! : undefined;
      const text = piece === "·" ? " · " : piece;
      parts.push(filled === undefined ? { kind: "sign", text, below: text } : this.#cell(filled, isWhole));
      reads.push(filled?.found.names ?? []);
    }
    return { parts, reads };
  }

  #cell({ found, printed, hue }: Filled, isWhole: boolean): Cell {
    const texts = printed === undefined ? [] : this.#texts(printed, printed.column);
    const letter = found.names.length === 0 ? texts[0]! : found.letter;
    return { kind: "cell", letter, hue, texts, isWhole: isWhole && printed?.quantity.shape !== "scalar" };
  }

  /** The texts of a quantity; a matrix has a row of numbers in each. */
  #texts({ quantity }: Printed, { texts }: Column): readonly string[] {
    if (quantity.shape !== "matrix") return texts;
    const n = this.#trace.dimension;
    return Array.from({ length: texts.length / n }, (_, i) => texts.slice(i * n, (i + 1) * n).join("  "));
  }

  #besides(drafts: readonly Draft[]): Omit<Lines, "lines"> {
    const { rule, hyper, dimension } = this.#trace;
    const isShown = new Set(drafts.flatMap(({ cells }) => cells.map(({ found }) => found.source)));
    const small = Object.entries(hyper).filter(
      ([name, value]) =>
        value !== 0 && Math.abs(value) < 1e-3 && !isShown.has(name) && this.#isTooSmall(name, drafts),
    );
    const settings = Object.entries(hyper)
      .filter((entry) => !small.some(([name]) => name === entry[0]))
      .map(([name, value]) => ({
        letter: letterOf(rule, name),
        text: this.#printed.get(name)?.column.texts[0] ?? exactly(value),
      }));
    const left = dimension - this.#shown.length;
    const isCut = this.#shown.length > 1 && left > 0;
    return {
      settings,
      remarks: [
        ...small.map(
          ([name, value]) => `${letterOf(rule, name)} = ${exactly(value)} is too small to show.`,
        ),
        ...(isCut ? [`${counted(left, "coordinate")} more, computed in the same way.`] : []),
      ],
    };
  }

  /** Whether all numbers that are shown would be the same without it. */
  #isTooSmall(name: string, drafts: readonly Draft[]): boolean {
    const cells = drafts.flatMap((draft) => draft.cells).filter(({ found }) => found.names.includes(name));
    if (cells.length === 0) return false;
    return cells.every(({ found, printed, inputs }) => {
      if (printed === undefined) return false;
      const values = found.names.map((own, i) => [own, own === name ? 0 : inputs[i]!.value]);
      return printed.unitsBetween(computationOf(found.source)(Object.fromEntries(values) as never)) < 0.5;
    });
  }
}

/** What a pencil does with a row: nothing where a line search tries out points. */
function computeOf({ source, cells }: Row): Closing["compute"] | undefined {
  if (/\b(backtrack|twoLoop|append)\(/.test(source)) return undefined;
  const compute = computationOf(source);
  return (inputs) => compute(Object.fromEntries(cells.map((_, i) => [`cell${i}`, inputs[i]!])));
}

function taken(name: string, place: Cell, isOpen: boolean): { parts: Part[]; reads: (readonly string[])[] } {
  const sign = name === "H" ? "∇²L(" : "∇L(";
  const parts: Part[] = [
    { kind: "sign", text: sign, below: isOpen ? "near " : "at " },
    place,
    { kind: "sign", text: ")", below: "" },
  ];
  return { parts, reads: [[], [], []] };
}

/** What belongs to a numbered arrow wears its colour. */
function withMarkedHues(parts: readonly Part[], marks: WorkedLine["marks"]): Part[] {
  return parts.map((part, k) => {
    const mark = marks.find(({ span }) => span !== undefined && k >= span[0] && k < span[1]);
    const wears = part.kind === "cell" && mark !== undefined && mark.hue !== "point";
    return wears ? { ...part, hue: mark.hue } : part;
  });
}

function quantityOf(value: number | Float64Array): Quantity {
  return typeof value === "number"
    ? { shape: "scalar", numbers: Float64Array.of(value) }
    : { shape: "vector", numbers: value };
}
