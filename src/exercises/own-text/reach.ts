/** What a text may reach where it is run again: lists, numbers, plain objects and Math, and nothing of the machine. */

/** A text does what is not run again here. */
export class OutOfReach extends Error {}

/** Longer lists, and longer texts, are not made. */
const LONGEST = 500;

const LIST = new Set(
  "at concat entries every fill filter find findIndex findLast flat flatMap forEach includes indexOf join keys map pop push reduce reduceRight reverse set shift slice some sort splice subarray toReversed toSorted unshift values with".split(
    " ",
  ),
);

type Callable = (...given: never[]) => unknown;

const isList = (x: unknown): x is unknown[] => Array.isArray(x) || x instanceof Float64Array;

/** A value that is not too long. */
export function held<T>(x: T): T {
  if ((isList(x) || typeof x === "string") && x.length > LONGEST) throw new OutOfReach("too long");
  return x;
}

const listFrom = (
  from: ArrayLike<unknown>,
  make: (x: unknown, i: number) => unknown = (x) => x,
): unknown[] => {
  if (!(from.length <= LONGEST)) throw new OutOfReach("too long");
  return Array.from(from, make);
};

const room = (count: unknown): unknown[] => {
  if (typeof count !== "number" || count > LONGEST) throw new OutOfReach("Array");
  return new Array<unknown>(count);
};

const numbers = (given: unknown): Float64Array =>
  typeof given === "number"
    ? new Float64Array(room(given).length)
    : Float64Array.from(listFrom(given as number[]) as number[]);

const MATH: Readonly<Record<string, unknown>> = Object.fromEntries(
  Reflect.ownKeys(Math)
    .filter((key) => typeof key === "string" && key !== "random")
    .map((key) => [key, Math[key as "PI"]]),
);

/** What has a name in every text, by what may be asked of it. */
const OBJECTS = new Map<unknown, Readonly<Record<string, unknown>>>();

const known = (value: Callable | object, inside: Readonly<Record<string, unknown>>): unknown => {
  OBJECTS.set(value, inside);
  return value;
};

export const GLOBALS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ["Math", known({}, MATH)],
  ["Array", known(room, { from: listFrom, isArray: isList })],
  ["Float64Array", known(numbers, { from: (from: number[], make: () => number) => numbers(listFrom(from, make)) })], // prettier-ignore
  ["Number", known((x: unknown) => Number(x), { isFinite: Number.isFinite, isNaN: Number.isNaN, EPSILON: Number.EPSILON })], // prettier-ignore
  ["Infinity", Infinity],
  ["NaN", NaN],
  ["undefined", undefined],
]);

const isPlain = (x: unknown): x is Record<string, unknown> =>
  typeof x === "object" && x !== null && Object.getPrototypeOf(x) === Object.prototype;

const isIndex = (key: unknown): boolean => typeof key === "number" || /^-?\d+$/.test(String(key));

/** What stands in an object under a key; a method is given with its object. */
export function member(object: unknown, key: unknown): unknown {
  const inside = OBJECTS.get(object);
  if (inside !== undefined || isPlain(object)) {
    const from = inside ?? (object as Record<string, unknown>);
    return Object.hasOwn(from, String(key)) ? from[String(key)] : undefined;
  }
  if (isList(object)) {
    if (isIndex(key) || key === "length") return object[key as number];
    if (LIST.has(String(key)))
      return (...given: unknown[]) => {
        const made = (object[key as "map"] as (...all: unknown[]) => unknown)(...given);
        const isIterator = typeof (made as { next?: unknown } | null | undefined)?.next === "function";
        held(object);
        return held(isIterator ? [...(made as Iterable<unknown>)] : made);
      };
  }
  if (typeof object === "number" && key === "toFixed") return (digits: number) => object.toFixed(digits);
  throw new OutOfReach(String(key));
}

/** Puts a value into a list or an object. */
export function store(object: unknown, key: unknown, value: unknown): void {
  const isOpen = isPlain(object)
    ? key !== "__proto__"
    : isList(object) && isIndex(key) && Number(key) < LONGEST;
  if (!isOpen) throw new OutOfReach(String(key));
  (object as Record<string, unknown>)[String(key)] = value;
}

const number = (x: unknown): number => x as number;

/** Operations with two operands. */
export const BINARY: Readonly<Record<string, (a: unknown, b: unknown) => unknown>> = {
  "+": (a, b) => held(number(a) + number(b)),
  "-": (a, b) => number(a) - number(b),
  "*": (a, b) => number(a) * number(b),
  "/": (a, b) => number(a) / number(b),
  "%": (a, b) => number(a) % number(b),
  "**": (a, b) => number(a) ** number(b),
  "<": (a, b) => number(a) < number(b),
  "<=": (a, b) => number(a) <= number(b),
  ">": (a, b) => number(a) > number(b),
  ">=": (a, b) => number(a) >= number(b),
  "===": (a, b) => a === b,
  "!==": (a, b) => a !== b,
  "==": (a, b) => a == b,
  "!=": (a, b) => a != b,
  "&": (a, b) => number(a) & number(b),
  "|": (a, b) => number(a) | number(b),
  "^": (a, b) => number(a) ^ number(b),
  "<<": (a, b) => number(a) << number(b),
  ">>": (a, b) => number(a) >> number(b),
};

export const UNARY: Readonly<Record<string, (a: unknown) => unknown>> = {
  "-": (a) => -number(a),
  "+": (a) => Number(a),
  "!": (a) => !(a as boolean),
  "~": (a) => ~number(a),
};
