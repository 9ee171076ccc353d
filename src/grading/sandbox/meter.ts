/** The name under which a metered module exports its counter: a global of 64 bits that is set from outside. */
export const COUNTER = "workLeft";

/**
 * A WebAssembly module that counts its own work: each round of a loop and each call takes one from its counter, and where
 * that falls below 0 the module stops. No clock is looked at: the same work stops at the same place on every machine.
 *
 * The format is that of the WebAssembly Core Specification 2.0, chapter 5. @throws TypeError at an instruction that is not known here
 */
export function metered(module: Uint8Array): Uint8Array<ArrayBuffer> {
  const sections = sectionsOf(module);
  const contentOf = (id: number): Uint8Array => sections.find((one) => one.id === id)!.content;
  const counter = importedGlobals(contentOf(SECTION.import)) + new Reader(contentOf(SECTION.global)).number();
  const changed: Readonly<Record<number, (content: Uint8Array) => Uint8Array>> = {
    [SECTION.global]: (content) => withOneMore(content, [I64, MUTABLE, I64_CONST, ...MOST, END]),
    [SECTION.export]: (content) => withOneMore(content, [...named(COUNTER), GLOBAL, ...leb(counter)]),
    [SECTION.code]: (content) => countedCode(content, counting(counter)),
  };
  const parts = sections.map(({ id, content }) => [[id], sized(changed[id]?.(content) ?? content)]);
  return joined([module.subarray(0, HEAD), ...parts.flat()]);
}

const HEAD = 8;
const SECTION = { import: 2, global: 6, export: 7, code: 10 } as const;
const GLOBAL = 3;
const [I64, MUTABLE, NO_RESULT] = [0x7e, 1, 0x40];
const [UNREACHABLE, LOOP, IF, END, BR_TABLE, SELECT] = [0x00, 0x03, 0x04, 0x0b, 0x0e, 0x1c];
const [GLOBAL_GET, GLOBAL_SET, I64_CONST, F32_CONST, F64_CONST] = [0x23, 0x24, 0x42, 0x43, 0x44];
const [I64_LESS, I64_MINUS, MORE] = [0x53, 0x7d, 0xfc];

/** 2^56 - 1 in LEB128: nothing stops before the counter is set. */
const MOST = [255, 255, 255, 255, 255, 255, 255, 255, 0];

type Bytes = Uint8Array | readonly number[];

/** Takes one from the counter, and stops where nothing was left. */
function counting(counter: number): readonly number[] {
  const [get, set] = [GLOBAL_GET, GLOBAL_SET].map((code) => [code, ...leb(counter)]) as [number[], number[]];
  const less = [...get, I64_CONST, 1, I64_MINUS, ...set];
  return [...less, ...get, I64_CONST, 0, I64_LESS, IF, NO_RESULT, UNREACHABLE, END];
}

/** Reads bytes one after another. */
class Reader {
  at = 0;

  constructor(readonly bytes: Uint8Array) {}

  get isAtEnd(): boolean {
    return this.at >= this.bytes.length;
  }

  byte(): number {
    return this.bytes[this.at++]!;
  }

  /** An unsigned number in LEB128. */
  number(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }

  take(length: number): Uint8Array {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  /** Passes over numbers, signed or not. */
  skip(numbers: number): void {
    for (let i = 0; i < numbers; i++) this.number();
  }
}

function sectionsOf(module: Uint8Array): { readonly id: number; readonly content: Uint8Array }[] {
  const reader = new Reader(module);
  reader.take(HEAD);
  const sections = [];
  while (!reader.isAtEnd) sections.push({ id: reader.byte(), content: reader.take(reader.number()) });
  return sections;
}

function importedGlobals(section: Uint8Array): number {
  const reader = new Reader(section);
  let globals = 0;
  for (let left = reader.number(); left > 0; left--) {
    reader.take(reader.number());
    reader.take(reader.number());
    const kind = reader.byte();
    if (kind === GLOBAL) {
      globals += 1;
      reader.take(2);
    } else if (kind === 0) reader.skip(1);
    else {
      if (kind === 1) reader.byte();
      reader.skip(reader.byte() & 1 ? 2 : 1);
    }
  }
  return globals;
}

/** A list with one more entry. */
function withOneMore(list: Uint8Array, entry: Bytes): Uint8Array {
  const reader = new Reader(list);
  return joined([leb(reader.number() + 1), list.subarray(reader.at), entry]);
}

function countedCode(section: Uint8Array, count: Bytes): Uint8Array {
  const reader = new Reader(section);
  const bodies = Array.from({ length: reader.number() }, () =>
    sized(countedBody(reader.take(reader.number()), count)),
  );
  return joined([leb(bodies.length), ...bodies]);
}

/** A function that counts as it is entered, and at each round of its loops. */
function countedBody(body: Uint8Array, count: Bytes): Uint8Array {
  const reader = new Reader(body);
  for (let left = reader.number(); left > 0; left--) reader.skip(2);
  const parts: Bytes[] = [body.subarray(0, reader.at), count];
  let from = reader.at;
  while (!reader.isAtEnd) {
    const code = reader.byte();
    passOver(code, reader);
    if (code !== LOOP) continue;
    parts.push(body.subarray(from, reader.at), count);
    from = reader.at;
  }
  return joined([...parts, body.subarray(from)]);
}

/** How many numbers follow an instruction: [first, last, numbers], and those behind the byte for more. */
const FOLLOWED_BY = [
  [0x02, 0x04, 1],
  [0x0c, 0x0d, 1],
  [0x10, 0x10, 1],
  [0x11, 0x11, 2],
  [0x20, 0x26, 1],
  [0x28, 0x3e, 2],
  [0x3f, 0x42, 1],
  [0xd0, 0xd0, 1],
  [0xd2, 0xd2, 1],
] as const;
const MORE_FOLLOWED_BY = [0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 2, 1, 2, 1, 2, 1, 1, 1];
const LAST_PLAIN = 0xc4;

function passOver(code: number, reader: Reader): void {
  if (code === BR_TABLE) reader.skip(reader.number() + 1);
  else if (code === SELECT) reader.skip(reader.number());
  else if (code === F32_CONST) reader.take(4);
  else if (code === F64_CONST) reader.take(8);
  else {
    const numbers =
      code === MORE
        ? MORE_FOLLOWED_BY[reader.number()]
        : (FOLLOWED_BY.find(([first, last]) => first <= code && code <= last)?.[2] ??
          (code <= LAST_PLAIN || code === 0xd1 ? 0 : undefined));
    if (numbers === undefined) throw new TypeError(`an instruction is not known: 0x${code.toString(16)}`);
    reader.skip(numbers);
  }
}

const named = (name: string): number[] => [...leb(name.length), ...Buffer.from(name)];

/** A part with its length before it. */
const sized = (part: Uint8Array): Uint8Array => joined([leb(part.length), part]);

function leb(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...leb(Math.floor(value / 128))];
}

function joined(parts: readonly Bytes[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
