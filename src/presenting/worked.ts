/** A worked step may have more rows than a slide has room for: then it goes on over several slides. */
import { SPECIFICATION } from "../mime.ts";
import type { Output } from "../rendering/executed.ts";
import type { WorkedLine } from "../trace/worked/line.ts";
import { isWorked, readWorked, type WorkedSpecification } from "../trace/worked/specification.ts";

/** What a piece may take of a slide's height, a remark at its end aside; rows of a high one stand in two columns. */
const HIGHEST = 500;

/** A row of more letters does not fit beside words, nor in one of two columns. */
const LONG = 34;

/** Heights in pixels at the size of a slide's worked steps. */
const HEAD = 55;
const LETTERS = 60;
const NUMBERS = 36;
const MARKS = 38;
const REMARK = 46;

/** The worked step that an output shows; nothing for any other output. */
export function workedOf(output: Output): WorkedSpecification | undefined {
  const specification = "data" in output ? output.data[SPECIFICATION] : undefined;
  return isWorked(specification) ? readWorked(specification) : undefined;
}

/** How much of a slide's height a worked step takes. */
export function heightOfWorked({ lines, remarks }: WorkedSpecification): number {
  return HEAD + lines.reduce((sum, line) => sum + heightOfLine(line), 0) + REMARK * remarks.length;
}

function heightOfLine({ result, labels, marks }: WorkedLine): number {
  const rows = result.texts.length === 0 ? 0 : labels.length;
  return LETTERS + NUMBERS * rows + (marks.length > 0 ? MARKS : 0);
}

/** Whether a worked step takes the whole width: it is high, or a row of it is long. */
export function isWideWorked(worked: WorkedSpecification): boolean {
  return heightOfWorked(worked) > HIGHEST || hasLongRows(worked);
}

/** A worked step whose rows need the whole width. */
export function hasLongRows({ lines }: WorkedSpecification): boolean {
  return lines.some((line) => lengthOfLine(line) > LONG);
}

export function isLongOutput(output: Output): boolean {
  const worked = workedOf(output);
  return worked !== undefined && hasLongRows(worked);
}

function lengthOfLine({ result, parts, labels }: WorkedLine): number {
  const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => text.length));
  const lengths = parts.map((part) =>
    part.kind === "sign"
      ? part.text.length
      : Math.max(longest(part.texts), part.letter.replace(/[_^{}]/g, "").length),
  );
  return longest(labels) + longest(result.texts) + lengths.reduce((sum, length) => sum + length, 0);
}

/** Rows stand in two columns, where they are short. */
const roomOf = (worked: WorkedSpecification): number => (hasLongRows(worked) ? 1.15 : 2) * HIGHEST;

/** An output in pieces that fit a slide, split between rows, about evenly; one that fits stays as it is. */
export function piecesOf(output: Output): Output[] {
  const worked = workedOf(output);
  if (worked === undefined || heightOfWorked(worked) <= roomOf(worked)) return [output];
  const rows = worked.lines.map(heightOfLine);
  const total = rows.reduce((sum, height) => sum + height, 0);
  const target = total / Math.ceil(total / (roomOf(worked) - HEAD));
  const pieces: WorkedLine[][] = [[]];
  let before = 0;
  for (const [k, line] of worked.lines.entries()) {
    // Over the edge by less than half of it, a row stays in the piece.
    if (before + rows[k]! / 2 > target * pieces.length && pieces.at(-1)!.length > 0) pieces.push([]);
    pieces.at(-1)!.push(line);
    before += rows[k]!;
  }
  return pieces.map((lines, k) => {
    const remarks = k === pieces.length - 1 ? worked.remarks : [];
    return { output_type: "display_data", data: { [SPECIFICATION]: { ...worked, lines, remarks } } };
  });
}
