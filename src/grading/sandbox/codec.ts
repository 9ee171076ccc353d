/** Values as text, whole: NaN, infinities, -0, undefined, typed arrays and nested ones come out as they went in. */

/** What stands for a value that is no plain number, text or list. */
type Coded = number | boolean | null | readonly [tag: string, ...parts: unknown[]];

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
const { keys } = Object;
const { is } = Object;

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
    if (typeof inner === "number") {
      return inner - inner === 0 && !is(inner, -0) ? inner : ["n", is(inner, -0) ? "-0" : `${inner}`];
    }
    if (typeof inner === "boolean" || inner === null) return inner;
    if (typeof inner === "string") return ["s", inner.slice(0, LONGEST)];
    if (inner === undefined) return ["u"];
    if (typeof inner !== "object" && typeof inner !== "function") return ["s", typeof inner];
    const name = names.nameOf(inner);
    if (name !== undefined) return ["r", name];
    if (typeof inner === "function") return ["f"];
    if (isArray(inner)) return listed("a", inner, depth);
    if (isView(inner) && "length" in inner) return listed("t", inner as unknown as ArrayLike<unknown>, depth);
    if (typeof (inner as { then?: unknown }).then === "function") return ["p"];
    const entries: Coded[] = [];
    for (const key of keys(inner)) {
      const held = (inner as Readonly<Record<string, unknown>>)[key];
      entries[entries.length] = ["e", key.slice(0, LONGEST), code(held, depth + 1)];
    }
    return ["o", ...entries];
  };
  function listed(tag: string, list: ArrayLike<unknown>, depth: number): Coded {
    const parts: [string, ...Coded[]] = [tag];
    const { length } = list;
    for (let i = 0; i < length; i++) parts[i + 1] = code(list[i], depth + 1);
    return parts;
  }
  return stringify(code(value, 0));
}

/** The value in a text. */
export function decode(text: string, names: Names = NONE): unknown {
  return read(parse(text), names);
}

function read(coded: unknown, names: Names): unknown {
  if (!isArray(coded)) return coded;
  const [tag, ...parts] = coded as [string, ...unknown[]];
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
      return parts.map((part) => read(part, names));
    case "t":
      return Float64Array.from(parts, (part) => Number(read(part, names)));
    case "o": {
      const made: Record<string, unknown> = {};
      for (const part of parts) {
        const [, key, value] = part as [string, string, unknown];
        Object.defineProperty(made, key, {
          value: read(value, names),
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
