import fc from "fast-check";
import { PLOTLY, SPECIFICATION } from "../../../src/mime.ts";
import { PLOTLY_FIGURES, RECIPES } from "./examples.ts";

/** A part of Plotly's schema, as `Plotly.PlotSchema.get()` gives it. */
export interface Schema {
  readonly [name: string]: unknown;
}

export interface Stranger {
  readonly mimeType: string;
  readonly data: unknown;
}

const ADDRESS = "http://example.com/picture.png";

const NUMBERS = [0, -1, 0.5, 1e-12, 1e-6, 0.001, 7, 1000, 1e5, 1e9, 1e16, 1e300, -1e300];
const TEXTS = [
  "",
  "a",
  "x".repeat(3000),
  "x ".repeat(60_000),
  "<b>".repeat(3000),
  "<br>".repeat(900),
  "<sup>a".repeat(15),
  `<span style="background:url(${ADDRESS})">a</span>`,
  `<a href="${ADDRESS}" style="fill:url(${ADDRESS})">a</a>`,
  `<%{customdata}>`,
  ADDRESS,
  "99999999d",
  "%{y:99999999d}",
  "M1",
  "L0.00001",
  "D1",
  "2000-01-01",
  "$x^2$".repeat(500),
  "rgb(" + " ".repeat(3000),
  "x + y".repeat(500),
  "sin(".repeat(200) + "x" + ")".repeat(200),
  "__proto__",
];
const LISTS: readonly (() => unknown)[] = [
  () => [],
  () => ({}),
  () => [null],
  () => [[]],
  () => Array.from({ length: 300 }, (_, k) => k),
  () => Array.from({ length: 20_000 }, (_, k) => Math.sin(k)),
  () => Array.from({ length: 3000 }, (_, k) => `w${k}`),
  () =>
    Array.from({ length: 200 }, (_, i) =>
      Array.from({ length: 200 }, (_, j) => (i * 7919 + j * 104_729) % 17),
    ),
  () => Array.from({ length: 3000 }, () => ({})),
  () => nested(100),
  () => nested(1000),
  () => ({ dtype: "f8", bdata: "AAAA", shape: "9, 9" }),
];

const nested = (depth: number): unknown => JSON.parse("[".repeat(depth) + "]".repeat(depth)) as unknown;

/** So many figures of strangers: those of examples, changed in a few places; the same ones for the same seed. */
export function strangers(count: number, seed: number, schema: Schema): Stranger[] {
  const one = fc.gen().map((pick): Stranger => {
    const choose = <T>(from: readonly T[]): T => pick(() => fc.constantFrom<unknown[]>(...from)) as T;
    const isPlotly = pick(fc.integer, { min: 1, max: 10 }) <= 6;
    const changes = pick(fc.integer, { min: 1, max: 4 });
    let data: unknown = structuredClone(choose(isPlotly ? PLOTLY_FIGURES : RECIPES));
    for (let k = 0; k < changes; k++) {
      const way = pick(fc.integer, { min: 1, max: 10 });
      if (isPlotly && way <= 5) addAttribute(data as Figure, schema, choose);
      else if (way <= 8) data = changed(data, choose, () => extreme(choose));
      else data = changed(data, choose, (part) => repeated(part, choose([10, 100, 1000, 20_000])));
    }
    return { mimeType: isPlotly ? PLOTLY : SPECIFICATION, data };
  });
  return fc.sample(one, { numRuns: count, seed }).filter(isOpenable);
}

/** What is repeated and then made longer inside can become a notebook of hundreds of megabytes, which no browser opens. */
const isOpenable = ({ data }: Stranger): boolean => JSON.stringify(data).length < 50 * LARGEST;

type Choose = <T>(from: readonly T[]) => T;

const extreme = (choose: Choose): unknown =>
  choose<() => unknown>([
    () => choose(NUMBERS),
    () => choose(NUMBERS),
    () => choose(TEXTS),
    () => choose(LISTS)(),
    () => choose([true, false, null]),
  ])();

/** About so many letters a figure may have in all; those of notebooks seldom have more. */
const LARGEST = 2e6;

function repeated(part: unknown, times: number): unknown {
  if (Array.isArray(part)) {
    const most = Math.ceil((LARGEST / JSON.stringify(part).length) * part.length);
    const length = Math.min(50_000, most, part.length * times);
    return Array.from({ length }, (_, k) => part[k % part.length] as unknown);
  }
  return typeof part === "string" ? part.repeat(Math.min(times, LARGEST / (part.length + 1))) : [part];
}

/** A part somewhere in a specification becomes another. */
function changed(whole: unknown, choose: Choose, change: (part: unknown) => unknown): unknown {
  if (typeof whole !== "object" || whole === null || Object.keys(whole).length === 0) return change(whole);
  const names = Object.keys(whole).filter((name) => name !== "format" && name !== "kind");
  const key = choose(names.length === 0 ? Object.keys(whole) : names.slice(0, 40));
  const inner = (whole as Record<string, unknown>)[key];
  const isHere = typeof inner !== "object" || inner === null || choose<boolean>([true, false, false, false]);
  (whole as Record<string, unknown>)[key] = isHere ? change(inner) : changed(inner, choose, change);
  return whole;
}

/** What was changed before may be anything by now. */
interface Figure {
  readonly data: unknown;
  readonly layout: unknown;
}

/** An attribute of Plotly's schema, at its extremes. */
function addAttribute({ data, layout }: Figure, schema: Schema, choose: Choose): void {
  if (!Array.isArray(data) || data.length === 0 || typeof layout !== "object" || layout === null) return;
  const trace: unknown = choose(data.slice(0, 40) as unknown[]);
  if (typeof trace !== "object" || trace === null) return;
  const traces = schema["traces"] as Record<string, { attributes: object } | undefined>;
  const { type = "scatter" } = trace as { readonly type?: unknown };
  const own = traces[typeof type === "string" ? type : ""]?.attributes;
  const onTrace = own !== undefined && choose<boolean>([true, false]);
  const general = (schema["layout"] as { layoutAttributes: object }).layoutAttributes;
  const into = (onTrace ? trace : layout) as Record<string, unknown>;
  setAttribute(into, onTrace ? own : general, choose);
}

function setAttribute(into: Record<string, unknown>, attributes: object, choose: Choose): void {
  const names = Object.entries(attributes).filter(
    ([name, value]) =>
      typeof value === "object" && value !== null && !name.startsWith("_") && name !== "type",
  );
  if (names.length === 0) return;
  const [name, attribute] = choose(names) as [string, Attribute];
  if (attribute.valType !== undefined) {
    into[name] = valueFor(attribute, choose);
    return;
  }
  const item = attribute.items === undefined ? undefined : Object.values(attribute.items)[0];
  const inner: unknown = into[name];
  const within: unknown = Array.isArray(inner) ? (inner as unknown[])[0] : inner;
  const part = (typeof within === "object" && within !== null ? within : {}) as Record<string, unknown>;
  setAttribute(part, item ?? attribute, choose);
  into[name] = item === undefined ? part : Array.from({ length: choose([1, 1, 30, 3000]) }, () => part);
}

interface Attribute {
  readonly valType?: string;
  readonly values?: readonly unknown[];
  readonly flags?: readonly string[];
  readonly items?: Readonly<Record<string, object>>;
}

function valueFor({ valType, values, flags }: Attribute, choose: Choose): unknown {
  if (valType === "enumerated" && values !== undefined && choose<boolean>([true, true, false]))
    return choose(values);
  if (valType === "flaglist" && flags !== undefined) return choose([flags.join("+"), ...flags]);
  if (valType === "boolean") return choose<boolean>([true, false]);
  if (valType === "number" || valType === "integer") return choose(NUMBERS);
  if (valType === "data_array") return choose(LISTS)();
  if (valType === "string") return choose(TEXTS);
  return extreme(choose);
}
