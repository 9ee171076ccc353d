/** How much has room on a slide of 1280 by 720, estimated before anything is drawn; the tests measure it. */
import { type Exhibit, hasRowsLeft, isPicture, textsOf } from "./exhibit.ts";
import { heightOfWorked, isWideWorked, workedOf } from "./worked.ts";

/** Pixels: the width of a slide, of what stands beside words at most, and the height under a headline. */
const ALL = 1152;
export const STAGE = 690;
const ROOM = 500;

/** What few words take above what needs the whole width. */
const WORDS = 80;

/** Between exhibits one below another. */
const BETWEEN_EXHIBITS = 16;

/** Widths in pixels of a letter in a table, and of what lies between columns; and the height of a row. */
const LETTER = 13.5;
const BETWEEN = 30;
const ROW = 43;

/** Letters of a line of code that has room beside words. */
const CODE = 46;

/** What needs the whole width. */
export function isWide(exhibit: Exhibit): boolean {
  if (exhibit.kind === "table") return widthOfTable(exhibit) > STAGE;
  if (exhibit.kind === "code")
    return Math.max(...exhibit.source.split("\n").map(({ length }) => length)) > CODE;
  return exhibit.kind === "worked" && isWideWorked(workedOf(exhibit.output)!);
}

/** A heading may break between its words; what stands in a cell does not. */
function widthOfTable(exhibit: Exhibit): number {
  const [head = [], ...rows] = textsOf(exhibit);
  const widths = head.map((name, k) =>
    Math.max(...name.split(" ").map(({ length }) => length), ...rows.map((row) => row[k]?.length ?? 0)),
  );
  return widths.reduce((sum, letters) => sum + letters * LETTER + BETWEEN, 0);
}

/** Pictures aside, which have a slide to themselves. */
function heightOf(exhibit: Exhibit): number {
  switch (exhibit.kind) {
    case "table":
      // Where it is wider than a slide some of its cells break into lines.
      return (
        ROW *
        (textsOf(exhibit).length + 0.5 + (hasRowsLeft(exhibit) ? 0.9 : 0)) *
        (widthOfTable(exhibit) > ALL ? 1.15 : 1)
      );
    case "code":
      return 40 + 33 * exhibit.source.split("\n").length;
    case "worked":
      // Where it has the whole width its rows stand in two columns.
      return heightOfWorked(workedOf(exhibit.output)!) * (isWide(exhibit) ? 0.62 : 1);
    case "text":
      return 50;
    case "figure":
    case "explorer":
      return Infinity;
  }
}

/** A worked step whose rows have their names beside them is so much less high. */
const NAMED_BESIDE = 0.8;

/** What leaves no room for words above it. */
export function isHigh(exhibit: Exhibit): boolean {
  const share = exhibit.kind === "worked" && !isWide(exhibit) ? NAMED_BESIDE : 1;
  return share * heightOf(exhibit) > ROOM - WORDS;
}

/** Exhibits one below another. A picture has a slide to itself. */
export function fitsTogether(exhibits: readonly Exhibit[]): boolean {
  const height = exhibits.reduce((sum, exhibit) => sum + heightOf(exhibit) + BETWEEN_EXHIBITS, 0);
  return !exhibits.some(isPicture) && height <= ROOM * 1.06;
}

/** Two worked steps stand side by side. */
export function isPair(exhibits: readonly Exhibit[]): boolean {
  return exhibits.length === 2 && exhibits.every((one) => one.kind === "worked" && !isWide(one));
}
