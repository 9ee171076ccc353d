import * as v from "valibot";
import type { HandedIn } from "../answers/cells.ts";

/** A notebook that cannot be read: a sentence about it. */
export class Unreadable extends Error {
  override readonly name = "Unreadable";
}

/** Largest notebook that is read, in bytes. */
export const LARGEST = 200 * 2 ** 20;

/** How many cells of a notebook are read. */
const MOST_CELLS = 5000;

/** How many values a notebook may hold, and how deep they may lie in one another. */
const MOST_VALUES = 10_000_000;
const DEEPEST = 500;

/**
 * The code cells of a notebook: ids and text, and nothing else. Outputs, counts and metadata could say anything.
 * @throws Unreadable
 */
export function codeCells(text: string): HandedIn[] {
  checkShape(text);
  const { success, output, issues } = v.safeParse(NOTEBOOK, text.replace(/^\uFEFF/, ""));
  if (!success) throw new Unreadable(issues[0].message);
  return output.cells.flatMap((cell) => {
    const { success: isCode, output: handedIn } = v.safeParse(CODE_CELL, cell);
    return isCode ? [handedIn] : [];
  });
}

const NO_CELLS = "it is no notebook: there are no cells in it";

const NOTEBOOK = v.pipe(
  v.string(),
  v.parseJson(undefined, ({ received }) => `it is no notebook: ${received.slice(1, -1).slice(0, 120)}`),
  v.object(
    {
      cells: v.pipe(
        v.array(v.unknown(), NO_CELLS),
        v.maxLength(MOST_CELLS, ({ received }) => `it has ${received} cells; up to ${MOST_CELLS} are read`),
      ),
    },
    NO_CELLS,
  ),
);

const isText = (line: unknown): boolean => typeof line === "string";

/** Lines of a text may stand in a list. */
const LINES = v.pipe(
  v.array(v.unknown()),
  v.transform((lines) => lines.filter(isText).join("")),
);

/** What is odd in a cell of code is left out: the rest of it is graded. */
const CODE_CELL = v.pipe(
  v.object({
    cell_type: v.literal("code"),
    id: v.fallback(v.optional(v.string()), undefined),
    source: v.fallback(v.union([v.string(), LINES]), ""),
  }),
  v.transform(({ id, source }) => ({ id, source })),
);

/**
 * How much JSON would make is seen before it is made: a few bytes of it can take a hundred times their room.
 * @throws Unreadable
 */
function checkShape(json: string): void {
  let depth = 0;
  let values = 0;
  for (let i = 0; i < json.length; i++) {
    const code = json.charCodeAt(i);
    if (code === CODE.quote) i = endOfText(json, i);
    else if (code === CODE.comma) values += 1;
    else if (code === CODE.list || code === CODE.object) {
      values += 1;
      depth += 1;
      if (depth > DEEPEST) throw new Unreadable(`it is no notebook: it is nested more than ${DEEPEST} deep`);
    } else if (code === CODE.endOfList || code === CODE.endOfObject) depth -= 1;
  }
  if (values > MOST_VALUES) throw new Unreadable(`it holds ${values} values; up to ${MOST_VALUES} are read`);
}

const CODE = { quote: 34, comma: 44, list: 91, backslash: 92, endOfList: 93, object: 123, endOfObject: 125 };

/** Where a text ends that begins at a quotation mark. */
function endOfText(json: string, start: number): number {
  for (let end = json.indexOf('"', start + 1); end >= 0; end = json.indexOf('"', end + 1)) {
    let first = end;
    while (json.charCodeAt(first - 1) === CODE.backslash) first -= 1;
    if ((end - first) % 2 === 0) return end;
  }
  return json.length;
}

/** A size in words. */
export function megabytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(bytes < 2 ** 20 ? 1 : 0)} MB`;
}
