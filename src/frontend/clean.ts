import { InputError } from "../errors.ts";
import { isPacked, unpacked } from "./packed.ts";
import { isHarmlessPicture } from "./picture.ts";

/** A Plotly figure from a notebook that may be untrusted, made harmless: plain data, nothing fetched from elsewhere. */
export interface PlainFigure {
  readonly data: PlainObject[];
  readonly layout: PlainObject;
  readonly frames: PlainObject[];
  readonly config: PlainObject;
  /** What is not in it any more, in sentences for the reader. */
  readonly omitted: readonly string[];
}

export interface PlainObject {
  [key: string]: unknown;
}

/** Keys by which data could reach the prototypes of the page's own objects, or its elements: plotly.js seeks them by uid. */
const FORBIDDEN = new Set(["__proto__", "constructor", "prototype", "uid"]);

/** Kinds of trace that fetch maps from the network. */
const MAPS = /geo|map|choropleth/;
const NOT_MAPS = new Set(["heatmap", "treemap", "histogram2d"]);

/** The only settings that a figure may make of how it is handled. */
const SETTINGS = ["doubleClick", "scrollZoom", "staticPlot"];

/** How much a figure may hold: numbers, words and names; letters in one text; lists and objects in one another. */
const MOST = { parts: 1_000_000, letters: 4000, depth: 32, traces: 1000, plots: 100 };

/** Texts that are longer by nature. */
const LETTERS: Readonly<Record<string, number>> = { path: 100_000, source: 5_000_000 };

/**
 * A deep copy of what is plain data in a figure.
 * @throws InputError when it is no figure, needs the network, or holds more than a page draws
 */
export function cleanFigure(figure: unknown): PlainFigure {
  if (!isObject(figure) || !Array.isArray(figure.data))
    throw new InputError({ what: 'a figure is an object with a list "data" and an object "layout"' });
  const copy = new Copy();
  const data = copy.list(figure.data);
  atMost(MOST.traces, data.length, "traces");
  for (const { type, z } of data) {
    if (type === "image" && Array.isArray(z) && !z.every(isRowOfPixels))
      throw new InputError({
        what: "z of an image must be rows of pixels",
        got: z,
        allowed: "a list of rows, each a list of pixels, each a list of 3 or 4 numbers",
      });
    if (typeof type === "string" && MAPS.test(type) && !NOT_MAPS.has(type))
      throw new InputError({
        what: `traces of type "${type.slice(0, 40)}" fetch maps from the network, and figures here do not`,
      });
  }
  const config = isObject(figure.config) ? figure.config : {};
  return {
    data,
    layout: isObject(figure.layout) ? (copy.of(figure.layout, "") as PlainObject) : {},
    frames: copy.list(figure.frames),
    config: copy.of(
      Object.fromEntries(SETTINGS.filter((key) => key in config).map((key) => [key, config[key]])),
      "",
    ) as PlainObject,
    omitted: [...copy.omitted],
  };
}

const isRowOfPixels = (row: unknown): boolean => Array.isArray(row) && row.every(Array.isArray);

export function isObject(value: unknown): value is PlainObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}

function atMost(most: number, count: number, what: string): void {
  if (count <= most) return;
  throw new InputError({
    what: `this figure holds more than a page draws: too many ${what}`,
    got: count,
    allowed: `up to ${most}`,
  });
}

/** Copies the parts of a figure, and counts them. */
class Copy {
  readonly omitted = new Set<string>();
  #parts = 0;

  list(values: unknown): PlainObject[] {
    return Array.isArray(values) ? (this.of(values, "") as unknown[]).filter(isObject) : [];
  }

  of(value: unknown, key: string, depth = 0): unknown {
    this.#count(1);
    if (typeof value === "string") return this.#text(value, key);
    if (typeof value === "number" && /^(rows|columns)$/.test(lastName(key)))
      atMost(MOST.plots, value, "rows or columns of plots");
    if (typeof value === "function") return null;
    if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
    atMost(MOST.depth, depth, "lists and objects in one another");
    if (Array.isArray(value)) return this.#items(value, key, depth + 1);
    if (isPacked(value)) {
      this.#count(value.bdata.length / 8);
      return unpacked(value);
    }
    const result: PlainObject = {};
    for (const [name, item] of Object.entries(value)) {
      if (!FORBIDDEN.has(name)) result[name] = this.of(item, name, depth + 1);
    }
    return result;
  }

  #items(values: readonly unknown[], key: string, depth: number): unknown[] {
    // Most of what a figure holds: rows of heights, coordinates.
    if (values.every((item) => typeof item === "number")) {
      this.#count(values.length);
      return [...values];
    }
    // ["images[0].source", address]: how a button would set a picture's address.
    if (values.some((item) => typeof item === "string" && namesSource(item))) {
      this.omitted.add(NO_PICTURES);
      return [];
    }
    return values.map((item) => this.of(item, key, depth));
  }

  #text(text: string, key: string): string {
    if (namesSource(key) && !isHarmlessPicture(text)) {
      if (text !== "") this.omitted.add(NO_PICTURES);
      return "";
    }
    atMost(LETTERS[lastName(key)] ?? MOST.letters, text.length, "letters in one text");
    if (/format|template/.test(key)) checkWidth(text);
    return text;
  }

  #count(parts: number): void {
    this.#parts += parts;
    atMost(MOST.parts, Math.ceil(this.#parts), "numbers, words and names");
  }
}

const NO_PICTURES =
  "Pictures that lie elsewhere, or are no PNG, GIF, JPEG or WebP of up to 16 million points, are left out.";

/** Whether an attribute holds the address of a picture. */
function namesSource(key: string): boolean {
  return lastName(key) === "source";
}

/** "images[0].source" names what a layout has as `source`. */
function lastName(key: string): string {
  return key.slice(Math.max(key.lastIndexOf("."), key.lastIndexOf("]")) + 1);
}

/** A format says how wide a number is set, which may be wider than any page: "99999999d". */
function checkWidth(format: string): void {
  const [, width] = /(?:^|[:|])(?:[^%]?[<>=^])?[+\-( ]?[$#]?(\d{4,})/.exec(format) ?? [];
  if (width !== undefined) atMost(999, Number(width), "places for one number");
}
