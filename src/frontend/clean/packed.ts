import { InputError } from "../../errors.ts";
import type { PlainObject } from "./plain.ts";

/** The kinds of numbers that Plotly packs, by their short names. */
const ARRAYS = {
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

/** Whether these are numbers in base64: `{ dtype: "f4", bdata: "…", shape: "2, 3" }`. */
export function isPacked({ bdata }: PlainObject): boolean {
  return typeof bdata === "string";
}

/**
 * Packed numbers as a list, or as a table of the shape that they name.
 * @throws InputError when they can't be read, or do not fill their shape
 */
export function unpacked({ dtype, bdata, shape }: PlainObject): unknown[] {
  if (typeof dtype !== "string" || !Object.hasOwn(ARRAYS, dtype))
    throw new InputError({
      what: "there are no such packed numbers",
      got: dtype,
      allowed: Object.keys(ARRAYS).join(", "),
    });
  const Numbers = ARRAYS[dtype as keyof typeof ARRAYS];
  const bytes = bytesOf(bdata as string);
  const numbers: number[] = Array.from(
    new Numbers(bytes.buffer, 0, Math.floor(bytes.length / Numbers.BYTES_PER_ELEMENT)),
  );
  const sides = typeof shape === "string" ? shape.split(",").map(Number) : [numbers.length];
  if (sides.reduce((product, side) => product * side, 1) !== numbers.length)
    throw new InputError({
      what: "packed numbers must fill their shape",
      got: shape,
      allowed: `${numbers.length} numbers`,
    });
  return sides.slice(1).reverse().reduce<unknown[]>(inRows, numbers);
}

function inRows(list: readonly unknown[], width: number): unknown[] {
  return Array.from({ length: list.length / width }, (_, row) => list.slice(row * width, (row + 1) * width));
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  } catch {
    throw new InputError({ what: "packed numbers must be base64", got: text });
  }
}
