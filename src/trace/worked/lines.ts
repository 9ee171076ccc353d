/** The lines of a step, with as many digits as make each row close. */
import type { Recorded } from "../recorded.ts";
import { besides, type Besides } from "./besides.ts";
import { type Closing, closeAll, type Printed } from "./closing.ts";
import { type Draft, draftsOf, type Filled } from "./draft.ts";
import { hueOfCell, huesOf, marksOf } from "./hues.ts";
import type { Cell, LinePart, WorkedLine } from "./line.ts";
import { Reading } from "./reading.ts";
import { cellIndexOf, PLACES } from "./row.ts";
import { sentenceOf } from "./sentence.ts";

/** What is shown of a step. */
export interface Lines extends Besides {
  readonly lines: readonly WorkedLine[];
}

/** @param coordinate the one to write the step out for, where it is not for all */
export function linesOf(trace: Recorded, t: number, coordinate?: number): Lines {
  const reading = new Reading(trace, t, coordinate);
  const drafts = draftsOf(reading);
  const open = closeAll(drafts.flatMap(closingsOf));
  return { lines: drafts.map((draft) => lineOf(reading, draft, open)), ...besides(reading, drafts) };
}

const closingsOf = ({ cells, closing }: Draft): Closing[] =>
  [...cells.map((cell) => cell.closing), closing].filter((one) => one !== undefined);

function lineOf(reading: Reading, draft: Draft, open: ReadonlySet<Closing>): WorkedLine {
  const { name, letter, row, result, isWhole, closing } = draft;
  const { rule } = reading.trace;
  const isOpen = closingsOf(draft).some((one) => open.has(one));
  const { parts, reads } = partsOf(reading, draft, isOpen);
  const marks = marksOf(rule, { name, parts, reads });
  return {
    name,
    sentence: sentenceOf(rule, name),
    remark: row.remarks.join("; "),
    labels: labelsOf(reading, draft),
    result: {
      kind: "cell",
      letter,
      hue: huesOf(rule)(name),
      texts: result === undefined ? [] : textsOf(result),
      isWhole: isWhole && result !== undefined && result.quantity.shape !== "scalar",
    },
    relation: isOpen ? "≈" : "=",
    isByPencil: closing !== undefined,
    parts: withMarkedHues(parts, marks),
    marks,
  };
}

/** The coordinates, where a row has more than one line of numbers. */
function labelsOf({ trace, shown }: Reading, { cells, result, isWhole }: Draft): string[] {
  const { variables } = trace.objective as { variables?: readonly string[] };
  const isLong = (printed?: Printed): boolean => printed !== undefined && printed.quantity.shape !== "scalar";
  const are = isLong(result) || (isWhole && cells.some(({ printed }) => isLong(printed)));
  return are ? shown.map((i) => variables?.[i] ?? `w_{${i + 1}}`) : [""];
}

interface Parts {
  readonly parts: LinePart[];
  /** The names that each part reads. */
  readonly reads: readonly (readonly string[])[];
}

function partsOf(reading: Reading, { name, row, cells, isWhole }: Draft, isOpen: boolean): Parts {
  if (reading.trace.rule.equations[name] === undefined)
    return {
      parts: [
        { kind: "sign", text: name === "H" ? "∇²L(" : "∇L(", below: isOpen ? "near " : "at " },
        cellOf(reading, cells[0]!, false),
        { kind: "sign", text: ")", below: "" },
      ],
      reads: [[], [], []],
    };
  const parts: LinePart[] = [];
  const reads: (readonly string[])[] = [];
  for (const piece of row.printed.split(SIGNS)) {
    if (piece === "") continue;
    const filled = piece.match(PLACES) === null ? undefined : cells[cellIndexOf(piece)]!;
    const text = piece === "·" ? " · " : piece;
    parts.push(filled === undefined ? { kind: "sign", text, below: text } : cellOf(reading, filled, isWhole));
    reads.push(filled?.found.names ?? []);
  }
  return { parts, reads };
}

/** Between these what is printed falls into parts. */
const SIGNS = new RegExp(`(${PLACES.source}| [+−/] |·)`);

function cellOf(reading: Reading, { found, printed }: Filled, isWhole: boolean): Cell {
  const texts = printed === undefined ? [] : textsOf(printed);
  return {
    kind: "cell",
    letter: found.letter,
    hue: hueOfCell(reading, found.names),
    texts,
    isWhole: isWhole && printed?.quantity.shape !== "scalar",
  };
}

/** The texts of a quantity; a matrix has a row of numbers in each, under one another. */
function textsOf({ quantity: { shape }, column: { texts } }: Printed): readonly string[] {
  if (shape !== "matrix") return texts;
  const n = Math.sqrt(texts.length);
  const width = Math.max(...texts.map((text) => text.length));
  const padded = texts.map((text) => text.padStart(width, FIGURE_SPACE));
  return Array.from({ length: n }, (_, i) => padded.slice(i * n, (i + 1) * n).join("  "));
}

/** As wide as a digit. */
const FIGURE_SPACE = "\u2007";

/** What belongs to a numbered arrow wears its colour. */
function withMarkedHues(parts: readonly LinePart[], marks: WorkedLine["marks"]): LinePart[] {
  return parts.map((part, k) => {
    const mark = marks.find(({ span }) => span !== undefined && k >= span[0] && k < span[1]);
    const wears = part.kind === "cell" && mark !== undefined && mark.hue !== "point";
    return wears ? { ...part, hue: mark.hue } : part;
  });
}
