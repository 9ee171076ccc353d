import { InputError } from "../../errors.ts";
import { checkLook, type Look } from "../../rules/look.ts";
import { type Cell, HUES, type Mark, type LinePart, type WorkedLine } from "./line.ts";

/** The kind of specification that is drawn as a worked step. */
export const WORKED = "worked";

/** A step written out, as plain data. */
export interface WorkedSpecification {
  readonly format: 1;
  readonly kind: typeof WORKED;
  readonly t: number;
  /** The rule's title, and how its paths are drawn. */
  readonly title: string;
  readonly look?: Look;
  /** Where it descends and with what numbers. */
  readonly setting: string;
  readonly lines: readonly WorkedLine[];
  /** What is not shown in numbers, in sentences. */
  readonly remarks: readonly string[];
}

/** Whether data is a worked step, and not a figure or a card. */
export function isWorked(data: unknown): boolean {
  return (data as { readonly kind?: unknown } | null)?.kind === WORKED;
}

/**
 * Read a worked step that may come out of an untrusted notebook: every part is checked.
 * @throws InputError when it is no worked step of format 1
 */
export function readWorked(data: unknown): WorkedSpecification {
  const given = data as WorkedSpecification;
  demand(isWorked(data) && (given.format as unknown) === 1 && Number.isInteger(given.t));
  if (given.look !== undefined) checkLook(given.look);
  return {
    format: 1,
    kind: WORKED,
    t: given.t,
    title: words(given.title),
    ...(given.look === undefined ? {} : { look: given.look }),
    setting: words(given.setting),
    lines: list(given.lines, MOST_LINES).map(readLine),
    remarks: list(given.remarks, MOST_LINES).map(words),
  };
}

const MOST_LINES = 100;
const MOST_PARTS = 1000;
const MOST_LETTERS = 10_000;

function readLine(line: WorkedLine): WorkedLine {
  const { relation, isByPencil } = line;
  demand(["=", "≈"].includes(relation));
  const parts = list(line.parts, MOST_PARTS).map(readPart);
  return {
    name: words(line.name),
    sentence: words(line.sentence),
    remark: words(line.remark),
    labels: list(line.labels, MOST_LINES).map(words),
    result: readCell(line.result),
    relation,
    isByPencil: (isByPencil as unknown) === true,
    parts,
    marks: list(line.marks, MOST_LINES).map((mark) => readMark(mark, parts.length)),
  };
}

function readPart(part: LinePart): LinePart {
  if (part.kind === "cell") return readCell(part);
  return { kind: "sign", text: words(part.text), below: words(part.below) };
}

function readCell({ letter, hue, texts, isWhole }: Cell): Cell {
  demand(HUES.includes(hue));
  return {
    kind: "cell",
    letter: words(letter),
    hue,
    texts: list(texts, MOST_LINES).map(words),
    isWhole: (isWhole as unknown) === true,
  };
}

function readMark({ number, name, hue, span }: Mark, count: number): Mark {
  demand(HUES.includes(hue) && Number.isInteger(number));
  if (span === undefined) return { number, name: words(name), hue };
  const [from, to] = list(span, 2) as [number, number];
  demand(Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from < to && to <= count);
  return { number, name: words(name), hue, span: [from, to] };
}

function words(value: string): string {
  demand(typeof value === "string" && value.length <= MOST_LETTERS);
  return value;
}

function list<T>(value: readonly T[], most: number): readonly T[] {
  demand((value as unknown) instanceof Array && value.length <= most);
  return value;
}

function demand(isFine: boolean): asserts isFine {
  if (!isFine)
    throw new InputError({ what: "this is no worked step of format 1", cure: "run its cell again" });
}
