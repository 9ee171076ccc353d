/** What an answer finds in the place of what depends on the machine or the moment: harmless, and the same in a notebook and in grading. */
import type { Substitute } from "./withheld.ts";

/** When every answer begins, by the clocks that it can look at; they advance by a millisecond with each look. */
const BEGIN = Date.UTC(2026, 0, 1);

/** How far the clocks go on where time is to have passed, in milliseconds: a year and a bit. */
const LATER_ON = 4e10;

const LATER = ["setTimeout", "setInterval", "setImmediate", "queueMicrotask"];
const CANCELLED = ["clearTimeout", "clearInterval", "clearImmediate"];
const MARKS = ["mark", "measure", "clearMarks", "clearMeasures"];

let looks = 0;
const now = (): number => BEGIN + looks++;

/** Lets time pass by the clocks of answers. */
export function letTimePass(): void {
  looks += LATER_ON;
}

const nothing = (): undefined => undefined;

/** Something of each name. */
export const each = <T>(names: readonly string[], make: (name: string) => T): Record<string, T> =>
  Object.fromEntries(names.map((name) => [name, make(name)]));

function standIns(): Substitute[] {
  const globals = {
    Date: utcDate(),
    performance: { now: () => now() - BEGIN, timeOrigin: BEGIN, ...each(MARKS, () => nothing) },
    structuredClone: (value: unknown) => cloned(value, new Map()),
    ...each(LATER, (name) => () => {
      throw new Error(`${name} has no place here: an answer is computed at once`);
    }),
    ...each(CANCELLED, () => nothing),
  };
  const inPlace =
    (object: object) =>
    ([key, value]: [string, unknown]): Substitute => ({ object, key, value });
  return [
    ...Object.entries(globals).map(inPlace(globalThis)),
    ...Object.entries(inUtc(Date.prototype)).map(inPlace(Date.prototype)),
  ];
}

/** Dates by those clocks, in the time zone UTC. */
function utcDate(): DateConstructor {
  const own = globalThis.Date;
  return new Proxy(own, {
    apply: () => new own(now()).toString(),
    construct: (_, given: number[], asked) => {
      const [year = 0, month = 0, ...rest] = given;
      const at = given.length === 0 ? [now()] : given.length === 1 ? given : [own.UTC(year, month, ...rest)];
      return Reflect.construct(own, at, asked) as Date;
    },
    get: (_, name) => (name === "now" ? now : (Reflect.get(own, name) as unknown)),
  });
}

const PARTS = ["FullYear", "Month", "Date", "Day", "Hours", "Minutes", "Seconds", "Milliseconds"];

/** What tells and sets a date by the time zone of the machine, by UTC. */
function inUtc(prototype: Date): Record<string, unknown> {
  const written = Reflect.get<Date, "toUTCString">(prototype, "toUTCString");
  const methods = PARTS.flatMap((part) => [`get${part}`, `set${part}`]).filter((name) => name in prototype);
  const told = (date: Date): [day: string, time: string] => {
    const [weekday, day, month, year, time] = written.call(date).replace(",", "").split(" ");
    return [`${weekday} ${month} ${day} ${year}`, `${time} GMT+0000 (Coordinated Universal Time)`];
  };
  return {
    ...each(methods, (name) => Reflect.get(prototype, name.replace(/^.../, "$&UTC")) as unknown),
    getTimezoneOffset: () => 0,
    toString(this: Date) {
      return told(this).join(" ");
    },
    toDateString(this: Date) {
      return told(this)[0];
    },
    toTimeString(this: Date) {
      return told(this)[1];
    },
  };
}

/** Lists, typed lists, maps, sets, dates and plain objects, however they lie in one another. */
function cloned(value: unknown, known: Map<object, unknown>): unknown {
  if (typeof value === "function" || typeof value === "symbol")
    throw new TypeError(`${typeof value === "symbol" ? "a symbol" : "a function"} could not be cloned`);
  if (typeof value !== "object" || value === null) return value;
  if (known.has(value)) return known.get(value);
  const keep = <T extends object>(made: T, fill: (made: T) => void = () => undefined): T => {
    known.set(value, made);
    fill(made);
    return made;
  };
  const inner = (one: unknown): unknown => cloned(one, known);
  if (ArrayBuffer.isView(value)) return keep((value as Float64Array).slice());
  if (value instanceof Date) return keep(new Date(value));
  if (value instanceof Map)
    return keep(new Map(), (made) => value.forEach((one, key) => made.set(inner(key), inner(one))));
  if (value instanceof Set) return keep(new Set(), (made) => value.forEach((one) => made.add(inner(one))));
  return keep(Array.isArray(value) ? new Array<unknown>(value.length) : {}, (made) => {
    for (const [key, one] of Object.entries(value)) (made as Record<string, unknown>)[key] = inner(one);
  });
}

export const STAND_INS: readonly Substitute[] = standIns();
