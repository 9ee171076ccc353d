/** Values as text, whole: NaN, infinities, -0, undefined, typed arrays and nested ones come out as they went in. */

/** What stands for a value: a plain number itself, else a list that ends with what it is. */
type Coded = number | boolean | null | readonly [...parts: unknown[], tag: string];

/** How many values one text may hold, and how deep they may lie in one another. */
const MOST = 20_000;
const DEEPEST = 12;

/** Longest text that is handed over. */
const LONGEST = 2000;

/** The functions that the codec computes with, taken before anything that is handed in could change them. */
const isArray = Array.isArray.bind(Array);
const isView = ArrayBuffer.isView.bind(ArrayBuffer);
const parse = JSON.parse.bind(JSON);
const stringify = JSON.stringify.bind(JSON);
const { defineProperty, is, keys } = Object;

/** What is said of things that have a place of their own: functions that can be called, lists that were given. */
export interface Names {
  /** A name for a function or a list that the other side knows. */
  nameOf(value: object): string | undefined;
  /** What a name stands for. */
  valueOf(name: string): unknown;
}

const NONE: Names = { nameOf: () => undefined, valueOf: () => undefined };

/** A value as text. Throws where there is too much of it. */
export function encode(value: unknown, names: Names = NONE): string {
  let left = MOST;
  const code = (inner: unknown, depth: number): Coded => {
    left -= 1;
    if (left < 0 || depth > DEEPEST) throw new RangeError("there is too much in what was returned");
    if (typeof inner === "number") return isPlain(inner) ? inner : [is(inner, -0) ? "-0" : `${inner}`, "n"];
    if (typeof inner === "boolean" || inner === null) return inner;
    if (typeof inner === "string") return [inner.slice(0, LONGEST), "s"];
    if (inner === undefined) return ["u"];
    if (typeof inner !== "object" && typeof inner !== "function") return [typeof inner, "s"];
    const name = names.nameOf(inner);
    if (name !== undefined) return [name, "r"];
    if (typeof inner === "function") return ["f"];
    if (isArray(inner)) return listed("a", inner, depth);
    if (isView(inner) && "length" in inner) return listed("t", inner as unknown as ArrayLike<unknown>, depth);
    if (typeof (inner as { then?: unknown }).then === "function") return ["p"];
    const parts: unknown[] = [];
    const all = keys(inner);
    for (let i = 0; i < all.length; i++) {
      const key = all[i]!;
      parts[parts.length] = key.slice(0, LONGEST);
      parts[parts.length] = code((inner as Readonly<Record<string, unknown>>)[key], depth + 1);
    }
    parts[parts.length] = "o";
    return parts as [...unknown[], string];
  };
  function listed(tag: string, list: ArrayLike<unknown>, depth: number): Coded {
    const parts: unknown[] = [];
    const { length } = list;
    for (let i = 0; i < length; i++) {
      const part = list[i];
      if (typeof part === "number" && isPlain(part) && left > 0 && depth < DEEPEST) {
        left -= 1;
        parts[i] = part;
      } else parts[i] = code(part, depth + 1);
    }
    parts[parts.length] = tag;
    return parts as [...unknown[], string];
  }
  return stringify(code(value, 0));
}

/** Whether JSON has a number as it is. */
const isPlain = (x: number): boolean => x - x === 0 && (x !== 0 || 1 / x > 0);

/** The value in a text. */
export function decode(text: string, names: Names = NONE): unknown {
  return read(parse(text), names);
}

/** What was parsed is made into the value itself, and not copied. */
function read(coded: unknown, names: Names): unknown {
  if (!isArray(coded)) return coded;
  const parts = coded as unknown[];
  const tag = parts[parts.length - 1];
  parts.length -= 1;
  switch (tag) {
    case "n":
      return Number(parts[0]);
    case "s":
      return parts[0];
    case "r":
      return names.valueOf(String(parts[0]));
    case "f":
      return () => undefined;
    case "p":
      return { then: () => undefined };
    case "a":
      return readList(parts, names);
    case "t":
      return Float64Array.from(readList(parts, names), Number);
    case "o": {
      const made: Record<string, unknown> = {};
      for (let i = 0; i < parts.length; i += 2) {
        const value = read(parts[i + 1], names);
        defineProperty(made, parts[i] as string, {
          value,
          enumerable: true,
          configurable: true,
          writable: true,
        });
      }
      return made;
    }
    default:
      return undefined;
  }
}

function readList(parts: unknown[], names: Names): unknown[] {
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i];
    if (typeof part === "object") parts[i] = read(part, names);
  }
  return parts;
}
