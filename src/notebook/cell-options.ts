/** What may stand on a cell's mark: `// %% A title [markdown] slideshow={"slide_type": "slide"} tags=["opening"]`. */
import * as v from "valibot";
import { defined } from "../defined.ts";
import { parsed } from "../schema.ts";

const SLIDE_TYPES = ["slide", "subslide", "fragment", "skip", "notes", "-"] as const;

/** How a cell appears when the notebook is presented. */
export type SlideType = (typeof SLIDE_TYPES)[number];

/** The kinds of cell a notebook has. */
export type CellType = "code" | "markdown" | "raw";

const isPlaces = (value: unknown): value is number[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => Number.isInteger(one) && one > 0);

/** A row of a table, or one cell of it; from 1. */
export type Marked = readonly [row: number, column?: number];

const MARKED = v.custom<Marked>(
  (value) => isPlaces(value) && value.length <= 2,
  "[row] or [row, column], from 1",
);
const PLACES = v.custom<readonly number[]>(isPlaces, "places from 1, such as [1, 3, 6]");
const ROWS = v.custom<readonly number[]>(
  (value) => isPlaces(value) || (Array.isArray(value) && value.length === 0),
  "places from 1, such as [1, 3, 6], or [] for none",
);
const TEXT = v.custom<string>((text) => typeof text === "string" && text.trim() !== "", "text in quotes");
const AMOUNT = v.custom<number>((x) => typeof x === "number" && x >= 0, "a number of at least 0");
const ID = v.custom<string>(
  (id) => typeof id === "string" && /^[a-z0-9-]+(\/[a-z0-9-]+)?$/i.test(id),
  'an id, such as "momentum/rule"',
);
const SLIDE = v.pipe(
  v.custom<{ readonly slide_type: SlideType }>(
    (value) => SLIDE_TYPES.some((type) => JSON.stringify(value) === JSON.stringify({ slide_type: type })),
    `{"slide_type": one of ${SLIDE_TYPES.join(", ")}}`,
  ),
  v.transform(({ slide_type }) => slide_type),
);
const TAGS = v.pipe(
  v.custom<string | string[]>(
    (tags) => [tags].flat().every((tag) => typeof tag === "string" && /^[^,\s]+$/.test(tag)),
    'words without commas, such as ["opening"]',
  ),
  v.transform((tags) => [tags].flat()),
);

const TABLE_OPTIONS = v.object({
  /** The row that carries the finding, and the column. */
  marked: v.optional(MARKED),
  /**
   * The rows, and the columns, that stand on the slide where there are more than a hall reads; all of them stand in its notes.
   * Where there are no rows, tables and worked steps are left to those who read alone.
   */
  rows: v.optional(ROWS),
  columns: v.optional(PLACES),
});

/** How a code cell's table stands on its slide; rows of its body and columns are counted from 1. */
export type TableOptions = Readonly<v.InferOutput<typeof TABLE_OPTIONS>>;

const SLIDE_OPTIONS = v.object({
  ...TABLE_OPTIONS.entries,
  /** What the cell finds, as its slide's headline states it; of a question, once it is answered. */
  finding: v.exactOptional(TEXT),
  /** Of a question: what the slide behind its answer finds. */
  then: v.exactOptional(TEXT),
  /** Of a question whose evidence is numbered curves: the step of their film at which it stops until the answer is shown. */
  stops: v.exactOptional(AMOUNT),
  /** The rule whose formula is the slide, each part of it named: its id, or its id and lines of it, `newton-damped.p,w`. */
  idea: v.exactOptional(TEXT),
});

/** What a cell says of its slide. */
export type SlideOptions = Readonly<v.InferOutput<typeof SLIDE_OPTIONS>>;

/** What stands on a mark by keys. */
const OPTIONS = v.object({
  slideshow: v.exactOptional(SLIDE),
  tags: v.optional(TAGS, []),
  /** The exercise that the cell belongs to: its id, or a name without a slash for one that nothing checks. */
  exercise: v.exactOptional(ID),
  /** Of a note to the speaker: how long its slide takes. */
  minutes: v.exactOptional(AMOUNT),
  /** Credit that nbgrader gives for the cell: it marks a check cell. */
  points: v.exactOptional(AMOUNT),
  ...SLIDE_OPTIONS.entries,
});

type Options = v.InferOutput<typeof OPTIONS>;

/** A mark, read. */
export interface CellOptions extends Readonly<Omit<Options, "slideshow">> {
  readonly type: CellType;
  readonly title: string;
  readonly slide?: SlideType;
}

const KEYS = Object.keys(OPTIONS.entries);

/** What says something of what only one type of cell shows. */
const OWNERS: Readonly<Record<string, CellType>> = {
  marked: "code",
  rows: "code",
  columns: "code",
  stops: "code",
  then: "code",
  idea: "markdown",
};
const TYPE = /\[(markdown|md|raw)\]/;
const ENTRY = /\s*([A-Za-z_]+)\s*=\s*(\{[^}]*\}|\[[^\]]*\]|"[^"]*"|[^\s]+)/y;

/** Reads what follows `// %%`. Throws an error that says what is wrong and what is allowed. */
export function parseOptions(text: string): CellOptions {
  const firstKey = /\s*[A-Za-z_]+\s*=/.exec(text);
  const heading = firstKey ? text.slice(0, firstKey.index) : text;
  const entries = parseEntries(firstKey ? text.slice(firstKey.index) : "");
  const type = typeOf(heading);
  for (const key of Object.keys(entries)) refuseForeign(key, type);
  const { slideshow: slide, ...options } = entries;
  return { type, title: heading.replace(TYPE, "").trim(), tags: [], ...options, ...defined({ slide }) };
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

function parseEntries(text: string): Partial<Options> {
  const entries: [string, unknown][] = [];
  ENTRY.lastIndex = 0;
  while (ENTRY.lastIndex < text.length) {
    const at = ENTRY.lastIndex;
    const match = ENTRY.exec(text);
    if (!match) throw new SyntaxError(`expected key=value, got "${text.slice(at).trim()}"`);
    const [, key = "", value = ""] = match;
    if (!KEYS.includes(key)) throw new SyntaxError(`unknown key "${key}"; allowed: ${KEYS.join(", ")}`);
    entries.push([key, parsed(OPTIONS.entries[key as keyof Options], jsonOf(key, value), key)]);
  }
  return Object.fromEntries(entries);
}

function jsonOf(key: string, value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    throw new SyntaxError(`${key} must be JSON, got ${value}`);
  }
}
