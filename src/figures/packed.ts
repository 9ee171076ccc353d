/** Numbers as Plotly reads them from one short text: 32-bit floats in base64, NaN where one is missing. */
interface PackedNumbers {
  readonly dtype: "f4";
  readonly bdata: string;
  /** Rows and columns, for a table. */
  readonly shape?: string;
}

type Numbers = readonly (number | null)[];

/** Shorter lists are left as they are, to be read. */
const LEAST = 24;

/** 32-bit floats reach no further. */
const MOST = 1e38;

/** Grids of heights are stored with no more points along an axis than this. */
const MOST_HEIGHTS = 50;

/** A trace with its long lists of numbers packed: much smaller in a notebook, where each number takes a line. */
export function packed(given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const trace = coarse(given);
  const { x, y, z, customdata } = trace;
  const lists = Object.entries({ x, y, z, customdata }).map(
    ([name, list]) => [name, packedList(list)] as const,
  );
  return { ...trace, ...Object.fromEntries(lists.filter(([, list]) => list !== undefined)) };
}

/** A trace of heights with every second of them, every third or so, where there are many. */
function coarse(trace: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { type, x, y, z } = trace;
  if (type !== "contour" || !Array.isArray(x) || !Array.isArray(y) || !Array.isArray(z)) return trace;
  const stride = Math.ceil(Math.max(x.length, y.length) / MOST_HEIGHTS);
  if ((x.length - 1) % stride > 0 || (y.length - 1) % stride > 0) return trace;
  const some = <T>(all: readonly T[]): T[] => all.filter((_, k) => k % stride === 0);
  return { ...trace, x: some(x), y: some(y), z: some(z as unknown[][]).map(some) };
}

function packedList(list: unknown): PackedNumbers | undefined {
  if (!Array.isArray(list)) return undefined;
  if (!isTable(list)) return arePackable(list) ? { dtype: "f4", bdata: base64(list) } : undefined;
  const numbers = list.flat();
  if (!arePackable(numbers)) return undefined;
  return { dtype: "f4", bdata: base64(numbers), shape: `${list.length}, ${numbers.length / list.length}` };
}

function isTable(list: readonly unknown[]): list is readonly Numbers[] {
  const width = (row: unknown): number => (Array.isArray(row) ? row.length : 0);
  const first = width(list[0]);
  return first > 0 && list.every((row) => width(row) === first);
}

function arePackable(list: readonly unknown[]): list is Numbers {
  return (
    list.length >= LEAST &&
    list.every((item) => item === null || (typeof item === "number" && Math.abs(item) < MOST))
  );
}

function base64(numbers: Numbers): string {
  const bytes = new Uint8Array(Float32Array.from(numbers, (number) => number ?? NaN).buffer);
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
