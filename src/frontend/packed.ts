import { InputError } from "../errors.ts";

/** The kinds of numbers that Plotly packs, by their short names. */
const KINDS = {
  f4: Float32Array,
  f8: Float64Array,
  i1: Int8Array,
  i2: Int16Array,
  i4: Int32Array,
  u1: Uint8Array,
  u1c: Uint8ClampedArray,
  u2: Uint16Array,
  u4: Uint32Array,
};

type Numbers = InstanceType<(typeof KINDS)[keyof typeof KINDS]>;

/** Numbers in base64: `{ dtype: "f4", bdata: "…", shape: "2, 3" }`. */
export interface Packed {
  readonly dtype?: unknown;
  readonly bdata: string;
  readonly shape?: unknown;
}

export function isPacked(value: object): value is Packed {
  return "bdata" in value && typeof value.bdata === "string";
}

/**
 * Packed numbers as a list, or as a table of the shape that they name.
 * @throws InputError when they can't be read, or do not fill their shape
 */
export function unpacked({ dtype, bdata, shape }: Packed): unknown {
  const numbers = numbersOf(dtype, bdata);
  if (shape === undefined) return numbers;
  const sides = typeof shape === "string" ? shape.split(",").map(Number) : [Number(shape)];
  const isWhole = sides.every((side) => Number.isInteger(side) && side >= 0);
  if (!isWhole || sides.length > 3 || sides.reduce((product, side) => product * side, 1) !== numbers.length)
    throw new InputError({
      what: "packed numbers must fill their shape",
      got: shape,
      allowed: `${numbers.length} numbers in up to 3 directions`,
    });
  return inRows(numbers, sides);
}

function inRows(numbers: Numbers, [first = 0, ...rest]: readonly number[]): unknown {
  if (rest.length === 0) return numbers;
  const each = numbers.length / first;
  return Array.from({ length: first }, (_, k) => inRows(numbers.subarray(k * each, (k + 1) * each), rest));
}

function numbersOf(dtype: unknown, bdata: string): Numbers {
  // The long names say the bits: "float32", "uint8c".
  const short = String(dtype).replace(
    /^(?:(f)loat|(u)?int)(\d+)/,
    (_, float?: string, unsigned = "i", bits?: string) => `${float ?? unsigned}${Number(bits) / 8}`,
  );
  if (!Object.hasOwn(KINDS, short))
    throw new InputError({
      what: "there is no such kind of packed numbers",
      got: dtype,
      allowed: Object.keys(KINDS).join(", "),
    });
  const Kind = KINDS[short as keyof typeof KINDS];
  const bytes = bytesOf(bdata);
  if (bytes.length % Kind.BYTES_PER_ELEMENT === 0) return new Kind(bytes.buffer);
  throw new InputError({
    what: "packed numbers are cut short",
    got: `${bytes.length} bytes`,
    allowed: `${Kind.BYTES_PER_ELEMENT} bytes a number`,
  });
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  } catch {
    throw new InputError({ what: "packed numbers must be base64", got: text });
  }
}
