/** What may stand on a cell's mark: `// %% A title [markdown] slideshow={"slide_type": "slide"} tags=["opening"]`. */
import { defined } from "../defined.ts";

const SLIDE_TYPES = ["slide", "subslide", "fragment", "skip", "notes", "-"] as const;

/** How a cell appears when the notebook is presented. */
export type SlideType = (typeof SLIDE_TYPES)[number];

/** The kinds of cell a notebook has. */
export type CellType = "code" | "markdown" | "raw";

/** A mark, read. */
export interface CellOptions extends SlideOptions {
  readonly type: CellType;
  readonly title: string;
  readonly slide?: SlideType;
  readonly tags: readonly string[];
  /** Credit that nbgrader gives for the cell: it marks a check cell. */
  readonly points?: number;
  /** The exercise that the cell belongs to: its id, or a name without a slash for one that nothing checks. */
  readonly exercise?: string;
  /** Of a note to the speaker: how long its slide takes. */
  readonly minutes?: number;
}

/** What a cell says of its slide. */
export interface SlideOptions extends TableOptions {
  /** What the cell finds, as its slide's headline states it; of a question, once it is answered. */
  readonly finding?: string;
  /** Of a question whose evidence is numbered curves: the step of their film at which it stops until the answer is shown. */
  readonly stops?: number;
  /** The rule whose formula is the slide, each part of it named: its id, or its id and a line of it, `adam.w`. */
  readonly idea?: string;
}

/** How a code cell's table stands on its slide; rows of its body and columns are counted from 1. */
export interface TableOptions {
  /** The row that carries the finding, and the column. */
  readonly marked?: Marked | undefined;
  /** The rows, and the columns, that stand on the slide where there are more than a hall reads; all of them stand in its notes. */
  readonly rows?: readonly number[] | undefined;
  readonly columns?: readonly number[] | undefined;
}

/** A row of a table, or one cell of it; from 1. */
export type Marked = readonly [row: number, column?: number];

const KEYS = [
  "slideshow",
  "tags",
  "exercise",
  "minutes",
  "points",
  "finding",
  "marked",
  "rows",
  "columns",
  "stops",
  "idea",
];

/** What says something of what only one type of cell shows. */
const OWNERS: Readonly<Record<string, CellType>> = {
  marked: "code",
  rows: "code",
  columns: "code",
  stops: "code",
  idea: "markdown",
};
const TYPE = /\[(markdown|md|raw)\]/;
const ENTRY = /\s*([A-Za-z_]+)\s*=\s*(\{[^}]*\}|\[[^\]]*\]|"[^"]*"|[^\s]+)/y;

/** Reads what follows `// %%`. Throws a SyntaxError that says what is wrong and what is allowed. */
export function parseOptions(text: string): CellOptions {
  const firstKey = /\s*[A-Za-z_]+\s*=/.exec(text);
  const heading = firstKey ? text.slice(0, firstKey.index) : text;
  const entries = parseEntries(firstKey ? text.slice(firstKey.index) : "");
  const type = typeOf(heading);
  for (const key of entries.keys()) refuseForeign(key, type);
  return {
    type,
    title: heading.replace(TYPE, "").trim(),
    tags: readTags(entries.get("tags")),
    ...defined({
      slide: readSlide(entries.get("slideshow")),
      stops: readNumber("stops", entries.get("stops")),
      points: readNumber("points", entries.get("points")),
      minutes: readNumber("minutes", entries.get("minutes")),
      exercise: readExercise(entries.get("exercise")),
      finding: readText("finding", entries.get("finding")),
      idea: readText("idea", entries.get("idea")),
      marked: readMarked(entries.get("marked")),
      rows: readPlaces("rows", entries.get("rows")),
      columns: readPlaces("columns", entries.get("columns")),
    }),
  };
}

function typeOf(heading: string): CellType {
  const type = TYPE.exec(heading)?.[1];
  return type === "md" ? "markdown" : ((type as CellType | undefined) ?? "code");
}

function refuseForeign(key: string, type: CellType): void {
  const owner = OWNERS[key] ?? type;
  if (owner !== type)
    throw new SyntaxError(
      `${key} is said of what a ${owner} cell shows, got a ${type} cell; move it to the cell that it is about, or take it away`,
    );
}

function parseEntries(text: string): Map<string, unknown> {
  const entries = new Map<string, unknown>();
  ENTRY.lastIndex = 0;
  while (ENTRY.lastIndex < text.length) {
    const at = ENTRY.lastIndex;
    const match = ENTRY.exec(text);
    if (!match) throw new SyntaxError(`expected key=value, got "${text.slice(at).trim()}"`);
    const [, key = "", value = ""] = match;
    if (!KEYS.includes(key)) throw new SyntaxError(`unknown key "${key}"; allowed: ${KEYS.join(", ")}`);
    entries.set(key, parseValue(key, value));
  }
  return entries;
}

function parseValue(key: string, value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    throw new SyntaxError(`${key} must be JSON, got ${value}`);
  }
}

function readSlide(value: unknown): SlideType | undefined {
  if (value === undefined) return undefined;
  const known = SLIDE_TYPES.find((type) => JSON.stringify(value) === JSON.stringify({ slide_type: type }));
  if (known !== undefined) return known;
  const allowed = SLIDE_TYPES.join(", ");
  throw new SyntaxError(`slideshow must be {"slide_type": one of ${allowed}}, got ${JSON.stringify(value)}`);
}

function readTags(value: unknown): string[] {
  if (value === undefined) return [];
  const tags: unknown[] = Array.isArray(value) ? value : [value];
  if (tags.every((tag): tag is string => typeof tag === "string" && /^[^,\s]+$/.test(tag))) return tags;
  throw new SyntaxError(
    `tags must be words without commas, such as ["opening"], got ${JSON.stringify(value)}`,
  );
}

function readNumber(key: string, value: unknown): number | undefined {
  if (value === undefined || (typeof value === "number" && value >= 0)) return value;
  throw new SyntaxError(`${key} must be a number of at least 0, got ${JSON.stringify(value)}`);
}

function readExercise(value: unknown): string | undefined {
  if (value === undefined || (typeof value === "string" && /^[a-z0-9-]+(\/[a-z0-9-]+)?$/i.test(value)))
    return value;
  throw new SyntaxError(`exercise must be an id, such as "momentum/rule", got ${JSON.stringify(value)}`);
}

function readText(key: string, value: unknown): string | undefined {
  if (value === undefined || (typeof value === "string" && value.trim() !== "")) return value;
  throw new SyntaxError(`${key} must be text in quotes, got ${JSON.stringify(value)}`);
}

const isPlaces = (value: unknown): value is number[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => Number.isInteger(one) && one > 0);

function readPlaces(key: string, value: unknown): readonly number[] | undefined {
  if (value === undefined || isPlaces(value)) return value;
  throw new SyntaxError(`${key} must be places from 1, such as [1, 3, 6], got ${JSON.stringify(value)}`);
}

function readMarked(value: unknown): Marked | undefined {
  if (value === undefined) return undefined;
  if (isPlaces(value) && value.length <= 2) return value as unknown as Marked;
  throw new SyntaxError(`marked must be [row] or [row, column], from 1, got ${JSON.stringify(value)}`);
}
