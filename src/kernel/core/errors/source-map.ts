import { decode, type SourceMapMappings } from "@jridgewell/sourcemap-codec";

/** A position in a text; lines and columns count from 0. */
export interface TextPosition {
  line: number;
  column: number;
}

/** Finds the position in a source that a place in the code made from it stands for. */
export class SourceMap {
  readonly #lines: SourceMapMappings;

  /** Reads the "mappings" of a source map with one source. */
  constructor(mappings: string) {
    // A segment of one number is of code that has no counterpart.
    this.#lines = decode(mappings).map((segments) => segments.filter(({ length }) => length > 1));
  }

  /** The place in the source, or undefined where the code has no counterpart. */
  find({ line, column }: TextPosition): TextPosition | undefined {
    const segments = this.#lines[line] ?? [];
    const found = segments.findLast(([start]) => start <= column) ?? segments[0];
    return found && { line: found[2]!, column: found[3]! };
  }
}
