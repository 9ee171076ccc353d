const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** A position in a text; lines and columns count from 0. */
export interface TextPosition {
  line: number;
  column: number;
}

interface Segment {
  column: number;
  source: TextPosition;
}

/** Finds the position in a source that a place in the code made from it stands for. */
export class SourceMap {
  readonly #lines: Segment[][];

  /** Reads the "mappings" of a source map with one source. */
  constructor(mappings: string) {
    this.#lines = decode(mappings);
  }

  /** The place in the source, or undefined where the code has no counterpart. */
  find({ line, column }: TextPosition): TextPosition | undefined {
    const segments = this.#lines[line];
    if (!segments) return undefined;
    return (segments.findLast((segment) => segment.column <= column) ?? segments[0])?.source;
  }
}

function decode(mappings: string): Segment[][] {
  let line = 0;
  let column = 0;
  return mappings.split(";").map((part) => {
    let generated = 0;
    const segments: Segment[] = [];
    for (const text of part === "" ? [] : part.split(",")) {
      const [columnStep = 0, , lineStep, sourceColumnStep = 0] = vlq(text);
      generated += columnStep;
      if (lineStep === undefined) continue;
      line += lineStep;
      column += sourceColumnStep;
      segments.push({ column: generated, source: { line, column } });
    }
    return segments;
  });
}

/** The numbers of a segment: base 64, five bits a digit, lowest first, the very first bit the sign. */
function vlq(text: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const character of text) {
    const digit = digits.indexOf(character);
    value += (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    value = shift = 0;
  }
  return numbers;
}
