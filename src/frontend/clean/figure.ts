import { InputError } from "../../errors.ts";
import { checkBins, refuseBins } from "./bins.ts";
import { atMost, Caps } from "./caps.ts";
import { cleanMarkup } from "./markup.ts";
import { isPacked, unpacked } from "./packed.ts";
import { isObject, type PlainFigure, type PlainObject } from "./plain.ts";
import { checkPoints, kindOf } from "./points.ts";
import { checkContours } from "./steps.ts";
import { checkSubplots } from "./subplots.ts";
import { refuseSteps, withoutTicks } from "./ticks.ts";

/** Keys by which data could reach the prototypes of the page's own objects. */
const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"]);

/** The only settings that a figure may make of how it is handled. */
const SETTINGS = ["displayModeBar", "doubleClick", "scrollZoom", "staticPlot", "modeBarButtonsToRemove"];

/** The most numbers, words and names in a figure, and how deep they may lie in one another. */
const MOST_PARTS = 800_000;
const MOST_DEPTH = 24;

/**
 * A deep copy of what is plain data in a Plotly figure, from a notebook that may be untrusted: nothing in it runs, fetches
 * or holds the page up.
 * @throws InputError when it is no figure, needs the network, or is more than a page draws at once
 */
export function cleanFigure(figure: unknown): PlainFigure {
  if (!isObject(figure) || !Array.isArray(figure["data"]))
    throw new InputError({ what: 'a figure is an object with a list "data" and an object "layout"' });
  const copy = new Copy();
  const data = (copy.of(figure["data"], "data") as unknown[]).filter(isObject);
  const frames = Array.isArray(figure["frames"])
    ? (copy.of(figure["frames"], "frames") as unknown[]).filter(isObject)
    : [];
  const layout = isObject(figure["layout"]) ? (copy.of(figure["layout"], "layout") as PlainObject) : {};
  refuseSteps([data, withoutTicks(layout).bare, frames]);
  refuseBins([layout, frames]);
  checkPoints(data);
  checkSubplots(data, layout);
  for (const trace of data) checkBins(trace, layout);
  const config = isObject(figure["config"]) ? figure["config"] : {};
  return {
    data,
    layout,
    frames,
    config: Object.fromEntries(SETTINGS.filter((key) => key in config).map((key) => [key, config[key]])),
  };
}

/** Copies the parts of a figure and counts them. */
class Copy {
  readonly #caps = new Caps();
  #parts = 0;

  of(value: unknown, name: string, depth = 0): unknown {
    this.#count(1);
    if (depth > MOST_DEPTH) atMost(MOST_DEPTH, depth, "lists and objects in one another");
    if (typeof value === "number" || typeof value === "boolean" || value === null) {
      this.#caps.check(name, value);
      return value;
    }
    if (typeof value !== "object" && typeof value !== "string") return null;
    this.#caps.check(name, value);
    if (typeof value === "string") return textOf(value, name);
    if (ArrayBuffer.isView(value)) return value;
    if (Array.isArray(value)) return this.#list(value, name, depth);
    const object = value as PlainObject;
    return isPacked(object) ? this.of(unpacked(object), name, depth) : this.#object(object, name, depth);
  }

  #count(parts: number): void {
    this.#parts += parts;
    if (this.#parts > MOST_PARTS) atMost(MOST_PARTS, this.#parts, "numbers and names");
  }

  #list(list: readonly unknown[], name: string, depth: number): unknown[] {
    // ["images[0].source", address]: how a button would set a picture's address.
    if (list.some((item) => typeof item === "string" && namesSource(item))) return [];
    if (list.every((item) => typeof item === "number" || item === null)) {
      this.#count(list.length);
      return [...list];
    }
    return list.map((item) => this.of(item, name, depth + 1));
  }

  #object(object: PlainObject, name: string, depth: number): PlainObject {
    const lastWord = (key: string): string => key.slice(key.lastIndexOf(".") + 1);
    const result: PlainObject = {};
    for (const [key, item] of Object.entries(object)) {
      if (!FORBIDDEN.has(key)) result[key] = this.of(item, lastWord(key), depth + 1);
    }
    if (name === "contours") checkContours(result);
    if (name === "args" || name === "data") checkKind(result);
    return result;
  }
}

/** What a frame or a button makes of a trace must be drawn here too. */
function checkKind({ type }: PlainObject): void {
  for (const one of [type].flat()) if (one !== undefined) kindOf({ type: one });
}

function textOf(value: string, name: string): string {
  if (namesSource(name)) return isInline(value) ? value : "";
  return cleanMarkup(value);
}

/** Whether an attribute holds the address of a picture. */
function namesSource(key: string): boolean {
  return /(^|[.\]])source$/.test(key);
}

function isInline(address: string): boolean {
  return /^data:image\//i.test(address);
}
