/** What a student's code finds besides the language: what a notebook may have left in, harmless and the same each time. */

/** When every answer begins, by the clocks that it can look at; they advance by a millisecond with each look. */
const BEGIN = Date.UTC(2026, 0, 1);

const PRINTING = ["log", "info", "debug", "warn", "error", "table", "dir", "dirxml", "trace", "group"];
const LABELLED = ["groupCollapsed", "time", "timeEnd", "timeLog", "count"];
const SILENT = ["groupEnd", "clear", "countReset", "timeStamp", "profile", "profileEnd"];
const LATER = ["setTimeout", "setInterval", "setImmediate", "queueMicrotask"];

const each = <T>(names: readonly string[], make: (name: string) => T): Record<string, T> =>
  Object.fromEntries(names.map((name) => [name, make(name)]));

/** How far the clocks go on where time is to have passed, in milliseconds: a year and a bit. */
const LATER_ON = 4e10;

/**
 * @param print is called with what would be printed
 * @returns what lets time pass
 */
export function defineGlobals(print: (...inputs: unknown[]) => void): { skip: () => void } {
  let looks = 0;
  const now = (): number => BEGIN + looks++;
  const console = {
    ...each([...PRINTING, ...LABELLED], () => print),
    ...each(SILENT, () => () => undefined),
    assert: (isSo: unknown, ...inputs: unknown[]): void => {
      if (!isSo) print("Assertion failed:", ...inputs);
    },
  };
  Object.assign(globalThis, {
    console,
    display: print,
    performance: { now: () => now() - BEGIN, timeOrigin: BEGIN },
    structuredClone: (value: unknown) => cloned(value, new Map()),
    require: requireOf(),
    // As in a notebook, where an answer is tried.
    ...each(LATER, (name) => () => {
      throw new Error(`${name} has no place here: an answer is computed at once`);
    }),
    notWrittenYet() {
      throw new Error("not written yet");
    },
    Date: dateOf(now),
  });
  return { skip: () => (looks += LATER_ON) };
}

/** What there is of the library: what prints, and marks what is not written yet. */
const OF_LIBRARY = ["display", "notWrittenYet"];

/**
 * What cells import, and what compiled cells call. Of modules only names are there: whoever uses one is told that it is not
 * available in grading.
 */
function requireOf(): object {
  const same = (value: unknown): unknown => value;
  const module = (id: string): object =>
    new Proxy(
      {},
      {
        get: (_, name) =>
          id === "fall-line" && OF_LIBRARY.includes(String(name))
            ? (globalThis as Record<string, unknown>)[String(name)]
            : absent(id === "fall-line" ? `${String(name)} of the library` : `${String(name)} of ${id}`),
      },
    );
  return Object.assign(module, {
    default: (of: Record<string, unknown>) => of["default"],
    namespace: same,
    wait: same,
    each: same,
    use: same,
    throwing: same,
    load: module,
    ready: () => undefined,
    meta: {},
  });
}

/** Something that is there by its name alone. */
function absent(what: string): object {
  const tell = (): never => {
    throw new Error(`${what} is not available in grading`);
  };
  const traps = [
    "apply",
    "construct",
    "get",
    "set",
    "has",
    "ownKeys",
    "getOwnPropertyDescriptor",
    "getPrototypeOf",
  ];
  function nothing(): undefined {
    return undefined;
  }
  return new Proxy(
    nothing,
    each(traps, () => tell),
  );
}

function dateOf(now: () => number): DateConstructor {
  const own = globalThis.Date;
  const fixed = new Proxy(own, {
    apply: () => String(Reflect.construct(own, [now()])),
    construct: (_, given: unknown[], asked) =>
      Reflect.construct(own, given.length === 0 ? [now()] : given, asked) as Date,
  });
  own.now = now;
  own.prototype.constructor = fixed;
  return fixed;
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
